"""What is held against a text, and what is not."""

import datetime
from pathlib import Path

import pytest

from peercompanion.packs.checking.readability import grade
from peercompanion.packs.checking.whole import check

TODAY = datetime.date(2026, 11, 22)
EXERCISE = Path(__file__).parent / "shelf/core/exercises/feet-floor.toml"
MANIFEST = Path(__file__).parent / "shelf/core/pack.toml"


@pytest.fixture
def codes(tmp_path: Path, here: Path) -> "Codes":
    """Check one text as a step's text."""
    return Codes(tmp_path / "ours")


class Codes:
    """Checks a pack of one exercise with one text of one's own."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        (folder / "exercises").mkdir(parents=True)
        (folder / "pack.toml").write_text(MANIFEST.read_text().replace('"core"', '"ours"'))
        (folder / "LICENSE").write_text("CC BY 4.0")
        (folder / "README.md").write_text("Sources: S1")

    def __call__(self, text: str, *, language: str = "en") -> list[str]:
        manifest = self.folder / "pack.toml"
        manifest.write_text(manifest.read_text().replace('"en"', f'"{language}"'))
        exercise = EXERCISE.read_text().replace("Look at something near you.", text)
        (self.folder / "exercises" / "one.toml").write_text(exercise)
        return [found.code for found in check(self.folder, TODAY)]


@pytest.mark.parametrize(
    "text",
    [
        "Press h for help.",
        "press the enter key",
        "Hit Escape to leave.",
        "Tap space when you are done.",
        "Press any key.",
        "Press 'q' to leave.",
        "Press the key h.",
        "Push F2 at any time.",
        "Oprime la tecla h.",
        "Press ctrl+c.",
    ],
)
def test_keys_are_not_named(text: str, codes: Codes) -> None:
    assert codes(text) == ["PC504"]


@pytest.mark.parametrize(
    "text",
    [
        "Press your feet into the floor.",
        "Press a hand on your chest.",
        "Push down a little. Press both feet.",
        "Tap each finger. Press into the chair.",
        "I press on. Enter the room.",
        "Space to breathe. Give it a tab.",
        "Press I'd say gently.",
    ],
)
def test_pressing_other_things_is_fine(text: str, codes: Codes) -> None:
    assert codes(text) == []


@pytest.mark.parametrize("text", ["Call 911.", "988 is there.", "Or 112?", "Dial 9-8-8 (free)."])
def test_emergency_numbers_are_not_bare(text: str, codes: Codes) -> None:
    assert codes(text) == ["PC505"]


@pytest.mark.parametrize(
    "text",
    ["It costs 1,112 steps.", "Room 9112.", "In 1988.", "About 112.5 g.", "{emergency}, {crisis}"],
)
def test_other_numbers_are_fine(text: str, codes: Codes) -> None:
    assert codes(text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("You SHOULD look.", ["PC502"]),
        ("Shoulders down. A must-see shoulder.", []),
        ("Calm   down.", ["PC501"]),
        ("Calm down.", ["PC501"]),
        ("A severe symptom.", ["PC503", "PC503"]),
        ("Take a deep breath, if you should.", ["PC502", "PC502"]),
    ],
)
def test_words_are_whole_words(text: str, found: list[str], codes: Codes) -> None:
    assert codes(text) == found


HARD = (
    "Individuals experiencing considerable difficulties concentrating occasionally "
    "discover that deliberately attending to immediately available environmental "
    "characteristics facilitates reorientation towards contemporary circumstances "
    "without requiring extraordinary preparation."
)


def test_hard_texts_are_told_in_english_alone(codes: Codes) -> None:
    assert "PC506" in codes(HARD)
    assert "PC506" not in codes(HARD, language="es")


def test_a_packs_own_wording_is_added_to_the_apps(codes: Codes) -> None:
    (codes.folder / "words").mkdir()
    (codes.folder / "words" / "wording.toml").write_text('rather_not = ["river"]\n')
    assert codes("Look at the river. You should.") == ["PC502", "PC502"]


@pytest.mark.parametrize(
    ("easier", "harder"),
    [
        ("Look at one thing near you.", HARD),
        ("The cat sat. The dog ran.", "The cat sat and the dog ran and the bird flew away."),
        ("You could rest a bit.", "You could experience relaxation."),
    ],
)
def test_grades_rise_with_long_sentences_and_long_words(easier: str, harder: str) -> None:
    assert grade(easier) < grade(harder)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", 0),
        ("1, 2, 3 …", 0),
        # Kincaid: 0.39 × words a sentence + 11.8 × syllables a word - 15.59
        ("The cat sat on the mat.", 0.39 * 6 + 11.8 * 1 - 15.59),
        ("Notice something. Breathe gently.", 0.39 * 2 + 11.8 * 7 / 4 - 15.59),
    ],
)
def test_grades_are_reckoned_by_the_formula(text: str, expected: float) -> None:
    assert grade(text) == pytest.approx(expected)

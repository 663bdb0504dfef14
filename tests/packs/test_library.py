"""The library: good items stay, bad ones become rows, and little is read."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from peercompanion.packs.diagnostics import Diagnostic
from peercompanion.packs.library import Library
from peercompanion.packs.models import Exercise, Resource
from peercompanion.packs.models.words import Cautions, Strengths
from peercompanion.places import content

HERE = Path(__file__).parent
SHELF = HERE / "shelf"
BROKEN = HERE / "broken"

MANIFEST = """format = 1
id = "{id}"
name = "Riverside peers"
version = "1"
language = "en"
license = "CC-BY-4.0"
authors = [{{ name = "Ana" }}, {{ name = "Ben" }}]
"""


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    """A person's pack with nothing in it yet, in `mine/riverside`."""
    folder = tmp_path / "mine" / "riverside"
    folder.mkdir(parents=True)
    (folder / "pack.toml").write_text(MANIFEST.format(id="riverside"))
    return folder


def _library(pack: Path, language: str = "en") -> Library:
    return Library([pack.parent, SHELF], language=language)


def _put(pack: Path, name: str, text: str) -> Path:
    file = pack / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
    return file


def _exercise(name: str = "feet-floor") -> str:
    return (SHELF / f"core/exercises/{name}.toml").read_text()


def test_packs_of_the_person_come_first(pack: Path) -> None:
    library = _library(pack)
    assert [(one.id, one.authors) for one in library.packs] == [
        ("riverside", ("Ana", "Ben")),
        ("core", ("The authors",)),
    ]
    assert library.problems == []


def test_folders_that_are_not_there_hold_nothing(tmp_path: Path) -> None:
    library = Library([tmp_path / "nowhere", tmp_path])
    assert (library.packs, library.heads(), library.resources()) == ((), (), [])
    with pytest.raises(LookupError):
        library.words("cautions")


def test_heads_say_what_the_models_say(pack: Path) -> None:
    _put(pack, "exercises/slow-look.toml", _exercise())
    library = _library(pack)
    heads = {head.id: head for head in library.heads()}
    assert set(heads) == {"riverside/slow-look", "core/feet-floor", "core/long-exhale"}
    for full, head in heads.items():
        exercise = library.exercise(full)
        assert exercise
        assert (head.title, head.kind, head.minutes, head.small_minutes, head.helps) == (
            exercise.title,
            exercise.kind,
            exercise.minutes,
            exercise.small_minutes,
            exercise.helps,
        )
        assert (head.for_, head.where, head.turns, head.contains, head.hidden) == (
            exercise.for_,
            exercise.where,
            exercise.turns,
            exercise.contains,
            exercise.hidden,
        )
    assert heads["core/long-exhale"].instead == "core/feet-floor"


def test_lists_need_no_models() -> None:
    code = (
        "import sys; from pathlib import Path\n"
        "from peercompanion.packs.models.head import Head\n"
        "from peercompanion.packs.library import Library\n"
        f"heads = Library([Path({str(SHELF)!r})]).heads()\n"
        "assert len(heads) == 2 and isinstance(heads[0], Head)\n"
        "loaded = {'pydantic', 'textual', 'rich', 'click'} & set(sys.modules)\n"
        "assert not loaded, loaded\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


def test_a_bracket_at_the_start_of_a_line_does_not_end_a_head(pack: Path) -> None:
    head = _exercise().replace(
        'helps = "When you feel far away."',
        'helps = """\nWhen you feel\n[a little] far away."""\nmore = "More."',
    )
    _put(pack, "exercises/slow-look.toml", head.replace('["far-away"]', '[\n"far-away"\n]'))
    library = _library(pack)
    assert "[a little]" in library.heads()[0].helps
    assert library.problems == []


def test_bad_items_are_rows_and_good_ones_stay() -> None:
    library = Library([BROKEN, SHELF])
    opened = {full: library.item("exercises", full) for full in library.ids("exercises")}
    good = {full for full, item in opened.items() if isinstance(item, Exercise)}
    bad = {full: item for full, item in opened.items() if isinstance(item, list)}
    assert {"riverside/look-near", "core/feet-floor"} <= good
    assert len(bad) > 30
    assert {problem for problems in bad.values() for problem in problems} <= set(library.problems)
    listed = {head.id for head in library.heads()}
    assert good <= listed
    assert not {"riverside/missing-title", "riverside/not-a-choice", "riverside/too-deep"} & listed
    assert all(isinstance(problem, Diagnostic) for problem in library.problems)


def test_what_only_the_check_minds_is_shown_all_the_same() -> None:
    library = Library([BROKEN, SHELF])
    for slug in ("words-that-push", "no-small-version", "unknown-caution", "no-source"):
        assert isinstance(library.item("exercises", f"riverside/{slug}"), Exercise)


def test_an_unknown_key_costs_one_item_alone() -> None:
    library = Library([BROKEN, SHELF])
    [problem] = library.item("exercises", "riverside/unknown-key")
    assert isinstance(problem, Diagnostic)
    assert problem.code == "PC102"
    assert problem.file.endswith("unknown-key.toml")


def test_what_is_not_there_is_said(pack: Path) -> None:
    library = _library(pack)
    for full in ("core/nothing", "nobody/feet-floor", "core/../pack", "", "core/"):
        [problem] = library.item("exercises", full)
        assert isinstance(problem, Diagnostic)
        assert problem.code == "PC303"
        assert library.exercise(full) is None


def test_one_item_is_read_alone(pack: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from peercompanion.packs import reading

    read = []
    original = reading.read_text

    def noted(path: Path, **named: object) -> object:
        read.append(path.name)
        return original(path, **named)  # type: ignore[arg-type]

    monkeypatch.setattr(reading, "read_text", noted)
    library = _library(pack)
    assert library.exercise("core/long-exhale")
    assert library.exercise("core/long-exhale")
    assert read == ["pack.toml", "pack.toml", "long-exhale.toml"]


def test_a_reference_means_the_packs_own_item_first(pack: Path) -> None:
    _put(pack, "exercises/feet-floor.toml", _exercise())
    library = _library(pack)
    assert library.full_id("exercises", "feet-floor", pack="riverside") == "riverside/feet-floor"
    assert library.full_id("exercises", "feet-floor") == "core/feet-floor"
    assert library.full_id("exercises", "long-exhale", pack="riverside") == "core/long-exhale"
    assert library.full_id("exercises", "riverside/feet-floor") == "riverside/feet-floor"
    assert library.full_id("exercises", "nothing") is None
    _put(pack, "exercises/slow-look.toml", _exercise())
    assert library.full_id("exercises", "slow-look") == "riverside/slow-look"
    assert library.full_id("exercises", "slow-look", pack="core") is None


def test_an_adapted_exercise_gives_way_in_lists(pack: Path) -> None:
    text = 'replaces = "core/feet-floor"\n' + _exercise()
    _put(pack, "exercises/our-feet.toml", text)
    library = _library(pack)
    assert {head.id: head.replaces for head in library.heads()} == {
        "riverside/our-feet": "core/feet-floor",
        "core/long-exhale": None,
    }
    assert library.exercise("core/feet-floor")


def test_words_are_added_to_and_never_replaced(pack: Path) -> None:
    _put(
        pack,
        "words/cautions.toml",
        '[[caution]]\nid = "dizzy"\ntext = "Ours"\n\n[[caution]]\nid = "pets"\ntext = "A cat"\n',
    )
    _put(pack, "words/strengths.toml", 'items = ["good at waiting", "kind to cats"]\n')
    library = _library(pack)
    cautions, strengths = library.words("cautions"), library.words("strengths")
    assert isinstance(cautions, Cautions)
    assert [one.id for one in cautions.caution] == ["dizzy", "inward", "pets"]
    assert "Ours" not in {one.text for one in cautions.caution}
    assert isinstance(strengths, Strengths)
    assert strengths.items == ("patient with people", "good at waiting", "kind to cats")


def test_bad_words_of_a_pack_leave_the_apps_own(pack: Path) -> None:
    _put(pack, "words/cautions.toml", "caution = 1\n")
    library = _library(pack)
    cautions = library.words("cautions")
    assert isinstance(cautions, Cautions)
    assert len(cautions.caution) == 2
    assert [problem.code for problem in library.problems] == ["PC104"]


def test_no_pack_takes_the_place_of_core(tmp_path: Path) -> None:
    shutil.copytree(SHELF / "core", tmp_path / "packs" / "core")
    library = Library([tmp_path / "packs", SHELF])
    assert [pack.folder for pack in library.packs] == [SHELF / "core"]
    assert [problem.code for problem in library.problems] == ["PC306"]


def test_the_first_of_two_packs_with_one_id_is_used(pack: Path) -> None:
    shutil.copytree(pack, pack.parent / "second")
    library = _library(pack)
    assert library.packs[0].folder == pack
    [problem] = library.problems
    assert (problem.code, Path(problem.file).parent.name) == ("PC306", "second")


@pytest.mark.parametrize(
    ("manifest", "code"),
    [
        (MANIFEST.format(id="riverside").replace("format = 1", "format = 2"), "PC108"),
        (MANIFEST.format(id="riverside") + 'min_app = "42.1"\n', "PC108"),
        (MANIFEST.format(id="River Side"), "PC105"),
        ("format = \n", "PC001"),
        ("", "PC101"),
    ],
)
def test_a_pack_that_cannot_be_used_leaves_the_others(manifest: str, code: str, pack: Path) -> None:
    (pack / "pack.toml").write_text(manifest)
    library = _library(pack)
    assert [one.id for one in library.packs] == ["core"]
    assert code in {problem.code for problem in library.problems}


def test_an_unknown_key_in_a_manifest_costs_nothing(pack: Path) -> None:
    (pack / "pack.toml").write_text(MANIFEST.format(id="riverside") + "colour = 1\n")
    assert len(_library(pack).packs) == 2


OVERLAY = """title = "Pies en el piso"
helps = "Cuando te sientes lejos."

[[step]]
id = "name"
text = "¿Qué es?"

[[step]]
id = "look"
text = "Mira algo que tengas cerca."

[[small]]
id = "small-look"
text = "Mira una cosa."
"""


def _translated(pack: Path, overlay: str, language: str) -> Library:
    _put(pack, "exercises/feet.toml", _exercise())
    _put(pack, "i18n/es/exercises/feet.toml", overlay)
    return _library(pack, language)


@pytest.mark.parametrize("language", ["es", "es-MX"])
def test_a_complete_translation_is_shown(pack: Path, language: str) -> None:
    library = _translated(pack, OVERLAY, language)
    exercise = library.exercise("riverside/feet")
    assert exercise
    assert exercise.title == "Pies en el piso"
    assert [step.id for step in exercise.step] == ["look", "name"]
    assert exercise.step[0].text == "Mira algo que tengas cerca."  # type: ignore[union-attr]
    assert exercise.minutes == 1
    assert library.heads()[0].title == "Pies en el piso"


@pytest.mark.parametrize(
    ("overlay", "language"),
    [
        (OVERLAY, "en"),
        (OVERLAY, "de"),
        (OVERLAY.replace('text = "¿Qué es?"', ""), "es"),
        (OVERLAY.replace('"¿Qué es?"', '["¿Qué es?"]'), "es"),
        (OVERLAY.replace('id = "name"', 'id = "nombre"'), "es"),
        (OVERLAY.replace("Pies en el piso", "Pies " * 60), "es"),
        (OVERLAY + "= broken", "es"),
        (OVERLAY.replace("cerca.", "cerca.\\u001b[2J"), "es"),
        ("", "es"),
    ],
)
def test_otherwise_it_is_whole_in_its_own_language(pack: Path, overlay: str, language: str) -> None:
    library = _translated(pack, overlay, language)
    exercise = library.exercise("riverside/feet")
    assert exercise
    assert exercise.title == library.heads()[0].title == "Feet on the floor"
    assert library.problems == []


def test_a_translation_changes_texts_alone(pack: Path) -> None:
    overlay = 'minutes = 99\nkind = "breathing"\ninstead = "x"\n' + OVERLAY
    overlay = overlay.replace('id = "look"', 'id = "look"\nkind = "breathe"\nseconds = 999')
    exercise = _translated(pack, overlay, "es").exercise("riverside/feet")
    source = _library(pack).exercise("riverside/feet")
    assert exercise
    assert source
    assert exercise.title == "Pies en el piso"
    assert (exercise.minutes, exercise.kind, exercise.instead) == (
        source.minutes,
        source.kind,
        source.instead,
    )
    assert [step.kind for step in exercise.step] == [step.kind for step in source.step]


def test_phone_numbers_cannot_be_translated(pack: Path) -> None:
    _put(pack, "resources/line.toml", (SHELF / "core/resources/us-988.toml").read_text())
    overlay = 'title = "Línea 988"\nwho = "Quien quiera hablar."\n'
    overlay += 'ways = [{ call = "1" }, { text = "2" }]\n'
    _put(pack, "i18n/es/resources/line.toml", overlay)
    lines = dict(_library(pack, "es").resources())
    assert set(lines) == {"riverside/line", "core/us-988"}
    line = lines["riverside/line"]
    assert isinstance(line, Resource)
    assert line.title == "Línea 988"
    assert [way.call or way.text for way in line.ways] == ["988", "988"]


def test_rows_count_items_and_problems(pack: Path) -> None:
    _put(pack, "exercises/good.toml", _exercise())
    _put(pack, "exercises/bad.toml", "title = 1\n")
    rows = {row.pack.id: row for row in _library(pack).rows()}
    assert (rows["riverside"].items, rows["core"].items) == (2, 5)
    assert rows["riverside"].problems > 0
    assert rows["core"].problems == 0


def test_a_link_out_of_the_pack_is_not_followed(pack: Path, tmp_path: Path) -> None:
    secret = _put(tmp_path, "secret.toml", _exercise())
    (pack / "exercises").mkdir()
    (pack / "exercises" / "ours.toml").symlink_to(secret)
    library = _library(pack)
    assert "riverside/ours" not in {head.id for head in library.heads()}
    assert [problem.code for problem in library.problems] == ["PC008"]


def test_all_that_ships_opens() -> None:
    library = Library([content()])
    assert all(row.problems == 0 for row in library.rows())
    assert len(library.heads()) >= 40
    for name in ("cautions", "feelings", "scales", "questions", "strengths", "danger", "walk"):
        assert library.words(name)
    assert library.problems == []

"""Every prompt takes what comes: a slip of the hand, the end of input, Ctrl-C, a day's wait."""

import io
from contextlib import suppress
from pathlib import Path

import pytest

from peercompanion.kept import Kept
from peercompanion.places import Places, places
from peercompanion.plain.companion import Companion
from peercompanion.plain.talk import Talk
from peercompanion.plain.typed import Ended
from peercompanion.plain.voice import Voice
from peercompanion.preferences import Preferences

from .conftest import Script, Sit, Time

A_DAY = 24 * 3600.0
PROMPTS: dict[str, tuple[dict[str, object], list[str]]] = {
    "the opening menu": ({}, []),
    "a menu behind a door": ({"task": "more"}, []),
    "what it is like": ({"task": "right-now"}, []),
    "how much time": ({"task": "right-now"}, [""]),
    "where": ({"task": "right-now"}, ["", ""]),
    "suggestions": ({"task": "right-now"}, ["", "", ""]),
    "a front page": ({"task": "pick"}, []),
    "help": ({"task": "help"}, []),
    "a country": ({"task": "help"}, ["6"]),
    "finding": ({"task": "find"}, []),
    "preferences": ({"task": "preferences"}, []),
    "a step to read": ({"play": ("core/reach-out", False)}, []),
    "a paused breath": ({"play": ("core/long-exhale", False)}, ["~4 "]),
    "one line": ({"play": ("core/values-reminder", False)}, ["1"]),
    "several lines": ({"play": ("tool:core/weighing", False)}, ["", ""]),
    "how it is now": ({"play": ("core/look-around", True)}, ["~0 n", "~0 n", "~0 n"]),
    "what next": ({"play": ("core/look-around", True)}, ["~0 n", "~0 n", "~0 n", "1"]),
    "the weather": ({"task": "check-in"}, []),
    "after the weather": ({"task": "check-in"}, ["2"]),
    "today": ({"task": "today"}, []),
    "steps": ({"task": "steps"}, []),
    "a new step": ({"task": "steps"}, ["1"]),
    "a step": ({"task": "steps"}, ["1", "Call the clinic"]),
    "how sure": ({"task": "steps"}, ["1", "Call the clinic", "how"]),
    "checklists": ({"task": "checklists"}, []),
    "a checklist": ({"task": "checklists"}, ["1"]),
    "days off": ({"task": "away"}, []),
    "charts": ({"task": "charts"}, []),
    "a line of the plan": ({"task": "plan"}, ["2"]),
    "one thing": ({"task": "walk"}, []),
}
"""How a prompt is reached: where it begins, and what is typed until it is there."""

every_prompt = pytest.mark.parametrize(("begin", "way"), PROMPTS.values(), ids=PROMPTS)


PROMPTS_THAT_WRITE = [PROMPTS["one line"][1], PROMPTS["several lines"][1]]
TAKES_TEXT = {"finding", "one line", "several lines", "a new step"}
WRONG = "?? 99 \x1b[31m"


def last_line(seen: str) -> str:
    return seen.rstrip("\n").rpartition("\n")[2]


def words(seen: str) -> str:
    """What was said, however it was broken into lines."""
    return " ".join(seen.split())


@pytest.mark.parametrize("name", sorted(set(PROMPTS) - TAKES_TEXT))
def test_a_slip_of_the_hand_is_named_and_only_the_prompt_comes_again(
    sit: Sit, tmp_path: Path, name: str
) -> None:
    begin, way = PROMPTS[name]
    elsewhere = places({"PEERCOMPANION_HOME": str(tmp_path / "elsewhere")})
    prompt = sit(*way, Ended(), at=elsewhere, **begin).seen.splitlines()[-2]

    sat = sit(*way, WRONG, Ended(), **begin)

    after = words(sat.seen.partition(WRONG)[2])
    end = "The input ended, and nothing that was kept is lost."
    assert after == f"I did not understand ?? 99. {words(prompt)} {end}"


@every_prompt
def test_the_end_of_input_loses_nothing_and_is_one_sentence(
    sit: Sit, begin: dict[str, object], way: list[str]
) -> None:
    sat = sit(*way, Ended(), **begin)

    assert sat.status == 0
    assert sat.seen.endswith("\nThe input ended, and nothing that was kept is lost.\n")


@every_prompt
def test_ctrl_c_loses_nothing_and_ends_with_130(
    sit: Sit, begin: dict[str, object], way: list[str]
) -> None:
    sat = sit(*way, KeyboardInterrupt(), **begin)

    assert sat.status == 130
    assert last_line(sat.seen) == "You left, and nothing that was kept is lost."


@every_prompt
def test_a_day_changes_nothing(
    sit: Sit, tmp_path: Path, begin: dict[str, object], way: list[str]
) -> None:
    elsewhere = places({"PEERCOMPANION_HOME": str(tmp_path / "elsewhere")})
    at_once = sit(*way, "list", Ended(), **begin)

    after_a_day = sit(*way, "list", Ended(), waits=A_DAY, at=elsewhere, **begin)

    assert after_a_day.seen == at_once.seen


class Closed(io.StringIO):
    """A pipe that nobody reads any more, from some moment on."""

    gone = False

    def write(self, words: str) -> int:
        if self.gone:
            raise BrokenPipeError
        return super().write(words)


@every_prompt
def test_a_closed_pipe_loses_nothing(
    home: Places, time: Time, kept: Kept, begin: dict[str, object], way: list[str]
) -> None:
    seen = Closed()

    class Closing(Script):
        def line(self, seconds: float | None = None) -> str | None:
            if not self.lines:
                seen.gone = True
                return "b"
            return super().line(seconds)

    talk = Talk(Voice(seen), Closing(list(way), time, seen))
    face = Companion(home, Preferences(), talk, time.clock())

    with suppress(BrokenPipeError):  # what ends without another word ends well
        face.run(**begin)  # type: ignore[arg-type]

    wrote = "play" in begin and way in PROMPTS_THAT_WRITE
    assert bool(kept.drafts()) is wrote  # what was typed waits


# What must not be lost


def test_what_was_written_waits_in_a_draft_whatever_ends_it(sit: Sit, kept: Kept) -> None:
    for end in (Ended(), KeyboardInterrupt()):
        sit("", "", "Sit on the back step", end, play=("tool:core/weighing", False))

        (draft,) = kept.drafts()
        assert "Sit on the back step" in str(draft.answers)
        kept.drop_draft(draft.item)


def test_practice_that_is_interrupted_is_kept_as_a_little(sit: Sit, kept: Kept) -> None:
    sit("~30 ", KeyboardInterrupt(), play=("core/long-exhale", False))

    (record,) = kept.practised()
    assert record.left_early
    assert record.item == "core/long-exhale"


# What the words mean


def test_help_is_said_from_anywhere_and_comes_back(sit: Sit) -> None:
    for word in ("h", "help", "HELP"):
        sat = sit(word, "b", "q")

        assert "Call 911 if someone may die or is hurt." in sat.seen
        assert "You are back where you were." in sat.seen


def test_in_free_text_only_the_whole_word_counts(sit: Sit, kept: Kept) -> None:
    sit("", "", "h", Ended(), play=("tool:core/weighing", False))
    assert "'h'" in str(kept.drafts()[0].answers)

    sat = sit("", "", "help", "b", Ended(), play=("tool:core/weighing", False))
    assert "Call 911" in sat.seen

    sit("", "", " help", Ended(), play=("tool:core/weighing", False))
    assert "help" in str(kept.drafts()[0].answers)


def test_first_letters_choose(sit: Sit) -> None:
    sat = sit("mo", "b", "q")

    assert "Everything else is here." in sat.seen


def test_no_menu_has_more_than_seven(sit: Sit) -> None:
    sat = sit("b", "q", task="checklists")

    assert "7. More." in sat.seen
    assert "8." not in sat.seen

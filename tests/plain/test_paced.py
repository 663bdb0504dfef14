"""What moves by itself: words at its turns, news far apart, and a pause by Enter."""

import pytest

from peercompanion.kept import Kept
from peercompanion.plain.paced import QUIET
from peercompanion.preferences import Preferences

from .conftest import Sit, Time

EXHALE = {"play": ("core/long-exhale", False)}
NEWS = ("Halfway.", "Two more breaths.")


def test_never_a_number_of_seconds(sit: Sit) -> None:
    seen = sit("4", "", **EXHALE).seen

    assert "In.\nOut.\n" in seen
    assert "second" not in seen


def test_news_comes_between_breaths_and_far_apart(sit: Sit, time: Time) -> None:
    told: list[tuple[str, float]] = []

    sat = sit("4", "", **EXHALE)

    lines = sat.seen.split("\n")
    for news in NEWS:
        assert lines.count(news) == 1
        at = lines.index(news)
        assert (lines[at - 1], lines[at + 1]) == ("Out.", "In.")
        told.append((news, at))
    assert QUIET >= 15


@pytest.mark.parametrize("words", [True, False])
@pytest.mark.parametrize("bell", ["bell", "off"])
def test_words_bell_both_or_none(sit: Sit, words: bool, bell: str) -> None:
    likes = Preferences(cue_words=words, sound=bell)  # type: ignore[arg-type]

    seen = sit("4", "", likes=likes, **EXHALE).seen

    assert ("\nIn." in seen) is words
    assert ("\a" in seen) is (bell == "bell")


def test_enter_pauses_and_enter_goes_on_with_the_broken_breath(sit: Sit) -> None:
    seen = sit("~20 next", "~25 ", "", "4", "", **EXHALE).seen

    assert "Paused. Enter goes on" in seen
    assert "Getting ready.\nIn.\n" in seen.partition("Paused.")[2]


def test_a_day_in_a_pause_changes_nothing(sit: Sit, kept: Kept) -> None:
    sat = sit("~20 ", "next", "next", "next", "4", "", waits=24 * 3600.0, **EXHALE)

    assert sat.status == 0
    assert not kept.practised()[0].left_early


def test_a_machine_that_slept_pauses_by_itself(sit: Sit, time: Time) -> None:
    clock = time.clock()
    slept = iter([False] * 12 + [True])

    def seconds() -> float:
        time.seconds += 3600.0 if next(slept, False) else 0.0
        return clock.monotonic()

    time.clock = lambda: type(clock)(seconds, clock.now)  # type: ignore[method-assign]

    seen = sit("", "4", "", "4", "", **EXHALE).seen

    assert "This paused by itself while the computer rested." in seen


def test_slower_is_remembered(sit: Sit, kept: Kept) -> None:
    sit("~2 next", "~2 next", "~9 slower", "~5 next", "~2 next", "4", "", **EXHALE)

    assert kept.practised()[0].pace == 0.5


def test_a_draft_is_offered_and_gone_on_from(sit: Sit, kept: Kept) -> None:
    sit("1", "kind to my sister", play=("core/values-reminder", False))
    assert kept.drafts()

    sat = sit("What matters to me", "1", "go on", task="find")

    assert "Step 3 of" in sat.seen
    assert "Step 1 of" not in sat.seen

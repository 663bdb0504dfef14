"""A talk in lines of text: the card since last time, words offered, and a supporter's own shelf."""

from pathlib import Path

import pytest

from peercompanion.kept import Kept
from peercompanion.places import Places
from peercompanion.practice.records import Summary
from peercompanion.supporter import Supporter

from .conftest import MORNING, Sit


def test_the_card_is_one_page_with_the_lines_the_person_left_on_it(
    sit: Sit, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))

    sat = sit(
        *("since", "add", "I slept", "add", "I cried", "2", "a page", "plain", "b", "b"),
        task="session",
    )

    page, text = sorted(tmp_path.glob("since-last-time-2026-11-21.*"))
    assert "I slept" in page.read_text()
    assert "I cried" not in page.read_text() + text.read_text()
    assert "I cried. Off." in sat.seen


def test_everyday_words_are_offered_for_a_supporters_words_alone(sit: Sit) -> None:
    sat = sit(
        *("a summary", "add", "Her homework", "2", "whose", "2", "whose", "2", "b", "b", "b"),
        task="session",
    )

    before, ours = sat.seen.split("Our words", 1)
    assert "could be" not in before
    assert '"homework" could be "practice".' in ours


def test_a_supporter_keeps_and_takes_off_their_own_lines(
    sit: Sit, kept: Kept, home: Places
) -> None:
    sat = sit(
        *("more", "what has", "1", "Tea on the step", "b", "my agency", "1", "Call Dana", "b"),
        *("session log", "b"),
        task="supporter",
    )

    assert kept.lately(MORNING.date()).texts("helped") == ("Tea on the step",)
    assert (home.config / "agency-steps.txt").read_text() == "Call Dana\n"
    assert "on: day, exercise, length" in sat.seen

    sit("more", "what has", "tea", "1", "b", "b", task="supporter")

    assert kept.lately(MORNING.date()).texts("helped") == ()


def test_the_pages_for_supporters_are_behind_their_door_alone(sit: Sit) -> None:
    tools = sit("more", "more", "more", "b", task="tools").seen
    pages = sit("before a call", "1", *[""] * 7, "b", "b", "b", task="supporter").seen

    assert "Before a call" not in tools
    assert "How am I today?" in pages


def test_a_summary_waits_until_it_is_agreed_on_and_can_be_read_again(sit: Sit, kept: Kept) -> None:
    sit("a summary", "add", "Walk to the river", "b", "b", task="session")
    waiting = sit("a summary", "b", "b", task="session").seen
    assert "Begun" in waiting
    assert "Walk to the river" in waiting

    sat = sit("a summary", "2", "1", "keep", "what we", "1", "b", "b", task="session")
    assert "1. 21 Nov 2026." in sat.seen
    assert "- Walk to the river (my words)" in sat.seen
    assert kept.drafts() == []
    assert len(kept.every("summary", Summary)) == 1


def test_what_was_led_is_said(sit: Sit, kept: Kept, home: Places) -> None:
    supporter = Supporter(home, kept, lambda: MORNING, logs=True)
    supporter.log({("exercise:core/long-exhale", "breathing"): 300.0}, set())

    sat = sit("more", "what i led", "b", "b", task="supporter")

    assert "21 Nov 2026" in sat.seen
    assert "Long exhale" in sat.seen
    assert "5 min" in sat.seen

"""A talk with a supporter: what is looked back on, what is agreed, and words that are offered."""

import datetime

import pytest

from peercompanion.packs.library import Library
from peercompanion.packs.models import Session
from peercompanion.packs.models.words import Wording
from peercompanion.places import content
from peercompanion.practice.board import LONGEST, MOST_LINES, Board
from peercompanion.practice.glimpse import Glimpse
from peercompanion.practice.goals import Step
from peercompanion.practice.note_guard import offers
from peercompanion.practice.player import Player
from peercompanion.practice.records import KINDS, Summary
from peercompanion.practice.session import (
    SummaryLine,
    as_text,
    since_last_time,
    still,
    summary,
)

LIBRARY = Library([content()])
NOW = datetime.datetime(2026, 11, 21, 8, 30, tzinfo=datetime.UTC)
TODAY = NOW.date()
DAY = datetime.timedelta(days=1)


@pytest.mark.parametrize("full", LIBRARY.ids("sessions"))
def test_no_part_of_an_agenda_moves_on_by_itself_and_any_can_be_had(full: str) -> None:
    agenda = LIBRARY.item("sessions", full)
    assert isinstance(agenda, Session)
    player = Player(still(agenda))

    for part in reversed(agenda.step):
        player.go_to(part.id, {})
        player.at(0.0)
        player.at(3600.0)
        assert player.step.id == part.id


@pytest.mark.parametrize("full", LIBRARY.ids("sessions"))
def test_the_parts_of_an_agenda_fill_its_time_and_each_has_both_halves(full: str) -> None:
    agenda = LIBRARY.item("sessions", full)
    assert isinstance(agenda, Session)

    seconds = sum(getattr(part, "seconds", 0) or 0 for part in agenda.step)

    assert seconds == agenda.minutes * 60
    assert all(part.text and part.private for part in agenda.step)  # type: ignore[union-attr]


def test_since_last_time_names_what_was_and_counts_nothing_against_anyone() -> None:
    practised = [
        Glimpse("1", "core/feet-floor", TODAY - 30 * DAY),
        Glimpse("2", "core/feet-floor", TODAY - 2 * DAY, ease="easier"),
        Glimpse("3", "core/box-breath", TODAY - DAY, ease="harder"),
    ]
    done = Step(id="step:1", text="Call the clinic", landed="done", landed_on=TODAY - DAY)
    not_done = Step(id="step:2", text="Write the letter", landed="not", landed_on=TODAY - DAY)
    titles = {"core/feet-floor": "Feet on the floor", "core/box-breath": "Box breath"}

    lines = since_last_time(
        practised, [done, not_done], ["Sleep at night", "Work"], titles, TODAY - 14 * DAY
    )

    assert lines == [
        "Practiced on 2 days",
        "Feet on the floor, it eased things",
        "Box breath, tried",
        "A step: Call the clinic",
        "A hope: Sleep at night",
    ]


def test_a_summary_holds_the_agreed_lines_and_whose_words_they_are() -> None:
    lines = [
        SummaryLine("Walk to the river", "mine", kept=True),
        SummaryLine("Not agreed"),
        SummaryLine("Talk on Tuesday", "ours", kept=True),
    ]

    kept = summary(lines, record_id="1", at=NOW)

    assert [(line.text, line.whose) for line in kept.lines] == [
        ("Walk to the river", "mine"),
        ("Talk on Tuesday", "ours"),
    ]
    assert "Not agreed" not in as_text(kept)
    assert "Walk to the river  (my words)" in as_text(kept)
    assert KINDS["summary"] is Summary


def test_no_field_for_diagnosis_risk_or_progress_exists() -> None:
    named = set(Summary.model_fields) | {"text", "whose"}

    assert named == {"id", "at", "day", "kind", "lines", "text", "whose"}


def test_rewording_takes_the_agreement_back() -> None:
    line = SummaryLine("One", kept=True)

    assert line.reworded("One").kept
    assert not line.reworded("Another").kept


WORDING = LIBRARY.words("wording")


def found(text: str, *, own: bool = False) -> dict[str, str]:
    assert isinstance(WORDING, Wording)
    return {offer.word: offer.say for offer in offers(text, WORDING, own_words=own)}


def test_the_note_guard_offers_everyday_words() -> None:
    assert found("She should do her homework") == {"should": "could", "homework": "practice"}
    assert "ptsd" in found("We talked about PTSD")
    assert "case number" in found("Her case number is on the form")


def test_the_note_guard_is_off_for_a_persons_own_words() -> None:
    assert found("I am an alcoholic and I failed", own=True) == {}


def test_the_note_guard_knows_whole_words_alone() -> None:
    assert found("Mustard on a sandwich, at noon") == {}


def test_a_board_takes_seven_lines_of_forty() -> None:
    board = Board()
    for number in range(MOST_LINES):
        assert board.add(f"line {number}")

    assert not board.add("one more")
    assert not Board().add("x" * (LONGEST + 1))
    assert not Board().add("\x1b[2J")


def test_a_board_is_agreed_when_every_line_is() -> None:
    board = Board()
    board.add("one")
    board.add("two")
    board.agree(0)
    assert not board.agreed

    board.agree(1)
    assert board.agreed
    board.reword(1, "two, said differently")
    assert not board.agreed
    assert "two" not in board.as_text(TODAY).split("\n")[2:4][1:]

    board.wipe()
    assert board.shown == ()
    assert not board.agreed

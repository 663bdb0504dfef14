"""What a check-in asks: what was picked, never what was left out, and names that are known."""

import datetime
from pathlib import Path

import pytest

from peercompanion.daily.check_in import CheckingIn
from peercompanion.kept import Kept
from peercompanion.packs.library import Library
from peercompanion.places import content, places
from peercompanion.practice import writing
from peercompanion.practice.choice import Question
from peercompanion.practice.contacts import Contact
from peercompanion.practice.days import Days
from peercompanion.practice.leaving_out import LeaveOut
from peercompanion.practice.records import Record
from peercompanion.sitting import Sitting

NOW = datetime.datetime(2026, 11, 21, 8, 30, tzinfo=datetime.UTC)
ASKS_OF_FOOD = "What was good to eat today?"
WITH_PEOPLE = "Who could stand next to you for that step?"
PACK = """format = 1
id = "kitchen"
name = "Kitchen"
version = "1"
language = "en"
license = "CC0-1.0"
authors = [{ name = "Us" }]
"""
WORDS = f"""[[group]]
id = "table"
title = "At the table"

[[question]]
id = "eaten"
group = "table"
text = "{ASKS_OF_FOOD}"
contains = ["food"]
"""


@pytest.fixture
def sitting(tmp_path: Path) -> Sitting:
    pack = tmp_path / "packs" / "kitchen"
    (pack / "words").mkdir(parents=True)
    (pack / "pack.toml").write_text(PACK)
    (pack / "words" / "questions.toml").write_text(WORDS)
    library = Library([pack.parent, content()])
    return Sitting(library, Kept(places({"PEERCOMPANION_HOME": str(tmp_path)})), [], Days())


def checking(sitting: Sitting, leave_out: LeaveOut = frozenset()) -> CheckingIn:
    made = CheckingIn(sitting, leave_out)
    take(made, "storm:5")
    return made


def take(made: CheckingIn, row: str, line: str = "") -> None:
    """Choose a row and, where it asks for one, type a line."""
    outcome = made.chosen(row, NOW)
    if isinstance(outcome, Question):
        outcome = outcome.then(line)
    for record in outcome:
        assert isinstance(record, Record)
        made.sitting.days.take(record.model_dump())


def titles(made: CheckingIn) -> list[str]:
    return [row.title for row in made.rows()]


def test_a_question_that_touches_on_what_is_left_out_is_neither_offered_nor_asked(
    sitting: Sitting,
) -> None:
    made = checking(sitting)
    made.part = "questions"
    assert {ASKS_OF_FOOD, "At the table"} <= set(titles(made))
    take(made, f"question:{ASKS_OF_FOOD}")
    made.part = "next"
    assert ASKS_OF_FOOD in titles(made)
    without = checking(sitting, frozenset({"food"}))
    assert ASKS_OF_FOOD not in titles(without)
    without.part = "questions"
    assert not {ASKS_OF_FOOD, "At the table"} & set(titles(without))
    assert "What feels hardest right now?" in titles(without)


def test_who_was_named_before_answers_with_one_key(sitting: Sitting) -> None:
    made = checking(sitting)
    take(made, f"question:{WITH_PEOPLE}")
    take(made, f"ask:{WITH_PEOPLE}", "Nobody yet")
    assert made.record
    assert made.record.answers == {WITH_PEOPLE: "Nobody yet"}
    for number, name in enumerate(("Ana", "Jo")):
        contact = Contact(f"person:{number}", name)
        sitting.days.take(writing.contact(contact, NOW).model_dump())
    take(made, f"ask:{WITH_PEOPLE}")
    rows = list(made.rows())
    assert [(row.key, row.title) for row in rows[:2]] == [("1", "Jo"), ("2", "Ana")]
    take(made, rows[0].id)
    assert made.record.answers == {WITH_PEOPLE: "Jo"}
    assert made.part == "next"


def test_what_was_said_stands_beside_what_asked_for_it(sitting: Sitting) -> None:
    made = checking(sitting)
    take(made, "energy:3")
    take(made, "word:tired")
    notes = {row.title: row.note for row in made.rows()}
    assert (notes["Energy"], notes["A word for it"]) == ("low, small things only", "tired")


def test_it_goes_on_where_something_ended_it(sitting: Sitting) -> None:
    made = checking(sitting)
    take(made, "word:tired")
    again = CheckingIn(sitting, frozenset())
    again.take_up(NOW)
    take(again, "own-word", "grey")
    (checkin,) = sitting.days.checkins.values()
    assert (checkin.storm, checkin.words) == (5, ("tired", "grey"))

"""Strengths, supports, skills and goals, once named, are offered wherever they help."""

import datetime
from pathlib import Path

import pytest

from peercompanion.daily.check_in import CheckingIn
from peercompanion.daily.steps import OneStep
from peercompanion.kept import Kept
from peercompanion.packs.library import Library
from peercompanion.places import content, places
from peercompanion.planning.part import PartOfPlan
from peercompanion.practice import keeping, writing
from peercompanion.practice.choice import Question
from peercompanion.practice.contacts import Contact
from peercompanion.practice.days import Days
from peercompanion.practice.glimpse import Glimpse
from peercompanion.practice.goals import Goal, Step
from peercompanion.practice.leaving_out import LeaveOut
from peercompanion.practice.plan import STEADY, WELL
from peercompanion.practice.player import Player
from peercompanion.practice.records import Record
from peercompanion.sitting import Sitting

NOW = datetime.datetime(2026, 11, 21, 8, 30, tzinfo=datetime.UTC)
NOTHING: LeaveOut = frozenset()
WORKED = "What has worked for you before?"


@pytest.fixture
def sitting(tmp_path: Path) -> Sitting:
    """Somebody who named a strength, a person and a goal, and whom a breath has eased."""
    days = Days()
    for record in (
        keeping.strength("keeps showing up", record_id="strength:1", at=NOW),
        writing.contact(Contact("person:1", "Jo"), NOW),
        keeping.goal(Goal("goal:1", "More music"), NOW),
        keeping.goal(Goal("goal:2", "Less noise", over=True), NOW),
        keeping.step(Step("step:1", "Call the clinic"), NOW),
    ):
        days.take(record.model_dump())
    eased = Glimpse("1", "core/long-exhale", NOW.date(), ease="easier")
    kept = Kept(places({"PEERCOMPANION_HOME": str(tmp_path)}))
    return Sitting(Library([content()]), kept, [eased], days)


@pytest.mark.parametrize(
    ("plan", "section", "added", "link"),
    [
        (WELL, "wellness:my-strengths", "keeps showing up", ""),
        (WELL, "wellness:toward", "More music", ""),
        (WELL, "wellness:my-people", "Jo", "person:1"),
        (STEADY, "plan:first-ten", "Long exhale", "exercise:core/long-exhale"),
    ],
)
def test_a_part_of_a_plan_takes_in_with_one_key_what_was_named(
    sitting: Sitting, plan: str, section: str, added: str, link: str
) -> None:
    part = PartOfPlan(sitting, plan, section, "US", NOTHING)
    (row,) = [row for row in part.rows() if row.title == f"Add: {added}"][:1]
    what, _colon, which = row.id.partition(":")
    for record in part.chosen(what, which, NOW):
        assert isinstance(record, Record)
        sitting.days.take(record.model_dump())
    (line,) = part.section.lines
    assert (line.text, line.link) == (added, link)
    assert f"Add: {added}" not in [row.title for row in part.rows()]


def test_a_goal_that_is_over_is_not_offered(sitting: Sitting) -> None:
    part = PartOfPlan(sitting, WELL, "wellness:toward", "US", NOTHING)
    assert "Add: Less noise" not in [row.title for row in part.rows()]


def test_the_latest_goal_is_offered_first(sitting: Sitting) -> None:
    sitting.days.take(keeping.goal(Goal("goal:3", "Sleep"), NOW).model_dump())
    assert sitting.named("goal", NOTHING) == ("Sleep", "More music")


def test_what_eased_things_answers_what_worked_before(sitting: Sitting) -> None:
    made = CheckingIn(sitting, NOTHING)
    made.chosen("storm:5", NOW)
    made.chosen(f"ask:{WORKED}", NOW)
    assert next(row.title for row in made.rows()) == "Long exhale"
    without = CheckingIn(sitting, frozenset({"breath"}))
    without.chosen("storm:5", NOW)
    assert isinstance(without.chosen(f"ask:{WORKED}", NOW), Question), "nothing left out is named"


@pytest.mark.parametrize(
    ("tool", "step", "named"),
    [
        ("if-then", "action", "Long exhale"),
        ("if-then", "backup", "Jo"),
        ("problem-solving", "tried", "Long exhale"),
        ("recovery-story", "helped", "Long exhale"),
        ("recovery-story", "turn", "Jo"),
        ("small-steps", "tell", "Jo"),
    ],
)
def test_tools_offer_it(sitting: Sitting, tool: str, step: str, named: str) -> None:
    guide = sitting.guide(f"tool:core/{tool}")
    assert guide
    at = next(one for one in guide.step if one.id == step)
    assert named in dict(sitting.offered(at, Player(guide))).values()


def test_a_step_that_may_meet_something_hard_is_reminded_of_it(sitting: Sitting) -> None:
    asked = OneStep(sitting, "step:1", NOTHING).chosen("if_then", NOW)
    assert isinstance(asked, Question)
    assert asked.starters[-1] == "Named before: Long exhale, Jo"

"""Lines of a tool go where they belong, with all that was said of them."""

import datetime
from collections.abc import Mapping
from typing import Any, cast

from peercompanion.packs.library import Library
from peercompanion.packs.models.guides import Tool
from peercompanion.packs.models.steps import Naming
from peercompanion.places import content
from peercompanion.practice import keeping, produced, writing
from peercompanion.practice.answers import Answer
from peercompanion.practice.contacts import Contact
from peercompanion.practice.days import Days
from peercompanion.practice.goals import Goal
from peercompanion.practice.player import Player
from peercompanion.practice.records import Record

NOW = datetime.datetime(2026, 11, 21, 8, 30, tzinfo=datetime.UTC)


def tool(slug: str) -> Tool:
    found = Library([content()]).item("tools", f"core/{slug}")
    assert isinstance(found, Tool)
    return found


def walked(guide: Tool, answers: Mapping[str, Answer]) -> Player:
    player = Player(guide)
    player.answers.update(answers)
    return player


def placed(player: Player, days: Days, at: int = 0) -> Record:
    """Put one line of a walk where it belongs."""
    record = produced.record(
        produced.lines(player)[at],
        player,
        days,
        new_id=lambda kind: f"{kind}:new",
        at=NOW,
        plan_of=lambda _section: "core/steady-plan",
    )
    days.take(record.model_dump())
    return record


def with_list(**step: Any) -> Tool:
    made = {"id": "who", "kind": "list", "text": "Who?", "marks": ["talk", "urgent"], **step}
    return Tool.model_validate({"title": "T", "helps": "H", "minutes": 1, "step": [made]})


def test_marks_say_what_a_person_is_for() -> None:
    days = Days()
    circle = walked(tool("support-circle"), {"close": ("Ana (talk, urgent)", "Jo")})
    assert not produced.known(produced.lines(circle)[0], days)
    placed(circle, days)
    placed(walked(tool("support-circle"), {"places": ("Library (company)",)}), days)
    people = {one.name: one.what_for for one in days.plans.people()}
    assert people == {"Ana": "talk, urgent", "Library": "company"}
    assert [one.name for one in days.plans.people()] == ["Ana", "Library"]
    assert produced.known(produced.lines(circle)[0], days)


def test_a_person_who_is_there_keeps_what_is_known_and_gets_the_marks() -> None:
    days = Days()
    ana = Contact("person:1", "Ana", what_for="walks", how="555-0100")
    days.take(writing.contact(ana, NOW).model_dump())
    bare = walked(tool("support-circle"), {"close": ("Ana",)})
    assert produced.known(produced.lines(bare)[0], days)
    marked = walked(tool("support-circle"), {"close": ("Ana (talk)",)})
    assert not produced.known(produced.lines(marked)[0], days)
    placed(marked, days)
    (one,) = days.plans.people()
    assert (one.id, one.what_for, one.how) == ("person:1", "walks, talk", "555-0100")


def test_marks_stay_with_lines_that_have_no_place_of_their_own_for_them() -> None:
    for gives in ("step", "strength", "good-day", "plan:lines"):
        player = walked(with_list(gives=gives), {"who": ("Call Ana (urgent)",)})
        assert produced.lines(player)[0].text == "Call Ana (urgent)"
        assert "Call Ana (urgent)" in str(placed(player, Days()))


def test_who_was_named_a_moment_ago_is_known_in_the_same_walk() -> None:
    circle = tool("support-circle")
    said = {"close": ("Ana (talk)",), "places": ("Library",), "nearer": "Someone"}
    player = walked(circle, said)
    steps = {step.id: step for step in player.steps}
    assert produced.named_in(player, cast("Naming", steps["nearer"])) == ["Ana"]
    assert produced.named_in(player, cast("Naming", steps["close"])) == []


def test_a_step_belongs_to_the_goal_of_the_same_walk() -> None:
    days = Days()
    days.take(keeping.goal(Goal("goal:1", "More music"), NOW).model_dump())
    said = {"more-or-less": "More music", "ten-minutes": "Tune the guitar"}
    player = walked(tool("small-steps"), said)
    step = placed(player, days, at=1)
    assert step.model_dump()["text"] == "Tune the guitar"
    assert days.steps["step:new"].goal == "goal:1"

"""The daily rooms, lived in on the full screen and in lines of text: the same records.

A room is walked by the words of its rows. On the full screen they are found with the arrows and
taken with Enter; in lines of text they are typed.
"""

import asyncio
import json
import re
from dataclasses import dataclass
from pathlib import Path

import pytest

from peercompanion.clock import Clock
from peercompanion.places import Places, places
from peercompanion.tui.app import CompanionApp
from peercompanion.tui.routes import go
from peercompanion.tui.screens.asking import AskingPage
from peercompanion.tui.widgets.choices import Choices

from .conftest import MORNING, Sit
from .test_both_faces import records

ULID = re.compile(r"\b[0-9A-HJKMNP-TV-Z]{26}\b", re.IGNORECASE)


@dataclass(frozen=True)
class Says:
    """A line that is typed; anything else is the beginning of a row's words."""

    words: str


BACK = Says("b")
"""One step back; Escape on the full screen."""
ROOMS: dict[str, tuple[str, list[str | Says]]] = {
    "a check-in": (
        "check-in",
        ["Rough", "Energy", "Low", "A word", "Scared", "scared", "worried", "Go on"],
    ),
    "a check-in with words of one's own": (
        "check-in",
        ["Calm", "A word", "Words of my own", Says("sea"), "Go on"],
    ),
    "a question that was picked": (
        "check-in",
        [
            "Light",
            "Questions to be",
            "What feels hardest",
            "Go on",
            "What feels hardest",
            Says("rain"),
        ],
    ),
    "a checklist": (
        "checklists",
        [
            "Daily basics",
            "I had some water",
            "I had one moment",
            "I had some water",
            "Add a line",
            Says("The cat is fed"),
            "What is one thing",
            Says("the light"),
        ],
    ),
    "a step": (
        "steps",
        [
            "A new step",
            Says("Call Jo"),
            "When and where",
            Says("noon"),
            "How sure",
            Says("4"),
            "Smaller",
            Says("Find the number"),
            "A day",
            Says("3"),
            "No day",
            "Some of it",
        ],
    ),
    "a goal": (
        "steps",
        [
            "A new goal",
            Says("More music"),
            "What makes it matter",
            Says("home"),
            "A new step",
            Says("Tune the guitar"),
            "Reached",
        ],
    ),
    "a chart of one's own": (
        "charts",
        [
            "One of my own",
            Says("Sundays"),
            "Add a line",
            Says("Tea"),
            "Add a line",
            Says("A walk"),
            "Use it today",
            "Name",
            Says("Any Sunday"),
            "Put it away",
        ],
    ),
    "a line of a chart": (
        "charts",
        [
            "One of my own",
            Says("Sundays"),
            "Add a line",
            Says("Tea"),
            "Add a line",
            Says("A walk"),
            "A walk",
            "Its words",
            Says("A walk by the river"),
            "The small version",
            Says("To the door"),
            "Part of the day",
            Says("Noon"),
            "A time",
            Says("soon"),
            Says("9pm"),
            "Sunday",
            "An exercise",
            "Long exhale",
            "Earlier",
            BACK,
            "Tea",
            "Put it away",
        ],
    ),
    "a small day and a day off": (
        "today",
        [
            "Choose a chart",
            "Steady",
            "Use this",
            "A small day",
            "A rest day",
            "Back again",
            "A line worth",
            Says("The river"),
        ],
    ),
    "days off": ("away", ["Another number", Says("10")]),
}


async def by_keys(home: Places, task: str, walk: list[str | Says]) -> None:
    """Walk through a room on the full screen."""
    app = CompanionApp(home, clock=Clock(lambda: 0.0, lambda: MORNING))
    async with app.run_test(size=(100, 60)) as pilot:
        await app.workers.wait_for_complete()
        await go(app, task)
        for word in walk:
            await app.workers.wait_for_complete()
            await pilot.pause()
            if word == BACK:
                await pilot.press("escape")
            elif isinstance(word, Says):
                field = app.screen.query_one("#entry")
                assert field.has_focus
                await pilot.press("ctrl+u", *word.words, "enter")
            else:
                await take(app, pilot, word)
        await app.workers.wait_for_complete()
        await pilot.pause()


async def take(app: CompanionApp, pilot: object, words: str) -> None:
    """Take the row that begins with some words."""
    assert isinstance(app.screen, AskingPage)
    lists = [each for each in app.screen.query(Choices) if each.display]
    found = [(each, row) for each in lists for row in each.open_rows if row.title.startswith(words)]
    assert found, (words, [row.title for each in lists for row in each.open_rows])
    choices, row = found[0]
    choices.focus()
    choices.at = choices.open_rows.index(row)
    await pilot.press("enter")  # type: ignore[attr-defined]


def kept_in(home: Places) -> list[str]:
    """All that is kept, each id the same as every other."""
    said = (ULID.sub("-", json.dumps(one, default=str, sort_keys=True)) for one in records(home))
    return sorted(said)


@pytest.mark.parametrize("room", ROOMS)
def test_a_room_leaves_the_same_on_both_faces(
    room: str, sit: Sit, home: Places, tmp_path: Path
) -> None:
    task, walk = ROOMS[room]
    sat = sit(*(word.words if isinstance(word, Says) else word for word in walk), task=task)
    assert not sat.script.lines, sat.seen
    slips = re.findall("I did not understand .*", sat.seen)
    assert slips == ["I did not understand soon."] * walk.count(Says("soon")), sat.seen
    other = places({"PEERCOMPANION_HOME": str(tmp_path / "full-screen")})
    asyncio.run(by_keys(other, task, walk))
    assert kept_in(home) == kept_in(other)
    assert kept_in(home)


CHOOSING: list[str | Says] = ["Choose a chart", "Steady", "Use this"]
MARKS = ["Mark", "1", "Done", "2", "The small", "3", "Left"]


async def press(home: Places, *keys: str) -> None:
    """Press keys on the page of the day."""
    app = CompanionApp(home, clock=Clock(lambda: 0.0, lambda: MORNING))
    async with app.run_test(size=(100, 60)) as pilot:
        await app.workers.wait_for_complete()
        await go(app, "today")
        for key in keys:
            await pilot.pause()
            await pilot.press(key)
            await app.workers.wait_for_complete()


@pytest.mark.parametrize("size", [[], ["A small day"]], ids=["any day", "a small day"])
def test_marks_are_the_same_on_both_faces(
    sit: Sit, home: Places, tmp_path: Path, size: list[str | Says]
) -> None:
    begun = [*CHOOSING, *size]
    sat = sit(*(str(word) for word in begun), *MARKS, task="today")
    assert "I did not understand" not in sat.seen, sat.seen
    other = places({"PEERCOMPANION_HOME": str(tmp_path / "full-screen")})
    asyncio.run(by_keys(other, "today", begun))
    done, small = ("b", "space") if size else ("space", "b")
    asyncio.run(press(other, done, "down", small, "down", "l"))
    assert kept_in(home) == kept_in(other)
    assert sum("mark" in one for one in kept_in(home)) == 3

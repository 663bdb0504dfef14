"""A line that is being typed when something ends the app waits where it belongs."""

import pytest

from peercompanion.kept import Kept
from peercompanion.packs.library import Library
from peercompanion.packs.models import Routine
from peercompanion.places import content
from peercompanion.practice import keeping, routine, writing
from peercompanion.practice.contacts import Contact
from peercompanion.practice.goals import Goal, Step
from peercompanion.practice.plan import STEADY, Part, Written
from peercompanion.practice.records import CheckIn
from peercompanion.tui.app import CompanionApp
from peercompanion.tui.screens.asking import AskingPage

from .conftest import Opened, Time, press, settle, shown

FIELDS: dict[str, tuple[str, ...]] = {
    "today: a good line": ("2", "g"),
    "steps: a new one": ("2", "2", "a"),
    "steps: when": ("2", "2", "1", "w"),
    "goals: a new one": ("2", "2", "n"),
    "goals: a step toward one": ("2", "2", *["down"] * 3, "enter", "a"),
    "charts: from nothing": ("2", "6", "n"),
    "charts: a line": ("2", "6", "enter", "a"),
    "charts: a line's words": ("2", "6", "enter", "enter", "w"),
    "checklists: a line of my own": ("2", "3", "enter", "a"),
    "checklists: the note": ("2", "3", "enter", "n"),
    "good days": ("2", "5", "a"),
    "check-in: a word": ("c", "3", "w", "t"),
    "check-in: a question": ("c", "3", "a"),
    "plan: a part of my own": ("3", "n"),
    "plan: a line": ("3", "1", "t"),
    "plan: other words": ("3", "3", "1", "t"),
    "plan: a sign": ("3", "2", "down", "enter"),
    "plan: the name of a part": ("3", "1", "a", "r"),
    "people: a name": ("3", "6", "t"),
    "people: how to reach them": ("3", "6", "1", "3"),
    "what keeps me well: a part of my own": ("3", "k", "n"),
}
"""The keys from Home to each field for one line."""


@pytest.fixture(autouse=True)
def a_life(kept: Kept, time: Time) -> None:
    """Something of everything."""
    now = time.now()
    offered = Library([content()]).item("routines", "core/steady-weekday")
    assert isinstance(offered, Routine)
    chart = routine.own(offered, "steady-weekday", now.date(), lambda ref: f"core/{ref}")
    kept.put(keeping.chart(chart, now))
    kept.put(keeping.goal(Goal("goal:1", "More music"), now))
    kept.put(keeping.step(Step("step:1", "Call the clinic"), now))
    asked = ["What feels hardest right now?"]
    kept.put(CheckIn(id="c", at=now, day=now.date(), storm=5, questions=asked))
    first = Part("plan:first-ten", STEADY, lines=(Written("Feet on the floor"),))
    kept.put(writing.part(first, now))
    kept.put(writing.contact(Contact("person:1", "Ana", looked_at=now.date()), now))


@pytest.mark.parametrize("name", FIELDS)
async def test_it_is_offered_again_from_home_and_then_kept(
    opened: Opened, kept: Kept, name: str
) -> None:
    async with opened(size=(80, 60)) as pilot:
        await press(pilot, *FIELDS[name])
        screen = pilot.app.screen
        assert isinstance(screen, AskingPage)
        assert screen.typing, shown(pilot)
        await pilot.press(*"zwei")
        assert screen._drafts
        await screen._drafts.save_what_waits()  # a second has passed
        (draft,) = kept.drafts()  # so much is on the disk while nothing has ended yet
        assert str(draft.answers["line"]).endswith("zwei")
    async with opened(size=(80, 60)) as pilot:
        assert "A line you began" in shown(pilot)
        await press(pilot, "g")
        assert type(pilot.app.screen) is type(screen)
        assert isinstance(pilot.app.screen, AskingPage)
        assert pilot.app.screen.typing
        assert "zwei" in shown(pilot)
        await press(pilot, "enter")
        assert kept.drafts() == []
    entries = kept._journal.read().entries
    assert any("zwei" in str(entry.fields) for entry in entries)


@pytest.mark.parametrize("ended", [True, False])
@pytest.mark.parametrize(
    ("meanwhile", "then"),
    [
        (("Call Jo", "Feet on the floor"), ("Call Jo", "Feet on the floor, both")),
        (("Call Jo",), ("Call Jo", "Feet on the floor, both")),
    ],
)
async def test_a_line_that_moved_or_went_meanwhile_never_takes_another_ones_place(
    opened: Opened,
    kept: Kept,
    time: Time,
    ended: bool,
    meanwhile: tuple[str, ...],
    then: tuple[str, ...],
) -> None:
    def elsewhere() -> None:
        lines = tuple(map(Written, meanwhile))
        kept.put(writing.part(Part("plan:first-ten", STEADY, lines=lines), time.now()))

    async with opened(size=(80, 60)) as pilot:
        await press(pilot, *FIELDS["plan: other words"], *", both")
        if not ended:
            elsewhere()
            assert isinstance(pilot.app, CompanionApp)
            pilot.app.look_elsewhere()
            await settle(pilot)
            await settle(pilot)
            await press(pilot, "enter")
    if ended:
        elsewhere()
        async with opened(size=(80, 60)) as pilot:
            await press(pilot, "g", "enter")
    part = kept.lately(time.now().date()).plans.parts["plan:first-ten"]
    assert tuple(line.text for line in part.lines) == then
    assert kept.drafts() == []


async def test_what_is_kept_or_empty_leaves_no_draft(opened: Opened, kept: Kept) -> None:
    async with opened() as pilot:
        await press(pilot, "2", "2", "a", *"Walk", "enter")
        assert kept.drafts() == []
        await press(pilot, "w", *"noon", *["backspace"] * 4, "escape")
        assert kept.drafts() == []
        await press(pilot, "u", *"99", "enter")
        assert "A number from 0 to 10." in shown(pilot)
        assert kept.drafts() == []


async def test_where_home_is_quiet_it_waits_on_its_own_page(opened: Opened, kept: Kept) -> None:
    async with opened() as pilot:
        await press(pilot, *FIELDS["good days"], *"The river")
    async with opened() as pilot:
        await press(pilot, "2", "5")
        assert "The river" in shown(pilot)
        await press(pilot, "escape")
    assert "The river" in kept.days().texts("good-day")

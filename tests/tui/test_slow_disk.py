"""A disk that takes its time: what a person does meanwhile is neither lost nor done twice."""

import threading
from collections.abc import Callable, Iterator

import pytest
from textual.pilot import Pilot

from peercompanion.kept import Kept
from peercompanion.places import Places
from peercompanion.practice.records import Led, Summary
from peercompanion.supporter import Supporter
from peercompanion.tui.app import CompanionApp
from peercompanion.tui.routes import go
from peercompanion.tui.screens.asking import AskingPage
from peercompanion.tui.screens.help_now import HelpNow
from peercompanion.tui.widgets.choices import Choices

from .conftest import Opened, Time, press, settle, shown


class Disk:
    """Goes on only when it is told to."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.goes = threading.Event()
        for name in ("put", "revise", "forget"):
            monkeypatch.setattr(Kept, name, self._slow(getattr(Kept, name)))
        self.goes.set()

    def _slow(self, done: Callable[..., object]) -> Callable[..., object]:
        def slowly(*given: object) -> object:
            assert self.goes.wait(30)
            return done(*given)

        return slowly

    async def press_meanwhile(self, pilot: Pilot[None], *keys: str) -> None:
        """Press keys, or take rows by their id, before what the first began is on the disk."""
        self.goes.clear()
        for key in keys:
            if ":" in key:
                take(pilot, key)
            else:
                await pilot.press(key)
            await pilot.pause()
        self.goes.set()
        await settle(pilot)


@pytest.fixture
def disk(monkeypatch: pytest.MonkeyPatch) -> Iterator[Disk]:
    """The disk of the test; whatever happens, it lets nobody wait at the end."""
    disk = Disk(monkeypatch)
    yield disk
    disk.goes.set()


def take(pilot: Pilot[None], row: str) -> None:
    """Take a row by its id."""
    rows = pilot.app.screen.query_one("#rows", Choices)
    rows.at = [each.id for each in rows.open_rows].index(row)
    rows.action_choose()


async def agreeing(pilot: Pilot[None]) -> None:
    """Two lines of a summary, the second agreed on."""
    assert isinstance(pilot.app, CompanionApp)
    await go(pilot.app, "session")
    await settle(pilot)
    await press(pilot, "2", "a", *"walk", "enter", "a", *"river", "enter")
    take(pilot, "line:1")
    await settle(pilot)
    await press(pilot, "1")


MEANWHILE: dict[str, tuple[str, ...]] = {
    "nothing": (),
    "the same again": ("k",),
    "its line is looked at": ("line:1",),
    "another line is agreed on": ("line:0", "1"),
}


@pytest.mark.parametrize("meanwhile", MEANWHILE.values(), ids=list(MEANWHILE))
async def test_a_summary_is_kept_once_and_no_line_is_lost(
    opened: Opened, kept: Kept, home: Places, disk: Disk, meanwhile: tuple[str, ...]
) -> None:
    async with opened() as pilot:
        await agreeing(pilot)
        await disk.press_meanwhile(pilot, "k", *meanwhile)
        text = shown(pilot)
        assert "walk" in text, "what is not in the record is still here"
        assert "river" not in text
    (record,) = kept.every("summary", Summary)
    assert [line.text for line in record.lines] == ["river"]
    assert len(list((home.journal / "summaries").iterdir())) == 1


async def test_a_summary_that_was_left_while_it_is_kept_is_kept_once(
    opened: Opened, kept: Kept, home: Places, disk: Disk
) -> None:
    async with opened() as pilot:
        await agreeing(pilot)
        await disk.press_meanwhile(pilot, "k", "escape")
        await press(pilot, "2")
        assert "walk" in shown(pilot)
        assert "river" not in shown(pilot)
    assert len(kept.every("summary", Summary)) == 1
    assert len(list((home.journal / "summaries").iterdir())) == 1


async def test_a_line_said_differently_while_it_is_kept_is_another_line(
    opened: Opened, disk: Disk
) -> None:
    async with opened() as pilot:
        await agreeing(pilot)
        await disk.press_meanwhile(pilot, "k", "line:1", "2", "s")
        await press(pilot, "enter")
        assert "rivers" in shown(pilot)
        assert "walk" in shown(pilot)


KEPT_AND_GONE_ON: dict[str, tuple[str, ...]] = {
    "a new step": ("2", "2", "a", *"Walk", "enter"),
    "a chart of a pack": ("2", "1", "enter", "enter"),
    "a chart from nothing": ("2", "1", "n", *"Mine", "enter"),
    "a person": ("3", "6", "t", *"Ana", "enter"),
    "days off": ("2", "8", "2"),
}
"""From Home, with the key that keeps something and goes on as the last."""


@pytest.mark.parametrize("keys", KEPT_AND_GONE_ON.values(), ids=list(KEPT_AND_GONE_ON))
async def test_help_stays_where_something_is_kept_below_it(
    opened: Opened, disk: Disk, keys: tuple[str, ...]
) -> None:
    *before, last = keys
    async with opened(size=(80, 60)) as pilot:
        await press(pilot, *before)
        below = pilot.app.screen
        await disk.press_meanwhile(pilot, last, "f2")
        assert isinstance(pilot.app.screen, HelpNow)
        assert "Kept on this computer" not in shown(pilot)
        await press(pilot, "f2")
        assert pilot.app.screen is below, "and Escape comes back to exactly there"
        assert "Kept on this computer" in shown(pilot)


async def test_a_row_taken_while_a_line_is_typed_leaves_its_draft(
    opened: Opened, kept: Kept
) -> None:
    async with opened(size=(80, 60)) as pilot:
        await press(pilot, "3", "6", "t", *"Ana", "enter", "3", *"zwei")
        page = pilot.app.screen
        assert isinstance(page, AskingPage)
        assert page._drafts
        await page._drafts.save_what_waits()
        take(pilot, "asked")  # is kept at once
        await settle(pilot)
        assert page._drafts, "the line is still being typed"
        await press(pilot, "x")
        await page._drafts.save_what_waits()
        assert [draft.answers for draft in kept.drafts()] == [{"line": "zweix"}]
    async with opened(size=(80, 60)) as pilot:
        await press(pilot, "g")
        assert "How do you reach them?" in shown(pilot)
        assert "zweix" in shown(pilot)
        await press(pilot, "enter")
        assert kept.drafts() == []
    (ana,) = kept.days().plans.contacts.values()
    assert (ana.how, ana.asked) == ("zweix", True)


async def test_two_quick_presses_take_off_one_line_at_most(
    opened: Opened, kept: Kept, home: Places, time: Time, disk: Disk
) -> None:
    supporter = Supporter(home, kept, time.now, logs=True)
    for _each in range(3):
        supporter.log({("exercise:core/long-exhale", "breathing"): 300.0}, set())
        time.seconds += 60
    async with opened() as pilot:
        assert isinstance(pilot.app, CompanionApp)
        await go(pilot.app, "supporter")
        await settle(pilot)
        await press(pilot, "d", "enter")
        await disk.press_meanwhile(pilot, "2", "enter", "2", "enter", "2")
    assert len(kept.every("led", Led)) == 2

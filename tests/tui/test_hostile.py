"""Content made to do harm, with the check of it switched off, harms nothing on any screen."""

import re
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from textual import events
from textual.widgets import Input

import peercompanion
from peercompanion import sitting
from peercompanion.kept import Kept
from peercompanion.packs import first_cards, help_lines, reading
from peercompanion.packs.library import Library
from peercompanion.places import Places
from peercompanion.text import unfit
from peercompanion.tui.app import CompanionApp
from peercompanion.tui.screens.exercise import ExercisePage

from ..ends import hostile
from . import test_everywhere as everywhere
from .conftest import Opened, Time, press, settle, shown
from .random_walk import Walk

BEGINNING = hostile.AS_TEXT[:24]
TYPED = "[/x]"
OWN_WORDS = {
    *("Calendar", "Coming", "ContactShown", "Cover", "DoneAtOnce", "Earlier", "Menu", "More"),
    *("PreferencesPage", "RegionPage", "Sure", "WhatThisIs", "Where"),
}
"""Screens without a word from packs."""


@pytest.fixture
def unchecked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Hostile content in place of all that ships, and nobody who looks at its characters."""
    folder = hostile.content(tmp_path / "content")
    monkeypatch.setattr(reading, "unfit", lambda text: [])
    for module in (sitting, first_cards, help_lines):
        monkeypatch.setattr(module, "content", lambda: folder)
    return folder


async def test_a_random_walk_through_it(
    opened: Opened, kept: Kept, time: Time, unchecked: Path
) -> None:
    async with opened() as pilot:
        await Walk(pilot, kept, time, seed=4).go(300)


async def test_exercises_show_it_as_text(opened: Opened, unchecked: Path) -> None:
    items = Library([unchecked]).ids("exercises")
    assert len(items) > 30
    async with opened() as pilot:
        assert isinstance(pilot.app, CompanionApp)
        for item in items[::3]:
            pilot.app.open_exercise(item)
            await settle(pilot)
            assert isinstance(pilot.app.screen, ExercisePage)
            for key in ("i", "escape", "enter", "right", "right"):
                assert BEGINNING in shown(pilot), (item, key)
                await press(pilot, key)
            pilot.app.go_home()
            await settle(pilot)


@dataclass
class Reader(everywhere.Walk):
    """Reads every screen, and types and pastes into every field that is open there."""

    read: set[str] = field(default_factory=set)
    """Screens that showed hostile words, as the words they are."""
    typed: set[str] = field(default_factory=set)
    """Screens with a field that took them, as the words they are."""

    async def look(self, way: everywhere.Way, changes: int) -> None:
        """Read it, then go on as ever."""
        page, entry = self.pilot.app.screen, self.pilot.app.focused
        if isinstance(entry, Input):
            page.post_message(events.Paste(f"{hostile.HOSTILE}\n{hostile.HOSTILE}"))
            await press(self.pilot, *TYPED)
            assert BEGINNING in entry.value
            assert TYPED in entry.value
            assert not unfit(entry.line)
            self.typed.add(type(page).__name__)
        assert not unfit(shown(self.pilot))
        if BEGINNING in shown(self.pilot):
            self.read.add(type(page).__name__)
        await super().look(way, changes)


async def test_every_screen_shows_it_as_text(
    opened: Opened, kept: Kept, time: Time, home: Places, unchecked: Path
) -> None:
    everywhere.fill(kept, time)
    async with opened(size=(100, 50)) as pilot:
        reader = Reader(pilot, set(), {everywhere.ERASES})
        await reader.everywhere()
    names = {kind.__name__ for kind in reader.kinds}
    assert {kind.__name__ for kind in everywhere.pages()} - names <= {"NowPage"}
    assert names - reader.read <= OWN_WORDS
    assert len(reader.typed) > 15
    for file in home.journal.rglob("*.t*"):
        assert not unfit(file.read_text()), file


async def test_one_steady_thing_shows_it_as_text(home: Places, time: Time, unchecked: Path) -> None:
    async with CompanionApp(home, now=True, clock=time.clock()).run_test() as pilot:
        await settle(pilot)
        assert BEGINNING in shown(pilot)
        assert not unfit(shown(pilot))


def test_there_is_one_kind_of_field() -> None:
    folder = Path(peercompanion.__file__).parent
    made = re.compile(r"\b(?:Input|MaskedInput|TextArea)\(|class .*\b(?:Input|TextArea)\)")
    sources = [file for file in folder.rglob("*.py") if made.search(file.read_text())]
    assert [file.name for file in sources] == ["entry.py"]

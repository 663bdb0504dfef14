"""Content made to do harm, with the check of it switched off, harms nothing on any screen."""

from pathlib import Path

import pytest

from peercompanion.kept import Kept
from peercompanion.packs import first_cards, help_lines, reading
from peercompanion.packs.library import Library
from peercompanion.tui import app as app_module
from peercompanion.tui.app import CompanionApp
from peercompanion.tui.screens.exercise import ExercisePage

from ..ends import hostile
from .conftest import Opened, Time, press, settle, shown
from .random_walk import Walk

BEGINNING = hostile.AS_TEXT[:24]


@pytest.fixture
def unchecked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Hostile content in place of all that ships, and nobody who looks at its characters."""
    folder = hostile.content(tmp_path / "content")
    monkeypatch.setattr(reading, "unfit", lambda text: [])
    for module in (app_module, first_cards, help_lines):
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

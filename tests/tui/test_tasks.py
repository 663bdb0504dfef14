"""Every task has a route on the full screen, and no route is without a task."""

import pytest
from textual.command import CommandPalette

from peercompanion.practice.tasks import tasks
from peercompanion.tui.app import CompanionApp
from peercompanion.tui.routes import ACTIONS, SCREENS, go
from peercompanion.tui.screens.home import Home
from peercompanion.tui.screens.walk import WalkPage

from .conftest import Opened, press, settle


def test_tasks_and_routes_are_the_same() -> None:
    assert {task.id for task in tasks()} == set(ACTIONS) | set(SCREENS)


@pytest.mark.parametrize("task", sorted(SCREENS))
async def test_every_task_opens_and_comes_back(opened: Opened, task: str) -> None:
    async with opened() as pilot:
        assert isinstance(pilot.app, CompanionApp)
        await go(pilot.app, task)
        await settle(pilot)
        assert not isinstance(pilot.app.screen, Home)
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, Home)


async def test_the_palette_offers_the_tasks_and_nothing_else(opened: Opened) -> None:
    async with opened() as pilot:
        assert isinstance(pilot.app, CompanionApp)
        offered = [command.title for command in pilot.app.get_system_commands(pilot.app.screen)]
    assert offered == [task.title for task in tasks()]


async def test_help_from_the_palette(opened: Opened) -> None:
    async with opened() as pilot:
        await press(pilot, "ctrl+p")
        await pilot.press("f2")
        await settle(pilot)
        assert type(pilot.app.screen).__name__ == "HelpNow"


@pytest.mark.parametrize("size", [(1, 1), (40, 3), (40, 12)])
async def test_the_palette_in_a_window_without_room(opened: Opened, size: tuple[int, int]) -> None:
    async with opened() as pilot:
        await pilot.resize_terminal(*size)
        await press(pilot, "ctrl+p", "pageup", "pagedown", "down", "up", "escape")
        assert isinstance(pilot.app.screen, Home)


async def test_the_palette_is_asked_for_again_from_what_lies_above_it(opened: Opened) -> None:
    async with opened() as pilot:
        await press(pilot, "ctrl+p", "f2", "1", "ctrl+p")
        assert isinstance(pilot.app.screen, WalkPage)
        await press(pilot, "escape", "escape", "escape", "ctrl+p")
        assert isinstance(pilot.app.screen, CommandPalette)

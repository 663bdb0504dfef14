"""How the full screen does each task of `practice.tasks`."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from textual.screen import Screen

if TYPE_CHECKING:
    from peercompanion.tui.app import CompanionApp
    from peercompanion.tui.sitting import Sitting

Show = Callable[["Sitting"], "Screen[None]"]


def _right_now(sitting: "Sitting") -> Screen[None]:
    from peercompanion.tui.screens.right_now import RightNow

    return RightNow(sitting)


def _room(name: str) -> Show:
    def show(sitting: "Sitting") -> Screen[None]:
        from peercompanion.tui.screens.rooms import ROOMS

        return ROOMS[name](sitting)

    return show


def _find(sitting: "Sitting") -> Screen[None]:
    from peercompanion.tui.screens.find import Find

    return Find(sitting)


def _lines(_sitting: "Sitting") -> Screen[None]:
    from peercompanion.tui.screens.lines import AllLines

    return AllLines()


def _preferences(sitting: "Sitting") -> Screen[None]:
    from peercompanion.tui.screens.preferences import PreferencesPage

    return PreferencesPage(sitting)


def _where(_sitting: "Sitting") -> Screen[None]:
    from peercompanion.tui.screens.where import Where

    return Where()


def _about(_sitting: "Sitting") -> Screen[None]:
    from peercompanion.tui.screens.what_this_is import WhatThisIs

    return WhatThisIs()


SCREENS: Mapping[str, Show] = {
    "right-now": _right_now,
    "today": _room("today"),
    "plan": _room("plan"),
    "session": _room("session"),
    "more": _room("more"),
    "find": _find,
    "lines": _lines,
    "preferences": _preferences,
    "where": _where,
    "about": _about,
}
"""Tasks that open a screen."""

ACTIONS: Mapping[str, str] = {
    "one-minute": "one_minute",
    "pick": "pick_one",
    "help": "app.help_now",
    "cover": "app.cover",
    "leave": "app.quit",
}
"""Tasks that do something at once: actions of Home, or of the app."""


async def go(app: "CompanionApp", task: str) -> None:
    """Do a task, from wherever the person is."""
    if task in ACTIONS:
        await app.home.run_action(ACTIONS[task])
    else:
        app.push_screen(SCREENS[task](await app.sitting()))

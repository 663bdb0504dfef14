"""A hand that knows nothing: keys, clicks, pastes and sizes at random, over the whole app."""

import random
from collections import deque
from collections.abc import Awaitable, Callable
from contextlib import suppress

from textual import events
from textual.command import CommandPalette
from textual.errors import NoWidget
from textual.pilot import OutOfBounds, Pilot

from peercompanion.kept import Kept
from peercompanion.practice.player import WORTH_KEEPING, Player
from peercompanion.text import unfit
from peercompanion.tui.app import CompanionApp
from peercompanion.tui.screens.home import Home
from peercompanion.tui.screens.menu import Menu
from peercompanion.tui.screens.play import Play

from .conftest import Time, settle, shown

HOSTILE = "[@click=app.quit]x[/oops] [x] \u001b]52;c;eA==\u0007"
KEYS = [
    *["enter"] * 12,
    *["down", "up", "right", "left", "space", "tab", "shift+tab", "escape"] * 4,
    *"1234567890",
    *"abcdeghijklmnoprstuvwxyz?/+-=[]",
    *["f2", "f3", "f4", "h", "backspace", "delete", "home", "end", "pagedown", "pageup"],
    *["ctrl+c", "ctrl+z", "ctrl+v", "ctrl+x", "ctrl+a", "ctrl+p", "ctrl+q", "f1", "f9", "ctrl+@"],
]
SIZES = [(80, 24), (120, 40), (60, 20), (40, 12), (80, 24), (80, 24), (1, 1)]
LEAVING = ("escape", "q", "ctrl+c", "ctrl+q")
ESCAPES = 3
"""Presses of Escape that leave any one screen: typing ends, then a question, then the screen."""
LAST = 60
"""Events that are told when something is found."""


class Walk:
    """One walk, by its seed."""

    def __init__(self, pilot: Pilot[None], kept: Kept, time: Time, seed: int) -> None:
        assert isinstance(pilot.app, CompanionApp)
        self.pilot, self.app, self.kept, self.time = pilot, pilot.app, kept, time
        self.random = random.Random(seed)
        self.done: deque[str] = deque(maxlen=LAST)
        self.players: dict[int, tuple[Play, bool]] = {}
        """Every exercise seen since Home, and whether something was practised in it."""
        self.counted: set[str] = set()
        """Ids of the records that were looked at."""
        self.homes = 0

    async def go(self, many: int) -> None:
        """Do so many things; look after each, and go Home now and then."""
        kinds: list[Callable[[], Awaitable[None]]] = [
            *[self._press] * 30,
            *[self._click] * 3,
            *[self._wait] * 5,
            self._scroll,
            self._paste,
            self._resize,
        ]
        for number in range(many):
            await self.random.choice(kinds)()
            await settle(self.pilot)
            self._look()
            if number % 50 == 49:
                await self._go_home()
                await self._count()

    # What it does

    async def _press(self) -> None:
        key = self.random.choice(KEYS)
        if not (isinstance(self.app.screen, Home) and key in LEAVING):
            self.done.append(key)
            await self.pilot.press(key)

    async def _click(self) -> None:
        width, height = self.app.size
        at = (self.random.randrange(width), self.random.randrange(height))
        leaves = isinstance(self.app.screen, Home) and at[1] >= height - 2
        if not leaves:
            times = self.random.choice((1, 1, 2))
            self.done.append(f"click {at} {times}")
            with suppress(OutOfBounds, NoWidget):
                await self.pilot.click(offset=at, times=times)

    async def _scroll(self) -> None:
        kind = self.random.choice((events.MouseScrollDown, events.MouseScrollUp))
        self.done.append(kind.__name__)
        width, height = self.app.size
        at = (self.random.randrange(width), self.random.randrange(height))
        with suppress(OutOfBounds, NoWidget):
            await self.pilot._post_mouse_events([kind], offset=at)

    async def _paste(self) -> None:
        self.done.append("paste")
        self.app.screen.post_message(events.Paste(HOSTILE + "\n" + HOSTILE))

    async def _resize(self) -> None:
        size = self.random.choice(SIZES)
        self.done.append(f"resize {size}")
        await self.pilot.resize_terminal(*size)

    async def _wait(self) -> None:
        """Let a while pass, as an open exercise sees it."""
        seconds = self.random.choice((0.3, 1.0, 4.0, 20.0, 300.0))
        self.done.append(f"wait {seconds}")
        for _ in range(int(min(seconds, 20.0) / 0.5)):
            self.time.seconds += 0.5
            if isinstance(self.app.screen, Play):
                self.app.screen.look()
        self.time.seconds += max(seconds - 20.0, 0.0)

    # What it looks at

    def _look(self) -> None:
        assert self.app._exception is None, self._told()
        assert self.app.is_running, self._told()
        for screen in self.app.screen_stack:
            if isinstance(screen, Play):
                self.players.setdefault(id(screen), (screen, False))
        for play, before in self.players.values():
            self.players[id(play)] = (play, before or _practised(play.player))
        assert unfit(shown(self.pilot)) == [], self._told()

    async def _go_home(self) -> None:
        """By Escape, screen after screen; or at once, by the menu that is on every screen."""
        if isinstance(self.app.screen, CommandPalette):
            await self._key("escape")
        by_menu = ["0"] if isinstance(self.app.screen, Menu) else ["f4", "0"]
        by_escape = ["escape"] * ESCAPES * len(self.app.screen_stack)
        for key in self.random.choice((by_menu, by_escape)):
            if not isinstance(self.app.screen, Home):
                await self._key(key)
        assert isinstance(self.app.screen, Home), f"no way Home: {self._told()}"
        self.homes += 1

    async def _key(self, key: str) -> None:
        self.done.append(key)
        await self.pilot.press(key)
        await settle(self.pilot)
        self._look()

    async def _count(self) -> None:
        """Every record of a practice is of one that was practised."""
        new = [record for record in self.kept.practised() if record.id not in self.counted]
        self.counted |= {record.id for record in new}
        earned = [play.item for play, practised in self.players.values() if practised]
        for record in new:
            assert record.item in earned, f"{record}: {self._told()}"
            earned.remove(record.item)
        self.players.clear()

    def _told(self) -> str:
        return f"{self.app.screen} after {list(self.done)}\n{shown(self.pilot)}"


def _practised(player: Player) -> bool:
    """Whether there is something to keep, by what can be seen from outside."""
    passed = player.finished or player.step is not player.steps[0]
    return passed or player.elapsed >= WORTH_KEEPING or bool(player.answers)

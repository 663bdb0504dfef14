"""The real program with one fault in it: F9 raises where a word says, with private text at hand.

python -c "from tests.ends.faults import begin; begin('timer', 'kinds/ask')"
"""

import asyncio
import threading
from collections.abc import Callable
from typing import NoReturn

from peercompanion.tui import terminal

terminal.prepare()

from textual.app import ComposeResult, RenderResult  # noqa: E402 - as the command line does
from textual.binding import Binding  # noqa: E402
from textual.screen import Screen  # noqa: E402
from textual.widget import Widget  # noqa: E402

from peercompanion import cli  # noqa: E402
from peercompanion.tui import app as app_module  # noqa: E402

from .every_kind import PRIVATE  # noqa: E402


def _fail() -> NoReturn:
    held = [PRIVATE]
    raise RuntimeError(f"{held} is in the message and in the locals")


class _Composes(Screen[None]):
    def compose(self) -> ComposeResult:
        """Raise while the screen is made."""
        _fail()
        yield Widget()


class _Draws(Screen[None]):
    def render(self) -> RenderResult:
        """Raise while the screen is drawn."""
        _fail()


class Faulty(app_module.CompanionApp):
    """Raises on F9."""

    BINDINGS = [Binding("f9", "fail", priority=True)]
    where = ""

    async def action_fail(self) -> None:
        """Raise where it was asked for."""
        places: dict[str, Callable[[], object]] = {
            "handler": _fail,
            "later": lambda: self.call_later(_fail),
            "timer": lambda: self.set_timer(0.01, _fail),
            "worker": lambda: self.run_worker(_coroutine()),
            "thread worker": lambda: self.run_worker(_fail, thread=True),
            "compose": lambda: self.push_screen(_Composes()),
            "render": lambda: self.push_screen(_Draws()),
            "two at once": lambda: [self.call_later(_fail), self.call_later(_fail), _fail()],
            "on the way out": self.exit,
            "task": self._lose_a_task,
            "thread": lambda: threading.Thread(target=_fail).start(),
            "interrupt": _interrupt,
        }
        places[self.where]()

    def on_unmount(self) -> None:
        """Raise when the screen is given back already."""
        if self.where == "on the way out":
            _fail()

    def _lose_a_task(self) -> None:
        """Lose an error in a task nobody waits for; Python tells of it when it is collected."""
        self.lost = asyncio.get_running_loop().create_task(_coroutine())


async def _coroutine() -> None:
    _fail()


def _interrupt() -> NoReturn:
    raise KeyboardInterrupt


def begin(where: str, exercise: str) -> NoReturn:
    """Open the program at an exercise, with the fault in it."""
    Faulty.where = where
    app_module.CompanionApp = Faulty  # type: ignore[misc]
    raise SystemExit(cli.run(["play", exercise]))

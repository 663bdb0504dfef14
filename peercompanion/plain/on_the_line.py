"""Typed lines while the line to the stage is held: each is heard in its turn, in one thread."""

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any

from peercompanion.clock import Clock
from peercompanion.plain.typed import Typed

LOOK = 0.05
"""Seconds between two looks at what was typed, and at what the stage says."""


class OnTheLine:
    """Where lines come from during a call.

    Args:
        typed: Where they come from without one.
        runner: Runs what holds the line, only while something is waited for.
        clock: The clocks.
        news: Called at each look; it may say something.
    """

    def __init__(
        self, typed: Typed, runner: asyncio.Runner, clock: Clock, news: Callable[[], None]
    ) -> None:
        self.echoes = typed.echoes
        self._typed = typed
        self._runner = runner
        self._now = clock.monotonic
        self._news = news
        self._held: list[asyncio.Task[None]] = []

    def hold(self, line: Coroutine[Any, Any, None]) -> None:
        """Hold a line from now on."""

        async def begin() -> None:
            self._held.append(asyncio.create_task(line))

        self._runner.run(begin())

    def line(self, seconds: float | None = None) -> str | None:
        """Wait for a line, for ever or for some seconds."""
        return self._runner.run(self._line(seconds))

    def wait(self, seconds: float, holds: Callable[[], bool]) -> None:
        """Wait until something holds, so many seconds at most."""
        self._runner.run(self._wait(seconds, holds))

    async def _line(self, seconds: float | None) -> str | None:
        until = None if seconds is None else self._now() + seconds
        while (line := self._typed.line(0)) is None:
            if until is not None and self._now() >= until:
                return None
            self._news()
            await asyncio.sleep(LOOK)
        return line

    async def _wait(self, seconds: float, holds: Callable[[], bool]) -> None:
        until = self._now() + seconds
        while self._now() < until and not holds():
            await asyncio.sleep(LOOK / 5)

"""Keeps the draft of a guide in progress, a moment after something worth keeping has changed."""

import asyncio
import contextlib
import threading
from collections.abc import Callable
from typing import TYPE_CHECKING

from peercompanion.kept import Draft, Kept, NotKept
from peercompanion.practice.player import Player
from peercompanion.practice.records import plain

if TYPE_CHECKING:
    import datetime

    from textual.screen import Screen
    from textual.timer import Timer

WAIT = 1.0
"""Seconds between a change and its draft: what a crash can cost of typing."""


class DraftKeeper:
    """Writes one guide's draft, away from the screen.

    A full or broken folder costs the draft and nothing else: the text stays on the screen, and
    the end of the guide says whether it could be kept.
    """

    def __init__(
        self,
        screen: "Screen[None]",
        kept: Kept,
        item: str,
        player: Player,
        began: "Callable[[], datetime.datetime]",
        typed: Callable[[], str],
    ) -> None:
        self._screen = screen
        self._kept = kept
        self._item = item
        self._player = player
        self._began = began()
        self._typed = typed
        self._timer: Timer | None = None
        self._writing = threading.Lock()
        self._over = False

    def save_soon(self) -> None:
        """Write the draft in a moment, where there is something to keep in it."""
        if self._timer is None and self._answers():
            self._timer = self._screen.set_timer(WAIT, self.save)

    async def save(self) -> None:
        """Write the draft now."""
        self._timer = None
        if self._player.finished or not self._answers():
            return
        draft = Draft(
            self._item, self._player.small, self._began, self._player.step.id, self._answers()
        )
        await asyncio.to_thread(self._write, draft)

    async def save_what_waits(self) -> None:
        """Write now what would have been written in a moment."""
        if self._timer:
            await self.save()

    def drop(self) -> None:
        """Forget the draft."""
        self.stop()
        with self._writing:
            self._over = True
            self._kept.drop_draft(self._item)

    def stop(self) -> None:
        """Write nothing more after what is being written."""
        if self._timer:
            self._timer.stop()
            self._timer = None

    def _write(self, draft: Draft) -> None:
        with self._writing, contextlib.suppress(NotKept):
            if not self._over:  # dropped while this waited for its thread
                self._kept.save_draft(draft)

    def _answers(self) -> dict[str, str | int | list[str]]:
        return plain(self._player.kept_answers(said_so=True, typed=self._typed()))

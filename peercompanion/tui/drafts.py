"""Keeps the draft of what is being written, a moment after it has changed."""

import asyncio
import contextlib
import threading
from collections.abc import Callable
from typing import TYPE_CHECKING

from peercompanion.kept import Draft, Kept, NotKept

if TYPE_CHECKING:
    from textual.screen import Screen
    from textual.timer import Timer

WAIT = 1.0
"""Seconds between a change and its draft: what a crash can cost of typing."""


class DraftKeeper:
    """Writes one draft, away from the screen.

    A full or broken folder costs the draft and nothing else: the text stays on the screen, and
    the end of it says whether it could be kept.

    Args:
        screen: Where it is written.
        kept: Where it is kept.
        item: What it is a draft of.
        draft: Gives it as it is now; None where there is nothing to keep in it.
    """

    def __init__(
        self, screen: "Screen[None]", kept: Kept, item: str, draft: Callable[[], Draft | None]
    ) -> None:
        self._screen = screen
        self._kept = kept
        self._item = item
        self._draft = draft
        self._timer: Timer | None = None
        self._writing = threading.Lock()
        self._over = False

    def save_soon(self) -> None:
        """Write the draft in a moment, where there is something to keep in it."""
        if self._timer is None and self._draft():
            self._timer = self._screen.set_timer(WAIT, self.save)

    async def save(self) -> None:
        """Write the draft now."""
        self._timer = None
        if draft := self._draft():
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

"""The console's end of the line: it finds the stage, asks, and hears what is shown there.

When the stage is gone it looks for it again, four times a second. A stage that was restarted is
given the last snapshot back, so that it stands where it stood.
"""

import asyncio
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from peercompanion.link import door
from peercompanion.link.door import Door
from peercompanion.link.messages import (
    FROM_STAGE,
    GREETING,
    MOST_BYTES,
    WELCOME,
    Beat,
    Fault,
    Hello,
    Intent,
    Refused,
    Restore,
    Snapshot,
    decoded,
    encoded,
    nonce,
    proof,
    proven,
)
from peercompanion.link.stage_end import BEAT, HERE, LOST_AFTER, TO_ANSWER

AGAIN = 0.25
"""Seconds between two tries to reach the stage."""


class ConsoleEnd:
    """Holds the line to the stage while it is open.

    Args:
        run: The folder the stage's port and token lie in.
        told: Called with each snapshot or fault.
        last: A snapshot to give back to a stage that begins anew.
    """

    def __init__(
        self,
        run: Path,
        told: Callable[[Snapshot | Fault], None],
        last: Snapshot | None = None,
    ) -> None:
        self._run = run
        self._told = told
        self.last = last
        """The latest the stage acknowledged."""
        self.heard: float | None = None
        """When, on the monotonic clock."""
        self._writer: asyncio.StreamWriter | None = None
        self._n = self._asked = 0
        self._given = ""

    async def hold(self) -> None:
        """Keep the line until cancelled."""
        while True:
            found = door.find(self._run)
            if found:
                try:
                    await self._talk(found)
                except (Refused, ValueError, OSError, TimeoutError):
                    pass  # said in words by whoever looks at `age`
                finally:
                    self._writer = None
            await asyncio.sleep(AGAIN)

    def age(self) -> float | None:
        """Seconds since the stage was heard; None when it never was."""
        if self.heard is None:
            return None
        return time.monotonic() - self.heard

    @property
    def there(self) -> bool:
        """Whether the stage is connected and was heard lately."""
        age = self.age()
        return self._writer is not None and age is not None and age < LOST_AFTER

    @property
    def closed(self) -> bool:
        """Whether nobody is at the other end: the stage was closed, or never opened."""
        return self._writer is None

    @property
    def leads(self) -> bool:
        """Whether this console leads, as far as the stage said last."""
        return self.there and bool(self.last and self.last.driver)

    @property
    def answered(self) -> bool:
        """Whether the stage has done all that it was asked for."""
        return self.there and bool(self.last and self.last.did >= self._asked)

    def ask(self, kind: type[Intent], **fields: Any) -> bool:
        """Ask the stage for something.

        Returns:
            False when there is no stage to ask.

        """
        if self._writer is None:
            return False
        self._n += 1
        self._writer.write(encoded(kind(n=self._n, **fields)))
        if kind is not Beat:
            self._asked = self._n
        return True

    async def _talk(self, found: Door) -> None:
        reader, writer = await asyncio.open_connection(HERE, found.port, limit=MOST_BYTES)
        beats = None
        try:
            await asyncio.wait_for(self._shake_hands(reader, writer, found), TO_ANSWER)
            self._writer, self._n, self._asked = writer, 0, 0
            beats = asyncio.create_task(self._beat())
            n = -1
            while line := await reader.readline():
                told = decoded(line, FROM_STAGE)
                if told.n <= n:
                    raise Refused("this was sent before")
                n = told.n
                self.heard = time.monotonic()
                if isinstance(told, Snapshot):
                    self._restore(told)
                self._told(told)
        finally:
            if beats:
                beats.cancel()
            writer.close()

    def _restore(self, now: Snapshot) -> None:
        """Take in a snapshot; a stage that began anew is first given back what it showed."""
        before = self.last
        if before and not before.fresh and now.fresh and now.driver:
            if self._given != now.stage:
                self._given = now.stage
                self.ask(Restore, scene=before.scene)
            self.last = now.model_copy(update={"scene": before.scene, "fresh": False})
        else:
            self.last = now

    async def _shake_hands(
        self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, found: Door
    ) -> None:
        asked = decoded(await reader.readline(), GREETING).nonce
        own = nonce()
        writer.write(encoded(Hello(nonce=own, proof=proof(found.token, "console", asked))))
        welcome = decoded(await reader.readline(), WELCOME)
        if not proven(welcome.proof, found.token, "stage", own):
            raise Refused("whoever listens there is not the stage")

    async def _beat(self) -> None:
        while True:
            self.ask(Beat)
            await asyncio.sleep(BEAT)

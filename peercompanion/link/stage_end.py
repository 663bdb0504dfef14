"""The stage's end of the line: it listens on this machine alone, and tells what is on the stage.

Whoever does not know the token hears nothing and is hung up on, and so is whoever sends what is
no message, is too long, or was sent before.
"""

import asyncio
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from peercompanion.link import door
from peercompanion.link.messages import (
    FROM_CONSOLE,
    HELLO,
    MOST_BYTES,
    Beat,
    Fault,
    Greeting,
    Intent,
    Message,
    Refused,
    Scene,
    Snapshot,
    Take,
    Welcome,
    decoded,
    encoded,
    nonce,
    proof,
    proven,
)

HERE = "127.0.0.1"
BEAT = 1.0
"""Seconds between two signs of life."""
LOST_AFTER = 2.5
"""Seconds of silence after which the other side counts as lost."""
TO_ANSWER = 2.0
"""Seconds a console has to say who it is."""
MOST_CONSOLES = 4
_UNREAD = 32 * 1024
"""Bytes that may wait for a console that does not read."""


@dataclass(eq=False)
class _Console:
    """One console that knows the token."""

    writer: asyncio.StreamWriter
    heard: float
    last: int = -1
    sent: int = 0

    def send(self, message: Message) -> None:
        """Send what it can take; one that does not read misses what is old by then."""
        if self.writer.transport.get_write_buffer_size() < _UNREAD:
            with suppress(OSError, RuntimeError):
                self.writer.write(encoded(message))


@dataclass
class Stage:
    """What the line asks of the stage.

    Attributes:
        take: Do what a console that leads asks for.
        scene: What is on the stage now.
        version: Of the guide's words.
        fresh: Whether nothing was shown yet.
        columns: How wide the window is.
        lost: The console that led is gone, or silent.
        found: It is back, or another one leads.
        fault: Something here raised; the line goes on.
    """

    take: Callable[[Intent], None]
    scene: Callable[[], Scene]
    version: Callable[[], str]
    fresh: Callable[[], bool]
    columns: Callable[[], int]
    lost: Callable[[], None]
    found: Callable[[], None]
    fault: Callable[[Exception], None]


class StageEnd:
    """Listens for consoles while it is open."""

    def __init__(self, stage: Stage, run: Path) -> None:
        self._stage = stage
        self._run = run
        self._name = nonce()[:8]
        self._consoles: list[_Console] = []
        self._driver: _Console | None = None
        self._led = False
        self._tasks: list[asyncio.Task[None]] = []

    @property
    def led(self) -> bool:
        """Whether a console leads and was heard lately."""
        return self._led

    async def open(self) -> None:
        """Begin to listen, and write down where.

        Raises:
            OSError: It cannot listen, or the folder for the token cannot be used.

        """
        self._server = await asyncio.start_server(self._met, HERE, 0, limit=MOST_BYTES)
        try:
            self._set_up_door()
        except OSError:
            self._server.close()
            raise
        self._tasks.append(asyncio.create_task(self._live()))

    def _set_up_door(self) -> None:
        self._door = door.set_up(self._run, self._server.sockets[0].getsockname()[1])

    async def close(self) -> None:
        """Listen no more and leave nothing behind."""
        door.take_down(self._run, self._door)
        for task in self._tasks:
            task.cancel()
        self._server.close()
        for console in self._consoles:
            console.writer.close()

    def tell(self) -> None:
        """Tell every console what is on the stage now."""
        if not self._consoles:
            return
        scene, version, fresh = self._stage.scene(), self._stage.version(), self._stage.fresh()
        for console in self._consoles:
            console.sent += 1
            console.send(
                Snapshot(
                    n=console.sent,
                    stage=self._name,
                    did=max(console.last, 0),
                    driver=console is self._driver,
                    fresh=fresh,
                    version=version,
                    columns=self._stage.columns(),
                    scene=scene,
                )
            )

    def tell_fault(self, error: Exception) -> None:
        """Tell every console that something went wrong: which kind of error, and where."""
        frames = error.__traceback__
        while frames and frames.tb_next:
            frames = frames.tb_next
        module = frames.tb_frame.f_globals.get("__name__", "unknown") if frames else "unknown"
        line = frames.tb_lineno if frames else 0
        for console in self._consoles:
            console.sent += 1
            console.send(
                Fault(n=console.sent, error=type(error).__name__[:80], where=module[:80], line=line)
            )

    async def _live(self) -> None:
        """Give signs of life, notice when a console gives none, and be found.

        Another stage sets up its door in place of this one, and takes it along when it ends.
        """
        loop = asyncio.get_running_loop()
        while True:
            self._notice(loop.time())
            if door.find(self._run) is None:
                with suppress(OSError):
                    self._set_up_door()
            try:
                self.tell()
            except Exception as error:
                self._stage.fault(error)
            await asyncio.sleep(BEAT / 2)

    def _notice(self, now: float) -> None:
        led = bool(self._driver and now - self._driver.heard < LOST_AFTER)
        if led != self._led:
            self._led = led
            self._stage.found() if led else self._stage.lost()

    async def _met(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Let someone in who knows the token, and listen until they go or send what is wrong."""
        console = _Console(writer, asyncio.get_running_loop().time())
        try:
            if len(self._consoles) < MOST_CONSOLES and await self._knows(reader, writer):
                self._consoles.append(console)
                self._driver = self._driver or console
                self._notice(console.heard)
                self.tell()
                while line := await reader.readline():
                    self._heard(console, decoded(line, FROM_CONSOLE))
        except (Refused, ValueError, OSError, TimeoutError):
            pass  # hung up on; whoever leads goes on
        except Exception as error:
            self._stage.fault(error)
        finally:
            if console in self._consoles:
                self._consoles.remove(console)
            if console is self._driver:
                self._driver = None
                self._notice(asyncio.get_running_loop().time())
            writer.close()

    async def _knows(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> bool:
        asked = nonce()
        writer.write(encoded(Greeting(nonce=asked)))
        line = await asyncio.wait_for(reader.readline(), TO_ANSWER)
        hello = decoded(line, HELLO)
        if not proven(hello.proof, self._door.token, "console", asked):
            return False
        writer.write(encoded(Welcome(proof=proof(self._door.token, "stage", hello.nonce))))
        return True

    def _heard(self, console: _Console, intent: Intent) -> None:
        if intent.n <= console.last:
            raise Refused("this was sent before")
        console.last, console.heard = intent.n, asyncio.get_running_loop().time()
        if isinstance(intent, Take):
            self._driver = console
        elif not isinstance(intent, Beat) and console is self._driver:
            try:
                self._stage.take(intent)
            except Exception as error:
                self._stage.fault(error)
        self._notice(console.heard)
        if not isinstance(intent, Beat):
            self.tell()

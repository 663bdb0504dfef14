"""What is typed: whole lines, waited for as long as it takes. The terminal stays as it is."""

import codecs
import os
import select
import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Protocol


class Ended(Exception):  # noqa: N818 (says what happened)
    """Nothing more will be typed: the end of a file, or a terminal that is gone."""


class Typed(Protocol):
    """Where lines come from."""

    echoes: bool
    """What is typed is seen beside what is said, as on a terminal."""

    def line(self, seconds: float | None = None) -> str | None:
        """Wait for a line, for ever or for some seconds.

        Returns:
            The line without its end; None when the seconds are over.

        Raises:
            Ended: No line will come any more.

        """
        ...


class StandardInput:
    """The lines of a file descriptor, read as they come: `select` tells when there is one."""

    def __init__(self, descriptor: int = 0) -> None:
        self._descriptor = descriptor
        self._decoder = codecs.getincrementaldecoder("utf-8")("replace")
        self._held = ""
        self._over = False
        self.echoes = os.isatty(descriptor)

    def line(self, seconds: float | None = None) -> str | None:
        """Wait for a line."""
        while "\n" not in self._held and not self._over:
            with _signals() as signals:
                ready, _, _ = select.select([self._descriptor, *signals], [], [], seconds)
            if not ready:
                return None
            if self._descriptor in ready:
                self._read()
        if not self._held:
            raise Ended
        line, _end, self._held = self._held.partition("\n")
        return line.rstrip("\r")

    def _read(self) -> None:
        try:
            read = os.read(self._descriptor, 65536)
        except OSError as error:  # a terminal whose other end is gone
            raise Ended from error
        self._over = not read
        self._held += self._decoder.decode(read, final=self._over)


@contextmanager
def _signals() -> Iterator[list[int]]:
    """Open a descriptor that can be read once a signal came.

    One that comes a moment before `select` would be slept through until the next line.
    """
    if threading.current_thread() is not threading.main_thread():  # Python's signals are not its
        yield []
        return
    came, tell = os.pipe()
    os.set_blocking(tell, False)
    before = signal.set_wakeup_fd(tell, warn_on_full_buffer=False)
    try:
        yield [came]
    finally:
        signal.set_wakeup_fd(before)
        os.close(came)
        os.close(tell)

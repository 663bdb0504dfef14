"""What is typed: whole lines, waited for as long as it takes. The terminal stays as it is."""

import codecs
import os
import select
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
            ready, _writable, _wrong = select.select([self._descriptor], [], [], seconds)
            if not ready:
                return None
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

"""One writer at a time on this device.

The lock is the system's own and ends with the process that holds it, however it ends; the file
itself is never removed. It lies in the state folder, which is never on a network: each journal
file has one writing device, so only processes of this device ever wait for each other.
"""

import errno
import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from peercompanion.journal.files import Files, opened

PATIENCE = 5.0
"""Seconds to wait for another window; a save takes milliseconds."""
_BETWEEN_TRIES = 0.01


@contextmanager
def locked(
    path: Path,
    files: Files,
    *,
    patience: float = PATIENCE,
    flags: int = os.O_RDWR | os.O_CREAT,
    clock: Callable[[], float] = time.monotonic,
    sleep: Callable[[float], None] = time.sleep,
) -> Iterator[None]:
    """Hold the lock; threads of one process exclude each other too.

    Raises:
        BlockingIOError: Another process held it for `patience` seconds.
        OSError: The lock file cannot be opened.

    """
    with opened(files, path, flags) as fd:
        until = clock() + patience
        while not files.take(fd):
            if clock() >= until:
                raise BlockingIOError(errno.EAGAIN, "locked", str(path))
            sleep(_BETWEEN_TRIES)
        try:
            yield
        finally:
            with suppress(OSError):
                files.let_go(fd)

"""One writer at a time on this device.

The lock is the system's own and ends with the process that holds it, however it ends; the file
itself is never removed. It lies in the state folder, which is never on a network: each journal
file has one writing device, so only processes of this device ever wait for each other.
"""

import errno
import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from peercompanion.journal.files import Files, opened

PATIENCE = 5.0
"""Seconds to wait for another window; a save takes milliseconds."""
_BETWEEN_TRIES = 0.01


if sys.platform == "win32":
    import msvcrt

    def _take(fd: int) -> None:
        os.lseek(fd, 0, os.SEEK_SET)
        msvcrt.locking(fd, msvcrt.LK_NBLCK, 1)

    def _release(fd: int) -> None:
        os.lseek(fd, 0, os.SEEK_SET)
        msvcrt.locking(fd, msvcrt.LK_UNLCK, 1)

    _TAKEN: tuple[type[OSError], ...] = (OSError,)
else:
    import fcntl

    def _take(fd: int) -> None:
        # Not lockf: that lock is lost as soon as the process closes any handle of the file.
        fcntl.flock(fd, fcntl.LOCK_EX | fcntl.LOCK_NB)

    def _release(fd: int) -> None:
        fcntl.flock(fd, fcntl.LOCK_UN)

    _TAKEN = (BlockingIOError,)


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
        while True:
            try:
                _take(fd)
                break
            except _TAKEN as error:
                if clock() >= until:
                    raise BlockingIOError(errno.EAGAIN, "locked", str(path)) from error
            sleep(_BETWEEN_TRIES)
        try:
            yield
        finally:
            with suppress(OSError):
                _release(fd)

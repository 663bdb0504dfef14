"""The disk, as the journal uses it: every touch goes through `Files`, one method each.

A test puts another `Files` under the same code and lets any touch fail, come up short, or be
the last one before the power goes.
"""

import errno
import os
import stat
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

Stamp = tuple[int, int]
"""A file's size in bytes and the time of its last change in nanoseconds."""

MOST_BYTES = 64 * 1024 * 1024
"""A larger file is not read: no month of a life fills it."""

_PRIVATE_FILE = 0o600
_PRIVATE_FOLDER = 0o700
_CANNOT_SYNC = {errno.EINVAL, errno.ENOTSUP, errno.ENOSYS}
_BINARY = getattr(os, "O_BINARY", 0)  # else Windows turns \n into \r\n
_NO_WAIT = getattr(os, "O_NONBLOCK", 0)  # else opening a pipe waits for its other end
_TAKEN = {errno.EAGAIN, errno.EACCES, errno.EDEADLK}
_HELD_BY_ANOTHER = (0.05, 0.1, 0.2, 0.4, 0.8, 0.8)
"""Seconds to wait on Windows while a virus scanner or sync client holds a file."""


class Files:
    """The real disk. Every method raises `OSError` as the system does."""

    def open(self, path: Path, flags: int) -> int:
        """Open a regular file; what is made is private. Anything but a file is refused."""
        fd = os.open(path, flags | _BINARY | _NO_WAIT | getattr(os, "O_CLOEXEC", 0), _PRIVATE_FILE)
        if not stat.S_ISREG(os.fstat(fd).st_mode):
            os.close(fd)
            raise OSError(errno.EEXIST, "not a file", str(path))
        return fd

    def close(self, fd: int) -> None:
        """Let go of a file."""
        os.close(fd)

    def size(self, fd: int) -> int:
        """Count the bytes of an open file."""
        return os.fstat(fd).st_size

    def take(self, fd: int) -> bool:
        """Try to lock a file for this process alone; the system lets go when the process ends."""
        try:
            if sys.platform == "win32":
                import msvcrt

                os.lseek(fd, 0, os.SEEK_SET)
                msvcrt.locking(fd, msvcrt.LK_NBLCK, 1)
            else:
                import fcntl  # not its lockf: that is lost when any handle of the file is closed

                fcntl.flock(fd, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            if error.errno in _TAKEN:
                return False
            raise
        return True

    def let_go(self, fd: int) -> None:
        """Unlock a file."""
        if sys.platform == "win32":
            import msvcrt

            os.lseek(fd, 0, os.SEEK_SET)
            msvcrt.locking(fd, msvcrt.LK_UNLCK, 1)
        else:
            import fcntl

            fcntl.flock(fd, fcntl.LOCK_UN)

    def read(self, fd: int, start: int, count: int) -> bytes:
        """Read `count` bytes from `start`; fewer only where the file ends."""
        os.lseek(fd, start, os.SEEK_SET)
        parts = []
        while count > 0 and (part := os.read(fd, count)):
            parts.append(part)
            count -= len(part)
        return b"".join(parts)

    def write(self, fd: int, data: bytes) -> int:
        """Write in one call, at the end of a file opened for appending, else at its start.

        Returns:
            How many bytes went in; a disk that is filling up takes fewer without an error.

        """
        os.lseek(fd, 0, os.SEEK_SET)
        return os.write(fd, data)

    def truncate(self, fd: int, size: int) -> None:
        """Cut a file back to `size` bytes."""
        os.ftruncate(fd, size)

    def sync(self, fd: int) -> None:
        """Wait until a file's bytes are on the disk itself, past the drive's own cache."""
        if sys.platform == "darwin":
            import fcntl

            try:
                fcntl.fcntl(fd, fcntl.F_FULLFSYNC)
            except OSError as error:
                if error.errno not in _CANNOT_SYNC:
                    raise
            else:
                return
        os.fsync(fd)

    def sync_folder(self, folder: Path) -> None:
        """Wait until the names in a folder are on the disk, where the system can."""
        if sys.platform == "win32":
            return
        try:
            fd = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
        except PermissionError:
            return  # a folder may be written to but not listed, and then cannot be synced
        try:
            os.fsync(fd)
        except OSError as error:
            if error.errno not in _CANNOT_SYNC:
                raise
        finally:
            os.close(fd)

    def names(self, folder: Path) -> list[tuple[str, bool]]:
        """List the names in a folder, each with whether it is a folder itself."""
        with os.scandir(folder) as found:
            return [(entry.name, _is_folder(entry)) for entry in found]

    def stamp(self, path: Path) -> Stamp:
        """Tell what changes when a file does, without opening it."""
        about = path.stat()
        return about.st_size, about.st_mtime_ns

    def real(self, path: Path) -> Path:
        """Follow links to where a path really leads."""
        return Path(os.path.realpath(path))

    def is_folder(self, path: Path) -> bool:
        """Tell whether a folder is there."""
        return path.is_dir()

    def make_folder(self, folder: Path) -> None:
        """Make one folder, private."""
        folder.mkdir(_PRIVATE_FOLDER)

    def replace(self, new: Path, old: Path) -> None:
        """Put a file in another's place, in one step."""
        for pause in _HELD_BY_ANOTHER if sys.platform == "win32" else ():
            with suppress(PermissionError):
                new.replace(old)
                return
            time.sleep(pause)
        new.replace(old)

    def remove(self, path: Path) -> None:
        """Remove a file."""
        path.unlink()

    def remove_folder(self, folder: Path) -> None:
        """Remove an empty folder."""
        folder.rmdir()


def _is_folder(entry: os.DirEntry[str]) -> bool:
    with suppress(OSError):  # a link that leads in a circle
        return entry.is_dir()
    return False


@contextmanager
def opened(files: Files, path: Path, flags: int) -> Iterator[int]:
    """Open a file and close it again."""
    fd = files.open(path, flags)
    try:
        yield fd
    finally:
        files.close(fd)


def read_all(files: Files, path: Path) -> bytes:
    """Read a whole file of a sensible size."""
    with opened(files, path, os.O_RDONLY) as fd:
        if (size := files.size(fd)) > MOST_BYTES:
            raise OSError(errno.EFBIG, "larger than any journal file", str(path))
        return files.read(fd, 0, size)


def make_folders(files: Files, folder: Path) -> None:
    """Make a folder and those above it, each private and each on the disk before it is used."""
    if files.is_folder(folder):
        return
    make_folders(files, folder.parent)
    with suppress(FileExistsError):
        files.make_folder(folder)
    if not files.is_folder(folder):
        raise FileExistsError(errno.EEXIST, "not a folder", str(folder))
    files.sync_folder(folder.parent)


def write_whole(files: Files, path: Path, data: bytes) -> None:
    """Put these bytes in a file's place: all of them or, when it fails, the file as it was."""
    path = files.real(path)  # replacing a link would leave what it points to as it was
    half = half_written(path)
    try:
        with opened(files, half, os.O_WRONLY | os.O_CREAT | os.O_TRUNC) as fd:
            if files.write(fd, data) != len(data):
                raise OSError(errno.ENOSPC, "the disk took only a part", str(path))
            files.sync(fd)
        files.replace(half, path)
    except OSError:
        with suppress(OSError):
            files.remove(half)
        raise
    files.sync_folder(path.parent)


def half_written(path: Path) -> Path:
    """Name the file that becomes `path` once it is whole; each process has its own."""
    return path.with_name(f".{path.name}.{os.getpid()}.tmp")

"""The files that this device writes, and the copy it keeps of the latest of them.

Nobody else writes to them, so a device never waits for another, and a sync program finds nothing
to argue about. The copy lies in the state folder, out of any sync program's reach: it tells when
one put an older file back, and holds what was in the newer one.
"""

import errno
import os
from contextlib import suppress
from pathlib import Path

from peercompanion.journal import framing, months
from peercompanion.journal.files import Files, make_folders, opened, read_all, write_whole
from peercompanion.journal.framing import Entry

_COPIES = 2
"""How many of the newest files are copied: this month's and the one before."""


class OwnFiles:
    """This device's files. Use them only while the lock is held.

    Args:
        entries: The folder that the files of all devices are in.
        state: This device's folder for copies, and for what was taken out of a file.
        files: The disk.

    """

    def __init__(self, entries: Path, state: Path, files: Files) -> None:
        self.entries = entries
        self.copies = state / "copies"
        self.recovered = state / "recovered"
        self._files = files
        self._settled: set[Path] = set()

    def current(self, month: str, device: str) -> Path:
        """Choose the file to append to in a month, given as `2026-11`.

        A clock that falls back never leads to an older file: a start reads a device's newest.
        """
        return self.of_month(max(month, self._newest(device)), device)

    def of_month(self, month: str, device: str) -> Path:
        """Name a month's file: another one when a newer version of the app began the usual one."""
        path = self.entries / month[:4] / months.name(month, device)
        with suppress(FileNotFoundError), opened(self._files, path, os.O_RDONLY) as fd:
            head = self._files.read(fd, 0, framing.HEAD_BYTES)
            if framing.format_of(head) > framing.FORMAT:
                return path.with_suffix(f".f{framing.FORMAT}.toml")
        return path

    def is_there(self, path: Path) -> bool:
        """Tell whether a file is there."""
        with suppress(FileNotFoundError):
            self._files.stamp(path)
            return True
        return False

    def begin(self, path: Path, blocks: bytes) -> None:
        """Make a file that starts with these blocks, whole from its first moment."""
        make_folders(self._files, path.parent)
        write_whole(self._files, path, framing.HEADER + blocks)
        with suppress(OSError):
            # A copy means that somebody removed the file. What was in it is not put back.
            if self.is_there(copy := self.copy(path)):
                self.set_aside(path.name, read_all(self._files, copy))
            self.copy_whole(path)

    def append(self, path: Path, blocks: bytes) -> None:
        """Write blocks to the end of a file, whole or not at all, and wait for the disk."""
        files, as_left = self._files, self.as_left(path)
        with opened(files, path, os.O_RDWR | os.O_APPEND) as fd:
            size = files.size(fd)
            data = framing.after_tail(self._tail(fd)) + blocks
            try:
                if files.write(fd, data) < len(data):
                    raise OSError(errno.ENOSPC, "the disk took only a part", str(path))
            except OSError:
                with suppress(OSError):
                    files.truncate(fd, size)
                raise
            # Never tried again when it fails: the system may have dropped the bytes, and a
            # second try would then succeed without them.
            files.sync(fd)
        if path not in self._settled:
            self._settle(path)
        if as_left:
            self._copy_more(path, data)
        else:
            self.copy_whole(path)

    def rewrite(self, path: Path, data: bytes) -> None:
        """Put other bytes in a file's place; the file as it was stays when that fails."""
        as_left = self.as_left(path)
        write_whole(self._files, path, data)
        if as_left:  # else the copy may know of more than the file, and that is not back yet
            self.copy_whole(path)

    def as_left(self, path: Path) -> bool:
        """Tell whether a file is as this device left it, as far as its copy knows."""
        ends = []
        for each in (path, self.copy(path)):
            try:
                with opened(self._files, each, os.O_RDONLY) as fd:
                    ends.append((self._files.size(fd), self._tail(fd)))
            except OSError:
                return False
        return ends[0] == ends[1]

    def is_copied(self, path: Path) -> bool:
        """Tell whether there is a copy of a file."""
        with suppress(OSError):
            return self.is_there(self.copy(path))
        return False

    def copied(self) -> list[Path]:
        """List the files that are there and have a copy."""
        names: list[str] = []
        with suppress(OSError):
            names = sorted(name for name, _ in self._files.names(self.copies))
        paths = (self.entries / name[:4] / name for name in names if months.month_of(name))
        return [path for path in paths if self.is_there(path)]

    def in_copy(self, path: Path) -> list[Entry]:
        """Read what this device wrote to a file; nothing when there is no copy."""
        with suppress(OSError):
            copy = self.copy(path)
            return framing.load(read_all(self._files, copy), copy).entries
        return []

    def copy(self, path: Path) -> Path:
        """Name the copy of a file."""
        return self.copies / path.name

    def copy_whole(self, path: Path) -> None:
        """Copy a file anew. Nothing depends on it, so an error is no matter."""
        with suppress(OSError):
            make_folders(self._files, self.copies)
            copy = self.copy(path)
            with opened(self._files, copy, os.O_WRONLY | os.O_CREAT | os.O_TRUNC) as fd:
                self._files.write(fd, read_all(self._files, path))
            for name in sorted(name for name, _ in self._files.names(self.copies))[:-_COPIES]:
                self._files.remove(self.copies / name)

    def set_aside(self, name: str, data: bytes) -> None:
        """Keep bytes that are about to leave a file, under a name that is not taken."""
        make_folders(self._files, self.recovered)
        taken = {name for name, _ in self._files.names(self.recovered)}
        number = next(n for n in range(1, len(taken) + 2) if f"{n:04}.{name}" not in taken)
        write_whole(self._files, self.recovered / f"{number:04}.{name}", data)

    def _copy_more(self, path: Path, data: bytes) -> None:
        with (
            suppress(OSError),
            opened(self._files, self.copy(path), os.O_WRONLY | os.O_APPEND) as fd,
        ):
            self._files.write(fd, data)

    def _tail(self, fd: int) -> bytes:
        start = max(0, self._files.size(fd) - framing.TAIL_BYTES)
        return self._files.read(fd, start, framing.TAIL_BYTES)

    def _newest(self, device: str) -> str:
        """Find the newest month that this device has a file of; empty when it has none."""
        years: list[str] = []
        with suppress(OSError):
            years = [name for name, is_folder in self._files.names(self.entries) if is_folder]
        for year in sorted(years, reverse=True):
            with suppress(OSError):
                names = [name for name, _ in self._files.names(self.entries / year)]
                if own := [months.month_of(n) for n in names if months.device_of(n) == device]:
                    return max(month or "" for month in own)
        return ""

    def _settle(self, path: Path) -> None:
        """Wait until a file's name and those of its folders are on the disk.

        Done once in each process, also for files that were there: the process that made one
        may have ended before it came to this.
        """
        folders = (path.parent, self.entries, self.entries.parent, self.entries.parent.parent)
        for folder in dict.fromkeys((*folders, self._files.real(path).parent)):
            self._files.sync_folder(folder)
        self._settled.add(path)

"""Entries on disk: appended under a lock, read as the union of all files.

One file per device and month, `entries/2026/2026-11.k7f2.toml`, which only that device writes.
Reading takes in every `*.toml` below `entries/`, whatever its name, so a folder that is carried
between devices merges by itself, conflict copies included.
"""

import datetime
import errno
import os
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from peercompanion.journal import framing, ids
from peercompanion.journal.device import Device, this_device, this_machine
from peercompanion.journal.files import Files, make_folders, opened, read_all
from peercompanion.journal.framing import Entry, Fragment
from peercompanion.journal.lock import locked
from peercompanion.journal.readme import beside

MOST_BYTES_OF_BLOCK = 256 * 1024
"""A longer entry is refused: it would be no record but a book."""

_MONTH = re.compile(r"[0-9]{4}-[0-9]{2}")
_PATIENCE_OF_A_READER = 0.5


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A file or folder that could not be read at all."""

    path: Path
    why: OSError


@dataclass(frozen=True, slots=True)
class Reading:
    """What was found: everything that could be read, and what could not."""

    entries: list[Entry] = field(default_factory=list)
    fragments: list[Fragment] = field(default_factory=list)
    unreadable: list[Unreadable] = field(default_factory=list)


class Journal:
    """The journal in a folder. It knows no kinds of record.

    Args:
        folder: Where the entries are, below `entries/`; may be synced between devices.
        state: Where this device keeps its id and lock; never synced.
        now: The time, aware of its zone; decides the month's file and the revisions.
        random: As `os.urandom`; makes the device's id.
        machine: A text that differs between machines.
        files: The disk.

    """

    def __init__(
        self,
        folder: Path,
        state: Path,
        *,
        now: Callable[[], datetime.datetime],
        random: Callable[[int], bytes] = os.urandom,
        machine: Callable[[], str] = this_machine,
        files: Files | None = None,
    ) -> None:
        self.entries = folder / "entries"
        self.lock = state / "lock"
        self.device_file = state / "device.toml"
        self._folder = folder
        self._now = now
        self._random = random
        self._machine = machine
        self._files = files or Files()
        self._highest_seen = 0
        self._settled: set[Path] = set()

    def append(self, records: Sequence[Mapping[str, Any]]) -> list[Entry]:
        """Append one or more records with `id` and `kind`; `rev` and `dev` are given to them here.

        When this returns, they are on the disk. When it raises, none was said to be saved, and
        the same records may be appended again: the union takes two of the same for one.

        Raises:
            OSError: The disk refused, and what was there before is still there; `EAGAIN` when
                another process is writing all the while, `EMSGSIZE` when a record is too long.

        """
        make_folders(self._files, self.lock.parent)
        with locked(self.lock, self._files):
            moment = self._now()
            device = this_device(self.device_file, self._files, self._machine, self._random)
            stamped = self._stamped(records, moment, device)
            blocks = [framing.block(fields) for fields in stamped]
            if any(len(block) > MOST_BYTES_OF_BLOCK for block in blocks):
                raise OSError(errno.EMSGSIZE, "longer than an entry may be")
            device.remember(stamped[-1]["rev"], self._files)
            path = self._own_file(moment, device)
            self._write(path, b"".join(blocks))
        return [Entry(fields, path, 0) for fields in stamped]

    def folder_of(self, moment: datetime.datetime) -> Path:
        """Name the folder that is written to at this moment."""
        return self.entries / f"{moment:%Y}"

    def read(self, since: datetime.date | None = None) -> Reading:
        """Read all entries, or those of the files of this day's month and later. Never raises.

        The month is the one a file's name begins with, which is when its entries were written;
        a file with another name is always read.
        """
        reading = Reading()
        for path in self._files_below(self.entries, reading):
            month = _MONTH.match(path.name)
            if since is None or month is None or month[0] >= f"{since:%Y-%m}":
                self._read(path, reading)
        seen = max((entry.rev for entry in reading.entries), default=0)
        self._highest_seen = max(self._highest_seen, seen)
        return reading

    def _stamped(
        self, records: Sequence[Mapping[str, Any]], moment: datetime.datetime, device: Device
    ) -> list[dict[str, Any]]:
        """Give each record its revision, later than every one it could be an edit of."""
        bases = (ids.as_rev(record.get("base")) for record in records)
        rev = max(device.last_rev, self._highest_seen, *bases)
        stamped = []
        for record in records:
            rev = ids.next_rev(int(moment.timestamp() * 1000), rev)
            stamped.append({**record, "rev": rev, "dev": device.id})
        return stamped

    def _own_file(self, moment: datetime.datetime, device: Device) -> Path:
        """Choose the file to write to: another one when a newer version began this month's."""
        path = self.folder_of(moment) / f"{moment:%Y-%m}.{device.id}.toml"
        with suppress(FileNotFoundError), opened(self._files, path, os.O_RDONLY) as fd:
            head = self._files.read(fd, 0, framing.HEAD_BYTES)
            if framing.format_of(head) > framing.FORMAT:
                return path.with_suffix(f".f{framing.FORMAT}.toml")
        return path

    def _write(self, path: Path, blocks: bytes) -> None:
        """Write blocks to the end of a file, whole or not at all, and wait for the disk."""
        files = self._files
        make_folders(files, path.parent)
        with opened(files, path, os.O_RDWR | os.O_APPEND | os.O_CREAT) as fd:
            size = files.size(fd)
            tail = files.read(fd, max(0, size - framing.TAIL_BYTES), framing.TAIL_BYTES)
            data = framing.after_tail(tail) + blocks
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
        if size == 0 or path not in self._settled:
            self._settle(path)
        if size == 0:
            self._write_beside()

    def _settle(self, path: Path) -> None:
        """Wait until a file's name and those of its folders are on the disk.

        Done once in each process, also for files that were there: the process that made one
        may have ended before it came to this.
        """
        own = (path.parent, self.entries, self._folder, self._folder.parent)
        for folder in dict.fromkeys((*own, path.resolve().parent)):
            self._files.sync_folder(folder)
        self._settled.add(path)

    def _write_beside(self) -> None:
        """Put what explains the folder beside the entries; nothing depends on it."""
        for name, text in beside().items():
            flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL
            with suppress(OSError), opened(self._files, self._folder / name, flags) as fd:
                self._files.write(fd, text.encode())

    def _files_below(self, top: Path, reading: Reading) -> Iterator[Path]:
        """Find journal files, through links too; hidden ones belong to other programs."""
        waiting, seen = [top], set()
        while waiting:
            folder = waiting.pop()
            if (real := os.path.realpath(folder)) in seen:
                continue
            seen.add(real)
            try:
                names = self._files.names(folder)
            except OSError as error:
                if folder != top or not isinstance(error, FileNotFoundError):
                    reading.unreadable.append(Unreadable(folder, error))
                continue
            for name, is_folder in sorted(names):
                if name.startswith((".", "~")):
                    continue
                if is_folder:
                    waiting.append(folder / name)
                elif name.lower().endswith(".toml"):
                    yield folder / name

    def _read(self, path: Path, reading: Reading) -> None:
        try:
            loaded = framing.load(read_all(self._files, path), path)
            if any(fragment.unfinished for fragment in loaded.fragments):
                loaded = self._once_more(path) or loaded
        except OSError as error:
            reading.unreadable.append(Unreadable(path, error))
        else:
            reading.entries.extend(loaded.entries)
            reading.fragments.extend(loaded.fragments)

    def _once_more(self, path: Path) -> framing.Loaded | None:
        """Read a file again that seems torn: another process may have been writing to it."""
        with (
            suppress(OSError),
            locked(self.lock, self._files, patience=_PATIENCE_OF_A_READER, flags=os.O_RDONLY),
        ):
            return framing.load(read_all(self._files, path), path)
        return None

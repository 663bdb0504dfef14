"""Entries on disk: appended under a lock, read as the union of all files.

One file per device and month, `entries/2026/2026-11.k7f2.toml`, which only that device writes.
Reading takes in every `*.toml` below `entries/`, whatever its name, so a folder that is carried
between devices merges by itself, conflict copies included.
"""

import datetime
import errno
import os
import threading
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from peercompanion.journal import framing, ids, months
from peercompanion.journal.device import Device, this_device, this_machine
from peercompanion.journal.files import Files, Stamp, make_folders, opened, read_all, write_whole
from peercompanion.journal.framing import Entry, Loaded
from peercompanion.journal.lock import locked
from peercompanion.journal.own import OwnFiles
from peercompanion.journal.reading import Found, Reader, Reading
from peercompanion.journal.readme import PLAN, beside
from peercompanion.journal.view import newest_of_each

MOST_BYTES_OF_BLOCK = 256 * 1024
"""A longer entry is refused: it would be no record but a book."""

_PATIENCE_OF_A_READER = 0.5


class Journal:
    """The journal in a folder. It knows no kinds of record.

    Args:
        folder: Where the entries are, below `entries/`; may be synced between devices.
        state: Where this device keeps its id, lock and copies; never synced.
        now: The time, aware of its zone; decides the month's file and the revisions.
        documents: The kinds of which every new month's file carries on what stands.
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
        documents: Collection[str] = (),
        random: Callable[[int], bytes] = os.urandom,
        machine: Callable[[], str] = this_machine,
        files: Files | None = None,
    ) -> None:
        self.folder = folder
        self.entries = folder / "entries"
        self.lock = state / "lock"
        self.device_file = state / "device.toml"
        self.documents = documents
        self.files = files or Files()
        self.now = now
        self.own = OwnFiles(self.entries, state, self.files)
        self.reader = Reader(self.entries, self.files, self._once_more)
        self._random = random
        self._machine = machine
        self._highest_seen = 0
        self._seen: dict[Path, Stamp] = {}
        self._writer: int | None = None
        self._written = 0
        """How often it was written to from here."""

    def append(self, records: Sequence[Mapping[str, Any]]) -> list[Entry]:
        """Append one or more records with `id` and `kind`; `rev` and `dev` are given to them here.

        When this returns, they are on the disk. When it raises, none was said to be saved, and
        the same records may be appended again: the union takes two of the same for one.

        Raises:
            OSError: The disk refused, and what was there before is still there; `EAGAIN` when
                another process is writing all the while, `EMSGSIZE` when a record is too long.

        """
        with self.writing() as device:
            moment = self.now()
            path = self.own.current(f"{moment:%Y-%m}", device.id)
            if not self.own.is_there(path):
                self._begin(path)
            elif not self.own.is_copied(path):
                self.put_all_back()  # the oldest copy makes room for that of this file
            before = self.put_back(path)
            stamped = self._stamped(records, moment, device)
            blocks = [framing.block(fields) for fields in stamped]
            if any(len(block) > MOST_BYTES_OF_BLOCK for block in blocks):
                raise OSError(errno.EMSGSIZE, "longer than an entry may be")
            device.remember(stamped[-1]["rev"], self.files)
            with self._unnoticed(path):
                self.own.append(path, before + b"".join(blocks))
        return [Entry(fields, path, 0) for fields in stamped]

    @contextmanager
    def writing(self) -> Iterator[Device]:
        """Keep all other processes of this device from writing.

        Raises:
            BlockingIOError: Another process wrote all the while.

        """
        make_folders(self.files, self.lock.parent)
        with locked(self.lock, self.files):
            self._writer = threading.get_ident()
            try:
                yield this_device(self.device_file, self.files, self._machine, self._random)
            finally:
                self._written += 1
                self._writer = None

    def folder_of(self, moment: datetime.datetime) -> Path:
        """Name the folder that is written to at this moment."""
        return self.entries / f"{moment:%Y}"

    def read(self, since: datetime.date | None = None) -> Reading:
        """Read all entries, or what a start needs: see `months.from_month_on`. Never raises."""
        found = self.reader.found()
        self._seen = found.files
        return self._read(found, since)

    def is_begun(self) -> bool:
        """Tell whether there is anything, or anything that cannot be looked at."""
        return bool(self.reader.found())

    def changed(self) -> bool:
        """Tell whether anybody else wrote since `read`; looks at names, and opens nothing.

        What is just being written from here looks the same: then it is for the next look to say.
        """
        before = self._written
        found = self.reader.found().files
        return self._writer is None and self._written == before and found != self._seen

    def at_start(self, since: datetime.date) -> Reading:
        """Read what a start needs, and leave `changed` to tell what it told before."""
        return self._read(self.reader.found(), since)

    def _read(self, found: Found, since: datetime.date | None) -> Reading:
        chosen = months.from_month_on(found.files, since) if since else list(found.files)
        reading = self.reader.read(found, chosen)
        seen = max((entry.rev for entry in reading.entries), default=0)
        self._highest_seen = max(self._highest_seen, seen)
        return reading

    def write_beside(self, plan: str) -> None:
        """Put a readable copy of the plan beside the entries; an empty one removes it.

        Raises:
            OSError: It could not be written; the copy as it was is still there.

        """
        file, data, there = self.folder / PLAN, plan.encode(errors="replace"), None
        with suppress(FileNotFoundError):
            there = read_all(self.files, file)
        if not data and there is not None:
            self.files.remove(file)
        elif data and there != data:
            make_folders(self.files, self.folder)
            write_whole(self.files, file, data)

    def put_back(self, path: Path) -> bytes:
        """Find what this device wrote last to a file, and its own files no longer hold.

        A sync program may have put an older file in its place, or an editor saved an older text.
        Only the end counts: what is missing in the middle was taken out by hand.
        """
        if self.own.as_left(path):
            return b""
        written = self.own.in_copy(path)
        month = months.month_of(path.name) or f"{self.now():%Y-%m}"
        since = datetime.date.fromisoformat(f"{month}-01")
        entries = self.at_start(since).entries if written else []
        # What only another device's file holds may leave that one too.
        ours = {None, months.device_of(path.name)}
        held = (entry for entry in entries if months.device_of(entry.file.name) in ours)
        there = {(entry.id, entry.rev, entry.dev) for entry in held}
        missing: list[bytes] = []
        for entry in reversed(written):
            if (entry.id, entry.rev, entry.dev) in there:
                break
            missing.insert(0, framing.verbatim(entry))
        return b"".join(missing)

    def put_all_back(self) -> int:
        """Append what this device wrote last to any of its newest files and is now nowhere.

        Returns:
            How many bytes that were.

        """
        many = 0
        for path in self.own.copied():
            missing = self.put_back(path)
            if missing:
                self.own.append(path, missing)
            elif not self.own.as_left(path):
                self.own.copy_whole(path)
            many += len(missing)
        return many

    def _begin(self, path: Path) -> None:
        """Make a new month's file, which carries on every document that stands."""
        self.put_all_back()  # the oldest copy makes room for that of the new file
        entries = self.at_start(self.now().date()).entries
        standing = newest_of_each(entry for entry in entries if self.is_document(entry))
        carried = b"".join(framing.verbatim(entry) for entry in standing.values())
        self.own.begin(path, carried)
        for name, text in beside().items():
            flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL
            with suppress(OSError), opened(self.files, self.folder / name, flags) as fd:
                self.files.write(fd, text.encode())

    def is_document(self, entry: Entry) -> bool:
        """Tell whether an entry is carried on, from month to month."""
        return entry.kind in self.documents

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

    @contextmanager
    def _unnoticed(self, path: Path) -> Iterator[None]:
        """Let `changed` pass over what is written here, but not over what others wrote before."""
        seen = self._seen.get(path) == self._stamp(path)
        yield
        if seen and (stamp := self._stamp(path)):
            self._seen[path] = stamp

    def _stamp(self, path: Path) -> Stamp | None:
        with suppress(OSError):
            return self.files.stamp(path)
        return None

    def _once_more(self, path: Path) -> Loaded | None:
        """Read a file again that seems torn: another process may have been writing to it."""
        if self._writer == threading.get_ident():
            return None
        with (
            suppress(OSError),
            locked(self.lock, self.files, patience=_PATIENCE_OF_A_READER, flags=os.O_RDONLY),
        ):
            return framing.load(read_all(self.files, path), path)
        return None

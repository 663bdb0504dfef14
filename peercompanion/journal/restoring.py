"""Taking in entries from elsewhere: a backup, an export, another journal. Nothing is overwritten.

What is not there yet is appended to this device's own files, month for month. Doing it twice is
doing it once.
"""

import datetime
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from peercompanion.journal import framing
from peercompanion.journal.framing import Entry
from peercompanion.journal.journal import Journal
from peercompanion.journal.mending import is_forgotten
from peercompanion.journal.reading import Unreadable

_MONTH = re.compile(r"[0-9]{4}-[0-9]{2}")

Key = tuple[str, int, str]


@dataclass(frozen=True, slots=True)
class Intake:
    """What would come of taking something in."""

    new: dict[str, list[Entry]] = field(default_factory=dict)
    """What is not in the journal yet, by the month whose file it belongs to."""
    known: int = 0
    """How many entries are there already."""
    deleted: int = 0
    """How many are left out, because the thing was deleted here since."""
    damaged: int = 0
    """How many places could not be read."""
    unreadable: tuple[Unreadable, ...] = ()
    """What of the journal could not be read; an entry in it may be taken for new."""

    @property
    def entries(self) -> list[Entry]:
        """All that is new."""
        return [entry for month in sorted(self.new) for entry in self.new[month]]


def compare(journal: Journal, contents: Mapping[str, bytes]) -> Intake:
    """See what of some journal files is not in a journal. Changes nothing.

    Args:
        journal: The journal that would take it in.
        contents: The bytes of each file, by name; a name that begins with a month, such as
            `2026-11`, tells where its entries belong.

    """
    here: dict[Key, bool] = {}
    ends: dict[str, tuple[int, str]] = {}
    found = journal.reader.found()
    unreadable = list(found.unreadable)
    for path in found.files:
        loaded = journal.reader.load(path)
        if isinstance(loaded, OSError):
            unreadable.append(Unreadable(path, loaded))
            continue
        for entry in loaded.entries:
            here[_key(entry)] = here.get(_key(entry), False) or not entry.by_hand
            if entry.gone:
                ends[entry.id] = max(ends.get(entry.id, (0, "")), (entry.rev, entry.dev))
    new: dict[str, list[Entry]] = {}
    known, added = set[Key](), set[Key]()
    deleted = damaged = 0
    for name, data in contents.items():
        loaded = framing.load(data, Path(name))
        damaged += len(loaded.fragments)
        for entry in loaded.entries:
            # One that was changed by hand here, but not there, is taken in beside it.
            if here.get(_key(entry)) or (entry.by_hand and _key(entry) in here):
                known.add(_key(entry))
            elif is_forgotten(entry, ends):
                deleted += 1
            else:
                here[_key(entry)] = True
                added.add(_key(entry))
                new.setdefault(_month(name, entry, journal.now()), []).append(entry)
    return Intake(new, len(known - added), deleted, damaged, tuple(unreadable))


def take_in(journal: Journal, intake: Intake) -> None:
    """Append what is new to this device's files.

    Raises:
        OSError: The disk refused. What was appended before stays; the same can be done again.

    """
    with journal.writing() as device:
        journal.put_all_back()
        for month, entries in sorted(intake.new.items()):
            path = journal.own.of_month(month, device.id)
            if not journal.own.is_there(path):
                journal.own.begin(path, b"")
            journal.own.append(path, b"".join(framing.verbatim(entry) for entry in entries))


def _key(entry: Entry) -> Key:
    return entry.id, entry.rev, entry.dev


def _month(name: str, entry: Entry, now: datetime.datetime) -> str:
    if month := _MONTH.match(PurePosixPath(name).name):
        return month[0]
    said = entry.fields.get("day")
    day = said if isinstance(said, datetime.date) else now
    return f"{day.year:04}-{day.month:02}"

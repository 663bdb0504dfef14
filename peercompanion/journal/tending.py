"""What a journal needs now and then, in the background: nothing here changes what it says."""

import datetime
from pathlib import Path

from peercompanion.journal import framing, mending, months
from peercompanion.journal.files import read_all
from peercompanion.journal.history import History
from peercompanion.journal.journal import Journal
from peercompanion.journal.view import newest_of_each

_MOST_TORN = 1000
_RECENT = datetime.timedelta(days=62)
"""Older files are mended too while they are this device's newest."""


def put_back(journal: Journal) -> int:
    """Append again what this device wrote last and a sync program or an editor undid.

    Returns:
        How many bytes that were.

    """
    with journal.writing():
        return journal.put_all_back()


def mend(journal: Journal) -> list[Path]:
    """Set torn ends of this device's files aside, as comments; their bytes go to `recovered/`.

    Refused while any file cannot be read. Nothing that was edited by hand is touched.

    Returns:
        The files that were mended.

    """
    with journal.writing() as device:
        reading = journal.at_start(journal.now().date() - _RECENT)
        if reading.unreadable:
            return []
        torn = {each.file for each in reading.fragments if each.unfinished}
        own = [path for path in sorted(torn) if months.device_of(path.name) == device.id]
        return [path for path in own if _mend(journal, path)]


def damaged(journal: Journal) -> bool:
    """Tell whether anything lately kept cannot be read; the rest is."""
    reading = journal.at_start(journal.now().date() - _RECENT)
    return bool(reading.unreadable) or not all(each.unfinished for each in reading.fragments)


def _mend(journal: Journal, path: Path) -> bool:
    data = before = read_all(journal.files, path)
    entries = framing.load(data, path).entries
    torn: list[bytes] = []
    # Behind a torn end there may be another one, which was not the last until now.
    while fragments := [each for each in framing.load(data).fragments if each.unfinished]:
        if len(torn) > _MOST_TORN or framing.format_of(data) > framing.FORMAT:
            return False
        torn += [fragment.raw for fragment in fragments]
        data = mending.set_aside(data, fragments)
    if data == before or not mending.same(data, entries):
        return False
    journal.own.set_aside(path.name, b"\n".join(torn))
    journal.own.rewrite(path, data)
    return True


def carry_on(journal: Journal, history: History) -> int:
    """See to it that a start finds every document, also those of a device that is long gone.

    Returns:
        How many were appended to this device's newest file, as they are.

    """
    standing = history.ask(lambda index: newest_of_each(index.newest(journal.documents)))
    with journal.writing() as device:
        journal.put_all_back()
        moment = journal.now()
        # As a start would find them years from now, when no month but the newest is read.
        found = newest_of_each(journal.at_start(datetime.date.max).entries)
        missing = [
            framing.verbatim(entry)
            for id_, entry in standing.items()
            if id_ not in found or (found[id_].rev, found[id_].dev) < (entry.rev, entry.dev)
        ]
        if missing:
            path = journal.own.current(f"{moment:%Y-%m}", device.id)
            if not journal.own.is_there(path):
                journal.own.begin(path, b"")
            journal.own.append(path, b"".join(missing))
    return len(missing)

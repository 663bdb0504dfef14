"""Taking out of the files what was deleted, for good.

A deletion is an entry of its own, which stays; what goes is every older version of the thing, in
the files of this device, in copies that sync programs made, in what was recovered, and in the
backups. Files of other devices are theirs to change: they do it when the app is opened there.
"""

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from peercompanion.journal import framing, mending, months
from peercompanion.journal.backup import Backups, unpacked
from peercompanion.journal.device import Device
from peercompanion.journal.files import read_all, write_whole
from peercompanion.journal.journal import Journal
from peercompanion.journal.mending import Forgotten
from peercompanion.journal.reading import Unreadable


@dataclass(frozen=True, slots=True)
class Erased:
    """What became of the text that was to go."""

    files: list[Path] = field(default_factory=list)
    """Where it was taken out."""
    elsewhere: list[tuple[Path, int]] = field(default_factory=list)
    """Where it still is, file and line: other devices' files, and those of a newer version."""
    unreadable: list[Unreadable] = field(default_factory=list)
    """What could not be looked at. In the journal, then nothing was changed."""


def erase(journal: Journal, backups: Backups, forgotten: Forgotten) -> Erased:
    """Take out every version that is older than its deletion, wherever this device may.

    Raises:
        OSError: A file could not be written; it is as it was, and the same can be tried again.

    """
    erased = Erased()
    with journal.writing() as device:
        found = journal.reader.found()
        files = {path: _read(journal, path, erased) for path in found.files}
        erased.unreadable.extend(found.unreadable)
        if erased.unreadable:
            return erased
        for path, data in files.items():
            if data is not None and _holds(data, forgotten):
                _take_out(journal, path, data, forgotten, device, erased)
        for folder in (journal.own.copies, journal.own.recovered):
            _take_out_of(journal, folder, forgotten)
        for path in backups.all():
            _take_out_of_backup(journal, backups, path, forgotten, erased)
    return erased


def _take_out(
    journal: Journal,
    path: Path,
    data: bytes,
    forgotten: Forgotten,
    device: Device,
    erased: Erased,
) -> None:
    entries = framing.load(data, path).entries
    going = [entry for entry in entries if mending.is_forgotten(entry, forgotten)]
    theirs = months.device_of(path.name) not in (None, device.id)
    if theirs or framing.format_of(data) > framing.FORMAT:
        erased.elsewhere.extend((path, entry.line) for entry in going)
        return
    new = mending.without(data, forgotten)
    if new == framing.normal(data):
        return
    staying = [entry for entry in entries if not mending.is_forgotten(entry, forgotten)]
    if not mending.same(new, staying):
        erased.elsewhere.extend((path, entry.line) for entry in going)
        return
    journal.own.rewrite(path, new)
    erased.files.append(path)


def _take_out_of(journal: Journal, folder: Path, forgotten: Forgotten) -> None:
    names: list[str] = []
    with suppress(FileNotFoundError):
        names = sorted(name for name, is_folder in journal.files.names(folder) if not is_folder)
    for path in (folder / name for name in names):
        data = read_all(journal.files, path)
        if (new := _lighter(data, forgotten)) != data:
            write_whole(journal.files, path, new)


def _take_out_of_backup(
    journal: Journal, backups: Backups, path: Path, forgotten: Forgotten, erased: Erased
) -> None:
    try:
        held = unpacked(read_all(journal.files, path))
    except (OSError, ValueError) as error:
        why = error if isinstance(error, OSError) else OSError(str(error))
        erased.unreadable.append(Unreadable(path, why))
        return
    new = {name: _lighter(data, forgotten) for name, data in held.items()}
    if new != held:
        backups.rewrite(path, new)
        erased.files.append(path)


def _lighter(data: bytes, forgotten: Forgotten) -> bytes:
    if _holds(data, forgotten) and framing.format_of(data) <= framing.FORMAT:
        return mending.without(data, forgotten)
    return data


def _read(journal: Journal, path: Path, erased: Erased) -> bytes | None:
    try:
        return read_all(journal.files, path)
    except OSError as error:
        erased.unreadable.append(Unreadable(path, error))
        return None


def _holds(data: bytes, forgotten: Mapping[str, object]) -> bool:
    return any(id_.encode() in data for id_ in forgotten)

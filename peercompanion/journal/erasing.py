"""Taking out of the files what was deleted, for good.

A deletion is an entry of its own, which stays; what goes is every older version of the thing, in
the files of this device, in copies that sync programs made, in what was recovered, and in the
backups. Files of other devices are theirs to change: they do it when the app is opened there.
"""

import datetime
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from peercompanion.journal import framing, mending, months
from peercompanion.journal.backup import ENTRIES, Backups, unpacked
from peercompanion.journal.device import Device
from peercompanion.journal.files import Files, read_all, write_whole
from peercompanion.journal.history import History
from peercompanion.journal.journal import Journal
from peercompanion.journal.mending import Ends, Forgotten, to_forget
from peercompanion.journal.reading import Unreadable
from peercompanion.journal.readme import PLAN, beside

DELETED_FOR = datetime.timedelta(days=30)
"""After this long the text of what was deleted leaves the files."""


@dataclass(frozen=True, slots=True)
class Erased:
    """What became of the text that was to go."""

    files: list[Path] = field(default_factory=list)
    """Where it was taken out."""
    elsewhere: list[tuple[Path, int]] = field(default_factory=list)
    """Where it still is, file and line: other devices' files, and those of a newer version."""
    unreadable: list[Unreadable] = field(default_factory=list)
    """What could not be looked at. In the journal, then nothing was changed."""


def out_of_sight(journal: Journal) -> list[Unreadable]:
    """List what of the journal cannot be read, and so cannot be erased either."""
    found = journal.reader.found()
    return [*found.unreadable, *_read_all(journal, found.files)[1]]


def erase(journal: Journal, backups: Backups, ends: Ends) -> Erased:
    """Take out every version that is older than its deletion, wherever this device may.

    Raises:
        OSError: A file could not be written; it is as it was, and the same can be tried again.

    """
    erased = Erased()
    with journal.writing() as device:
        found = journal.reader.found()
        held, unreadable = _read_all(journal, found.files)
        erased.unreadable.extend((*found.unreadable, *unreadable))
        if erased.unreadable:
            return erased
        forgotten = to_forget(ends, held.values())
        for path, data in held.items():
            if _holds(data, ends):
                _take_out(journal, path, data, forgotten, device, erased)
        for folder in (journal.own.copies, journal.own.recovered):
            _take_out_of(journal, folder, forgotten)
        for path in backups.all():
            _take_out_of_backup(journal, backups, path, forgotten, erased)
        with suppress(FileNotFoundError):  # the readable copy of the plan comes back by itself
            journal.files.remove(journal.folder / PLAN)
    return erased


def finish(journal: Journal, history: History, backups: Backups) -> None:
    """Take out what was erased on another device, and what was deleted long ago.

    Raises:
        OSError: A file could not be written.

    """
    long_ago = int((journal.now() - DELETED_FOR).timestamp() * 1000)
    left = history.ask(lambda index: index.left_behind(long_ago))
    with journal.writing() as device:
        ours = {path: ids for path, ids in left.items() if _may_change(path, device)}
    if ends := {id_: end for ids in ours.values() for id_, end in ids.items()}:
        erase(journal, backups, ends)
        history.forget()


def erase_everything(journal: Journal, state: Path, settings: Sequence[Path]) -> list[Path]:
    """Erase all that this app wrote, but for the empty lock.

    Returns:
        What other programs put among it, which stays.

    Raises:
        OSError: Something could not be removed; the same can be tried again.

    """
    files, left = journal.files, list[Path]()
    with journal.writing():
        _remove_below(files, journal.entries, left)
        for path in (*(journal.folder / name for name in (*beside(), PLAN)), *settings):
            with suppress(FileNotFoundError):
                files.remove(path)
        for path in settings:
            with suppress(FileNotFoundError):
                files.remove(path.with_name(path.name + ".bak"))
        for name, is_folder in files.names(state):
            if is_folder:
                _remove_below(files, state / name, [])
            elif state / name != journal.lock:
                files.remove(state / name)
        with suppress(OSError):
            left.extend(journal.folder / name for name, _ in files.names(journal.folder))
            files.remove_folder(journal.folder)
    return left


def _remove_below(files: Files, folder: Path, left: list[Path]) -> None:
    """Remove a folder and what is in it, but for what other programs hid there."""
    try:
        names = files.names(folder)
    except FileNotFoundError:
        return
    for name, is_folder in names:
        if name.startswith((".", "~")) and not name.endswith(".tmp"):
            left.append(folder / name)
        elif is_folder:
            _remove_below(files, folder / name, left)
        else:
            files.remove(folder / name)
    if not files.names(folder):
        files.remove_folder(folder)


def _read_all(
    journal: Journal, paths: Iterable[Path]
) -> tuple[dict[Path, bytes], list[Unreadable]]:
    held: dict[Path, bytes] = {}
    unreadable = []
    for path in paths:
        try:
            held[path] = read_all(journal.files, path)
        except OSError as error:
            unreadable.append(Unreadable(path, error))
    return held, unreadable


def _may_change(path: Path, device: Device) -> bool:
    """Tell whether a file is this device's, or nobody's, such as a sync program's copy."""
    return months.device_of(path.name) in (None, device.id)


def _take_out(
    journal: Journal,
    path: Path,
    data: bytes,
    forgotten: Forgotten,
    device: Device,
    erased: Erased,
) -> None:
    entries = framing.load(data, path).entries
    going = [entry for entry in entries if forgotten.entry(entry)]
    if not _may_change(path, device) or framing.format_of(data) > framing.FORMAT:
        erased.elsewhere.extend((path, entry.line) for entry in going)
        return
    new = mending.without(data, forgotten)
    if new == framing.normal(data):
        return
    staying = [entry for entry in entries if not forgotten.entry(entry)]
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
    new = {
        name: _lighter(data, forgotten) if name.startswith(ENTRIES) else data
        for name, data in held.items()
    }
    if new != held:
        backups.rewrite(path, new)
        erased.files.append(path)


def _lighter(data: bytes, forgotten: Forgotten) -> bytes:
    newer = framing.format_of(data) > framing.FORMAT
    return data if newer else mending.without(data, forgotten)


def _holds(data: bytes, ends: Ends) -> bool:
    return any(id_.encode() in data for id_ in ends)

"""What is in the journal, read anew from every file: what is damaged, merged, changed by hand."""

import datetime
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from peercompanion.data.telling import at_most, kinds, place, span
from peercompanion.journal import framing, months
from peercompanion.journal.backup import Backups, unpacked
from peercompanion.journal.files import read_all
from peercompanion.journal.framing import Fragment
from peercompanion.journal.history import History
from peercompanion.journal.index import Progress
from peercompanion.journal.journal import Journal
from peercompanion.journal.reading import Unreadable
from peercompanion.journal.view import Thing, view
from peercompanion.language import _, ngettext


@dataclass
class Checked:
    """What was found in the files."""

    files: list[Path] = field(default_factory=list)
    newest: dict[str, tuple[int, str, str]] = field(default_factory=dict)
    """By id: revision, device and kind of its newest version; no kind when it was deleted."""
    days: set[datetime.date] = field(default_factory=set)
    fragments: list[Fragment] = field(default_factory=list)
    by_hand: list[tuple[Path, int]] = field(default_factory=list)
    unreadable: list[Unreadable] = field(default_factory=list)
    newer: list[Path] = field(default_factory=list)
    """Files that a newer version of the app wrote."""
    broken_backups: list[Path] = field(default_factory=list)
    contested: list[Thing] = field(default_factory=list)
    """Things of which two devices wrote a version at the same time."""

    @property
    def damaged(self) -> bool:
        """Whether anything that was there cannot be read."""
        torn = all(fragment.unfinished for fragment in self.fragments)
        return bool(self.unreadable or self.broken_backups) or not torn


def check(journal: Journal, history: History, backups: Backups, progress: Progress) -> Checked:
    """Read every file of the journal, and every backup. Changes nothing."""
    found = journal.reader.found()
    checked = Checked(unreadable=list(found.unreadable))
    for done, path in enumerate(sorted(found.files)):
        progress(done, len(found.files))
        _look_into(journal, path, checked)
    for path in backups.all():
        try:
            unpacked(read_all(journal.files, path))
        except (OSError, ValueError):
            checked.broken_backups.append(path)
    things = history.ask(lambda index: view(index.contested())).values()
    checked.contested.extend(thing for thing in things if thing.others)
    return checked


def _look_into(journal: Journal, path: Path, checked: Checked) -> None:
    try:
        newer = framing.format_of(read_all(journal.files, path)) > framing.FORMAT
        loaded = journal.reader.load(path)
        if isinstance(loaded, OSError):
            raise loaded
    except OSError as error:
        checked.unreadable.append(Unreadable(path, error))
        return
    checked.files.append(path)
    checked.fragments.extend(loaded.fragments)
    checked.newer.extend([path] if newer else [])
    for entry in loaded.entries:
        version = (entry.rev, entry.dev, "" if entry.gone else entry.kind)
        checked.newest[entry.id] = max(version, checked.newest.get(entry.id, version))
        day = entry.fields.get("day")
        if isinstance(day, datetime.date) and not isinstance(day, datetime.datetime):
            checked.days.add(day)
        if entry.by_hand:
            checked.by_hand.append((path, entry.line))


def in_words(checked: Checked, known: frozenset[str]) -> Iterator[str]:
    """Tell what was found.

    Args:
        checked: What was found.
        known: The kinds of record this version knows.

    """
    if checked == Checked():
        yield _("There is nothing in your journal yet.")
        return
    yield from _what_is_there(checked, known)
    yield from _what_was_merged(checked)
    yield from _what_is_damaged(checked)


def _what_is_there(checked: Checked, known: frozenset[str]) -> Iterator[str]:
    counts = Counter(kind for _rev, _dev, kind in checked.newest.values() if kind)
    files = ngettext("{n} file", "{n} files", len(checked.files)).format(n=len(checked.files))
    said = ngettext("{n} thing in {files}", "{n} things in {files}", counts.total())
    when = f", {span(checked.days)}" if checked.days else ""
    yield said.format(n=f"{counts.total():,}", files=files) + when + "."
    if mine := {kind: counts[kind] for kind in sorted(counts) if kind in known}:
        yield _("There are: {kinds}.").format(kinds=kinds(mine))
    if others := {kind: counts[kind] for kind in sorted(counts) if kind not in known}:
        said = _("Kinds this version does not know, kept as they are: {kinds}.")
        yield said.format(kinds=kinds(others))
    for path in checked.newer:
        said = _("{file} was written by a newer version. It is read, and never changed.")
        yield said.format(file=place(path))


def _what_was_merged(checked: Checked) -> Iterator[str]:
    devices = sorted({months.device_of(path.name) or "" for path in checked.files} - {""})
    if len(devices) > 1:
        said = _("Merged from {n} computers: {names}.")
        yield said.format(n=len(devices), names=", ".join(devices))
    if copies := [path for path in checked.files if months.device_of(path.name) is None]:
        yield _("Files with other names, such as copies made by a sync program, are read too:")
        yield from at_most(f"  {place(path)}" for path in sorted(copies))
    if checked.contested:
        yield _("Changed in two places at once; the newer one is shown, the other is kept:")
        yield from at_most(
            f"  {place(other.file, other.line)}"
            for thing in checked.contested
            for other in thing.others
        )
    if checked.by_hand:
        yield _("Changed by hand, and read:")
        yield from at_most(f"  {place(*where)}" for where in sorted(checked.by_hand))


def _what_is_damaged(checked: Checked) -> Iterator[str]:
    torn = [each for each in checked.fragments if each.unfinished]
    if torn:
        yield _("Something ended the writing here. It had not been said to be saved:")
        yield from at_most(f"  {place(each.file, each.line)}" for each in torn)
    if damaged := [each for each in checked.fragments if not each.unfinished]:
        yield _("These lines are no entry and are left out; everything around them is read:")
        yield from at_most(f"  {place(each.file, each.line)}" for each in damaged)
    if checked.unreadable:
        yield _("This could not be read:")
        yield from at_most(
            f"  {place(each.path)} ({each.why.strerror or each.why})" for each in checked.unreadable
        )
    if checked.broken_backups:
        yield _("These backups cannot be used:")
        yield from at_most(f"  {place(path)}" for path in checked.broken_backups)
    if not checked.damaged:
        yield _("Nothing is damaged.")
    elif not checked.unreadable:
        yield _("A backup may hold what is damaged. It can be brought back from there.")

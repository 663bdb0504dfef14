"""Everything that is kept: new records, new versions, what is read of them, and drafts."""

from __future__ import annotations

import datetime
import itertools
import os
import sys
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from dataclasses import asdict
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from peercompanion.journal import ids
from peercompanion.kept.drafts import Draft, read
from peercompanion.kept.entries import as_practised, fields_of, fit, moment_of
from peercompanion.language import _
from peercompanion.places import Places
from peercompanion.practice.glimpse import Glimpse

if TYPE_CHECKING:
    from threading import Timer

    from peercompanion.data.whole import Whole
    from peercompanion.journal.drafts import Drafts
    from peercompanion.journal.files import Files
    from peercompanion.journal.framing import Entry
    from peercompanion.journal.history import History
    from peercompanion.journal.index import Index
    from peercompanion.journal.journal import Journal
    from peercompanion.practice.days import Days
    from peercompanion.practice.records import Practised, Record

R = TypeVar("R", bound="Record")

MONTHS = 3
"""Calendar months that count as recent, this one among them."""

LATER = 5.0
"""Seconds after a start until what is kept is looked after, while something is read or typed."""

_NOT_DAILY = ("practised", "tool")
"""Kinds that `Days` knows nothing of."""


class NotKept(Exception):  # noqa: N818 (says what happened, in the words a face uses)
    """It could not be kept. `str()` of it is one plain sentence that says what can be done."""


class Kept:
    """What is kept in these places. May be used from any thread."""

    def __init__(
        self,
        places: Places,
        *,
        now: Callable[[], datetime.datetime] | None = None,
        files: Files | None = None,
    ) -> None:
        self._places = places
        self._now = now or _local_time
        self._files = files
        self._revs: dict[str, int] = {}
        self._begun = False
        """Something is there, so that nothing that comes is the first."""
        self._first = False
        """The first thing ever was kept, and what that means was not said yet."""

    def usable(self) -> str | None:
        """Look, without writing, whether things can be kept.

        Returns:
            None when they can, else one plain sentence to show once.

        """
        from peercompanion.journal import trouble

        journal, places = self._journal, self._places
        folders = (journal.folder_of(self._now()), places.drafts)
        found = trouble.ahead(folders, (journal.lock, journal.device_file))
        return trouble.in_words(found, places.journal) if found else None

    def add(self, record: Record) -> None:
        """Keep a new record. When this returns, it is on the disk.

        Raises:
            NotKept: Nothing was kept; the same record may be added again.

        """
        self._append(fields_of(record))

    def revise(self, record: Record) -> None:
        """Keep a new version of a record with this id; the older ones stay in the journal.

        Raises:
            NotKept: The new version was not kept; the old one still stands.

        """
        if record.id not in self._revs:
            self._notice(self._history.ask(lambda index: index.versions(record.id)))
        self.put(record)

    def forget(self, id_: str, *, erased: bool = False) -> tuple[int, str]:
        """Delete a record: it is hidden at once, and its text leaves the files after 30 days.

        What stays is that there was one, on which day and, for good, that the day counted.

        Args:
            id_: The record's id.
            erased: Its text is to leave the files now, which `data.erasing` sees to.

        Returns:
            The revision of the deletion, and the device it was made on.

        Raises:
            LookupError: There is none.
            NotKept: It could not be deleted; it still stands.

        """
        from peercompanion.journal.view import newest
        from peercompanion.practice.days import Days

        versions = self._history.ask(lambda index: index.versions(id_))
        if not versions:
            raise LookupError(id_)
        latest = newest(versions)
        if latest.gone and (latest.fields.get("erased") is True or not erased):
            return latest.rev, latest.dev
        days = Days()
        for entry in versions:
            days.count(entry.fields)
        told = {
            name: latest.fields[name] for name in ("id", "kind", "day") if name in latest.fields
        }
        marks = {"gone": True, "erased": erased, "counted": bool(days.shown_up)}
        gone = {name: True for name, said in marks.items() if said}
        end = self._append({**told, "at": self._now(), "base": latest.rev, **gone})
        return end.rev, end.dev

    def put(self, record: Record) -> None:
        """Keep how a thing with a name of its own is now: new, or instead of what was read of it.

        Raises:
            NotKept: It was not kept; what stood before still stands.

        """
        base = {"base": self._revs[record.id]} if record.id in self._revs else {}
        self._append({**fields_of(record), **base})

    def tick(self) -> str:
        """Say that something was kept; after the first thing ever, once, also what that means."""
        return "\n".join((_("● Kept on this computer."), *self.first_words()))

    def first_words(self) -> list[str]:
        """Say, once and after the first thing ever was kept, what keeping means."""
        first, self._first = self._first, False
        if not first:
            return []
        return [
            _("Someone who can open this computer can read this."),
            _("What is kept here is yours and not a medical record."),
            _("Ask your service which privacy rules it follows."),
        ]

    def practised(self, since: datetime.date | None = None) -> list[Practised]:
        """Read what was practised since this day, or ever, oldest first. Never raises.

        Args:
            since: The first day that counts; files of earlier months are not read.

        """
        records = []
        for entry in self._notice(self._journal.read(since).entries):
            with suppress(ValueError, RecursionError):  # not as it was written
                if entry.kind == "practised":
                    records.append(as_practised(entry))
        found = (record for record in records if since is None or record.day >= since)
        return sorted(found, key=lambda record: (record.at, record.id))

    def recent(self, today: datetime.date) -> list[Practised]:
        """Read what was practised this month and the two before it, oldest first."""
        return self.practised(_months_before(today))

    def glimpses(self, today: datetime.date) -> list[Glimpse]:
        """Read the same as `recent`, as far as lists need it, and without the models."""
        since = _months_before(today)
        entries = [
            e for e in self._notice(self._journal.read(since).entries) if e.kind == "practised"
        ]
        seen = [(moment_of(entry), Glimpse.read(entry.fields)) for entry in entries]
        return [g for _at, g in sorted(seen, key=lambda pair: pair[0]) if g and g.day >= since]

    def days(self, since: datetime.date | None = None, until: datetime.date | None = None) -> Days:
        """Read the daily half since this day's month, or ever, without the models. Never raises.

        What is one each (charts, goals, steps, people) is there however old it is.

        Args:
            since: The first day that counts.
            until: The last one; of years ago, this asks the index and opens few files.

        """
        from peercompanion.practice.days import days_from

        if since is None or until is not None:
            return self._history.ask(lambda index: self._days_of(index, since, until))
        entries = self._journal.read(since).entries
        standing = [fit(entry.fields) for entry in self._notice(entries)]
        return days_from(standing, (entry.fields for entry in entries))

    def _days_of(
        self, index: Index, since: datetime.date | None, until: datetime.date | None
    ) -> Days:
        from peercompanion.practice.days import DOCUMENTS, Days

        days = Days()
        documents = index.newest(DOCUMENTS) if since else ()
        asked = itertools.chain(
            ((each, False) for each in documents), index.every(since, until, _NOT_DAILY)
        )
        for entry, replaced in asked:
            if replaced:
                days.count(entry.fields)
            else:
                self._revs[entry.id] = entry.rev
                days.take(fit(entry.fields))
        return days

    def lately(self, today: datetime.date) -> Days:
        """Read the daily half of this month and the two before it."""
        return self.days(_months_before(today))

    def copy_plan(self, text: str) -> None:
        """Write the readable copy of the support plan beside the entries, where it changed.

        It is only a copy: where it cannot be written, nothing is lost and nothing is said.
        """
        with suppress(OSError):
            self._journal.write_beside(fit(text))

    def copy_summary(self, day: datetime.date, text: str) -> Path:
        """Write an agreed summary where it can be read without the app.

        Raises:
            NotKept: It could not be written; the record stands.

        """
        from peercompanion.journal.files import Files, make_folders, write_whole

        folder = self._places.journal / "summaries"
        name = next(
            path
            for n in range(1, 1000)
            if not (path := folder / f"{day}{'' if n == 1 else f'-{n}'}.txt").exists()
        )
        disk = self._files or Files()
        try:
            make_folders(disk, folder)
            write_whole(disk, name, fit(text).encode())
        except OSError as error:
            raise _not_kept(error, folder) from error
        return name

    def versions(self, id_: str) -> list[dict[str, Any]]:
        """Read every version of one record that was ever kept, the latest first. Never raises."""
        entries = self._history.ask(lambda index: index.versions(id_))
        found = {(entry.rev, entry.dev): entry for entry in entries}
        return [fit(dict(found[key].fields)) for key in sorted(found, reverse=True)]

    def every(self, kind: str, record: type[R]) -> list[R]:
        """Read all records of a kind that stand, the latest first. Never raises."""
        entries = self._notice(self._history.ask(lambda index: list(index.newest((kind,)))))
        found = []
        for entry in sorted(entries, key=lambda entry: entry.id, reverse=True):
            with suppress(ValueError, RecursionError):  # not as it was written
                found.append(record.model_validate(fit(entry.fields)))
        return found

    def changed(self) -> bool:
        """Tell whether another window, a command or a sync program wrote since the last reading.

        Looks at names, sizes and times, and opens nothing: cheap enough to ask every two seconds.
        """
        return self._journal.changed()

    @cached_property
    def whole(self) -> Whole:
        """All that is kept, for what `peercompanion.data` does with it."""
        from peercompanion.data.whole import NotDone, Whole

        def forget(id_: str) -> tuple[int, str]:
            try:
                return self.forget(id_, erased=True)
            except NotKept as problem:
                raise NotDone(str(problem)) from problem

        return Whole(self._places, self._journal, self._history, forget)

    def look_after(self, told: Callable[[list[str]], None], *, after: float = 0.0) -> Timer:
        """Tend in a thread that ends with the process, wherever it is then: the files stand it.

        Args:
            told: Called in that thread, at its end, with what a person may want to know.
            after: Seconds until it begins; until then it can be cancelled.

        """
        from threading import Timer

        def run() -> None:
            from peercompanion.data.tending import tend

            try:
                told(tend(self.whole))
            except Exception:  # told on the terminal, it would stand in the middle of the screen
                if sys.flags.dev_mode:
                    raise

        timer = Timer(after, run)
        timer.daemon = True
        timer.start()
        return timer

    def save_draft(self, draft: Draft) -> None:
        """Write down a guide in progress, in place of what was written of it before.

        Raises:
            NotKept: An earlier draft of it, if any, is still there.

        """
        try:
            self._drafts.save(draft.item, asdict(draft))
        except OSError as error:
            raise _not_kept(error, self._places.drafts) from error

    def drafts(self) -> list[Draft]:
        """Read the guides in progress, the latest begun first. Never raises."""
        drafts = self._drafts.read(read)
        return sorted(drafts, key=lambda draft: draft.at, reverse=True)

    def drop_draft(self, item: str) -> None:
        """Forget the draft of this guide, if there is one. Never raises."""
        self._drafts.drop(item)

    @cached_property
    def _journal(self) -> Journal:
        from peercompanion.journal.journal import Journal
        from peercompanion.practice.days import DOCUMENTS

        places = self._places
        return Journal(
            places.journal, places.state, now=self._now, documents=DOCUMENTS, files=self._files
        )

    @cached_property
    def _history(self) -> History:
        from peercompanion.journal.history import History

        return History(self._journal, self._places.cache)

    @cached_property
    def _drafts(self) -> Drafts:
        from peercompanion.journal.drafts import Drafts

        return Drafts(self._places.drafts, self._files)

    def _append(self, fields: Mapping[str, Any]) -> Entry:
        begins = not self._begun and not self._journal.is_begun()
        try:
            (entry,) = self._journal.append([fields])
        except OSError as error:
            raise _not_kept(error, self._places.journal) from error
        self._begun, self._first = True, self._first or begins
        self._revs[entry.id] = entry.rev
        return entry

    def _notice(self, entries: Iterable[Entry]) -> list[Entry]:
        """Take in which version of each thing counts, so that an edit can say what it edits."""
        from peercompanion.journal.view import view

        standing = [thing.entry for thing in view(entries).values()]
        self._revs.update((entry.id, entry.rev) for entry in standing)
        return standing


def _months_before(today: datetime.date) -> datetime.date:
    """The first day of the months that count as recent."""
    months = today.year * 12 + today.month - MONTHS
    return datetime.date(months // 12, months % 12 + 1, 1)


def new_id(now: datetime.datetime) -> str:
    """Make the id of a new record: a ULID, so that ids sort by time."""
    return ids.ulid(int(now.timestamp() * 1000), os.urandom(ids.RANDOM_BYTES))


def _not_kept(error: OSError, near: Path) -> NotKept:
    from peercompanion.journal import trouble

    return NotKept(trouble.in_words(error, near))


def _local_time() -> datetime.datetime:
    return datetime.datetime.now().astimezone()

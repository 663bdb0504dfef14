"""What a person did, kept: records in, records out, for every face.

The one place between the records of `practice` and the entries of the journal. Nothing is made
on disk before the first record or draft is kept, and nothing is imported before it is needed:
neither the journal nor pydantic stand in the way of the first frame.
"""

from __future__ import annotations

import datetime
import itertools
import os
import sys
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from peercompanion.journal import ids
from peercompanion.language import _
from peercompanion.places import Places
from peercompanion.practice.glimpse import Glimpse
from peercompanion.text import clean, unfit

if TYPE_CHECKING:
    from threading import Timer

    from peercompanion.data.whole import Whole
    from peercompanion.journal.drafts import Drafts
    from peercompanion.journal.files import Files
    from peercompanion.journal.framing import Entry
    from peercompanion.journal.history import History
    from peercompanion.journal.index import Index
    from peercompanion.journal.journal import Journal
    from peercompanion.journal.reading import Reading
    from peercompanion.practice.days import Days
    from peercompanion.practice.records import Practised, Record

MONTHS = 3
"""Calendar months that count as recent, this one among them."""

_STAMPS = frozenset({"rev", "dev", "base"})
"""What the journal adds to a record: no part of what happened."""

_NOT_DAILY = ("practised", "tool")
"""Kinds that `Days` knows nothing of."""

LINE = "line"
"""What the draft of one typed line is called, in front of the place where it was typed."""

Answer = str | int | list[str]
"""What one step was answered with."""


class NotKept(Exception):  # noqa: N818 (says what happened, in the words a face uses)
    """It could not be kept. `str()` of it is one plain sentence that says what can be done."""


@dataclass(frozen=True)
class Draft:
    """A guide in progress: enough to go on from where it was."""

    item: str
    """The full id of the guide, such as `core/long-exhale`; it has one draft at most."""
    small: bool
    at: datetime.datetime
    """When it was begun; aware of its zone."""
    step: str
    """The id of the step that was on the screen."""
    answers: Mapping[str, Answer] = field(default_factory=dict)
    """Answers so far by step id, without those that are never written down."""


@dataclass(frozen=True)
class Problem:
    """A place in the journal that could not be read; everything else was."""

    file: Path
    line: int | None
    """Counted from 1; None when the whole file could not be read."""
    words: str
    """What is wrong, in one plain sentence."""


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
        self._problems: list[Problem] = []
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
        self._append(_fields(record))

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
        self._append({**_fields(record), **base})

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
        reading = self._journal.read(since)
        problems = list(_problems(reading))
        records = []
        for entry in self._notice(reading.entries):
            if entry.kind != "practised":
                continue
            try:
                record = _as_practised(entry)
            except (ValueError, RecursionError):
                words = _("Something in this entry is not as it was written; it is left out.")
                problems.append(Problem(entry.file, entry.line, words))
                continue
            if since is None or record.day >= since:
                records.append(record)
        self._problems = problems
        return sorted(records, key=lambda record: (record.at, record.id))

    def recent(self, today: datetime.date) -> list[Practised]:
        """Read what was practised this month and the two before it, oldest first."""
        return self.practised(_months_before(today))

    def glimpses(self, today: datetime.date) -> list[Glimpse]:
        """Read the same as `recent`, as far as lists need it, and without the models."""
        since = _months_before(today)
        entries = [
            e for e in self._notice(self._journal.read(since).entries) if e.kind == "practised"
        ]
        seen = [(_sorting(entry), Glimpse.read(entry.fields)) for entry in entries]
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
        standing = [_fit(entry.fields) for entry in self._notice(entries)]
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
                days.take(_fit(entry.fields))
        return days

    def lately(self, today: datetime.date) -> Days:
        """Read the daily half of this month and the two before it."""
        return self.days(_months_before(today))

    def copy_plan(self, text: str) -> None:
        """Write the readable copy of the support plan beside the entries, where it changed.

        It is only a copy: where it cannot be written, nothing is lost and nothing is said.
        """
        with suppress(OSError):
            self._journal.write_beside(text)

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
            write_whole(disk, name, text.encode())
        except OSError as error:
            raise _not_kept(error, folder) from error
        return name

    def versions(self, id_: str) -> list[dict[str, Any]]:
        """Read every version of one record that was ever kept, the latest first. Never raises."""
        entries = self._history.ask(lambda index: index.versions(id_))
        found = {(entry.rev, entry.dev): entry for entry in entries}
        return [_fit(dict(found[key].fields)) for key in sorted(found, reverse=True)]

    def changed(self) -> bool:
        """Tell whether another window, a command or a sync program wrote since the last reading.

        Looks at names, sizes and times, and opens nothing: cheap enough to ask every two seconds.
        """
        return self._journal.changed()

    @property
    def problems(self) -> list[Problem]:
        """What the latest reading could not read."""
        return self._problems

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
        drafts = self._drafts.read(_draft)
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


def _sorting(entry: Entry) -> tuple[float, str]:
    """When it was; an entry that does not say when comes first."""
    at = entry.fields.get("at")
    return (at.timestamp() if isinstance(at, datetime.datetime) else 0.0, entry.id)


def new_id(now: datetime.datetime) -> str:
    """Make the id of a new record: a ULID, so that ids sort by time."""
    return ids.ulid(int(now.timestamp() * 1000), os.urandom(ids.RANDOM_BYTES))


def _not_kept(error: OSError, near: Path) -> NotKept:
    from peercompanion.journal import trouble

    return NotKept(trouble.in_words(error, near))


def _local_time() -> datetime.datetime:
    return datetime.datetime.now().astimezone()


def _fields(record: Record) -> dict[str, Any]:
    """Write a record as an entry's keys, without those it says nothing about."""
    told = record.model_dump(exclude_none=True)
    return {name: value for name, value in told.items() if value not in ({}, [], "")}


def _as_practised(entry: Entry) -> Practised:
    """Read an entry as a record; `ValueError` when it is not one."""
    from peercompanion.practice.records import Practised

    told = {name: value for name, value in entry.fields.items() if name not in _STAMPS}
    return Practised.model_validate(_fit(told), strict=True)


def _fit(value: Any) -> Any:
    """Make words that come from a file harmless for a terminal."""
    if isinstance(value, str):
        if value.isascii() and value.isprintable():  # nearly all of them, and there are many
            return value
        return clean(value, most=len(value)) if unfit(value) else value
    if isinstance(value, dict):
        return {
            name if name.isidentifier() and name.isascii() else _fit(name): _fit(held)
            for name, held in value.items()
        }
    return [_fit(held) for held in value] if isinstance(value, list) else value


def _draft(table: dict[str, Any]) -> Draft:
    """Read a draft; `ValueError` when it is not one."""
    match _fit(table):
        case {
            "item": str(item),
            "small": bool(small),
            "at": datetime.datetime(tzinfo=datetime.tzinfo()) as at,
            "step": str(step),
            "answers": dict(answers),
        } if all(_is_answer(answer) for answer in answers.values()):
            return Draft(item, small, at, step, answers)
        case _:
            raise ValueError("not a draft")


def _is_answer(value: object) -> bool:
    lines = value if isinstance(value, list) else []
    return isinstance(value, str | int | list) and all(isinstance(line, str) for line in lines)


def _problems(reading: Reading) -> Iterable[Problem]:
    for fragment in reading.fragments:
        if fragment.unfinished:
            words = _("Something ended the writing here. It had not been said to be saved.")
        else:
            words = _("These lines are no entry and are left out; everything around them is read.")
        yield Problem(fragment.file, fragment.line, words)
    for unreadable in reading.unreadable:
        words = _("This could not be read: {why}.")
        why = unreadable.why.strerror or str(unreadable.why)
        yield Problem(unreadable.path, None, words.format(why=why))

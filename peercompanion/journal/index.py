"""An index of all that was ever written, so that years can be asked in a blink.

It lies in the cache and can be deleted at any time: everything in it comes from the files, and a
file whose size or time of change is another is read anew.
"""

import datetime
import json
import os
import sqlite3
from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from peercompanion.journal.files import Files, Stamp, make_folders
from peercompanion.journal.framing import Entry, Loaded
from peercompanion.journal.lines import plain
from peercompanion.journal.mending import Ends
from peercompanion.journal.reading import Found

Progress = Callable[[int, int], None]
"""Is told how many of how many files are done."""

_VERSION = 2
_WAIT = 5.0
"""Seconds to wait for another process that writes to it."""
_TEMPORAL = "\ud800"
"""Marks a date or time: half of a character is no key of TOML."""
_MARK = json.dumps(_TEMPORAL)
_TABLES = f"""
PRAGMA journal_mode = WAL;
PRAGMA synchronous = NORMAL;
BEGIN IMMEDIATE;
CREATE TABLE IF NOT EXISTS files
    (number INTEGER PRIMARY KEY, path BLOB UNIQUE, size INTEGER, changed INTEGER);
CREATE TABLE IF NOT EXISTS entries (
    file INTEGER, line INTEGER, id TEXT, rev INTEGER, dev TEXT, kind TEXT, day TEXT, at TEXT,
    gone INTEGER, erased INTEGER, by_hand INTEGER, marked INTEGER, fields TEXT
);
CREATE INDEX IF NOT EXISTS by_file ON entries (file);
CREATE INDEX IF NOT EXISTS by_id ON entries (id, rev, dev);
CREATE INDEX IF NOT EXISTS by_kind ON entries (kind, day);
CREATE INDEX IF NOT EXISTS by_day ON entries (day);
CREATE INDEX IF NOT EXISTS by_end ON entries (id) WHERE gone;
PRAGMA user_version = {_VERSION};
COMMIT;
"""
_ONCE = (  # a document is in many files in the same words
    "NOT EXISTS (SELECT 1 FROM entries AS twin"
    " WHERE twin.id = entries.id AND twin.rev = entries.rev AND twin.dev = entries.dev"
    " AND twin.rowid < entries.rowid AND twin.fields = entries.fields)"
)
_REPLACED = (
    "EXISTS (SELECT 1 FROM entries AS later WHERE later.id = entries.id"
    " AND (later.rev, later.dev) > (entries.rev, entries.dev))"
)


class Index:
    """The index in a file, which several processes may use; a process uses it in turns.

    Every method may raise `sqlite3.Error`: the file is broken, or cannot be kept.

    Args:
        file: Where it lies; None keeps it in memory.
        top: The folder below which the journal's files lie.

    """

    def __init__(self, file: Path | None, top: Path) -> None:
        self.file = file
        self._top = top
        self._opened: sqlite3.Connection | None = None

    def __del__(self) -> None:
        if self._opened:
            self._opened.close()

    def bring_up(
        self, found: Found, load: Callable[[Path], Loaded | OSError], progress: Progress
    ) -> None:
        """Read what has changed. Ended half-way, it goes on from there the next time.

        What cannot be read now, but could be before, stays as it was.
        """
        rows = self._ask("SELECT path, size, changed FROM files")
        known = {path: (size, changed) for path, size, changed in rows}
        stamps = {self._name(path): stamp for path, stamp in found.files.items()}
        hidden = tuple(self._name(each.path) for each in found.unreadable)
        for name in known.keys() - stamps.keys():
            if not name.startswith(hidden):
                self._put(name, None, [])
        new = sorted((name for name in stamps if known.get(name) != stamps[name]), reverse=True)
        for done, name in enumerate(new):
            progress(done, len(new))
            if not isinstance(loaded := load(self._path(name)), OSError):
                self._put(name, stamps[name], loaded.entries)
        progress(len(new), len(new))

    def is_there(self) -> bool:
        """Tell whether it was made before."""
        return self.file is not None and self.file.exists()

    @contextmanager
    def unchanged(self) -> Iterator[None]:
        """Let it say the same for a while, whatever another process does meanwhile."""
        with self._rows() as rows:
            rows.execute("BEGIN")
            yield

    def newest(
        self,
        kinds: Collection[str] = (),
        since: datetime.date | None = None,
        until: datetime.date | None = None,
        *,
        by_day: bool = False,
    ) -> Iterator[Entry]:
        """Find the newest version of each thing, deletions among them.

        Where two have one revision, both are found: `view` chooses.

        Args:
            kinds: Of these kinds; of all kinds when there is none.
            since: Of this day and later.
            until: Of this day and earlier.
            by_day: In the order of days; else in no order.

        """
        where, given = _on_days(since, until)
        where.append(f"NOT {_REPLACED}")
        if kinds:
            where.append(f"kind IN ({', '.join('?' * len(kinds))})")
            given += kinds
        order = " ORDER BY day, at" if by_day else ""
        return self._select(" AND ".join(where) + order, given)

    def every(
        self,
        since: datetime.date | None = None,
        until: datetime.date | None = None,
        but: Collection[str] = (),
    ) -> Iterator[tuple[Entry, bool]]:
        """Find every version, each with whether it was edited or deleted since.

        Args:
            since: Of this day and later.
            until: Of this day and earlier.
            but: Of all but these kinds.

        """
        where, given = _on_days(since, until)
        if but:
            where.append(f"kind NOT IN ({', '.join('?' * len(but))})")
            given += but
        names = self._names()
        for replaced, *row in self._rows_of(_REPLACED, " AND ".join(where) or "TRUE", given):
            yield _entry(names, *row), bool(replaced)

    def contested(self) -> Iterator[Entry]:
        """Find every version of what has several that say something else."""
        return self._select(
            "id IN (SELECT id FROM entries GROUP BY id HAVING count(DISTINCT fields) > 1)", []
        )

    def counts(self) -> dict[str, int]:
        """Count what stands, by kind."""
        asked = f"SELECT kind, count(DISTINCT id) FROM entries WHERE NOT gone AND NOT {_REPLACED}"
        return dict(self._ask(f"{asked} GROUP BY kind ORDER BY kind"))

    def versions(self, id_: str) -> list[Entry]:
        """Find every version of one thing."""
        return list(self._select("id = ?", [plain(id_)]))

    def left_behind(self, deleted_before: int) -> dict[Path, Ends]:
        """Find files that still hold what was erased, or deleted before this revision."""
        left: dict[Path, dict[str, tuple[int, str]]] = {}
        for path, id_, rev, dev in self._ask(
            "SELECT path, gone.id, gone.rev, gone.dev FROM entries AS gone"
            " JOIN entries AS old ON old.id = gone.id"
            " AND (old.rev, old.dev) < (gone.rev, gone.dev) JOIN files ON old.file = number"
            " WHERE gone.gone AND (gone.erased OR gone.rev < ?) ORDER BY gone.rev, gone.dev",
            [deleted_before],
        ):
            left.setdefault(self._path(path), {})[id_] = (rev, dev)
        return dict(left)

    def forget(self) -> None:
        """Delete it; it comes back when it is needed."""
        if self._opened:
            self._opened.close()
            self._opened = None
        for suffix in ("", "-wal", "-shm") if self.file else ():
            with suppress(OSError):
                Path(f"{self.file}{suffix}").unlink()

    def _select(self, where: str, given: Collection[str]) -> Iterator[Entry]:
        names = self._names()
        for _one, *row in self._rows_of("1", where, given):
            yield _entry(names, *row)

    def _rows_of(self, also: str, where: str, given: Collection[str]) -> sqlite3.Cursor:
        columns = "file, line, by_hand, marked, day, at, fields"
        asked = f"SELECT {also}, {columns} FROM entries WHERE {_ONCE} AND {where}"
        return self._ask(asked, given)

    def _names(self) -> dict[int, Path]:
        found = self._ask("SELECT number, path FROM files")
        return {number: self._path(name) for number, name in found}

    def _ask(self, asked: str, given: Collection[object] = ()) -> sqlite3.Cursor:
        return self._rows().execute(asked, tuple(given))

    def _put(self, name: bytes, stamp: Stamp | None, entries: list[Entry]) -> None:
        """Take these entries for all that a file holds; without a stamp, it is not there."""
        with self._rows() as rows:
            rows.execute("BEGIN IMMEDIATE")
            asked = "SELECT number, size, changed FROM files WHERE path = ?"
            if before := rows.execute(asked, [name]).fetchone():
                if before[1:] == stamp:
                    return  # another process was quicker
                rows.execute("DELETE FROM entries WHERE file = ?", before[:1])
                rows.execute("DELETE FROM files WHERE number = ?", before[:1])
            if stamp:
                number = rows.execute(
                    "INSERT INTO files (path, size, changed) VALUES (?, ?, ?)", [name, *stamp]
                ).lastrowid
                row = ", ".join("?" * 13)
                rows.executemany(
                    f"INSERT INTO entries VALUES ({row})",
                    ((number, *_row(entry)) for entry in entries),
                )

    def _rows(self) -> sqlite3.Connection:
        if self._opened is None:
            if self.file:
                _make_private(self.file)
            self._opened = sqlite3.connect(
                self.file or ":memory:",
                timeout=_WAIT,
                isolation_level=None,
                check_same_thread=False,
            )
            (version,) = self._opened.execute("PRAGMA user_version").fetchone()
            if version not in (0, _VERSION):
                raise sqlite3.DatabaseError("made by another version")
            if version == 0:
                self._opened.executescript(_TABLES)
        return self._opened

    def _name(self, path: Path) -> bytes:
        return b"" if path == self._top else os.fsencode(path.relative_to(self._top))

    def _path(self, name: bytes) -> Path:
        return self._top / os.fsdecode(name)


def _on_days(
    since: datetime.date | None, until: datetime.date | None
) -> tuple[list[str], list[str]]:
    """Say in SQL which days are meant, and with what."""
    days = [(f"day {sign} ?", day) for sign, day in ((">=", since), ("<=", until)) if day]
    return [asked for asked, _day in days], [day.isoformat() for _asked, day in days]


def _make_private(file: Path) -> None:
    """Make an empty file that only the person can read; `sqlite3` would let others."""
    try:
        make_folders(Files(), file.parent)
        os.close(os.open(file, os.O_RDWR | os.O_CREAT, 0o600))
    except OSError as error:
        raise sqlite3.OperationalError(str(error)) from error


def _row(entry: Entry) -> tuple[object, ...]:
    fields = dict(entry.fields)
    day, at = fields.get("day"), fields.get("at")
    if type(day) is datetime.date and isinstance(at, datetime.datetime):
        del fields["day"], fields["at"]  # they are read much faster from columns of their own
    text = json.dumps(fields, default=lambda value: {_TEMPORAL: value.isoformat()})
    falls_on = day if isinstance(day, datetime.date) else at
    return (
        entry.line,
        entry.id,
        entry.rev,
        entry.dev,
        entry.kind,
        falls_on.isoformat()[:10] if isinstance(falls_on, datetime.date) else None,
        None if "at" in fields else at and at.isoformat(),
        entry.gone,
        fields.get("erased") is True,
        entry.by_hand,
        _MARK in text,
        text,
    )


def _entry(names: Mapping[int, Path], file: int, line: int, by_hand: int, *told: Any) -> Entry:
    return Entry(_fields(*told), names[file], line, bool(by_hand))


def _fields(marked: bool, day: str, at: str | None, text: str) -> dict[str, Any]:
    fields: dict[str, Any] = json.loads(text, object_hook=_temporal if marked else None)
    if at:
        fields["at"] = datetime.datetime.fromisoformat(at)
        fields["day"] = datetime.date.fromisoformat(day)
    return fields


def _temporal(table: dict[str, Any]) -> Any:
    """Read a date, a time or both where one is marked."""
    if _TEMPORAL not in table:
        return table
    text: str = table[_TEMPORAL]
    if "T" in text:
        return datetime.datetime.fromisoformat(text)
    return (datetime.time if ":" in text else datetime.date).fromisoformat(text)

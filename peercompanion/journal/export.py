"""What stands, for other programs and for reading: JSON, CSV and Markdown files in a folder."""

import csv
import datetime
import json
import os
from collections.abc import Callable, Collection, Iterator, Mapping
from itertools import groupby
from pathlib import Path
from typing import Any, Literal, TextIO, get_args

from peercompanion.journal import framing
from peercompanion.journal.framing import Entry
from peercompanion.journal.index import Index
from peercompanion.text import clean, one_line

Form = Literal["json", "csv", "md"]
FORMS: tuple[Form, ...] = get_args(Form)

EXPORT = "PeerCompanion export"
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_STAMPS = frozenset({"kind", "rev", "dev", "base"})
_NOT_SHOWN = _STAMPS | {"id", "at", "day"}

Wanted = Callable[[Entry], bool]


class Exporter:
    """Writes new files into a folder; a file that is there is never touched."""

    def __init__(self, folder: Path, index: Index, wanted: Wanted, made: datetime.datetime) -> None:
        self.files: list[Path] = []
        self.entries = 0
        self._folder = folder
        self._index = index
        self._wanted = wanted
        self._made = made

    def write(self, form: Form) -> None:
        """Write everything that stands and is wanted.

        Raises:
            FileExistsError: A file with one of the names is there; nothing of it was changed.
            OSError: The disk refused.

        """
        {"json": self._json, "csv": self._csv, "md": self._markdown}[form]()

    def _json(self) -> None:
        with self._new("peercompanion.json") as out:
            head = {"what": EXPORT, "version": 1, "made": self._made.isoformat()}
            out.write(json.dumps(head)[:-1] + ', "entries": [')
            for number, entry in enumerate(self._standing()):
                told = {**_as_json(entry.fields), "toml": framing.block(entry.fields).decode()}
                out.write(("," if number else "") + "\n" + json.dumps(told, ensure_ascii=False))
            out.write("\n]}\n")

    def _csv(self) -> None:
        columns: dict[str, dict[str, None]] = {}
        for entry in self._standing(count=False):
            held = columns.setdefault(entry.kind, {"id": None, "day": None, "at": None})
            held.update(dict.fromkeys(name for name, _ in _cells(entry.fields)))
        for kind, names in columns.items():
            shown = [name for name in names if name not in _STAMPS]
            with self._new(f"{_file_name(kind)}.csv", newline="") as out:
                table = csv.DictWriter(out, shown, extrasaction="ignore")
                table.writeheader()
                table.writerows(dict(_cells(entry.fields)) for entry in self._standing([kind]))

    def _markdown(self) -> None:
        for year in sorted({_moment(entry)[0][:4] for entry in self._standing(count=False)}):
            days = sorted(self._standing(year=year), key=_moment)
            with self._new(f"{year or 'without-a-day'}.md") as out:
                for day, of_day in groupby(days, key=lambda entry: _moment(entry)[0]):
                    out.write(f"# {day}\n\n")
                    for entry in of_day:
                        out.write("\n".join(_paragraph(entry)) + "\n\n")

    def _standing(
        self, kinds: Collection[str] = (), year: str = "", *, count: bool = True
    ) -> Iterator[Entry]:
        span = [datetime.date(int(year), *day) for day in ((1, 1), (12, 31))] if year else ()
        for entry in self._index.newest(kinds, *span, by_day=True):
            if not entry.gone and self._wanted(entry):
                self.entries += count
                yield entry

    def _new(self, name: str, newline: str = "\n") -> TextIO:
        file = self._folder / name
        fd = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        self.files.append(file)
        return os.fdopen(fd, "w", encoding="utf-8", newline=newline)


def imported(text: str) -> bytes:
    """Read a JSON export as the bytes of a journal file.

    Raises:
        ValueError: It is no export, or not a whole one.

    """
    table = json.loads(text)
    if not isinstance(table, dict) or table.get("what") != EXPORT:
        raise ValueError("no export")
    blocks = [entry["toml"] for entry in table["entries"] if isinstance(entry, dict)]
    return framing.HEADER + "".join(block for block in blocks if isinstance(block, str)).encode()


def in_a_line(entry: Entry) -> str:
    """Say in one line what an entry is about."""
    for name in ("title", "text", "name", "item", "note"):
        if isinstance(said := entry.fields.get(name), str) and said:
            return f"{one_line(entry.kind, most=40)}: {one_line(said, most=60)}"
    return one_line(entry.kind, most=40)


def _as_json(value: Any) -> Any:
    match value:
        case Mapping():
            return {name: _as_json(held) for name, held in value.items()}
        case list():
            return [_as_json(held) for held in value]
        case datetime.date() | datetime.time():
            return value.isoformat()
        case _:
            return value


def _cells(fields: Mapping[str, Any], lead: str = "") -> Iterator[tuple[str, str]]:
    """Lay an entry out in one row: `answers.look` is a column of its own."""
    for name, value in fields.items():
        if isinstance(value, Mapping):
            yield from _cells(value, f"{lead}{name}.")
        else:
            yield lead + name, _cell(value)


def _cell(value: Any) -> str:
    said = "; ".join(_words(each) for each in value) if isinstance(value, list) else _words(value)
    return f"'{said}" if said.startswith(_FORMULA) and not _is_number(value) else said


def _words(value: Any) -> str:
    match value:
        case bool():
            return "yes" if value else "no"
        case datetime.datetime():
            return value.isoformat(sep=" ")
        case Mapping():
            return clean(str(value.get("text") or json.dumps(_as_json(value), ensure_ascii=False)))
        case _:
            return clean(str(value))


def _is_number(value: object) -> bool:
    return isinstance(value, int | float)


def _paragraph(entry: Entry) -> Iterator[str]:
    at = entry.fields.get("at")
    when = f", {at:%H:%M}" if isinstance(at, datetime.datetime) else ""
    yield f"**{_plain(in_a_line(entry))}**{when}"
    for name, value in _cells({n: v for n, v in entry.fields.items() if n not in _NOT_SHOWN}):
        lines = _plain(value).split("\n")
        yield f"- {name}: {lines[0]}"
        yield from (f"  {line}" for line in lines[1:])


def _plain(text: str) -> str:
    """Let a word that looks like Markdown be the word it is."""
    return "".join(f"\\{char}" if char in "\\`*_<>[]#|" else char for char in text)


def _moment(entry: Entry) -> tuple[str, str, str]:
    day, at = entry.fields.get("day"), entry.fields.get("at")
    on = day.isoformat() if isinstance(day, datetime.date) else ""
    return on, at.isoformat() if isinstance(at, datetime.datetime) else "", entry.id


def _file_name(kind: str) -> str:
    return "".join(char if char.isalnum() or char in "-_" else "_" for char in kind)[:60] or "_"

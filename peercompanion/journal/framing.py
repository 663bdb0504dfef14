r"""Entries as bytes: framed blocks of TOML, each with a checksum, so that damage stays small.

    [[entry]]
    id = "01KAJ3V9Q2T7X8M4N6P8R0ST5W"
    rev = 1795245243123
    dev = "k7f2"
    kind = "checkin"
    note = "Slept badly, but the walk helped."
    # end 1f0c9a7b

Every byte of an entry is made by `block` and read by `load`, nowhere else. The checksum is the
CRC-32 of all lines above it, with `\n` line ends whatever a sync client made of them.
"""

import re
import tomllib
import zlib
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from itertools import pairwise
from pathlib import Path
from typing import Any

from peercompanion.journal.ids import as_rev
from peercompanion.journal.lines import lines, plain

FORMAT = 1
"""Rises only when framing or meaning changes; new kinds and keys do not count."""
HEADER = (
    b"# PeerCompanion journal. Reading is safe; careful edits by hand are kept.\n"
    b"format = %d\n\n" % FORMAT
)
NOT_FINISHED = b"# not finished\n"
"""Set below a torn entry before the next one follows, so that it is never taken for a whole one."""
TAIL_BYTES = 32
"""Enough of a file's end for `after_tail`."""
HEAD_BYTES = 4096
"""Enough of a file's start for `format_of`."""

_LEAD = ("id", "rev", "dev", "base", "gone", "kind", "at", "day")
_LAST = ("note",)
_START = re.compile(rb"^[ \t]*\[\[[ \t]*entry[ \t]*\]\][ \t]*(?:#[^\n]*)?$", re.MULTILINE)
_END = re.compile(rb"^# end ([0-9a-f]{8})[ \t]*$", re.MULTILINE)
_BLANK = re.compile(rb"\n[ \t]*\n")
_STRAY = re.compile(rb"^[^\S\n]*(?:[^\s#]|# end [0-9a-f]{8})", re.MULTILINE)
"""More than a remark or nothing; the end of an entry that is not there is more, too."""
_WHOLE = re.compile(_END.pattern + rb"|^format = [0-9]+", re.MULTILINE)
"""What the last line of a file is that nobody tore."""
_FORMAT = re.compile(rb"^format[ \t]*=[ \t]*([0-9]{1,9})[ \t]*\r?$", re.MULTILINE)
_DEEP = re.compile(rb"^(?:[^=\n.]*\.){60}", re.MULTILINE)
"""Keys with this many dots take tomllib minutes, and no entry has them."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One version of one thing, as it stands in a file."""

    fields: Mapping[str, Any]
    """All of its keys, `id` and `kind` among them."""
    file: Path
    line: int
    """Where it begins, counted from 1; 0 when it was only just appended."""
    by_hand: bool = False
    """Written or changed by hand: it has no checksum, or another one."""
    raw: bytes = field(default=b"", compare=False, repr=False)
    """Its block as it was written; empty when it is not as it was written."""

    @property
    def id(self) -> str:
        """What it is a version of."""
        return str(self.fields["id"])

    @property
    def kind(self) -> str:
        """What kind of record it is."""
        return str(self.fields["kind"])

    @property
    def rev(self) -> int:
        """When this version was made, in milliseconds; 0 when it does not say."""
        return as_rev(self.fields.get("rev"))

    @property
    def base(self) -> int:
        """The revision it is an edit of; 0 for none."""
        return as_rev(self.fields.get("base"))

    @property
    def dev(self) -> str:
        """The device that wrote it; empty when it does not say."""
        dev = self.fields.get("dev")
        return dev if isinstance(dev, str) else ""

    @property
    def gone(self) -> bool:
        """Whether it says that the thing was deleted."""
        return self.fields.get("gone") is True


@dataclass(frozen=True, slots=True)
class Fragment:
    """Lines that are no entry: damaged, or not finished when something ended the writing."""

    raw: bytes
    file: Path
    line: int
    """The first line, counted from 1."""
    unfinished: bool
    """Torn at the end of its file: it was never said to be saved."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """What a file holds."""

    entries: list[Entry]
    fragments: list[Fragment]


def block(fields: Mapping[str, Any]) -> bytes:
    """Frame one entry: one line per key, `note` last, so that a torn end costs the least.

    Lone surrogates, which a terminal can paste, become U+FFFD; zones with seconds are rounded
    to minutes. Values are what TOML knows: text, numbers, bools, dates, times, lists, tables.

    Raises:
        TypeError: A value is none of these.

    """
    names = [name for name in _LEAD if name in fields]
    names += [name for name in fields if name not in _LEAD and name not in _LAST]
    names += [name for name in _LAST if name in fields]
    body = b"[[entry]]\n" + "".join(lines(plain({name: fields[name] for name in names}))).encode()
    return _ended(body)


def after_tail(tail: bytes) -> bytes:
    """Say what comes between a file that ends like this and the next block."""
    if not tail:
        return HEADER
    if not _WHOLE.fullmatch(tail.rstrip().rpartition(b"\n")[2]):
        return b"\n" + NOT_FINISHED
    return b"" if tail.endswith(b"\n\n") else b"\n"


def format_of(head: bytes) -> int:
    """Read which format a file that starts like this says it has."""
    start = _START.search(head)
    said = _FORMAT.search(head[: start.start()] if start else head)
    return int(said[1]) if said else FORMAT


def load(data: bytes, file: Path = Path()) -> Loaded:
    """Read a journal file, whatever bytes it holds. Never raises.

    Nothing is lost to its neighbours: what cannot be read becomes a fragment, all else entries.
    """
    data = normal(data)
    prelude, segments = split(data)
    loaded = Loaded([], [])
    said = _FORMAT.search(prelude)
    if stray := _stray(prelude, 1, said.span() if said else (0, 0)):
        torn = not segments or NOT_FINISHED in prelude
        loaded.fragments.append(Fragment(stray[1], file, stray[0], unfinished=torn))
    for segment, fields in zip(segments, tables(segments), strict=True):
        torn = segment.last or NOT_FINISHED in segment.raw
        if fields is None:
            segment, fields = _by_hand(segment)
        if fields is None or (torn and segment.end is None and "rev" in fields):
            # Zeros among the lines are what a power cut leaves of bytes that came too late.
            unfinished = torn and (segment.end is None or b"\0" in segment.raw)
            loaded.fragments.append(Fragment(segment.raw, file, segment.line, unfinished))
            continue
        raw = _ended(segment.body) if segment.sound else b""
        loaded.entries.append(Entry(fields, file, segment.line, not segment.sound, raw))
        if stray := _stray(segment.rest, segment.line + segment.body.count(b"\n")):
            loaded.fragments.append(Fragment(stray[1], file, stray[0], torn))
    return loaded


def normal(data: bytes) -> bytes:
    """Undo what editors and sync clients do to line ends and to the start of a file."""
    return data.removeprefix(b"\xef\xbb\xbf").replace(b"\r\n", b"\n")


def verbatim(entry: Entry) -> bytes:
    """Give an entry's block as it was written or, where it was changed by hand, as it is now."""
    return entry.raw or block(entry.fields)


@dataclass(frozen=True, slots=True)
class Segment:
    """The bytes from one `[[entry]]` up to the next."""

    raw: bytes
    body: bytes
    end: int | None
    """The checksum its end line says; None without an end line."""
    rest: bytes
    """What follows the end line."""
    line: int
    last: bool

    @property
    def sound(self) -> bool:
        """Whether these are the very bytes that were written."""
        return self.end == zlib.crc32(self.body)


def split(data: bytes) -> tuple[bytes, list[Segment]]:
    """Split a `normal` file into what comes before its first entry, and one segment per entry."""
    starts = [match.start() for match in _START.finditer(data)]
    prelude = data[: starts[0]] if starts else data
    line = 1 + prelude.count(b"\n")
    segments = []
    for start, stop in pairwise([*starts, len(data)]):
        raw = data[start:stop]
        end = _END.search(raw)
        body, rest = (raw[: end.start()], raw[end.end() :]) if end else (raw, b"")
        checksum = int(end[1], 16) if end else None
        segments.append(Segment(raw, body, checksum, rest, line, last=stop == len(data)))
        line += raw.count(b"\n")
    return prelude, segments


def tables(segments: list[Segment]) -> list[dict[str, Any] | None]:
    """Parse every block, None for one that is no entry.

    Blocks that nobody touched are parsed all at once, in a sixth less time.
    """
    if segments and all(segment.sound for segment in segments):
        with suppress(ValueError, RecursionError):
            table = tomllib.loads(b"".join(segment.body for segment in segments).decode())
            if len(table["entry"]) == len(segments):
                return [_named(fields) for fields in table["entry"]]
    return [_fields(segment.body) for segment in segments]


def _by_hand(segment: Segment) -> tuple[Segment, dict[str, Any] | None]:
    """Look for an entry by hand, without an end, in front of a block that lost its beginning."""
    if blank := _BLANK.search(segment.raw):
        body, rest = segment.raw[: blank.start()], segment.raw[blank.start() :]
        fields = _fields(body)
        if fields and "rev" not in fields:
            return replace(segment, body=body, end=None, rest=rest), fields
    return segment, None


def _fields(body: bytes) -> dict[str, Any] | None:
    """Parse one block; None when it is not one entry with an id and a kind."""
    if _DEEP.search(body):
        return None
    try:
        table = tomllib.loads(body.decode())
    except (ValueError, RecursionError):
        return None
    entries = table.pop("entry", [])
    return _named(entries[0]) if len(entries) == 1 and not table else None


def _named(fields: dict[str, Any]) -> dict[str, Any] | None:
    """Take a table for an entry if it has an id and a kind."""
    named = all(isinstance(fields.get(name), str) and fields[name] for name in ("id", "kind"))
    return fields if named else None


def _ended(body: bytes) -> bytes:
    return body + b"# end %08x\n\n" % zlib.crc32(body)


def _stray(lines: bytes, first: int, but: tuple[int, int] = (0, 0)) -> tuple[int, bytes] | None:
    """Find where more than comments and empty lines begins.

    Args:
        lines: Lines between entries.
        first: The number of the first of them.
        but: Where a line that belongs there begins and ends.

    Returns:
        The number of that line, and all from there on; None when there is nothing.

    """
    for found in _STRAY.finditer(lines):
        if not but[0] <= found.start() < but[1]:
            line = first + lines.count(b"\n", 0, found.start())
            return line, lines[found.start() :].rstrip(b"\n")
    return None

"""Other bytes for a journal file: without its torn ends, or without what is to be forgotten.

Nothing is written here. Whoever writes what comes out checks first, with `same`, that every other
entry is in it as it was.
"""

import re
from collections.abc import Iterable, Mapping
from pathlib import Path

from peercompanion.journal.framing import Entry, Fragment, load, normal, split, tables

Forgotten = Mapping[str, tuple[int, str]]
"""Ids, each with the `(rev, dev)` of its deletion: everything older is to be forgotten."""

_SET_ASIDE = re.compile(rb"(?:^#! .*\n?)+", re.MULTILINE)
_LONGEST = 200
"""Bytes shown of a torn line; all of them are in `recovered/`."""


def set_aside(data: bytes, fragments: Iterable[Fragment]) -> bytes:
    """Turn lines that are no entry into comments, which begin with `#!`."""
    lines = normal(data).split(b"\n")
    for fragment in fragments:
        first = fragment.line - 1
        for number in range(first, first + fragment.raw.rstrip(b"\n").count(b"\n") + 1):
            lines[number] = b"#! " + _harmless(lines[number])
    return b"\n".join(lines)


def without(data: bytes, forgotten: Forgotten) -> bytes:
    """Leave out older versions of what was deleted, and torn lines that speak of it."""
    prelude, segments = split(normal(data))
    kept = [_comments_without(prelude, forgotten)]
    for segment, fields in zip(segments, tables(segments), strict=True):
        if fields is None:
            kept.append(b"" if _speaks_of(segment.raw, forgotten) else segment.raw)
        else:
            entry = Entry(fields, Path(), 0)
            rest = _comments_without(segment.rest, forgotten)
            if is_forgotten(entry, forgotten):
                kept.append(b"" if _speaks_of(rest, forgotten) else rest.lstrip(b"\n"))
            else:
                kept.append(segment.raw.removesuffix(segment.rest) + rest)
    return b"".join(kept)


def is_forgotten(entry: Entry, forgotten: Forgotten) -> bool:
    """Tell whether an entry is older than the deletion of what it is a version of."""
    return entry.id in forgotten and (entry.rev, entry.dev) < forgotten[entry.id]


def same(data: bytes, entries: Iterable[Entry]) -> bool:
    """Tell whether a file holds just these entries, in this order."""
    return [entry.fields for entry in load(data).entries] == [entry.fields for entry in entries]


def _speaks_of(lines: bytes, forgotten: Forgotten) -> bool:
    return any(f'"{id_}"'.encode() in lines for id_ in forgotten)


def _comments_without(lines: bytes, forgotten: Forgotten) -> bytes:
    return _SET_ASIDE.sub(lambda found: b"" if _speaks_of(found[0], forgotten) else found[0], lines)


def _harmless(line: bytes) -> bytes:
    text = line.replace(b"\0", b"").decode("utf-8", "backslashreplace")
    fit = "".join(char if char.isprintable() or char == "\t" else "\ufffd" for char in text)
    return fit.encode()[:_LONGEST].decode("utf-8", "ignore").encode()

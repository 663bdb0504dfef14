"""Other bytes for a journal file: without its torn ends, or without what is to be forgotten.

Nothing is written here. Whoever writes what comes out checks first, with `same`, that every other
entry is in it as it was.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from peercompanion.journal.framing import Entry, Fragment, load, normal, split, tables, verbatim

Ends = Mapping[str, tuple[int, str]]
"""Ids, each with the `(rev, dev)` of its deletion: everything older is to be forgotten."""

_WORDS = re.compile(rb'".* .*"')
_SET_ASIDE = re.compile(rb"(?:^#! .*\n?)+", re.MULTILINE)
_LONGEST = 200
"""Bytes shown of a torn line; all of them are in `recovered/`."""
_TOLD = 6
"""Fewer bytes of a line tell nothing."""


@dataclass(frozen=True, slots=True)
class Forgotten:
    """What is to be forgotten."""

    ends: Ends
    lines: frozenset[bytes] = frozenset()
    """Lines with words of it, by which torn pieces are known that have lost their id."""

    def entry(self, entry: Entry) -> bool:
        """Tell whether an entry is older than the deletion of what it is a version of."""
        return is_forgotten(entry, self.ends)

    def speaks_of(self, torn: bytes) -> bool:
        """Tell whether torn lines are, or were, a part of it."""
        if any(f'"{id_}"'.encode() in torn for id_ in self.ends):
            return True
        pieces = (line.removeprefix(b"#! ").strip(b"\0") for line in torn.split(b"\n"))
        return any(piece in line for piece in pieces if len(piece) >= _TOLD for line in self.lines)


def to_forget(ends: Ends, files: Iterable[bytes]) -> Forgotten:
    """Find what is to be forgotten in some files."""
    lines: set[bytes] = set()
    for data in files:
        if any(id_.encode() in data for id_ in ends):
            for entry in load(data).entries:
                if is_forgotten(entry, ends):
                    lines.update(
                        line for line in verbatim(entry).split(b"\n") if _WORDS.search(line)
                    )
    return Forgotten(ends, frozenset(lines))


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
    kept = [_rest_without(prelude, forgotten)]
    for segment, fields in zip(segments, tables(segments), strict=True):
        if fields is None:
            kept.append(b"" if forgotten.speaks_of(segment.raw) else segment.raw)
            continue
        rest = _rest_without(segment.rest, forgotten)
        if forgotten.entry(Entry(fields, Path(), 0)):
            kept.append(rest.lstrip(b"\n"))
        else:
            kept.append(segment.raw.removesuffix(segment.rest) + rest)
    return b"".join(kept)


def is_forgotten(entry: Entry, ends: Ends) -> bool:
    """Tell whether an entry is older than the deletion of what it is a version of."""
    return entry.id in ends and (entry.rev, entry.dev) < ends[entry.id]


def same(data: bytes, entries: Iterable[Entry]) -> bool:
    """Tell whether a file holds just these entries, in this order."""
    return [entry.fields for entry in load(data).entries] == [entry.fields for entry in entries]


def _rest_without(lines: bytes, forgotten: Forgotten) -> bytes:
    """Leave torn lines out of what stands between two entries."""
    rest = _SET_ASIDE.sub(lambda found: b"" if forgotten.speaks_of(found[0]) else found[0], lines)
    return b"\n\n" if forgotten.speaks_of(rest) else rest


def _harmless(line: bytes) -> bytes:
    text = line.replace(b"\0", b"").decode("utf-8", "backslashreplace")
    fit = "".join(char if char.isprintable() or char == "\t" else "\ufffd" for char in text)
    return fit.encode()[:_LONGEST].decode("utf-8", "ignore").encode()

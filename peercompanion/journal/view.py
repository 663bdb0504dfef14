"""What stands, out of every version that was ever written.

Each device appends to its own files and never changes the others', so the same versions are
found wherever the files are, and every device comes to the same end.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from peercompanion.journal.framing import Entry

_STAMPS = ("rev", "dev", "base")


@dataclass(frozen=True, slots=True)
class Thing:
    """A thing that was not deleted."""

    entry: Entry
    """The version that counts: the one with the highest `(rev, dev)`."""
    others: tuple[Entry, ...] = ()
    """Versions made elsewhere at the same time, that nobody's edit took up; newest first."""


def view(entries: Iterable[Entry]) -> dict[str, Thing]:
    """Find the version of each thing that counts, by id."""
    return {
        id_: Thing(winner, _others(winner, held) if len(held) > 1 else ())
        for id_, held in _by_id(entries).items()
        if not (winner := newest(held)).gone
    }


def newest(versions: Sequence[Entry]) -> Entry:
    """Find the version of a thing that counts; it may say that the thing was deleted."""
    return max(versions, key=_order) if len(versions) > 1 else versions[0]


def newest_of_each(entries: Iterable[Entry]) -> dict[str, Entry]:
    """Find the version of each thing that counts, by id, deleted things among them."""
    return {id_: newest(held) for id_, held in _by_id(entries).items()}


def _by_id(entries: Iterable[Entry]) -> dict[str, list[Entry]]:
    versions: dict[str, list[Entry]] = {}
    for entry in entries:
        versions.setdefault(entry.id, []).append(entry)
    return versions


def _order(entry: Entry) -> tuple[int, str, bool, str]:
    """Order versions, the same on every device; two of one revision by what they hold."""
    return entry.rev, entry.dev, entry.by_hand, repr(sorted(entry.fields.items(), key=str))


def _others(winner: Entry, held: list[Entry]) -> tuple[Entry, ...]:
    """Keep each last version that no edit was based on and that says something else."""
    edited = {entry.base for entry in held}
    told = [_told(winner)]
    others = []
    for entry in sorted(held, key=_order, reverse=True):
        if entry.rev not in edited and not entry.gone and (says := _told(entry)) not in told:
            told.append(says)
            others.append(entry)
    return tuple(others)


def _told(entry: Entry) -> dict[str, Any]:
    return {name: value for name, value in entry.fields.items() if name not in _STAMPS}

"""Journal files changed at random and by clumsy hands, and how far the damage reaches."""

import datetime
import random
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from peercompanion.data.checking import Checked, check
from peercompanion.data.whole import in_silence
from peercompanion.journal.backup import Backups
from peercompanion.journal.files import make_folders, write_whole
from peercompanion.journal.framing import HEADER, Entry, block, load
from peercompanion.journal.history import History
from peercompanion.journal.tending import mend

from .crashes import new_disk
from .disk import Process
from .life import BEGIN, HOME, Life, Told

FILE = HOME / "journal" / "entries" / "2026" / "2026-11.0410.toml"
END_LINE = len("# end 12345678\n\n")
DAY = datetime.date(2026, 11, 21)
NOTES = (
    "Slept badly, but the walk helped.",
    'She said "[[entry]]" and # end 12345678\nand laughed.',
    "Café \U0001f327 " + "and on " * 40,
    "",
)

Mutation = Callable[[bytes, random.Random], tuple[bytes, int, int]]
"""Changes a file; tells where the change begins and ends in the file as it was."""


def written(chance: random.Random) -> bytes:
    """Write a file as the app does, with a remark and an entry by hand in it."""
    parts = []
    for number in range(chance.randint(3, 9)):
        told = {"id": f"id-{number}", "rev": 100 + number, "dev": "0410", "kind": "practised"}
        more = {"at": BEGIN, "day": DAY, "words": ["a", "b"], "answers": {"look": ["a cup"]}}
        parts.append(block({**told, **more, "note": chance.choice(NOTES)}))
    if chance.random() < 0.3:
        parts.insert(1, b"# a remark by hand\n\n")
    if chance.random() < 0.3:
        parts.insert(1, b'[[entry]]\nid = "by hand"\nkind = "checkin"\nstorm = 3\n\n')
    return HEADER + b"".join(parts)


def _at(put: Callable[[bytes, random.Random], bytes], most: int = 1) -> Mutation:
    """Change some bytes at a random place."""

    def mutation(data: bytes, chance: random.Random) -> tuple[bytes, int, int]:
        start = chance.randrange(len(data))
        end = min(len(data), start + chance.randint(0 if most == 0 else 1, max(most, 1)))
        end = start if most == 0 else end
        return data[:start] + put(data[start:end], chance) + data[end:], start, end

    return mutation


def _between_lines(put: Callable[[list[bytes], random.Random], list[bytes]]) -> Mutation:
    """Change one to three whole lines."""

    def mutation(data: bytes, chance: random.Random) -> tuple[bytes, int, int]:
        lines = data.splitlines(keepends=True)
        first = chance.randrange(len(lines))
        last = min(len(lines), first + chance.randint(1, 3))
        start = sum(map(len, lines[:first]))
        end = start + sum(map(len, lines[first:last]))
        return data[:start] + b"".join(put(lines[first:last], chance)) + data[end:], start, end

    return mutation


def _cut(data: bytes, chance: random.Random) -> tuple[bytes, int, int]:
    start = chance.randrange(len(data))
    return data[:start], start, len(data)


def _noise(most: int) -> Callable[[bytes, random.Random], bytes]:
    return lambda _there, chance: chance.randbytes(chance.randint(1, most))


def _words(*words: bytes) -> Callable[[bytes, random.Random], bytes]:
    return lambda _there, chance: chance.choice(words)


MUTATIONS: dict[str, Mutation] = {
    "a flipped bit": _at(lambda there, chance: bytes([there[0] ^ 1 << chance.randrange(8)])),
    "another byte": _at(_noise(1)),
    "bytes gone": _at(lambda _there, _chance: b"", 300),
    "bytes more": _at(_noise(60), 0),
    "other bytes": _at(_noise(80), 80),
    "zeros": _at(lambda there, _chance: bytes(len(there)), 400),
    "zeros more": _at(lambda _there, chance: bytes(chance.randint(1, 600)), 0),
    "bytes twice": _at(lambda there, _chance: there * 2, 200),
    "the end gone": _cut,
    "a line gone": _between_lines(lambda lines, _chance: lines[1:]),
    "lines swapped": _between_lines(lambda lines, _chance: lines[::-1]),
    "a line twice": _between_lines(lambda lines, _chance: [*lines, lines[0]]),
    "a merge that failed": _between_lines(
        lambda lines, _chance: [b"<<<<<<< HEAD\n", *lines, b"=======\n", *lines, b">>>>>>> x\n"]
    ),
    "a quote": _at(_words(b'"', b"'", b'"""', b"'''", b"\xe2\x80\x9c"), 0),
    "a bracket": _at(_words(b"[", b"]", b"{", b"}", b"[[", b"]]", b"[" * 5000), 0),
    "an entry inside": _at(_words(b"[[entry]]\n", b"\n[[entry]]\n", b"\n# end 00000000\n"), 0),
    "an edit by hand": _between_lines(
        lambda lines, _chance: [line.replace(b"a", b"A").replace(b" = ", b" : ") for line in lines]
    ),
    "a careful edit": _between_lines(
        lambda lines, _chance: [line.replace(b"cup", b"glass") for line in lines]
    ),
    "many dots": _at(_words(b"\n" + b"a." * 3000 + b"a = 1\n"), 0),
    "another line end": _at(_words(b"\r", b"\r\n", b"\n", b"\x0b", b"\xe2\x80\xa8"), 1),
    "a mark at the start": lambda data, _chance: (b"\xef\xbb\xbf" + data, 0, 0),
    "line ends of Windows": lambda data, _chance: (data.replace(b"\n", b"\r\n"), 0, 0),
}


@dataclass(frozen=True)
class Place:
    """A block in a file: where it begins and ends, and what is in it."""

    start: int
    end: int
    entry: Entry


def places(data: bytes) -> list[Place]:
    """Find the blocks of a file that nobody changed."""
    entries = load(data).entries
    starts = [0]
    for line in data.split(b"\n"):
        starts.append(starts[-1] + len(line) + 1)
    begins = [starts[entry.line - 1] for entry in entries]
    return [
        Place(begin, end, entry)
        for begin, end, entry in zip(begins, [*begins[1:], len(data)], entries, strict=True)
    ]


def mutate(seed: int) -> str:
    """Change a file in one way, and see how far it reaches.

    Returns:
        Which way it was.

    Raises:
        AssertionError: Damage left the touched blocks, or was not named.

    """
    chance = random.Random(seed)
    data = written(chance)
    how = chance.choice(sorted(MUTATIONS))
    changed, start, end = MUTATIONS[how](data, chance)
    untouched = [
        place.entry for place in places(data) if not (place.start <= end and start <= place.end)
    ]
    life = _life(changed)
    _see(life, changed, untouched, data, start, end)
    mend(life.journal)
    _there(life, untouched)
    life.add("after", "practised")
    _there(life, untouched)
    assert "after" in {entry.id for entry in life.journal.read().entries}
    return how


def _life(data: bytes) -> Life:
    disk = new_disk()
    life = Life(Process(disk), Told(), BEGIN)
    with life.journal.writing() as device:
        assert device.id == "0410"
    make_folders(life.files, FILE.parent)
    write_whole(life.files, FILE, data)
    return life


def _see(
    life: Life, changed: bytes, untouched: list[Entry], data: bytes, start: int, end: int
) -> None:
    """See that what was not touched is there, and that the rest is named by its place."""
    history = History(life.journal, None)
    found = check(life.journal, history, Backups(Path("/none"), life.files), in_silence)
    assert not found.unreadable
    entries = _there(life, untouched)
    before = {str(place.entry.fields): place for place in places(data)}
    after = {str(entry.fields) for entry in entries}
    missing = [place for told, place in before.items() if told not in after]
    if missing and changed.strip():
        assert _named(found, changed, data, start, end), (start, end, missing)


def _there(life: Life, untouched: list[Entry]) -> list[Entry]:
    entries = life.journal.read().entries
    told = [(entry.fields, entry.by_hand) for entry in entries]
    for entry in untouched:
        assert (entry.fields, entry.by_hand) in told, f"damaged though not touched: {entry.fields}"
    return entries


def _named(found: Checked, changed: bytes, data: bytes, start: int, end: int) -> bool:
    """Tell whether a place among the touched blocks is named, or next to nothing is left there."""
    touched = [place for place in places(data) if place.start <= end and start <= place.end]
    first = data[: min([start, *(place.start for place in touched)])].count(b"\n") + 1
    last_byte = max([end, *(place.end for place in touched)])
    last = changed[: last_byte + len(changed) - len(data)].count(b"\n") + 2
    lines = [each.line for each in found.fragments] + [line for _file, line in found.by_hand]
    whole = any(place.start >= start and place.end - END_LINE <= end for place in touched)
    return whole or any(first <= line <= last for line in lines)

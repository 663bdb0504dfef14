"""Ten years of a person's days, as a home to point PEERCOMPANION_HOME at.

    .venv/bin/python tests/bench/ten_years.py DIR [--records 30000] [--until 2026-11-20]

Writes DIR/journal and DIR/state as one device would have: a file for each of 120 months, with
practised exercises of the core pack, and check-ins and marks, which are kinds of record that a
version may not know. The same arguments write the same records. Then it reads what a start reads,
and says how long that takes.
"""

import argparse
import datetime
import os
import random
import statistics
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from peercompanion.journal import framing, ids
from peercompanion.journal.device import this_device, this_machine
from peercompanion.journal.files import Files, make_folders, opened
from peercompanion.kept import Kept
from peercompanion.places import content, places

MONTHS = 120
RECORDS = 30_000
SEED = 20261121
ZONE = datetime.timezone(datetime.timedelta(hours=1))
KINDS = {"practised": 25, "checkin": 15, "mark": 60}
"""What a person keeps, out of a hundred."""
LIKES = ("wound-up", "far-away", "worn-down", "alone", "sleep", "practice", None)
WORDS = ("tired", "hopeful", "tense", "calm", "lonely", "proud", "restless")
NOTES = (
    "Slept badly, but the walk helped.",
    "The rain on the window.\nCall Ana on Friday.",
    "Did it on the bus. Nobody noticed.",
    "Café with Jo, then home early.",
)
CHART = ("drink-water", "morning-walk", "breakfast", "one-message", "lights-out")


def fill(
    home: Path, *, records: int = RECORDS, until: datetime.date | None = None, seed: int = SEED
) -> None:
    """Write the 120 months that end with a day, yesterday unless told otherwise."""
    last = until or datetime.date.today() - datetime.timedelta(days=1)
    here, chance, files = places({"PEERCOMPANION_HOME": str(home)}), random.Random(seed), Files()
    make_folders(files, here.state)
    device = this_device(here.state / "device.toml", files, this_machine, chance.randbytes)
    items = sorted(path.stem for path in (content() / "core" / "exercises").glob("*.toml"))
    rev, latest = 0, dict[str, int]()
    for number in range(MONTHS):
        first, days = month_of(last, MONTHS - 1 - number)
        many = records * (number + 1) // MONTHS - records * number // MONTHS
        moments = sorted(moment(chance, first, days) for _ in range(many))
        told = list(days_of(chance, moments, items))
        for fields in told:
            rev = ids.next_rev(int(fields["at"].timestamp() * 1000), rev)
            fields |= {"rev": rev, "dev": device.id}
            if before := latest.get(fields["id"]):
                fields["base"] = before
            latest[fields["id"]] = rev
        path = here.journal / "entries" / f"{first:%Y}" / f"{first:%Y-%m}.{device.id}.toml"
        make_folders(files, path.parent)
        with opened(files, path, os.O_WRONLY | os.O_CREAT | os.O_EXCL) as fd:
            files.write(fd, framing.HEADER + b"".join(framing.block(fields) for fields in told))
    device.remember(rev, files)


def month_of(last: datetime.date, ago: int) -> tuple[datetime.date, int]:
    """Find the first day of a month so many months ago, and how many of its days are over."""
    months = last.year * 12 + last.month - 1 - ago
    first = datetime.date(months // 12, months % 12 + 1, 1)
    following = datetime.date((months + 1) // 12, (months + 1) % 12 + 1, 1)
    return first, (min(following - datetime.timedelta(days=1), last) - first).days + 1


def moment(chance: random.Random, first: datetime.date, days: int) -> datetime.datetime:
    """Pick a time of a waking day."""
    day = first + datetime.timedelta(days=chance.randrange(days))
    seconds = int(chance.triangular(6 * 3600, 23.9 * 3600, 20 * 3600))
    midnight = datetime.datetime.combine(day, datetime.time(), ZONE)
    return midnight + datetime.timedelta(seconds=seconds)


def days_of(
    chance: random.Random, moments: list[datetime.datetime], items: list[str]
) -> Iterator[dict[str, Any]]:
    """Make up what was kept at these moments."""
    kinds = chance.choices(list(KINDS), list(KINDS.values()), k=len(moments))
    for at, kind in zip(moments, kinds, strict=True):
        ulid = ids.ulid(int(at.timestamp() * 1000), chance.randbytes(ids.RANDOM_BYTES))
        fields: dict[str, Any] = {"id": ulid, "kind": kind, "at": at, "day": at.date()}
        match kind:
            case "practised":
                fields |= practised(chance, items)
            case "checkin":
                words = chance.sample(WORDS, chance.randint(1, 3))
                fields |= {"storm": chance.randint(0, 10), "words": words}
            case _:
                done = chance.choice(("done", "small", "left"))
                item = chance.choice(CHART)
                fields |= {"id": f"mark:weekday/{item}:{at.date()}", "marked": done}
        if kind != "mark" and chance.random() < 0.3:
            fields["note"] = chance.choice(NOTES)
        yield fields


def practised(chance: random.Random, items: list[str]) -> dict[str, Any]:
    """Make up one exercise: a few favorites, and now and then something else."""
    item = chance.choice(items[:6] if chance.random() < 0.7 else items)
    before = chance.randint(3, 9)
    told = {
        "item": f"core/{item}",
        "small": chance.random() < 0.3,
        "like": chance.choice(LIKES),
        "before": before,
        "after": max(0, before + chance.randint(-4, 1)),
        "ease": chance.choices(("easier", "same", "harder", None), (50, 30, 8, 12))[0],
        "left_early": chance.random() < 0.1,
        "pace": chance.choice((0, 0, 0, 0.5, 1)),
    }
    if chance.random() < 0.2:
        told["answers"] = {"notice": ["a blue cup", "rain", "the clock"]}
    return {name: value for name, value in told.items() if value is not None}


def measure(home: Path, today: datetime.date, rounds: int = 5) -> str:
    """Time what a start reads: this month and the two before."""
    here, took = places({"PEERCOMPANION_HOME": str(home)}), []
    records: list[Any] = []
    for _ in range(rounds + 1):
        begun = time.perf_counter()
        records = Kept(here).recent(today)
        took.append((time.perf_counter() - begun) * 1000)
    again = statistics.median(took[1:])
    return f"recent: {len(records)} practised, {took[0]:.0f} ms with imports, then {again:.0f} ms"


def main() -> None:
    """Write the years and say what reading them takes."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path, metavar="DIR", help="a folder that is not there yet")
    parser.add_argument("--records", type=int, default=RECORDS)
    parser.add_argument("--until", type=datetime.date.fromisoformat, metavar="DAY")
    asked = parser.parse_args()
    if asked.folder.exists() and any(asked.folder.iterdir()):
        parser.error(f"{asked.folder} is not empty")
    begun = time.perf_counter()
    fill(asked.folder, records=asked.records, until=asked.until)
    files = list(asked.folder.glob("journal/entries/*/*.toml"))
    size = sum(file.stat().st_size for file in files) / 1e6
    took = time.perf_counter() - begun
    print(f"{asked.records} records, {len(files)} files, {size:.1f} MB, written in {took:.1f} s")
    print(measure(asked.folder, asked.until or datetime.date.today()))


if __name__ == "__main__":
    main()

"""Ten years in a journal: what the index costs, what it answers, what a save takes.

    .venv/bin/python tests/bench/history.py [--records 30000 100000]

Each size is written into a folder of its own, and measured in a process of its own. Seconds of
CPU are what this process used; milliseconds are wall time, the least and the middle of many.
"""

import argparse
import datetime
import json
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from peercompanion.journal.files import Files
from peercompanion.journal.journal import Journal
from peercompanion.kept import Kept
from peercompanion.places import places

ROUNDS = 15
UNTIL = datetime.date(2026, 11, 20)
YEAR = (datetime.date(2024, 1, 1), datetime.date(2024, 12, 31))


class Unsynced(Files):
    """A disk nobody waits for: what is left of a save is this program's own part."""

    def sync(self, fd: int) -> None:
        """Wait for nothing."""

    def sync_folder(self, folder: Path) -> None:
        """Wait for nothing."""


def wall(work: Callable[[], object], rounds: int = ROUNDS) -> tuple[float, float]:
    """Time some work: the least and the middle of its rounds, in milliseconds."""
    took = []
    for _ in range(rounds):
        begun = time.perf_counter()
        work()
        took.append((time.perf_counter() - begun) * 1000)
    return min(took), statistics.median(took)


def memory() -> float:
    """The most memory this process ever held, in megabytes.

    `getrusage` would count what its parent held when it started this one.
    """
    told = Path("/proc/self/status").read_text()
    (most,) = (line for line in told.splitlines() if line.startswith("VmHWM:"))
    return int(most.split()[1]) / 1e3


def measured(home: Path) -> dict[str, Any]:
    """Measure the ten years in a home."""
    here = places({"PEERCOMPANION_HOME": str(home)})
    kept, steps = Kept(here), list[int]()
    history = kept.whole.history
    begun, cpu = time.perf_counter(), time.process_time()
    history.bring_up(lambda done, of: steps.append(100 * done // max(of, 1)))
    built = time.process_time() - cpu, time.perf_counter() - begun
    some = history.ask(lambda index: next(index.newest(["practised"]))).id
    told = {
        "build, s of CPU": built[0],
        "build, s": built[1],
        "told progress, times": len(steps),
        "index, MB": (here.cache / "index.sqlite").stat().st_size / 1e6,
        "a year of days, ms": wall(lambda: kept.days(*YEAR)),
        "what is kept of a day, ms": wall(
            lambda: history.ask(lambda index: list(index.newest((), YEAR[0], YEAR[0])))
        ),
        "every version of a thing, ms": wall(lambda: kept.versions(some)),
        "how much there is of each kind, ms": wall(
            lambda: history.ask(lambda index: index.counts())
        ),
        "whether anything changed, ms": wall(kept.changed),
        "memory, MB": memory(),
    }
    for name, files in (
        ("a save without the disk's own wait, ms", Unsynced()),
        ("a save, ms", Files()),
    ):
        told[name] = wall(saving(home, files), 200)
    return told


def saving(home: Path, files: Files) -> Callable[[], object]:
    """Save one more record at a time."""
    here = places({"PEERCOMPANION_HOME": str(home)})
    now = datetime.datetime(2026, 11, 21, 8, tzinfo=datetime.UTC)
    journal = Journal(here.journal, here.state, now=lambda: now, files=files)
    told = {"kind": "practised", "at": now, "day": now.date(), "note": "Slept badly." * 9}
    numbers = iter(range(10_000))
    return lambda: journal.append([{**told, "id": f"{type(files).__name__}-{next(numbers)}"}])


def lines(told: Mapping[str, Any]) -> list[str]:
    """Lay out what was measured."""
    return [
        f"  {name:40}"
        + " / ".join(f"{each:.2f}" for each in (value if isinstance(value, list) else [value]))
        for name, value in told.items()
    ]


def main() -> None:
    """Write the years and measure them, each size in a process of its own."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--records", type=int, nargs="*", default=[30_000, 100_000])
    parser.add_argument("--home", type=Path, help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.home:
        print(json.dumps(measured(asked.home)))
        return
    for records in asked.records:
        with tempfile.TemporaryDirectory() as folder:
            home = Path(folder) / "home"
            years = Path(__file__).with_name("ten_years.py")
            until = ["--records", str(records), "--until", str(UNTIL)]
            subprocess.run([sys.executable, years, home, *until], check=True, capture_output=True)
            told = subprocess.run(
                [sys.executable, __file__, "--home", home],
                check=True,
                capture_output=True,
                text=True,
            )
            print(f"{records:,} records in ten years")
            print("\n".join(lines(json.loads(told.stdout))))


if __name__ == "__main__":
    main()

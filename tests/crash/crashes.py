"""Crashes at every operation of a life, and what is there afterwards."""

import datetime
import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from .disk import Disk, Operation, Process
from .life import BEGIN, HOME, Life, Told, check, live

POWER_CUTS = (
    ("none", "absent"),
    ("all", "absent"),
    ("some", "cut"),
    ("all", "zeroed"),
    ("some", "reordered"),
    ("none", "all"),
)
"""What becomes of names and of bytes that were not synced."""


@dataclass(frozen=True)
class Moment:
    """The disk just before an operation, and what had been told by then."""

    disk: Disk
    told: Told
    now: datetime.datetime
    operation: Operation


def moments(seed: int, process: type[Process] = Process) -> list[Moment]:
    """Live through a script once, and hold on to every moment of it."""
    disk, told, held = new_disk(), Told(), list[Moment]()

    def before(operation: Operation) -> None:
        held.append(Moment(disk.copy(), told.copy(), life.now, operation))

    life = Life(process(disk, before), told, BEGIN, seed)
    live(life, seed)
    before(Operation("the end"))
    return held


def new_disk() -> Disk:
    """An empty disk with a home."""
    disk = Disk()
    process = Process(disk)
    process.make_folder(HOME)
    process.sync_folder(HOME.parent)
    return disk


def crashes(moment: Moment, chance: random.Random) -> Iterator[tuple[str, Disk]]:
    """Every way to crash at this moment, each with the disk it leaves."""
    yield "killed", moment.disk.copy()
    if data := moment.operation.data:
        half = moment.disk.copy()
        moment.operation.half(half, chance.randrange(len(data)))
        yield "killed half-way through a write", half
    for names, data in POWER_CUTS:
        left = moment.disk.without_power(names, data, chance)
        yield f"power cut, names: {names}, bytes: {data}", left


def survive(
    moment: Moment, disk: Disk, chance: random.Random, process: type[Process] = Process
) -> None:
    """Open the app again after a crash, look, use it, lose the power once more, and look again."""
    told = moment.told.copy()
    life = Life(process(disk), told, moment.now, seed=1)
    check(disk, life, told)
    life.add("after", "practised")
    if chance.random() < 0.5:
        life.tend()
        _nothing_torn(life)
    life.add("plan:people", "plan")
    check(disk, life, told)
    names, data = chance.choice(POWER_CUTS)
    disk = disk.without_power(names, data, chance)
    check(disk, Life(process(disk), told, life.now, seed=2), told)


def _nothing_torn(life: Life) -> None:
    fragments = life.journal.read().fragments
    assert not any(each.unfinished for each in fragments), fragments


def run(
    points: int,
    first_seed: int = 0,
    process: type[Process] = Process,
    progress: Callable[[int], None] = lambda _done: None,
) -> int:
    """Crash so many times, at every operation of as many lives as it takes.

    Raises:
        AssertionError: Something was lost; the message tells the seed, operation and crash.

    Returns:
        At how many operations.

    """
    done = operations = 0
    for seed in range(first_seed, first_seed + points):
        chance = random.Random(seed)
        for number, moment in enumerate(moments(seed, process)):
            operations += 1
            for how, disk in crashes(moment, chance):
                try:
                    survive(moment, disk, chance, process)
                except Exception as error:
                    where = f"seed {seed}, operation {number} ({moment.operation.what}), {how}"
                    raise AssertionError(f"{where}: {error!r:.500}") from error
                done += 1
                progress(done)
                if done == points:
                    return operations
    return operations

"""The long forms of what the tests try in short: all of them, or those that are named.

    .venv/bin/python -m tests.crash
    .venv/bin/python -m tests.crash simulate storm --times 0.1

Each prints one line when nothing was lost, and ends with an error at the first thing that was.
"""

import argparse
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from . import crashes, disks
from .mutations import mutate
from .storm import storm


def _far(words: object) -> None:
    """Say how far it is, where somebody looks on."""
    if sys.stderr.isatty():
        print(f"\r{words}\x1b[K", end="", file=sys.stderr, flush=True)


def simulate(times: float, seed: int) -> str:
    """Crash a simulated disk at every operation of as many lives as it takes."""
    points = round(50_000 * times)
    operations = crashes.run(points, first_seed=seed, progress=_far)
    return f"{points:,} crashes at {operations:,} operations: nothing lost"


def write_at_once(times: float, seed: int) -> str:
    """Let real processes write at once, and kill them at random."""
    writers, appends = 8, round(400 * times)
    with tempfile.TemporaryDirectory() as home:
        found = storm(Path(home), writers, appends, seed, _far)
    if found.lost or found.twice or found.fragments:
        raise AssertionError(f"{found.lost} {found.twice} {found.fragments}")
    return (
        f"{writers} writers × {appends} appends, {found.commands} commands and the app,"
        f" {found.kills} kills: {found.acknowledged:,} told to be kept, 0 lost, 0 twice"
    )


def fail(_times: float, _seed: int) -> str:
    """Let every system call of a life fail in turn, and then kill at each."""
    lives, failed = disks.every_call(_far)
    return f"{lives:,} lives in which {failed:,} system calls failed or killed: nothing lost"


def change(times: float, seed: int) -> str:
    """Change journal files at random, and see how far it reaches."""
    files = round(6000 * times)
    for number in range(seed, seed + files):
        _far(number)
        try:
            mutate(number)
        except Exception as error:
            raise AssertionError(f"seed {number}: {error!r:.2000}") from error
    return f"{files:,} changed files: no error, no damage beyond what was touched"


def live_on_devices(times: float, _seed: int) -> str:
    """Let two or three devices write and sync, with clocks that jump."""
    from hypothesis.stateful import run_state_machine_as_test

    from . import test_devices as devices

    lives, steps = round(5000 * times), 50
    run_state_machine_as_test(devices.Devices, settings=devices.lives(lives, steps))
    return f"{lives:,} lives of up to {steps} steps: all devices equal, nothing lost"


FORMS: dict[str, Callable[[float, int], str]] = {
    "simulate": simulate,
    "storm": write_at_once,
    "disks": fail,
    "mutate": change,
    "devices": live_on_devices,
}


def main() -> None:
    """Read what is wanted, and do it."""
    parser = argparse.ArgumentParser(
        prog="python -m tests.crash",
        description=__doc__,
        epilog="\n".join(f"{name:9} {form.__doc__}" for name, form in FORMS.items()),
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("forms", nargs="*", choices=[*FORMS, []], metavar="FORM")
    parser.add_argument("--times", type=float, default=1.0, help="so much of it, or so much more")
    parser.add_argument("--seed", type=int, default=0, help="where chance begins")
    asked = parser.parse_args()
    for name in asked.forms or FORMS:
        begun = time.perf_counter()
        told = FORMS[name](asked.times, asked.seed)
        _far("")
        print(f"{name}: {told}, in {time.perf_counter() - begun:.0f} s", flush=True)


if __name__ == "__main__":
    main()

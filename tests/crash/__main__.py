"""The long forms of what the tests try in short: `python -m tests.crash simulate 50000`."""

import argparse
import sys
import tempfile
import time
from pathlib import Path

from . import crashes
from .mutations import mutate
from .storm import storm


def simulate(points: int, seed: int) -> None:
    """Crash a simulated disk so many times."""
    begun = time.perf_counter()

    def progress(done: int) -> None:
        if done % 1000 == 0:
            print(f"\r{done} crashes", end="", file=sys.stderr, flush=True)

    operations = crashes.run(points, first_seed=seed, progress=progress)
    took = time.perf_counter() - begun
    print(f"\r{points} crashes at {operations} operations: nothing lost, in {took:.0f} s")


def write_at_once(writers: int, appends: int, seed: int) -> None:
    """Let real processes write at once, and kill them at random."""
    begun = time.perf_counter()
    with tempfile.TemporaryDirectory() as home:
        found = storm(Path(home), writers, appends, seed)
    took = time.perf_counter() - begun
    print(
        f"{found.acknowledged} records told to be kept by {writers} writers, {found.commands}"
        f" commands and the app, {found.kills} kills: {len(found.lost)} lost,"
        f" {len(found.twice)} twice, in {took:.0f} s"
    )
    if found.lost or found.twice or found.fragments:
        raise SystemExit(f"{found.lost} {found.twice} {found.fragments}")


def change(files: int, seed: int) -> None:
    """Change so many journal files at random, and see how far it reaches."""
    begun = time.perf_counter()
    for number in range(seed, seed + files):
        try:
            mutate(number)
        except Exception as error:
            raise SystemExit(f"seed {number}: {error!r:.2000}") from error
    took = time.perf_counter() - begun
    print(f"{files} changed files: no error, no damage beyond what was touched, in {took:.0f} s")


def live_on_devices(lives: int, steps: int) -> None:
    """Let two or three devices write and sync, with clocks that jump."""
    from hypothesis.stateful import run_state_machine_as_test

    from . import test_devices as devices

    begun = time.perf_counter()
    run_state_machine_as_test(devices.Devices, settings=devices.lives(lives, steps))
    took = time.perf_counter() - begun
    print(f"{lives} lives of up to {steps} steps: all devices equal, in {took:.0f} s")


def main() -> None:
    """Read what is wanted, and do it."""
    parser = argparse.ArgumentParser(prog="python -m tests.crash", description=__doc__)
    forms = parser.add_subparsers(dest="form", required=True)
    simulated = forms.add_parser("simulate", help=simulate.__doc__)
    simulated.add_argument("points", type=int, nargs="?", default=50_000)
    simulated.add_argument("--seed", type=int, default=0)
    stormed = forms.add_parser("storm", help=write_at_once.__doc__)
    stormed.add_argument("--writers", type=int, default=8)
    stormed.add_argument("--appends", type=int, default=400)
    stormed.add_argument("--seed", type=int, default=0)
    mutated = forms.add_parser("mutate", help=change.__doc__)
    mutated.add_argument("files", type=int, nargs="?", default=6000)
    mutated.add_argument("--seed", type=int, default=0)
    lived = forms.add_parser("devices", help=live_on_devices.__doc__)
    lived.add_argument("lives", type=int, nargs="?", default=5000)
    lived.add_argument("--steps", type=int, default=50)
    asked = parser.parse_args()
    if asked.form == "simulate":
        simulate(asked.points, asked.seed)
    elif asked.form == "mutate":
        change(asked.files, asked.seed)
    elif asked.form == "devices":
        live_on_devices(asked.lives, asked.steps)
    else:
        write_at_once(asked.writers, asked.appends, asked.seed)


if __name__ == "__main__":
    main()

"""The long forms of what the tests try in short: `python -m tests.crash simulate 50000`."""

import argparse
import sys
import time

from . import crashes


def simulate(points: int, seed: int) -> None:
    """Crash a simulated disk so many times."""
    begun = time.perf_counter()

    def progress(done: int) -> None:
        if done % 1000 == 0:
            print(f"\r{done} crashes", end="", file=sys.stderr, flush=True)

    operations = crashes.run(points, first_seed=seed, progress=progress)
    took = time.perf_counter() - begun
    print(f"\r{points} crashes at {operations} operations: nothing lost, in {took:.0f} s")


def main() -> None:
    """Read what is wanted, and do it."""
    parser = argparse.ArgumentParser(prog="python -m tests.crash", description=__doc__)
    forms = parser.add_subparsers(dest="form", required=True)
    simulated = forms.add_parser("simulate", help=simulate.__doc__)
    simulated.add_argument("points", type=int, nargs="?", default=50_000)
    simulated.add_argument("--seed", type=int, default=0)
    asked = parser.parse_args()
    if asked.form == "simulate":
        simulate(asked.points, asked.seed)


if __name__ == "__main__":
    main()

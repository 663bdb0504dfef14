"""How long until plain mode says its first line, beside a bare Textual app's first frame.

    .venv/bin/python tests/bench/plain_first_line.py [--rounds 15]

All run in turn, in a terminal: a busy machine slows them alike. Timed are the first line of all,
and the first one that is of the task itself. The first may take 0.75 of the bare app's frame.
"""

import argparse
import os
import pty
import statistics
import sys
import tempfile
import time
from pathlib import Path

from first_frame import BARE, environment

PLAIN = [sys.executable, "-m", "peercompanion", "--plain"]
TASKS = {"now": b"Notice", "today": b"November", "steps": b"A step", "": b"1. One minute"}
"""What the first line of a task's own holds."""


def seconds_until(command: list[str], words: bytes, home: Path) -> tuple[float, float]:
    """Start a program; the seconds until its first byte, and until some words."""
    begun = time.perf_counter()
    process, terminal = pty.fork()
    if process == 0:
        os.execve(command[0], command, environment(home))
    seen, first = b"", 0.0
    while words not in seen:
        seen += os.read(terminal, 65536)
        first = first or time.perf_counter() - begun
    then = time.perf_counter() - begun
    os.write(terminal, b"q\n")
    try:
        while os.read(terminal, 65536):
            pass
    except OSError:  # the other end is gone
        pass
    os.close(terminal)
    os.waitpid(process, 0)
    return first, then


def main() -> None:
    """Time everything in turn and print what came out."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rounds", type=int, default=15)
    rounds = parser.parse_args().rounds
    with tempfile.TemporaryDirectory() as folder:
        home, bare = Path(folder) / "home", Path(folder) / "bare.py"
        bare.write_text(BARE)
        subjects = {"bare app": ([sys.executable, str(bare)], b"one static")}
        today = time.strftime("%B").encode()
        for task, words in TASKS.items():
            own = today if task == "today" else words
            subjects[task or "the menu"] = ([*PLAIN, *filter(None, [task])], own)
        timed: dict[str, list[tuple[float, float]]] = {name: [] for name in subjects}
        for number in range(rounds + 1):
            for name, (command, words) in subjects.items():
                run = seconds_until(command, words, home)
                if number:  # the first round fills the caches
                    timed[name].append(run)
    frame = statistics.median(then for _first, then in timed["bare app"])
    print(f"{rounds} rounds, medians; the bare app's frame: {frame * 1000:.0f} ms")
    for name in list(timed)[1:]:
        first, then = (statistics.median(run[at] for run in timed[name]) for at in (0, 1))
        print(
            f"{name:10} first line {first * 1000:4.0f} ms {first / frame:5.2f}x"
            f"   first of its own {then * 1000:4.0f} ms {then / frame:5.2f}x"
        )


if __name__ == "__main__":
    main()

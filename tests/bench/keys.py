"""How long from a key to the changed screen: help, opening, beginning, next step, afterwards.

    .venv/bin/python tests/bench/keys.py [--rounds 40]

The real program in a terminal of 80x24. A key is timed from the byte that is sent to the bytes
that bring the screen it leads to. Everything is pressed in turn, in one process, as a person
would in a long sitting; the first press of each is told apart. Nothing else may run meanwhile:
waiting for a core is in the figures. Escape is told and not judged: for 100 ms it may be the
beginning of another key.
"""

import argparse
import statistics
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))
from tests.ends.terminal import Terminal

Times = dict[str, list[float]]
BUDGET = 0.05
"""Seconds that the median may take."""
BY_ESCAPE = ("back to Home", "back to the step", "leaving")
EXERCISE = "values-reminder"
STEPS = 5


def once(terminal: Terminal, times: Times) -> None:
    """From Home through an exercise and back, with help on the way."""

    def press(name: str, key: str, *words: str) -> None:
        times.setdefault(name, []).append(terminal.seconds_to(key, *words))

    press("help from Home", "h", "Call 911 if someone")
    press("back to Home", "escape", "Right now", "Today")
    press("opening an exercise", "p", "You can stop, skip or change")
    press("back to Home", "escape", "Right now", "Today")


def through(terminal: Terminal, times: Times) -> None:
    """Walk through an exercise from its front page and back to it."""

    def press(name: str, key: str, *words: str) -> None:
        times.setdefault(name, []).append(terminal.seconds_to(key, *words))

    press("beginning", "enter", f"step 1 of {STEPS}")
    press("help in an exercise", "h", "Call 911 if someone")
    press("back to the step", "escape", f"step 1 of {STEPS}")
    for step in range(2, STEPS + 1):
        press("next step", "right", f"step {step} of {STEPS}")
    press("afterwards", "right", "How is it now?")
    press("an answer", "1", "And now?")
    terminal.seconds_to("2", f"step 1 of {STEPS}")
    press("leaving", "escape", "You can stop, skip or change")


def table(times: Times) -> str:
    """Medians of all presses but the first, and the first."""
    lines = [f"{'':24}{'first':>10}{'median':>10}{'90th':>10}{'most':>10}"]
    for name, (first, *later) in times.items():
        ninetieth = sorted(later)[int(len(later) * 0.9)]
        told = (first, statistics.median(later), ninetieth, max(later))
        lines.append(f"{name:24}" + "".join(f"{each * 1000:7.1f} ms" for each in told))
    return "\n".join(lines)


def main() -> int:
    """Time everything and say whether each median keeps to the budget."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rounds", type=int, default=40)
    rounds = parser.parse_args().rounds
    times: Times = {}
    with tempfile.TemporaryDirectory() as folder:
        with Terminal(Path(folder)) as terminal:
            terminal.wait_for("Right now", "Help now")
            terminal.watch(2)
            for _ in range(rounds):
                once(terminal, times)
        with Terminal(Path(folder), ("-m", "peercompanion", "play", EXERCISE)) as terminal:
            terminal.wait_for("You can stop, skip or change")
            terminal.watch(2)
            for _ in range(rounds):
                through(terminal, times)
    print(f"{rounds} rounds:")
    print(table(times))
    judged = {name: later for name, (_, *later) in times.items() if name not in BY_ESCAPE}
    slow = [name for name, later in judged.items() if statistics.median(later) > BUDGET]
    print(f"over {BUDGET * 1000:.0f} ms: {', '.join(slow) or 'none'}")
    return bool(slow)


if __name__ == "__main__":
    sys.exit(main())

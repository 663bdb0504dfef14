"""What an hour of use leaves in memory, and two hundred exercises in a row.

    .venv/bin/python tests/bench/soak.py [--exercises 200] [--minutes 60]

The real program in a terminal of 80x24, driven as fast as it answers: exercises one after the
other, each with help once; then, until the minutes are over, a room, an exercise begun and left,
the list of all exercises, a cover. Memory is to stay under 60 MB, and the second half of the
exercises and of what follows them is to add no more than a megabyte each. It is compiled before,
as what is installed is: a start that has to compile it first holds 2 MB more.
"""

import argparse
import compileall
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))
from tests.ends.every_kind import fill, play
from tests.ends.terminal import ROOT, Terminal

MOST, GROWTH = 60.0, 1.0
"""Megabytes in all, and of growth over the second half."""
PRINTED = 10
"""How often its memory is told in either half."""
ROOMS = (
    *(("1",), ("1", "1"), ("2",), ("3",), ("4",), ("5",), ("5", "1"), ("f3",), ("f4",)),
    *(("p", "i"), ("p", "enter", "right", "right"), ("enter", "right", "h")),
)


class Hand:
    """Presses keys and counts them."""

    def __init__(self, terminal: Terminal) -> None:
        self.terminal = terminal
        self.keys = 0

    def press(self, key: str, *words: str) -> None:
        """Press a key and wait for what it brings."""
        self.keys += 1
        self.terminal.press(key)
        if words:
            self.terminal.wait_for(*words)
        else:
            self.terminal.watch(0.05)


def exercise(hand: Hand) -> None:
    """Walk through the exercise on the screen, and begin it once more."""
    hand.press("h", "Call 911 if someone")
    hand.press("escape", "step 1 of 2")
    hand.press("enter", "Done typing")
    for letter in "hello":
        hand.press(letter)
    hand.press("enter")
    hand.terminal.wait_until(lambda: "Done typing" not in hand.terminal.shown)
    hand.press("right", "step 2 of 2")
    hand.press("right", "Keep what you wrote?")
    hand.press("2", "How is it now?")
    hand.press("1", "And now?")
    hand.press("2", "step 1 of 2")


def look_around(hand: Hand, keys: tuple[str, ...]) -> None:
    """From Home somewhere and back."""
    for key in keys:
        hand.press(key)
        hand.terminal.settle(0.15)
    go_home(hand)


def go_home(hand: Hand) -> None:
    """Leave whatever is shown until Home is there."""
    while "One minute, now" not in hand.terminal.shown:
        hand.press("escape")
        hand.terminal.settle(0.15)


class Memory:
    """Tells what the program holds, now and then, and remembers it."""

    def __init__(self, hand: Hand) -> None:
        self.hand = hand
        self.seen: list[float] = []

    def look(self, done: str) -> None:
        """Print what it holds after what was done."""
        self.seen.append(self.hand.terminal.memory())
        print(f"{done:16} {self.hand.keys:7} keys {self.seen[-1]:6.1f} MB", flush=True)

    def grown(self) -> float:
        """Megabytes added over the second half."""
        return self.seen[-1] - self.seen[len(self.seen) // 2]


def exercises(hand: Hand, many: int) -> Memory:
    """Walk through so many, one after the other."""
    memory = Memory(hand)
    hand.press("enter", "step 1 of 2")
    for number in range(many):
        exercise(hand)
        if number % (many // PRINTED or 1) == 0:
            memory.look(f"{number + 1} exercises")
    go_home(hand)
    return memory


def rooms(hand: Hand, left: Callable[[], float]) -> Memory:
    """Go everywhere, over and over, while there are seconds left."""
    memory, whole, number = Memory(hand), left(), 0
    while number < len(ROOMS) or left() > 0:
        look_around(hand, ROOMS[number % len(ROOMS)])
        number += 1
        if left() < whole * (1 - len(memory.seen) / PRINTED):
            memory.look(f"{number} rooms")
    return memory


def main() -> int:
    """Drive it, and print its memory on the way."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--exercises", type=int, default=200)
    parser.add_argument("--minutes", type=float, default=60)
    asked = parser.parse_args()
    compileall.compile_dir(ROOT / "peercompanion", quiet=1)
    until = time.monotonic() + asked.minutes * 60
    with tempfile.TemporaryDirectory() as folder:
        fill(Path(folder))
        with Terminal(Path(folder), play("say")) as terminal:
            hand = Hand(terminal)
            terminal.wait_for("One of say", "Begin")
            row = exercises(hand, asked.exercises)
            around = rooms(hand, lambda: until - time.monotonic())
    most = max(row.seen + around.seen)
    told = f"second halves {row.grown():+.1f} MB and {around.grown():+.1f} MB"
    print(f"most {most:.1f} MB, {told}")
    return most > MOST or max(row.grown(), around.grown()) > GROWTH


if __name__ == "__main__":
    sys.exit(main())

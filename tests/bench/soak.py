"""What an hour of use leaves in memory, and two hundred exercises in a row.

    .venv/bin/python tests/bench/soak.py [--exercises 200]

The real program in a terminal of 80x24, driven as fast as it answers: exercises one after the
other, each with help once, and now and then a room, the list of all exercises, a cover. At a key
every two seconds it would be more than an hour. Memory is to stay under 60 MB, and the second
half is to add no more than a megabyte.
"""

import argparse
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))
from tests.ends.every_kind import fill, play
from tests.ends.terminal import Terminal

MOST, GROWTH = 60.0, 1.0
"""Megabytes in all, and of growth over the second half."""
ROOMS = (("1",), ("2",), ("3",), ("4",), ("5",), ("5", "1"), ("f3",), ("f4",), ("p",), ("p", "i"))


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


def main() -> int:
    """Drive it, and print its memory on the way."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--exercises", type=int, default=200)
    many = parser.parse_args().exercises
    seen: list[float] = []
    with tempfile.TemporaryDirectory() as folder:
        fill(Path(folder))
        with Terminal(Path(folder), play("say")) as terminal:
            hand = Hand(terminal)
            terminal.wait_for("One of say", "Begin")
            hand.press("enter", "step 1 of 2")
            for number in range(many):
                exercise(hand)
                if number % (many // 10 or 1) == 0:
                    seen.append(terminal.memory())
                    print(f"{number + 1:4} exercises {hand.keys:6} keys {seen[-1]:6.1f} MB")
            walked = len(seen)
            go_home(hand)
            for number in range(many):
                look_around(hand, ROOMS[number % len(ROOMS)])
                if number % (many // 10 or 1) == 0:
                    seen.append(terminal.memory())
                    print(f"{number + 1:4} rooms     {hand.keys:6} keys {seen[-1]:6.1f} MB")
    grown = seen[walked - 1] - seen[walked // 2]
    print(f"most {max(seen):.1f} MB, second half of the exercises {grown:+.1f} MB")
    return max(seen) > MOST or grown > GROWTH


if __name__ == "__main__":
    sys.exit(main())

"""Kill, stop and restart either side at random moments of a call, and measure how it comes back.

python -m tests.live.moments 200 [seed]
"""

import contextlib
import random
import signal
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from tests.ends.terminal import Terminal

from .calls import CONSOLE, both, live, page_down, wait_for

STEPS = (
    "Camera on or off, voice",
    "Find one thing with a color",
    "where you are held up",
    "Listen for one sound",
    "how are you arriving",
)
"""Words of the steps of `group-arrive`, as the stage wraps them or shorter."""
WITHIN = 1.0
"""Seconds of coming back in which both sides are in step again."""
SAID_WITHIN = 3.0
Side = Literal["stage", "console"]
How = Literal["kill", "stop"]


@dataclass
class Call:
    """A call under way, and what befell it."""

    home: Path
    stage: Terminal = field(init=False)
    console: Terminal = field(init=False)
    took: list[tuple[Side, How, float]] = field(default_factory=list)
    _stack: contextlib.ExitStack = field(default_factory=contextlib.ExitStack)

    def __enter__(self) -> "Call":
        self.stage, self.console = self._begin("stage"), self._begin("console")
        wait_for(self.stage, self.console, "Shown", at=self.console)
        self.console.type("\r")
        both(self.stage, self.console, 0.4)
        page_down(self.console)
        self._see("Arrive together")
        return self

    def __exit__(self, *_: object) -> None:
        self._stack.close()

    def _begin(self, side: Side) -> Terminal:
        arguments = live("--group") if side == "stage" else CONSOLE
        return self._stack.enter_context(Terminal(self.home, arguments))

    def _see(self, words: str) -> float:
        first = words.split()[0] if len(words) > 39 else words
        return wait_for(self.stage, self.console, first, at=self.stage)

    def stand_at(self, step: int) -> None:
        """Go to a step, by the console's keys."""
        for _ in range(len(STEPS) + 3):
            if STEPS[step] in _flat(self.stage):
                return
            ahead = any(STEPS[other] in _flat(self.stage) for other in range(step + 1, len(STEPS)))
            self.console.type("\x1b[5~" if ahead else "\x1b[6~")
            both(self.stage, self.console, 0.45)
        raise AssertionError(f"it never stood at {STEPS[step]}\n{self.stage.shown}")

    def befall(self, side: Side, how: How, step: int, seconds: float) -> None:
        """Let it happen, and wait until both are in step again."""
        other = self.console
        if how == "stop":
            one = self.stage if side == "stage" else self.console
            one.send(signal.SIGSTOP)
            both(self.stage, self.console, seconds)
            if side == "stage" and seconds > SAID_WITHIN:
                assert "does not answer" in other.shown, other.shown
            one.send(signal.SIGCONT)
            began = time.monotonic()
        else:
            one = self.stage if side == "stage" else self.console
            one.send(signal.SIGKILL)
            one.process.wait()
            both(self.stage, self.console, seconds)
            if side == "stage":
                assert seconds < 0.5 or "Shown" not in other.shown, "it says what is so"
                self.stage = self._begin("stage")
                began = self._first_frame(self.stage, "Welcome", STEPS[step])
            else:
                self.console = self._begin("console")
                began = self._first_frame(self.console, "PRIVATE")
        self._in_step(step)
        self.took.append((side, how, time.monotonic() - began))
        if how == "kill" and side == "console":
            self.console.type("\r")
            both(self.stage, self.console, 0.2)

    def _first_frame(self, terminal: Terminal, *words: str) -> float:
        self._until(lambda: any(word in _flat(terminal) for word in words))
        return time.monotonic()

    def _in_step(self, step: int) -> None:
        self._until(lambda: STEPS[step] in _flat(self.stage) and "Shown" in self.console.shown)

    def _until(self, holds: Callable[[], bool]) -> None:
        until = time.monotonic() + 20
        while not holds():
            shown = f"{self.stage.shown}\n{self.console.shown}"
            assert time.monotonic() < until, f"never came\n{shown}"
            both(self.stage, self.console, 0.02)


def _flat(terminal: Terminal) -> str:
    return " ".join(terminal.shown.split())


def run(times: int, seed: int, home: Path) -> list[tuple[Side, How, float]]:
    """Let so many things befall one call."""
    chance = random.Random(seed)
    with Call(home) as call:
        for number in range(times):
            side: Side = chance.choice(("stage", "console"))
            how: How = chance.choice(("kill", "stop"))
            step = chance.randrange(len(STEPS))
            call.stand_at(step)
            seconds = 3.4 if number % 5 == 0 and how == "stop" else chance.uniform(0, 0.8)
            call.befall(side, how, step, seconds)
        return call.took


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        found = run(int(sys.argv[1]), int((sys.argv[2:] or ["1"])[0]), Path(folder))
    for side in ("stage", "console"):
        for how in ("kill", "stop"):
            took = sorted(s for a, b, s in found if (a, b) == (side, how))
            if took:
                middle = took[len(took) // 2]
                print(
                    f"{side:8} {how:5} {len(took):3} times  {middle:.2f} s  most {took[-1]:.2f} s"
                )
    sys.exit(any(seconds > WITHIN for _, _, seconds in found))

"""The danger screen: nothing but leaving it closes it."""

from dataclasses import dataclass, replace
from typing import Literal

Answer = Literal["talking", "next", "steady", "kinds", "leave"]


@dataclass(frozen=True)
class Danger:
    """What stands on it. The lines stay, whatever is answered.

    Attributes:
        lines: How many lines there are to try.
        at: The line that stands out, counted from 0.
        talking: The person said that someone is with them or on the line.
        steady: One steady thing stands below the lines.
        kinds: The other kinds of danger stand below the lines.
    """

    lines: int
    at: int = 0
    talking: bool = False
    steady: bool = False
    kinds: bool = False
    left: bool = False

    def after(self, choice: Answer) -> "Danger":
        """The screen after an answer; the lines stay on it."""
        match choice:
            case "talking":
                return replace(self, talking=True, steady=False, kinds=False)
            case "next":
                at = (self.at + 1) % self.lines if self.lines else 0
                return replace(self, at=at, talking=False, kinds=False)
            case "steady":
                return replace(self, steady=True, talking=False, kinds=False)
            case "kinds":
                return replace(self, kinds=True, talking=False, steady=False)
            case "leave":
                return replace(self, left=True)

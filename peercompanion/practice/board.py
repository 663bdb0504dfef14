"""The board of a call: a few lines typed together, held in memory and nowhere else.

Steps, what was tried, what was agreed. Whoever is on the call can read every word of it.
"""

import datetime
from dataclasses import dataclass, field, replace

from peercompanion.language import _, day_in_words
from peercompanion.text import one_line, width

MOST_LINES = 7
LONGEST = 40
"""Letters of one line, and cells it takes, so that it can be read on a share."""


@dataclass(frozen=True)
class BoardLine:
    """One line, and whether everyone it concerns agreed to it as it stands."""

    text: str
    agreed: bool = False


@dataclass
class Board:
    """The lines, in their order."""

    lines: list[BoardLine] = field(default_factory=list)

    def add(self, text: str) -> bool:
        """Add a line; False where it is empty, too long, or the board is full."""
        line = one_line(text)
        if not _fits(line) or self.full:
            return False
        self.lines.append(BoardLine(line))
        return True

    def reword(self, at: int, text: str) -> bool:
        """Say a line differently. What was agreed was the old wording."""
        line = one_line(text)
        if not _fits(line):
            return False
        if line != self.lines[at].text:
            self.lines[at] = BoardLine(line)
        return True

    def agree(self, at: int) -> None:
        """Mark a line as agreed, or take that back."""
        self.lines[at] = replace(self.lines[at], agreed=not self.lines[at].agreed)

    def drop(self, at: int) -> None:
        """Take a line off."""
        del self.lines[at]

    def wipe(self) -> None:
        """Leave nothing."""
        self.lines.clear()

    @property
    def full(self) -> bool:
        """Whether there is no room for one more."""
        return len(self.lines) >= MOST_LINES

    @property
    def shown(self) -> tuple[str, ...]:
        """What the stage shows of it."""
        return tuple(line.text for line in self.lines)

    @property
    def agreed(self) -> bool:
        """Whether there is something, and every line of it was agreed."""
        return bool(self.lines) and all(line.agreed for line in self.lines)

    def as_text(self, day: datetime.date) -> str:
        """The board as a file for the person: the agreed lines alone, and whose they are."""
        kept = [f"- {line.text}" for line in self.lines if line.agreed]
        head = _("From our talk, {day}").format(day=day_in_words(day))
        foot = _("This is yours. I keep no copy unless you ask me to.")
        return "\n".join([head, "", *kept, "", foot, ""])


def too_long(line: str) -> str:
    """What is said to a line that is longer than one of a board."""
    said = _("Forty letters is what a share can show: {n} fewer.")
    return said.format(n=_length(line) - LONGEST)


def _fits(line: str) -> bool:
    return 0 < _length(line) <= LONGEST


def _length(line: str) -> int:
    return max(len(line), width(line))

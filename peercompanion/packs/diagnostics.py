"""What is wrong, where it is, and what would be right: one value for everything found in packs."""

import itertools
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from peercompanion.packs.codes import WARNINGS


@dataclass(frozen=True)
class Mark:
    """A stretch of one line: lines and columns count from 1, in characters."""

    line: int
    col: int
    length: int
    source: str
    """The whole line as it stands in the file."""
    label: str = ""


@dataclass(frozen=True)
class Diagnostic:
    """One thing found in a pack, in plain words."""

    code: str
    file: str
    message: str
    at: Mark | None = None
    """Where, unless it concerns the file as a whole."""
    context: Mark | None = None
    """An earlier line that helps to find one's way, such as the head of the step."""
    help: str = ""
    """What would be right."""

    @property
    def severity(self) -> Literal["error", "warning"]:
        """Whether the pack can be used in spite of it."""
        return "warning" if self.code in WARNINGS else "error"

    @property
    def line(self) -> int:
        """The line, counted from 1; 1 for the file as a whole."""
        return self.at.line if self.at else 1

    @property
    def col(self) -> int:
        """The column, counted from 1."""
        return self.at.col if self.at else 1

    @property
    def length(self) -> int:
        """How many characters it covers."""
        return self.at.length if self.at else 1


MOST_OF_A_FILE = 50
"""Problems of one kind told of one file: enough to work on, and no file can ask for more."""


def first_few(diagnostics: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Take the first problems of a file, without looking for further ones."""
    return list(itertools.islice(diagnostics, MOST_OF_A_FILE))


def in_order(diagnostics: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Sort by file and place, each thing once."""
    return sorted(set(diagnostics), key=lambda d: (d.file, d.line, d.col, d.code, d.message))


def has_errors(diagnostics: Iterable[Diagnostic]) -> bool:
    """Tell whether any of them is an error."""
    return any(found.severity == "error" for found in diagnostics)

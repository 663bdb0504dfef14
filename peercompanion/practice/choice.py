"""A row of something that can be chosen, and what choosing it leads to, for every face."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from peercompanion.practice.records import Record


@dataclass(frozen=True)
class Choice:
    """One row: its key, what it is and, quietly, what is to be known about it.

    A row without an id is a heading; without a title, an empty line.
    """

    title: str = ""
    id: str = ""
    key: str = ""
    note: str = ""
    leads: bool = False
    """The default: it stands on a ground of its own."""
    mark: str = ""
    """A shape in front of the title, such as `●`."""


def digit(number: int) -> str:
    """The key of a row by its number, counted from 1; those after the ninth have none."""
    return str(number) if number < 10 else ""


@dataclass(frozen=True)
class Question:
    """One line to be typed before anything is kept."""

    words: str
    then: "Callable[[str], Outcome]"
    before: str = ""
    """What it was so far."""
    starters: tuple[str, ...] = ()
    """Examples."""
    most: int | None = None
    """How far a number goes, where one is asked for."""


Outcome: TypeAlias = "Question | tuple[Record, ...] | str"
"""What a choice leads to: a question, records to be kept, or a sentence to be said."""

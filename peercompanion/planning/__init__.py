"""Writing and walking a plan, for both faces: their rows, and what choosing one makes of it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from peercompanion.practice.records import Record


@dataclass(frozen=True)
class Question:
    """One line to be typed before anything is kept."""

    words: str
    then: "Callable[[str], Outcome]"
    before: str = ""
    """What it was so far."""
    starters: tuple[str, ...] = ()
    """Examples."""


Outcome: TypeAlias = "Question | tuple[Record, ...] | str"
"""What a choice leads to: a question, records to be kept, or a sentence to be said."""

"""Check-ins: the weather inside. No answer is better than another, and none sets anything off."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from peercompanion.practice.told import Told

if TYPE_CHECKING:  # lists of check-ins are read before the models are
    from peercompanion.packs.models.words import Question
    from peercompanion.practice.leaving_out import LeaveOut

MOST_WORDS = 3
MOST_QUESTIONS = 3


@dataclass(frozen=True)
class CheckedIn:
    """One check-in."""

    id: str
    day: datetime.date
    storm: int | None = None
    """The weather inside, 0 calm to 10 as rough as it gets for this person."""
    words: tuple[str, ...] = ()
    energy: int | None = None
    questions: tuple[str, ...] = ()
    """The open questions the person picked; the next check-in offers the same ones."""
    answers: dict[str, str] = field(default_factory=dict)
    """What was written, by question."""

    @classmethod
    def read(cls, told: Told) -> CheckedIn:
        """Read a check-in; `ValueError` when it is none."""
        return cls(
            told.text("id", needed=True),
            told.on,
            told.number("storm"),
            told.texts("words"),
            told.number("energy"),
            told.texts("questions"),
            told.pairs("answers"),
        )


def questions_picked(before: Iterable[CheckedIn]) -> tuple[str, ...]:
    """The questions to ask: those picked at the latest check-in that picked any."""
    latest = max((each for each in before if each.questions), key=_when, default=None)
    return latest.questions[:MOST_QUESTIONS] if latest else ()


def fitting(questions: Iterable[Question], leave_out: LeaveOut) -> list[Question]:
    """The questions that touch on nothing a person asked to leave out."""
    return [one for one in questions if not set(one.contains) & leave_out]


def without(
    picked: Sequence[str], questions: Iterable[Question], leave_out: LeaveOut
) -> tuple[str, ...]:
    """Picked questions, by their words, without those that touch on what is left out."""
    ruled_out = {one.text for one in questions if set(one.contains) & leave_out}
    return tuple(each for each in picked if each not in ruled_out)


def toggled(picked: Sequence[str], one: str, most: int) -> tuple[str, ...]:
    """Some words with one taken or put back; with as many as there may be, the oldest goes."""
    if one in picked:
        return tuple(each for each in picked if each != one)
    return (*picked, one)[-most:]


def _when(each: CheckedIn) -> tuple[datetime.date, str]:
    return (each.day, each.id)

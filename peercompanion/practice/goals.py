"""Goals and small steps: small enough for a hard day, and free to change or to go."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Literal

from peercompanion.practice.told import Told

Landed = Literal["done", "some", "not-now", "not-mine"]
"""Where a step landed: done · some · not this time · not mine any more."""

LANDED: tuple[Landed, ...] = ("done", "some", "not-now", "not-mine")
QUITE_SURE = 7
"""Under it, a smaller step is offered."""


@dataclass(frozen=True)
class Step:
    """One small step."""

    id: str
    text: str
    small: str = ""
    """Its version for a hard day."""
    when: str = ""
    """When and where, in the person's words."""
    if_then: str = ""
    sure: int | None = None
    """How sure they are that it fits, 0-10."""
    day: datetime.date | None = None
    """A day to do it, if they want one; nothing happens when it has passed."""
    goal: str = ""
    """Id of the goal it belongs to."""
    landed: str = ""
    landed_on: datetime.date | None = None

    @classmethod
    def read(cls, told: Told) -> Step:
        """Read a step; `ValueError` when it is none."""
        landed = told.text("landed")
        if landed and landed not in LANDED:
            raise ValueError("landed: not a way to land")
        return cls(
            told.text("id", needed=True),
            told.text("text", needed=True),
            told.text("small"),
            told.text("when"),
            told.text("if_then"),
            told.number("sure"),
            told.day("on_day"),
            told.text("goal"),
            landed,
            told.day("landed_on"),
        )

    @property
    def open(self) -> bool:
        """Whether it is still something to do."""
        return self.landed not in ("done", "not-mine")

    @property
    def achieved(self) -> bool:
        """Whether it was done, wholly or in part: that stays visible."""
        return self.landed in ("done", "some")


@dataclass(frozen=True)
class Goal:
    """What a person wants more of, or less of."""

    id: str
    text: str
    matters: str = ""
    """What makes it matter."""
    over: bool = False
    """It was reached, or it is not theirs any more; either way it is put away."""

    @classmethod
    def read(cls, told: Told) -> Goal:
        """Read a goal; `ValueError` when it is none."""
        return cls(
            told.text("id", needed=True),
            told.text("text", needed=True),
            told.text("matters"),
            told.flag("over"),
        )


def open_steps(steps: Iterable[Step], today: datetime.date) -> list[Step]:
    """What is still to do: steps whose day has come first, then those without a day, then later."""
    later = datetime.timedelta.max.days

    def order(step: Step) -> tuple[int, int, str]:
        if step.day is None:
            return (1, 0, step.id)
        away = (step.day - today).days
        return (0 if away <= 0 else 2, min(away, later), step.id)

    return sorted((step for step in steps if step.open), key=order)


def next_step(steps: Iterable[Step], today: datetime.date) -> Step | None:
    """The one step that may come next."""
    return next(iter(open_steps(steps, today)), None)


def achieved(steps: Iterable[Step]) -> list[Step]:
    """What was done, the latest first."""
    done = [step for step in steps if step.achieved]
    return sorted(done, key=lambda step: (step.landed_on or datetime.date.min, step.id))[::-1]


def landing(step: Step, landed: str, today: datetime.date) -> dict[str, Any]:
    """What changes of a step that landed somewhere; said once more, that is taken back."""
    if step.landed == landed:
        return {"landed": "", "landed_on": None}
    return {"landed": landed, "landed_on": today, "day": None}


def smaller_is_offered(step: Step) -> bool:
    """Whether to ask "Smaller, or keep it?"."""
    return step.sure is not None and step.sure < QUITE_SURE

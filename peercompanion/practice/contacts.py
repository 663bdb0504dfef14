"""Who can be reached: the people and places of a plan, and the times that are good for them."""

import datetime
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from typing import Any, Literal

from peercompanion.language import _
from peercompanion.practice.told import Told
from peercompanion.practice.words import times_of

Part = Literal["morning", "afternoon", "evening", "night"]
PARTS: tuple[tuple[Part, int, int], ...] = (
    ("morning", 5, 12),
    ("afternoon", 12, 18),
    ("evening", 18, 23),
    ("night", 23, 5),
)
"""The parts of a day by the hour they begin and the hour that is no longer theirs."""
TIMES = (*(part for part, _from, _to in PARTS), "weekdays", "weekends")
"""What can be said of good times."""


@dataclass(frozen=True)
class Contact:
    """A person or place of the plan; a group or a line near oneself is a place."""

    id: str
    """`person:…` or `place:…`."""
    name: str
    what_for: str = ""
    how: str = ""
    """How to reach them: a number, an address, a way."""
    best_times: tuple[str, ...] = ()
    """Some of `TIMES`; empty: any time."""
    asked: bool = False
    """They were asked, and know that they are in the plan."""
    private: bool = False
    order: int = 0
    looked_at: datetime.date | None = None
    """The day on which the person last said that all of this holds."""

    @classmethod
    def read(cls, told: Told) -> "Contact":
        """Read what a file says.

        Raises:
            ValueError: It is no person or place.

        """
        order = told.table.get("order", 0)
        return cls(
            told.text("id", needed=True),
            told.text("name", needed=True),
            told.text("what_for"),
            told.text("how"),
            tuple(time for time in told.texts("best_times") if time in TIMES),
            told.flag("asked"),
            told.flag("private"),
            order if type(order) is int else 0,
            told.day("looked_at"),
        )

    def fields(self) -> dict[str, Any]:
        """What is written down of it."""
        best_times = list(self.best_times)
        return {**asdict(self), "kind": self.id.partition(":")[0], "best_times": best_times}


def reachable(contact: Contact, now: datetime.datetime) -> bool:
    """Whether this is one of a person's best times, by the local clock."""
    times = frozenset(contact.best_times)
    parts = times & {part for part, _from, _to in PARTS}
    if parts and part_of_day(now) not in parts:
        return False
    days = times & {"weekdays", "weekends"}
    day = "weekends" if now.weekday() >= 5 else "weekdays"
    return not days or day in days


def part_of_day(now: datetime.datetime) -> Part:
    """The part of the day it is."""
    for part, first, last in PARTS:
        if first <= now.hour < last or (first > last and not last <= now.hour < first):
            return part
    raise AssertionError("every hour is part of a day")


def reachable_first(people: Iterable[Contact], now: datetime.datetime) -> list[Contact]:
    """Order people: those at one of their best times first, else in the person's own order."""
    return sorted(people, key=lambda contact: not reachable(contact, now))


def ways_to(contact: Contact, now: datetime.datetime) -> tuple[str, str, str]:
    """What for, how, and the best times where it is none of them now."""
    how = contact.how or _("How to reach them is not written here yet.")
    if reachable(contact, now):
        return contact.what_for, how, ""
    best = _("best: {times}").format(times=times_of(contact.best_times))
    return contact.what_for, how, best

"""Who can be reached: the people and places of a plan, and the times that are good for them."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

Part = Literal["morning", "afternoon", "evening", "night"]
PARTS: tuple[tuple[Part, int, int], ...] = (
    ("morning", 5, 12),
    ("afternoon", 12, 18),
    ("evening", 18, 23),
    ("night", 23, 5),
)
"""The parts of a day by the hour they begin and the hour that is no longer theirs."""


@dataclass(frozen=True)
class Contact:
    """A person or place of the plan."""

    id: str
    name: str
    what_for: str = ""
    how: str = ""
    best_times: tuple[str, ...] = ()
    """Parts of the day, `weekdays`, `weekends`; empty: any time."""


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

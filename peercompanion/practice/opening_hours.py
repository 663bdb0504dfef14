"""Whether a line is open now: days and times in the line's own zone, by the person's clock."""

import datetime
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol, TypeVar
from zoneinfo import ZoneInfo

from peercompanion.language import _

DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_DAY = 24 * 60


@dataclass(frozen=True)
class Hours:
    """Times on some days, in minutes after midnight. What ends past midnight ends the day after."""

    days: frozenset[int]
    """Weekdays on which it begins, Monday is 0."""
    start: int
    end: int
    """More than `start`; over 1440 it is on the day after."""


class Line(Protocol):
    """What a line says about when it is there."""

    @property
    def always(self) -> bool:
        """Day and night."""

    @property
    def open(self) -> Sequence[Mapping[str, str]]:
        """Days and times."""

    @property
    def zone(self) -> str:
        """The zone they are in."""

    @property
    def hours(self) -> str:
        """Hours in words, where they are not simple times."""


AnyLine = TypeVar("AnyLine", bound=Line)


def hours(tables: Iterable[Mapping[str, str]]) -> tuple[Hours, ...]:
    """Read tables such as `{ days = "mon-fri", from = "22:00", to = "06:00" }`.

    Raises:
        KeyError, ValueError: They are not such tables.

    """
    found = []
    for table in tables:
        start, end = _minutes(table["from"]), _minutes(table["to"])
        found.append(Hours(_days(table["days"]), start, end if end > start else end + _DAY))
    return tuple(found)


def is_open(times: Sequence[Hours], zone: str, now: datetime.datetime) -> bool | None:
    """Whether it is open at a moment; None where the zone is not known here.

    Args:
        times: When it is open, in its own zone.
        zone: The zone's IANA name, such as `America/New_York`.
        now: The moment, aware of its own zone.
    """
    try:
        there = now.astimezone(ZoneInfo(zone))
    except (LookupError, ValueError, OSError):
        return None
    minute = there.hour * 60 + there.minute
    today, yesterday = there.weekday(), (there.weekday() - 1) % 7
    return any(
        (today in each.days and each.start <= minute < each.end)
        or (yesterday in each.days and minute < each.end - _DAY)
        for each in times
    )


def open_now(line: Line, now: datetime.datetime) -> bool | None:
    """Whether a line is open at a moment; None where that is not known."""
    if line.always:
        return True
    try:
        return is_open(hours(line.open), line.zone, now) if line.open else None
    except (KeyError, ValueError):
        return None


def open_first(lines: Iterable[AnyLine], now: datetime.datetime) -> list[AnyLine]:
    """Some lines in their order, those that are closed now behind all others."""
    return sorted(lines, key=lambda line: open_now(line, now) is False)


def said(line: Line, now: datetime.datetime) -> str:
    """When a line is there, as people read it: "open now, Mon-Fri 10:00-22:00 (…)"."""
    if line.always:
        return _("day and night")
    if not line.open:
        return line.hours
    times = in_words(line.open, line.zone)
    known = {True: _("open now, {times}"), False: _("not now, {times}"), None: "{times}"}
    return known[open_now(line, now)].format(times=times)


def in_words(tables: Iterable[Mapping[str, str]], zone: str) -> str:
    """The times as people read them, with the zone they are in: "Mon-Fri 10:00-22:00 (…)"."""
    shown = ", ".join(f"{_said(each['days'])} {each['from']}-{each['to']}" for each in tables)
    return _("{times} ({place} time)").format(times=shown, place=place(zone)) if zone else shown


def place(zone: str) -> str:
    """The place a zone is named after: "New York"."""
    return zone.rpartition("/")[2].replace("_", " ")


def _days(said: str) -> frozenset[int]:
    if said == "daily":
        return frozenset(range(7))
    first, _dash, last = said.partition("-")
    start, end = DAYS.index(first), DAYS.index(last or first)
    return frozenset((start + each) % 7 for each in range((end - start) % 7 + 1))


def _minutes(clock: str) -> int:
    hour, _colon, minute = clock.partition(":")
    return int(hour) * 60 + int(minute)


def _said(days: str) -> str:
    names = {
        "mon": _("Mon"),
        "tue": _("Tue"),
        "wed": _("Wed"),
        "thu": _("Thu"),
        "fri": _("Fri"),
        "sat": _("Sat"),
        "sun": _("Sun"),
        "daily": _("every day"),
    }
    return "-".join(names.get(day, day) for day in days.split("-"))

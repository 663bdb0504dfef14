"""The daily half of a life: charts, marks, days off, check-ins, ticks, steps and what is good.

Made from records as a file tells them, without the models, so that Home can show the day a
moment after it opens. What is kept later is taken in one by one.
"""

from __future__ import annotations

import datetime
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from peercompanion.practice.check_in import CheckedIn
from peercompanion.practice.goals import Goal, Step
from peercompanion.practice.plan import Plans
from peercompanion.practice.routine import STATES, Chart, State, of_day
from peercompanion.practice.told import Told

DOCUMENTS = frozenset(
    "after-care chart checklist goal helped person place plan step strength wellness".split()  # noqa: SIM905
)
"""Kinds of record here that are one each and stay in force, however old they are."""

NAMED = ("strength", "person", "place", "good-day", "helped")
"""Kinds of record that are a line each."""


@dataclass(frozen=True)
class Named:
    """A strength, a person, a place, or another line worth keeping."""

    id: str
    text: str
    day: datetime.date


@dataclass(frozen=True)
class DayKind:
    """What kind of day it is, as far as the person said."""

    small: bool = False
    """All its items in their small versions."""
    chart: str = ""
    """The chart chosen for this day, before any other."""


@dataclass
class Days:
    """What stands, by id or day. `take` what comes new; nothing is ever counted down."""

    charts: dict[str, Chart] = field(default_factory=dict)
    marks: dict[tuple[str, datetime.date], dict[str, State]] = field(default_factory=dict)
    """By chart and day: how each item went."""
    kinds: dict[datetime.date, DayKind] = field(default_factory=dict)
    away: dict[datetime.date, datetime.date] = field(default_factory=dict)
    """Last day off by the first; a last day before the first is none at all."""
    checkins: dict[str, CheckedIn] = field(default_factory=dict)
    ticks: dict[tuple[str, datetime.date], set[str]] = field(default_factory=dict)
    """By checklist and day: the items that were ticked."""
    notes: dict[tuple[str, datetime.date], str] = field(default_factory=dict)
    """By checklist and day: what was written at its end."""
    own_items: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """By checklist: the person's own lines."""
    plans: Plans = field(default_factory=Plans)
    goals: dict[str, Goal] = field(default_factory=dict)
    steps: dict[str, Step] = field(default_factory=dict)
    named: dict[str, dict[str, Named]] = field(default_factory=lambda: {kind: {} for kind in NAMED})
    shown_up: set[datetime.date] = field(default_factory=set)
    """Days on which something was done, in any size, or a check-in was made: once, and for good."""

    def take(self, table: Mapping[str, Any]) -> None:
        """Take in a record as it now stands; one that makes no sense is left out."""
        told = Told(table)
        self.plans.take(table)
        if table.get("gone") is True:
            self._forget(told)
            return
        try:
            self._take(told.text("kind"), told)
        except (ValueError, TypeError):
            return

    def count(self, table: Mapping[str, Any]) -> None:
        """Count a day by any version of a record, also one that was changed or taken away."""
        told = Told(table)
        try:
            kind = told.text("kind")
            done = kind == "mark" and told.text("state") in ("done", "small")
            if done or (kind == "checkin" and not told.flag("gone")) or told.flag("counted"):
                self.shown_up.add(told.on)
        except (ValueError, TypeError):
            return

    def _take(self, kind: str, told: Told) -> None:
        self.count(told.table)
        match kind:
            case "mark":
                state = told.text("state")
                known = next((each for each in STATES if each == state), None)
                if known:
                    held = self.marks.setdefault((told.text("chart", needed=True), told.on), {})
                    held[told.text("item", needed=True)] = known
            case "chart":
                chart = Chart.read(told)
                self.charts[chart.id] = chart
            case "day":
                self.kinds[told.on] = DayKind(told.flag("small"), told.text("chart"))
            case "away":
                self.away[told.on] = told.day("until") or told.on
            case "checkin":
                checkin = CheckedIn.read(told)
                self.checkins[checkin.id] = checkin
            case "ticked":
                self._take_tick(told)
            case "checklist":
                self.own_items[told.text("checklist", needed=True)] = told.texts("own")
            case "goal":
                goal = Goal.read(told)
                self.goals[goal.id] = goal
            case "step":
                step = Step.read(told)
                self.steps[step.id] = step
            case _ if kind in NAMED:
                text = told.text("name" if kind in ("person", "place") else "text", needed=True)
                id_ = told.text("id", needed=True)
                self.named[kind][id_] = Named(id_, text, told.on)

    def _take_tick(self, told: Told) -> None:
        key = (told.text("checklist", needed=True), told.on)
        item = told.text("item")
        if not item:
            self.notes[key] = told.text("note")
        elif told.flag("on"):
            self.ticks.setdefault(key, set()).add(item)
        else:
            self.ticks.setdefault(key, set()).discard(item)

    def _forget(self, told: Told) -> None:
        id_ = str(told.table.get("id", ""))
        self.count(told.table)
        self.charts.pop(id_.removeprefix("chart:"), None)
        for held in (self.checkins, self.goals, self.steps, *self.named.values()):
            held.pop(id_, None)  # type: ignore[attr-defined]
        kind, _colon, rest = id_.partition(":")
        what, _colon, day = rest.rpartition(":")
        try:
            on = datetime.date.fromisoformat(day)
        except ValueError:
            return
        chart, _slash, item = what.rpartition("/")
        match kind:
            case "mark":
                self.marks.get((chart, on), {}).pop(item, None)
            case "ticked":
                self.ticks.get((chart, on), set()).discard(item)
            case "away":
                self.away.pop(on, None)
            case "day":
                self.kinds.pop(on, None)

    # What a person asks

    @property
    def began(self) -> bool:
        """Whether there is anything here yet."""
        held = (self.charts, self.checkins, self.goals, self.steps, self.ticks, self.shown_up)
        return any(held) or any(self.named.values()) or bool(self.away)

    def marked(self, chart: str, day: datetime.date) -> Mapping[str, State]:
        """How the items of a chart went on a day; what was cleared is not among them."""
        held = self.marks.get((chart, day), {})
        return {item: state for item, state in held.items() if state != "clear"}

    def kind_of(self, day: datetime.date) -> DayKind:
        """What kind of day it is."""
        return self.kinds.get(day, DayKind())

    def chart_of(self, day: datetime.date) -> Chart | None:
        """The one chart for a day."""
        return of_day(self.charts.values(), day, self.kind_of(day).chart)

    def off(self, day: datetime.date) -> tuple[datetime.date, datetime.date] | None:
        """The days off this day is among, first and last; None on every other day."""
        spans = ((first, last) for first, last in self.away.items() if first <= day <= last)
        return max(spans, key=lambda span: span[1], default=None)

    def best(self, day: datetime.date) -> State | None:
        """The fullest of all marks of a day, on whatever chart: done before small before left."""
        seen = {
            state for (_c, on), held in self.marks.items() if on == day for state in held.values()
        }
        return next((state for state in STATES if state in seen and state != "clear"), None)

    def days_in(self, days: Collection[datetime.date]) -> int:
        """On how many of some days the person showed up."""
        return len(self.shown_up.intersection(days))

    def texts(self, kind: str) -> tuple[str, ...]:
        """What was named so far of a kind, the latest first, each once."""
        held = sorted(self.named.get(kind, {}).values(), key=lambda each: (each.day, each.id))
        return tuple(dict.fromkeys(each.text for each in reversed(held)))


def days_from(standing: Iterable[Mapping[str, Any]], ever: Iterable[Mapping[str, Any]]) -> Days:
    """Make days from records.

    Args:
        standing: Of each record the version that counts.
        ever: Every version that was ever written, for counting days alone.
    """
    days = Days()
    for table in ever:
        days.count(table)
    for table in standing:
        days.take(table)
    return days

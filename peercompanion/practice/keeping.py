"""Records of the daily half, made from what a person did.

Everything here is handed the moment it happened; the day a mark belongs to may be another one.
"""

import datetime
from dataclasses import asdict, replace

from peercompanion.practice import records
from peercompanion.practice.days import DayKind, Days
from peercompanion.practice.goals import Goal, Step
from peercompanion.practice.routine import Chart, State

DAY = datetime.timedelta(days=1)


def mark(
    chart: str, item: str, state: State, *, day: datetime.date, at: datetime.datetime
) -> records.Mark:
    """Say how an item went on a day."""
    id_ = f"mark:{chart}/{item}:{day}"
    return records.Mark(id=id_, at=at, day=day, chart=chart, item=item, state=state)


def chart(changed: Chart, at: datetime.datetime) -> records.Chart:
    """Say how a chart is from now on."""
    return records.Chart.model_validate({**changed.fields(), "at": at, "day": at.date()})


def day_kind(kind: DayKind, *, day: datetime.date, at: datetime.datetime) -> records.DayKind:
    """Say what kind of day it is."""
    return records.DayKind(id=f"day:{day}", at=at, day=day, small=kind.small, chart=kind.chart)


def away(first: datetime.date, until: datetime.date, at: datetime.datetime) -> records.Away:
    """Say which days are off; an `until` before the first takes it back."""
    return records.Away(id=f"away:{first}", at=at, day=first, until=until)


def toggled(days: Days, chart: str, item: str, at: datetime.datetime) -> records.Mark:
    """Say that an item was done today, in the size of the day; once more takes it back."""
    now = days.marked(chart, at.date()).get(item, "clear")
    size: State = "small" if days.kind_of(at.date()).small else "done"
    return mark(chart, item, size if now == "clear" else "clear", day=at.date(), at=at)


def small_day(days: Days, at: datetime.datetime) -> records.DayKind:
    """Say that today is a small day, or that it is not."""
    kind = days.kind_of(at.date())
    return day_kind(replace(kind, small=not kind.small), day=at.date(), at=at)


def rest_day(days: Days, day: datetime.date, at: datetime.datetime) -> records.Away:
    """Say that a day is off or, where it is, that days off ended on the day before it."""
    off = days.off(day)
    return away(off[0], day - DAY, at) if off else away(day, day, at)


def goal(changed: Goal, at: datetime.datetime) -> records.Goal:
    """Say what a goal is now."""
    return records.Goal(at=at, day=at.date(), **asdict(changed))


def step(changed: Step, at: datetime.datetime) -> records.Step:
    """Say what a step is now."""
    fields = asdict(changed)
    return records.Step(at=at, day=at.date(), on_day=fields.pop("day"), **fields)


def ticked(
    checklist: str, item: str, *, on: bool = True, note: str = "", at: datetime.datetime
) -> records.Ticked:
    """Say that a line of a checklist fits today, or what was written at its end."""
    return records.Ticked(
        id=f"ticked:{checklist}/{item}:{at.date()}",
        at=at,
        day=at.date(),
        checklist=checklist,
        item=item,
        on=on,
        note=note,
    )


def own_lines(checklist: str, lines: tuple[str, ...], at: datetime.datetime) -> records.Checklist:
    """Say which lines of a checklist are the person's own."""
    return records.Checklist(
        id=f"checklist:{checklist}", at=at, day=at.date(), checklist=checklist, own=list(lines)
    )


def strength(text: str, *, record_id: str, at: datetime.datetime) -> records.Line:
    """Name a strength."""
    return records.Line(id=record_id, at=at, day=at.date(), kind="strength", text=text)


def line(text: str, *, record_id: str, at: datetime.datetime) -> records.Line:
    """Keep a line worth keeping."""
    return records.Line(id=record_id, at=at, day=at.date(), kind="good-day", text=text)

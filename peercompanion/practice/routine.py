"""Routine charts: what a person would like a day to hold, in full and small versions.

A chart is a menu, never a measure: nothing here adds up to a share, and nothing is late.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict, dataclass, replace
from typing import TYPE_CHECKING, Any, Literal

from peercompanion.practice.told import Told

if TYPE_CHECKING:
    from peercompanion.packs.models.items import Routine
    from peercompanion.practice.leaving_out import LeaveOut

State = Literal["done", "small", "left", "clear"]
"""How an item went on a day; `clear` is nothing said, and takes back what was."""

STATES: tuple[State, ...] = ("done", "small", "left", "clear")
FILLED_IN_LATER = 7
"""Days before today that can still be filled in."""


@dataclass(frozen=True)
class Item:
    """One thing to do, and its small version. It keeps its id when it is reworded."""

    id: str
    text: str
    small: str = ""
    """The version for a hard day; empty where the person wrote none."""
    block: str = ""
    """The part of the day it stands in, in words."""
    exercise: str = ""
    """Full id of the exercise it can begin."""
    contains: tuple[str, ...] = ()
    weekdays: tuple[int, ...] = ()
    """Days of the week it is for, 0 for Monday; empty for all."""
    time: str = ""
    """A time of day as a hint, such as `07:30`; shown only to those who want clocks."""
    retired: bool = False

    @classmethod
    def read(cls, told: Told) -> Item:
        """Read an item; `ValueError` when it is none."""
        return cls(
            told.text("id", needed=True),
            told.text("text", needed=True),
            told.text("small"),
            told.text("block"),
            told.text("exercise"),
            told.texts("contains"),
            told.weekdays("weekdays"),
            told.text("time"),
            told.flag("retired"),
        )

    def words(self, *, small: bool) -> str:
        """What is shown of it, on a day like any other or on a small one."""
        return (small and self.small) or self.text


@dataclass(frozen=True)
class Chart:
    """A person's own routine chart."""

    id: str
    title: str
    items: tuple[Item, ...] = ()
    anchor: str = ""
    caution: str = ""
    weekdays: tuple[int, ...] = ()
    """Days of the week it is for, 0 for Monday; empty for all that no other chart has."""
    since: datetime.date = datetime.date.min
    """The day it was chosen."""
    chosen: str = ""
    """A ULID of the moment it was; of two that were chosen on one day, the later one is used."""
    retired: bool = False

    @classmethod
    def read(cls, told: Told) -> Chart:
        """Read a chart; `ValueError` when it is none."""
        return cls(
            told.text("id", needed=True).removeprefix("chart:"),
            told.text("title", needed=True),
            tuple(Item.read(each) for each in told.tables("items")),
            told.text("anchor"),
            told.text("caution"),
            told.weekdays("weekdays"),
            told.day("since") or told.on,
            told.text("chosen"),
            told.flag("retired"),
        )

    def fields(self) -> dict[str, Any]:
        """What a record of it holds."""
        return {**asdict(self), "id": f"chart:{self.id}"}

    def item(self, item: str) -> Item | None:
        """The item with this id."""
        return next((each for each in self.items if each.id == item), None)


def own(routine: Routine, slug: str, since: datetime.date, full_id: Callable[[str], str]) -> Chart:
    """Make a pack's chart the person's own: from here on it is theirs to change.

    Args:
        routine: The chart as the pack has it.
        slug: Its short id; the same chart chosen on two devices is one chart.
        since: The day it is chosen.
        full_id: Gives an exercise's full id.
    """
    blocks = {block.id: block.title for block in routine.block}
    items = tuple(
        Item(
            each.id,
            each.text,
            each.small,
            blocks.get(each.block, ""),
            full_id(each.exercise) if each.exercise else "",
            each.contains,
        )
        for each in routine.item
    )
    return Chart(slug, routine.title, items, routine.anchor or "", routine.caution or "", (), since)


def of_day(charts: Iterable[Chart], day: datetime.date, wanted: str = "") -> Chart | None:
    """The one chart for a day.

    Args:
        charts: The person's charts.
        day: The day.
        wanted: Id of the chart chosen for this very day, which goes before all others.
    """
    open_ones = [chart for chart in charts if not chart.retired]
    chosen = next((chart for chart in open_ones if chart.id == wanted), None)
    fitting = [
        chart for chart in open_ones if not chart.weekdays or day.weekday() in chart.weekdays
    ]
    return chosen or max(
        fitting,
        key=lambda chart: (bool(chart.weekdays), chart.since, chart.chosen, chart.id),
        default=None,
    )


def items_for(
    chart: Chart, day: datetime.date | None, leave_out: LeaveOut, marked: Iterable[str] = ()
) -> tuple[Item, ...]:
    """What a chart holds on a day, in its order; for any day where none is given.

    What the person asked to leave out stays out, and so does what was retired; but what was
    marked that day is shown whatever day of the week it is for.
    """
    held = set(marked)
    return tuple(
        item
        for item in chart.items
        if not set(item.contains) & leave_out
        and (
            item.id in held
            or (
                not item.retired
                and (day is None or not item.weekdays or day.weekday() in item.weekdays)
            )
        )
    )


def may_mark(day: datetime.date, today: datetime.date) -> bool:
    """Whether a day can be filled in: today, and the seven days before it."""
    return 0 <= (today - day).days <= FILLED_IN_LATER


def pressed(now: State, key: State) -> State:
    """What a key makes of a mark: the same once more clears it."""
    return "clear" if now == key else key


# Changing a chart


def with_item(chart: Chart, item: Item) -> Chart:
    """The chart with this item in the place of the one with its id, or at the end of its block.

    An item that changes its block goes to that block's end, and one that begins a new block to
    the end of the block it was in, so that no block is ever in two places. One that was alone in
    its block stays where it is, and so a block is renamed.
    """
    before = chart.item(item.id)
    if before and before.block == item.block:
        items = tuple(item if each.id == item.id else each for each in chart.items)
        return replace(chart, items=items)
    others = [each for each in chart.items if each.id != item.id]
    ends = {each.block: at for at, each in enumerate(others, start=1)}
    here = chart.items.index(before) if before else len(others)
    at = ends.get(item.block) or ends.get(before.block if before else "", here)
    return replace(chart, items=(*others[:at], item, *others[at:]))


def moved(chart: Chart, item: str, to: str) -> Chart:
    """The chart with an item in another one's place, and in that one's block."""
    ids = [each.id for each in chart.items]
    moving, target = chart.item(item), chart.item(to)
    if not moving or not target or item == to:
        return chart
    others = [each for each in chart.items if each.id != item]
    at = [each.id for each in others].index(to) + (ids.index(item) < ids.index(to))
    others.insert(at, replace(moving, block=target.block))
    return replace(chart, items=tuple(others))


def toggled_day(weekdays: Sequence[int], day: int) -> tuple[int, ...]:
    """Days of the week with one taken in or out. All of them are the same as none said."""
    days = set(weekdays) or set(range(7))
    days ^= {day}
    return () if len(days) in (0, 7) else tuple(sorted(days))


def time_of_day(said: str) -> str | None:
    """A time as a chart keeps it, `07:30`, from what people type; None when it is none."""
    hours, _colon, minutes = said.strip().lower().replace(".", ":").partition(":")
    afternoon = minutes.endswith("pm") or hours.endswith("pm")
    morning = minutes.endswith("am") or hours.endswith("am")
    hours, minutes = hours.removesuffix("pm").removesuffix("am"), minutes[:2] if minutes else "0"
    if not hours.strip().isdecimal() or not minutes.isdecimal():
        return None
    hour, minute = int(hours), int(minutes)
    if afternoon or morning:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if afternoon else 0)
    return f"{hour:02}:{minute:02}" if hour < 24 and minute < 60 else None

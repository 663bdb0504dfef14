"""Today: the chart of a day with its marks, and the rows of all that is daily, for every face."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from peercompanion.language import _
from peercompanion.practice import day_words, routine
from peercompanion.practice.choice import Choice, Outcome
from peercompanion.practice.tasks import tasks

if TYPE_CHECKING:
    from peercompanion.practice.days import Days
    from peercompanion.practice.leaving_out import LeaveOut
    from peercompanion.practice.routine import Chart, Item, State
    from peercompanion.sitting import Sitting

DOORS = {
    "check-in": "c",
    "steps": "2",
    "checklists": "3",
    "tools": "4",
    "good-days": "5",
    "charts": "6",
    "calendar": "7",
    "right-now": "9",
}
"""The tasks behind this room, each with its key."""


def too_far() -> str:
    """What is said where a day cannot be filled in."""
    return _("Today and the seven days before it can be filled in.")


@dataclass(frozen=True)
class Day:
    """One day, today or another, as it stands now.

    Attributes:
        days: What is known of all days.
        day: Which one it is.
        leave_out: What the person asked to leave out.
        times: Whether times of day are told.
    """

    days: "Days"
    day: datetime.date
    leave_out: "LeaveOut"
    times: bool = False

    # Its chart

    @property
    def chart(self) -> "Chart | None":
        """The one chart for the day."""
        return self.days.chart_of(self.day)

    @property
    def small(self) -> bool:
        """Whether it is a small day."""
        return self.days.kind_of(self.day).small

    def items(self) -> "tuple[Item, ...]":
        """What its chart holds that day, in the order it is told and numbered."""
        if (chart := self.chart) is None:
            return ()
        marked = self.days.marked(chart.id, self.day)
        return routine.items_for(chart, self.day, self.leave_out, marked)

    def words(self, item: "Item", *, small: bool | None = None) -> str:
        """An item as it is told, in the size of the day unless another is given."""
        words = item.words(small=self.small if small is None else small)
        return f"{item.time} {words}" if item.time and self.times else words

    def said(self, item: str, today: datetime.date) -> day_words.Said:
        """What is said of an item that day."""
        chart = self.chart
        if chart is None:
            return "nothing"
        return day_words.said_of_item(self.days, chart, item, self.day, today)

    def told(self, item: str, today: datetime.date) -> str:
        """What is said of an item that day, in a word; empty where nothing is."""
        said = self.said(item, today)
        return "" if said in ("open", "nothing", "before") else day_words.said_word(said)

    def known(self, now: datetime.datetime, *, rows: bool = True) -> Iterable[str]:
        """What is to be known before the chart: of today, then what holds any of its days.

        Args:
            now: The moment it is.
            rows: Whether `rows` are at hand; where they are not, none is named.
        """
        if self.day == now.date():
            yield from day_words.of_day(self.days, now, rows=rows)
        if self.chart and self.chart.anchor:
            yield self.chart.anchor

    # Marks

    def done(self, item: "Item") -> "State":
        """What doing an item as it is told leaves: on a small day, its small version."""
        return "small" if self.small and item.small else "done"

    def marked(self, item: str, state: "State", now: datetime.datetime) -> Outcome:
        """Say how an item went that day."""
        from peercompanion.practice import keeping

        chart = self.chart
        if chart is None or not routine.may_mark(self.day, now.date()):
            return too_far()
        return (keeping.mark(chart.id, item, state, day=self.day, at=now),)

    # What else there is

    def rows(self, sitting: "Sitting", today: datetime.date) -> Iterable[Choice]:
        """All that is daily, then what this day alone allows, then what was practised."""
        chart = self.chart
        if chart is None:
            yield Choice(_("Choose a chart for the day"), "charts", "1", leads=True)
        titles = {task.id: task.title for task in tasks()}
        for door, key in DOORS.items():
            if chart or door != "charts":
                yield Choice(titles[door], door, key, mark="›")
        yield Choice(_("A line worth keeping"), "good-line", "g", mark="›")
        if self.day == today:
            small = _("As on any day") if self.small else _("A small day")
            yield Choice(small, "small-day", "s")
        if routine.may_mark(self.day, today):
            rest = _("Back again") if self.days.off(self.day) else _("A rest day")
            yield Choice(rest, "rest", "r")
        yield Choice(titles["away"], "away", "8", mark="›")
        if self.days.charts:
            yield Choice(_("One of the last seven days"), "another", "y", mark="›")
        yield from self._practised(sitting)

    def _practised(self, sitting: "Sitting") -> Iterable[Choice]:
        done = (record.item for record in sitting.records if record.day == self.day)
        heads = [head for item in dict.fromkeys(done) if (head := sitting.heads.get(item))]
        if heads:
            yield Choice(" ")
            yield Choice(_("Practiced that day"))
        for head in heads:
            yield Choice(head.title, f"exercise:{head.id}", mark="›")

    def chosen(self, row: str, now: datetime.datetime) -> Outcome:
        """Make it a small day or a day off, or take that back; or keep a line worth keeping.

        Other rows are ways out, and for the face to go.
        """
        from peercompanion.daily import good_days
        from peercompanion.practice import keeping

        match row:
            case "small-day":
                return (keeping.small_day(self.days, now),)
            case "rest":
                return (keeping.rest_day(self.days, self.day, now),)
        return good_days.one_more(now)

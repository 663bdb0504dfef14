"""The person's charts, those of the packs they can make their own, and changing them."""

import datetime
from collections.abc import Iterable
from dataclasses import replace

from peercompanion.daily import week
from peercompanion.kept import new_id
from peercompanion.language import _
from peercompanion.packs.models import Routine
from peercompanion.practice import keeping, routine
from peercompanion.practice.choice import Choice, Outcome, Question, digit
from peercompanion.practice.days import Days
from peercompanion.practice.leaving_out import LeaveOut, rests_on
from peercompanion.practice.records import DayKind as DayKindRecord
from peercompanion.practice.routine import Chart, Item
from peercompanion.sitting import Sitting


class Charts:
    """Choosing a chart makes it one's own; there may be several, and each day has one."""

    def __init__(self, sitting: Sitting) -> None:
        self.sitting = sitting
        self.made = ""
        """Id of the chart that was begun here last."""

    def lead(self) -> str:
        """What a chart is."""
        return _("A chart is a menu for a day. Any of it can be changed, and any of it left.")

    def rows(self, today: datetime.date) -> Iterable[Choice]:
        """One's own charts, the packs', one from nothing."""
        days = self.sitting.days
        own = sorted(days.charts.values(), key=lambda chart: chart.title)
        in_use = days.chart_of(today)
        if own:
            yield Choice(_("Mine"))
        for number, chart in enumerate(own, start=1):
            words = week.in_words(chart.weekdays)
            note = _("today") if chart is in_use else _("put away") if chart.retired else words
            yield Choice(chart.title, f"own:{chart.id}", digit(number), note, mark="›")
        if own:
            yield Choice(" ")
        yield Choice(_("To choose from"))
        for number, (full, title) in enumerate(self._to_choose(), start=len(own) + 1):
            yield Choice(title, f"pack:{full}", digit(number), mark="›")
        yield Choice(_("One of my own, from nothing"), "new", "n", mark="›")

    def _to_choose(self) -> Iterable[tuple[str, str]]:
        for full in self.sitting.library.ids("routines"):
            item = self.sitting.library.item("routines", full)
            mine = full.rpartition("/")[2] in self.sitting.days.charts
            if isinstance(item, Routine) and not item.hidden and not mine:
                yield full, item.title

    def begin(self, now: datetime.datetime) -> Outcome:
        """Begin one from nothing."""
        return Question(_("What is it called?"), lambda title: self._begin(title, now))

    def _begin(self, title: str, now: datetime.datetime) -> Outcome:
        chart = Chart(f"own-{new_id(now).lower()}", title, since=now.date())
        self.made = chart.id
        return (keeping.chart(chart, now),)


def offered(sitting: Sitting, full: str, today: datetime.date) -> Chart | None:
    """A chart of a pack as it would be one's own from today; None where it cannot be read."""
    item = sitting.library.item("routines", full)
    pack, _slash, slug = full.rpartition("/")

    def full_id(ref: str) -> str:
        return sitting.library.full_id("exercises", ref, pack=pack) or ""

    return routine.own(item, slug, today, full_id) if isinstance(item, Routine) else None


def used(chart: Chart, days: Days, now: datetime.datetime) -> Outcome:
    """Make a chart one's own, and today's whatever other charts are for."""
    chosen = replace(chart, chosen=new_id(now))
    return (keeping.chart(chosen, now), *_for_today(chart.id, days, now))


def _for_today(chart: str, days: Days, now: datetime.datetime) -> tuple[DayKindRecord]:
    kind = replace(days.kind_of(now.date()), chart=chart)
    return (keeping.day_kind(kind, day=now.date(), at=now),)


def in_lines(chart: Chart, leave_out: LeaveOut) -> Iterable[Choice]:
    """What a chart holds, under the parts of the day."""
    block = ""
    for item in routine.items_for(chart, None, leave_out):
        if item.block != block:
            block = item.block
            yield Choice(block)
        days = week.in_words(item.weekdays) if item.weekdays else ""
        note = " · ".join(filter(None, [item.time, days]))
        yield Choice(item.text, f"item:{item.id}", note=note)


class OneChart:
    """One of the person's own charts; every change is kept at once."""

    def __init__(self, sitting: Sitting, chart: str, leave_out: LeaveOut) -> None:
        self.sitting = sitting
        self.chart_id = chart
        self.leave_out = leave_out

    @property
    def chart(self) -> Chart:
        """The chart as it is now."""
        return self.sitting.days.charts.get(self.chart_id) or Chart(self.chart_id, "…")

    def lines(self) -> Iterable[Choice]:
        """What it holds."""
        return in_lines(self.chart, self.leave_out)

    def rows(self) -> Iterable[Choice]:
        """What can be done with it, and what was put away."""
        chart = self.chart
        yield Choice(" ")
        yield Choice(_("Add a line"), "add", "a", mark="›")
        if not chart.retired:
            yield Choice(_("Use it today"), "today", "t", mark="›")
        days = week.in_words(chart.weekdays)
        yield Choice(_("Days of the week"), "days", "w", days, mark="›")
        yield Choice(_("Name"), "title", "n", chart.title, mark="›")
        yield Choice(_("What holds the day"), "anchor", "o", chart.anchor, mark="›")
        away = _("Take it up again") if chart.retired else _("Put it away; its days stay")
        yield Choice(away, "retire", "x", mark="›")
        retired = [item for item in chart.items if item.retired]
        if retired:
            yield Choice(" ")
            yield Choice(_("Put away"))
        for item in retired:
            yield Choice(item.text, f"item:{item.id}", mark="›")

    def chosen(self, row: str, now: datetime.datetime) -> Outcome:
        """Change it, or use it today."""
        chart = self.chart
        what, _colon, which = row.partition(":")
        match what:
            case "add":
                block = next((item.block for item in reversed(chart.items)), "")
                new = Item(f"own-{new_id(now).lower()}", "", block=block)
                return Question(
                    _("One thing for a day:"),
                    lambda line: self._with_item(replace(new, text=line), now),
                )
            case "today":
                return _for_today(self.chart_id, self.sitting.days, now)
            case "weekday":
                return self._changed(now, weekdays=routine.toggled_day(chart.weekdays, int(which)))
            case "retire":
                return self._changed(now, retired=not chart.retired)
        words = _("Its name:") if what == "title" else _("One thing that holds the day:")
        return Question(
            words, lambda line: self._changed(now, **{what: line}), getattr(chart, what)
        )

    def moved(self, item: str, onto: str, now: datetime.datetime) -> Outcome:
        """Put a line in another one's place."""
        return (keeping.chart(routine.moved(self.chart, item, onto), now),)

    def moved_by(self, item: str, by: int, now: datetime.datetime) -> Outcome:
        """Put a line one further up or down, as far as there is room."""
        ids = [row.id.removeprefix("item:") for row in self.lines() if row.id]
        to = ids.index(item) + by if item in ids else -1
        return self.moved(item, ids[to], now) if 0 <= to < len(ids) else ()

    def _changed(self, now: datetime.datetime, **changed: object) -> Outcome:
        return (keeping.chart(replace(self.chart, **changed), now),)  # type: ignore[arg-type]

    def _with_item(self, item: Item, now: datetime.datetime) -> Outcome:
        return (keeping.chart(routine.with_item(self.chart, item), now),)

    # One line of it

    def item(self, item_id: str) -> Item:
        """A line as it is now."""
        return self.chart.item(item_id) or Item(item_id, "…")

    def item_rows(self, item_id: str) -> Iterable[Choice]:
        """What can be changed of a line."""
        item = self.item(item_id)
        yield Choice(_("Its words"), "text", "w", item.text, mark="›")
        yield Choice(_("The small version"), "small", "s", item.small, mark="›")
        yield Choice(_("Part of the day"), "block", "p", item.block, mark="›")
        yield Choice(_("A time, as a hint"), "time", "t", item.time, mark="›")
        if item.time:
            yield Choice(_("No time"), "no-time")
        head = self.sitting.heads.get(item.exercise)
        yield Choice(_("An exercise for it"), "begins", "e", head.title if head else "", mark="›")
        if head:
            yield Choice(_("Begin it"), f"exercise:{head.id}", "b", mark="›")
        yield Choice(_("Earlier in the chart"), "move:-1", "u")
        yield Choice(_("Later in the chart"), "move:1", "d")
        away = _("Take it up again") if item.retired else _("Put it away; its days stay")
        yield Choice(away, "retire", "x", mark="›")
        yield Choice(" ")
        yield Choice(_("Days of the week"))
        yield from week.rows(item.weekdays)

    def exercise_rows(self, item_id: str) -> Iterable[Choice]:
        """The exercises a line can begin."""
        begins = self.item(item_id).exercise
        heads = [head for head in self.sitting.heads.values() if not head.hidden]
        for head in sorted(heads, key=lambda head: head.title):
            if not rests_on(head.contains, self.leave_out):
                mark = "●" if head.id == begins else "○"
                yield Choice(head.title, f"begins:{head.id}", mark=mark)
        yield Choice(_("None"), "begins:", mark="○" if begins else "●")

    def item_chosen(self, item_id: str, row: str, now: datetime.datetime) -> Outcome:
        """Change a line."""
        item = self.item(item_id)
        what, _colon, which = row.partition(":")
        match what:
            case "move":
                return self.moved_by(item_id, int(which), now)
            case "weekday":
                days = routine.toggled_day(item.weekdays, int(which))
                return self._with_item(replace(item, weekdays=days), now)
            case "retire":
                return self._with_item(replace(item, retired=not item.retired), now)
            case "begins":
                return self._with_item(replace(item, exercise=which), now)
            case "no-time":
                return self._with_item(replace(item, time=""), now)
            case "time":
                words = _("About when? Such as 7:30")
                return Question(words, lambda line: self._set_time(item, line, now), item.time)
        words = {
            "small": _("A version for a hard day, two minutes or from bed:"),
            "block": _("Which part of the day?"),
        }.get(what, _("In your words:"))
        return Question(
            words,
            lambda line: self._with_item(replace(item, **{what: line}), now),  # type: ignore[arg-type]
            getattr(item, what),
        )

    def _set_time(self, item: Item, line: str, now: datetime.datetime) -> Outcome:
        if time := routine.time_of_day(line):
            return self._with_item(replace(item, time=time), now)
        return _("A time looks like 7:30 or 18:00.")

"""The person's charts, those of the packs they can make their own, and changing them."""

from collections.abc import Iterable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from peercompanion.language import _, short_weekdays, weekdays
from peercompanion.packs.models import Routine
from peercompanion.plain.talk import Enough
from peercompanion.practice import keeping, routine
from peercompanion.practice.answers import filled
from peercompanion.practice.choice import Choice
from peercompanion.practice.day_words import weekdays_in_words
from peercompanion.practice.days import DayKind
from peercompanion.practice.routine import Chart, Item

if TYPE_CHECKING:
    from peercompanion.plain.companion import Companion


def charts(face: "Companion") -> None:
    """Offer one's own charts, the packs', and one from nothing."""
    words = _("A chart is a menu for a day. Any of it can be changed, and any of it left.")
    face.talk.say(words)
    face.talk.room(_("My charts"), lambda: list(_rows(face)), lambda which: _chosen(face, which))


def _rows(face: "Companion") -> Iterable[Choice]:
    days, library = face.sitting.days, face.sitting.library
    own = sorted(days.charts.values(), key=lambda chart: chart.title)
    in_use = routine.of_day(own, face.today, days.kind_of(face.today).chart)
    for chart in own:
        words = weekdays_in_words(chart.weekdays, short_weekdays(), 0)
        note = _("today") if chart is in_use else _("put away") if chart.retired else words
        yield Choice(chart.title, f"own:{chart.id}", note=note)
    for full in library.ids("routines"):
        item = library.item("routines", full)
        mine = full.rpartition("/")[2] in days.charts
        if isinstance(item, Routine) and not item.hidden and not mine:
            yield Choice(item.title, f"pack:{full}")
    yield Choice(_("One of my own, from nothing"), "new")


def _chosen(face: "Companion", chosen: str) -> None:
    what, _colon, which = chosen.partition(":")
    if what == "own":
        OneChart(face, which).run()
    elif what == "pack":
        offered(face, which)
    elif title := face.talk.line(_("What is it called? Enter for none:")):
        chart = Chart(f"own-{face.new_id().lower()}", title, since=face.today)
        if face.keep(keeping.chart(chart, face.clock.now())):
            OneChart(face, chart.id).run()


def offered(face: "Companion", full: str) -> None:
    """Say what a chart of a pack holds, and make it one's own where that is wished."""
    item = face.sitting.library.item("routines", full)
    if not isinstance(item, Routine):
        face.talk.say(_("This one cannot be opened. The others are fine."))
        return
    pack, _slash, slug = full.rpartition("/")
    library = face.sitting.library

    def full_id(ref: str) -> str:
        return library.full_id("exercises", ref, pack=pack) or ""

    chart = routine.own(item, slug, face.today, full_id)
    face.talk.say(f"{item.title}:", item.for_whom, filled(chart.caution, face.names(), {}))
    for one in routine.items_for(chart, None, face.leave_out):
        face.talk.voice.row(f"{one.text}.")
    face.talk.choose([Choice(_("Use this one"), "use")])
    face.keep(keeping.chart(chart, face.clock.now()))
    raise Enough


class OneChart:
    """One of the person's own charts; every change is kept at once."""

    def __init__(self, face: "Companion", chart: str) -> None:
        self.face = face
        self.talk = face.talk
        self.chart_id = chart

    @property
    def chart(self) -> Chart:
        """The chart as it is now."""
        return self.face.sitting.days.charts[self.chart_id]

    def run(self) -> None:
        """Offer its lines and what can be done with it."""
        self.talk.room(self.chart.title, lambda: list(self._rows()), self._chosen)

    def _rows(self) -> Iterable[Choice]:
        chart = self.chart
        yield Choice(_("Add a line"), "add")
        if not chart.retired:
            yield Choice(_("Use it today"), "today")
        for item in routine.items_for(chart, None, self.face.leave_out):
            yield Choice(item.text, f"item:{item.id}", note=item.block)
        days = weekdays_in_words(chart.weekdays, short_weekdays(), 0)
        yield Choice(_("Days of the week"), "days", note=days)
        yield Choice(_("Name"), "name")
        yield Choice(_("What holds the day"), "anchor", note=chart.anchor)
        away = _("Take it up again") if chart.retired else _("Put it away; its days stay")
        yield Choice(away, "retire")
        for item in chart.items:
            if item.retired:
                yield Choice(_("Put away: {line}").format(line=item.text), f"item:{item.id}")

    def _chosen(self, chosen: str) -> None:
        what, _colon, which = chosen.partition(":")
        chart, now = self.chart, self.face.clock.now()
        match what:
            case "add":
                if line := self.talk.line(_("One thing for a day, or Enter for none:")):
                    block = next((item.block for item in reversed(chart.items)), "")
                    item = Item(f"own-{self.face.new_id().lower()}", line, block=block)
                    self._keep(routine.with_item(chart, item))
            case "today":
                small = self.face.sitting.days.kind_of(self.face.today).small
                kind = DayKind(small, self.chart_id)
                self.face.keep(keeping.day_kind(kind, day=self.face.today, at=now))
            case "item":
                rows = partial(self._item_rows, which)
                self.talk.room(_("A line"), rows, partial(self._item, which))
            case "days":
                self.talk.room(
                    _("Days of the week"), lambda: list(_days(self.chart.weekdays)), self._day
                )
            case "name" | "anchor":
                if line := self.talk.line(_("In your words, or Enter to leave it:")):
                    changed = {"title" if what == "name" else "anchor": line}
                    self._keep(replace(chart, **changed))  # type: ignore[arg-type]
            case "retire":
                self._keep(replace(chart, retired=not chart.retired))

    def _day(self, which: str) -> None:
        days = routine.toggled_day(self.chart.weekdays, int(which))
        self._keep(replace(self.chart, weekdays=days))

    def _keep(self, chart: Chart) -> None:
        self.face.keep(keeping.chart(chart, self.face.clock.now()))

    # One line

    def _item_rows(self, item_id: str) -> Iterable[Choice]:
        item = self.chart.item(item_id) or Item(item_id, "")
        yield Choice(_("Its words"), "text", note=item.text)
        yield Choice(_("The small version"), "small", note=item.small)
        yield Choice(_("Part of the day"), "block", note=item.block)
        yield Choice(_("A time, as a hint"), "time", note=item.time)
        yield Choice(_("Days of the week"), "days")
        yield Choice(_("Earlier in the chart"), "up")
        yield Choice(_("Later in the chart"), "down")
        yield Choice(
            _("Take it up again") if item.retired else _("Put it away; its days stay"), "retire"
        )

    def _item(self, item_id: str, what: str) -> None:
        item = self.chart.item(item_id) or Item(item_id, "")
        match what:
            case "days":

                def toggle(which: str) -> None:
                    now = self.chart.item(item_id) or item
                    days = routine.toggled_day(now.weekdays, int(which))
                    self._keep(routine.with_item(self.chart, replace(now, weekdays=days)))

                self.talk.room(
                    _("Days of the week"),
                    lambda: list(_days((self.chart.item(item_id) or item).weekdays)),
                    toggle,
                )
            case "up" | "down":
                self._move(item_id, -1 if what == "up" else 1)
            case "retire":
                self._keep(routine.with_item(self.chart, replace(item, retired=not item.retired)))
            case field:
                self._words(item, field)

    def _move(self, item_id: str, by: int) -> None:
        ids = [one.id for one in routine.items_for(self.chart, None, self.face.leave_out)]
        to = ids.index(item_id) + by if item_id in ids else -1
        if 0 <= to < len(ids):
            self._keep(routine.moved(self.chart, item_id, ids[to]))

    def _words(self, item: Item, field: str) -> None:
        line = self.talk.line(_("In your words, or Enter to leave it:"))
        if field == "time" and line and not (line := routine.time_of_day(line) or ""):
            self.talk.say(_("A time looks like 7:30 or 18:00."))
        if line:
            changed = replace(item, **{field: line})  # type: ignore[arg-type]
            self._keep(routine.with_item(self.chart, changed))


def _days(chosen: tuple[int, ...]) -> Iterable[Choice]:
    for day, name in enumerate(weekdays()):
        yield Choice(name, str(day), mark="●" if day in chosen or not chosen else "")

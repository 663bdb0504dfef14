"""One's own chart: add, reword, reorder, days and times, small versions, put away."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.widget import Widget

from peercompanion.language import _, short_weekdays, weekdays
from peercompanion.practice import keeping, routine
from peercompanion.practice.day_words import weekdays_in_words
from peercompanion.practice.days import DayKind
from peercompanion.practice.routine import Chart, Item
from peercompanion.sitting import Sitting
from peercompanion.tui.screens.asking import AskingPage
from peercompanion.tui.screens.today import week_begins
from peercompanion.tui.widgets.choices import Choice, Choices
from peercompanion.tui.widgets.sortable import Sortable


class OfChart(AskingPage):
    """A page about one chart; every change is kept at once."""

    def __init__(self, chart: str, sitting: Sitting) -> None:
        super().__init__(sitting)
        self.chart_id = chart

    @property
    def chart(self) -> Chart:
        """The chart as it is now."""
        return self.days.charts.get(self.chart_id) or Chart(self.chart_id, "…")

    def change(self, chart: Chart, then: Callable[[], None] | None = None) -> None:
        """Keep how the chart is from now on."""
        self.keep(keeping.chart(chart, self.now), then)

    def day_rows(self, chosen: tuple[int, ...]) -> Iterable[Choice]:
        """A row for each day of the week, in the order of the week here."""
        names = weekdays()
        for day in ((week_begins() + number) % 7 for number in range(7)):
            mark = "●" if day in chosen or not chosen else "○"
            yield Choice(names[day], f"weekday:{day}", mark=mark)


class ChartPage(OfChart):
    """All of a chart. Rows are dragged with the mouse, or moved with two keys."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("a,plus", "add", "Add a line"),
        Binding("u,shift+up", "move_item(-1)", "Up"),
        Binding("d,shift+down", "move_item(1)", "Down"),
    ]

    def title_text(self) -> str:
        """Its name."""
        return self.chart.title

    def above(self) -> Iterable[Widget]:
        """The lines, which can be moved."""
        yield Sortable(id="lines")

    def fill(self) -> None:
        """Show lines and rows."""
        super().fill()
        lines = self.query_one("#lines", Sortable)
        lines.show(list(self._lines()), lines.at)
        lines.display = bool(lines.open_rows)

    def focus_rows(self) -> None:
        """The lines have the keys."""
        lines = self.query_one("#lines", Sortable)
        (lines if lines.open_rows else self.query_one("#rows")).focus(scroll_visible=False)

    def _lines(self) -> Iterable[Choice]:
        block = ""
        for item in routine.items_for(self.chart, None, self.app.leave_out):
            if item.block != block:
                block = item.block
                yield Choice(block)
            yield Choice(item.text, item.id, note=self._note(item))

    def _note(self, item: Item) -> str:
        days = weekdays_in_words(item.weekdays, short_weekdays(), week_begins())
        return " · ".join(filter(None, [item.time, days if item.weekdays else ""]))

    def rows(self) -> Iterable[Choice]:
        """What can be done with the chart."""
        yield Choice(" ")
        yield Choice(_("Add a line"), "add", "a", mark="›")
        if not self.chart.retired:
            yield Choice(_("Use it today"), "today", "t", mark="›")
        days = weekdays_in_words(self.chart.weekdays, short_weekdays(), week_begins())
        yield Choice(_("Days of the week"), "days", "w", mark="›", note=days)
        yield Choice(_("Name"), "name", "n", mark="›", note=self.chart.title)
        yield Choice(_("What holds the day"), "anchor", "o", mark="›", note=self.chart.anchor)
        away = _("Take it up again") if self.chart.retired else _("Put it away; its days stay")
        yield Choice(away, "retire", "x", mark="›")
        retired = [item for item in self.chart.items if item.retired]
        if retired:
            yield Choice(" ")
            yield Choice(_("Put away"))
        for item in retired:
            yield Choice(item.text, f"item:{item.id}", mark="›")

    async def chosen(self, what: str, which: str) -> None:
        """Change it."""
        chart = self.chart
        match what:
            case "add":
                self.action_add()
            case "item":
                self.app.push_screen(ItemPage(self.chart_id, which, self.sitting))
            case "today":
                kind = DayKind(self.days.kind_of(self.today).small, self.chart_id)
                self.keep(keeping.day_kind(kind, day=self.today, at=self.now))
            case "days":
                self.app.push_screen(ChartDays(self.chart_id, self.sitting))
            case "name":
                self.ask(
                    _("Its name:"),
                    lambda line: self.change(replace(chart, title=line)),
                    chart.title,
                )
            case "anchor":
                self.ask(
                    _("One thing that holds the day:"),
                    lambda line: self.change(replace(chart, anchor=line)),
                    chart.anchor,
                )
            case "retire":
                self.change(replace(chart, retired=not chart.retired))

    @on(Choices.Chosen, "#lines")
    def _line_chosen(self, event: Choices.Chosen) -> None:
        self.app.push_screen(ItemPage(self.chart_id, event.choice.id, self.sitting))

    @on(Sortable.Dropped)
    def _dropped(self, event: Sortable.Dropped) -> None:
        self._move(event.row, event.onto)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Lines are moved where the lines have the keys."""
        return action != "move_item" or (self.is_attached and bool(self.query("#lines:focus")))

    def action_move_item(self, by: int) -> None:
        """Move the line at hand up or down."""
        lines = self.query_one("#lines", Sortable)
        ids = [row.id for row in lines.open_rows]
        if ids and 0 <= lines.at + by < len(ids):
            self._move(ids[lines.at], ids[lines.at + by])

    def _move(self, item: str, onto: str) -> None:
        def follow() -> None:
            lines = self.query_one("#lines", Sortable)
            lines.show(list(self._lines()))
            lines.at = [row.id for row in lines.open_rows].index(item)

        self.change(routine.moved(self.chart, item, onto), follow)

    def action_add(self) -> None:
        """Add a line at the end."""
        self.ask(_("One thing for a day:"), self._add)

    def _add(self, line: str) -> None:
        block = next((item.block for item in reversed(self.chart.items)), "")
        item = Item(f"own-{self.new_id().lower()}", line, block=block)
        self.change(routine.with_item(self.chart, item))


class ChartDays(OfChart):
    """The days of the week a chart is for."""

    def title_text(self) -> str:
        """Whose days."""
        return self.chart.title

    def lead(self) -> str:
        """What is asked."""
        return _("On which days is it for?")

    def rows(self) -> Iterable[Choice]:
        """The days."""
        return self.day_rows(self.chart.weekdays)

    async def chosen(self, what: str, which: str) -> None:
        """Take a day in or out."""
        days = routine.toggled_day(self.chart.weekdays, int(which))
        self.change(replace(self.chart, weekdays=days))


class ItemPage(OfChart):
    """One line of a chart."""

    def __init__(self, chart: str, item: str, sitting: Sitting) -> None:
        super().__init__(chart, sitting)
        self.item_id = item

    @property
    def item(self) -> Item:
        """The line as it is now."""
        return self.chart.item(self.item_id) or Item(self.item_id, "…")

    def title_text(self) -> str:
        """Whose line."""
        return self.chart.title

    def lead(self) -> str:
        """The line itself."""
        return self.item.text

    def rows(self) -> Iterable[Choice]:
        """What can be changed."""
        item = self.item
        yield Choice(_("Its words"), "text", "w", mark="›", note=item.text)
        yield Choice(_("The small version"), "small", "s", mark="›", note=item.small)
        yield Choice(_("Part of the day"), "block", "p", mark="›", note=item.block)
        yield Choice(_("A time, as a hint"), "time", "t", mark="›", note=item.time)
        if item.time:
            yield Choice(_("No time"), "no-time")
        if item.exercise and (head := self.sitting.heads.get(item.exercise)):
            yield Choice(_("Begins"), f"exercise:{item.exercise}", mark="›", note=head.title)
        away = _("Take it up again") if item.retired else _("Put it away; its days stay")
        yield Choice(away, "retire", "x", mark="›")
        yield Choice(" ")
        yield Choice(_("Days of the week"))
        yield from self.day_rows(item.weekdays)

    async def chosen(self, what: str, which: str) -> None:
        """Change the line."""
        item = self.item
        match what:
            case "text":
                self.ask(_("In your words:"), lambda line: self._change(text=line), item.text)
            case "small":
                words = _("A version for a hard day, two minutes or from bed:")
                self.ask(words, lambda line: self._change(small=line), item.small)
            case "block":
                self.ask(
                    _("Which part of the day?"), lambda line: self._change(block=line), item.block
                )
            case "time":
                self.ask(_("About when? Such as 7:30"), self._set_time, item.time)
            case "no-time":
                self._change(time="")
            case "exercise":
                self.app.open_exercise(which)
            case "weekday":
                self._change(weekdays=routine.toggled_day(item.weekdays, int(which)))
            case "retire":
                self._change(retired=not item.retired)

    def _set_time(self, line: str) -> None:
        if time := routine.time_of_day(line):
            self._change(time=time)
        else:
            self.say(_("A time looks like 7:30 or 18:00."))

    def _change(self, **changed: object) -> None:
        item = replace(self.item, **changed)  # type: ignore[arg-type]
        self.change(routine.with_item(self.chart, item))

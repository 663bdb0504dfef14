"""Today: the chart of the day as a week to look at and fill in, and all that is daily."""

import datetime
from collections.abc import Iterable
from functools import partial
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.widget import Widget
from textual.widgets import Static

from peercompanion.daily import good_days, week
from peercompanion.language import _, day_in_words, short_weekdays
from peercompanion.practice import day_words, keeping, routine, weeks
from peercompanion.practice.answers import filled
from peercompanion.practice.routine import Chart, Item, State
from peercompanion.sitting import Sitting
from peercompanion.tui.page import text
from peercompanion.tui.routes import go
from peercompanion.tui.screens.asking import AskingPage
from peercompanion.tui.widgets.choices import Choice, Choices
from peercompanion.tui.widgets.frame import TitleBar
from peercompanion.tui.widgets.week_grid import GridRow, WeekGrid


class Today(AskingPage):
    """The week of the day's chart. What is done is one key, and the same key takes it back."""

    PLACE = "today"
    CSS_PATH = ["asking.tcss", "today.tcss"]
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "done", "Done"),
        Binding("b", "small_one", "Small one"),
        Binding("l", "left_it", "Left it"),
        Binding("enter", "open_item", "Begin it"),
        Binding("s", "small_day", "Small day"),
        Binding("r", "rest_day", "Rest day"),
        Binding("g", "good_line", "Keep a line"),
    ]

    def __init__(self, sitting: Sitting) -> None:
        super().__init__(sitting)
        self.as_of = self.app.clock.now().date()
        """The day this page takes for today."""
        self.at = self.as_of
        """The day at hand."""
        self._wanted: dict[tuple[str, str, datetime.date], State] = {}
        """Marks on their way to the disk."""

    def title_text(self) -> str:
        """Where this is."""
        return _("Today")

    def fact(self) -> str:
        """The day at hand, in words."""
        return day_in_words(self.at)

    def lead(self) -> str:
        """The chart, or what the room is for."""
        if chart := self.chart():
            return chart.title
        return _("Today is for small things. Anything you do counts, and so does rest.")

    def above(self) -> Iterable[Widget]:
        """What is to be known of the day, the week, and the item at hand in words."""
        yield text("", "quiet", id="of-day")
        yield text("", "care", id="caution")
        yield WeekGrid(id="week")
        yield text("", "quiet", id="count")
        yield text("", id="at-hand")

    def chart(self) -> Chart | None:
        """The chart of the day at hand."""
        day = self.at
        return routine.of_day(self.days.charts.values(), day, self.days.kind_of(day).chart)

    # Showing

    def fill(self) -> None:
        """Show the week, then the rows."""
        if self.at == self.as_of:
            self.at = self.today
        self.as_of = self.today
        self.query_one(TitleBar).fact = self.fact()
        super().fill()
        day, chart = self.at, self.chart()
        of_week = week.of(day)
        grid = self.query_one("#week", WeekGrid)
        grid.display = chart is not None
        names = short_weekdays()
        grid.show(
            list(self._grid_rows(chart)) if chart else (),
            [(each, names[each.weekday()]) for each in of_week],
            lambda item, on: self._cell(chart, item, on) if chart else " ",
            day,
        )
        of_today = day_words.of_day(self.days, chart, self.now) if day == self.today else ()
        self._static("of-day", "\n".join(of_today))
        self._static("caution", self._caution(chart))
        count = self.days.days_in(of_week)
        self._static("count", day_words.days_this_week(count) if count else "")
        self._at_hand()

    def focus_rows(self) -> None:
        """Give the keys to the week, or to the rows where there is no chart."""
        grid = self.query_one("#week", WeekGrid)
        (grid if self.chart() else self.query_one("#rows")).focus(scroll_visible=False)

    def _static(self, name: str, words: str) -> None:
        self.query_one(f"#{name}", Static).update(words)

    def _caution(self, chart: Chart | None) -> str:
        return filled(chart.caution, self.app.names(), {}) if chart and chart.caution else ""

    def _grid_rows(self, chart: Chart) -> Iterable[GridRow]:
        small = self.days.kind_of(self.at).small
        block = ""
        for item in self._items(chart):
            if item.block != block:
                block = item.block
                yield GridRow(block)
            yield GridRow(self._words(item, small=small), item.id)

    def _items(self, chart: Chart) -> tuple[Item, ...]:
        """The items of the day at hand."""
        day = self.at
        marked = self.days.marked(chart.id, day)
        return routine.items_for(chart, day, self.app.leave_out, marked)

    def _words(self, item: Item, *, small: bool) -> str:
        words = item.words(small=small)
        return f"{item.time} {words}" if item.time and self.app.preferences.clock else words

    def _cell(self, chart: Chart, item: str, day: datetime.date) -> str:
        return day_words.SHAPES[self._said(chart, item, day)]

    def _said(self, chart: Chart, item: str, day: datetime.date) -> day_words.Said:
        """What is said of an item on a day; of days before the chart was there, nothing."""
        said = day_words.said_of_item(self.days, chart, item, day, self.today)
        return "before" if day < chart.since and said == "nothing" else said

    def _at_hand(self) -> None:
        """Say the item and the day at hand in words: the shapes alone are never all there is."""
        chart, item, grid = self.chart(), self._item(), self.query_one("#week", WeekGrid)
        if not chart or not item or grid.day is None:
            self._static("at-hand", "")
            return
        word = day_words.said_word(self._said(chart, item.id, grid.day))
        said = f"{day_in_words(grid.day)}: {word}"
        other = "" if item.small in ("", item.text) else _("Small: {small}")
        lines = [said, other.format(small=item.small), day_words.legend()]
        self._static("at-hand", "\n".join(filter(None, lines)))

    def _item(self) -> Item | None:
        chart = self.chart()
        return chart.item(self.query_one("#week", WeekGrid).item) if chart else None

    # Moving

    @on(WeekGrid.Moved)
    def _moved(self) -> None:
        grid = self.query_one("#week", WeekGrid)
        if grid.day and grid.day != self.at:
            self.at = grid.day
            self.fill()
        self._at_hand()
        self._name_keys()

    @on(WeekGrid.PastEnd)
    def _past_end(self, past: WeekGrid.PastEnd) -> None:
        if past.rows > 0:
            rows = self.query_one("#rows", Choices)
            rows.at = 0
            rows.focus()
        elif past.weeks:
            day = self.at + past.weeks * weeks.DAY
            if day <= week.of(self.today)[-1]:
                self.at = day
                self.fill()

    @on(WeekGrid.Pressed)
    def _pressed(self) -> None:
        self.action_done()

    # Marks and days

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Say which keys do something where one is."""
        if action in ("done", "small_one", "left_it", "open_item"):
            if not self.is_attached or not self.query("#week:focus"):
                return False
            item = self._item()
            if action == "open_item":
                return bool(item and item.exercise)
            return item is not None and routine.may_mark(self.at, self.today)
        if action in ("small_day", "rest_day"):
            return self.at == self.today
        return True

    def action_done(self) -> None:
        """It was done; once more takes it back."""
        self.mark("done")

    def action_small_one(self) -> None:
        """The small version was done; once more takes it back."""
        self.mark("small")

    def action_left_it(self) -> None:
        """It was left for another day; once more takes it back."""
        self.mark("left")

    def mark(self, key: State) -> None:
        """Mark the item at hand, on the day at hand."""
        chart, item, day = self.chart(), self._item(), self.at
        if not chart or not item or not routine.may_mark(day, self.today):
            return
        place = (chart.id, item.id, day)
        now = self._wanted.get(place) or self.days.marked(chart.id, day).get(item.id, "clear")
        state = routine.pressed(now, key)
        self._wanted[place] = state
        record = keeping.mark(chart.id, item.id, state, day=day, at=self.now)
        self.keep(record, partial(self._settled, place, state))

    def _settled(self, place: tuple[str, str, datetime.date], state: State) -> None:
        if self._wanted.get(place) == state:
            del self._wanted[place]

    def kept(self, well: bool) -> None:
        """What could not be kept is not shown as if it were."""
        if not well:
            self._wanted.clear()

    def action_open_item(self) -> None:
        """Begin the exercise of the item at hand."""
        if (item := self._item()) and item.exercise:
            self.app.open_exercise(item.exercise, small=self.days.kind_of(self.today).small)

    def action_small_day(self) -> None:
        """All in small versions today, or as usual again."""
        self.keep(keeping.small_day(self.days, self.now))

    def action_rest_day(self) -> None:
        """A day off, or not."""
        self.keep(keeping.rest_day(self.days, self.now))

    async def action_good_line(self) -> None:
        """Save a line worth keeping."""
        await self.choose("good-line")

    # The rows below

    def rows(self) -> Iterable[Choice]:
        """All that is daily."""
        if not self.chart():
            yield Choice(_("Choose a chart for the day"), "charts", "1", leads=True)
        yield Choice(_("Check in"), "check-in", "c", mark="›")
        yield Choice(_("Small steps and goals"), "steps", "2", mark="›")
        yield Choice(_("Checklists"), "checklists", "3", mark="›")
        yield Choice(_("Guided tools"), "tools", "4", mark="›")
        yield Choice(_("Good days box"), "good-days", "5", mark="›")
        if self.chart():
            yield Choice(_("My charts"), "charts", "6", mark="›")
            yield Choice(_("Month and year"), "calendar", "7", mark="›")
        yield Choice(_("Back again") if self._away() else _("Away until …"), "away", "8", mark="›")
        yield Choice(_("What fits right now"), "right-now", "9", mark="›")
        yield from self._practised()

    def _away(self) -> bool:
        return self.days.off(self.today) is not None

    def _practised(self) -> Iterable[Choice]:
        done = [record for record in self.sitting.records if record.day == self.today]
        heads = [(record, self.sitting.heads.get(record.item)) for record in done]
        if any(head for _record, head in heads):
            yield Choice(" ")
            yield Choice(_("Practiced today"))
        for record, head in heads:
            if head:
                mark = "◐" if record.small or record.left_early else "●"
                yield Choice(head.title, f"exercise:{record.item}", mark=mark)

    async def chosen(self, what: str, which: str) -> None:
        """Open what was chosen."""
        if what == "exercise":
            self.app.open_exercise(which)
        elif what == "good-line":
            self.follow(good_days.one_more(self.now))
        elif what == "away" and self._away():
            self.action_rest_day()
        else:
            await go(self.app, what)

"""Today: the chart of the day as a week to look at and fill in, and all that is daily."""

import datetime
from collections.abc import Iterable
from functools import partial
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.widget import Widget
from textual.widgets import Static

from peercompanion.daily import week
from peercompanion.daily.today import DOORS, Day
from peercompanion.language import _, day_in_words, short_weekdays
from peercompanion.practice import day_words, routine, weeks
from peercompanion.practice.answers import filled
from peercompanion.practice.routine import Item, State
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
        Binding("left", "other_day(-1)", "Other day", key_display="← →"),
        Binding("right", "other_day(1)", show=False),
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
        if chart := self.day.chart:
            return chart.title
        return _("Today is for small things. Anything you do counts, and so does rest.")

    def above(self) -> Iterable[Widget]:
        """What is to be known of the day, the week, and the item at hand in words."""
        yield text("", "quiet", id="of-day")
        yield text("", "care", id="caution")
        yield WeekGrid(id="week")
        yield text("", "quiet", id="count")
        yield text("", id="at-hand")

    @property
    def day(self) -> Day:
        """The day at hand, as it stands now."""
        return Day(self.days, self.at, self.app.leave_out, self.app.preferences.clock)

    # Showing

    def fill(self) -> None:
        """Show the week, then the rows."""
        if self.at == self.as_of:
            self.at = self.today
        self.as_of = self.today
        self.query_one(TitleBar).fact = self.fact()
        super().fill()
        day = self.day
        of_week = week.of(self.at)
        grid = self.query_one("#week", WeekGrid)
        grid.display = day.chart is not None
        names = short_weekdays()
        grid.show(
            list(self._grid_rows()),
            [(each, names[each.weekday()]) for each in of_week],
            lambda item, on: day_words.SHAPES[self._said(item, on)],
            self.at,
        )
        self._static("of-day", "\n".join(day.known(self.now)))
        caution = day.chart.caution if day.chart else ""
        self._static("caution", filled(caution, self.app.names(), {}))
        count = self.days.days_in(of_week)
        self._static("count", day_words.days_this_week(count) if count else "")
        self._at_hand()

    def focus_rows(self) -> None:
        """Give the keys to the week, or to the rows where there is no chart."""
        grid = self.query_one("#week", WeekGrid)
        (grid if self.day.chart else self.query_one("#rows")).focus(scroll_visible=False)

    def _static(self, name: str, words: str) -> None:
        self.query_one(f"#{name}", Static).update(words)

    def _grid_rows(self) -> Iterable[GridRow]:
        day, block = self.day, ""
        for item in day.items():
            if item.block != block:
                block = item.block
                yield GridRow(block)
            yield GridRow(day.words(item), item.id)

    def _said(self, item: str, on: datetime.date) -> day_words.Said:
        """What is said of an item of the chart at hand on some day."""
        chart = self.day.chart
        if chart is None:
            return "nothing"
        return day_words.said_of_item(self.days, chart, item, on, self.today)

    def _at_hand(self) -> None:
        """Say the item and the day at hand in words: the shapes alone are never all there is."""
        item, grid = self._item(), self.query_one("#week", WeekGrid)
        if not item or grid.day is None:
            self._static("at-hand", "")
            return
        said = f"{day_in_words(grid.day)}: {day_words.said_word(self._said(item.id, grid.day))}"
        other = _("Whole: {whole}") if self.day.small else _("Small: {small}")
        other = other.format(small=item.small, whole=item.text)
        sizes = other if item.small not in ("", item.text) else ""
        self._static("at-hand", "\n".join(filter(None, [said, sizes, day_words.legend()])))

    def _item(self) -> Item | None:
        chart = self.day.chart
        return chart.item(self.query_one("#week", WeekGrid).item) if chart else None

    # Moving

    @on(WeekGrid.Moved)
    def _moved(self) -> None:
        grid = self.query_one("#week", WeekGrid)
        if grid.day and grid.day != self.at:
            self._turn_to(grid.day)
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
                self._turn_to(day)

    @on(WeekGrid.Pressed)
    def _pressed(self) -> None:
        self.action_done()

    def _turn_to(self, day: datetime.date) -> None:
        self.at = day
        self.fill()
        self.focus_rows()

    def action_other_day(self, by: int) -> None:
        """Go to the day before or after, as the arrows do in the week."""
        self.query_one("#week", WeekGrid).action_move(0, by)

    # Marks

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Say which keys do something where one is."""
        if action == "choose" and not self._at_week:
            return super().check_action(action, parameters)
        if action not in ("done", "small_one", "left_it", "choose", "other_day"):
            return True
        item = self._item() if self._at_week else None
        if item is None or action == "other_day":
            return item is not None or (action == "other_day" and self._without_week)
        return bool(item.exercise) if action == "choose" else self._may_mark

    @property
    def _at_week(self) -> bool:
        """Whether the keys are the week's, not those of the rows below it."""
        return self.is_attached and bool(self.query("#week:focus"))

    @property
    def _without_week(self) -> bool:
        """Whether another day has nothing to move through: the arrows lead back all the same."""
        grids = () if self.typing else self.query("#week").results(WeekGrid)
        return self.at != self.as_of and any(not grid.items for grid in grids)

    @property
    def _may_mark(self) -> bool:
        return routine.may_mark(self.at, self.today)

    def words_for(self, binding: Binding) -> str:
        """On a small day the other size is the whole one; in the week Enter begins an exercise."""
        if binding.action == "choose" and self._at_week:
            return _("Begin it")
        if binding.action == "small_one" and self._other_size() == "done":
            return _("Whole one")
        return super().words_for(binding)

    def action_done(self) -> None:
        """It was done as it stands there; once more takes it back."""
        if item := self._item():
            self.mark(self.day.done(item))

    def action_small_one(self) -> None:
        """It was done in the other size; once more takes it back."""
        self.mark(self._other_size())

    def _other_size(self) -> State:
        item = self._item()
        return "done" if item and self.day.done(item) == "small" else "small"

    def action_left_it(self) -> None:
        """It was left for another day; once more takes it back."""
        self.mark("left")

    def mark(self, key: State) -> None:
        """Mark the item at hand, on the day at hand."""
        chart, item = self.day.chart, self._item()
        if not chart or not item or not self._may_mark:
            return
        place = (chart.id, item.id, self.at)
        now = self._wanted.get(place) or self.days.marked(chart.id, self.at).get(item.id, "clear")
        state = self._wanted[place] = routine.pressed(now, key)
        self.follow(self.day.marked(item.id, state, self.now), partial(self._settled, place, state))

    def _settled(self, place: tuple[str, str, datetime.date], state: State) -> None:
        if self._wanted.get(place) == state:
            del self._wanted[place]

    def kept(self, well: bool) -> None:
        """What could not be kept is not shown as if it were."""
        if not well:
            self._wanted.clear()

    def action_choose(self) -> None:
        """Begin the exercise of the item at hand; below the week, take the row."""
        if not self._at_week:
            super().action_choose()
        elif (item := self._item()) and item.exercise:
            self.app.open_exercise(item.exercise, small=self.day.small)

    # The rows below

    def rows(self) -> Iterable[Choice]:
        """All that is daily."""
        return self.day.rows(self.sitting, self.today)

    async def chosen(self, what: str, which: str) -> None:
        """Open what was chosen, or do it."""
        if what == "exercise":
            self.app.open_exercise(which)
        elif what == "another":
            before = self.at - weeks.DAY
            self._turn_to(before if routine.may_mark(before, self.today) else self.today)
        elif what in (*DOORS, "away"):
            await go(self.app, what)
        else:
            self.follow(self.day.chosen(what, self.now))

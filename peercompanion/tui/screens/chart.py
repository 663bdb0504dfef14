"""One's own chart: add, reword, reorder, days and times, small versions, put away."""

from collections.abc import Iterable
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.widget import Widget

from peercompanion.daily import week
from peercompanion.daily.charts import OneChart
from peercompanion.language import _
from peercompanion.sitting import Sitting
from peercompanion.tui.screens.asking import AskingPage
from peercompanion.tui.widgets.choices import Choice, Choices
from peercompanion.tui.widgets.sortable import Sortable


class OfChart(AskingPage):
    """A page about one chart; every change is kept at once."""

    def __init__(self, chart: str, sitting: Sitting) -> None:
        super().__init__(sitting)
        self.room = OneChart(sitting, chart, self.app.leave_out)

    def place(self) -> str:
        """The chart."""
        return f"chart:{self.room.chart_id}"

    def title_text(self) -> str:
        """Its name."""
        return self.room.chart.title


class ChartPage(OfChart):
    """All of a chart. Rows are dragged with the mouse, or moved with two keys."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("a,plus", "add", "Add a line"),
        Binding("u,shift+up", "move_item(-1)", "Move", key_display="u d"),
        Binding("d,shift+down", "move_item(1)", show=False),
    ]

    def above(self) -> Iterable[Widget]:
        """The lines, which can be moved."""
        yield Sortable(id="lines")

    def fill(self) -> None:
        """Show lines and rows."""
        super().fill()
        lines = self.query_one("#lines", Sortable)
        lines.renew(list(self.room.lines()))
        lines.display = bool(lines.open_rows)

    def focus_rows(self) -> None:
        """The lines have the keys."""
        lines = self.query_one("#lines", Sortable)
        (lines if lines.open_rows else self.query_one("#rows")).focus(scroll_visible=False)

    def rows(self) -> Iterable[Choice]:
        """What can be done with the chart."""
        return self.room.rows()

    async def chosen(self, what: str, which: str) -> None:
        """Change it."""
        if what == "item":
            self._open(which)
        elif what == "days":
            self.app.push_screen(ChartDays(self.room.chart_id, self.sitting))
        else:
            self.follow(self.room.chosen(f"{what}:{which}", self.now))

    def _open(self, item: str) -> None:
        self.app.push_screen(ItemPage(self.room.chart_id, item, self.sitting))

    @on(Choices.Chosen, "#lines")
    def _line_chosen(self, event: Choices.Chosen) -> None:
        self._open(event.choice.id.removeprefix("item:"))

    @on(Sortable.Dropped)
    def _dropped(self, event: Sortable.Dropped) -> None:
        lines = self.query_one("#lines", Sortable)
        lines.at = [line.id for line in lines.open_rows].index(event.row)
        item, onto = event.row.removeprefix("item:"), event.onto.removeprefix("item:")
        self.follow(self.room.moved(item, onto, self.now))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Lines are moved where the lines have the keys."""
        return action != "move_item" or (self.is_attached and bool(self.query("#lines:focus")))

    def action_move_item(self, by: int) -> None:
        """Move the line at hand up or down."""
        lines = self.query_one("#lines", Sortable)
        if lines.open_rows:
            item = lines.open_rows[lines.at].id.removeprefix("item:")
            self.follow(self.room.moved_by(item, by, self.now))

    async def action_add(self) -> None:
        """Add a line at the end."""
        await self.choose("add")


class ChartDays(OfChart):
    """The days of the week a chart is for."""

    def place(self) -> str:
        """Nothing is typed here."""
        return ""

    def lead(self) -> str:
        """What is asked."""
        return _("On which days is it for?")

    def rows(self) -> Iterable[Choice]:
        """The days."""
        return week.rows(self.room.chart.weekdays)

    async def chosen(self, what: str, which: str) -> None:
        """Take a day in or out."""
        self.follow(self.room.chosen(f"{what}:{which}", self.now))


class ItemPage(OfChart):
    """One line of a chart."""

    def __init__(self, chart: str, item: str, sitting: Sitting) -> None:
        super().__init__(chart, sitting)
        self.item_id = item

    def place(self) -> str:
        """The line."""
        return f"{super().place()}/{self.item_id}"

    def lead(self) -> str:
        """The line itself."""
        return self.room.item(self.item_id).text

    def rows(self) -> Iterable[Choice]:
        """What can be changed."""
        return self.room.item_rows(self.item_id)

    async def chosen(self, what: str, which: str) -> None:
        """Change the line."""
        if what == "exercise":
            self.app.open_exercise(which)
        elif what == "begins":
            self.app.push_screen(ItemExercise(self.room.chart_id, self.item_id, self.sitting))
        else:
            self.follow(self.room.item_chosen(self.item_id, f"{what}:{which}", self.now))


class ItemExercise(ItemPage):
    """The exercise a line begins."""

    def place(self) -> str:
        """Nothing is typed here."""
        return ""

    def rows(self) -> Iterable[Choice]:
        """All of them."""
        return self.room.exercise_rows(self.item_id)

    async def chosen(self, what: str, which: str) -> None:
        """Take one."""
        outcome = self.room.item_chosen(self.item_id, f"{what}:{which}", self.now)
        self.follow(outcome, self.if_shown(self.app.pop_screen))

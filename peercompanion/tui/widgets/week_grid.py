"""A week of a routine chart: one row for each item, one column for each day."""

import datetime
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from textual import events
from textual.app import RenderResult
from textual.binding import Binding
from textual.content import Content
from textual.geometry import Size
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from peercompanion.tui.widgets.sight import keep_in_sight

ROOM_FOR_WIDE = 44
"""Cells in which days can be wide and leave words their room."""


@dataclass(frozen=True)
class GridRow:
    """An item: its id and words. Without an id it is a heading."""

    title: str
    id: str = ""


class WeekGrid(Widget, can_focus=True):
    """Moves through items and days; what a key does to a mark is the screen's to say."""

    DEFAULT_CSS = """
    WeekGrid {
        height: auto;
        max-width: 72;
    }
    """
    BINDINGS = [
        Binding("up", "move(-1, 0)", show=False),
        Binding("down", "move(1, 0)", show=False),
        Binding("left", "move(0, -1)", show=False),
        Binding("right", "move(0, 1)", show=False),
    ]

    at: reactive[tuple[int, int]] = reactive((0, 0))
    """The item at hand, counted among items, and the day, counted in the week."""

    @dataclass
    class Moved(Message):
        """Another item or day is at hand."""

    @dataclass
    class PastEnd(Message):
        """Somebody went on, above the first item (-1), below the last (1), or by a week."""

        rows: int
        weeks: int

    @dataclass
    class Pressed(Message):
        """A day of an item was clicked; it is at hand now."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id)
        self.rows: tuple[GridRow, ...] = ()
        self.days: tuple[tuple[datetime.date, str], ...] = ()
        self._shape: Callable[[str, datetime.date], str] = lambda _item, _day: " "

    def show(
        self,
        rows: Sequence[GridRow],
        days: Sequence[tuple[datetime.date, str]],
        shape: Callable[[str, datetime.date], str],
        day: datetime.date,
    ) -> None:
        """Show a week.

        Args:
            rows: Items and headings.
            days: The days, each with its short name.
            shape: The one character for an item on a day.
            day: The day that is at hand.
        """
        self.rows, self.days, self._shape = tuple(rows), tuple(days), shape
        column = next((at for at, (each, _name) in enumerate(days) if each == day), 0)
        self.at = (min(self.at[0], max(len(self.items) - 1, 0)), column)
        self.can_focus = bool(self.items)
        self.refresh(layout=True)

    @property
    def items(self) -> list[GridRow]:
        """The rows that are items."""
        return [row for row in self.rows if row.id]

    @property
    def item(self) -> str:
        """Id of the item at hand; empty where there is none."""
        items = self.items
        return items[self.at[0]].id if self.at[0] < len(items) else ""

    @property
    def day(self) -> datetime.date | None:
        """The day at hand."""
        return self.days[self.at[1]][0] if self.at[1] < len(self.days) else None

    def watch_at(self) -> None:
        """Keep the item in sight."""
        self.refresh()
        if not (self.is_attached and self.items):
            return
        self.post_message(self.Moved())
        lines = [y for y, (_l, id_) in enumerate(self._lines(self.size.width)) if id_ == self.item]
        if self.has_focus:
            keep_in_sight(self, lines)

    def action_move(self, rows: int, days: int) -> None:
        """Go to another item or day."""
        row, column = self.at[0] + rows, self.at[1] + days
        if 0 <= row < len(self.items) and 0 <= column < len(self.days):
            self.at = (row, column)
        else:
            self.post_message(self.PastEnd(rows, days))

    def on_click(self, event: events.Click) -> None:
        """Take the day of an item that was clicked."""
        width = self.size.width
        lines = list(self._lines(width))
        column = (event.x - self._room(width)) // _cell(width)
        ids = [row.id for row in self.items]
        if event.y < len(lines) and (id_ := lines[event.y][1]):
            on_a_day = 0 <= column < len(self.days)
            self.at = (ids.index(id_), column if on_a_day else self.at[1])
            self.focus()
            if on_a_day:
                self.post_message(self.Pressed())

    def on_focus(self) -> None:
        """Show what is at hand."""
        self.refresh()

    def on_blur(self) -> None:
        """Show that nothing is at hand."""
        self.refresh()

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many lines as the items take at this width."""
        return len(list(self._lines(width)))

    def render(self) -> RenderResult:
        """All lines."""
        return Content("\n").join(line for line, _id in self._lines(self.size.width))

    def _room(self, width: int) -> int:
        """Cells for the words of an item."""
        return max(width - _cell(width) * len(self.days), 12)

    def _lines(self, width: int) -> Iterator[tuple[Content, str]]:
        room, cell = self._room(width), _cell(width)
        names = "".join(f"{name[: cell - 1]:<{cell}}" for _day, name in self.days)
        yield Content.assemble(" " * room, (names, "$secondary")), ""
        for row in self.rows:
            if not row.id:
                for heading in Content.styled(row.title, "$secondary").wrap(max(width, 8)):
                    yield heading, ""
                continue
            mine = row.id == self.item and self.has_focus
            for number, words in enumerate(Content(row.title).wrap(room - 2)):
                gap = " " * (room - words.cell_length)
                cells = (
                    [(" " * cell, "")] * len(self.days) if number else self._cells(row, mine, cell)
                )
                line = Content.assemble(
                    (words.plain + gap, "bold $foreground" if mine else "$foreground"), *cells
                )
                yield line.stylize("on $panel") if mine else line, row.id

    def _cells(self, row: GridRow, mine: bool, cell: int) -> Iterator[tuple[str, str]]:
        for column, (day, _name) in enumerate(self.days):
            shape = self._shape(row.id, day)
            if mine and column == self.at[1]:
                yield f"{f'[{shape}]':<{cell}}", "bold $secondary"
            else:
                yield f" {shape:<{cell - 1}}", STYLES.get(shape, "$quiet")


def _cell(width: int) -> int:
    """Cells each day takes; the one at hand stands in brackets."""
    return 4 if width >= ROOM_FOR_WIDE else 3


STYLES: Mapping[str, str] = {"●": "$primary", "◐": "$primary"}

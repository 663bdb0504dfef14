"""Month and year: the days as shapes, or the same in words."""

import asyncio
import datetime
from collections.abc import Iterable
from typing import ClassVar

from textual import work
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from peercompanion.daily import week
from peercompanion.daily.calendar import Calendar as Room
from peercompanion.language import _, months, short_weekdays
from peercompanion.practice import day_words, weeks
from peercompanion.practice.days import Days
from peercompanion.sitting import Sitting
from peercompanion.tui.page import Page, text

ROOM_BETWEEN = 46
"""Columns in which a day and its shape can stand apart."""


class Calendar(Page):
    """Reads a year at a time, away from the screen; until then it shows what is known."""

    FIRST = ".body"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "by(-1)", "Before", key_display="← →"),
        Binding("right", "by(1)", show=False),
        Binding("y", "year", "Year or month"),
        Binding("v", "words", "In words"),
    ]

    def __init__(self, sitting: Sitting) -> None:
        super().__init__()
        self.sitting = sitting
        self.known: Days = sitting.days
        self.room = Room(self.today.replace(day=1))
        self.in_words = False

    @property
    def today(self) -> datetime.date:
        """The local day it is now."""
        return self.app.clock.now().date()

    def title_text(self) -> str:
        """Where this is."""
        return _("Month and year")

    def body(self) -> Iterable[Widget]:
        """Which month or year, its days, and what the shapes mean."""
        yield text("", "lead", id="when")
        yield Static("", id="days", markup=False)
        yield text("", "quiet", id="legend")

    def on_mount(self) -> None:
        """Show what is known, then read the rest."""
        self._show()
        self.read_year()

    @work(exclusive=True)
    async def read_year(self) -> None:
        """Read the year that is wanted, and show it."""
        first, last = (
            datetime.date(self.room.at.year, 1, 1),
            datetime.date(self.room.at.year, 12, 31),
        )
        self.known = await asyncio.to_thread(self.sitting.kept.days, first, last)
        self._show()

    def on_resize(self) -> None:
        """Stand closer or wider, as there is room."""
        self.call_after_refresh(self._show)

    def action_by(self, by: int) -> None:
        """Go to the month or year before or after."""
        before = self.room.at.year
        self.room.by(by)
        if self.room.at.year == before:
            self._show()
        else:
            self.read_year()

    def action_year(self) -> None:
        """The whole year, or the month again."""
        self.room.whole_year = not self.room.whole_year
        self._show()

    def action_words(self) -> None:
        """In words, or in shapes again."""
        self.in_words = not self.in_words
        self._show()

    def words_for(self, binding: Binding) -> str:
        """Name the other way to look."""
        if binding.action == "words" and self.in_words:
            return _("In shapes")
        if binding.action == "year":
            return _("Month") if self.room.whole_year else _("Year")
        return super().words_for(binding)

    def _show(self) -> None:
        lines = self.room.told(self.known, self.today) if self.in_words else self._shapes()
        counted = f"{self.room.title} · {self.room.counted(self.known)}"
        self.query_one("#when", Static).update(Content(counted))
        self.query_one("#days", Static).update(Content("\n".join(lines)))
        legend = "" if self.in_words else day_words.legend_of_days()
        self.query_one("#legend", Static).update(legend)
        self._name_keys()

    def _shapes(self) -> Iterable[str]:
        return self._year_shapes() if self.room.whole_year else self._month_shapes()

    def _shape(self, day: datetime.date) -> str:
        return day_words.SHAPES[day_words.said_of_day(self.known, day, self.today)]

    def _month_shapes(self) -> Iterable[str]:
        """A week a line; today stands in brackets."""
        begins, names, first = week.begins(), short_weekdays(), self.room.at
        gap = " " if self.app.size.width >= ROOM_BETWEEN else ""
        cell = len(f"[21{gap}●]")
        yield "".join(f"{names[(begins + n) % 7][:3]:>3}".ljust(cell) for n in range(7)).rstrip()
        row = " " * cell * ((first.weekday() - begins) % 7)
        for day in weeks.month_of(first):
            opens, closes = "[]" if day == self.today else "  "
            row += f"{opens}{day.day:>2}{gap}{self._shape(day)}{closes}"
            if (day.weekday() - begins) % 7 == 6:
                yield row
                row = ""
        if row:
            yield row

    def _year_shapes(self) -> Iterable[str]:
        for month in weeks.months_of(self.room.at.year):
            shapes = "".join(self._shape(day) for day in weeks.month_of(month))
            yield f"{months()[month.month - 1][:3]:<4} {shapes}"

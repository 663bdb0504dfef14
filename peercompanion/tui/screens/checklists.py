"""Wellness checklists: for noticing, never for grading. Asked only when opened."""

from collections.abc import Iterable
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.widget import Widget

from peercompanion.daily import checklists
from peercompanion.daily.checklists import OneChecklist
from peercompanion.language import _
from peercompanion.practice.answers import filled
from peercompanion.sitting import Sitting
from peercompanion.tui.page import text
from peercompanion.tui.screens.asking import AskingPage
from peercompanion.tui.widgets.choices import Choice, Choices


class Checklists(AskingPage):
    """All of them, each with when it may help."""

    def title_text(self) -> str:
        """Where this is."""
        return _("Checklists")

    def lead(self) -> str:
        """What they are for."""
        return checklists.lead()

    def rows(self) -> Iterable[Choice]:
        """One row each."""
        return checklists.all_rows(self.sitting)

    async def chosen(self, what: str, which: str) -> None:
        """Open one."""
        self.app.push_screen(ChecklistPage(which, self.sitting))


class ChecklistPage(AskingPage):
    """One checklist, for today. A key ticks, and the same key takes it back."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("backspace,delete", "remove", "Take my line away"),
    ]

    def __init__(self, full: str, sitting: Sitting) -> None:
        super().__init__(sitting)
        self.room = OneChecklist(sitting, full, self.app.leave_out)

    def place(self) -> str:
        """The checklist."""
        return f"checklist:{self.room.full}"

    def title_text(self) -> str:
        """Its name."""
        return self.room.title()

    def lead(self) -> str:
        """What it says first."""
        asks = self.room.checklist
        return filled(asks.intro or "", self.app.names(), {}) if asks else ""

    def above(self) -> Iterable[Widget]:
        """What deserves care comes before the lines."""
        if flags := self.room.flags(self.app.names()):
            yield text("\n· ".join(flags), "care")

    def rows(self) -> Iterable[Choice]:
        """The lines, and what can be done."""
        return self.room.rows(self.today)

    async def chosen(self, what: str, which: str) -> None:
        """Tick, add, note, or see which lines lead to more or can be taken away."""
        if what in ("more", "remove"):
            self.app.push_screen(SomeLines(self.room, what))
        else:
            self.follow(self.room.chosen(f"{what}:{which}", self.now))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only a line of one's own can be taken away."""
        return action != "remove" or (self.is_attached and bool(self._own_line()))

    def _own_line(self) -> str:
        rows = self.query_one("#rows", Choices)
        at_hand = rows.open_rows[rows.at].id if rows.open_rows else ""
        own = f"tick:{checklists.OWN}"
        return at_hand.removeprefix(own) if at_hand.startswith(own) else ""

    async def action_remove(self) -> None:
        """Take a line of one's own away."""
        await self.choose(f"away:{self._own_line()}")


class SomeLines(AskingPage):
    """Lines of a checklist that lead to more of something, or that can be taken away."""

    def __init__(self, room: OneChecklist, part: str) -> None:
        super().__init__(room.sitting)
        self.room = room
        self.part = part

    def title_text(self) -> str:
        """The checklist."""
        return self.room.title()

    def lead(self) -> str:
        """What is asked."""
        return _("More of which one?") if self.part == "more" else _("Take which line away?")

    def rows(self) -> Iterable[Choice]:
        """The lines."""
        return self.room.offers() if self.part == "more" else self.room.own_rows()

    async def chosen(self, what: str, which: str) -> None:
        """Open what helps to more, or take the line away."""
        if self.part == "more":
            self.app.open_link(f"{what}:{which}")
        else:
            self.follow(
                self.room.chosen(f"{what}:{which}", self.now), self.if_shown(self.app.pop_screen)
            )

"""Wellness checklists: for noticing, never for grading. Asked only when opened."""

from collections.abc import Iterable
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.widget import Widget

from peercompanion.language import _
from peercompanion.packs.models import Checklist
from peercompanion.packs.models.items import ChecklistItem
from peercompanion.practice import keeping
from peercompanion.practice.answers import filled
from peercompanion.sitting import Sitting
from peercompanion.tui.page import text
from peercompanion.tui.screens.asking import AskingPage
from peercompanion.tui.widgets.choices import Choice, Choices

OWN = "own/"
"""Begins the ids of a person's own lines, which are their words."""


class Checklists(AskingPage):
    """All of them, each with when it may help."""

    def title_text(self) -> str:
        """Where this is."""
        return _("Checklists")

    def lead(self) -> str:
        """What they are for."""
        return _("Tick what fits and leave the rest. It is for noticing.")

    def rows(self) -> Iterable[Choice]:
        """One row each."""
        for full in self.sitting.library.ids("checklists"):
            item = self.sitting.library.item("checklists", full)
            if isinstance(item, Checklist) and not item.hidden:
                yield Choice(item.title, f"list:{full}", mark="›", note=item.when)

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
        self.full = full
        item = sitting.library.item("checklists", full)
        self.checklist = item if isinstance(item, Checklist) else None

    def title_text(self) -> str:
        """Its name."""
        return self.checklist.title if self.checklist else _("Not there")

    def lead(self) -> str:
        """What it says first."""
        intro = self.checklist.intro if self.checklist else None
        return filled(intro, self.app.names(), {}) if intro else ""

    def above(self) -> Iterable[Widget]:
        """What deserves care comes before the lines."""
        for flag in self.checklist.red_flags if self.checklist else ():
            yield text(filled(flag, self.app.names(), {}), "care")

    def rows(self) -> Iterable[Choice]:
        """The lines, the person's own among them, then more of something, and a note."""
        if not self.checklist:
            return
        ticked = self.days.ticks.get((self.full, self.today), set())
        lines = [(item.id, item.text) for item in self._items()]
        lines += [(OWN + line, line) for line in self.days.own_items.get(self.full, ())]
        for number, (id_, words) in enumerate(lines, start=1):
            mark = "●" if id_ in ticked else "○"
            yield Choice(words, f"tick:{id_}", str(number) if number < 10 else "", mark=mark)
        yield Choice(" ")
        yield Choice(_("Add a line of my own"), "add", "a", mark="›")
        if self._offers():
            yield Choice(_("I would like more of one of these"), "more", "m", mark="›")
        note = self.days.notes.get((self.full, self.today), "")
        yield Choice(self.checklist.close, "note", "n", mark="›", note=note)

    def _items(self) -> list[ChecklistItem]:
        leave_out = self.app.leave_out
        items = self.checklist.item if self.checklist else ()
        return [item for item in items if not set(item.contains) & leave_out]

    def _offers(self) -> list[ChecklistItem]:
        return [item for item in self._items() if item.offer]

    async def chosen(self, what: str, which: str) -> None:
        """Tick, add, offer or note."""
        match what:
            case "tick":
                on = which not in self.days.ticks.get((self.full, self.today), set())
                self.keep(keeping.ticked(self.full, which, on=on, at=self.now))
            case "add":
                self.ask(_("A line of your own:"), self._add)
            case "more":
                self.app.push_screen(MoreOf(self._offers(), self.sitting))
            case "note":
                note = self.days.notes.get((self.full, self.today), "")
                self.ask(self.checklist.close if self.checklist else "", self._note, note)

    def _add(self, line: str) -> None:
        own = self.days.own_items.get(self.full, ())
        if line not in own:
            self.keep(keeping.own_lines(self.full, (*own, line), self.now))

    def _note(self, line: str) -> None:
        self.keep(keeping.ticked(self.full, "", note=line, at=self.now))

    def action_remove(self) -> None:
        """Take a line of one's own away."""
        rows = self.query_one("#rows", Choices)
        id_ = rows.open_rows[rows.at].id.removeprefix("tick:")
        if id_.startswith(OWN):
            own = self.days.own_items.get(self.full, ())
            left = tuple(line for line in own if OWN + line != id_)
            self.keep(keeping.own_lines(self.full, left, self.now))


class MoreOf(AskingPage):
    """What can help to more of something."""

    def __init__(self, items: list[ChecklistItem], sitting: Sitting) -> None:
        super().__init__(sitting)
        self.items = items

    def title_text(self) -> str:
        """Where this is."""
        return _("More of one of these")

    def rows(self) -> Iterable[Choice]:
        """The lines that lead somewhere."""
        for number, item in enumerate(self.items, start=1):
            yield Choice(item.text, f"open:{item.id}", str(number) if number < 10 else "", mark="›")

    async def chosen(self, what: str, which: str) -> None:
        """Open what it offers."""
        offer = next((item.offer for item in self.items if item.id == which), None)
        if offer:
            self.app.open_link(offer)

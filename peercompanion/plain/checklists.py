"""Wellness checklists: for noticing, never for grading. Asked only when opened."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from peercompanion.language import _
from peercompanion.packs.models import Checklist
from peercompanion.practice import keeping
from peercompanion.practice.answers import filled
from peercompanion.practice.choice import Choice

if TYPE_CHECKING:
    from peercompanion.packs.models.items import ChecklistItem
    from peercompanion.plain.companion import Companion

OWN = "own/"
"""Begins the ids of a person's own lines, which are their words."""


def checklists(face: "Companion") -> None:
    """Offer all of them, each with when it may help."""
    face.talk.say(_("Tick what fits and leave the rest. It is for noticing."))
    library = face.sitting.library
    items = ((full, library.item("checklists", full)) for full in library.ids("checklists"))
    rows = [
        Choice(item.title, full, note=item.when)
        for full, item in items
        if isinstance(item, Checklist) and not item.hidden
    ]
    face.talk.room(_("Checklists"), lambda: rows, lambda full: one_checklist(face, full))


def one_checklist(face: "Companion", full: str) -> None:
    """Open one, for today."""
    item = face.sitting.library.item("checklists", full)
    if isinstance(item, Checklist):
        OneChecklist(face, full, item).run()


class OneChecklist:
    """One checklist, for today: choosing a line ticks it, and once more takes it back."""

    def __init__(self, face: "Companion", full: str, checklist: Checklist) -> None:
        self.face = face
        self.talk = face.talk
        self.full = full
        self.checklist = checklist

    def run(self) -> None:
        """Say what deserves care first, then offer the lines."""
        names = self.face.names()
        for words in (self.checklist.intro or "", *self.checklist.red_flags):
            self.talk.say(filled(words, names, {}))
        self.talk.room(self.checklist.title, lambda: list(self._rows()), self._chosen)

    @property
    def _key(self) -> tuple[str, object]:
        return (self.full, self.face.today)

    def _rows(self) -> Iterable[Choice]:
        days, today = self.face.sitting.days, self.face.today
        ticked = days.ticks.get((self.full, today), set())
        lines = [(item.id, item.text) for item in self._items()]
        lines += [(OWN + line, line) for line in days.own_items.get(self.full, ())]
        for id_, words in lines:
            yield Choice(words, f"tick:{id_}", mark="●" if id_ in ticked else "")
        yield Choice(_("Add a line of my own"), "add")
        if any(item.offer for item in self._items()):
            yield Choice(_("I would like more of one of these"), "more")
        yield Choice(self.checklist.close, "note", note=days.notes.get((self.full, today), ""))

    def _items(self) -> "list[ChecklistItem]":
        leave_out = self.face.leave_out
        return [item for item in self.checklist.item if not set(item.contains) & leave_out]

    def _chosen(self, chosen: str) -> None:
        what, _colon, which = chosen.partition(":")
        days, now = self.face.sitting.days, self.face.clock.now()
        match what:
            case "tick":
                on = which not in days.ticks.get((self.full, self.face.today), set())
                self.face.keep(keeping.ticked(self.full, which, on=on, at=now))
            case "add":
                own = days.own_items.get(self.full, ())
                line = self.talk.line(_("A line of your own, or Enter for none:"))
                if line and line not in own:
                    self.face.keep(keeping.own_lines(self.full, (*own, line), now))
            case "more":
                self._more()
            case "note":
                if line := self.talk.line(_("Type it, or Enter to leave it as it is:")):
                    self.face.keep(keeping.ticked(self.full, "", note=line, at=now))

    def _more(self) -> None:
        from peercompanion.plain.guide import open_link

        offers = [item for item in self._items() if item.offer]
        chosen = self.talk.choose([Choice(item.text, item.id) for item in offers])
        open_link(self.face, next(item.offer or "" for item in offers if item.id == chosen))

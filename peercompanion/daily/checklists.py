"""Wellness checklists: for noticing, never for grading. Asked only when opened."""

import datetime
from collections.abc import Iterable, Mapping

from peercompanion.language import _
from peercompanion.packs.models import Checklist
from peercompanion.packs.models.items import ChecklistItem
from peercompanion.practice import keeping
from peercompanion.practice.answers import filled
from peercompanion.practice.choice import Choice, Outcome, Question, digit
from peercompanion.practice.leaving_out import LeaveOut
from peercompanion.sitting import Sitting

OWN = "own/"
"""Begins the ids of a person's own lines, which are their words."""


def lead() -> str:
    """What they are for."""
    return _("Tick what fits and leave the rest. It is for noticing.")


def all_rows(sitting: Sitting) -> Iterable[Choice]:
    """All of them, each with when it may help."""
    ids = sitting.library.ids("checklists")
    found = ((full, sitting.library.item("checklists", full)) for full in ids)
    shown = ((full, one) for full, one in found if isinstance(one, Checklist) and not one.hidden)
    for number, (full, one) in enumerate(shown, start=1):
        yield Choice(one.title, f"list:{full}", digit(number), one.when, mark="›")


class OneChecklist:
    """One checklist, for today: choosing a line ticks it, and once more takes it back.

    Args:
        sitting: What was read.
        full: Its full id.
        leave_out: What the person asked to leave out.
    """

    def __init__(self, sitting: Sitting, full: str, leave_out: LeaveOut) -> None:
        self.sitting = sitting
        self.full = full
        self.leave_out = leave_out
        item = sitting.library.item("checklists", full)
        self.checklist = item if isinstance(item, Checklist) else None

    def title(self) -> str:
        """Its name."""
        return self.checklist.title if self.checklist else _("Not there")

    def flags(self, names: Mapping[str, str]) -> list[str]:
        """What deserves care, under its heading; nothing where there is nothing."""
        flags = self.checklist.red_flags if self.checklist else ()
        said = [filled(flag, names, {}) for flag in flags]
        return [_("Worth taking seriously:"), *said] if said else []

    def rows(self, today: datetime.date) -> Iterable[Choice]:
        """The lines, the person's own among them, then more of something, and a note."""
        if not self.checklist:
            return
        ticked = self.sitting.days.ticks.get((self.full, today), set())
        lines = [(item.id, item.text) for item in self._items()]
        lines += [(OWN + line, line) for line in self._own()]
        for number, (id_, words) in enumerate(lines, start=1):
            mark = "●" if id_ in ticked else "○"
            yield Choice(words, f"tick:{id_}", digit(number), mark=mark)
        yield Choice(" ")
        yield Choice(_("Add a line of my own"), "add", "a", mark="›")
        if self._own():
            yield Choice(_("Take a line of mine away"), "remove", "x", mark="›")
        if self.offers():
            yield Choice(_("I would like more of one of these"), "more", "m", mark="›")
        note = self.sitting.days.notes.get((self.full, today), "")
        yield Choice(self.checklist.close, "note", "n", mark="›", note=note)

    def own_rows(self) -> Iterable[Choice]:
        """The person's own lines, to take one away."""
        for number, line in enumerate(self._own(), start=1):
            yield Choice(line, f"away:{line}", digit(number), mark="›")

    def offers(self) -> Iterable[Choice]:
        """The lines that can lead to more of something; the id of a row is the link."""
        offers = [item for item in self._items() if item.offer]
        return [
            Choice(item.text, str(item.offer), digit(number), mark="›")
            for number, item in enumerate(offers, start=1)
        ]

    def _items(self) -> list[ChecklistItem]:
        items = self.checklist.item if self.checklist else ()
        return [item for item in items if not set(item.contains) & self.leave_out]

    def _own(self) -> tuple[str, ...]:
        return self.sitting.days.own_items.get(self.full, ())

    def chosen(self, row: str, now: datetime.datetime) -> Outcome:
        """Tick, add, take away or note."""
        what, _colon, which = row.partition(":")
        match what:
            case "tick":
                on = which not in self.sitting.days.ticks.get((self.full, now.date()), set())
                return (keeping.ticked(self.full, which, on=on, at=now),)
            case "away":
                left = tuple(line for line in self._own() if line != which)
                return (keeping.own_lines(self.full, left, now),)
            case "add":
                return Question(_("A line of your own:"), lambda line: self._add(line, now))
        note = self.sitting.days.notes.get((self.full, now.date()), "")
        words = self.checklist.close if self.checklist else ""
        return Question(
            words, lambda line: (keeping.ticked(self.full, "", note=line, at=now),), note
        )

    def _add(self, line: str, now: datetime.datetime) -> Outcome:
        own = tuple(dict.fromkeys((*self._own(), line)))
        return (keeping.own_lines(self.full, own, now),)

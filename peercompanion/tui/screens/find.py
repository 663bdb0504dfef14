"""All exercises, by title. Nothing found offers the nearest."""

import difflib
from collections.abc import Iterable, Sequence
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.widget import Widget
from textual.widgets import Input, Static

from peercompanion.language import _, ngettext
from peercompanion.packs.models.head import Head
from peercompanion.practice.leaving_out import rests_on
from peercompanion.tui.page import Page, text
from peercompanion.tui.sitting import Sitting
from peercompanion.tui.widgets.choices import Choice, Choices
from peercompanion.tui.widgets.entry import Entry


class Find(Page):
    """Type a part of a title; the list narrows at once."""

    FIRST = "#rows"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "choose", "Open"),
        Binding("slash", "type", "Find a title"),
    ]

    def __init__(self, sitting: Sitting) -> None:
        super().__init__()
        self.sitting = sitting

    def title_text(self) -> str:
        """Where this is."""
        return _("All exercises")

    def body(self) -> Iterable[Widget]:
        """A field and the titles."""
        yield Entry(_("a part of the title"), id="entry")
        yield text("", "quiet", id="nearest")
        yield Choices(id="rows")

    def on_mount(self) -> None:
        """Show all titles."""
        self.query_one(Entry).display = False
        self._show("")

    def action_type(self) -> None:
        """Begin typing."""
        self.query_one(Entry).display = True
        self.query_one(Entry).focus()

    @on(Input.Changed)
    def _typed(self) -> None:
        self._show(self.query_one(Entry).line)

    @on(Input.Submitted)
    def action_submit(self) -> None:
        """Go to the list."""
        self.query_one("#rows").focus()

    def action_stop_typing(self) -> None:
        """Go to the list; what was typed stays."""
        self.query_one("#rows").focus()

    def _show(self, wanted: str) -> None:
        found = matching(list(self._heads()), wanted)
        nearest = self.query_one("#nearest", Static)
        nearest.update(_("No title has that. The nearest:") if found and not found[0] else "")
        self.query_one("#rows", Choices).show([_row(head) for head in found[1]])

    def _heads(self) -> Iterable[Head]:
        for head in self.sitting.heads.values():
            if (
                not head.hidden
                and head.group != "only"
                and not rests_on(head.contains, self.app.leave_out)
            ):
                yield head

    @on(Choices.Chosen)
    def _chosen(self, chosen: Choices.Chosen) -> None:
        self.app.open_exercise(chosen.choice.id)


def matching(heads: Sequence[Head], wanted: str) -> tuple[bool, list[Head]]:
    """Find titles with these letters in them, else those most like them.

    Returns:
        Whether the letters were found, and the heads by title.
    """
    by_title = sorted(heads, key=lambda head: head.title)
    with_it = [head for head in by_title if wanted.casefold() in head.title.casefold()]
    if with_it:
        return True, with_it
    likeness = {
        head.id: difflib.SequenceMatcher(None, wanted.casefold(), head.title.casefold()).ratio()
        for head in by_title
    }
    return False, sorted(by_title, key=lambda head: -likeness[head.id])[:3]


def _row(head: Head) -> Choice:
    minutes = ngettext("{n} min", "{n} min", head.minutes).format(n=head.minutes)
    return Choice(head.title, head.id, mark="›", note=minutes)

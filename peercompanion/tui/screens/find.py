"""All exercises, by title. Nothing found offers the nearest."""

from collections.abc import Iterable
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.widget import Widget
from textual.widgets import Input, Static

from peercompanion.language import _, ngettext
from peercompanion.packs.models.head import Head
from peercompanion.practice.finding import matching, to_find
from peercompanion.sitting import Sitting
from peercompanion.tui.page import Page, text
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
        heads = list(to_find(self.sitting.heads.values(), self.app.leave_out))
        found = matching(heads, wanted)
        nearest = self.query_one("#nearest", Static)
        nearest.update(_("No title has that. The nearest:") if found and not found[0] else "")
        self.query_one("#rows", Choices).show([_row(head) for head in found[1]])

    @on(Choices.Chosen)
    def _chosen(self, chosen: Choices.Chosen) -> None:
        self.app.open_exercise(chosen.choice.id)


def _row(head: Head) -> Choice:
    minutes = ngettext("{n} min", "{n} min", head.minutes).format(n=head.minutes)
    return Choice(head.title, head.id, mark="›", note=minutes)

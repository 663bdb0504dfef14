"""Peer support: what it is and is not, its titles, and finding and choosing a supporter."""

from collections.abc import Iterable
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.widget import Widget

from peercompanion.language import _
from peercompanion.sitting import Sitting
from peercompanion.tui.page import Page, text
from peercompanion.tui.widgets.choices import Choice, Choices

PAGES = (
    "tool:what-peer-support-is",
    "tool:what-peer-support-is-not",
    "tool:peer-support-titles",
    "tool:find-peer-supporter",
    "checklist:choose-peer-supporter",
    "tool:find-resources",
)


class PeerSupport(Page):
    """A few short pages of the pack."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "choose", "Open")]

    def __init__(self, sitting: Sitting) -> None:
        super().__init__()
        self.sitting = sitting

    def title_text(self) -> str:
        """Where this is."""
        return _("Peer support")

    def body(self) -> Iterable[Widget]:
        """What it is, in one sentence, and the pages."""
        yield text(_("Someone who has been there, listens, and walks beside you for a while."))
        yield Choices(list(self._rows()))

    def _rows(self) -> Iterable[Choice]:
        """The pages that are there."""
        library = self.sitting.library
        for number, link in enumerate(PAGES, start=1):
            kind, _colon, ref = link.partition(":")
            full = library.full_id(f"{kind}s", ref)
            item = library.item(f"{kind}s", full) if full else []
            if not isinstance(item, list):
                yield Choice(item.title, link, str(number), mark="›")

    @on(Choices.Chosen)
    def _chosen(self, chosen: Choices.Chosen) -> None:
        self.app.open_link(chosen.choice.id)

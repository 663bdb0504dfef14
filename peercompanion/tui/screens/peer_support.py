"""Peer support: what it is and is not, its titles, and finding and choosing a supporter."""

from collections.abc import Iterable
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.widget import Widget

from peercompanion.language import _
from peercompanion.planning.links import PEER_SUPPORT, titled
from peercompanion.sitting import Sitting
from peercompanion.tui.page import Page, text
from peercompanion.tui.widgets.choices import Choice, Choices


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
        for number, (link, title) in enumerate(titled(self.sitting, PEER_SUPPORT), start=1):
            yield Choice(title, link, str(number), mark="›")

    @on(Choices.Chosen)
    def _chosen(self, chosen: Choices.Chosen) -> None:
        self.app.open_link(chosen.choice.id)

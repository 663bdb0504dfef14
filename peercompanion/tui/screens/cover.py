"""A page that says nothing, over everything personal."""

from collections.abc import Iterable
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.widget import Widget

from peercompanion.language import _
from peercompanion.tui.page import Page, text


class Cover(Page):
    """The same key uncovers what is below, untouched."""

    FIRST = ""
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,enter,space", "leave", "Uncover", key_display="F3")
    ]

    def names_key(self, action: str) -> bool:
        """What is below is nobody's business, and neither are its keys."""
        return action in ("help_now", "leave")

    def title_text(self) -> str:
        """Nothing of what this is."""
        return ""

    def body(self) -> Iterable[Widget]:
        """Three words."""
        yield text(_("Back in a moment."), "quiet")

"""All keys of the screen one came from."""

from collections.abc import Iterable, Sequence

from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from peercompanion.language import _
from peercompanion.tui.page import Page
from peercompanion.tui.widgets.frame import KeyName


class Keys(Page):
    """The same names the footer uses, all of them, one below the other."""

    FIRST = ".body"

    def __init__(self, names: Sequence[KeyName]) -> None:
        super().__init__()
        self._names = names

    def title_text(self) -> str:
        """Where this is."""
        return _("All keys")

    def body(self) -> Iterable[Widget]:
        """A line for each."""
        always = (
            KeyName("F2", _("Help now, also while typing"), ""),
            KeyName("↑ ↓", _("Up and down a list; enter takes the row"), ""),
            KeyName("ctrl+c", _("Leave"), ""),
        )
        for name in (*self._names, *always):
            key = Content.styled(f"{name.key:<9}", "bold $secondary")
            yield Static(key + Content(name.does))

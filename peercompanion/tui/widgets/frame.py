"""What frames every screen: the title above, the keys below."""

from collections.abc import Sequence
from dataclasses import dataclass

from textual import events
from textual.app import RenderResult
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

FIRST = 3
"""Keys that stay in a footer to the last: help, the way out, and what one would do here."""


class TitleBar(Widget):
    """What this is, and to the right one quiet fact."""

    DEFAULT_CSS = """
    TitleBar {
        dock: top;
        height: 2;
        padding: 1 3 0 3;
    }
    """

    title: reactive[str] = reactive("")
    fact: reactive[str] = reactive("")

    def __init__(self, title: str = "", fact: str = "") -> None:
        super().__init__()
        self.set_reactive(TitleBar.title, title)
        self.set_reactive(TitleBar.fact, fact)

    def render(self) -> RenderResult:
        """Title to the left, fact to the right; a fact without room is left out."""
        width = self.content_size.width
        title, fact = Content(self.title), Content(self.fact)
        room = width - title.cell_length - fact.cell_length
        parts: list[tuple[str, str]] = [(self.title, "bold $primary")]
        if self.fact and room > 1:
            parts += [(" " * room, ""), (self.fact, "$quiet")]
        return Content.assemble(*parts)


@dataclass(frozen=True)
class KeyName:
    """A key and what it does, as the footer names them."""

    key: str
    does: str
    action: str


class KeysFooter(Widget):
    """The keys that work at this moment. What does not fit is dropped from the right, whole.

    But the last one stays while there is room beside the first: it shows all the others.
    """

    DEFAULT_CSS = """
    KeysFooter {
        dock: bottom;
        height: 2;
        padding: 0 3;
        border-top: solid $panel;
    }
    """

    keys: reactive[tuple[KeyName, ...]] = reactive(())

    @dataclass
    class Pressed(Message):
        """A key was clicked."""

        action: str

    def _fitting(self) -> list[KeyName]:
        """The keys that fit."""
        fitting = list(self.keys)
        while fitting and _shown(fitting).cell_length > self.content_size.width:
            fitting.pop(-2 if len(fitting) > FIRST + 1 else -1)
        return fitting

    def render(self) -> RenderResult:
        """One line."""
        return _shown(self._fitting())

    def on_click(self, event: events.Click) -> None:
        """Do what the clicked key does."""
        at, keys = event.get_content_offset(self), self._fitting()
        for number, name in enumerate(keys):
            end = _shown(keys[: number + 1]).cell_length
            if at and end - _shown([name]).cell_length <= at.x < end:
                self.post_message(self.Pressed(name.action))


def _shown(keys: Sequence[KeyName]) -> Content:
    return Content("   ").join(
        Content.assemble((name.key, "bold $secondary"), (f" {name.does}", "$foreground"))
        for name in keys
    )

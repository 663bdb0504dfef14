"""What frames the console: who sees it, what the stage does, a room, and the keys that work."""

from collections.abc import Callable
from typing import Any

from textual import on
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Input, Static

from peercompanion.language import _
from peercompanion.link.leading import Leading
from peercompanion.tui import keys
from peercompanion.tui.console.room import Room
from peercompanion.tui.quiet_app import QuietApp
from peercompanion.tui.widgets.choices import Choices
from peercompanion.tui.widgets.entry import Entry
from peercompanion.tui.widgets.frame import KeyName, KeysFooter


class ConsoleFrame(QuietApp):
    """Shows what is led and the room one is in; a line is typed below it."""

    TITLE = "PeerCompanion"
    ENABLE_COMMAND_PALETTE = False
    AUTO_FOCUS = None
    CSS = """
    Screen { background: $background; color: $foreground; }
    #head { height: 1; dock: top; padding: 0 2; background: $panel; text-style: bold; }
    #state { height: 1; padding: 0 2; color: $secondary; }
    #around { height: 1fr; padding: 1 2 0 2; scrollbar-size-vertical: 1; }
    #body { height: auto; }
    #list { display: none; }
    Entry { display: none; margin: 0 2; }
    """
    leading: Leading
    room: Room
    letter_keys: bool

    def __init__(self) -> None:
        super().__init__()
        self._typed: Callable[[str], Any] = lambda _line: None

    def compose(self) -> ComposeResult:
        """Who sees this, what the stage does, what to say, and keys."""
        yield Static(id="head", markup=False)
        yield Static(id="state", markup=False)
        with VerticalScroll(id="around", can_focus=False):
            yield Static(id="body", markup=False)
            yield Choices(id="list")
        yield Entry(id="entry")
        yield KeysFooter()

    def look(self) -> None:
        """Show what is so now."""
        if not self.query("#head"):
            return
        listed = self.query_one("#list", Choices)
        if listed.display and self.focused is None:  # hidden a moment ago, it may let go of it late
            self.set_focus(listed)
        facts = "  ·  ".join(["PRIVATE", *self.leading.facts()])
        self.query_one("#head", Static).update(Content(facts))
        self.query_one("#state", Static).update(Content(self.leading.state()))
        self.query_one("#body", Static).update(Content.assemble(*self.room.text()))
        self.query_one(KeysFooter).keys = tuple(
            KeyName(key, does, act)
            for key, does, act in (self._while_typing() if self.typing else self.room.key_names())
            if self.letter_keys or not keys.is_letter(key)
        )

    def fill(self, at: int | None = None) -> None:
        """Show the rows of the room as they are now.

        Args:
            at: The row to stand at; where one is left out, the row stays.

        """
        rows, listed = self.room.rows(), self.query_one("#list", Choices)
        listed.display = bool(rows)
        listed.show(rows, listed.at if at is None else at)
        if rows and not self.typing:
            self.set_focus(listed)
        self.look()

    @property
    def at(self) -> int:
        """The row at hand."""
        return self.query_one("#list", Choices).at

    @property
    def typing(self) -> bool:
        """Whether letters are text right now."""
        return isinstance(self.focused, Input)

    # Typing

    def _while_typing(self) -> list[tuple[str, str, str]]:
        return [("enter", _("Keep the line"), ""), ("esc", _("Never mind"), "")]

    def type(self, then: Callable[[str], Any], value: str = "") -> None:
        """Ask for one line.

        Args:
            then: Called with it, where one was typed.
            value: What it was before.

        """
        self._typed = then
        entry = self.query_one("#entry", Entry)
        entry.value = value
        entry.cursor_position = len(value)
        entry.display = True
        self.set_focus(entry)  # at once: the next key may be there already
        self.look()

    @on(Input.Submitted)
    def _submitted(self) -> None:
        line = self.query_one("#entry", Entry).line
        self.stop_typing()
        if line:
            self._typed(line)

    def stop_typing(self) -> None:
        """Leave the field."""
        entry = self.query_one("#entry", Entry)
        entry.display = False
        entry.value = ""
        self.set_focus(None)
        self.fill()

"""A field to type one line in. Nothing blinks, and what comes in is harmless."""

from typing import Any

from textual.widgets import Input

from peercompanion.text import one_line

LONGEST = 2000
"""Characters of one typed line."""


class Entry(Input):
    """A plain line to type in."""

    DEFAULT_CSS = """
    Entry {
        height: 1;
        border: none;
        padding: 0 1;
        background: $panel;
        color: $foreground;
        max-width: 60;
    }
    Entry > .input--placeholder {
        color: $quiet;
    }
    Entry:focus {
        border: none;
        background-tint: $foreground 0%;
    }
    """

    def __init__(self, placeholder: str = "", *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(placeholder=placeholder, id=id, max_length=LONGEST, select_on_focus=False)
        self.cursor_blink = False

    def insert_text_at_cursor(self, text: str) -> None:
        """Take in typed or pasted text, folded into one harmless line."""
        edge = " " if text == " " else ""
        super().insert_text_at_cursor(one_line(text, most=LONGEST) or edge)

    @property
    def line(self) -> str:
        """What was typed, without the spaces around it."""
        return one_line(self.value)

    def _on_paste(self, event: Any) -> None:
        """Take in what is pasted, all lines of it folded into one."""
        self.insert_text_at_cursor(event.text)
        event.stop()
        event.prevent_default()

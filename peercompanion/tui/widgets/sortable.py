"""A list whose rows can be dragged to another place."""

from dataclasses import dataclass

from textual import events
from textual.message import Message

from peercompanion.tui.widgets.choices import Choices


class Sortable(Choices):
    """Choices that say when a row was dropped onto another one."""

    @dataclass
    class Dropped(Message):
        """A row was dragged onto another."""

        row: str
        onto: str

    _held = ""
    """Id of the row the button went down on."""
    _stayed = True
    """The button came up on that very row: it is a click."""

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Take hold of a row, wherever the button comes up."""
        self._held = self._over(event)
        self.capture_mouse(bool(self._held))

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Show where the held row would go."""
        if self._held:
            self._over(event)

    def on_mouse_up(self, event: events.MouseUp) -> None:
        """Let go of it."""
        self.release_mouse()
        held, onto, self._held = self._held, self._over(event), ""
        self._stayed = held == onto
        if held and onto and not self._stayed:
            self.post_message(self.Dropped(held, onto))

    def on_mouse_release(self) -> None:
        """Let go where another screen came between."""
        self._held = ""

    def _over(self, event: events.MouseEvent) -> str:
        """Id of the row the mouse is over, which is at hand from now on; empty where none is."""
        lines = list(self._lines(self.size.width))
        row = lines[event.y][1] if 0 <= event.y < len(lines) else None
        if row is None:
            return ""
        self.at = self.open_rows.index(row)
        return row.id

    def on_click(self, event: events.Click) -> None:
        """A row that was dragged was not chosen."""
        if not self._stayed:
            event.prevent_default()

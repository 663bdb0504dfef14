"""A list whose rows can be dragged to another place."""

from dataclasses import dataclass

from textual import events
from textual.message import Message

from peercompanion.tui.widgets.choices import Choice, Choices


class Sortable(Choices):
    """Choices that say when a row was dropped onto another one."""

    @dataclass
    class Dropped(Message):
        """A row was dragged onto another."""

        row: str
        onto: str

    _held: Choice | None = None
    _dropped = False

    def _row_at(self, y: int) -> Choice | None:
        lines = list(self._lines(self.size.width))
        return lines[y][1] if 0 <= y < len(lines) else None

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Take hold of a row."""
        self._held, self._dropped = self._row_at(event.y), False

    def on_mouse_up(self, event: events.MouseUp) -> None:
        """Let go of it."""
        held, onto = self._held, self._row_at(event.y)
        self._held = None
        if held and onto and held is not onto and held.id and onto.id:
            self._dropped = True
            self.post_message(self.Dropped(held.id, onto.id))

    def on_click(self, event: events.Click) -> None:
        """A row that was dragged was not chosen."""
        if self._dropped:
            self._dropped = False
            event.prevent_default()

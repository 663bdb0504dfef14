"""What each room of the console has: a text, perhaps rows, and the keys that work there."""

from typing import TYPE_CHECKING

from peercompanion.language import _
from peercompanion.tui.widgets.choices import Choice

if TYPE_CHECKING:
    from peercompanion.tui.console.app import ConsoleApp

Styled = list[tuple[str, str]]
"""Words, each with the style they are shown in."""


class Room:
    """One thing the console shows below its two lines."""

    leads = False
    """The keys of the stage work here."""

    def __init__(self, console: "ConsoleApp") -> None:
        self.console = console
        self.leading = console.leading

    def text(self) -> Styled:
        """What is read here."""
        return []

    def rows(self) -> list[Choice]:
        """What can be chosen here."""
        return []

    def key_names(self) -> list[tuple[str, str, str]]:
        """The keys that work here: each as it is called, what it does, and its act."""
        return [("esc", _("Back"), "room back")]

    def act(self, act: str) -> None:
        """Do what one of the keys stands for."""
        if act == "room back":
            self.console.lead()

    def chosen(self, row: Choice, at: int) -> None:
        """Do what the row stands for."""


class OneLine(Room):
    """A line of a room, and what can be done with it."""

    def __init__(
        self, console: "ConsoleApp", room: Room, at: int, line: str, rows: list[Choice]
    ) -> None:
        super().__init__(console)
        self._room, self._at, self._line, self._rows = room, at, line, rows

    def text(self) -> Styled:
        """The line."""
        return [(f"{self._line}\n", "bold")]

    def rows(self) -> list[Choice]:
        """What can be done."""
        return self._rows

    def key_names(self) -> list[tuple[str, str, str]]:
        """Do it, or go back."""
        return [("enter", _("Do it"), ""), *super().key_names()]

    def chosen(self, row: Choice, at: int) -> None:
        """Do it, back in the room the line is in."""
        self.console.enter(self._room, self._at)
        self.console.act(row.id)


def listed(lines: list[str]) -> Styled:
    """Lines that are all as important."""
    return [(f"{line}\n", "bold") for line in lines]

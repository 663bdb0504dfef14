"""A supporter's own lines: their agency's steps, and what has helped them. Never on the stage."""

import asyncio
from collections.abc import Callable
from typing import TYPE_CHECKING

from peercompanion.kept import NotKept
from peercompanion.language import _
from peercompanion.supporter import Shelf
from peercompanion.tui.console.room import OneLine, Room, Styled
from peercompanion.tui.widgets.choices import Choice

if TYPE_CHECKING:
    from peercompanion.tui.console.app import ConsoleApp


class Own(Room):
    """A shelf: lines to add to and take from, read and written away from the screen."""

    def __init__(self, console: "ConsoleApp", shelf: Shelf) -> None:
        super().__init__(console)
        self.shelf = shelf
        self.lines: list[str] = []
        self._change(lambda: None)

    @classmethod
    def helped(cls, console: "ConsoleApp") -> "Own":
        """The shelf of what has helped."""
        return cls(console, console.supporter.helped)

    @classmethod
    def agency(cls, console: "ConsoleApp") -> "Own":
        """The steps of one's own agency."""
        return cls(console, console.supporter.agency)

    def text(self) -> Styled:
        """What it is, and whose."""
        return [(f"{self.shelf.title()}\n\n", "bold"), (f"{self.shelf.about()}\n", "$quiet")]

    def rows(self) -> list[Choice]:
        """The lines, and one more."""
        every = [Choice(line, f"line:{n}", mark="·") for n, line in enumerate(self.lines)]
        return [*every, Choice(_("Type a line"), "new", mark="›")]

    def key_names(self) -> list[tuple[str, str, str]]:
        """Type one, take one off."""
        return [
            ("enter", _("Open"), ""),
            ("x", _("Take off"), "room off"),
            *super().key_names(),
        ]

    def act(self, act: str) -> None:
        """Take a line off, or go back."""
        at = self.console.at
        if act != "room off":
            super().act(act)
        elif at < len(self.lines):
            self._change(lambda: self.shelf.take_off(at))

    def chosen(self, row: Choice, at: int) -> None:
        """Type a line, or ask what to do with one."""
        if row.id == "new":
            self.console.type(lambda line: self._change(lambda: self.shelf.add(line)))
        else:
            off = [Choice(_("Take it off"), "room off")]
            self.console.enter(OneLine(self.console, self, at, row.title, off))

    def _change(self, change: Callable[[], None]) -> None:
        self.console.run_worker(self._changed(change), group="own")

    async def _changed(self, change: Callable[[], None]) -> None:
        try:
            await asyncio.to_thread(change)
        except NotKept as problem:
            self.leading.trouble = str(problem)
        self.lines = await asyncio.to_thread(self.shelf.lines)
        self.console.fill()

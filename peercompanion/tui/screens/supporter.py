"""For people who support others: the pages of their pack, and their own shelves."""

import asyncio
import dataclasses
from collections.abc import Callable, Iterable

from peercompanion.kept import NotKept
from peercompanion.language import _
from peercompanion.session_log import WhatILed, log_says
from peercompanion.sitting import Sitting
from peercompanion.supporter import Shelf, Supporter, pages
from peercompanion.tui.screens.asking import AskingPage
from peercompanion.tui.widgets.choices import Choice


class SupporterRoom(AskingPage):
    """Nobody else is shown any of it; the stage never reaches it."""

    def __init__(self, sitting: Sitting) -> None:
        super().__init__(sitting)
        self.supporter = Supporter(self.app.places, sitting.kept, self.app.clock.now)
        self.led = WhatILed(sitting.kept, sitting.library)

    def title_text(self) -> str:
        """Where this is."""
        return _("Being a peer supporter")

    def lead(self) -> str:
        """Who it is for."""
        return _("For people who support others. What your agency asks of you comes first.")

    def rows(self) -> Iterable[Choice]:
        """The pages, the shelves, and whether there is a log."""
        for number, page in enumerate(pages(self.sitting.library), start=1):
            yield Choice(page.text, f"page:{page.open}", str(number), mark="›")
        yield Choice(" ")
        yield Choice(_("For you alone"))
        yield Choice(self.supporter.helped.title(), "helped:", "m", mark="›")
        yield Choice(self.supporter.agency.title(), "agency:", "y", mark="›")
        log, says = log_says(on=self.app.preferences.session_log)
        yield Choice(log, "log:", "g", says)
        yield Choice(self.led.title(), "led:", "d", mark="›")

    async def chosen(self, what: str, which: str) -> None:
        """Open one; or turn the log on or off."""
        match what:
            case "page":
                self.app.open_link(which)
            case "helped":
                self.app.push_screen(ShelfPage(self.sitting, self.supporter.helped))
            case "agency":
                self.app.push_screen(ShelfPage(self.sitting, self.supporter.agency))
            case "led":
                self.app.push_screen(ShelfPage(self.sitting, self.led))
            case "log":
                likes = self.app.preferences
                self.app.prefer(dataclasses.replace(likes, session_log=not likes.session_log))
                self.fill()


class ShelfPage(AskingPage):
    """One's own lines, read and written away from the screen."""

    def __init__(self, sitting: Sitting, shelf: Shelf) -> None:
        super().__init__(sitting)
        self.shelf = shelf
        self.lines: list[str] = []
        self.at: int | None = None
        """The line that is looked at."""

    def title_text(self) -> str:
        """Which shelf."""
        return self.shelf.title()

    def lead(self) -> str:
        """Whose it is, or the line at hand."""
        return self.shelf.about() if self.at is None else self.lines[self.at]

    def on_mount(self) -> None:
        """Read the lines."""
        super().on_mount()
        self._change(lambda: None)

    def rows(self) -> Iterable[Choice]:
        """The lines; choosing one offers to take it off."""
        if self.at is not None:
            yield Choice(_("Back to all lines"), "back:", "1")
            yield Choice(_("Take it off"), "off:", "2")
            return
        if self.shelf.typed:
            yield Choice(_("Add a line"), "add:", "a", mark="›")
        for number, line in enumerate(self.lines):
            yield Choice(line, f"line:{number}", mark="●")

    async def chosen(self, what: str, which: str) -> None:
        """Add a line, or take one off."""
        if what == "add":
            self.ask(_("One line:"), lambda line: self._change(lambda: self.shelf.add(line)))
        elif not self._on_the_way:  # the lines are about to be others
            at, there = self.at, what == "line" and int(which) < len(self.lines)
            self.at = int(which) if there else None
            if what == "off" and at is not None:
                self._change(lambda: self.shelf.take_off(at))
            self.turn()

    async def leave(self) -> None:
        """Go back to all of them first."""
        if self.at is None:
            await super().leave()
        else:
            self.at = None
            self.turn()

    def _change(self, change: Callable[[], None]) -> None:
        self._on_the_way += 1
        self.run_worker(self._changed(change))

    async def _changed(self, change: Callable[[], None]) -> None:
        try:
            await asyncio.to_thread(change)
        except NotKept as problem:
            self.say(str(problem))
        self.lines = await asyncio.to_thread(self.shelf.lines)
        self.at = None
        self._on_the_way -= 1
        self.fill()
        if not self.typing:
            self.focus_rows()

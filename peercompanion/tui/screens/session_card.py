"""Since last time: one screen of what was practised, what helped, steps, and one hope."""

import asyncio
from collections.abc import Iterable
from pathlib import Path

from peercompanion.language import _
from peercompanion.printing import not_written
from peercompanion.session import Card
from peercompanion.sitting import Sitting
from peercompanion.tui.screens.asking import AskingPage
from peercompanion.tui.widgets.choices import Choice


class SinceLastTime(AskingPage):
    """The person decides what is on it. Nothing of it is sent anywhere.

    Args:
        sitting: What was read.
        folder: Where the page is put; the person's own folder.
    """

    PLACE = "since"

    def __init__(self, sitting: Sitting, folder: Path | None = None) -> None:
        super().__init__(sitting)
        self.card = Card.of(sitting, self.today)
        self.folder = folder or Path.home()

    def title_text(self) -> str:
        """What this is."""
        return _("Since last time")

    def lead(self) -> str:
        """Whose it is."""
        if not self.card.lines:
            return _("Nothing is written down for these days, and that is all right.")
        return _("You decide what is on it. Enter takes a line off, or puts it back.")

    def rows(self) -> Iterable[Choice]:
        """One row each, then the page."""
        for n, line in enumerate(self.card.lines):
            yield Choice(line, f"line:{n}", mark="○" if line in self.card.off else "●")
        yield Choice(" ")
        yield Choice(_("Add a line"), "add:", "a", mark="›")
        if self.card.shown:
            yield Choice(_("A page to print (opens in a browser)"), "save:page", "p", mark="›")
            yield Choice(_("Plain text"), "save:text", "t", mark="›")

    def below(self) -> str:
        """What a page would say."""
        return "\n".join(f"· {line}" for line in self.card.shown) if self.card.off else ""

    async def chosen(self, what: str, which: str) -> None:
        """Take a line off or put it back; add one; or write the page."""
        match what:
            case "add":
                self.ask(_("One more line:"), self._add)
            case "save":
                self.run_worker(self._save(which))
            case _:
                self.card.turn(int(which))
                self.fill()

    def _add(self, line: str) -> None:
        self.card.own.append(line)
        self.fill()

    async def _save(self, form: str) -> None:
        try:
            file = await asyncio.to_thread(self.card.save, form, self.folder)
        except OSError as error:
            self.say(not_written(error, self.folder))
        else:
            self.say(_("● Written to {file}. Whoever can open it can read it.").format(file=file))

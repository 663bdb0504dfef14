"""What takes a while and is then told in plain lines, away from the screen while it is done."""

import asyncio
from collections.abc import Callable, Iterable

from textual import work
from textual.widget import Widget
from textual.widgets import Static

from peercompanion.data.whole import NotDone, Whole
from peercompanion.journal.index import Progress
from peercompanion.language import _
from peercompanion.sitting import Sitting
from peercompanion.tui.page import text
from peercompanion.tui.screens.asking import AskingPage

LOOK = 0.5
"""Seconds between two lines on how far it is."""


class Doing(AskingPage):
    """A page that does one thing at a time with all that is kept. It says what came of it."""

    def __init__(self, sitting: Sitting) -> None:
        super().__init__(sitting)
        self.told: list[str] = []
        self.under_way = False
        self._far = (0, 0)

    @property
    def whole(self) -> Whole:
        """All that is kept."""
        return self.sitting.kept.whole

    def above(self) -> Iterable[Widget]:
        """What was done, or is in the way."""
        yield text("", id="told")

    def fill(self) -> None:
        """Show what came of it, and what can be chosen now."""
        super().fill()
        self.tell(self.told)

    def tell(self, lines: Iterable[str]) -> None:
        """Say this."""
        self.query_one("#told", Static).update("\n".join(lines))

    @work
    async def do(
        self,
        what: Callable[[Progress], Iterable[str]],
        then: Callable[[], None] = lambda: None,
        *,
        changes: bool = False,
    ) -> None:
        """Do it in a thread, saying how far it is; then tell what it told, or why it could not.

        Args:
            what: Is handed something to say how far it is.
            then: Called before the lines are shown.
            changes: What is kept may be another thing afterwards.
        """
        if self.under_way:
            return
        self.under_way = True
        timer = self.set_interval(LOOK, self._tell_how_far)
        try:
            self.told = await asyncio.to_thread(self._done, what, changes=changes)
        finally:
            self.under_way = False
            timer.stop()
        then()
        self.fill()
        self.focus_rows()

    def _done(self, what: Callable[[Progress], Iterable[str]], *, changes: bool) -> list[str]:
        try:
            return list(what(self._went_on))
        except NotDone as problem:
            return [str(problem)]
        finally:
            if changes:
                self.sitting.read_again(self.today)
                self.sitting.copy_plan(self.app.region)

    def _went_on(self, done: int, of: int) -> None:
        self._far = (done, of)

    def _tell_how_far(self) -> None:
        done, of = max(self._far, self.whole.history.far)
        far = _("{done} of {of} files are read.").format(done=done, of=of)
        self.tell([_("This may take a moment."), *([far] if 0 < done < of else [])])

"""Days off: until when, in one go."""

from collections.abc import Iterable

from peercompanion.daily import away
from peercompanion.language import _
from peercompanion.tui.screens.asking import AskingPage
from peercompanion.tui.widgets.choices import Choice


class Away(AskingPage):
    """Nothing is asked of these days, and nothing is counted down."""

    def title_text(self) -> str:
        """Where this is."""
        return _("Away until …")

    def lead(self) -> str:
        """What it does."""
        return away.lead()

    def rows(self) -> Iterable[Choice]:
        """A row for each day."""
        return away.rows(self.today)

    async def chosen(self, what: str, which: str) -> None:
        """Keep it."""
        outcome = away.chosen(f"{what}:{which}".rstrip(":"), self.days, self.now)
        self.follow(outcome, self.if_shown(self.app.pop_screen))

"""Guided tools: worksheets and pages, walked through like any exercise."""

from collections.abc import Iterable

from peercompanion.daily import tools
from peercompanion.language import _
from peercompanion.tui.screens.asking import AskingPage
from peercompanion.tui.widgets.choices import Choice


class Tools(AskingPage):
    """All of them: those that ask something first, then those to read."""

    def title_text(self) -> str:
        """Where this is."""
        return _("Guided tools")

    def lead(self) -> str:
        """What they are."""
        return tools.lead()

    def rows(self) -> Iterable[Choice]:
        """One row each."""
        return tools.rows(self.sitting, self.app.leave_out)

    async def chosen(self, what: str, which: str) -> None:
        """Open one."""
        self.app.open_link(f"{what}:{which}")

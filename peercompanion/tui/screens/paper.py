"""The plan on paper: which parts, and in which form. A file is written only when asked for."""

from collections.abc import Iterable

from peercompanion.language import _
from peercompanion.planning.on_paper import OnPaper
from peercompanion.sitting import Sitting
from peercompanion.tui.screens.asking import AskingPage
from peercompanion.tui.widgets.choices import Choice


class PaperPage(AskingPage):
    """Parts are chosen one by one; private ones are left out unless chosen.

    Args:
        sitting: What was read.
        full: The plan's full id.
        region: Whose help lines go onto it.
    """

    def __init__(self, sitting: Sitting, full: str, region: str | None) -> None:
        super().__init__(sitting)
        self.paper = OnPaper(sitting, full, region)
        self.told = ""
        """What came of the last choice."""

    def title_text(self) -> str:
        """What this is."""
        return _("On paper")

    def lead(self) -> str:
        """What is asked, or where the file is now."""
        return self.told or _("What goes onto the page?")

    def rows(self) -> Iterable[Choice]:
        """The parts, then the forms."""
        return self.paper.rows()

    def below(self) -> str:
        """Where it goes."""
        return self.paper.where()

    async def chosen(self, what: str, which: str) -> None:
        """Choose a part, or write the file and say so where it is seen."""
        self.told = self.paper.chosen(what, which)
        self.fill()
        if self.told:
            self.query_one(".body").scroll_home(animate=False)

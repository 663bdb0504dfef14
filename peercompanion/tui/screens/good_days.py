"""The good days box: lines worth keeping, and what else a person has named."""

from collections.abc import Iterable

from peercompanion.daily import good_days
from peercompanion.language import _
from peercompanion.tui.screens.asking import AskingPage
from peercompanion.tui.widgets.choices import Choice


class GoodDays(AskingPage):
    """The latest line first; under it strengths, people and places that were named."""

    PLACE = "good-days"

    def title_text(self) -> str:
        """Where this is."""
        return _("Good days box")

    def lead(self) -> str:
        """What it is for."""
        return good_days.lead()

    def rows(self) -> Iterable[Choice]:
        """One row saves another line."""
        yield Choice(_("A line worth keeping"), "add", "a", mark="›")

    def below(self) -> str:
        """The lines under their headings."""
        parts = [
            "\n".join([*filter(None, [heading]), *(f"· {line}" for line in lines)])
            for heading, lines in good_days.lines(self.days)
            if lines
        ]
        return "\n\n".join(parts)

    async def chosen(self, what: str, which: str) -> None:
        """Save a line."""
        self.follow(good_days.one_more(self.now))

"""The good days box: lines worth keeping, and what else a person has named."""

from collections.abc import Iterable

from peercompanion.language import _
from peercompanion.practice import keeping
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
        return _("Lines worth keeping, in your words, for a day that needs them.")

    def rows(self) -> Iterable[Choice]:
        """One row saves another line."""
        yield Choice(_("A line worth keeping"), "add", "a", mark="›")

    def below(self) -> str:
        """The lines, the latest first, then what else was named."""
        return "\n".join(self._lines())

    def _lines(self) -> Iterable[str]:
        for heading, kind in (
            ("", "good-day"),
            (_("Strengths"), "strength"),
            (_("People"), "person"),
            (_("Places"), "place"),
        ):
            texts = self.days.texts(kind)
            if texts and heading:
                yield f"\n{heading}"
            yield from (f"· {line}" for line in texts)

    async def chosen(self, what: str, which: str) -> None:
        """Save a line."""
        self.ask(_("A line worth keeping:"), self._keep_line)

    def _keep_line(self, line: str) -> None:
        self.keep(keeping.line(line, record_id=self.new_id(), at=self.now))

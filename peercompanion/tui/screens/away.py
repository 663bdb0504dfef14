"""Days off: until when, in one go."""

import datetime
from collections.abc import Iterable

from peercompanion.language import _, day_in_words
from peercompanion.practice import keeping
from peercompanion.tui.screens.asking import AskingPage
from peercompanion.tui.widgets.choices import Choice

DAYS = (1, 2, 3, 4, 5, 6, 7, 14, 28)
"""How far away the offered days are."""


class Away(AskingPage):
    """Nothing is asked of these days, and nothing is counted down."""

    def title_text(self) -> str:
        """Where this is."""
        return _("Away until …")

    def lead(self) -> str:
        """What it does."""
        return _("Until which day? Everything waits as it is.")

    def rows(self) -> Iterable[Choice]:
        """A row for each day."""
        for number, days in enumerate(DAYS, start=1):
            day = self.today + datetime.timedelta(days=days)
            yield Choice(day_in_words(day), f"day:{day}", str(number))
        yield Choice(_("Another number of days"), "days", "d", mark="›")

    async def chosen(self, what: str, which: str) -> None:
        """Keep it."""
        if what == "day":
            self._until(datetime.date.fromisoformat(which))
        else:
            self.ask(_("How many days?"), self._days)

    def _days(self, line: str) -> None:
        if line.isdecimal() and 0 < int(line) <= 999:
            self._until(self.today + datetime.timedelta(days=int(line)))
        else:
            self.say(_("A number such as 10."))

    def _until(self, day: datetime.date) -> None:
        off = self.days.off(self.today)
        first = off[0] if off else self.today
        self.keep(keeping.away(first, day, self.now), self._done)

    def _done(self) -> None:
        self.app.pop_screen()

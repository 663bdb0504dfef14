"""A month or a whole year: which one is looked at, and its days in words."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass

from peercompanion.practice import day_words, weeks
from peercompanion.practice.days import Days


@dataclass
class Calendar:
    """What is looked at.

    Attributes:
        at: The first day of the month at hand.
        whole_year: Its year rather than the month.
    """

    at: datetime.date
    whole_year: bool = False

    @property
    def title(self) -> str:
        """Which month or year it is."""
        return str(self.at.year) if self.whole_year else day_words.month_in_words(self.at)

    @property
    def months(self) -> tuple[datetime.date, ...]:
        """The first day of each month that is looked at."""
        return weeks.months_of(self.at.year) if self.whole_year else (self.at,)

    def by(self, steps: int) -> None:
        """Go so many months or years on, or back."""
        self.at = weeks.by_months(self.at, steps * (12 if self.whole_year else 1))

    def counted(self, known: Days) -> str:
        """On how many of its days somebody showed up."""
        days = [day for month in self.months for day in weeks.month_of(month)]
        return day_words.days_counted(known.days_in(days))

    def told(self, known: Days, today: datetime.date) -> Iterable[str]:
        """It in words: a line for each day of which something is said, or for each month."""
        if self.whole_year:
            return day_words.months_told(known, self.at.year, today)
        return day_words.days_told(known, self.at, today)

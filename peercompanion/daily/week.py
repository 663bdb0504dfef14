"""The week as it begins where the person lives."""

import datetime
from collections.abc import Iterable

from peercompanion import preferences
from peercompanion.language import short_weekdays, weekdays
from peercompanion.practice import weeks
from peercompanion.practice.choice import Choice
from peercompanion.practice.day_words import weekdays_in_words


def begins() -> int:
    """The first day of the week, 0 for Monday."""
    return weeks.week_begins(preferences.default_region())


def of(day: datetime.date) -> tuple[datetime.date, ...]:
    """The seven days of a day's week."""
    return weeks.week_of(day, begins())


def in_words(days: tuple[int, ...]) -> str:
    """Days of the week by their short names."""
    return weekdays_in_words(days, short_weekdays(), begins())


def rows(chosen: tuple[int, ...]) -> Iterable[Choice]:
    """A row for each day of the week; none chosen is any day."""
    names, first = weekdays(), begins()
    for day in ((first + number) % 7 for number in range(7)):
        mark = "●" if day in chosen or not chosen else "○"
        yield Choice(names[day], f"weekday:{day}", mark=mark)

"""Days off: until when, in one go. Nothing is asked of these days, and nothing counted down."""

import datetime
from collections.abc import Iterable

from peercompanion.language import _, day_in_words
from peercompanion.practice import keeping
from peercompanion.practice.choice import Choice, Outcome, Question
from peercompanion.practice.days import Days

DAYS = (1, 2, 3, 4, 5, 6, 7, 14, 28)
"""How far away the offered days are."""
LONGEST = 999


def lead() -> str:
    """What it does."""
    return _("Until which day? Everything waits as it is.")


def rows(today: datetime.date) -> Iterable[Choice]:
    """A row for each day."""
    for number, days in enumerate(DAYS, start=1):
        day = today + datetime.timedelta(days=days)
        yield Choice(day_in_words(day), f"days:{days}", str(number))
    yield Choice(_("Another number of days"), "other", "d", mark="›")


def chosen(row: str, days: Days, now: datetime.datetime) -> Outcome:
    """Keep it."""
    if row == "other":
        return Question(_("How many days?"), lambda line: _until(line, days, now), most=LONGEST)
    return _until(row.partition(":")[2], days, now)


def _until(said: str, days: Days, now: datetime.datetime) -> Outcome:
    today = now.date()
    if not (said.isascii() and said.isdecimal() and 0 < int(said[:5]) <= LONGEST):
        return _("A number such as 10.")
    off = days.off(today)
    until = today + datetime.timedelta(days=int(said))
    return (keeping.away(off[0] if off else today, until, now),)

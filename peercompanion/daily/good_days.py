"""The good days box: lines worth keeping, and what else a person has named."""

import datetime
from collections.abc import Iterable

from peercompanion.kept import new_id
from peercompanion.language import _
from peercompanion.practice import keeping
from peercompanion.practice.choice import Outcome, Question
from peercompanion.practice.days import Days


def lead() -> str:
    """What it is for."""
    return _("Lines worth keeping, in your words, for a day that needs them.")


def lines(days: Days) -> Iterable[tuple[str, tuple[str, ...]]]:
    """Headings with what stands under them: the lines, the latest first, then what was named."""
    yield "", days.texts("good-day")
    yield _("Strengths"), days.texts("strength")
    yield _("People"), days.texts("person")
    yield _("Places"), days.texts("place")


def one_more(now: datetime.datetime) -> Outcome:
    """Keep one more line."""
    return Question(
        _("A line worth keeping:"),
        lambda line: (keeping.line(line, record_id=new_id(now), at=now),),
    )

"""A talk with a peer supporter, for both faces: the card since last time, and words offered."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import cast

from peercompanion import paper
from peercompanion.language import _
from peercompanion.packs.library import Library
from peercompanion.packs.models.words import Wording
from peercompanion.practice import note_guard
from peercompanion.practice.session import SINCE, SummaryLine, since_last_time
from peercompanion.printing import save
from peercompanion.sitting import Sitting

FORMS = {"page": ".html", "text": ".txt"}
"""What it can be written as, with what file names end in."""


@dataclass
class Card:
    """What was practised, what helped, steps, one hope: each line on it, or off."""

    lines: list[str]
    day: datetime.date
    off: set[int] = field(default_factory=set)

    @classmethod
    def of(cls, sitting: Sitting, today: datetime.date) -> "Card":
        """The card of a day."""
        hopes = [goal.text for goal in sitting.days.goals.values() if not goal.over]
        titles = {full: head.title for full, head in sitting.heads.items()}
        steps = sitting.days.steps.values()
        return cls(since_last_time(sitting.records, steps, hopes, titles, today - SINCE), today)

    @property
    def shown(self) -> list[str]:
        """The lines that are on it."""
        return [line for n, line in enumerate(self.lines) if n not in self.off]

    def turn(self, at: int) -> None:
        """Take a line off, or put it back."""
        self.off ^= {at}

    def save(self, form: str, folder: Path) -> Path:
        """Write it to a new file, as one of `FORMS`.

        Raises:
            OSError: It could not be written.

        """
        foot = _("This page is yours. It is not a medical record.")
        page = paper.Sheet(_("Since last time"), (paper.Block("", tuple(self.shown)),), foot=foot)
        text = paper.as_text(page) if form == "text" else paper.as_html(page)
        return save(text, folder, f"since-last-time-{self.day}{FORMS[form]}")


def kinder_words(lines: Iterable[SummaryLine], library: Library) -> list[str]:
    """Everyday words, where a line is somebody's about another; it only offers."""
    try:
        wording = cast("Wording", library.words("wording"))
    except LookupError:
        return []
    found = (
        offer
        for line in lines
        for offer in note_guard.offers(line.text, wording, own_words=line.whose == "mine")
    )
    return [note_guard.in_words(offer) for offer in found]

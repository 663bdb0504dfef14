"""A talk with a peer supporter, for both faces: the card, the summary, and words offered."""

import datetime
from collections.abc import Collection, Iterable
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import cast

from peercompanion import paper
from peercompanion.kept import Draft, NotKept
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

    found: list[str]
    day: datetime.date
    own: list[str] = field(default_factory=list)
    """Lines the person added."""
    off: set[str] = field(default_factory=set)

    @classmethod
    def of(cls, sitting: Sitting, today: datetime.date) -> "Card":
        """The card of a day; what was done to it in this sitting stays so."""
        hopes = [goal.text for goal in sitting.days.goals.values() if not goal.over]
        titles = {full: head.title for full, head in sitting.heads.items()}
        steps = sitting.days.steps.values()
        found = since_last_time(sitting.records, steps, hopes, titles, today - SINCE)
        before = sitting.card
        sitting.card = cls(found, today, before.own, before.off) if before else cls(found, today)
        return sitting.card

    @property
    def lines(self) -> list[str]:
        """All lines there could be, each once."""
        return list(dict.fromkeys((*self.found, *self.own)))

    @property
    def shown(self) -> list[str]:
        """The lines that are on it."""
        return [line for line in self.lines if line not in self.off]

    def turn(self, at: int) -> None:
        """Take a line off, or put it back."""
        self.off ^= {self.lines[at]}

    def save(self, form: str, folder: Path) -> Path:
        """Write it to a new file, as one of `FORMS`.

        Raises:
            OSError: It could not be written.

        """
        foot = _("This page is yours. It is not a medical record.")
        page = paper.Sheet(_("Since last time"), (paper.Block("", tuple(self.shown)),), foot=foot)
        text = paper.as_text(page) if form == "text" else paper.as_html(page)
        return save(text, folder, f"since-last-time-{self.day}{FORMS[form]}")


SUMMARY = "summary"
"""What the draft of a summary is called."""


@dataclass
class Agreeing:
    """A summary on its way: its lines wait as a draft until they are kept or taken off."""

    sitting: Sitting
    lines: list[SummaryLine] = field(init=False)

    def __post_init__(self) -> None:
        """Take up what waits."""
        self.lines = []
        draft = self.sitting.draft(SUMMARY)
        for row in draft.answers.values() if draft else ():
            match row:
                case [str(text), ("mine" | "ours" | "theirs") as whose, str(agreed)]:
                    self.lines.append(SummaryLine(text, whose, bool(agreed)))

    def wait(self, at: datetime.datetime) -> None:
        """Write down the lines as they are, or nothing where there are none."""
        if not self.lines:
            self.sitting.kept.drop_draft(SUMMARY)
            return
        rows = {
            str(number): [line.text, line.whose, "agreed" * line.kept]
            for number, line in enumerate(self.lines)
        }
        with suppress(NotKept):
            self.sitting.kept.save_draft(Draft(SUMMARY, False, at, "", rows))

    @property
    def agreed(self) -> list[SummaryLine]:
        """The lines that both agreed on so far."""
        return [line for line in self.lines if line.kept]

    def kept(self, agreed: Collection[SummaryLine]) -> None:
        """These are kept now; others, and what was changed meanwhile, are still to be agreed on."""
        self.lines = [line for line in self.lines if line not in agreed]


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

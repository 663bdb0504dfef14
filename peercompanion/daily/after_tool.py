"""After a tool or a check-in: what was written is kept or goes, and lines find their place.

The record comes first; then one thing is asked at a time.
"""

import datetime
from collections.abc import Iterable, Mapping

from peercompanion.kept import new_id
from peercompanion.language import _
from peercompanion.practice import produced
from peercompanion.practice.answers import filled, in_words
from peercompanion.practice.choice import Choice, Outcome, digit
from peercompanion.practice.player import Player
from peercompanion.practice.produced import Line
from peercompanion.practice.records import CheckIn, Record
from peercompanion.sitting import Sitting


class AfterTool:
    """What is asked after a walk.

    Args:
        record: What the walk leaves, without what only the person can say to keep.
        item: The guide, as `tool:core/weighing`.
        player: The walk.
        sitting: What was read.

    Attributes:
        part: What is asked: `keep`, `places` or `next`.
        lines: What can go somewhere; those in `placed` are there.
    """

    def __init__(self, record: Record, item: str, player: Player, sitting: Sitting) -> None:
        self.record = record
        self.item = item
        self.player = player
        self.sitting = sitting
        self.lines = produced.lines(player)
        self.placed = {line for line in self.lines if produced.known(line, sitting.days)}
        self._going: set[Line] = set()
        self.part = "keep"
        if not self._written():
            self._settle("places")

    def _written(self) -> bool:
        kept = self.player.kept_answers
        return kept(said_so=True) != kept(said_so=False)

    @property
    def worth_keeping(self) -> bool:
        """Whether the record is to be kept as it is, before anything is asked."""
        return self.player.worth_keeping or self.player.finished

    # What is asked

    def lead(self) -> str:
        """The question at hand."""
        return {
            "keep": _("Keep what you wrote?"),
            "places": _("Each of these can go where it belongs."),
            "next": _("And now?"),
        }[self.part]

    def rows(self) -> Iterable[Choice]:
        """Its answers."""
        if self.part == "keep":
            yield Choice(_("Keep it, on this computer"), "keep", "1")
            yield Choice(_("Let it go"), "let-go", "2")
        elif self.part == "places":
            for number, line in enumerate(self.lines, start=1):
                mark = "●" if line in self.placed else "○"
                where = produced.where(line, self.sitting.section_title)
                words = ", ".join([line.text, *line.marks])
                yield Choice(words, f"place:{number - 1}", digit(number), where, mark=mark)
            yield Choice(_("Go on"), "next", "g", mark="›")
        elif isinstance(self.record, CheckIn):
            yield Choice(_("Something for now"), "right-now", "1", mark="›")
            yield Choice(_("Someone to talk with"), "help", "2", mark="›")
            yield Choice(_("That is enough"), "enough", "3", mark="›")
        else:
            yield Choice(_("That is enough"), "enough", "1")
            yield Choice(_("Once more"), "again", "2")

    def last_words(self, names: Mapping[str, str]) -> str:
        """What the guide says at its end, once nothing can be lost any more."""
        after = self.player.guide.after
        if not after or self.part == "keep":
            return ""
        return filled(after, names, in_words(self.player.steps, self.player.answers))

    # Answers

    def chosen(self, row: str, now: datetime.datetime) -> Outcome:
        """Take an answer; what is to be kept is settled by `kept`.

        `again`, `right-now`, `help` and `enough` are ways out, and for the face to go.
        """
        what, _colon, which = row.partition(":")
        match what:
            case "keep":
                self.record = produced.left_by(
                    self.player,
                    self.item.rpartition(":")[2],
                    record_id=self.record.id,
                    at=self.record.at,
                    like=None,
                    said_so=True,
                )
                return (self.record,)
            case "place":
                return self._place(self.lines[int(which)], now)
            case "let-go":
                self._settle("next")
            case _:
                self.part = "next"
        return ()

    def _place(self, line: Line, now: datetime.datetime) -> Outcome:
        """Put a line where it belongs, once."""
        if line in self.placed | self._going:
            return ()
        self._going.add(line)
        record = produced.record(
            line,
            self.player,
            self.sitting.days,
            new_id=lambda kind: f"{kind}:{new_id(now)}" if kind else new_id(now),
            at=now,
            plan_of=self.sitting.plan_of,
        )
        return (record,)

    def kept(self, row: str) -> None:
        """Know that what came of a row is on the disk."""
        what, _colon, which = row.partition(":")
        if what == "keep":
            self._settle("places")
        else:
            self.placed.add(self.lines[int(which)])

    def not_kept(self) -> None:
        """What could not be kept can be tried again."""
        self._going.clear()

    def _settle(self, part: str) -> None:
        """Whether it is kept is said: the draft goes."""
        self.sitting.kept.drop_draft(self.item)
        self.part = part if self.lines else "next"

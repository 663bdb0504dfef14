"""A summary agreed on line by line, in lines of text."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from peercompanion.language import _
from peercompanion.practice.choice import Choice
from peercompanion.practice.records import Summary
from peercompanion.practice.session import (
    SummaryLine,
    as_text,
    at_line,
    changed,
    starters,
    summary,
    whose_words,
)
from peercompanion.session import Agreeing, kinder_words

if TYPE_CHECKING:
    from peercompanion.plain.companion import Companion


class SummaryOf:
    """Line by line. What is kept is the agreed lines alone; the others wait here as a draft."""

    def __init__(self, face: "Companion") -> None:
        self.face = face
        self.talk = face.talk
        self.agreeing = Agreeing(face.sitting)

    @property
    def lines(self) -> list[SummaryLine]:
        """The lines so far."""
        return self.agreeing.lines

    def run(self) -> None:
        """Offer the lines, and to keep those that are agreed on."""
        self.talk.say(_("Only if you want one. Line by line, in your words. It is yours."))
        self.talk.say(_("For example:"), *starters())
        self.talk.room(_("A summary"), lambda: list(self._rows()), self._chosen)

    def _rows(self) -> Iterable[Choice]:
        yield Choice(_("Add a line"), "add")
        for number, line in enumerate(self.lines):
            agreed = _("agreed") if line.kept else ""
            note = " · ".join(filter(None, [whose_words()[line.whose], agreed]))
            yield Choice(line.text, str(number), note=note)
        if any(line.kept for line in self.lines):
            yield Choice(_("Keep what we agreed on"), "keep")
        yield Choice(_("What we agreed on before"), "earlier")

    def _chosen(self, chosen: str) -> None:
        match chosen:
            case "add":
                if line := self.talk.line(_("One line, or Enter for none:")):
                    self.lines.append(SummaryLine(line))
            case "keep":
                self._keep()
            case "earlier":
                self._earlier()
            case number:
                self._change(int(number))
        self.agreeing.wait(self.face.clock.now())

    def _earlier(self) -> None:
        """Say one of those that were kept, as its file has it."""
        found = self.face.kept.every("summary", Summary)
        if not found:
            self.talk.say(_("Nothing is kept here yet, and that is all right."))
            return
        rows = [Choice(f"{one.day:%d %b %Y}", str(n)) for n, one in enumerate(found)]
        self.talk.say(*as_text(found[int(self.talk.choose(rows))]).splitlines())

    def _change(self, at: int) -> None:
        self.talk.say(*kinder_words([self.lines[at]], self.face.sitting.library))
        what = self.talk.choose(at_line(self.lines[at]))
        changed(self.lines, at, what)
        if what == "reword":
            said = self.talk.line(_("Say it differently, or Enter to leave it:"))
            self.lines[at] = self.lines[at].reworded(said or self.lines[at].text)

    def _keep(self) -> None:
        agreed = self.agreeing.agreed
        record = summary(agreed, record_id=self.face.new_id(), at=self.face.clock.now())
        if not self.face.keep(record):
            return
        self.agreeing.kept(agreed)
        with self.face.keeping():
            file = self.face.sitting.kept.copy_summary(record.day, as_text(record))
            self.talk.say(_("A copy to read lies here:"))
            self.talk.voice.row(str(file))

"""The agreed summary: line by line, whose words each is, kept only when both say so."""

from collections.abc import Iterable
from typing import cast

from peercompanion.kept import NotKept
from peercompanion.language import _
from peercompanion.packs.models.words import Wording
from peercompanion.practice.note_guard import offers
from peercompanion.practice.session import (
    SummaryLine,
    as_text,
    starters,
    summary,
    whose_words,
)
from peercompanion.sitting import Sitting
from peercompanion.tui.screens.asking import AskingPage
from peercompanion.tui.widgets.choices import Choice


class SummaryPage(AskingPage):
    """Nothing is written down before it is asked for, and then the agreed lines alone."""

    def __init__(self, sitting: Sitting) -> None:
        super().__init__(sitting)
        self.lines: list[SummaryLine] = []
        self.at: int | None = None
        """The line that is looked at."""

    def title_text(self) -> str:
        """What this is."""
        return _("A summary we agree on")

    def lead(self) -> str:
        """Whose it is."""
        if self.at is not None:
            return self.lines[self.at].text
        return _("Only if you want one. Line by line, in your words. It is yours.")

    def rows(self) -> Iterable[Choice]:
        """The lines; or, at one of them, what can be done with it."""
        if self.at is not None:
            yield from self._at_line(self.lines[self.at])
            return
        words = whose_words()
        for n, line in enumerate(self.lines):
            mark = "●" if line.kept else "○"
            yield Choice(line.text, f"line:{n}", mark=mark, note=words[line.whose])
        yield Choice(_("Add a line"), "add:", "a", mark="›")
        if any(line.kept for line in self.lines):
            yield Choice(_("Keep what we agreed on"), "keep:", "k", mark="›")

    def _at_line(self, line: SummaryLine) -> Iterable[Choice]:
        yield Choice(
            _("Not agreed after all") if line.kept else _("Agreed: keep it"), "agree:", "1"
        )
        yield Choice(_("Say it differently"), "reword:", "2")
        yield Choice(_("Take it off"), "drop:", "3")
        yield Choice(_("Whose words"), "whose:", "4", note=whose_words()[line.whose])
        yield Choice(_("Back to all lines"), "back:", "5")

    def below(self) -> str:
        """Everyday words, where a line is somebody's about another; it only offers."""
        lines = self.lines if self.at is None else [self.lines[self.at]]
        found = [
            offer
            for line in lines
            for offer in offers(line.text, self._wording(), own_words=line.whose == "mine")
        ]
        kinder = _("“{word}” could be “{say}”.")
        plain = _("“{word}” could be left out, or said in everyday words.")
        return "\n".join((kinder if o.say else plain).format(word=o.word, say=o.say) for o in found)

    def _wording(self) -> Wording:
        try:
            return cast("Wording", self.sitting.library.words("wording"))
        except LookupError:
            return Wording()

    async def chosen(self, what: str, which: str) -> None:
        """Do one of these."""
        match what:
            case "add":
                self.ask(_("One line:"), self._add, starters=starters())
                return
            case "line":
                self.at = int(which)
            case "keep":
                self._keep()
                return
            case "reword" if self.at is not None:
                self.ask(_("Say it differently:"), self._reword, self.lines[self.at].text)
                return
            case _:
                self._change(what)
        self.fill()

    def _change(self, what: str) -> None:
        if self.at is None:
            return
        line = self.lines[self.at]
        match what:
            case "agree":
                self.lines[self.at] = SummaryLine(line.text, line.whose, not line.kept)
                self.at = None
            case "whose":
                self.lines[self.at] = line.turned()
            case "drop":
                del self.lines[self.at]
                self.at = None
            case _:
                self.at = None

    def _add(self, line: str) -> None:
        self.lines.append(SummaryLine(line))
        self.fill()

    def _reword(self, line: str) -> None:
        if self.at is not None:
            self.lines[self.at] = self.lines[self.at].reworded(line)
        self.fill()

    def _keep(self) -> None:
        record = summary(self.lines, record_id=self.new_id(), at=self.now)

        def then() -> None:
            try:
                file = self.sitting.kept.copy_summary(record.day, as_text(record))
            except NotKept as problem:
                self.say(str(problem))
            else:
                self.say(_("● Kept on this computer, and to read in {file}.").format(file=file))

        self.keep(record, then)

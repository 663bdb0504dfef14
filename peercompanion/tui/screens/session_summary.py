"""The agreed summary: line by line, whose words each is, kept only when both say so."""

import asyncio
from collections.abc import Iterable
from dataclasses import replace

from peercompanion.kept import NotKept
from peercompanion.language import _
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
from peercompanion.session import kinder_words
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
            for row in at_line(self.lines[self.at]):
                yield replace(row, id=f"{row.id}:")
            yield Choice(_("Back to all lines"), "back:", "5")
            return
        words = whose_words()
        for n, line in enumerate(self.lines):
            mark = "●" if line.kept else "○"
            yield Choice(line.text, f"line:{n}", mark=mark, note=words[line.whose])
        yield Choice(_("Add a line"), "add:", "a", mark="›")
        if any(line.kept for line in self.lines):
            yield Choice(_("Keep what we agreed on"), "keep:", "k", mark="›")

    def below(self) -> str:
        """Everyday words, where a line is somebody's about another; it only offers."""
        lines = self.lines if self.at is None else [self.lines[self.at]]
        return "\n".join(kinder_words(lines, self.sitting.library))

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
        if self.at is not None:
            changed(self.lines, self.at, what)
        if what != "whose":
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
            self.run_worker(self._copy(record))

        self.keep(record, then)

    async def _copy(self, record: Summary) -> None:
        kept = self.sitting.kept
        try:
            file = await asyncio.to_thread(kept.copy_summary, record.day, as_text(record))
        except NotKept as problem:
            self.say(str(problem))
        else:
            self.say(_("● Kept on this computer, and to read in {file}.").format(file=file))

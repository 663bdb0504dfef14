"""The agreed summary: line by line, whose words each is, kept only when both say so."""

import asyncio
from collections.abc import Iterable
from dataclasses import replace
from functools import partial

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
from peercompanion.session import Agreeing, kinder_words
from peercompanion.sitting import Sitting
from peercompanion.tui.screens.asking import AskingPage
from peercompanion.tui.widgets.choices import Choice


class SummaryPage(AskingPage):
    """Line by line. What is kept is the agreed lines alone; the others wait here as a draft."""

    PLACE = "summary"

    def __init__(self, sitting: Sitting) -> None:
        super().__init__(sitting)
        self.agreeing = Agreeing(sitting)
        self._saving = asyncio.Lock()
        self.at: int | None = None
        """The line that is looked at."""

    @property
    def lines(self) -> list[SummaryLine]:
        """The lines so far."""
        return self.agreeing.lines

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
                yield replace(row, id=f"{row.id}:{self.at}")
            yield Choice(_("Back to all lines"), "back:", "5")
            return
        words = whose_words()
        for n, line in enumerate(self.lines):
            mark = "●" if line.kept else "○"
            yield Choice(line.text, f"line:{n}", mark=mark, note=words[line.whose])
        yield Choice(_("Add a line"), "add:", "a", mark="›")
        if any(line.kept for line in self.lines):
            yield Choice(_("Keep what we agreed on"), "keep:", "k", mark="›")
        yield Choice(" ")
        yield Choice(_("What we agreed on before"), "earlier:", "b", mark="›")

    def below(self) -> str:
        """Everyday words, where a line is somebody's about another; it only offers."""
        lines = self.lines if self.at is None else [self.lines[self.at]]
        return "\n".join(kinder_words(lines, self.sitting.library))

    async def chosen(self, what: str, which: str) -> None:
        """Do one of these."""
        at = int(which) if which else None
        match what:
            case "line" if at in range(len(self.lines)):
                self.at = at
                self.fill()
            case "keep":
                self._keep()
            case "earlier":
                self.app.push_screen(Earlier(self.sitting))
            case "reword" if at is not None and at < len(self.lines):
                self.at = at
                line = self.lines[at]
                self.ask(_("Say it differently:"), partial(self._reword, line), line.text)
            case "add" | "reword":
                self.ask(_("One line:"), self._add, starters=starters())
            case _:
                self._change(what)

    def _change(self, what: str) -> None:
        if self.at is not None:
            changed(self.lines, self.at, what)
        if what != "whose":
            self.at = None
        self._changed()

    def _add(self, line: str) -> None:
        self.lines.append(SummaryLine(line))
        self._changed()

    def _reword(self, before: SummaryLine, line: str) -> None:
        if before in self.lines:
            self.lines[self.lines.index(before)] = before.reworded(line)
            self._changed()
        else:  # kept meanwhile as it was
            self._add(line)

    def _changed(self) -> None:
        self.fill()
        self.app.run_worker(self._wait())  # the app's, so that leaving does not cut it short

    async def _wait(self) -> None:
        async with self._saving:
            await asyncio.to_thread(self.agreeing.wait, self.now)

    def _keep(self) -> None:
        if self._on_the_way:
            return
        agreed = self.agreeing.agreed
        record = summary(agreed, record_id=self.new_id(), at=self.now)

        def told(problem: str | None) -> None:
            if problem is None:  # what is kept is agreed on no more, also where this page was left
                self.at = None
                self.agreeing.kept(agreed)
                self.app.run_worker(self._settle(record))
            self._told(None, problem)

        self.say("")
        self._on_the_way += 1
        self.app.keep(record, told)

    async def _settle(self, record: Summary) -> None:
        await self._wait()
        kept = self.sitting.kept
        try:
            file = await asyncio.to_thread(kept.copy_summary, record.day, as_text(record))
        except NotKept as problem:
            said = str(problem)
        else:
            said = _("● Kept on this computer, and to read in {file}.").format(file=file)
        if self.query("#kept"):
            self.say(said)


class Earlier(AskingPage):
    """The summaries that were kept, the latest first; choosing one shows it."""

    def __init__(self, sitting: Sitting) -> None:
        super().__init__(sitting)
        self.kept_ones: list[Summary] = []
        self.at: int | None = None

    def title_text(self) -> str:
        """What these are."""
        return _("What we agreed on before")

    def on_mount(self) -> None:
        """Read them, away from the screen."""
        super().on_mount()
        self.run_worker(self._read())

    async def _read(self) -> None:
        self.kept_ones = await asyncio.to_thread(self.sitting.kept.every, "summary", Summary)
        self.fill()
        self.focus_rows()

    def lead(self) -> str:
        """The one at hand."""
        if self.at is not None:
            return as_text(self.kept_ones[self.at])
        return "" if self.kept_ones else _("Nothing is kept here yet, and that is all right.")

    def rows(self) -> Iterable[Choice]:
        """A day each, with the first line; or the way back to all of them."""
        if self.at is not None:
            yield Choice(_("See the others"), "others", "1")
            return
        for number, one in enumerate(self.kept_ones):
            key = str(number + 1) if number < 9 else ""
            first = one.lines[0].text if one.lines else ""
            yield Choice(f"{one.day:%d %b %Y}", f"one:{number}", key, first, mark="›")

    async def chosen(self, what: str, which: str) -> None:
        """See one, or all."""
        self.at = int(which) if what == "one" else None
        self.turn()

    async def leave(self) -> None:
        """Go back to all of them first."""
        if self.at is None:
            await super().leave()
        else:
            self.at = None
            self.turn()

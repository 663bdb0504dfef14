"""One part of a plan: the prompt, examples at hand, and the person's own lines."""

from collections.abc import Callable, Iterable
from dataclasses import replace

from textual.widget import Widget

from peercompanion.language import _
from peercompanion.practice import writing
from peercompanion.practice.plan import (
    Part,
    Section,
    Written,
    with_line,
    with_line_moved,
    without_line,
)
from peercompanion.sitting import Sitting
from peercompanion.tui.page import text
from peercompanion.tui.screens.asking import AskingPage
from peercompanion.tui.widgets.choices import Choice

Change = Callable[[Part], Part]


class SectionPage(AskingPage):
    """One prompt. Whatever is changed is kept at once; earlier versions stay.

    Args:
        sitting: What was read.
        full: The plan's full id.
        part: The part's id.
    """

    def __init__(self, sitting: Sitting, full: str, part: str) -> None:
        super().__init__(sitting)
        self.full = full
        self.part_id = part
        self.at: int | None = None
        """The line at hand."""

    def title_text(self) -> str:
        """The part's name."""
        return self.section.title

    @property
    def section(self) -> Section:
        """The part as it is now."""
        found = self.sitting.sections(self.full, hidden=True)
        return next(section for section in found if section.part.id == self.part_id)

    @property
    def line(self) -> Written | None:
        """The line at hand."""
        lines = self.section.lines
        return lines[self.at] if self.at is not None and self.at < len(lines) else None

    def lead(self) -> str:
        """The prompt, or the line at hand."""
        return self.line.text if self.line else self.section.prompt

    def above(self) -> Iterable[Widget]:
        """What else the pack says to it."""
        asks = self.section.asks
        for words in (asks.note, asks.tip) if asks else ():
            if words:
                yield text(words, "quiet")

    def below(self) -> str:
        """Examples from many people; they are never put in by themselves."""
        asks = self.section.asks
        if not asks or not asks.examples or self.line:
            return ""
        return _("From others:") + "\n" + "\n".join(f"· {each}" for each in asks.examples)

    # What can be chosen

    def rows(self) -> Iterable[Choice]:
        """The lines, then what can be done; or what can be done with the line at hand."""
        yield from self._line_rows() if self.line else self._part_rows()

    def _part_rows(self) -> Iterable[Choice]:
        section = self.section
        labels = self._labels()
        for number, line in enumerate(section.lines):
            notes = [labels.get(line.level, ""), _("confused while practising") * line.unclear]
            note = " · ".join(filter(None, notes))
            key = str(number + 1) if number < 9 else ""
            yield Choice(line.text, f"line:{number}", key, note, mark="●")
        for number, (level, label) in enumerate((labels or {"": _("Write a line")}).items()):
            yield Choice(label, f"write:{level}", "t" if not number else "", mark="›")
        for link, title in self._offered():
            yield Choice(_("Add: {title}").format(title=title), f"add:{link}", note=_("to open"))
        yield Choice(" ")
        shown = (
            _("Share this part when I print") if section.private else _("Keep this part private")
        )
        yield Choice(shown, "private", "p")
        yield Choice(_("Another name for it"), "rename", "r")
        yield Choice(_("Show it again") if section.part.hidden else _("Hide it"), "hide", "x")
        yield Choice(_("Earlier versions"), "versions", "v", mark="›")

    def _line_rows(self) -> Iterable[Choice]:
        assert self.line
        if self.line.link:
            yield Choice(_("Open it"), "open", "o", mark="›")
        yield Choice(_("Other words"), "change", "t", mark="›")
        yield Choice(_("Move up"), "move:-1", "u")
        yield Choice(_("Move down"), "move:1", "d")
        if self.line.level:
            shown = self.sitting.sentence("show-people")
            yield Choice(shown, "people", "p", mark="●" if self.line.people else "○")
        yield Choice(_("Take it out"), "drop", "x")
        yield Choice(_("Back to the part"), "done", "b")

    def _labels(self) -> dict[str, str]:
        plan, asks = self.sitting.plan(self.full), self.section.asks
        levels = asks.levels if asks else ()
        return {one.id: one.label for one in plan.level if one.id in levels} if plan else {}

    def _offered(self) -> Iterable[tuple[str, str]]:
        """Items of the pack, and help lines, that can be put in as a line."""
        asks = self.section.asks
        there = {line.link for line in self.section.lines}
        for link in asks.links if asks else ():
            kind, _colon, ref = link.partition(":")
            full = self.sitting.library.full_id(f"{kind}s", ref)
            item = self.sitting.library.item(f"{kind}s", full) if full else []
            if full and not isinstance(item, list) and f"{kind}:{full}" not in there:
                yield f"{kind}:{full}", item.title
        if asks and asks.lines:
            from peercompanion.packs.help_lines import first_lines

            for line in first_lines(self.app.region):
                if f"resource:{line.id}" not in there:
                    yield f"resource:{line.id}", line.title

    async def chosen(self, what: str, which: str) -> None:
        """Write, change or arrange."""
        match what:
            case "line":
                self.at = int(which)
                self.fill()
            case "write":
                self.ask(self.section.prompt, lambda line: self._put(Written(line, level=which)))
            case "add":
                title = dict(self._offered())[which]
                self._put(Written(title, link=which))
            case "rename":
                self.ask(_("What is it called?"), self._rename, self.section.title)
            case "private":
                self._change(lambda part: replace(part, private=not self.section.private))
            case "hide":
                self._change(lambda part: replace(part, hidden=not part.hidden))
            case "versions":
                from peercompanion.tui.screens.plan_versions import VersionsPage

                self.app.push_screen(VersionsPage(self.sitting, self.section))
            case _:
                self._of_the_line(what, which)

    def _of_the_line(self, what: str, which: str) -> None:
        line, at = self.line, self.at
        if line is None or at is None:
            return
        match what:
            case "open":
                self.app.open_link(line.link)
            case "change":
                self.ask(_("In other words"), lambda said: self._reword(line, said, at), line.text)
            case "move":
                by = int(which)
                self.at = min(max(at + by, 0), len(self.section.lines) - 1)
                self._change(lambda part: with_line_moved(part, at, by))
            case "people":
                self._put(replace(line, people=not line.people), at)
            case "drop":
                self.at = None
                self._change(lambda part: without_line(part, at))
            case _:
                self.at = None
                self.fill()

    # What is kept

    def _change(self, change: Change) -> None:
        self.keep(writing.part(change(self.section.part), self.now))

    def _put(self, line: Written, at: int | None = None) -> None:
        self._change(lambda part: with_line(part, line, at))

    def _reword(self, line: Written, said: str, at: int) -> None:
        self._put(replace(line, text=said, unclear=False), at)

    def _rename(self, title: str) -> None:
        self._change(lambda part: replace(part, title=title))

    async def leave(self) -> None:
        """Go back to the part first, then to the plan."""
        if self.line:
            self.at = None
            self.fill()
        else:
            await super().leave()

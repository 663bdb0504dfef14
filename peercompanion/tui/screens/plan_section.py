"""One part of a plan: the prompt, examples at hand, and the person's own lines."""

from collections.abc import Iterable

from textual.widget import Widget

from peercompanion.language import _
from peercompanion.planning import links
from peercompanion.planning.part import PartOfPlan
from peercompanion.practice.plan import Written
from peercompanion.sitting import Sitting
from peercompanion.tui.page import text
from peercompanion.tui.screens.asking import AskingPage
from peercompanion.tui.widgets.choices import Choice, Choices


class SectionPage(AskingPage):
    """One prompt. Whatever is changed is kept at once; earlier versions stay.

    Args:
        sitting: What was read.
        full: The plan's full id.
        part: The part's id.
        region: Whose help lines can be put in.
    """

    def __init__(self, sitting: Sitting, full: str, part: str, region: str | None) -> None:
        super().__init__(sitting)
        self.part = PartOfPlan(sitting, full, part, region, self.app.leave_out)
        self.at: int | None = None
        """The line at hand."""

    def place(self) -> str:
        """The part."""
        return f"part:{self.part.full}/{self.part.id}"

    def title_text(self) -> str:
        """The part's name."""
        return self.part.section.title

    @property
    def line(self) -> Written | None:
        """The line at hand."""
        return self.part.line(self.at)

    def lead(self) -> str:
        """The prompt, or the line at hand."""
        return self.line.text if self.line else self.part.section.prompt

    def above(self) -> Iterable[Widget]:
        """What else the pack says to it."""
        asks = self.part.section.asks
        for words in (asks.note, asks.tip) if asks else ():
            if words:
                yield text(words, "quiet")

    def below(self) -> str:
        """Examples from many people."""
        return "" if self.line else from_others(self.part.examples())

    def rows(self) -> Iterable[Choice]:
        """The lines, then what can be done; or what can be done with the line at hand."""
        if self.line is None or self.at is None:
            yield from self.part.rows()
            return
        yield from self.part.line_rows(self.at)
        yield Choice(_("Back to the part"), "done", "b")

    async def chosen(self, what: str, which: str) -> None:
        """Write, change or arrange."""
        match what:
            case "line":
                self.at = int(which)
                self.fill()
            case "done":
                self.at = None
                self.fill()
            case "change":  # also of a line left half-way, wherever it stands now
                self.at = self.part.place_of(which, self.at)
                if self.at is None:  # the line is gone meanwhile, and the words are not
                    self.follow(self.part.chosen("write", "", self.now))
                else:
                    self.follow(self.part.of_line(self.at, what, which, self.now))
            case "open" if self.line:
                self.app.open_link(self.line.link)
            case "link":
                self.app.push_screen(LinkPage(self.part, self.at))
            case "arrange":
                self.app.push_screen(ArrangePage(self.part))
            case _ if self.at is not None and self.line:
                at, self.at = self.at, self.part.place_after(self.at, what, which)
                self.follow(self.part.of_line(at, what, which, self.now))
            case _:
                self.follow(self.part.chosen(what, which, self.now))

    async def leave(self) -> None:
        """Go back to the part first, then to the plan."""
        if self.line:
            self.at = None
            self.fill()
        else:
            await super().leave()


class ArrangePage(AskingPage):
    """What can be done with a part as a whole."""

    def __init__(self, part: PartOfPlan) -> None:
        super().__init__(part.sitting)
        self.part = part

    def place(self) -> str:
        """The part as a whole."""
        return f"arrange:{self.part.full}/{self.part.id}"

    def title_text(self) -> str:
        """The part's name."""
        return self.part.section.title

    def rows(self) -> Iterable[Choice]:
        """Name, place, who sees it, and how it was."""
        return self.part.arranging()

    async def chosen(self, what: str, which: str) -> None:
        """Change it at once."""
        if what == "versions":
            from peercompanion.tui.screens.plan_versions import VersionsPage

            self.app.push_screen(VersionsPage(self.part))
        else:
            self.follow(self.part.chosen(what, which, self.now))


class LinkPage(AskingPage):
    """What a line can lead to: first what kind of thing, then which.

    Args:
        part: The part it is in.
        at: The line; None for a new one that is called like what it leads to.
    """

    def __init__(self, part: PartOfPlan, at: int | None) -> None:
        super().__init__(part.sitting)
        self.part = part
        self.line_at = at
        self.kind = ""

    def title_text(self) -> str:
        """The part's name."""
        return self.part.section.title

    def lead(self) -> str:
        """What is asked."""
        return _("Which one?") if self.kind else _("What would you like to have at hand here?")

    def rows(self) -> Iterable[Choice]:
        """The kinds, or all there are of one."""
        if self.kind:
            return links.targets(self.sitting, self.kind, self.part.region)
        return links.kinds(self.sitting)

    async def chosen(self, what: str, which: str) -> None:
        """See what there is of a kind, or take one."""
        if self.kind:
            link = f"{what}:{which}"
            title = next(row.title for row in self.rows() if row.id == link)
            linked = self.part.linked(link, title, self.now, self.line_at)
            self.follow(linked, self.if_shown(self.app.pop_screen))
        else:
            self.kind = what
            self.query_one("#rows", Choices).at = 0
            self.fill()

    async def leave(self) -> None:
        """Go back to the kinds first."""
        if self.kind:
            self.kind = ""
            self.fill()
        else:
            await super().leave()


def from_others(examples: Iterable[str]) -> str:
    """Examples at hand, under a heading; nothing where there are none."""
    lines = [f"· {each}" for each in examples]
    return "\n".join([_("From others:"), *lines]) if lines else ""

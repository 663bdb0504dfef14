"""All help lines of a region, by what each is for; and those for a talk, apart from danger."""

from collections.abc import Iterable
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.widget import Widget
from textual.widgets import Static

from peercompanion.language import _
from peercompanion.packs import help_lines
from peercompanion.packs.help_lines import HelpLine
from peercompanion.planning.lines import last_checked, only_inside
from peercompanion.practice.contacts import Contact, ways_to
from peercompanion.practice.opening_hours import open_first, said
from peercompanion.practice.words import region_name
from peercompanion.sitting import Sitting
from peercompanion.tui import lines_shown
from peercompanion.tui.page import Page, text
from peercompanion.tui.widgets.choices import Choice, Choices
from peercompanion.tui.widgets.frame import TitleBar


class LinesPage(Page):
    """A list of lines. What each is for, and every way to reach it, is behind its row."""

    CSS_PATH = "help_now.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "choose", "Open")]

    def __init__(self, sitting: Sitting) -> None:
        super().__init__()
        self.sitting = sitting

    def fact(self) -> str:
        """Whose lines these are."""
        return region_name(self.app.region or "")

    def roles(self) -> dict[str, str]:
        """What kinds of line are listed, in their order, with their headings."""
        return {}

    def sentence(self) -> str:
        """What stands above the list."""
        return ""

    @property
    def lines(self) -> dict[str, HelpLine]:
        """The lines that are listed, by full id."""
        here = self.sitting.help_lines(self.app.region)
        return {line.id: line for line in here if line.role in self.roles()}

    def body(self) -> Iterable[Widget]:
        """The list, then where the numbers work."""
        if self.sentence():
            yield text(self.sentence())
        yield Choices(list(self._rows()))
        yield text(self._below(), "quiet", id="below")

    def on_screen_resume(self) -> None:
        """Another region may have been chosen meanwhile, or a person changed."""
        self.written_elsewhere()

    def written_elsewhere(self) -> None:
        """List the lines as they are now, unless the page is closing."""
        for rows in self.query(Choices):
            rows.show(list(self._rows()), rows.at)
            self.query_one("#below", Static).update(self._below())
            self.query_one(TitleBar).fact = self.fact()

    def _below(self) -> str:
        return "\n".join(filter(None, (last_checked(self.lines.values()), only_inside())))

    def _rows(self) -> Iterable[Choice]:
        now = self.app.clock.now()
        lines = self.lines.values()
        for role, heading in self.roles().items():
            of_role = open_first((line for line in lines if line.role == role), now)
            if of_role:
                yield Choice(heading)
            for line in of_role:
                facts = " · ".join(filter(None, [help_lines.sentence(line), said(line, now)]))
                yield Choice(line.title, line.id, note=facts)
            if of_role:
                yield Choice(" ")
        own = self.sitting.days.plans.people()
        if own:
            yield Choice(_("Your own people and places"))
        for one in own:
            yield Choice(one.name, one.id, note=" · ".join(filter(None, [one.what_for, one.how])))

    @on(Choices.Chosen)
    def _chosen(self, chosen: Choices.Chosen) -> None:
        contact = self.sitting.days.plans.contacts.get(chosen.choice.id)
        if contact:
            self.app.push_screen(ContactShown(contact))
        else:
            self.app.push_screen(LineShown(self.lines[chosen.choice.id]))


class AllLines(LinesPage):
    """Danger first, then a crisis, then a talk before one, then other help."""

    def title_text(self) -> str:
        """What this is."""
        return _("All lines here")

    def roles(self) -> dict[str, str]:
        """All kinds."""
        return {
            "emergency": _("Someone may die or is hurt"),
            "crisis": _("A hard hour"),
            "warm": _("A talk, before it gets too much"),
            "support": _("Help with one thing"),
            "directory": _("Lists of more lines"),
        }


class Talk(LinesPage):
    """Wanting to talk is not danger: those who talk with anyone first."""

    def title_text(self) -> str:
        """What this is."""
        return _("Someone to talk with")

    def sentence(self) -> str:
        """What they are for."""
        return self.sitting.sentence("lines")

    def roles(self) -> dict[str, str]:
        """Warm lines first, crisis lines under them."""
        return {
            "warm": _("Warm lines"),
            "crisis": _("Crisis lines, for any hard hour"),
            "directory": _("Lists of more lines"),
        }


class LineShown(Page):
    """All there is to know of one line."""

    CSS_PATH = "help_now.tcss"
    FIRST = ".body"

    def __init__(self, line: HelpLine) -> None:
        super().__init__()
        self.line = line

    def title_text(self) -> str:
        """Its name."""
        return self.line.title

    def body(self) -> Iterable[Widget]:
        """How to reach it, then the rest."""
        yield from lines_shown.whole(self.line, self.app.clock.now())
        yield text(only_inside(), "quiet")


class ContactShown(Page):
    """One person or place, and how to reach them."""

    CSS_PATH = "help_now.tcss"
    FIRST = ".body"

    def __init__(self, contact: Contact) -> None:
        super().__init__()
        self.contact = contact

    def title_text(self) -> str:
        """Their name."""
        return self.contact.name

    def body(self) -> Iterable[Widget]:
        """What for, how, and when where it is not now."""
        what_for, how, best = ways_to(self.contact, self.app.clock.now())
        yield text(what_for)
        yield Static(lines_shown.how_to_reach(how), classes="line")
        yield text(best, "quiet")

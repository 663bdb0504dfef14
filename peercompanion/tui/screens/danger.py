"""In danger: the numbers stay on the screen until the person leaves it."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, ClassVar, cast

from textual import on, work
from textual.binding import Binding, BindingType
from textual.widget import Widget
from textual.widgets import Static

from peercompanion.language import _
from peercompanion.packs import help_lines
from peercompanion.practice.answers import filled
from peercompanion.practice.danger import Danger
from peercompanion.practice.words import danger_words
from peercompanion.tui import lines_shown
from peercompanion.tui.page import Page, text
from peercompanion.tui.widgets.choices import Choice, Choices

if TYPE_CHECKING:
    from peercompanion.packs.models.words import Danger as DangerWords
    from peercompanion.packs.models.words import DangerCard


class DangerPage(Page):
    """Short and direct. Every answer keeps it open; Escape alone leaves it."""

    CSS_PATH = "help_now.tcss"
    FIRST = "#rows"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "choose", "Choose")]

    def __init__(self) -> None:
        super().__init__()
        self._region = self.app.region
        self.danger = Danger(0)
        self.cards: tuple[DangerCard, ...] = ()
        self.steady: list[str] = []
        self.first_words = ""
        self.card: DangerCard | None = None

    def title_text(self) -> str:
        """What this is."""
        return _("In danger")

    def fact(self) -> str:
        """The numbers, which stay where they are however far one scrolls."""
        return _("Call {emergency} · {crisis}").format(**self.app.names())

    @property
    def lines(self) -> list[help_lines.HelpLine]:
        """The lines for danger and a crisis that are for anyone; where none is known, the lists."""
        here = help_lines.help_lines(self.app.region)
        urgent = [line for line in here if line.role in ("emergency", "crisis")]
        return [line for line in urgent if line.for_anyone] or list(here)

    def body(self) -> Iterable[Widget]:
        """The numbers first; what is answered shows below them."""
        yield text(danger_words().format(**self.app.names()), "care", id="danger")
        yield lines_shown.HelpLines("lines")
        yield text("", "lead", id="said")
        yield Choices(id="rows")

    def on_screen_resume(self) -> None:
        """Another country may have been chosen: its numbers are others."""
        if self.app.region != self._region:
            self.app.replace(self, DangerPage())

    def on_mount(self) -> None:
        """Show the numbers before anything is read."""
        self.danger = Danger(len(self.lines))
        self.show()
        self.read_words()

    @work
    async def read_words(self) -> None:
        """Read the cards and one steady thing; without them the numbers are there all the same."""
        from peercompanion.practice.steadying import FIRST

        sitting = await self.app.sitting()
        try:
            self.cards = cast("DangerWords", sitting.library.words("danger")).card
        except LookupError:
            self.cards = ()
        self.steady = sitting.steady_lines(FIRST, self.app.leave_out)
        self.first_words = " ".join(map(sitting.sentence, ("danger", "not-sure")))
        self.show()

    def show(self) -> None:
        """Show what stands now."""
        now = self.app.clock.now()
        self.query_one("#lines", lines_shown.HelpLines).show(self.lines, now, self.danger.at)
        self.query_one("#said", Static).update(self._said())
        self.query_one("#rows", Choices).show(list(self._rows()))
        self.query_one("#rows").focus(scroll_visible=False)
        answered = self.danger.talking or self.danger.steady or self.card
        if answered or self.danger.at:  # what is new is in sight, also on the smallest screen
            new = self.query_one("#said" if answered else "#lines")
            self.call_after_refresh(new.scroll_visible, animate=False, top=True)

    def _said(self) -> str:
        names = self.app.names()
        if self.danger.talking:
            return _("Put this down and talk. It will be here.")
        if self.danger.steady:
            return "\n".join(self.steady)
        if self.danger.kinds and self.card:
            return "\n".join(filled(line, names, {}) for line in self.card.lines)
        return "" if self.danger.kinds else self.first_words

    def _rows(self) -> Iterable[Choice]:
        if self.danger.kinds:
            for number, card in enumerate(self.cards, start=1):
                yield Choice(card.title, f"card:{card.id}", str(number))
            yield Choice(_("Back to the lines"), "next:", "0")
            return
        yield Choice(_("I am with someone or on a call"), "talking", "1")
        yield Choice(_("No answer: next line"), "next", "2")
        yield Choice(_("One steady thing while I wait"), "steady", "3")
        if self.cards:
            yield Choice(_("Other kinds"), "kinds", "4", mark="›")

    @on(Choices.Chosen)
    def _chosen(self, chosen: Choices.Chosen) -> None:
        what, _colon, which = chosen.choice.id.partition(":")
        match what:
            case "card":
                self.card = next(card for card in self.cards if card.id == which)
            case "talking" | "steady" | "kinds":
                self.card = None
                self.danger = self.danger.after(what)
            case "next" if self.danger.kinds:
                self.danger = Danger(len(self.lines), self.danger.at)
            case _:
                self.danger = self.danger.after("next")
        self.show()

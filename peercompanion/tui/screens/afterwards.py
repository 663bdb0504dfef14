"""After an exercise: how it is now, and what next. Every answer is a normal one."""

from collections.abc import Iterable
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.widget import Widget
from textual.widgets import Static

from peercompanion.language import _
from peercompanion.practice.answers import filled, in_words
from peercompanion.practice.player import Player
from peercompanion.practice.records import Practised, plain
from peercompanion.practice.words import eases
from peercompanion.sitting import Sitting
from peercompanion.tui.page import Page, text
from peercompanion.tui.widgets.choices import Choice, Choices


class Afterwards(Page):
    """Keeps the record first, and asks afterwards: what was practised is never at stake."""

    FIRST = "#rows"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q", "leave", "Leave", key_display="esc"),
        Binding("enter", "choose", "Choose"),
    ]

    def __init__(self, record: Practised, player: Player, sitting: Sitting) -> None:
        super().__init__()
        self.record = record
        self.player = player
        self.sitting = sitting

    def title_text(self) -> str:
        """What was practised."""
        return self.player.guide.title

    def body(self) -> Iterable[Widget]:
        """One question at a time, and a tick once it is kept."""
        yield text("", "lead", id="question")
        yield Choices(id="rows")
        if self.player.guide.after:
            said = in_words(self.player.steps, self.player.answers)
            yield text(filled(self.player.guide.after, self.app.names(), said), id="below")
        yield text("", "quiet", id="kept")

    def on_mount(self) -> None:
        """Keep it, and ask the first question."""
        self._keep(again=False)
        if self._written():
            self.ask_to_keep()
        else:
            self.sitting.kept.drop_draft(self.record.item)
            self.ask_how_it_is()

    # What is kept

    def _written(self) -> bool:
        """Whether something was typed that is kept only when the person says so."""
        wanted = self.player.kept_answers(said_so=True)
        return wanted != self.player.kept_answers(said_so=False)

    def _keep(self, *, again: bool = True) -> None:
        self._say("")
        self.app.keep(self.record, self._told, again=again)

    def _told(self, problem: str | None) -> None:
        """Show the tick, or say what kept it from being kept."""
        self._say(problem or self.sitting.kept.tick())

    def _say(self, words: str) -> None:
        for line in self.query("#kept").results(Static):  # none once the screen is closing
            line.update(words)

    # What is asked

    def ask_to_keep(self) -> None:
        """Ask what happens to what was typed."""
        self._ask(
            _("Keep what you wrote?"),
            [
                Choice(_("Keep it, on this computer"), "keep", "1"),
                Choice(_("Let it go"), "let-go", "2"),
            ],
        )

    def ask_how_it_is(self) -> None:
        """Ask how it is now."""
        rows = [
            Choice(words, f"ease:{ease}", str(number))
            for number, (ease, words) in enumerate(eases().items(), start=1)
        ]
        self._ask(_("How is it now?"), rows)

    def ask_what_next(self) -> None:
        """Offer what can come next; after "harder" another kind of thing, and people."""
        if self.record.ease == "harder":
            self._ask(
                _("Harder is a real answer. That one may not be for today."),
                self._after_harder(),
            )
            return
        self._ask(
            _("And now?"),
            [
                Choice(_("That is enough"), "enough", "1"),
                Choice(_("Once more"), "again", "2"),
                Choice(_("Something else"), "else", "3"),
            ],
        )

    def _after_harder(self) -> list[Choice]:
        others = self.sitting.suggest(self.app.leave_out)[:2]
        rows = [
            Choice(other.head.title, f"exercise:{other.head.id}", str(number), mark="›")
            for number, other in enumerate(others, start=1)
        ]
        return [
            *rows,
            Choice(_("Someone to talk with"), "people", str(len(rows) + 1), mark="›"),
            Choice(_("That is enough"), "enough", str(len(rows) + 2)),
        ]

    def _ask(self, question: str, rows: list[Choice]) -> None:
        self.query_one("#question", Static).update(question)
        self.query_one("#rows", Choices).show(rows)

    # Answers

    @on(Choices.Chosen)
    async def _chosen(self, chosen: Choices.Chosen) -> None:
        what, _colon, which = chosen.choice.id.partition(":")
        match what:
            case "keep" | "let-go":
                self._decide(keep=what == "keep")
            case "ease":
                self._rate(which)
            case "again":
                self.app.begin(self.record.item, small=self.record.small, in_place=True)
            case "else":
                await self._something_else()
            case "exercise":
                self.app.pop_screen()
                self.app.open_exercise(which)
            case "people":
                self.action_help_now()
            case _:
                self.app.go_home()

    def _decide(self, *, keep: bool) -> None:
        if keep:
            answers = plain(self.player.kept_answers(said_so=True))
            self.record = self.record.model_copy(update={"answers": answers})
            self._keep()
        self.sitting.kept.drop_draft(self.record.item)
        self.ask_how_it_is()

    def _rate(self, ease: str) -> None:
        if ease:
            self.record = self.record.model_copy(update={"ease": ease})
            self._keep()
        if ease == "harder":
            self.sitting.harder.append(self.record.item)
        self.ask_what_next()

    async def _something_else(self) -> None:
        from peercompanion.tui.screens.right_now import RightNow

        self.app.go_home()
        self.app.push_screen(RightNow(self.sitting, asked=True))

    async def leave(self) -> None:
        """Nothing more is asked."""
        self.app.go_home()

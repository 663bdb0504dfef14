"""What the pages of the daily half share: rows, a field to type in, a tick when it is kept."""

import datetime
from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.widget import Widget
from textual.widgets import Input, Static

from peercompanion.kept import LINE, Draft, new_id
from peercompanion.practice.choice import Outcome, Question
from peercompanion.practice.days import Days
from peercompanion.sitting import Sitting
from peercompanion.tui.drafts import DraftKeeper
from peercompanion.tui.page import Page, text
from peercompanion.tui.widgets.choices import Choice, Choices
from peercompanion.tui.widgets.entry import Entry

if TYPE_CHECKING:
    from peercompanion.practice.records import Record


class AskingPage(Page):
    """Rows to choose from. The field is there only while something is typed.

    Typing ends with Enter or Escape, and either keeps the line; an empty one changes nothing.
    """

    PLACE: ClassVar[str] = ""
    """Where a line that was left half-way is offered again; empty: none is kept half-way."""
    CSS_PATH = ["asking.tcss"]
    FIRST = ""  # given in `focus_rows`, once the rows are there
    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "choose", "Open")]

    def __init__(self, sitting: Sitting) -> None:
        super().__init__()
        self.sitting = sitting
        self._then: Callable[[str], None] | None = None
        self._before = self._asked_for = ""
        self._unkept: tuple[str, Callable[[str], None], str] | None = None
        """A line that was typed and is not known to be kept: its question and what follows."""
        self._entry = Entry(id="entry")
        """Held by name: a draft is written when the screen has let go of its field already."""
        self._choosing = self._row = ""
        """The row that is being chosen, and the one that asked for the line."""
        self._drafts: DraftKeeper | None = None
        self._on_the_way = 0

    # What a page says

    def lead(self) -> str:
        """The one sentence at the top."""
        return ""

    def above(self) -> Iterable[Widget]:
        """What stands between the sentence and the rows."""
        return ()

    def rows(self) -> Iterable[Choice]:
        """What can be chosen, as it is now."""
        return ()

    def below(self) -> str:
        """What stands quietly under the rows."""
        return ""

    async def chosen(self, what: str, which: str) -> None:
        """A row was chosen; ids look like `what:which`."""

    def typed(self, line: str) -> None:
        """A line is being typed."""

    # The frame

    def body(self) -> Iterable[Widget]:
        """Sentence, field, rows, and the tick."""
        yield text(self.lead(), "lead", id="lead")
        yield from self.above()
        yield text("", id="asked")
        yield self._entry
        yield text("", "quiet", id="starters")
        yield Choices(id="rows")
        yield text("", "quiet", id="below")
        yield text("", "quiet", id="kept")

    def on_mount(self) -> None:
        """Show what is there."""
        for name in ("#asked", "#entry", "#starters"):
            self.query_one(name).display = False
        self.fill()
        self.focus_rows()
        self.call_later(self._take_up_line)

    def on_screen_resume(self) -> None:
        """Something may have been kept meanwhile."""
        self.fill()

    def fill(self) -> None:
        """Show what is so now."""
        self.query_one("#rows", Choices).renew(list(self.rows()))
        self.query_one("#lead", Static).update(self.lead())
        self.query_one("#below", Static).update(self.below())
        self._name_keys()

    def turn(self) -> None:
        """Show another part of this page, from its top."""
        self.query_one("#rows", Choices).at = 0
        self.fill()
        self.query_one(".body").scroll_home(animate=False, force=True)

    def written_elsewhere(self) -> None:
        """Show it, unless something is being typed or the page is closing."""
        if self.query("#rows") and not self.typing:
            self.fill()

    @on(Choices.Chosen, "#rows")
    async def _row_chosen(self, event: Choices.Chosen) -> None:
        await self.choose(event.choice.id)

    async def choose(self, row: str) -> None:
        """Do what a row stands for, by its id."""
        self._choosing = row
        what, _colon, which = row.partition(":")
        await self.chosen(what, which)
        self._choosing = ""

    @property
    def days(self) -> Days:
        """The daily half."""
        return self.sitting.days

    @property
    def today(self) -> datetime.date:
        """The local day it is now."""
        return self.app.clock.now().date()

    @property
    def now(self) -> datetime.datetime:
        """The moment it is now."""
        return self.app.clock.now()

    def new_id(self, kind: str = "") -> str:
        """An id for something new."""
        made = new_id(self.now)
        return f"{kind}:{made}" if kind else made

    # Typing

    def ask(
        self,
        words: str,
        then: Callable[[str], None],
        value: str = "",
        starters: Iterable[str] = (),
    ) -> None:
        """Ask for one line.

        Args:
            words: The question.
            then: Called with the line, where one was typed and it is not what it was.
            value: What it was before.
            starters: Examples, shown quietly below.
        """
        self._then, self._before, self._asked_for = then, value, words
        self._row = self._choosing or self._row  # a question may be asked once more
        if place := self.place():
            self._drafts = DraftKeeper(self, self.sitting.kept, f"{LINE}:{place}", self._draft)
        entry = self._entry
        self.query_one("#asked", Static).update(words)
        self.query_one("#starters", Static).update("\n".join(f"· {each}" for each in starters))
        for name, shown in (("#asked", True), ("#entry", True), ("#starters", bool(starters))):
            self.query_one(name).display = shown
        entry.value = value
        entry.cursor_position = len(value)
        entry.focus()

    @on(Input.Changed, "#entry")
    def _line_changed(self) -> None:
        if self.typing:
            self.typed(self._entry.line)
            if self._drafts:
                self._drafts.save_soon()

    @on(Input.Submitted, "#entry")
    def action_submit(self) -> None:
        """Keep the line."""
        line, then, words = self._entry.line, self._then, self._asked_for
        self._end_typing()
        if then and line and line != self._before:
            self._unkept = (words, then, line)
            then(line)
        if not (self._on_the_way or self._then):
            self._drop_line()

    def action_stop_typing(self) -> None:
        """Leave the field; what was typed is kept."""
        self.action_submit()

    def _end_typing(self) -> None:
        self._then = None
        for name in ("#asked", "#entry", "#starters"):
            self.query_one(name).display = False
        self.focus_rows()

    # A line that was left half-way

    def place(self) -> str:
        """What `PLACE` says, for a page about one of many things with its id."""
        return self.PLACE

    def _draft(self) -> Draft | None:
        line = self._entry.line
        if not line or line == self._before:
            return None
        at = self.app.clock.now()
        return Draft(f"{LINE}:{self.place()}", False, at, self._row, {LINE: line})

    async def _take_up_line(self) -> None:
        """Offer the line that was being typed here when something ended the app."""
        draft = self.sitting.draft(f"{LINE}:{self.place()}") if self.place() else None
        if draft and isinstance(line := draft.answers.get(LINE), str):
            self.before_taking_up()
            await self.choose(draft.step)
            if self._then:
                self._entry.value = line
                self._entry.cursor_position = len(line)

    def before_taking_up(self) -> None:
        """Come to where the line was being typed."""

    def _drop_line(self) -> None:
        drafts, self._drafts = self._drafts, None
        if drafts:
            drafts.drop()

    async def on_unmount(self) -> None:
        """Lose no line when the app ends in the middle of it."""
        if self._drafts:
            await self._drafts.save_what_waits()

    def focus_rows(self) -> None:
        """Give the keys back to what had them."""
        self.query_one("#rows").focus(scroll_visible=False)

    # Keeping

    def keep(self, record: "Record", then: "Callable[[], object] | None" = None) -> None:
        """Keep a record; the tick, or what stood in its way, follows."""
        self.say("")
        self._on_the_way += 1
        self.app.keep(record, partial(self._told, then))

    def follow(self, outcome: Outcome, then: "Callable[[], object] | None" = None) -> None:
        """Ask, keep or say, as a choice leads to it.

        Args:
            outcome: What a choice leads to.
            then: Called once it is kept.
        """
        match outcome:
            case Question() as asked:
                self.ask(
                    asked.words,
                    lambda said: self._answered(asked, said, then),
                    asked.before,
                    asked.starters,
                )
            case str():
                self.say(outcome)
                self.fill()
            case records:
                for number, record in enumerate(records, start=1):
                    self.keep(record, then if number == len(records) else None)

    def if_shown(self, go: Callable[[], object]) -> Callable[[], None]:
        """Go there, unless this page was left or covered meanwhile, as by the help lines."""

        def going() -> None:
            if self.app.screen is self:
                go()

        return going

    def _answered(
        self, asked: Question, said: str, then: "Callable[[], object] | None" = None
    ) -> None:
        """Follow an answer; one that says nothing here stays in the field, to be put right."""
        outcome = asked.then(said)
        if isinstance(outcome, str):
            self.follow(replace(asked, before=said), then)
        self.follow(outcome, then)

    def _told(self, then: "Callable[[], object] | None", problem: str | None) -> None:
        self._on_the_way -= 1
        if problem is None and not (self._on_the_way or self._then):
            self._drop_line()
        if not (self.query("#lead") and self.query("#kept")):  # closed meanwhile, or closing
            return
        self.say(problem or self.sitting.kept.tick())
        unkept, self._unkept = self._unkept, None
        if problem and unkept:  # the words stay on the screen, to be tried again
            words, again, line = unkept
            self.ask(words, again, line)
            self._before = ""
        if problem is None and then:
            then()
        self.kept(problem is None)
        self.fill()

    def kept(self, well: bool) -> None:
        """Something was kept, or could not be."""

    def say(self, words: str) -> None:
        """Say one line below."""
        self.query_one("#kept", Static).update(words)

"""What the pages of the daily half share: rows, a field to type in, a tick when it is kept."""

import datetime
from collections.abc import Callable, Iterable
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.widget import Widget
from textual.widgets import Input, Static

from peercompanion.kept import new_id
from peercompanion.practice.days import Days
from peercompanion.sitting import Sitting
from peercompanion.tui.page import Page, text
from peercompanion.tui.widgets.choices import Choice, Choices
from peercompanion.tui.widgets.entry import Entry

if TYPE_CHECKING:
    from peercompanion.practice.records import Record


class AskingPage(Page):
    """Rows to choose from. The field is there only while something is typed.

    Typing ends with Enter or Escape, and either keeps the line; an empty one changes nothing.
    """

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
        yield Entry(id="entry")
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

    def on_screen_resume(self) -> None:
        """Something may have been kept meanwhile."""
        self.fill()

    def fill(self) -> None:
        """Show what is so now."""
        rows = self.query_one("#rows", Choices)
        rows.show(list(self.rows()), rows.at)
        self.query_one("#lead", Static).update(self.lead())
        self.query_one("#lead").display = bool(self.lead())
        self.query_one("#below", Static).update(self.below())
        self._name_keys()

    def written_elsewhere(self) -> None:
        """Show it, unless something is being typed."""
        if not self.typing:
            self.fill()

    @on(Choices.Chosen, "#rows")
    async def _row_chosen(self, event: Choices.Chosen) -> None:
        what, _colon, which = event.choice.id.partition(":")
        await self.chosen(what, which)

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
        entry = self.query_one(Entry)
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
            self.typed(self.query_one(Entry).line)

    @on(Input.Submitted, "#entry")
    def action_submit(self) -> None:
        """Keep the line."""
        line, then, words = self.query_one(Entry).line, self._then, self._asked_for
        self._end_typing()
        if then and line and line != self._before:
            self._unkept = (words, then, line)
            then(line)

    def action_stop_typing(self) -> None:
        """Leave the field; what was typed is kept."""
        self.action_submit()

    def _end_typing(self) -> None:
        self._then = None
        for name in ("#asked", "#entry", "#starters"):
            self.query_one(name).display = False
        self.focus_rows()

    def focus_rows(self) -> None:
        """Give the keys back to what had them."""
        self.query_one("#rows").focus(scroll_visible=False)

    # Keeping

    def keep(self, record: "Record", then: "Callable[[], None] | None" = None) -> None:
        """Keep a record; the tick, or what stood in its way, follows."""
        self.say("")
        self.app.keep(record, partial(self._told, then))

    def _told(self, then: "Callable[[], None] | None", problem: str | None) -> None:
        if not self.query("#kept"):  # closed meanwhile, and what it showed is gone already
            return
        self.say(problem or self.sitting.kept.tick())
        unkept, self._unkept = self._unkept, None
        if problem and unkept:  # the words stay on the screen, to be tried again
            words, again, line = unkept
            self.ask(words, again, line)
            self._before = ""
        if problem:
            self.query_one("#kept").scroll_visible(animate=False)
        if problem is None and then:
            then()
        self.kept(problem is None)
        self.fill()

    def kept(self, well: bool) -> None:
        """Something was kept, or could not be."""

    def say(self, words: str) -> None:
        """Say one line below."""
        self.query_one("#kept", Static).update(words)

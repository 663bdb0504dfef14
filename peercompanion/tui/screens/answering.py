"""Answering a step: typing, picking, rating. What an answer may be is `practice`'s to say."""

from textual import events, on
from textual.widgets import Input

from peercompanion.kept import Draft
from peercompanion.packs.models.steps import Ask, Rate
from peercompanion.practice import answers
from peercompanion.practice.answers import Answer
from peercompanion.practice.picking import Picking
from peercompanion.practice.player import Player, View
from peercompanion.practice.records import plain
from peercompanion.sitting import Sitting
from peercompanion.tui.drafts import DraftKeeper
from peercompanion.tui.page import Page
from peercompanion.tui.widgets.choices import Choices
from peercompanion.tui.widgets.entry import Entry
from peercompanion.tui.widgets.step_shown import StepShown


class AnsweringPage(Page):
    """A page whose step can be answered; going on is for the page built upon it."""

    _step: StepShown
    _entry: Entry
    """Both are held by name: a draft is written when the screen has let go of them already."""

    def __init__(self, item: str, player: Player, sitting: Sitting) -> None:
        super().__init__()
        self.item = item
        self.player = player
        self.sitting = sitting
        self._view: View | None = None
        self._picking = Picking(player, ())
        self._began = self.app.clock.now()
        self._drafts = DraftKeeper(self, sitting.kept, item, self._draft)

    def on_mount(self) -> None:
        """The field is there only while something is typed."""
        self._entry.display = False

    def action_next(self) -> None:
        """Go to the next step."""

    def _types_first(self) -> bool:
        """Whether Enter begins typing: nothing was answered yet."""
        step = self.player.step
        return answers.room_for_lines(step) > 0 and step.id not in self.player.answers

    def _show_step(self, view: View) -> None:
        """Show another step, and what can be chosen there."""
        self._picking = Picking(self.player, self.sitting.offered(view.step, self.player))
        self._put_entry_away()
        self._step.show_step(view, choosing=self.choosing)
        self._show_answer()

    @property
    def choosing(self) -> bool:
        """Whether the step is answered by choosing rows; typing is one of them."""
        return bool(self._picking.rows())

    def _show_answer(self) -> None:
        step = self.player.step
        assert self._view is not None
        given, rows = self.player.answers.get(step.id), self._picking.rows()
        self._step.show_answer(self._view, given, rows, self.sitting.ends(step))
        self._name_keys()

    def _answer(self, value: Answer) -> None:
        self.player.answer(value)
        self._drafts.save_soon()
        self._show_answer()

    def _given(self) -> Answer | None:
        return self.player.answers.get(self.player.step.id)

    def action_rate(self, by: int) -> None:
        """One more or one less."""
        self._answer(answers.nudged(self._given(), by))

    def action_take_back(self) -> None:
        """Take the answer back."""
        if self._given() is not None:
            self._answer(answers.nothing(self.player.step))

    async def on_key(self, event: events.Key) -> None:
        """Digits answer a rating."""
        key = event.character or ""
        if isinstance(self.player.step, Rate) and key.isascii() and key.isdecimal():
            self._answer(answers.with_digit(self._given(), int(key)))
            event.stop()

    def action_type(self) -> None:
        """Begin typing; a single answer is there to be changed."""
        given = self._given()
        self._entry.display = True
        self._entry.value = given if isinstance(given, str) and self._one_line() else ""
        self._entry.focus()

    def _one_line(self) -> bool:
        return answers.room_for_lines(self.player.step) == 1 and isinstance(self.player.step, Ask)

    @on(Input.Changed, "#entry")
    def _typed(self) -> None:
        """A single answer counts from its first letter on; a draft holds any line half-way."""
        if self.typing:
            if self._one_line():
                self.player.answer(self._entry.line)
            self._drafts.save_soon()

    def _draft(self) -> Draft | None:
        """The answers so far; a line that is being typed counts among them."""
        player = self.player
        answers = plain(player.kept_answers(said_so=True, typed=self._entry.line))
        if player.finished or not answers:
            return None
        return Draft(self.item, player.small, self._began, player.step.id, answers)

    def _put_entry_away(self) -> None:
        self._entry.display = False
        self._entry.value = ""

    @on(Input.Submitted, "#entry")
    def action_submit(self) -> None:
        """Keep the line; an empty one, or the last there is room for, ends the typing."""
        took = self._take_line()
        if took and answers.room_left(self.player.step, self._given()):
            self._entry.value = ""
        else:
            self._end_typing()

    def action_stop_typing(self) -> None:
        """Leave the field; what was typed stays."""
        self._take_line()
        self._end_typing()

    def _take_line(self) -> bool:
        line, step = self._entry.line, self.player.step
        if line or self._one_line():
            self._answer(answers.with_line(step, self._given(), line))
        return bool(line)

    def _end_typing(self) -> None:
        self._put_entry_away()
        self.set_focus(self.query_one("#options") if self.choosing else None)
        self._show_answer()

    @on(Choices.Chosen, "#options")
    def _chosen(self, chosen: Choices.Chosen) -> None:
        """Take a row, and do what follows it."""
        before = self._picking.at_hand
        then = self._picking.choose(chosen.choice.id)
        if before != self._picking.at_hand:
            chosen.choices.at = 0
        self._drafts.save_soon()
        if then == "type":
            self.action_type()
        elif then == "go-on":
            self._go_on()
        else:
            self._show_answer()

    def _go_on(self) -> None:
        """Go on; where one option was picked that opens something, open it."""
        option = self._picking.follow
        self.action_next()
        if option and option.lines:
            self.action_help_now()
        elif option and option.open:
            self.app.open_link(option.open)

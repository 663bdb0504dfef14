"""One step of a guide, as the player says it is: word, bar, text, answer, hint."""

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.containers import Middle
from textual.content import Content

from peercompanion.language import _
from peercompanion.packs.models.steps import Ask, Breathe, ListLines, Notice, Rate, Tense
from peercompanion.practice.answers import Answer
from peercompanion.practice.choice import Choice
from peercompanion.practice.pacer import Cue
from peercompanion.practice.player import View
from peercompanion.practice.words import cue_word
from peercompanion.tui.widgets import step_rows
from peercompanion.tui.widgets.choices import Choices
from peercompanion.tui.widgets.pacer_bar import PacerBar
from peercompanion.tui.widgets.words import Words


class StepShown(Middle):
    """Shows a view, and only what has changed of it: a still screen writes nothing."""

    def __init__(self, *, moving: bool, first_line: str = "") -> None:
        super().__init__()
        self.seconds_shown = False
        self._moving = moving
        self._first_line = first_line
        self._shown: dict[str, Content] = {}

    def compose(self) -> ComposeResult:
        """All that a step of any kind may show."""
        yield Words(id="word")
        yield PacerBar(id="bar")
        yield Words(id="text")
        yield Words(id="marks")
        yield Words(id="hint")
        yield Choices(id="options")
        yield Words(self._first_line, id="first-line")

    def show_step(self, view: View, *, choosing: bool) -> None:
        """Show another step; whether it is answered by choosing rows."""
        step = view.step
        paced = isinstance(step, Breathe | Tense)
        self.set_class(paced, "-paced")
        self.set_class(paced and self._moving, "-moving")
        self._set("text", view.text)
        self.query_one("#first-line").display = view.number == 1 and bool(self._first_line)
        options = self.query_one("#options", Choices)
        options.display = choosing
        if choosing:
            options.at = 0
            options.focus()
        elif self.screen.focused is options:
            self.screen.set_focus(None)

    def show_moment(self, view: View) -> None:
        """Show what has changed since the last look."""
        self._set("word", self._word(view))
        self._set("hint", self._hint(view))
        if self._moving and view.cue:
            self.query_one(PacerBar).show(view.fill)

    def show_answer(
        self,
        view: View,
        given: Answer | None,
        rows: Sequence[Choice],
        ends: tuple[str, str] = ("", ""),
    ) -> None:
        """Show what was answered at this step.

        Args:
            view: The step.
            given: The answer so far.
            rows: What can be chosen; they say themselves what is.
            ends: Words at the two ends of a scale.
        """
        step, lines = view.step, given if given is not None else ()
        if rows:
            options = self.query_one("#options", Choices)
            options.show(rows, options.at)
        if isinstance(step, Notice):
            self._set("marks", step_rows.dots(step.n, lines))
        elif isinstance(step, Rate):
            self._set("marks", step_rows.scale(given if isinstance(given, int) else None, ends))
        elif rows and given:
            self._set("marks", "")
        else:
            self._set("marks", step_rows.lines(lines, self._starters(view)))

    @staticmethod
    def _starters(view: View) -> Sequence[str]:
        step = view.step
        return step.starters if isinstance(step, Ask | ListLines) else ()

    def _word(self, view: View) -> str:
        if view.paused:
            return _("Paused")
        if view.cue is None:
            return ""
        seconds = f"  {int(view.cue_seconds) + 1}" if self.seconds_shown else ""
        return cue_word(view.cue) + seconds

    def _hint(self, view: View) -> str:
        if view.slept:
            return _("This paused by itself while the computer rested.")
        if view.paused:
            return _("Breathe any way you like.") if view.cue else view.hint
        if view.cue is Cue.COUNT_IN:
            breath = isinstance(view.step, Breathe)
            return _("We start with an in-breath.") if breath else _("We start in a moment.")
        if view.two_more:
            return _("Two more breaths")
        return view.detail or view.hint

    def _set(self, name: str, words: str | Content) -> None:
        content = self._content(words)
        if self._shown.get(name) != content:
            self._shown[name] = content
            self.query_one(f"#{name}", Words).update(content)

    @staticmethod
    def _content(words: str | Content) -> Content:
        """Words from packs and people are never markup."""
        return Content(words) if isinstance(words, str) else words

"""Answers to the steps of a guide, of whatever kind, typed line by line."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from peercompanion.language import _
from peercompanion.packs.models.steps import (
    AnyStep,
    Ask,
    ListLines,
    Notice,
    Open,
    Option,
    Pick,
    Rate,
)
from peercompanion.plain.rows import numbered
from peercompanion.practice import answers
from peercompanion.practice.answers import Answer
from peercompanion.practice.choice import Choice
from peercompanion.practice.picking import Picking

if TYPE_CHECKING:
    from peercompanion.plain.paced import Paced
    from peercompanion.plain.talk import Talk
    from peercompanion.practice.player import Player
    from peercompanion.sitting import Sitting

TYPED_ROWS = ("own", "go-on")
"""Rows that are not said where a line can be typed, and Enter goes on."""


class Answering:
    """Says a step, asks what it asks and hands the answer to the player."""

    talk: "Talk"
    sitting: "Sitting"
    player: "Player"
    paced: "Paced"
    follow: Option | None = None
    """The option just picked, where something may follow it."""
    opens: str = ""
    """What the person wants to open, such as `exercise:feet-floor`."""

    def save(self) -> None:
        """Write down what there is, after every answer."""

    def say_step(self) -> None:
        """Say where it stands and what the step says."""
        view = self.player.at(self.paced.now())
        step = _("Step {number} of {of}.").format(number=view.number, of=view.of)
        self.talk.say(step if view.of > 1 else "", view.text, view.hint)

    def _again(self, rows: Sequence[Choice] = ()) -> None:
        self.say_step()
        self.talk.say_rows(rows)
        words = [_("Type next for the next step, back for the one before.")]
        if self._ways():
            words.append(_("Type small for the small version, other for another way."))
        self.talk.say(*words)

    def _ways(self) -> tuple[str, ...]:
        guide = self.player.guide
        small = ("small",) if guide.small and not self.player.small else ()
        return (*small, *(("other",) if guide.instead else ()))

    def answered(self, step: AnyStep) -> str:
        """Ask what a step asks; a word where it led elsewhere."""
        match step:
            case Notice():
                return self._notice(step)
            case Rate():
                return self._rate(step)
            case Ask() | ListLines() | Pick():
                return self._chosen_or_typed(step)
            case Open():
                return self._offer(step)
        also = ("next", "n", *self._ways())
        return self.talk.enter(_("Enter goes on:"), also=also, again=self._again)

    def _given(self) -> Answer | None:
        return self.player.answers.get(self.player.step.id)

    def _take(self, value: Answer) -> None:
        self.player.answer(value)
        self.save()

    def _notice(self, step: Notice) -> str:
        prompt = _("Type it, or Enter for one more. Type next to go on:")
        while self.player.noticed() < step.n:
            line = self.talk.line(prompt, again=self._again)
            if line.casefold() in ("next", *self._ways()):
                return line.casefold()
            if line:
                self._take(answers.with_line(step, self._given(), line))
            else:
                self.player.notice_one()
                self.save()
            count = _("{n} of {of}.").format(n=self.player.noticed(), of=step.n)
            self.talk.say(count)
        return ""

    def _rate(self, step: Rate) -> str:
        low, high = self.sitting.ends(step)
        if low or high:
            self.talk.say(f"0: {low}." if low else "", f"10: {high}." if high else "")
        given = self._given()
        number = self.talk.number(0, 10, given=given if isinstance(given, int) else None)
        if number is not None:
            self._take(number)
        return ""

    def _chosen_or_typed(self, step: Ask | ListLines | Pick) -> str:
        """Let something be chosen, or typed where that is an answer too."""
        picking = Picking(self.player, self.sitting.offered(step, self.player))
        if isinstance(step, Pick):
            return self._pick(picking)
        self._say_starters(step)
        self._say_given(step)
        return self._lines(picking)

    def _lines(self, picking: Picking) -> str:
        """Take lines, or the numbers of what is offered, while there is room; Enter goes on."""
        said_for: str | None = None
        while picking.one_only or picking.at_hand or picking.room:
            rows = [row for row in picking.rows() if row.id not in TYPED_ROWS]
            if said_for != picking.at_hand:
                self.talk.say_rows(rows)
                said_for = picking.at_hand
            prompt = _("Type a line, or Enter to go on:")
            if any(row.id for row in rows):
                prompt = _("Type a number, a line of your own, or Enter to go on:")
            line = self.talk.line(prompt, again=partial(self._again, rows))
            if line.casefold() == "next" or line.casefold() in self._ways():
                return line.casefold()
            if not self._took(line, numbered(line, [row for row in rows if row.id]), picking):
                break
        return ""

    def _took(self, line: str, row: str | None, picking: Picking) -> bool:
        """Take a line or a row; whether there may be another one."""
        if not line and picking.at_hand:
            picking.choose("line-done")
            return True
        if row:
            picking.choose(row)
            self.save()
        elif line:
            self._take(answers.with_line(self.player.step, self._given(), line))
        return bool(line) and not picking.one_only

    def _say_starters(self, step: AnyStep) -> None:
        if isinstance(step, Ask | ListLines) and step.starters:
            self.talk.say(_("For example:"))
            for starter in step.starters:
                self.talk.voice.row(starter)

    def _say_given(self, step: AnyStep) -> None:
        given = self._given()
        if given is not None:
            self.talk.say(_("You wrote:"), *answers.lines_of(given))

    def _pick(self, picking: Picking) -> str:
        """Let rows be chosen until that is enough."""
        says, also = _("goes on"), self._ways()
        while rows := [row for row in picking.rows() if row.id != "go-on"]:
            chosen = self.talk.choose(rows, enter="next", enter_says=says, also=also)
            if chosen in ("next", *also):
                return chosen
            then = picking.choose(chosen)
            self.save()
            if then == "type":
                self._own(picking)
            self.follow = picking.follow
            if then == "go-on" or (then == "type" and picking.one_only):
                break
        return ""

    def _own(self, picking: Picking) -> None:
        line = self.talk.line(_("Type it, or Enter to leave it:"))
        if line:
            self._take(answers.with_line(picking.player.step, self._given(), line))

    def _offer(self, step: Open) -> str:
        rows = [Choice(_("Open it"), "open")]
        chosen = self.talk.choose(rows, enter="next", enter_says=_("goes on"), also=self._ways())
        if chosen == "open":
            self.opens = step.item
            return ""
        return chosen

"""Answers to the steps of a guide, of whatever kind, typed line by line."""

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
from peercompanion.practice import answers
from peercompanion.practice.answers import Answer
from peercompanion.practice.choice import Choice

if TYPE_CHECKING:
    from peercompanion.plain.paced import Paced
    from peercompanion.plain.talk import Talk
    from peercompanion.practice.player import Player
    from peercompanion.sitting import Sitting


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

    def _again(self) -> None:
        self.say_step()
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
            case Ask() | ListLines():
                return self._lines(step)
            case Pick():
                return self._pick(step)
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

    def _lines(self, step: Ask | ListLines) -> str:
        """Take typed lines while there is room for more; Enter alone goes on."""
        one = isinstance(step, Ask) and not step.several
        if step.starters:
            self.talk.say(_("For example:"))
            for starter in step.starters:
                self.talk.voice.row(starter)
        self._say_given(step)
        prompt = _("Type a line, or Enter to go on:")
        while one or answers.room_left(step, self._given()) > 0:
            line = self.talk.line(prompt, again=self._again)
            if line.casefold() == "next" or line.casefold() in self._ways():
                return line.casefold()
            if line:
                self._take(answers.with_line(step, self._given(), line))
            if one or not line:
                break
        return ""

    def _say_given(self, step: AnyStep) -> None:
        given = self._given()
        if given is not None:
            self.talk.say(_("You wrote:"), *answers.lines_of(given))

    def _pick(self, step: Pick) -> str:
        offered = list(self.sitting.offered(step, self.player))
        while True:
            rows = self._pick_rows(step, offered)
            says = _("goes on")
            chosen = self.talk.choose(rows, enter="next", enter_says=says, also=self._ways())
            if chosen == "own":
                self._own(step)
            elif chosen.startswith("option:"):
                self._toggle(step, chosen.removeprefix("option:"))
            else:
                return chosen
            if step.most == 1:
                return ""

    def _pick_rows(self, step: Pick, offered: list[tuple[str, str]]) -> list[Choice]:
        given = self._given()
        picked = given if isinstance(given, tuple) else ()
        known = {id_ for id_, _words in offered}
        rows = [
            Choice(words, f"option:{id_}", mark="●" if id_ in picked else "")
            for id_, words in offered
        ]
        rows += [Choice(own, f"option:{own}", mark="●") for own in picked if own not in known]
        return [*rows, Choice(_("Something of my own"), "own")] if step.own else rows

    def _own(self, step: Pick) -> None:
        line = self.talk.line(_("Type it, or Enter to leave it:"))
        if line:
            self._take(answers.with_line(step, self._given(), line))

    def _toggle(self, step: Pick, option: str) -> None:
        self._take(answers.toggled(step, self._given(), option))
        if step.most == 1:
            self.follow = next((each for each in step.options if each.id == option), None)

    def _offer(self, step: Open) -> str:
        rows = [Choice(_("Open it"), "open")]
        chosen = self.talk.choose(rows, enter="next", enter_says=_("goes on"), also=self._ways())
        if chosen == "open":
            self.opens = step.item
            return ""
        return chosen

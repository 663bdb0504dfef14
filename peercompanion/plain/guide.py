"""A guide walked through: one step at a time, said and answered in lines."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from peercompanion.kept import Draft, NotKept, new_id
from peercompanion.language import _
from peercompanion.packs.models.guides import Tool
from peercompanion.packs.models.steps import (
    AnyStep,
    Ask,
    ListLines,
    Notice,
    Open,
    Pick,
    Rate,
)
from peercompanion.plain.paced import Paced
from peercompanion.plain.talk import Back, Stop
from peercompanion.plain.typed import Ended
from peercompanion.practice import answers
from peercompanion.practice.answers import Answer, filled
from peercompanion.practice.choice import Choice
from peercompanion.practice.player import Player
from peercompanion.practice.produced import left_by
from peercompanion.practice.records import Practised, Record, plain
from peercompanion.practice.words import about_minutes

if TYPE_CHECKING:
    from peercompanion.packs.models.steps import Option
    from peercompanion.plain.companion import Companion

GONE = (Ended, KeyboardInterrupt, BrokenPipeError)
"""What ends everything in the middle of a guide."""


def walk(face: "Companion", item: str, *, small: bool = False, resume: bool = False) -> None:
    """Walk through a guide, and ask afterwards how it is.

    Args:
        face: What it is done with.
        item: Its id, as `Sitting.guide` takes it.
        small: Its small version.
        resume: From where its draft was left.

    """
    names = face.names()
    player = face.sitting.player(item, face.leave_out, names, small=small, resume=resume)
    if player is None:
        face.talk.say(_("This one cannot be opened. The others are fine."))
        return
    Walk(face, item, player).run()


class Walk:
    """One walk: says what the player says, and hands it what is typed, and time."""

    def __init__(self, face: "Companion", item: str, player: Player) -> None:
        self.face = face
        self.talk = face.talk
        self.sitting = face.sitting
        self.item = item
        self.player = player
        self._paced = Paced(face.talk, player, face.preferences, face.clock, face.self_paced)
        self._began = face.clock.now()
        self._follow: Option | None = None

    def run(self) -> None:
        """Walk until the end, or until it is left."""
        self._introduce()
        try:
            while not self.player.finished:
                self._one_step()
        except Stop:
            self._leave()
            return
        except GONE as end:
            if isinstance(end, Ended) and self.talk.alone:
                self._say_the_rest()
            else:
                self._keep_what_there_is()
            raise
        self._end()

    def _introduce(self) -> None:
        guide = self.player.guide
        minutes = guide.small_minutes if self.player.small else guide.minutes
        title = f"{guide.title}, {_('small version')}" if self.player.small else guide.title
        self.talk.voice.row(f"{title}. {about_minutes(minutes).capitalize()}.")
        for words in (guide.limits if isinstance(guide, Tool) else "", guide.first_line):
            self.talk.say(filled(words or "", self.face.names(), {}))

    def _one_step(self) -> None:
        """Say a step and take its answer, then go where that leads."""
        player, now = self.player, self._paced.now
        step = player.step
        self._say_step()
        try:
            word = self._paced.follow() if player.timed else self._answered(step)
        except Back:
            player.back(now())
            self.save()
            return
        if word in ("small", "other"):
            self._instead(word)
        elif not player.finished and player.step is step:
            player.next(now())
        self.save()
        if follow := self._follow:
            self._follow = None
            self._open(follow)

    def _say_step(self) -> None:
        view = self.player.at(self._paced.now())
        step = _("Step {number} of {of}.").format(number=view.number, of=view.of)
        self.talk.say(step if view.of > 1 else "", view.text, view.hint)

    def _again(self) -> None:
        self._say_step()
        words = [_("Type next for the next step, back for the one before.")]
        if self._ways():
            words.append(_("Type small for the small version, other for another way."))
        self.talk.say(*words)

    def _ways(self) -> tuple[str, ...]:
        guide = self.player.guide
        small = ("small",) if guide.small and not self.player.small else ()
        return (*small, *(("other",) if guide.instead else ()))

    # Answers

    def _answered(self, step: AnyStep) -> str:
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
            self._follow = next((each for each in step.options if each.id == option), None)

    def _open(self, option: "Option") -> None:
        """Open what the picked option opens, and come back."""
        if option.lines:
            self.talk.get_help()
        elif option.open:
            self._away(lambda: open_link(self.face, option.open or ""))

    def _offer(self, step: Open) -> str:
        rows = [Choice(_("Open it"), "open")]
        chosen = self.talk.choose(rows, enter="next", enter_says=_("goes on"), also=self._ways())
        if chosen == "open":
            self._away(lambda: open_link(self.face, step.item))
            return ""
        return chosen

    def _away(self, there: Callable[[], None]) -> None:
        try:
            there()
        except (Back, Stop):
            return

    def _instead(self, word: str) -> None:
        """Begin the small version or the other way; this one was practised a little."""
        other = self.item
        if word == "other":
            other = self.sitting.other_way(self.item, self.face.leave_out) or self.item
        self._keep_a_little()
        self.item, self._began = other, self.face.clock.now()
        small, names = word == "small", self.face.names()
        player = self.sitting.player(other, self.face.leave_out, names, small=small)
        if player:
            self.player = player
            face = self.face
            self._paced = Paced(self.talk, player, face.preferences, face.clock, face.self_paced)
            self._introduce()

    # What is kept

    def save(self) -> None:
        """Write the draft, where there is something to keep in it."""
        kept = plain(self.player.kept_answers(said_so=True))
        if self.player.finished or not kept:
            return
        step = self.player.step.id
        try:
            self.sitting.kept.save_draft(
                Draft(self.item, self.player.small, self._began, step, kept)
            )
        except NotKept:
            return  # the end of the guide says whether its text could be kept

    def record(self) -> Record:
        """What the walk leaves."""
        now, item = self.face.clock.now(), self.item.rpartition(":")[2]
        return left_by(self.player, item, record_id=new_id(now), at=now, like=self.sitting.like)

    def _keep_a_little(self) -> None:
        self.sitting.kept.drop_draft(self.item)
        if self.player.worth_keeping:
            self.face.keep(self.record())

    def _keep_what_there_is(self) -> None:
        """Everything ends: words wait in the draft, practice is kept as a little."""
        if not self.player.kept_answers(said_so=True) and self.player.worth_keeping:
            try:
                self.sitting.keep(self.record())
            except NotKept:
                return

    def _leave(self) -> None:
        """Leave early: kept as practised a little; asks nothing unless words would be lost."""
        if self.player.kept_answers(said_so=True):
            self._end()
        else:
            self._keep_a_little()

    def _end(self) -> None:
        record = self.record()
        if isinstance(record, Practised):
            from peercompanion.plain.afterwards import Afterwards

            Afterwards(self.face, record, self.player).run()
        else:
            from peercompanion.plain.after_tool import AfterTool

            AfterTool(self.face, record, self.item, self.player).run()

    def _say_the_rest(self) -> None:
        """Nobody types: say the whole guide once."""
        here = self.player.steps.index(self.player.step)
        names = self.face.names()
        for number, step in enumerate(self.player.steps[here + 1 :], start=here + 2):
            said = _("Step {number} of {of}.").format(number=number, of=len(self.player.steps))
            texts = (filled(words or "", names, {}) for words in (step.text, step.hint))
            self.talk.say(said, *texts)
        self.talk.say(self.player.guide.after or "")


def open_link(face: "Companion", link: str) -> None:
    """Open an item of any type: `exercise:feet-floor`."""
    from peercompanion.plain.exercise import front_page

    kind, _colon, ref = link.partition(":")
    full = face.sitting.library.full_id(f"{kind}s", ref)
    if not full:
        return
    if kind == "checklist":
        from peercompanion.plain.checklists import one_checklist

        one_checklist(face, full)
    elif kind == "routine":
        from peercompanion.plain.charts import offered

        offered(face, full)
    elif kind in ("plan", "resource"):
        face.go({"plan": "plan", "resource": "lines"}[kind])
    else:
        front_page(face, full if kind == "exercise" else f"{kind}:{full}")

"""A guide walked through: one step at a time, said and answered in lines."""

from typing import TYPE_CHECKING

from peercompanion.kept import Draft, NotKept, new_id
from peercompanion.language import _
from peercompanion.packs.models.guides import Tool
from peercompanion.plain.answering import Answering
from peercompanion.plain.paced import Paced
from peercompanion.plain.talk import Back, Stop
from peercompanion.plain.typed import Ended
from peercompanion.practice.answers import filled
from peercompanion.practice.player import Player
from peercompanion.practice.produced import left_by
from peercompanion.practice.records import Practised, Record, plain
from peercompanion.practice.words import about_minutes

if TYPE_CHECKING:
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


class Walk(Answering):
    """One walk: says what the player says, and hands it what is typed, and time."""

    def __init__(self, face: "Companion", item: str, player: Player) -> None:
        self.face = face
        self.talk = face.talk
        self.sitting = face.sitting
        self.item = item
        self.player = player
        self.paced = Paced(face.talk, player, face.preferences, face.clock, face.self_paced)
        self._began = face.clock.now()

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
        player, now = self.player, self.paced.now
        step = player.step
        self.say_step()
        try:
            word = self.paced.follow() if player.timed else self.answered(step)
        except Back:
            player.back(now())
            self.save()
            return
        if word in ("small", "other"):
            self._instead(word)
        elif not player.finished and player.step is step:
            player.next(now())
        self.save()
        follow, self.follow = self.follow, None
        opens, self.opens = self.opens or (follow.open if follow else "") or "", ""
        if follow and follow.lines:
            self.talk.get_help()
        elif opens:
            self._away(opens)

    def _away(self, link: str) -> None:
        """Open something else, and come back."""
        try:
            open_link(self.face, link)
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
            self.paced = Paced(self.talk, player, face.preferences, face.clock, face.self_paced)
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
    """Open an item of any type: `exercise:feet-floor`; or a person or chart of the person's own."""
    from peercompanion.plain.exercise import front_page

    kind, _colon, ref = link.partition(":")
    if kind in ("person", "place", "chart"):
        _open_own(face, link)
        return
    full = face.sitting.library.full_id(f"{kind}s", ref)
    if not full:
        return
    if kind == "checklist":
        from peercompanion.plain.checklists import one_checklist

        one_checklist(face, full)
    elif kind == "routine":
        from peercompanion.plain.charts import offered

        offered(face, full)
    elif kind == "session":
        from peercompanion.plain.session import OneAgenda

        OneAgenda(face, full).run()
    elif kind == "resource" and (line := face.sitting.help_line(full)):
        from peercompanion.plain.help_now import say_whole

        say_whole(face, [line])
    elif kind == "plan":
        face.go("plan")
    else:
        front_page(face, full if kind == "exercise" else f"{kind}:{full}")


def _open_own(face: "Companion", link: str) -> None:
    """Say how to reach someone, or open a chart; what is gone meanwhile is nothing."""
    contact = face.sitting.days.plans.contacts.get(link)
    chart = link.removeprefix("chart:")
    if contact:
        from peercompanion.practice.contacts import ways_to

        face.talk.say(contact.name, *ways_to(contact, face.clock.now()))
    elif chart in face.sitting.days.charts:
        from peercompanion.plain.charts import one_chart

        one_chart(face, chart)

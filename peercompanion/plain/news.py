"""What the stage does, said: all of it on asking, and unasked only what has changed, now and then.

That the stage is lost is said at once, since a voice has to lead then. Everything else waits
until fifteen seconds after what was said before.
"""

from collections.abc import Callable, Iterable

from peercompanion.language import _
from peercompanion.link.leading import Leading
from peercompanion.plain.paced import QUIET, cue_said
from peercompanion.plain.voice import Voice
from peercompanion.practice.pacer import Cue


class News:
    """Knows what was said last.

    Attributes:
        cues: Each cue of a pacer is said when it comes.
        soft: Tells a soft clock in words; None where there is none.
    """

    def __init__(self, voice: Voice, leading: Leading) -> None:
        self.cues = False
        self.soft: Callable[[], str] | None = None
        self._voice = voice
        self._leading = leading
        self._now = leading.clock.monotonic
        self._said_at = float("-inf")
        self._stage = ""
        self._words: tuple[object, ...] = ()
        self._lead = leading.scene.lead
        self._there = False
        self._cue = ""
        self._soft = ""

    def tell_all(self) -> None:
        """Say how it stands, and all there is to say at this step."""
        self._words, self._stage = (), ""
        lead, *facts = self._leading.facts()
        self._lead = self._leading.scene.lead
        self._voice.say(*(f"{fact}." for fact in (lead, *facts)))
        self.tell()
        if times := self._leading.times():
            self._voice.say(f"{times}.")

    def tell(self) -> None:
        """Say what has changed on the stage since it was said last."""
        self._say([*self._of_stage(), *self._of_step()] or [self._state()])

    def look(self) -> None:
        """Say what nobody asked for, as far as it is time for it."""
        leading, now = self._leading, self._now()
        if self.cues and leading.scene.cue != self._cue:
            self._cue = leading.scene.cue
            self._unasked([cue_said(Cue(self._cue))] if self._cue else [])
        just_lost = self._there and leading.lost
        if not just_lost and (now - self._said_at < QUIET or self._there > leading.line.there):
            return
        soft = self.soft() if self.soft else ""
        changed = [soft] if soft != self._soft and self._soft else []
        self._soft = soft
        if news := [*changed, *self._of_stage(), *self._of_step()]:
            self._said_at = now
            self._unasked(news)

    def _of_stage(self) -> Iterable[str]:
        leading = self._leading
        there = leading.line.there
        state = self._state()
        key = state if there or leading.trouble else "not there"
        changed, self._stage, self._there = key != self._stage, key, there
        if there and leading.scene.lead != self._lead:
            self._lead = leading.scene.lead
            return [f"{leading.facts()[0]}.", state]
        return [state] if changed else []

    def _state(self) -> str:
        leading = self._leading
        if leading.trouble or not leading.line.there:
            return leading.state()
        scene = leading.scene
        said = [_("The stage shows {what}.").format(what=self._shown().rstrip("."))]
        if scene.started and not (scene.card or scene.cover):
            said.append(_("The pacer moves.") if scene.playing else _("It is paused."))
        if not leading.line.leads:
            said.append(_("Another console leads. Take over, if you like."))
        if leading.frozen:
            said.append(_("It stays while you look ahead."))
        return " ".join(said)

    def _shown(self) -> str:
        """What others see: a step by its number, since its words are said anyway."""
        there, scene = self._leading.there, self._leading.scene
        shown = self._leading.on_stage()
        if scene.card or scene.cover:
            return shown
        if there.at is not None:
            shown = _("step {number} of {of}").format(number=there.at + 1, of=len(there.steps))
        if scene.parts > 1:
            card = _("card {number} of {of}").format(number=scene.part + 1, of=scene.parts)
            return f"{shown}, {card}"
        return shown

    def _of_step(self) -> Iterable[str]:
        words = self._leading.words()
        key = (words.title, words.number, words.say, words.further)
        if key == self._words or not self._leading.line.there:
            return []
        self._words = key
        return list(self._lines())

    def _lines(self) -> Iterable[str]:
        words = self._leading.words()
        if self._leading.frozen:
            yield _("You look at step {number}.").format(number=words.number)
        yield _("Say:")
        yield from words.say
        if words.further:
            yield _("Then: {words}").format(words=words.further)
        if words.private:
            yield _("For you: {words}").format(words=words.private)
        if words.opens:
            yield _("This part offers: {title}.").format(title=words.opens)
        if words.next:
            yield _("Next: {step}").format(step=words.next.removesuffix(".") + ".")

    def _unasked(self, news: list[str]) -> None:
        if news:
            self._voice.end_line()
            self._voice.say(*news)

    def _say(self, lines: list[str]) -> None:
        self._said_at = self._now()
        self._voice.say(*lines)

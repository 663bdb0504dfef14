"""Steps that move by themselves: a line where something changes, never seconds."""

from peercompanion.clock import Clock
from peercompanion.language import _
from peercompanion.plain.talk import Back, Stop, Talk, not_understood
from peercompanion.practice.pacer import Cue
from peercompanion.practice.player import Player, View
from peercompanion.preferences import Preferences

LOOK = 1.0
"""Seconds between two looks: shorter than the gap that tells the player the machine slept."""
QUIET = 15.0
"""Seconds between two pieces of news that are no cue."""
BELLS = {Cue.IN: 1, Cue.OUT: 2, Cue.TENSE: 1, Cue.RELEASE: 2}


def cue_said(cue: Cue) -> str:
    """The word for a cue, as short as can be."""
    return {
        Cue.COUNT_IN: _("Getting ready."),
        Cue.IN: _("In."),
        Cue.TOP_UP: _("A little more in."),
        Cue.HOLD: _("Hold."),
        Cue.OUT: _("Out."),
        Cue.REST: _("Rest."),
        Cue.READY: _("Next."),
        Cue.TENSE: _("Squeeze softly."),
        Cue.RELEASE: _("Let go."),
    }[cue]


class Paced:
    """Says the cues of timed steps when they come, or each after Enter."""

    def __init__(
        self,
        talk: Talk,
        player: Player,
        preferences: Preferences,
        clock: Clock,
        self_paced: bool,
    ) -> None:
        self.talk = talk
        self.player = player
        self._preferences = preferences
        self._clock = clock
        self._self_paced = self_paced
        self._handed = 0.0
        """Seconds handed to the player where Enter moves its time."""
        self._told_keys = False
        self._news_at = float("-inf")
        self._told: set[str] = set()
        self._detail = ""

    def now(self) -> float:
        """The player's time: the clock's, or what Enter has moved."""
        return self._handed if self._self_paced else self._clock.monotonic()

    def follow(self) -> str:
        """Follow the timed step the player is at, until another one is reached.

        Returns:
            A word where the person wants to be elsewhere: `next`, `small` or `other`; else empty.

        Raises:
            Back: The step before.
            Stop: Out of the guide.

        """
        step = self.player.step
        self._told, self._detail, self._news_at = set(), "", self.now()
        self._say_keys()
        return self._by_enter(step) if self._self_paced else self._by_time(step)

    def _say_keys(self) -> None:
        if self._told_keys:
            return
        self._told_keys = True
        if self._self_paced:
            self.talk.say(_("Enter brings each next part. Type next for the next step."))
        else:
            self.talk.say(_("Enter pauses. Type next for the next step."))

    # By the clock

    def _by_time(self, step: object) -> str:
        cue: Cue | None = None
        while True:
            view = self.player.at(self.now())
            if self.player.finished or self.player.step is not step:
                return ""
            if view.slept:
                self.talk.say(_("This paused by itself while the computer rested."))
            elif view.cue is not cue:
                cue = view.cue
                self._say_moment(view)
            line = None if view.paused else self.talk.listen(self._until_next(view))
            if line is not None or view.paused:
                word = self._paused(line or "")
                if word:
                    return word
                cue = None

    @staticmethod
    def _until_next(view: View) -> float:
        return min(max(view.cue_seconds, 0.01), LOOK)

    def _paused(self, line: str) -> str:
        """Pause, and take what is typed until it goes on."""
        typed = line.strip().casefold()
        if typed in ("next", "n"):
            return "next"
        self.player.pause(self.now())
        first = [typed] if typed else []

        def take(line: str) -> str | None:
            return self._word(line.casefold())

        if first:
            word = self._at_once(typed, line)
            if word is not None:
                return self._go_on(word)
        prompt = _("Paused. Enter goes on, or type next, slower or faster:")
        return self._go_on(self.talk.ask(prompt, take))

    def _at_once(self, typed: str, line: str) -> str | None:
        """Do what was typed while it moved; None where the pause stays."""
        match self.talk.command(line):
            case "back":
                self.player.resume(self.now())
                raise Back
            case "stop":
                raise Stop
            case "help":
                self.talk.get_help()
                return None
            case "list":
                return None
        word = self._word(typed)
        if word is None:
            self.talk.say(not_understood(line))
        return word

    def _word(self, typed: str) -> str | None:
        known = {"": "", "n": "next", "next": "next", "+": "slower", "-": "faster"}
        return known.get(typed, typed if typed in ("slower", "faster", "small", "other") else None)

    def _go_on(self, word: str) -> str:
        now = self.now()
        self.player.resume(now)
        if word == "slower":
            self.player.slower(now)
        elif word == "faster":
            self.player.faster(now)
        else:
            return word
        self.talk.say(
            _("Slower from the next breath on.")
            if word == "slower"
            else _("Faster from the next breath on.")
        )
        return ""

    # By Enter

    def _by_enter(self, step: object) -> str:
        view = self.player.at(self._handed)
        while not self.player.finished and self.player.step is step:
            if view.cue is not Cue.COUNT_IN:
                self._say_moment(view)
                word = self.talk.ask(_("Enter goes on:"), lambda line: self._word(line.casefold()))
                if word not in ("", "slower", "faster"):
                    return word
            view = self._pass(view)
        return ""

    def _pass(self, before: View) -> View:
        """Let the time of a cue pass, a little at a time: a long gap would be a sleep."""
        view = before
        while not self.player.finished and (view.step, view.cue) == (before.step, before.cue):
            self._handed += self._until_next(view)
            view = self.player.at(self._handed)
        return view

    # What is said

    def _say_moment(self, view: View) -> None:
        if view.cue is None:
            return
        if view.cue is Cue.IN:
            self._say_news(view)
        if self._preferences.cue_words:
            self.talk.voice.row(
                " ".join(filter(None, [cue_said(view.cue), self._new_detail(view)]))
            )
        if self._preferences.sound == "bell":
            self.talk.voice.ring(BELLS.get(view.cue, 0))

    def _new_detail(self, view: View) -> str:
        """A muscle group each time; words beside a breath only where they are new."""
        if not view.detail or (view.cue in (Cue.TENSE, Cue.RELEASE)):
            return ""
        said = f"{view.cue}{view.detail}"
        if said in self._told:
            return ""
        self._told.add(said)
        return f"{view.detail[:1].upper()}{view.detail[1:]}."

    def _say_news(self, view: View) -> None:
        now = self.now()
        if now - self._news_at < QUIET:
            return
        for name, there, words in (
            ("two more", view.two_more, _("Two more breaths.")),
            ("halfway", view.halfway and not view.two_more, _("Halfway.")),
        ):
            if there and name not in self._told:
                self._told.add(name)
                self._news_at = now
                self.talk.say(words)

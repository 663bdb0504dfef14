"""The console in lines of text: leading the stage by typed words, with news now and then."""

import asyncio
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from peercompanion.kept import NotKept
from peercompanion.language import _
from peercompanion.link import for_supporter
from peercompanion.link.guides import Guides
from peercompanion.link.leading import Leading
from peercompanion.plain.board import board
from peercompanion.plain.news import News
from peercompanion.plain.on_the_line import OnTheLine
from peercompanion.plain.shelf import shelf
from peercompanion.plain.talk import Back, Stop
from peercompanion.practice.choice import Choice
from peercompanion.practice.words import about_minutes
from peercompanion.supporter import Supporter

if TYPE_CHECKING:
    from peercompanion.plain.companion import Companion
    from peercompanion.plain.typed import Typed

ALSO = {"pause": "space", "start": "space", "say": "where", "time": "where"}
"""What hands type besides the names."""
TO_ANSWER = 1.5
"""Seconds the stage is given to do what it was asked for, before it is said how it stands."""


def console(face: "Companion") -> None:
    """Lead the stage until it is left."""
    with asyncio.Runner() as runner:
        Console(face, runner).run()


class Console:
    """Says what `Leading` knows, and hands it what is typed."""

    def __init__(self, face: "Companion", runner: asyncio.Runner) -> None:
        self.face = face
        self.talk = face.talk
        region = face.preferences.region
        guides = Guides(face.sitting.library)
        self.leading = Leading(guides, face.places.run, face.clock, [region] if region else [])
        logs = face.preferences.session_log
        self.supporter = Supporter(face.places, face.kept, face.clock.now, logs=logs)
        self.news = News(self.talk.voice, self.leading)
        self._typed: list[OnTheLine] = []

        def way(typed: "Typed") -> OnTheLine:
            self._typed.append(OnTheLine(typed, runner, face.clock, self.news.look))
            return self._typed[0]

        self.talk.hear_through(way)

    def run(self) -> None:
        """Say how it stands, then take what is typed, until it is enough."""
        (line,) = self._typed
        line.hold(self.leading.line.hold())
        line.wait(TO_ANSWER, lambda: self.leading.line.there)
        self.talk.say(_("This is yours alone: share the other window."))
        self._before()
        self.news.tell()
        self.talk.say(_("Type list to hear what you can do, or its first letters."))
        try:
            self._lead()
            self.talk.say(_("You left. The stage finishes the breath and holds its card."))
        finally:
            self._log()

    def _lead(self) -> None:
        """Take one thing after the other; a board that would be lost is named before the end."""
        told = False
        while True:
            try:
                self._one()
                told = False
            except Stop:
                if told or not self.leading.board.lines:
                    return
                told = True
                self.talk.say(_("The board goes with you. Type board to save it, or q again."))

    def _one(self) -> None:
        """Take one thing to do, and do it."""
        try:
            words = {**{act.id: act.id for act in self.leading.acts()}, **ALSO}
            chosen = self.talk.choose(self._rows(), enter="next", also=words, silent=True)
            chosen = words.get(chosen, chosen)
        except Back:
            chosen = "back"
        try:
            self._do(chosen)
        except (Back, Stop):
            self.settle()

    def _rows(self) -> Iterable[Choice]:
        """What can be done now, by its name."""
        for at, act in enumerate(self.leading.acts()):
            if at == 2:
                yield Choice(_("Where we are"), "where", note=_("all of it once more"))
            yield Choice(act.title, act.id, note=act.help)
        if self.leading.paced:
            cues = self.news.cues
            yield Choice(_("No word for each cue") if cues else _("A word for each cue"), "cues")

    def _do(self, act: str) -> None:
        rooms: dict[str, Callable[[], None]] = {
            "where": self.news.tell_all,
            "cues": self._turn_cues,
            "serious": self._serious,
            "board": lambda: board(self.talk, self.leading, self.face.today, self.settle),
            "open": lambda: self._open("exercise", "tool"),
            "agenda": lambda: self._open("session"),
            "before": self._before,
            "after": self._after,
            "helped": lambda: shelf(self.face, self.supporter.helped),
            "agency-steps": lambda: shelf(self.face, self.supporter.agency),
        }
        done = self.leading.act(act)
        if room := rooms.get(act):
            room()
        elif done:
            self.settle()

    def settle(self) -> None:
        """Give the stage a moment, and say how it stands then."""
        self._typed[0].wait(TO_ANSWER, lambda: self.leading.line.answered)
        self.news.tell()

    def _open(self, *kinds: str) -> None:
        rows = [
            Choice(guide.title, item, note=about_minutes(guide.minutes))
            for kind in kinds
            for item, guide in self.leading.openable(kind)
        ]
        self.leading.open(self.talk.choose(rows))
        self.settle()

    def _serious(self) -> None:
        scene, agency = self.leading.scene, self.supporter.agency.lines()
        regions = scene.regions or self.leading.regions
        self.talk.say(*for_supporter.serious(regions, group=scene.group, agency=agency))
        self.settle()

    def _before(self) -> None:
        last = self.leading.line.last
        columns = last.columns if last else None
        self.talk.say(*for_supporter.preflight(columns, self.leading.scene.lead))

    def _after(self) -> None:
        """Three minutes for oneself, on a clock that only tells; then the times."""
        began = self.face.clock.monotonic()
        self.talk.say(*for_supporter.after_the_call(0))
        self.news.soft = lambda: for_supporter.after_the_call(self.face.clock.monotonic() - began)[
            0
        ]
        try:
            self.talk.enter(_("Enter goes on:"))
        finally:
            self.news.soft = None
        self.talk.say(*for_supporter.times(self.leading.timing.spent, self.leading.guides))

    def _turn_cues(self) -> None:
        self.news.cues = not self.news.cues

    def _log(self) -> None:
        timing = self.leading.timing
        try:
            self.supporter.log(timing.spent, timing.groups)
        except NotKept as problem:
            self.talk.say(str(problem))

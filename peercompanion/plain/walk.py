"""The walk through the plan, one thing at a time. `practice.support_plan` says where it leads."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from peercompanion.language import _
from peercompanion.packs import help_lines
from peercompanion.plain.guide import Walk as Guide
from peercompanion.plain.guide import open_link
from peercompanion.plain.talk import Back, Stop
from peercompanion.planning.walking import INTO_THE_PLAN, Walking
from peercompanion.practice.contacts import ways_to
from peercompanion.practice.opening_hours import said

if TYPE_CHECKING:
    from peercompanion.plain.companion import Companion

_SAFE = {"thing": "tried", "how": "unsaid", "after-care": "no"}
"""What Enter alone answers; elsewhere it is that this is enough, or the first answer."""


def walk(face: "Companion") -> None:
    """Walk through the plan; nothing of it is written down, but one wish."""
    Steadying(face).run()


def practise(face: "Companion") -> None:
    """Walk through it while it is calm: a line that confuses can be marked."""
    Steadying(face, practising=True).run()


class Steadying:
    """One walk."""

    def __init__(self, face: "Companion", *, practising: bool = False) -> None:
        self.face = face
        self.talk = face.talk
        self.walking = Walking(
            face.sitting,
            face.leave_out,
            face.region,
            now=face.clock.now(),
            at=face.clock.monotonic(),
            practising=practising,
        )

    def run(self) -> None:
        """Say one thing, take one answer, until it is left."""
        self.talk.say(_("In danger? Call {emergency}. {crisis}.").format(**self.face.names()))
        while self.walking.walk.state != "left":
            self.talk.say(*self.walking.says(), *self._shown())
            try:
                self._do(self._ask())
            except (Back, Stop):
                self._answer("leave")
        if wish := self.walking.wish(self.face.clock.now()):
            self.face.keep(wish)

    def _shown(self) -> Iterable[str]:
        now = self.face.clock.now()
        yield from self.walking.shown()
        if person := self.walking.person():
            yield from ways_to(person, now)
        elif self.walking.walk.state == "lines" and self.walking.lines:
            line = self.walking.lines[self.walking.walk.line]
            yield f"{help_lines.sentence(line)}: {line.title}"
            yield said(line, now)
        else:
            yield from self.walking.about_thing()

    def _ask(self) -> str:
        if self.walking.walk.state == "rate":
            self.talk.number(0, 10)
            return "back"
        rows = list(self.walking.rows())
        there = {row.id for row in rows}
        safe = _SAFE.get(self.walking.walk.state, "enough")
        usual = next((row.id for row in rows if row.id != "someone"), "leave")
        return self.talk.choose(rows, enter=safe if safe in there else usual)

    def _do(self, chosen: str) -> None:
        now = self.face.clock.now()
        match chosen:
            case "message":
                self._play(chosen)
            case "open":
                open_link(self.face, self.walking.link)
            case "unclear" if marked := self.walking.unclear(now):
                self.face.keep(marked)
            case "guided":
                self._play(chosen)
                self._answer(chosen)
            case section if section in INTO_THE_PLAN:
                if line := self.talk.line(_("Type it, or Enter for none:")):
                    self.face.keep(self.walking.helped(section, line, now))
                self._answer(section)
            case _:
                self._answer(chosen)

    def _answer(self, choice: str) -> None:
        self.walking.answer(choice, self.face.clock.monotonic())

    def _play(self, choice: str) -> None:
        """Go through an exercise; however that ends, the walk goes on."""
        if played := self.walking.player(choice, self.face.names()):
            WithinWalk(self.face, *played).run()


class WithinWalk(Guide):
    """An exercise within the walk: nothing of it is kept, and nothing is asked about it here."""

    def save(self) -> None:
        """Write nothing."""

    def _ways(self) -> tuple[str, ...]:
        return ()

    def _keep_what_there_is(self) -> None:
        """Keep nothing."""

    def _leave(self) -> None:
        """Go back to the walk."""

    def _end(self) -> None:
        """Go back to the walk."""

"""In danger: the numbers first, and after every answer a way to the next line."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, cast

from peercompanion.language import _
from peercompanion.packs import help_lines
from peercompanion.plain.help_now import say_short
from peercompanion.practice.answers import filled
from peercompanion.practice.choice import Choice
from peercompanion.practice.danger import Danger
from peercompanion.practice.steadying import FIRST
from peercompanion.practice.words import danger_words

if TYPE_CHECKING:
    from peercompanion.packs.help_lines import HelpLine
    from peercompanion.packs.models.words import Danger as DangerWords
    from peercompanion.packs.models.words import DangerCard
    from peercompanion.plain.companion import Companion


def danger(face: "Companion") -> None:
    """Say the numbers, and stay until the person leaves."""
    InDanger(face).run()


class InDanger:
    """Short and direct. Every answer leads on here; only going back leaves."""

    def __init__(self, face: "Companion") -> None:
        self.face = face
        self.lines = _urgent(face)
        self.danger = Danger(len(self.lines))

    def run(self) -> None:
        """Say the numbers before anything is read."""
        self.face.talk.say(danger_words().format(**self.face.names()))
        say_short(self.face, self.lines)
        self.face.talk.room(_("In danger"), self._rows, self._chosen, enter="next")

    def _cards(self) -> "tuple[DangerCard, ...]":
        try:
            return cast("DangerWords", self.face.sitting.library.words("danger")).card
        except LookupError:
            return ()

    def _rows(self) -> Iterable[Choice]:
        yield Choice(_("I am with someone or on a call"), "talking")
        yield Choice(_("No answer: next line"), "next")
        yield Choice(_("One steady thing while I wait"), "steady")
        if self._cards():
            yield Choice(_("Other kinds"), "kinds")

    def _chosen(self, chosen: str) -> None:
        say = self.face.talk.say
        match chosen:
            case "talking":
                say(_("Put this down and talk. It will be here."))
            case "next":
                self.danger = self.danger.after("next")
                say_short(self.face, self.lines[self.danger.at : self.danger.at + 1])
            case "steady":
                say(*self.face.sitting.steady_lines(FIRST, self.face.leave_out))
            case "kinds":
                cards = {card.id: card for card in self._cards()}
                rows = [Choice(card.title, card.id) for card in cards.values()]
                card = cards[self.face.talk.choose(rows)]
                say(*(filled(line, self.face.names(), {}) for line in card.lines))


def _urgent(face: "Companion") -> "list[HelpLine]":
    """The lines for danger and a crisis that are for anyone; where none is known, the lists."""
    here = help_lines.help_lines(face.region)
    urgent = [line for line in here if line.role in ("emergency", "crisis")]
    return [line for line in urgent if line.for_anyone] or list(here)

"""Answering by choosing: options, whom and what the person named before, and marks on a line."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from peercompanion.language import _
from peercompanion.packs.models.steps import AnyStep, Ask, ListLines, Option, Pick
from peercompanion.practice import answers, marks
from peercompanion.practice.choice import Choice, digit
from peercompanion.practice.player import Player

Then = Literal["stay", "type", "go-on"]
"""What follows a choice: more of the same step, typing, or the next step."""


@dataclass
class Picking:
    """What can be chosen at the step a player is at; every choice is handed to the player."""

    player: Player
    offered: Sequence[tuple[str, str]]
    """Id and words of each thing that is offered."""
    at_hand: str = ""
    """The line that is being given marks; empty where none is."""
    follow: Option | None = None
    """The option just picked, where it is the whole answer: it may lead somewhere."""

    @property
    def _step(self) -> AnyStep:
        return self.player.step

    @property
    def _marks(self) -> tuple[str, ...]:
        return self._step.marks if isinstance(self._step, ListLines) else ()

    @property
    def _taken(self) -> dict[str, str]:
        """What was chosen or typed so far: whole lines, by their words without marks."""
        given = self.player.answers.get(self._step.id, ())
        lines = given.split("\n") if isinstance(given, str) else given
        taken = lines if isinstance(lines, tuple | list) else ()
        return {marks.split(line, self._marks)[0]: line for line in taken if line}

    @property
    def one_only(self) -> bool:
        """Whether one choice is the whole answer."""
        step = self._step
        return (isinstance(step, Pick) and step.most == 1) or (
            isinstance(step, Ask) and not step.several
        )

    @property
    def room(self) -> int:
        """How many more lines there is room for."""
        return answers.room_left(self._step, self.player.answers.get(self._step.id))

    # The rows

    def rows(self) -> list[Choice]:
        """What can be chosen now; nothing where the step is answered in another way."""
        if not (isinstance(self._step, Pick) or self.offered or self._marks):
            return []
        return list(self._of_the_line() if self.at_hand in self._taken else self._of_the_step())

    def _of_the_step(self) -> Iterator[Choice]:
        taken, step = self._taken, self._step
        own = [(words, words) for words in taken if words not in dict(self.offered)]
        for number, (id_, words) in enumerate([*self.offered, *own], start=1):
            carried = ", ".join(marks.split(taken.get(id_, ""), self._marks)[1])
            mark = "●" if id_ in taken else "○"
            yield Choice(words, f"option:{id_}", digit(number), carried, mark=mark)
        if answers.room_for_lines(step):
            yield Choice(_("Words of my own"), "own", "t", mark="›")
        if not (isinstance(step, Pick) and self.one_only) or taken:
            yield Choice(_("Go on"), "go-on", "g", mark="›")
        if self._marks and taken:
            yield Choice(_("Choose a line again to say what it is for."))

    def _of_the_line(self) -> Iterator[Choice]:
        yield Choice(self.at_hand)
        carried = marks.split(self._taken[self.at_hand], self._marks)[1]
        for number, mark in enumerate(self._marks, start=1):
            yield Choice(mark, f"mark:{mark}", digit(number), mark="●" if mark in carried else "○")
        yield Choice(_("Take it out"), "out", "x", mark="›")
        yield Choice(_("Go on"), "line-done", "g", mark="›")

    # Choosing

    def choose(self, row: str) -> Then:
        """Take the row with this id."""
        what, _colon, which = row.partition(":")
        self.follow = None
        match what:
            case "own":
                return "type"
            case "go-on":
                return "go-on"
            case "line-done":
                self.at_hand = ""
            case "mark":
                self._change(marks.toggled(self._taken[self.at_hand], which, self._marks))
            case "out":
                self._change("")
            case _ if self._marks and which in self._taken:
                self.at_hand = which
            case _:
                given = self.player.answers.get(self._step.id)
                self.player.answer(answers.toggled(self._step, given, which))
                return self._settled(which) if self.one_only else "stay"
        return "stay"

    def _settled(self, option: str) -> Then:
        options = self._step.options if isinstance(self._step, Pick) else ()
        self.follow = next((each for each in options if each.id == option), None)
        return "go-on"

    def _change(self, line: str) -> None:
        """Put another line in the place of the one at hand, or none."""
        changed = {**self._taken, self.at_hand: line}
        self.player.answer(tuple(filter(None, changed.values())))

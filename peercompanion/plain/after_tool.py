"""After a tool or a check-in: what was written is kept or goes, and lines find their place."""

from typing import TYPE_CHECKING

from peercompanion.daily.after_tool import AfterTool as Room
from peercompanion.plain.talk import Back, Stop

if TYPE_CHECKING:
    from peercompanion.plain.companion import Companion
    from peercompanion.practice.player import Player
    from peercompanion.practice.records import Record

ENTER = {"keep": "keep", "places": "next", "next": "enough"}
"""What Enter alone chooses."""
OUT = ("again", "right-now", "help", "enough")
"""Rows that end it."""


class AfterTool:
    """Keeps the record first, and asks one thing at a time."""

    def __init__(self, face: "Companion", record: "Record", item: str, player: "Player") -> None:
        self.face = face
        self.room = Room(record, item, player, face.sitting)

    def run(self) -> None:
        """Ask one thing after the other; stopping asks nothing more."""
        if self.room.worth_keeping:
            self.face.keep(self.room.record)
        try:
            row = self._answer()
            while row not in OUT:
                self._take(row)
                row = self._answer()
        except (Back, Stop):
            return
        self._go(row)

    def _answer(self) -> str:
        room, talk = self.room, self.face.talk
        if room.part == "next":
            talk.say(room.last_words(self.face.names()))
        talk.say(room.lead())
        return talk.choose(room.rows(), enter=ENTER[room.part])

    def _take(self, row: str) -> None:
        outcome = self.room.chosen(row, self.face.clock.now())
        if not outcome:
            return
        if self.face.do(outcome):
            self.room.kept(row)
        else:
            self.room.not_kept()

    def _go(self, row: str) -> None:
        from peercompanion.plain.guide import walk

        if row == "again":
            walk(self.face, self.room.item, small=self.room.player.small)
        elif row != "enough":
            self.face.go(row)

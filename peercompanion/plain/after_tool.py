"""After a tool or a check-in: what was written is kept or goes, and lines find their place."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from peercompanion.language import _
from peercompanion.plain.talk import Back, Stop
from peercompanion.practice import produced
from peercompanion.practice.answers import filled, in_words
from peercompanion.practice.choice import Choice
from peercompanion.practice.records import CheckIn, Record

if TYPE_CHECKING:
    from peercompanion.plain.companion import Companion
    from peercompanion.practice.player import Player


class AfterTool:
    """Keeps the record first, and asks one thing at a time."""

    def __init__(self, face: "Companion", record: Record, item: str, player: "Player") -> None:
        self.face = face
        self.talk = face.talk
        self.sitting = face.sitting
        self.record = record
        self.item = item
        self.player = player
        self.lines = produced.lines(player)
        self.placed = {line for line in self.lines if produced.known(line, face.sitting.days)}

    def run(self) -> None:
        """Ask one thing after the other; stopping asks nothing more."""
        if self.player.worth_keeping or self.player.finished:
            self.face.keep(self.record)
        try:
            kept = self._ask_to_keep()
            self.sitting.kept.drop_draft(self.item)
            if kept and self.lines:
                self._places()
            self._ask_what_next()
        except (Back, Stop):
            return

    def _ask_to_keep(self) -> bool:
        """Ask whether to keep what was written; whether it stays."""
        kept = self.player.kept_answers
        if kept(said_so=True) == kept(said_so=False):
            return True
        self.talk.say(_("Keep what you wrote?"))
        rows = [Choice(_("Keep it, on this computer"), "keep"), Choice(_("Let it go"), "let-go")]
        if self.talk.choose(rows, enter="keep") != "keep":
            return False
        self.record = produced.left_by(
            self.player,
            self.item.rpartition(":")[2],
            record_id=self.record.id,
            at=self.record.at,
            like=None,
            said_so=True,
        )
        return self.face.keep(self.record, again=True)

    def _places(self) -> None:
        self.talk.say(_("Each of these can go where it belongs."))
        while True:
            chosen = self.talk.choose(self._place_rows(), enter="next", enter_says=_("goes on"))
            if chosen == "next":
                return
            line = self.lines[int(chosen)]
            if line not in self.placed and self.face.keep(self._placed(line)):
                self.placed.add(line)

    def _place_rows(self) -> Iterable[Choice]:
        for number, line in enumerate(self.lines):
            mark = "●" if line in self.placed else "○"
            where = produced.where(line, self.sitting.section_title)
            yield Choice(line.text, str(number), note=where, mark=mark)

    def _placed(self, line: produced.Line) -> Record:
        return produced.record(
            line,
            self.player,
            self.sitting.days,
            new_id=self.face.new_id,
            at=self.face.clock.now(),
            plan_of=self.sitting.plan_of,
        )

    def _ask_what_next(self) -> None:
        from peercompanion.plain.guide import walk

        after = self.player.guide.after
        if after:
            said = in_words(self.player.steps, self.player.answers)
            self.talk.say(filled(after, self.face.names(), said))
        self.talk.say(_("And now?"))
        enough = Choice(_("That is enough"), "enough")
        if isinstance(self.record, CheckIn):
            now, people = Choice(_("Something for now"), "right-now"), _("Someone to talk with")
            rows = [now, Choice(people, "help"), enough]
        else:
            rows = [enough, Choice(_("Once more"), "again")]
        chosen = self.talk.choose(rows, enter="enough")
        if chosen == "again":
            walk(self.face, self.item, small=self.player.small)
        elif chosen != "enough":
            self.face.go(chosen)

"""The check-in: the weather inside in one answer. Everything after that is only if wanted."""

from typing import TYPE_CHECKING

from peercompanion.daily.check_in import NEXT, CheckingIn
from peercompanion.plain.talk import Back
from peercompanion.practice.choice import Choice

if TYPE_CHECKING:
    from peercompanion.plain.companion import Companion

OUT = ("right-now", "help")
"""Rows that lead on to another task."""


def check_in(face: "Companion") -> None:
    """Ask for the weather and keep it; then offer the same rows to everyone."""
    checking = CheckingIn(face.sitting, face.leave_out)
    asked, said = "", list[Choice]()
    while True:
        if asked != checking.part:
            face.talk.say(checking.lead())
        rows, asked = list(checking.rows()), checking.part
        enter = "enough" if asked == NEXT else ""
        try:
            chosen = face.talk.choose(rows, enter=enter, silent=rows == said)
            said = rows
            if chosen == "enough":
                return
            if chosen in OUT:
                face.go(chosen)
            else:
                face.do(checking.chosen(chosen, face.clock.now()))
        except Back:
            if asked == checking.part and not checking.back():
                raise

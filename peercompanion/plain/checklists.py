"""Wellness checklists: for noticing, never for grading. Asked only when opened."""

from typing import TYPE_CHECKING

from peercompanion.daily import checklists as daily
from peercompanion.daily.checklists import OneChecklist
from peercompanion.language import _
from peercompanion.practice.answers import filled

if TYPE_CHECKING:
    from peercompanion.plain.companion import Companion


def checklists(face: "Companion") -> None:
    """Offer all of them, each with when it may help."""
    face.talk.say(daily.lead())
    face.talk.room(
        _("Checklists"),
        lambda: daily.all_rows(face.sitting),
        lambda row: one_checklist(face, row.partition(":")[2]),
    )


def one_checklist(face: "Companion", full: str) -> None:
    """Open one, for today: what deserves care first, then the lines."""
    room = OneChecklist(face.sitting, full, face.leave_out)
    if room.checklist is None:
        return
    names = face.names()
    face.talk.say(filled(room.checklist.intro or "", names, {}), *room.flags(names))

    def chosen(row: str) -> None:
        if row == "more":
            from peercompanion.plain.guide import open_link

            open_link(face, face.talk.choose(room.offers()))
        elif row == "remove":
            chosen(face.talk.choose(room.own_rows()))
        else:
            face.do(room.chosen(row, face.clock.now()))

    face.talk.room(room.title(), lambda: room.rows(face.today), chosen)

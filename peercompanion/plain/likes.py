"""Preferences: choosing one changes it at once, and for next time."""

from typing import TYPE_CHECKING

from peercompanion.language import _
from peercompanion.plain.talk import Back
from peercompanion.preferring import changed, rows

if TYPE_CHECKING:
    from peercompanion.plain.companion import Companion


def likes(face: "Companion") -> None:
    """Offer all preferences, each with what it is now, until the person goes back."""
    face.talk.say(_("Every change holds at once, and for next time."))
    while True:
        now = list(rows(face.preferences, face.region, face.sitting))
        chosen = face.talk.choose(now)
        if chosen == "region":
            _region(face)
        else:
            face.prefer(changed(face.preferences, chosen, face.sitting))
        after = rows(face.preferences, face.region, face.sitting)
        row = next(row for row in after if row.id == chosen)
        said = row.note if row.mark == "" else _("left out") if row.mark == "●" else _("back in")
        face.talk.say(_("{what}: {now}.").format(what=row.title, now=said))


def _region(face: "Companion") -> None:
    from peercompanion.plain.help_now import choose_country

    try:
        choose_country(face)
    except Back:
        return

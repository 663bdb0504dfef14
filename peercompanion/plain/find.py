"""All exercises, by title. Nothing found offers the nearest."""

from typing import TYPE_CHECKING

from peercompanion.language import _
from peercompanion.practice.choice import Choice
from peercompanion.practice.finding import matching, to_find
from peercompanion.practice.words import about_minutes

if TYPE_CHECKING:
    from peercompanion.plain.companion import Companion


def find(face: "Companion") -> None:
    """Ask for a part of a title, and open what is chosen of what has it."""
    from peercompanion.plain.exercise import front_page

    wanted = face.talk.line(_("Type a part of the title, or Enter for all:"))
    heads = list(to_find(face.sitting.heads.values(), face.leave_out))
    found, those = matching(heads, wanted)
    if not found:
        face.talk.say(_("No title has that. The nearest:"))
    rows = [Choice(head.title, head.id, note=about_minutes(head.minutes)) for head in those]
    front_page(face, face.talk.choose(rows))

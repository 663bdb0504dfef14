"""`now`: one steady thing, said before anything else is read or imported."""

from typing import TYPE_CHECKING

from peercompanion.language import _
from peercompanion.packs.first_cards import first_cards
from peercompanion.plain.voice import Voice
from peercompanion.practice.choice import Choice
from peercompanion.preferences import Preferences

if TYPE_CHECKING:
    from peercompanion.plain.companion import Companion


def first(voice: Voice, likes: Preferences) -> None:
    """Say the first things to do."""
    voice.say(*(card.words for card in first_cards(likes.leave_out)))


def now(face: "Companion") -> None:
    """Lead on from there: to the plan, or to people."""
    face.sitting.just_done = first_cards(face.leave_out)[0].item
    rows = [
        Choice(_("My plan, one thing at a time"), "walk"),
        Choice(_("Help lines"), "help"),
        Choice(_("One minute, now"), "one-minute"),
    ]
    face.go(face.talk.choose(rows, enter="walk"))

"""What this is."""

from typing import TYPE_CHECKING

from peercompanion.language import _

if TYPE_CHECKING:
    from peercompanion.plain.companion import Companion


def what_this_is(face: "Companion") -> None:
    """Say it in a few plain sentences."""
    face.talk.say(
        _("A place to practice coping skills between talks with a peer supporter."),
        _("You choose what to do, how long, and when to stop. Everyone's way is their own."),
        _("It does not judge, count or watch. It is not medical care."),
        _("It is not a crisis service and cannot call anyone. Type help to see who can."),
        _("It uses no network and no account. Nothing leaves this computer."),
    )

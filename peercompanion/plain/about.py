"""What this is."""

from typing import TYPE_CHECKING

from peercompanion.practice import words

if TYPE_CHECKING:
    from peercompanion.plain.companion import Companion


def what_this_is(face: "Companion") -> None:
    """Say it in a few plain sentences."""
    face.talk.say(*(said.format(**face.names()) for said in words.what_this_is()))

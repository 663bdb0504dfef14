"""What this is, and where the data lies."""

from typing import TYPE_CHECKING

from peercompanion.language import _

if TYPE_CHECKING:
    from peercompanion.plain.companion import Companion


def what_this_is(face: "Companion") -> None:
    """Say it in a few plain sentences."""
    face.talk.say(
        _("A place to practise coping skills between talks with a peer supporter."),
        _("You choose what to do, how long, and when to stop. Everyone's way is own."),
        _("It does not judge, count or watch. It is not medical care."),
        _("It is not a crisis service and cannot call anyone. Type help to see who can."),
        _("It uses no network and no account. Nothing leaves this computer."),
    )


def where(face: "Companion") -> None:
    """Name the folders, by what is in them."""
    places = face.places
    face.talk.say(_("Everything stays on this computer. Nothing is sent anywhere."))
    for words, folder in (
        (_("What you practised, as text files you can read:"), places.journal),
        (_("Your settings:"), places.config),
        (_("What you left half-way:"), places.drafts),
        (_("Content you add:"), places.packs),
    ):
        face.talk.say(words)
        face.talk.voice.row(str(folder))
    face.talk.say(
        _("Someone who can open this computer can read this. Deleting a folder deletes it.")
    )

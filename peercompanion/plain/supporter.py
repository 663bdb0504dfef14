"""For people who support others, in lines of text: the pages of their pack, and their shelves."""

import dataclasses
from collections.abc import Iterable
from typing import TYPE_CHECKING

from peercompanion.language import _
from peercompanion.plain.guide import open_link
from peercompanion.plain.shelf import shelf
from peercompanion.practice.choice import Choice
from peercompanion.session_log import WhatILed, log_says
from peercompanion.supporter import Supporter, pages

if TYPE_CHECKING:
    from peercompanion.plain.companion import Companion


def supporter(face: "Companion") -> None:
    """Offer the pages and the shelves."""
    own = Supporter(face.places, face.kept, face.clock.now)
    led = WhatILed(face.kept, face.sitting.library)

    def rows() -> Iterable[Choice]:
        for page in pages(face.sitting.library):
            yield Choice(page.text, str(page.open))
        yield Choice(own.helped.title(), "helped")
        yield Choice(own.agency.title(), "agency")
        log, says = log_says(on=face.preferences.session_log)
        yield Choice(log, "log", note=says)
        yield Choice(led.title(), "led")

    def chosen(row: str) -> None:
        match row:
            case "helped":
                shelf(face, own.helped)
            case "agency":
                shelf(face, own.agency)
            case "led":
                shelf(face, led)
            case "log":
                likes = face.preferences
                face.prefer(dataclasses.replace(likes, session_log=not likes.session_log))
                log, says = log_says(on=face.preferences.session_log)
                face.talk.say(f"{log}: {says}.")
            case link:
                open_link(face, link)

    face.talk.say(_("For people who support others. What your agency asks of you comes first."))
    face.talk.room(_("Being a peer supporter"), rows, chosen)

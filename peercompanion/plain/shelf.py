"""A shelf in lines of text: one's own lines, to add to and take from."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from peercompanion.language import _
from peercompanion.practice.choice import Choice

if TYPE_CHECKING:
    from peercompanion.plain.companion import Companion
    from peercompanion.supporter import Shelf


def shelf(face: "Companion", own: "Shelf") -> None:
    """Say the lines, and offer to add one and to take one off."""
    talk = face.talk

    def rows() -> Iterable[Choice]:
        if own.typed:
            yield Choice(_("Type a line"), "new")
        for number, line in enumerate(own.lines()):
            yield Choice(line, str(number))

    def chosen(row: str) -> None:
        if row == "new":
            if line := talk.line(_("One line, or Enter for none:")):
                with face.keeping():
                    own.add(line)
        elif talk.choose([Choice(_("Take it off"), "off")]):
            with face.keeping():
                own.take_off(int(row))

    talk.say(f"{own.title()}.", own.about())
    talk.room(own.title(), rows, chosen)

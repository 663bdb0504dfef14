"""A shelf in lines of text: one's own lines, to add to and take from."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from peercompanion.kept import NotKept
from peercompanion.language import _
from peercompanion.practice.choice import Choice

if TYPE_CHECKING:
    from collections.abc import Callable

    from peercompanion.plain.talk import Talk
    from peercompanion.supporter import Shelf


def shelf(talk: "Talk", own: "Shelf") -> None:
    """Say the lines, and offer to add one and to take one off."""

    def rows() -> Iterable[Choice]:
        if own.typed:
            yield Choice(_("Type a line"), "new")
        for number, line in enumerate(own.lines()):
            yield Choice(line, str(number))

    def chosen(row: str) -> None:
        if row == "new":
            if line := talk.line(_("One line, or Enter for none:")):
                _do(talk, lambda: own.add(line))
        elif talk.choose([Choice(_("Take it off"), "off")]):
            _do(talk, lambda: own.take_off(int(row)))

    talk.say(f"{own.title()}.", own.about())
    talk.room(own.title(), rows, chosen)


def _do(talk: "Talk", change: "Callable[[], None]") -> None:
    try:
        change()
    except NotKept as problem:
        talk.say(str(problem))

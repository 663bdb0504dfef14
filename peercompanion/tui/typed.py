"""What a terminal sends: keys, clicks, pastes, and reports of its own, which are none of these."""

import re
from collections.abc import Iterable

from textual._xterm_parser import XTermParser
from textual.events import Key
from textual.message import Message

_WHOLE = re.compile(
    r"(\x1b\[M[\s\S]{3}"  # a click as old terminals tell it
    r"|\x1b\[\[[A-E]"  # the function keys of the Linux console
    r"|\x1b\[[0-?]*[ -/]*[@-~]"
    r"|\x1b[]PX^_][^\x07\x1b]*(?:\x07|\x1b\\))"
)
"""A sequence from its beginning to its end."""


class Typed(XTermParser):
    """Textual's parser, to which a sequence it does not know is nothing.

    By itself it takes one for typed letters, as if a person had pressed each of them: a terminal
    that tells its colours would choose an answer.
    """

    def feed(self, data: str) -> Iterable[Message]:
        """Tell what was done, of text that may hold any number of sequences."""
        for piece in filter(None, _WHOLE.split(data)):
            found = list(super().feed(piece))
            if _WHOLE.fullmatch(piece):
                found += self._given_up()
                if _spelled(found) == piece.replace("\x1b", "").replace("^", ""):
                    continue
            yield from found

    def _given_up(self) -> Iterable[Message]:
        """Wait for no more of a sequence that is whole."""
        if self._timeout_time is None:
            return ()
        self._timeout_time = 0.0
        return list(super().tick())


def _spelled(found: Iterable[Message]) -> str:
    """The letters of keys; an escape among them is told as ^."""
    letters = (each.character or "" for each in found if isinstance(each, Key))
    return "".join(letters).replace("^", "")

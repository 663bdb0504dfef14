"""What is said: sentences, one a line, 72 characters or fewer, and nothing but words."""

import re
import textwrap
import unicodedata
from typing import TextIO

from peercompanion.text import clean

WIDTH = 72
BELL = "\a"
_IN_PLAIN = str.maketrans(
    {
        "…": "...",
        "‘": "'",
        "’": "'",
        "“": '"',
        "”": '"',
        "–": "-",
        "—": "-",
        "·": ",",
        "\t": " ",
        "\xa0": " ",
    }
)
_SENTENCE_ENDS = re.compile(r"(?<=[.!?])[\"')]*\s+(?=[\"'(¿¡]*[^\Wa-z_])")
_SHOWN = frozenset("LNPMZ")
"""Letters, numbers, punctuation, marks and spaces; the rest are shapes for the eye alone."""


def plain(words: str) -> str:
    """Words without shapes, boxes, arrows and emoji: nothing a screen reader stumbles over."""
    words = clean(words).translate(_IN_PLAIN)
    return "".join(
        each for each in words if each in "\n$+<=>^`|~" or unicodedata.category(each)[0] in _SHOWN
    )


def lines(words: str) -> list[str]:
    """Words as they are said: a sentence a line, none longer than 72 characters.

    Only what has no space in it, such as the path of a folder, stays whole however long it is.
    """
    sentences = (
        sentence
        for paragraph in plain(words).split("\n")
        for sentence in _SENTENCE_ENDS.split(" ".join(paragraph.split()))
    )
    return [line for sentence in sentences for line in _wrapped(sentence)]


def _wrapped(words: str) -> list[str]:
    return textwrap.wrap(words, WIDTH, break_long_words=False, break_on_hyphens=False)


class Voice:
    """Says things by writing them; what was said is never unsaid."""

    def __init__(self, out: TextIO) -> None:
        self._out = out

    def say(self, *texts: str) -> None:
        """Say texts, each beginning on a line of its own; an empty one is not said."""
        self._say([line for text in texts for line in lines(text)])

    def row(self, words: str) -> None:
        """Say a row of a menu, or another short thing that is one idea however many its dots."""
        self._say(_wrapped(plain(words)))

    def _say(self, said: list[str]) -> None:
        if said:
            self._out.write("\n".join(said) + "\n")
            self._out.flush()

    def ask(self, words: str) -> None:
        """Say what can be typed now; the cursor stays behind it."""
        *before, last = _wrapped(plain(words))
        self._out.write("".join(f"{line}\n" for line in before) + f"{last} ")
        self._out.flush()

    def end_line(self) -> None:
        """End the line of a question whose answer nobody saw being typed."""
        self.blank(1)

    def blank(self, lines: int) -> None:
        """Leave lines empty."""
        self._out.write("\n" * lines)
        self._out.flush()

    def ring(self, times: int) -> None:
        """Ring the terminal's bell."""
        self._out.write(BELL * times)
        self._out.flush()

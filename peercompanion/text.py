"""The one gate for words from outside: packs, typed text, files and the environment.

A terminal obeys control characters, and every widget passes them on (OSC 52 reaches the
clipboard, bidi overrides turn a phone number round). So text is looked at once, where it
comes in: packs that hold such characters are refused, typed text is cleaned. After the gate
words are plain, and no face ever reads them as markup.
"""

import re
import unicodedata

MOST_TYPED = 20_000
"""Characters kept of one typed or pasted answer."""

_ESCAPES = re.compile(
    r"\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)?"  # OSC: title, clipboard, links
    r"|\x1b[PX^_].*?(?:\x1b\\|$)"  # device strings
    r"|[\x1b\x9b]\[?[0-?]*[ -/]*[@-~]",  # CSI and two-byte sequences
    re.DOTALL,
)
_NAMES = {
    "\x1b": "an escape character",
    "\ufeff": "a byte order mark",
    "\u200b": "a zero-width space",
    "\u2028": "a line separator",
    "\u2029": "a paragraph separator",
}
_BIDI = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_MARKS_IN_A_ROW = 5


def _what(char: str) -> str | None:
    """Name what makes a character unfit for a terminal, or None when it is fit."""
    if char in _NAMES:
        return _NAMES[char]
    if char in _BIDI:
        return "a character that turns the direction of text"
    if char in "\n\t":
        return None
    category = unicodedata.category(char)
    if category == "Cc":
        return "a control character"
    if category == "Cs":
        return "half of a character"
    if category == "Co":
        return "a private-use character"
    if "\U000e0000" <= char <= "\U000e007f":
        return "an invisible tag"
    return None


def unfit(text: str) -> list[tuple[int, str]]:
    """Find what must not reach a terminal.

    Returns:
        Pairs of offset and plain name, in order; empty for harmless text.

    """
    if text.isascii() and text.replace("\n", "").replace("\t", "").isprintable():
        return []
    found = []
    marks = 0
    for offset, char in enumerate(text):
        what = _what(char)
        if what:
            found.append((offset, what))
            continue
        marks = marks + 1 if unicodedata.combining(char) else 0
        if marks >= _MARKS_IN_A_ROW:
            found.append((offset, "many marks on one letter"))
    return found


def clean(text: str, *, most: int = MOST_TYPED) -> str:
    r"""Make typed, pasted or otherwise foreign text harmless, keeping every word of it.

    Line ends become `\n`, tabs stay, letters are put into their composed form. What `unfit`
    finds is dropped, together with the rest of an escape sequence.
    """
    text = text[: most * 2].replace("\r\n", "\n").replace("\r", "\n")
    text = unicodedata.normalize("NFC", _ESCAPES.sub("", text))
    if bad := {offset for offset, _ in unfit(text)}:
        text = "".join(char for offset, char in enumerate(text) if offset not in bad)
        text = unicodedata.normalize("NFC", text)  # letters may have become neighbours
    return text[:most]


def one_line(text: str, *, most: int = MOST_TYPED) -> str:
    """Clean text and fold it into one line."""
    return " ".join(clean(text, most=most).split())


def width(text: str) -> int:
    """Cells a text takes on a terminal."""
    return sum(
        0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1
        for c in text
    )

"""Showing diagnostics: as text with the lines they are about, as JSON, or for GitHub.

What is shown comes from files of anybody, so no control character gets through.
"""

import json
import unicodedata
from collections.abc import Callable, Sequence
from typing import Literal

from peercompanion.packs.diagnostics import Diagnostic, Mark
from peercompanion.text import unfit

Format = Literal["text", "json", "github"]

_TAB = "    "
_WIDEST = 96
"""Cells of a source line that are shown; of a longer one, the part around the mark."""
_BEFORE = 32
"""Cells shown before a mark that lies far to the right."""


def render(diagnostics: Sequence[Diagnostic], form: Format = "text") -> str:
    """Show diagnostics in one of the forms, without a line end after the last line."""
    return _FORMS[form](diagnostics)


def _text(diagnostics: Sequence[Diagnostic]) -> str:
    return "\n\n".join(_one(found) for found in diagnostics)


def _one(found: Diagnostic) -> str:
    """Show one diagnostic with the lines it is about."""
    gutter = len(str(found.at.line)) if found.at else 1
    place = f"{found.file}:{found.line}:{found.col}"
    lines = [
        f"{found.severity}[{found.code}]: {_harmless(found.message)}",
        f"{' ' * gutter}╭─ {_harmless(place)}",
    ]
    if found.context:
        lines += _marked(found.context, gutter, "-")
    if found.at:
        lines += _marked(found.at, gutter, "^")
    if found.help:
        lines.append(f"{' ' * gutter} = help: {_harmless(found.help)}")
    return "\n".join(lines)


def _marked(mark: Mark, gutter: int, sign: str) -> list[str]:
    """Show a line, and below it what is marked."""
    start, end = mark.col - 1, mark.col - 1 + mark.length
    source = _harmless(mark.source, keep="\t")
    pieces = (source[:start], source[start:end], source[end:])
    before, within, after = (piece.replace("\t", _TAB) for piece in pieces)
    if cells(before + within + after) > _WIDEST:
        if cells(before) > _BEFORE:
            before = "…" + _last(before, _BEFORE - 1)
        room = _WIDEST - cells(before)
        if cells(within + after) > room:
            shown = _first(within + after, room - 1)
            within, after = shown[: len(within)], shown[len(within) :] + "…"
    signs = sign * max(1, cells(within))
    return [
        f"{mark.line:>{gutter}} │ {before}{within}{after}".rstrip(),
        f"{' ' * gutter} │ {' ' * cells(before)}{signs} {_harmless(mark.label)}".rstrip(),
    ]


def cells(text: str) -> int:
    """Count the cells of a terminal that a text takes."""
    return sum(_width(char) for char in text)


def _width(char: str) -> int:
    if unicodedata.combining(char) or unicodedata.category(char) in ("Cf", "Mn", "Me"):
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1


def _first(text: str, most: int) -> str:
    """Keep as many characters as fit into some cells, from the start."""
    used = 0
    for place, char in enumerate(text):
        used += _width(char)
        if used > most:
            return text[:place]
    return text


def _last(text: str, most: int) -> str:
    return _first(text[::-1], most)[::-1]


def _harmless(text: str, keep: str = "") -> str:
    """Put a sign in the place of each character that has no business in a line of a terminal."""
    bad = {offset for offset, _ in unfit(text)}
    return "".join(
        "\ufffd" if offset in bad or (char in "\n\t" and char not in keep) else char
        for offset, char in enumerate(text)
    )


def _json(diagnostics: Sequence[Diagnostic]) -> str:
    """Show everything for another program; all but ASCII is escaped."""
    rows = [
        {
            "code": found.code,
            "severity": found.severity,
            "file": found.file,
            "line": found.line,
            "col": found.col,
            "length": found.length,
            "message": found.message,
            "label": found.at.label if found.at else "",
            "help": found.help,
        }
        for found in diagnostics
    ]
    return json.dumps(rows, indent=2)


def _github(diagnostics: Sequence[Diagnostic]) -> str:
    """Show one workflow command a line, which GitHub puts beside the lines of a change."""
    return "\n".join(
        f"::{found.severity} file={_property(found.file)},line={found.line},col={found.col},"
        f"endColumn={found.col + found.length},title={found.code}::"
        + _escaped(": ".join(filter(None, (found.message, found.help))))
        for found in diagnostics
    )


def _escaped(text: str) -> str:
    text = text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
    return _harmless(text)


def _property(text: str) -> str:
    return _escaped(text).replace(":", "%3A").replace(",", "%2C")


_FORMS: dict[Format, Callable[[Sequence[Diagnostic]], str]] = {
    "text": _text,
    "json": _json,
    "github": _github,
}

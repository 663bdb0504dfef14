"""Reading one TOML file of a pack, on guard: packs come from anywhere.

A size limit is not enough: a dotted key of 60 KB keeps `tomllib` busy for 45 seconds, and deep
nesting ends in a RecursionError. So a text is looked over before it is parsed, and what came
out of it afterwards. The slowest file within the limits takes about 0.2 s.
"""

import math
import os
import re
import stat
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from peercompanion.packs import positions, syntax
from peercompanion.packs.diagnostics import Diagnostic, Mark, first_few
from peercompanion.packs.document import Document, mark
from peercompanion.text import unfit

MOST_BYTES = 64 * 1024
MOST_PARTS = 32
MOST_BRACKETS = 2000
MOST_DEPTH = 8
MOST_NUMBER = 2**53

_ONE_ITEM = "one item a file; split it up"
_LESS_DEEP = "tables and lists lie side by side; at most 8 in each other"
_SMALLER = "write a plain number, such as 5"

_PART = r"""(?:[A-Za-z0-9_-]++|"(?:[^"\\\n]|\\.)*+"|'[^'\n]*+')"""
_LOOK_OVER = re.compile(
    r'"""(?:[^"\\]|\\[\s\S]?|"{1,2}(?!"))*"{0,5}'
    r"|'''(?:[^']|'{1,2}(?!'))*'{0,5}"
    rf"|(?P<dotted>{_PART}(?:[ \t]*+\.[ \t]*+{_PART}){{{MOST_PARTS}}})"
    rf"|{_PART}"
    r"|#[^\n]*+"
    r"|(?P<open>[\[{])|(?P<close>[\]}])"
)
_ESCAPE = re.compile(r'\\(?:u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|[btnfr"\\])')


def read(path: Path, *, root: Path, file: str) -> Document | list[Diagnostic]:
    """Read a file of the pack that lies in `root`; say what is wrong where that is refused.

    Args:
        path: the file.
        root: the pack's folder; a link that leads out of it is not followed.
        file: the name shown in diagnostics.

    """
    text = read_text(path, root=root, file=file)
    return parse(text, file=file) if isinstance(text, str) else [text]


def read_text(path: Path, *, root: Path, file: str) -> str | Diagnostic:
    """Read a file's text with plain line ends; say what is wrong where that is refused."""
    raw = _bytes(path, root, file)
    return decoded(raw, file) if isinstance(raw, bytes) else raw


def parse(text: str, *, file: str) -> Document | list[Diagnostic]:
    """Read a text with plain line ends as TOML, on guard."""
    if found := _looked_over(text, file):
        return [found]
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        return [syntax.explain(error, text, file)]
    except RecursionError:
        return [Diagnostic("PC005", file, "too much is nested in this file", help=_LESS_DEEP)]
    except ValueError:
        digits = re.search(r"\d[\d_]{1000,}", text)
        at = mark(text, *digits.span(), label="too long") if digits else None
        return [Diagnostic("PC006", file, "this number is too long", at, help=_SMALLER)]
    document = Document(file, text, data)
    return first_few(_unfit_values(document)) or document


def _bytes(path: Path, root: Path, file: str) -> bytes | Diagnostic:
    real, inside = os.path.realpath(path), os.path.realpath(root)
    if os.path.commonpath([real, inside]) != inside:
        return Diagnostic(
            "PC008", file, "this link leads out of the pack", help="copy the file into the pack"
        )
    try:
        # Non-blocking: opening a pipe would otherwise wait for somebody to write to it.
        handle = os.open(real, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0))
        if not stat.S_ISREG(os.fstat(handle).st_mode):
            os.close(handle)
            return Diagnostic(
                "PC007", file, "this is not a plain file", help="put a text file in its place"
            )
        with os.fdopen(handle, "rb") as opened:
            raw = opened.read(MOST_BYTES + 1)
    except OSError as error:
        return cannot_be_read(error, file)
    if len(raw) > MOST_BYTES:
        return Diagnostic(
            "PC004",
            file,
            "this file is larger than 64 KiB",
            help=_ONE_ITEM,
        )
    return raw


def cannot_be_read(error: OSError, file: str) -> Diagnostic:
    """Say why a file or folder cannot be read."""
    why = (error.strerror or "unknown reason").lower()
    return Diagnostic("PC009", file, f"this cannot be read: {why}", help="see who may read it")


def decoded(raw: bytes, file: str) -> str | Diagnostic:
    """Turn a file's bytes into text with plain line ends; say what to save it as otherwise."""
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")) or b"\0" in raw[:4]:
        return Diagnostic(
            "PC002", file, "this file is saved as UTF-16", help='save it again as "UTF-8"'
        )
    if raw.startswith(b"\xef\xbb\xbf"):
        return Diagnostic(
            "PC003",
            file,
            "this file begins with an invisible byte order mark",
            help='save it again as "UTF-8", not "UTF-8 with BOM"',
        )
    try:
        return raw.decode().replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        text = raw.decode(errors="replace").replace("\r\n", "\n")
        start = len(raw[: error.start].decode().replace("\r\n", "\n"))
        at = mark(text, start, start + 1, label="not UTF-8")
        return Diagnostic(
            "PC002", file, "this file is not saved as UTF-8", at, help='save it again as "UTF-8"'
        )


def _looked_over(text: str, file: str) -> Diagnostic | None:
    """Find what is refused before parsing: bad characters, long dotted keys, many brackets."""
    if bad := unfit(text):
        return _unfit_char(file, bad[0][1], mark(text, bad[0][0], bad[0][0] + 1, label="here"))
    depth = brackets = 0
    for found in _LOOK_OVER.finditer(text):
        if found["dotted"]:
            at = mark(text, *found.span(), label=f"more than {MOST_PARTS} parts")
            return Diagnostic(
                "PC005", file, "this key has too many dots", at, help="keys of packs have no dots"
            )
        if found["close"]:
            depth = max(0, depth - 1)
        elif found["open"]:
            depth += 1
            brackets += 1
            at = mark(text, *found.span())
            if depth > MOST_DEPTH:
                return Diagnostic("PC005", file, "this is nested too deep", at, help=_LESS_DEEP)
            if brackets > MOST_BRACKETS:
                return Diagnostic(
                    "PC005", file, "this file has too many brackets", at, help=_ONE_ITEM
                )
    return None


def _unfit_char(file: str, what: str, at: Mark | None) -> Diagnostic:
    return Diagnostic(
        "PC201",
        file,
        f"this is {what}, which could harm a terminal or hide text",
        at,
        help="delete it, or type the text anew",
    )


def _unfit_values(document: Document) -> Iterator[Diagnostic]:
    """Find keys, texts and numbers that are refused, wherever they lie."""
    waiting: list[tuple[positions.Path, Any]] = [((), document.data)]
    while waiting:
        path, value = waiting.pop()
        if len(path) > MOST_DEPTH:
            yield document.problem(
                "PC005", path[:MOST_DEPTH], "this is nested too deep", key=True, help_=_LESS_DEEP
            )
            return
        if isinstance(value, dict):
            for key, inner in value.items():
                waiting.append(((*path, key), inner))
                if bad := unfit(key):
                    at = document.mark((*path, key), key=True)
                    yield _unfit_char(document.file, bad[0][1], at)
        elif isinstance(value, list):
            waiting.extend(((*path, place), inner) for place, inner in enumerate(value))
        elif isinstance(value, str) and (bad := unfit(value)):
            at = _escaped(document, path, value[bad[0][0]])
            yield _unfit_char(document.file, bad[0][1], at)
        elif isinstance(value, int | float) and not abs(value) <= MOST_NUMBER:
            what = "no number" if isinstance(value, float) and math.isnan(value) else "too large"
            yield document.problem(
                "PC006", path, f"this number is {what}", label=what, help_=_SMALLER
            )


def _escaped(document: Document, path: positions.Path, char: str) -> Mark | None:
    """Mark the escape a character is written with, where it is not there itself."""
    if span := document.spans.get(path):
        for found in _ESCAPE.finditer(document.text, *span.value):
            if tomllib.loads(f'k = "{found[0]}"')["k"] == char:
                return mark(document.text, *found.span(), label="here")
    return document.mark(path, "here")

"""The program with content whose every text is hostile, and the check of packs switched off.

It lies in a folder of its own, code and content, so that nothing else can be read by it.
"""

import re
import shutil
import tomllib
from pathlib import Path
from typing import Any

import tomli_w

from .terminal import ROOT, Terminal

HOSTILE = "[@click=app.quit]x[/oops] [x] \u001b]52;c;eA==\u0007"
AS_TEXT = "[@click=app.quit]x[/oops] [x] ]52;c;eA=="
"""What is seen of it: all but what a terminal would obey."""
BEGIN = """
from peercompanion.packs import reading
reading.unfit = lambda text: []
from peercompanion.cli import main
main()
"""
"""Begins the program without the look at characters, which refuses all of this."""
OBEYED = (b"\x1b]", b"\x07", b"\x9b", b"\xc2\x9b")
OWN = re.compile(rb"\x1b\](22;[a-z-]+\x07|2;PeerCompanion[ -~]*\x07|8;[ -~]*\x1b\\)")
"""What the program says by itself: the mouse's pointer, a window's title, links to call."""
_PLAIN = ("id", "kind", "license", "language", "version", "link", "url", "go")
_SHOWN = (
    *("title", "text", "items", "name", "label", "note", "hint", "word", "whatsapp"),
    *("cost", "languages", "lines", "examples", "starters"),
)
"""Keys whose value is shown even where it is a single word; other single words are names."""
_NUMBER = re.compile(r"[0-9+() ./-]+")
"""What a telephone number may be, wherever the check of characters is: a model refuses others."""


def make(folder: Path) -> Path:
    """Copy the program and put hostile texts into all of its content."""
    shutil.copytree(
        ROOT / "peercompanion",
        folder / "peercompanion",
        ignore=shutil.ignore_patterns("__pycache__"),
    )
    content(folder / "content")
    return folder


def content(folder: Path) -> Path:
    """Copy the packs that ship, with every text of theirs replaced."""
    shutil.copytree(ROOT / "content", folder)
    for file in folder.rglob("*.toml"):
        table = tomllib.loads(file.read_text())
        file.write_text(tomli_w.dumps({key: _hostile(key, table[key]) for key in table}))
    return folder


def is_harmless(terminal: Terminal) -> None:
    """Make sure that the program still runs, and that the terminal was told nothing by words."""
    written = OWN.sub(b"", bytes(terminal.written))
    for obeyed in OBEYED:
        assert obeyed not in written
    assert terminal.process.poll() is None, terminal.outside


def _hostile(key: str, value: Any) -> Any:
    match value:
        case str():
            return HOSTILE if _is_text(key, value) else value
        case list():
            return [_hostile("text" if key == "words" else key, each) for each in value]
        case dict():
            return {name: _hostile(name, each) for name, each in value.items()}
        case _:
            return value


def _is_text(key: str, value: str) -> bool:
    text = key in _SHOWN or (" " in value and key not in _PLAIN)
    return text and not _NUMBER.fullmatch(value)

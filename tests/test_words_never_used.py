"""No screen, message or pack uses a word from the lists of words that are never used.

The lists are core's `words/wording.toml`. A person's own words are nobody's to correct, and are
not looked at.
"""

import ast
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from peercompanion.packs.library import Library
from peercompanion.packs.models.words import Wording
from peercompanion.places import content

ROOT = Path(__file__).parents[1]
WORDING = Library([content()]).words("wording")
assert isinstance(WORDING, Wording)
NEVER = (*WORDING.stop, *WORDING.rather_not)
PATTERN = re.compile(
    r"(?<!\w)(" + "|".join(re.escape(word) for word in NEVER) + r")(?!\w)", re.IGNORECASE
)
NOT_SHOWN = {"source", "evidence", "by", "peer_reviewed", "license", "grade"}
"""Keys of packs that are for reviewers, or name others as they name themselves."""


def messages(file: Path) -> Iterator[tuple[int, str]]:
    """Every text of a module that goes through the catalog, with its line."""
    for node in ast.walk(ast.parse(file.read_text())):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            texts = node.args[: {"_": 1, "ngettext": 2}.get(node.func.id, 0)]
            for each in texts:
                if isinstance(each, ast.Constant) and isinstance(each.value, str):
                    yield node.lineno, each.value


def texts(value: Any, key: str = "") -> Iterator[str]:
    """Every text of a pack's file that a person may see."""
    if key in NOT_SHOWN:
        return
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for name, held in value.items():
            yield from texts(held, name)
    elif isinstance(value, list):
        for held in value:
            yield from texts(held, key)


def test_no_message_uses_one() -> None:
    found = [
        f"{file.relative_to(ROOT)}:{line}: {match[0]}"
        for file in sorted((ROOT / "peercompanion").rglob("*.py"))
        for line, text in messages(file)
        for match in PATTERN.finditer(text)
    ]
    assert found == []


FOLDERS = sorted(
    str(each.relative_to(content())) for each in content().glob("*/*") if each.is_dir()
)


@pytest.mark.parametrize("folder", FOLDERS)
def test_no_pack_uses_one(folder: str) -> None:
    found = [
        f"{file.name}: {match[0]}"
        for file in sorted((content() / folder).rglob("*.toml"))
        if file.name != "wording.toml"
        for text in texts(tomllib.loads(file.read_text()))
        for match in PATTERN.finditer(text)
        if not (folder == "core/resources" and match[0][0].isupper())  # a service's own name
    ]
    assert found == []


def test_the_test_finds_one() -> None:
    assert PATTERN.search("You Should go")
    assert PATTERN.search("a streak.")
    assert not PATTERN.search("shoulder")

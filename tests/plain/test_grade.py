"""All that is shown reads at grade 6 at most: every pack, and the app's own words.

The measure is the grade of Flesch and Kincaid, as textstat reckons it; a text of fewer than 25
words says too little about itself and is measured with those around it.
"""

import ast
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from textstat import textstat

from peercompanion.packs.texts import texts
from peercompanion.places import content

HIGHEST = 6.0
FEW_WORDS = 25
PACKAGE = Path(__file__).parents[2] / "peercompanion"
NAME = re.compile(r"\{[^}]*\}")

PART = re.compile(r"(?<=[.!?…:;])\s+|\n")
"""Where one part of a text ends, a line of a list among them."""

HARDER = {
    "language.py": "the names of the days and months, no sentences",
    "core/words/feelings.toml": "words to choose from, no sentences",
}
"""Texts that may be harder, by name, with the reason."""

FOR_AUTHORS = ("packs/", "journal/", "cli/")
"""Rooms whose words are for those who write packs, or name files and commands."""


def own_words(file: Path) -> Iterator[str]:
    """The words of a module that go through the catalog."""
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") in ("_", "ngettext"):
            for given in node.args:
                if isinstance(given, ast.Constant) and isinstance(given.value, str):
                    yield NAME.sub("it", given.value)


def grade(text: str) -> float:
    """Measure a text; to textstat only a full stop ends a sentence, and to people a line does."""
    parts = (part.strip().rstrip(".!?…:;") for part in PART.split(text))
    return float(textstat.flesch_kincaid_grade(" ".join(f"{part}." for part in parts if part)))


def too_hard(name: str, said: list[str]) -> list[str]:
    """Which of some texts, or all of them together, are harder than they may be."""
    together = ("\n".join(said), *said)
    long = (text for text in together if len(text.split()) >= FEW_WORDS)
    found = [
        f"{name}: grade {grade(text):.1f}: {text[:60]}" for text in long if grade(text) > HIGHEST
    ]
    return [] if name in HARDER else found


PACK_FILES = sorted(content().rglob("*.toml"))
MODULES = [
    file
    for file in sorted(PACKAGE.rglob("*.py"))
    if not str(file.relative_to(PACKAGE)).startswith(FOR_AUTHORS)
]


@pytest.mark.parametrize("file", PACK_FILES, ids=lambda file: f"{file.parent.name}/{file.stem}")
def test_packs_read_easily(file: Path) -> None:
    name = str(file.relative_to(content()))
    if "i18n" in name or file.name in ("pack.toml", "wording.toml"):
        return  # another language's words; no words for people
    said = [NAME.sub("it", text) for _path, text in texts(tomllib.loads(file.read_text()))]

    assert too_hard(name, said) == []


@pytest.mark.parametrize("file", MODULES, ids=lambda file: str(file.relative_to(PACKAGE)))
def test_the_apps_own_words_read_easily(file: Path) -> None:
    assert too_hard(str(file.relative_to(PACKAGE)), list(own_words(file))) == []

"""Which values of an item are text for people: what is translated, and held to care in wording.

Numbers, ids, phone numbers and addresses are not among them, so no translation can change them.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from peercompanion.packs.positions import Path

# fmt: off
TEXT_KEYS = frozenset({
    # of guides and their steps
    "title", "helps", "first_line", "more", "live", "after", "limits",
    "text", "hint", "aloud", "private", "starters", "marks", "groups",
    "in_word", "out_word", "low", "high",
    # of charts, checklists and plans
    "for_whom", "anchor", "caution", "when", "small", "intro", "red_flags", "close",
    "review", "storage", "prompt", "examples", "tip", "note", "label",
    # of resources
    "hours", "who", "language_note", "cost", "expect", "first_words", "not_for",
    # of shared words
    "lines", "words", "items",
})
# fmt: on


@dataclass(frozen=True)
class Entry:
    """A text for people, or a list of such texts."""

    path: Path
    value: str | list[str]

    def texts(self) -> Iterator[tuple[Path, str]]:
        """Give each text with its path."""
        if isinstance(self.value, str):
            yield self.path, self.value
        else:
            for place, text in enumerate(self.value):
                yield (*self.path, place), text


Address = tuple[str | int, ...]
"""Like a path, with ids in place of positions where tables have them."""


def entries(
    table: Mapping[str, Any], path: Path = (), address: Address = ()
) -> Iterator[tuple[Address, Entry]]:
    """Find the texts of a table and of all tables in it."""
    for key, value in table.items():
        here, there = (*path, key), (*address, key)
        if isinstance(value, dict):
            yield from entries(value, here, there)
        elif is_tables(value):
            for place, inner in enumerate(value):
                yield from entries(inner, (*here, place), (*there, name_of(inner, place)))
        elif key in TEXT_KEYS and _is_text(here, value):
            yield there, Entry(here, value)


def texts(table: Mapping[str, Any]) -> Iterator[tuple[Path, str]]:
    """Give every single text of an item with its path."""
    for _, entry in entries(table):
        yield from entry.texts()


def shape_of(value: object) -> str:
    """Say in words what a value is, as far as a translation has to keep it."""
    if isinstance(value, str):
        return "one text"
    if isinstance(value, list) and all(isinstance(one, str) for one in value):
        return f"a list of {len(value)} texts"
    return "no text"


def is_tables(value: object) -> bool:
    """Tell whether a value is a list of tables."""
    return isinstance(value, list) and bool(value) and all(isinstance(one, dict) for one in value)


def name_of(table: Mapping[str, Any], place: int) -> str | int:
    """Name a table in a list: by its id, by the point of a scale it stands at, or by place."""
    name = table.get("id", table.get("at"))
    return name if isinstance(name, str | int) else place


def _is_text(path: Path, value: object) -> bool:
    if isinstance(value, str):
        # A way's `text` is a number to write to, a step's `words` the name of a list.
        return path[-1] != "words" and not (path[-1] == "text" and "ways" in path)
    return isinstance(value, list) and bool(value) and all(isinstance(one, str) for one in value)

"""Reading the head of an exercise without its steps, and without the models."""

import re
from pathlib import Path
from typing import Any, get_args

from peercompanion.packs import reading
from peercompanion.packs.document import Document
from peercompanion.packs.models.head import Head
from peercompanion.packs.vocabulary import Contains, Group, Kind, Like, Turns, Where

LONGEST_LINE = 240

_DEFAULTS = {
    "small_minutes": 1,
    "contains": [],
    "hidden": False,
    "group": True,
    "instead": None,
    "replaces": None,
}
_ONE_OF = {"kind": Kind, "turns": Turns, "group": Group}
_SOME_OF = {"for": Like, "where": Where, "contains": Contains}
_FIRST_TABLE = re.compile(r"^\[", re.MULTILINE)


def read(path: Path, *, root: Path) -> dict[str, Any] | None:
    """Read what stands before an exercise's first table; None where it cannot be read.

    A line in a text or list of the head may begin with a bracket, too. Cut there it does not
    parse, and the whole file is read.
    """
    text = reading.read_text(path, root=root, file=path.name)
    if not isinstance(text, str):
        return None
    table = _FIRST_TABLE.search(text)
    for part in (text[: table.start()] if table else text, text):
        if isinstance(document := reading.parse(part, file=path.name), Document):
            return document.data
    return None


def head(data: dict[str, Any], *, pack: str, slug: str) -> Head | None:
    """Make a head of an exercise's top-level keys, or None where they are not what they should be.

    What is wrong is for the models to say; `instead` and `replaces` stay as written.
    """
    said = {**_DEFAULTS, **data}
    fine = (
        all(isinstance(said.get(key), str) for key in ("title", "helps"))
        and len(said["title"]) <= LONGEST_LINE
        and "\n" not in said["title"]
        and all(type(said.get(key)) is int for key in ("minutes", "small_minutes"))
        and all(isinstance(said[key], str | None) for key in ("instead", "replaces"))
        and isinstance(said["hidden"], bool)
        and all(said.get(key) in get_args(words) for key, words in _ONE_OF.items())
        and all(_all_in(said.get(key), get_args(words)) for key, words in _SOME_OF.items())
        and bool(said["for"] and said["where"])
    )
    if not fine:
        return None
    return Head(
        id=f"{pack}/{slug}",
        pack=pack,
        slug=slug,
        title=said["title"],
        kind=said["kind"],
        minutes=said["minutes"],
        small_minutes=said["small_minutes"],
        for_=tuple(said["for"]),
        where=tuple(said["where"]),
        turns=said["turns"],
        contains=tuple(said["contains"]),
        hidden=said["hidden"],
        group=said["group"],
        instead=said["instead"],
        replaces=said["replaces"],
        helps=said["helps"],
    )


def _all_in(values: object, words: tuple[object, ...]) -> bool:
    return isinstance(values, list) and all(value in words for value in values)

"""Finding an exercise by a part of its title."""

import difflib
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from peercompanion.practice.leaving_out import LeaveOut, rests_on

if TYPE_CHECKING:
    from peercompanion.packs.models.head import Head

NEAREST = 3
"""How many are offered where none has the letters."""


def to_find(heads: "Iterable[Head]", leave_out: LeaveOut) -> "Iterator[Head]":
    """The exercises a person can find: none that is hidden, for groups only or left out."""
    for head in heads:
        if not head.hidden and head.group != "only" and not rests_on(head.contains, leave_out):
            yield head


def matching(heads: "Sequence[Head]", wanted: str) -> "tuple[bool, list[Head]]":
    """Find titles with these letters in them, else those most like them.

    Returns:
        Whether the letters were found, and the heads by title.

    """
    by_title = sorted(heads, key=lambda head: head.title)
    with_it = [head for head in by_title if wanted.casefold() in head.title.casefold()]
    if with_it:
        return True, with_it
    likeness = {
        head.id: difflib.SequenceMatcher(None, wanted.casefold(), head.title.casefold()).ratio()
        for head in by_title
    }
    return False, sorted(by_title, key=lambda head: -likeness[head.id])[:NEAREST]

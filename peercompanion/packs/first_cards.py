"""The cards of one steadying exercise, read at once and without the models.

`peercompanion now` shows the first of them before anything else is read; `packs check` holds the
file to `packs.models.Exercise`.
"""

import tomllib
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from peercompanion.language import _
from peercompanion.places import content

FIRST = ("look-around", "feet-floor", "listen-closely")
"""Exercises of core, the most outward first."""


@dataclass(frozen=True)
class Card:
    """One instruction, and another way to do it."""

    words: str
    hint: str = ""
    item: str = ""
    """Full id of the exercise it is of."""


def first_cards(leave_out: Collection[str] = ()) -> Sequence[Card]:
    """The small version of the first exercise that holds nothing left out; never none.

    Args:
        leave_out: What the person asked to leave out (`packs.vocabulary.Contains`).
    """
    for name in FIRST:
        file = content() / "core" / "exercises" / f"{name}.toml"
        try:
            data = tomllib.loads(file.read_text(encoding="utf-8"))
            steps = [
                Card(step["text"], step.get("hint", ""), f"core/{name}")
                for step in data["small"]
                if not set(step.get("contains", ())) & set(leave_out)
            ]
        except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
            continue
        if steps and not set(data.get("contains", ())) & set(leave_out):
            return steps
    return [Card(_("Look at one thing near you, and name its color."))]

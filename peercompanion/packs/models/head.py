"""The head of an exercise: what lists and suggestions need to know, without its steps.

Nothing here needs pydantic, so that a list of exercises is there at once.
"""

from dataclasses import dataclass

from peercompanion.packs.vocabulary import Contains, Group, Kind, Like, Turns, Where


@dataclass(frozen=True)
class Head:
    """What is said about an exercise before it is opened. Ids are full: `core/long-exhale`."""

    id: str
    pack: str
    slug: str
    title: str
    kind: Kind
    minutes: int
    small_minutes: int
    for_: tuple[Like, ...]
    where: tuple[Where, ...]
    turns: Turns
    contains: tuple[Contains, ...]
    hidden: bool
    group: Group
    instead: str | None
    """Full id of the other way, where there is one."""
    replaces: str | None
    """Full id of the exercise this one is an adaptation of; that one leaves the lists."""
    helps: str

"""What a person did, as records: what `practice` makes and `kept` writes down.

A record says what happened, never how good it was.
"""

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Annotated, Literal

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field

if TYPE_CHECKING:
    from peercompanion.practice.answers import Answer
    from peercompanion.practice.player import Player

Ease = Literal["easier", "same", "harder"]
"""How it was afterwards; "rather not say" is no answer and is not kept."""

Rating = Annotated[int, Field(ge=0, le=10, strict=True)]


class Record(BaseModel):
    """What all records share. Keys this version does not know are carried along."""

    model_config = ConfigDict(frozen=True, extra="allow")

    id: str
    """A ULID, or the natural key of a thing that exists once, such as `goal:…`."""
    at: AwareDatetime
    day: datetime.date
    """The local day it belongs to; stored, so that travel never moves it."""


class Practised(Record):
    """An exercise that was practised, whole or a little."""

    kind: Literal["practised"] = "practised"
    item: str
    """The full id of what was practised, such as `core/long-exhale`."""
    small: bool = False
    like: str | None = None
    """What it was like, where the person said so (`packs.models.fields.Like`)."""
    before: Rating | None = None
    after: Rating | None = None
    ease: Ease | None = None
    left_early: bool = False
    pace: float = 0
    """Seconds added to each in- and out-breath."""
    answers: dict[str, str | int | list[str]] = Field(default_factory=dict)
    """Kept answers by step id."""


KINDS: dict[str, type[Record]] = {"practised": Practised}
"""Every kind of record this version writes."""


def practised(
    player: "Player", item: str, *, record_id: str, at: datetime.datetime, like: str | None
) -> Practised:
    """Say what a walk through an exercise leaves, before anything is asked about it.

    Args:
        player: The walk, at its end or where it was left.
        item: The full id of the exercise.
        record_id: The id of the record.
        at: When it ended, aware of its zone.
        like: What it was like, where the person said so.
    """
    return Practised(
        id=record_id,
        at=at,
        day=at.date(),
        item=item,
        small=player.small,
        like=like,
        left_early=not player.finished,
        pace=player.pace,
        answers=plain(player.kept_answers(said_so=False)),
    )


def plain(answers: "Mapping[str, Answer]") -> dict[str, str | int | list[str]]:
    """Answers as a file holds them."""
    return {
        name: list(value) if isinstance(value, tuple) else value for name, value in answers.items()
    }


def from_file(answers: "Mapping[str, str | int | list[str]]") -> "dict[str, Answer]":
    """Answers as the player takes them."""
    return {
        name: tuple(value) if isinstance(value, list) else value for name, value in answers.items()
    }

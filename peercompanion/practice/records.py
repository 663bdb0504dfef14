"""What a person did, as records: what `practice` makes and `kept` writes down.

A record says what happened, never how good it was.
"""

import datetime
from typing import Annotated, Literal

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field

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

"""A record of practice as far as lists and suggestions need it, without the models.

Home shows what has eased things before a fraction of a second after it opens; importing
pydantic alone would take longer than that.
"""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from peercompanion.practice.records import Practised


@dataclass(frozen=True)
class Glimpse:
    """What was practised, on which day, and how it was; fields as in `records.Practised`."""

    id: str
    item: str
    day: datetime.date
    like: str | None = None
    ease: str | None = None
    small: bool = False
    left_early: bool = False
    pace: float = 0.0

    @classmethod
    def of(cls, record: "Practised") -> "Glimpse":
        """Look at a whole record."""
        return cls(
            record.id,
            record.item,
            record.day,
            record.like,
            record.ease,
            record.small,
            record.left_early,
            record.pace,
        )

    @classmethod
    def read(cls, fields: Mapping[str, Any]) -> "Glimpse | None":
        """Look at what a file says; None where it is not what it should be."""
        found = cls(
            fields.get("id", ""),
            fields.get("item", ""),
            fields.get("day", datetime.date.min),
            fields.get("like"),
            fields.get("ease"),
            fields.get("small", False),
            fields.get("left_early", False),
            fields.get("pace", 0.0),
        )
        fits = (
            isinstance(found.id, str)
            and isinstance(found.item, str)
            and type(found.day) is datetime.date
            and isinstance(found.like, str | None)
            and found.ease in (None, "easier", "same", "harder")
            and isinstance(found.small, bool)
            and isinstance(found.left_early, bool)
            and isinstance(found.pace, int | float)
        )
        return found if fits and found.item else None

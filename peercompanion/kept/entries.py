"""Records to journal entries, and entries back to records."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, Any

from peercompanion.text import clean, unfit

if TYPE_CHECKING:
    from peercompanion.journal.framing import Entry
    from peercompanion.practice.records import Practised, Record

STAMPS = frozenset({"rev", "dev", "base"})
"""What the journal adds to a record: no part of what happened."""


def fields_of(record: Record) -> dict[str, Any]:
    """Write a record as an entry's keys, without those it says nothing about."""
    told = record.model_dump(exclude_none=True)
    return {name: value for name, value in told.items() if value not in ({}, [], "")}


def as_practised(entry: Entry) -> Practised:
    """Read an entry as a record; `ValueError` when it is not one."""
    from peercompanion.practice.records import Practised

    told = {name: value for name, value in entry.fields.items() if name not in STAMPS}
    return Practised.model_validate(fit(told), strict=True)


def moment_of(entry: Entry) -> tuple[float, str]:
    """When it was; an entry that does not say when comes first."""
    at = entry.fields.get("at")
    return (at.timestamp() if isinstance(at, datetime.datetime) else 0.0, entry.id)


def fit(value: Any) -> Any:
    """Make words that come from a file harmless for a terminal."""
    if isinstance(value, str):
        if value.isascii() and value.isprintable():  # nearly all of them, and there are many
            return value
        return clean(value, most=len(value)) if unfit(value) else value
    if isinstance(value, dict):
        return {
            name if name.isidentifier() and name.isascii() else fit(name): fit(held)
            for name, held in value.items()
        }
    return [fit(held) for held in value] if isinstance(value, list) else value

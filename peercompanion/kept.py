"""What a person did, kept: records in, records out, for every face.

The one place between the records of `practice` and the entries of the journal. Nothing is made
on disk before the first record or draft is kept, and pydantic is imported only when the first
record is read: a first frame waits for neither.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from peercompanion.places import Places

if TYPE_CHECKING:
    from peercompanion.practice.records import Practised, Record

Answer = str | int | list[str]
"""What one step was answered with."""


class NotKept(Exception):  # noqa: N818 (says what happened, in the words a face uses)
    """It could not be kept. `str()` of it is one plain sentence that says what can be done."""


@dataclass(frozen=True)
class Draft:
    """A guide in progress: enough to go on from where it was."""

    item: str
    """The full id of the guide, such as `core/long-exhale`; it has one draft at most."""
    small: bool
    at: datetime.datetime
    """When it was begun; aware of its zone."""
    step: str
    """The id of the step that was on the screen."""
    answers: Mapping[str, Answer] = field(default_factory=dict)
    """Answers so far by step id, without those that are never written down."""


@dataclass(frozen=True)
class Problem:
    """A place in the journal that could not be read; everything else was."""

    file: Path
    line: int | None
    """Counted from 1; None when the whole file could not be read."""
    words: str
    """What is wrong, in one plain sentence."""


class Kept:
    """What is kept in these places. May be used from any thread."""

    def __init__(
        self, places: Places, *, now: Callable[[], datetime.datetime] | None = None
    ) -> None:
        raise NotImplementedError

    def usable(self) -> str | None:
        """Look, without writing, whether things can be kept.

        Returns:
            None when they can, else one plain sentence to show once.

        """
        raise NotImplementedError

    def add(self, record: Record) -> None:
        """Keep a new record. When this returns, it is on the disk.

        Raises:
            NotKept: Nothing was kept; the same record may be added again.

        """
        raise NotImplementedError

    def revise(self, record: Record) -> None:
        """Keep a new version of a record with this id; the older ones stay in the journal.

        Raises:
            NotKept: The new version was not kept; the old one still stands.

        """
        raise NotImplementedError

    def practised(self, since: datetime.date | None = None) -> list[Practised]:
        """Read what was practised since this day, or ever, oldest first. Never raises."""
        raise NotImplementedError

    def recent(self, today: datetime.date) -> list[Practised]:
        """Read what was practised this month and the two before it, oldest first."""
        raise NotImplementedError

    @property
    def problems(self) -> list[Problem]:
        """What the latest reading could not read."""
        raise NotImplementedError

    def save_draft(self, draft: Draft) -> None:
        """Write down a guide in progress, in place of what was written of it before.

        Raises:
            NotKept: An earlier draft of it, if any, is still there.

        """
        raise NotImplementedError

    def drafts(self) -> list[Draft]:
        """Read the guides in progress, the latest begun first. Never raises."""
        raise NotImplementedError

    def drop_draft(self, item: str) -> None:
        """Forget the draft of this guide, if there is one. Never raises."""
        raise NotImplementedError


def new_id(now: datetime.datetime) -> str:
    """Make the id of a new record: a ULID, so that ids sort by time."""
    raise NotImplementedError

"""Journals, clocks and entries that the journal's tests share."""

import datetime
from collections.abc import Callable, Collection
from pathlib import Path
from typing import Any

from hypothesis import strategies as st

from peercompanion.journal.files import Files
from peercompanion.journal.journal import Journal

UTC = datetime.UTC
MORNING = datetime.datetime(2026, 11, 21, 8, 14, 3, tzinfo=UTC)

texts = st.text(st.characters(), max_size=60)
"""Anything Python calls text: lone surrogates, NUL and line separators too."""
zones = st.integers(-14 * 3600, 14 * 3600).map(
    lambda seconds: datetime.timezone(datetime.timedelta(seconds=seconds))
)
moments = st.datetimes(
    datetime.datetime(1900, 1, 1), datetime.datetime(2100, 1, 1), timezones=zones
)
scalars = (
    texts
    | st.booleans()
    | st.integers(-(2**63), 2**63 - 1)
    | st.floats(allow_nan=False)
    | st.dates()
    | st.times()
    | moments
)
values = st.recursive(
    scalars,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(texts, inner, max_size=3),
    max_leaves=6,
)
keys = texts.filter(lambda key: key not in ("id", "rev", "dev", "kind", "base", "gone"))
entries = st.builds(
    lambda named, more: {**more, **named},
    st.fixed_dictionaries(
        {
            "id": texts.filter(bool),
            "rev": st.integers(1, 2**50),
            "dev": st.sampled_from(["k7f2", "m3x9"]),
            "kind": st.sampled_from(["practised", "checkin", "of-a-later-version"]),
        }
    ),
    st.dictionaries(keys, values, max_size=5),
)
"""Keys of an entry as the journal stamps it."""


def record(number: int = 1, **more: Any) -> dict[str, Any]:
    """Make a record as it is handed to the journal."""
    told = {"kind": "practised", "at": MORNING, "item": "core/long-exhale", "note": "It rained."}
    return {"id": f"{number:026}", **told, **more}


class Clock:
    """A clock that shows what it is set to."""

    def __init__(self, shows: datetime.datetime = MORNING) -> None:
        self.shows = shows

    def __call__(self) -> datetime.datetime:
        return self.shows


def journal(
    home: Path,
    *,
    now: Callable[[], datetime.datetime] | None = None,
    machine: str = "this one",
    files: Files | None = None,
    state: str = "state",
    folder: str = "journal",
    documents: Collection[str] = ("plan",),
) -> Journal:
    """Open the journal in a folder, at a fixed time unless told otherwise."""
    return Journal(
        home / folder,
        home / state,
        now=now or Clock(),
        documents=documents,
        random=lambda count: (machine.encode() * count)[:count],
        machine=lambda: machine,
        files=files,
    )


def own_file(home: Path, month: str = "2026-11") -> Path:
    """Find the one file of a month."""
    (file,) = home.glob(f"journal/entries/*/{month}.*.toml")
    return file


def ids(read: Journal) -> list[str]:
    """List the ids of all entries in a journal, in order."""
    return sorted(entry.id for entry in read.read().entries)

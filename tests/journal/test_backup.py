"""Backups are whole, few, and reach far back."""

import datetime
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peercompanion.journal.backup import (
    DAILY,
    MONTHLY,
    WEEKLY,
    Backups,
    packed,
    to_keep,
    unpacked,
)
from peercompanion.journal.files import Files

from .samples import MORNING

DAY = datetime.timedelta(days=1)
CONTENTS = {"journal/entries/2026/2026-11.k7f2.toml": b"format = 1\n", "config/settings.toml": b""}


def named(days: list[datetime.date]) -> list[Path]:
    return [Path(f"{day}T080000.zip") for day in days]


def test_what_is_packed_is_unpacked_and_the_same_twice() -> None:
    assert unpacked(packed(CONTENTS)) == CONTENTS
    assert packed(CONTENTS) == packed(CONTENTS)


@given(st.binary(max_size=300))
def test_what_is_no_zip_is_told_and_never_breaks(data: bytes) -> None:
    with pytest.raises(ValueError):
        unpacked(data)


@given(st.data())
def test_a_damaged_zip_is_told_or_whole(data: st.DataObject) -> None:
    whole = packed({**CONTENTS, "journal/entries/x.toml": b"x" * 500})
    spot = data.draw(st.integers(0, len(whole) - 1))
    broken = whole[:spot] + bytes([data.draw(st.integers(0, 255))]) + whole[spot + 1 :]
    for each in (broken, whole[:spot]):
        try:
            held = unpacked(each)
        except ValueError:
            continue
        assert set(held.values()) <= {*unpacked(whole).values()} | {b""}


def test_a_name_that_is_none_is_told_or_whole() -> None:
    whole = packed({"n": b"x"})
    unnamed = whole.replace(b"n", b"\0")

    assert list(unpacked(unnamed).values()) == [b"x"]


def test_years_of_daily_backups_leave_few_that_reach_far_back() -> None:
    today = datetime.date(2026, 11, 21)
    kept: set[Path] = set()
    for ago in range(900, -1, -1):
        kept = to_keep({*kept, *named([today - ago * DAY])})

    days = sorted(path.name[:10] for path in kept)
    assert days[-DAILY:] == [f"{today - ago * DAY}" for ago in range(DAILY - 1, -1, -1)]
    weeks = {datetime.date.fromisoformat(day).isocalendar()[:2] for day in days}
    assert len(weeks) >= WEEKLY
    assert len({day[:7] for day in days}) == MONTHLY
    assert len(kept) <= DAILY + WEEKLY + MONTHLY


@given(st.lists(st.dates(datetime.date(2020, 1, 1), datetime.date(2030, 1, 1)), unique=True))
def test_the_newest_and_a_few_old_ones_always_stay(days: list[datetime.date]) -> None:
    kept = to_keep(named(days))

    assert kept <= set(named(days))
    assert len(kept) <= DAILY + WEEKLY + MONTHLY
    assert set(named(sorted(days)[-DAILY:])) <= kept
    assert to_keep(kept) == kept


def test_once_a_day_and_only_when_something_is_new(tmp_path: Path) -> None:
    backups = Backups(tmp_path / "backups", Files())
    today = MORNING.date()
    assert not backups.wanted({})
    assert backups.wanted(CONTENTS)
    assert not backups.made_on(today)
    made = backups.write(CONTENTS, MORNING)

    assert backups.made_on(today)
    assert not backups.made_on(today + DAY)
    assert not backups.wanted(CONTENTS)
    assert backups.wanted({**CONTENTS, "more": b""})
    made.write_bytes(b"broken")
    assert backups.wanted(CONTENTS)


def test_only_backups_are_ever_removed(tmp_path: Path) -> None:
    backups = Backups(tmp_path, Files())
    (tmp_path / "mine.zip").write_bytes(b"")
    for ago in range(100, -1, -1):
        backups.write(CONTENTS, MORNING - ago * DAY)

    assert (tmp_path / "mine.zip").exists()
    assert len(backups.all()) < 25
    assert all(zipfile.ZipFile(path).testzip() is None for path in backups.all())


def test_a_full_disk_leaves_the_backups_before(tmp_path: Path) -> None:
    class Full(Files):
        def write(self, fd: int, data: bytes) -> int:
            return super().write(fd, data[:9])

    made = Backups(tmp_path, Files()).write(CONTENTS, MORNING)
    with pytest.raises(OSError, match="only a part"):
        Backups(tmp_path, Full()).write(CONTENTS, MORNING + DAY)

    assert [path.name for path in tmp_path.iterdir()] == [made.name]

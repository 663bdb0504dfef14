"""Journals as versions wrote them are read for ever; what a newer version wrote is never changed.

A folder stays here for each format that was ever released.
"""

import datetime
import shutil
from pathlib import Path

import pytest

from peercompanion.data import erasing, looking
from peercompanion.data.tending import tend
from peercompanion.kept import Kept
from peercompanion.places import places
from peercompanion.practice.records import CheckIn

GOLDEN = Path(__file__).parent / "golden"
NOW = datetime.datetime(2026, 12, 24, 8, 0, tzinfo=datetime.UTC)


def home(tmp_path: Path, *names: str) -> Kept:
    """A home with these journals in it."""
    here = places({"PEERCOMPANION_HOME": str(tmp_path)})
    for name in names:
        shutil.copytree(GOLDEN / name, here.journal, dirs_exist_ok=True)
    return Kept(here, now=lambda: NOW)


def test_the_first_format_is_read_whole(tmp_path: Path) -> None:
    kept = home(tmp_path, "format-1")
    lines, sound = looking.check(kept.whole)

    assert sound
    assert lines[:2] == [
        "18 things in 1 file, 2026-11-21.",
        "There are: 1 wish, 1 time off, 1 chart, 1 check-in, 1 checklist, 1 day set,"
        " 1 line worth keeping, 1 mark on a chart, 1 person, 1 place, 1 part of the plan,"
        " 1 exercise practiced, 1 small step, 1 strength, 1 agreed summary, 1 tick, 1 tool used,"
        " 1 part of what keeps you well.",
    ]
    (practised,) = kept.practised()
    assert (practised.before, practised.after, practised.ease) == (7, 4, "easier")
    assert practised.answers["say"] == 'Café \U0001f327, "quoted"\nand a line'
    days = kept.days()
    day = datetime.date(2026, 11, 21)
    assert days.shown_up == {day}
    assert days.marks["weekday", day] == {"walk": "small"}
    assert days.plans.people()[0].name == "Ana"
    assert "goal:air" not in days.goals
    assert [old["after"] for old in kept.versions(practised.id)] == [4, 5]


@pytest.mark.parametrize("name", ["format-1", "newer"])
def test_files_of_other_devices_and_newer_versions_stay_byte_for_byte(
    tmp_path: Path, name: str
) -> None:
    kept = home(tmp_path, "format-1", "newer")
    file = next((kept.whole.places.journal / "entries").glob(f"2026/{_file(name)}"))
    kept.add(CheckIn(id="mine", at=NOW, day=NOW.date(), storm=2))
    kept.revise(CheckIn(id="checkin-9", at=NOW, day=NOW.date(), storm=1))
    tend(kept.whole)
    erasing.erase(kept.whole, "mine")

    assert file.read_bytes() == (GOLDEN / name / "entries" / "2026" / file.name).read_bytes()


def _file(name: str) -> str:
    (file,) = (GOLDEN / name).glob("entries/2026/*.toml")
    return file.name


def test_what_a_newer_version_knows_is_shown_as_far_as_it_goes(tmp_path: Path) -> None:
    kept = home(tmp_path, "newer")
    told = "\n".join(looking.check(kept.whole)[0])

    assert "was written by a newer version. It is read, and never changed." in told
    assert "Kinds this version does not know, kept as they are: 1 × dream." in told
    assert kept.days().checkins["checkin-9"].storm == 4


def test_a_newer_file_in_this_devices_name_is_left_alone(tmp_path: Path) -> None:
    first = home(tmp_path)
    first.add(CheckIn(id="before", at=NOW, day=NOW.date(), storm=2))
    (mine,) = first.whole.journal.reader.found().files
    newer = mine.read_bytes().replace(b"format = 1", b"format = 2")
    mine.write_bytes(newer)

    home(tmp_path).add(CheckIn(id="after", at=NOW, day=NOW.date(), storm=3))
    tend(home(tmp_path).whole)

    assert mine.read_bytes() == newer
    assert set(home(tmp_path).days().checkins) == {"before", "after"}

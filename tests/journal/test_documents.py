"""Every document is found at a start, however old it is, without reading old months."""

import datetime
import shutil
from pathlib import Path
from typing import Any

from peercompanion.journal.history import History
from peercompanion.journal.journal import Journal
from peercompanion.journal.tending import carry_on
from peercompanion.journal.view import newest_of_each, view

from .samples import MORNING, Clock, journal, own_file, record


def part(note: str, **more: Any) -> dict[str, Any]:
    return record(id="plan:people", kind="plan", note=note, **more)


def at_start(here: Journal, clock: Clock) -> dict[str, str]:
    entries = here.at_start(clock.shows.date()).entries
    return {id_: str(thing.entry.fields.get("note")) for id_, thing in view(entries).items()}


def test_a_new_month_begins_with_every_document_that_stands(tmp_path: Path) -> None:
    clock = Clock()
    here = journal(tmp_path, now=clock)
    here.append([part("first")])
    here.append([part("second"), record(1)])
    november = own_file(tmp_path).read_bytes()
    for months in (1, 2, 3):
        clock.shows = datetime.datetime(2027, months, 5, tzinfo=datetime.UTC)
        here.append([record(months + 1)])

    assert at_start(here, clock) == {"plan:people": "second", f"{4:026}": "It rained."}
    carried = own_file(tmp_path, "2027-03").read_bytes()
    block = november[november.rindex(b'[[entry]]\nid = "plan:people"') :].split(b"\n\n")[0]
    assert block in carried  # as it was written, byte by byte
    assert carried.count(b"plan:people") == 1
    assert len(here.read().entries) == 2 + 4 + 3


def test_a_deleted_document_stays_deleted_though_another_device_still_has_it(
    tmp_path: Path,
) -> None:
    clock = Clock()
    other = journal(tmp_path, now=clock, machine="b", state="b")
    other.append([part("from the other device")])
    here = journal(tmp_path, now=clock)
    (known,) = here.read().entries
    here.append([{**part(""), "base": known.rev, "gone": True}])
    clock.shows = MORNING.replace(year=2027)
    here.append([record(1)])

    assert "plan:people" not in at_start(here, clock)


def test_a_clock_that_falls_back_hides_no_document(tmp_path: Path) -> None:
    clock = Clock(MORNING.replace(year=2027))
    here = journal(tmp_path, now=clock)
    here.append([part("a year ahead")])
    clock.shows = MORNING
    here.append([part("now")])

    again = journal(tmp_path, now=clock)
    assert at_start(again, clock)["plan:people"] == "now"
    assert [path.name[:7] for path in tmp_path.glob("journal/entries/*/*.toml")] == ["2027-11"]


def test_what_a_start_would_miss_is_carried_on_later(tmp_path: Path) -> None:
    """As when a sync program brings an older file of this device, with more in it."""
    clock = Clock()
    here = journal(tmp_path, now=clock)
    here.append([part("first")])
    clock.shows = MORNING.replace(month=12)
    here.append([record(1)])
    elsewhere = tmp_path / "elsewhere"
    shutil.copytree(tmp_path / "journal", elsewhere / "journal")
    november = own_file(elsewhere)
    clone = journal(elsewhere, now=Clock(MORNING.replace(hour=9)))  # the same device id
    own_file(elsewhere, "2026-12").unlink()
    clone.append([part("second")])
    shutil.copy(november, own_file(tmp_path))
    assert at_start(here, clock)["plan:people"] == "first"

    assert carry_on(here, History(here, None)) == 1

    assert at_start(here, clock)["plan:people"] == "second"
    assert carry_on(here, History(here, None)) == 0


def test_a_document_is_one_though_it_is_in_many_files(tmp_path: Path) -> None:
    clock = Clock()
    here = journal(tmp_path, now=clock)
    here.append([part("first")])
    for month in (1, 2, 3):
        clock.shows = MORNING.replace(year=2027, month=month)
        here.append([record(month)])

    history = History(here, tmp_path / "cache")
    assert len(history.ask(lambda index: list(index.newest(["plan"])))) == 1
    assert len(history.ask(lambda index: index.versions("plan:people"))) == 1
    assert newest_of_each(here.read().entries)["plan:people"].fields["note"] == "first"

"""What is erased is nowhere this device may change; where it still is, is said."""

import datetime
from pathlib import Path
from typing import Any

import pytest

from peercompanion.journal import erasing
from peercompanion.journal.backup import ENTRIES, Backups, unpacked
from peercompanion.journal.files import Files
from peercompanion.journal.framing import FORMAT
from peercompanion.journal.history import History
from peercompanion.journal.journal import Journal
from peercompanion.journal.tending import mend

from .samples import MORNING, Clock, ids, journal, own_file, record

SECRET = b"a secret"


def end_of(here: Journal, number: int = 1, **more: Any) -> dict[str, tuple[int, str]]:
    """Delete a record, and give what is to be forgotten."""
    here.read()
    fields = {"id": record(number)["id"], "kind": "practised", "gone": True, **more}
    (end,) = here.append([fields])
    return {end.id: (end.rev, end.dev)}


def told(home: Path) -> list[str]:
    """Find the secret on a disk: in files, and in the zips."""
    found = []
    for path in sorted(home.rglob("*")):
        if path.is_file():
            data = path.read_bytes()
            inside = b"".join(unpacked(data).values()) if path.suffix == ".zip" else data
            found += [path.name] if SECRET in inside else []
    return found


def test_every_trace_on_this_device_goes_and_nothing_else(tmp_path: Path) -> None:
    here, backups = journal(tmp_path), Backups(tmp_path / "state" / "backups", Files())
    (first,) = here.append([record(1, note="a secret")])
    here.append([record(1, note="a secret, edited", base=first.rev), record(2)])
    file = own_file(tmp_path)
    for days in range(3):
        held = {ENTRIES + file.name: file.read_bytes(), "config/settings.toml": b"region = 'US'"}
        backups.write(held, MORNING + datetime.timedelta(days=days))
    with file.open("ab") as opened:
        opened.write(file.read_bytes()[-400:-30])
    copy = file.with_name("2026-11.sync-conflict-20261121-081403-ABCDEF.toml")
    copy.write_bytes(file.read_bytes())
    mend(here)
    here.write_beside("a secret, in the plan")
    assert len(told(tmp_path)) >= 7

    erased = erasing.erase(here, backups, end_of(here))

    assert told(tmp_path) == []
    assert (erased.elsewhere, erased.unreadable) == ([], [])
    assert {path.name for path in erased.files} >= {file.name, copy.name}
    assert [entry.id for entry in here.read().entries if not entry.gone] == [record(2)["id"]] * 2
    assert unpacked(backups.all()[0].read_bytes())["config/settings.toml"] == b"region = 'US'"
    here.append([record(3)])
    assert record(3)["id"] in ids(journal(tmp_path))


def test_other_devices_and_newer_files_are_named_and_left(tmp_path: Path) -> None:
    other = journal(tmp_path, machine="b", state="b")
    other.append([record(2), record(1, note="a secret")])
    here = journal(tmp_path)
    theirs = next(tmp_path.glob("journal/entries/*/*.toml"))
    newer = theirs.with_name("2026-10.toml")
    newer.write_bytes(
        theirs.read_bytes().replace(b"format = %d" % FORMAT, b"format = %d" % (FORMAT + 1))
    )
    before = theirs.read_bytes(), newer.read_bytes()

    erased = erasing.erase(here, Backups(tmp_path / "b", Files()), end_of(here))

    assert sorted((path.name, line) for path, line in erased.elsewhere) == sorted(
        [(theirs.name, 14), (newer.name, 14)]
    )
    assert (theirs.read_bytes(), newer.read_bytes()) == before
    assert erased.files == []


def test_the_other_device_finishes_it(tmp_path: Path) -> None:
    other = journal(tmp_path, machine="b", state="b")
    other.append([record(2), record(1, note="a secret")])
    here = journal(tmp_path)
    erasing.erase(here, Backups(tmp_path / "x", Files()), end_of(here, erased=True))
    assert told(tmp_path / "journal")

    erasing.finish(other, History(other, None), Backups(tmp_path / "y", Files()))

    assert told(tmp_path / "journal") == []
    assert told(tmp_path) == []
    assert ids(other) == sorted([record(1)["id"], record(2)["id"]])


@pytest.mark.parametrize(("days", "there"), [(29, True), (31, False)])
def test_what_was_deleted_leaves_the_files_after_thirty_days(
    tmp_path: Path, days: int, there: bool
) -> None:
    clock = Clock()
    here = journal(tmp_path, now=clock)
    here.append([record(1, note="a secret")])
    end_of(here)
    clock.shows += datetime.timedelta(days=days)

    for _ in range(2):
        erasing.finish(here, History(here, None), Backups(tmp_path / "x", Files()))

    assert bool(told(tmp_path)) == there


def test_nothing_is_rewritten_while_something_cannot_be_read(tmp_path: Path) -> None:
    here = journal(tmp_path)
    here.append([record(1, note="a secret")])
    end = end_of(here)
    gone = own_file(tmp_path).with_name("gone.toml")
    gone.symlink_to(tmp_path / "nowhere")

    erased = erasing.erase(here, Backups(tmp_path / "x", Files()), end)

    assert [each.path for each in erasing.out_of_sight(here)] == [gone]
    assert [each.path for each in erased.unreadable] == [gone]
    assert SECRET in own_file(tmp_path).read_bytes()


def test_a_broken_backup_is_named(tmp_path: Path) -> None:
    here, backups = journal(tmp_path), Backups(tmp_path / "backups", Files())
    here.append([record(1, note="a secret")])
    broken = backups.write({"a": b"b"}, MORNING)
    broken.write_bytes(b"PK broken")

    erased = erasing.erase(here, backups, end_of(here))

    assert [each.path for each in erased.unreadable] == [broken]


def test_everything_goes_but_what_others_put_there(tmp_path: Path) -> None:
    here, backups = journal(tmp_path), Backups(tmp_path / "state" / "backups", Files())
    here.append([record(1, note="a secret")])
    backups.write({"a": SECRET}, MORNING)
    settings = tmp_path / "config" / "settings.toml"
    settings.parent.mkdir()
    for path in (settings, settings.with_name("settings.toml.bak")):
        path.write_bytes(SECRET)
    theirs = tmp_path / "journal" / "entries" / ".stversions" / "old.toml"
    theirs.parent.mkdir()
    theirs.write_bytes(SECRET)

    left = erasing.erase_everything(here, tmp_path / "state", [settings])

    files = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert sorted(files) == sorted([theirs, tmp_path / "state" / "lock"])
    assert left == [theirs.parent, tmp_path / "journal" / "entries"]
    here.append([record(2)])
    assert ids(journal(tmp_path)) == [record(2)["id"]]


def test_everything_of_nothing_is_no_error(tmp_path: Path) -> None:
    here = journal(tmp_path)

    assert erasing.erase_everything(here, tmp_path / "state", [tmp_path / "settings.toml"]) == []

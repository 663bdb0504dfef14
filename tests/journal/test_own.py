"""What this device wrote last comes back when something put an older file in its place."""

import datetime
from pathlib import Path

import pytest

from peercompanion.journal import erasing
from peercompanion.journal.backup import Backups
from peercompanion.journal.files import Files
from peercompanion.journal.framing import HEADER, block
from peercompanion.journal.tending import mend, put_back

from .samples import Clock, ids, journal, own_file, record


def notes(home: Path) -> list[str]:
    return sorted(str(entry.fields["note"]) for entry in journal(home).read().entries)


@pytest.mark.parametrize("at_start", [True, False])
def test_what_a_sync_program_undid_is_appended_again(tmp_path: Path, at_start: bool) -> None:
    here = journal(tmp_path)
    here.append([record(1)])
    older = own_file(tmp_path).read_bytes()
    here.append([record(2), record(3)])
    own_file(tmp_path).write_bytes(older)
    assert ids(here) == [record(1)["id"]]

    if at_start:
        assert put_back(journal(tmp_path)) > 0
        assert put_back(journal(tmp_path)) == 0
        expected = (1, 2, 3)
    else:
        journal(tmp_path).append([record(4)])
        expected = (1, 2, 3, 4)

    assert ids(here) == [record(number)["id"] for number in expected]
    assert [entry.fields["rev"] for entry in here.read().entries] == sorted(
        entry.rev for entry in here.read().entries
    )


def test_what_is_in_a_conflict_copy_is_not_put_back(tmp_path: Path) -> None:
    here = journal(tmp_path)
    here.append([record(1)])
    file = own_file(tmp_path)
    older = file.read_bytes()
    here.append([record(2)])
    file.rename(file.with_name("2026-11.sync-conflict-20261121-081403-ABCDEF.toml"))
    file.write_bytes(older)

    assert put_back(here) == 0
    assert len(here.read().entries) == 3  # and the doubles are one
    assert ids(here)[-1] == record(2)["id"]


def test_what_was_taken_out_by_hand_stays_out(tmp_path: Path) -> None:
    here = journal(tmp_path)
    here.append([record(1)])
    here.append([record(2, note="a slip")])
    here.append([record(3)])
    file = own_file(tmp_path)
    before, _, rest = file.read_bytes().partition(b'[[entry]]\nid = "' + record(2)["id"].encode())
    file.write_bytes(before + rest[rest.index(b"[[entry]]") :])

    here.append([record(4)])

    assert ids(here) == [record(number)["id"] for number in (1, 3, 4)]
    assert put_back(here) == 0


def test_an_edit_by_hand_stays_as_it_is(tmp_path: Path) -> None:
    here = journal(tmp_path)
    here.append([record(1)])
    file = own_file(tmp_path)
    file.write_bytes(file.read_bytes().replace(b"It rained.", b"It rained all day."))

    here.append([record(2)])

    assert notes(tmp_path) == ["It rained all day.", "It rained."]


def test_a_file_that_was_deleted_stays_deleted(tmp_path: Path) -> None:
    here = journal(tmp_path)
    here.append([record(1)])
    own_file(tmp_path).unlink()
    assert put_back(here) == 0

    here.append([record(2)])

    assert ids(here) == [record(2)["id"]]
    (kept,) = (tmp_path / "state" / "recovered").iterdir()
    assert record(1)["id"].encode() in kept.read_bytes()  # but no byte is thrown away


def test_only_the_newest_files_are_copied(tmp_path: Path) -> None:
    clock = Clock()
    here = journal(tmp_path, now=clock)
    for month in range(1, 13):
        clock.shows = datetime.datetime(2026, month, 3, tzinfo=datetime.UTC)
        here.append([record(month)])

    copies = sorted(path.name[:7] for path in (tmp_path / "state" / "copies").iterdir())
    assert copies == ["2026-11", "2026-12"]


def test_a_copy_that_cannot_be_kept_is_no_error(tmp_path: Path) -> None:
    (tmp_path / "state").mkdir()
    (tmp_path / "state" / "copies").write_bytes(b"a file in its place")
    here = journal(tmp_path)

    here.append([record(1)])
    here.append([record(2)])

    assert ids(here) == [record(1)["id"], record(2)["id"]]
    assert put_back(here) == 0


def test_another_process_of_this_device_is_no_stranger(tmp_path: Path) -> None:
    """Two windows in turns: neither takes the other's entries for an older file."""
    one, two = journal(tmp_path), journal(tmp_path)
    for number in range(6):
        (one, two)[number % 2].append([record(number)])

    assert ids(one) == [record(number)["id"] for number in range(6)]
    assert own_file(tmp_path).read_bytes().count(b"[[entry]]") == 6


def test_a_killed_process_left_the_copy_behind(tmp_path: Path) -> None:
    here = journal(tmp_path)
    here.append([record(1)])
    with own_file(tmp_path).open("ab") as file:  # it reached the journal, but not the copy
        file.write(block(record(2, rev=9, dev="k7f2")))

    here.append([record(3)])

    assert ids(here) == [record(number)["id"] for number in (1, 2, 3)]
    assert here.own.as_left(own_file(tmp_path))
    assert not journal(tmp_path, files=Files()).own.in_copy(tmp_path / "not-there.toml")


@pytest.mark.parametrize("work", ["erase", "mend"])
def test_what_was_undone_in_an_older_month_outlives_its_rewriting(
    tmp_path: Path, work: str
) -> None:
    clock = Clock()
    here = journal(tmp_path, now=clock)
    here.append([record(1, note="a secret")])
    older = own_file(tmp_path).read_bytes()
    here.append([record(2)])
    file = own_file(tmp_path)
    clock.shows += datetime.timedelta(days=12)
    here.append([record(3)])
    file.write_bytes(older + (b"[[entry]]\nid = 'to" if work == "mend" else b""))

    if work == "mend":
        assert mend(here) == [file]
    else:
        gone = {"id": record(1)["id"], "kind": "practised", "gone": True, "erased": True}
        here.read()
        (end,) = here.append([gone])
        backups = Backups(tmp_path / "state" / "backups", Files())
        erased = erasing.erase(here, backups, {end.id: (end.rev, end.dev)})
        assert erased.files == [file]
        assert b"secret" not in file.read_bytes()

    put_back(here)
    assert set(ids(here)) == {record(number)["id"] for number in (1, 2, 3)}


def test_what_was_undone_comes_back_before_its_copy_makes_room(tmp_path: Path) -> None:
    clock = Clock()
    here = journal(tmp_path, now=clock)
    here.append([record(1)])
    older = own_file(tmp_path).read_bytes()
    here.append([record(2)])
    file = own_file(tmp_path)
    clock.shows += datetime.timedelta(days=12)
    here.append([record(3)])
    file.write_bytes(older)

    # Another computer with the same name, as after a home folder was cloned, began the next month.
    clock.shows += datetime.timedelta(days=31)
    begun = here.own.of_month(f"{clock.shows:%Y-%m}", here.read().entries[0].dev)
    begun.parent.mkdir(exist_ok=True)
    begun.write_bytes(HEADER)
    here.append([record(4)])

    assert {record(number)["id"] for number in (1, 2, 3, 4)} == set(ids(here))


def test_what_another_device_carries_on_is_put_back_all_the_same(tmp_path: Path) -> None:
    here = journal(tmp_path)
    here.append([record(1)])
    older = own_file(tmp_path).read_bytes()
    here.append([record(2, kind="plan")])
    file = own_file(tmp_path)
    other = file.with_name("2026-11.zzzz.toml")
    other.write_bytes(file.read_bytes())
    file.write_bytes(older)

    assert put_back(journal(tmp_path)) > 0
    other.unlink()
    assert set(ids(here)) == {record(1)["id"], record(2)["id"]}

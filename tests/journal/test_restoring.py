"""What comes from elsewhere is added once, overwrites nothing, and brings back nothing deleted."""

import datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peercompanion.journal.framing import HEADER, block, load
from peercompanion.journal.history import History
from peercompanion.journal.journal import Journal
from peercompanion.journal.restoring import compare, take_in
from peercompanion.journal.tending import carry_on
from peercompanion.journal.view import newest_of_each, view

from .samples import MORNING, Clock, entries, ids, journal, own_file, record


def contents(home: Path) -> dict[str, bytes]:
    top = home / "journal" / "entries"
    files = sorted(top.rglob("*.toml"))
    return {f"journal/entries/{path.relative_to(top)}": path.read_bytes() for path in files}


def keys(here: Journal) -> list[tuple[str, int, str]]:
    return sorted({(entry.id, entry.rev, entry.dev) for entry in here.read().entries})


def years(home: Path) -> Journal:
    clock = Clock()
    here = journal(home, now=clock)
    for number, months in enumerate((1, 3, 11)):
        clock.shows = MORNING.replace(month=months)
        here.append([record(number), record(id="plan:people", kind="plan", note=f"{number}")])
    return here


def test_a_journal_that_is_gone_comes_back_month_for_month(tmp_path: Path) -> None:
    here = years(tmp_path)
    before, backup = keys(here), contents(tmp_path)
    for path in tmp_path.glob("journal/entries/*/*.toml"):
        path.unlink()

    again = journal(tmp_path)
    take_in(again, compare(again, backup))

    assert keys(again) == before
    assert [path.name[:7] for path in sorted(tmp_path.glob("journal/entries/*/*"))] == [
        "2026-01",
        "2026-03",
        "2026-11",
    ]
    carry_on(again, History(again, None))
    start = newest_of_each(again.at_start(MORNING.date()).entries)
    assert start["plan:people"].fields["note"] == "2"


def test_twice_is_once_and_what_is_there_stays(tmp_path: Path) -> None:
    here = years(tmp_path)
    backup = contents(tmp_path)
    here.append([record(7)])
    before = contents(tmp_path)

    intake = compare(here, backup)
    take_in(here, intake)

    assert (intake.entries, intake.known) == ([], 6)
    assert contents(tmp_path) == before


def test_what_was_deleted_since_stays_deleted(tmp_path: Path) -> None:
    here = journal(tmp_path)
    (first,) = here.append([record(1, note="a secret")])
    backup = contents(tmp_path)
    own_file(tmp_path).unlink()
    here.append([{"id": first.id, "kind": "practised", "gone": True, "base": first.rev}])

    intake = compare(here, backup)
    take_in(here, intake)

    assert (intake.deleted, intake.entries) == (1, [])
    assert b"secret" not in own_file(tmp_path).read_bytes()


def test_an_edit_by_hand_stays_and_the_words_before_stand_beside_it(tmp_path: Path) -> None:
    here = journal(tmp_path)
    here.append([record(1)])
    backup = contents(tmp_path)
    file = own_file(tmp_path)
    file.write_bytes(file.read_bytes().replace(b"It rained.", b"It rained all day."))

    for _ in range(2):
        take_in(here, compare(here, backup))

    (thing,) = view(here.read().entries).values()
    assert thing.entry.fields["note"] == "It rained all day."
    assert [other.fields["note"] for other in thing.others] == ["It rained."]


def test_other_devices_files_are_not_written_to(tmp_path: Path) -> None:
    other = journal(tmp_path, machine="b", state="b")
    other.append([record(1)])
    backup = contents(tmp_path)
    (theirs,) = tmp_path.glob("journal/entries/*/*.toml")
    theirs.write_bytes(HEADER)
    here = journal(tmp_path)

    take_in(here, compare(here, backup))

    assert theirs.read_bytes() == HEADER
    (entry,) = here.read().entries
    assert (entry.id, entry.dev) == (record(1)["id"], theirs.name.split(".")[1])


@given(st.lists(entries, max_size=5), st.binary(max_size=80))
def test_any_bytes_are_compared_and_whole_entries_are_taken_in(
    tmp_path_factory: pytest.TempPathFactory, written: list[dict[str, object]], garbage: bytes
) -> None:
    here = journal(tmp_path_factory.mktemp("home"))
    data = HEADER + b"".join(block(fields) for fields in written) + b"\n" + garbage

    take_in(here, compare(here, {"from elsewhere.toml": data}))

    whole = {(entry.id, entry.rev, entry.dev) for entry in load(data).entries}
    assert set(keys(here)) == whole
    assert compare(here, {"from elsewhere.toml": data}).entries == []


def test_entries_without_a_month_go_where_their_day_is(tmp_path: Path) -> None:
    here = journal(tmp_path)
    day = datetime.date(2024, 2, 29)
    data = block(record(1, rev=5, dev="zzzz", day=day)) + b"[[entry]]\nid='h'\nkind='x'\n"

    take_in(here, compare(here, {"notes.toml": data}))

    names = sorted(path.name[:7] for path in tmp_path.glob("journal/entries/*/*.toml"))
    assert names == ["2024-02", "2026-11"]
    assert sorted(ids(here)) == [record(1)["id"], "h"]


def test_what_cannot_be_read_here_is_said(tmp_path: Path) -> None:
    here = years(tmp_path)
    backup = contents(tmp_path)
    file = own_file(tmp_path)
    file.unlink()
    file.symlink_to(tmp_path / "nowhere")

    assert [each.path for each in compare(here, backup).unreadable] == [file]

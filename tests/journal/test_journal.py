"""What is appended is on disk and found again, by this device and by every other."""

import datetime
import os
import shutil
import stat
from pathlib import Path

import pytest

from peercompanion.journal.framing import FORMAT, HEADER, block
from peercompanion.journal.journal import MOST_BYTES_OF_BLOCK
from peercompanion.journal.view import view

from .samples import MORNING, Clock, ids, journal, own_file, record

posix = pytest.mark.skipif(os.name != "posix", reason="modes and links are POSIX's")


def test_nothing_is_made_before_the_first_record(tmp_path: Path) -> None:
    reading = journal(tmp_path).read()

    assert (reading.entries, reading.fragments, reading.unreadable) == ([], [], [])
    assert list(tmp_path.iterdir()) == []


def test_records_lie_in_one_file_per_month_and_device(tmp_path: Path) -> None:
    clock = Clock()
    kept = journal(tmp_path, now=clock)
    kept.append([record(1), record(2)])
    clock.shows = datetime.datetime(2026, 12, 1, 0, 10, tzinfo=datetime.UTC)
    kept.append([record(3)])

    assert ids(kept) == [record(number)["id"] for number in (1, 2, 3)]
    november, december = own_file(tmp_path), own_file(tmp_path, "2026-12")
    device = november.name.split(".")[1]
    assert december.name == f"2026-12.{device}.toml"
    assert november.read_bytes().startswith(HEADER + b"[[entry]]\n")


@posix
def test_everything_made_is_private_whatever_the_umask(tmp_path: Path) -> None:
    home = tmp_path / "not" / "there"
    before = os.umask(0)
    try:
        journal(home).append([record()])
    finally:
        os.umask(before)

    modes = {path: stat.S_IMODE(path.stat().st_mode) for path in tmp_path.rglob("*")}
    assert {mode for path, mode in modes.items() if path.is_dir()} == {0o700}
    assert {mode for path, mode in modes.items() if path.is_file()} == {0o600}


def test_the_folder_explains_itself(tmp_path: Path) -> None:
    journal(tmp_path).append([record()])
    folder = tmp_path / "journal"

    assert "[[entry]]" in (folder / "README.txt").read_text("utf-8")
    assert (folder / ".gitattributes").read_text() == "*.toml -text\n"
    assert (folder / ".gitignore").read_text() == (folder / ".stignore").read_text() == "*.tmp\n"


def test_reading_since_a_month_leaves_older_files_closed(tmp_path: Path) -> None:
    clock = Clock()
    kept = journal(tmp_path, now=clock)
    for number, month in enumerate((8, 9, 10, 11, 12), start=1):
        clock.shows = MORNING.replace(month=month)
        kept.append([record(number)])
    folder = tmp_path / "journal" / "entries"
    named_freely = folder / "from my old phone.toml"
    named_freely.write_bytes(HEADER + block(record(9, rev=1, dev="m3x9")))
    next(folder.glob("*/2026-08.*")).write_bytes(b"\0 would be a fragment")

    reading = kept.read(datetime.date(2026, 10, 31))

    assert sorted(int(entry.id) for entry in reading.entries) == [3, 4, 5, 9]
    assert reading.fragments == []


def test_a_link_is_followed_and_stays_a_link(tmp_path: Path) -> None:
    kept = journal(tmp_path)
    kept.append([record(1)])
    file, elsewhere = own_file(tmp_path), tmp_path / "elsewhere.toml"
    file.rename(elsewhere)
    try:
        file.symlink_to(elsewhere)
    except OSError:
        pytest.skip("no links here")

    journal(tmp_path).append([record(2)])

    assert file.is_symlink()
    assert ids(kept) == [record(1)["id"], record(2)["id"]]


@posix
def test_folders_behind_links_are_read_once_and_circles_end(tmp_path: Path) -> None:
    kept = journal(tmp_path)
    kept.append([record()])
    entries = tmp_path / "journal" / "entries"
    (entries / "2026").rename(tmp_path / "moved")
    (entries / "2026").symlink_to(tmp_path / "moved")
    (tmp_path / "moved" / "again").symlink_to(entries)
    (entries / "self").symlink_to(entries / "self")

    assert ids(kept) == [record()["id"]]


def test_other_programs_files_are_left_alone(tmp_path: Path) -> None:
    kept = journal(tmp_path)
    kept.append([record()])
    folder = own_file(tmp_path).parent
    for name in (".hidden.toml", "~2026-11.toml", "2026-11.k7f2.toml.tmp", "notes.txt"):
        (folder / name).write_bytes(b"not TOML")
    (folder / ".stversions").mkdir()
    shutil.copy(own_file(tmp_path), folder / ".stversions" / "2026-10.toml")

    reading = kept.read()

    assert len(reading.entries) == 1
    assert reading.fragments == []


def test_conflict_copies_merge_whatever_their_name(tmp_path: Path) -> None:
    clock = Clock()
    kept = journal(tmp_path, now=clock)
    kept.append([record(1)])
    file = own_file(tmp_path)
    for number, name in enumerate(
        (
            "2026-11.sync-conflict-20261121-081403-ABCDEF.toml",
            "2026-11 (conflicted copy 2026-11-21).TOML",
            "2026-11.k7f2 2.toml",
            "2026-11.k7f2-LAPTOP.toml",
        ),
        start=2,
    ):
        more = block(record(number, rev=number, dev="m3x9"))
        file.with_name(name).write_bytes(file.read_bytes() + more)

    things = view(kept.read().entries)

    assert sorted(things) == [record(number)["id"] for number in range(1, 6)]
    assert all(thing.others == () for thing in things.values())


def test_a_file_of_a_newer_format_is_read_but_not_written_to(tmp_path: Path) -> None:
    kept = journal(tmp_path)
    kept.append([record(1)])
    file = own_file(tmp_path)
    newer = file.read_bytes().replace(b"format = 1", b"format = 2")
    file.write_bytes(newer)

    kept.append([record(2)])
    kept.append([record(3)])

    assert file.read_bytes() == newer
    assert ids(kept) == [record(number)["id"] for number in (1, 2, 3)]
    beside = file.with_name(file.name.replace(".toml", f".f{FORMAT}.toml"))
    assert len(beside.read_bytes().split(b"[[entry]]")) == 3


def test_revisions_rise_though_the_clock_falls(tmp_path: Path) -> None:
    clock = Clock()
    kept = journal(tmp_path, now=clock)
    revs = []
    for years in (0, 1, -1, -50, 0):
        clock.shows = MORNING.replace(year=2026 + years)
        (entry,) = kept.append([record()])
        revs.append(entry.rev)
        kept = journal(tmp_path, now=clock)  # as after a restart

    assert revs == sorted(set(revs))


def test_an_edit_is_later_than_what_another_device_wrote_with_a_clock_ahead(
    tmp_path: Path,
) -> None:
    ahead = journal(tmp_path, now=Clock(MORNING.replace(year=2036)), machine="b", state="b")
    (first,) = ahead.append([record(note="first")])

    here = journal(tmp_path)
    here.append([record(note="edited", base=first.rev)])

    (thing,) = view(here.read().entries).values()
    assert thing.entry.fields["note"] == "edited"
    assert thing.others == ()


def test_a_home_copied_to_another_machine_writes_files_of_its_own(tmp_path: Path) -> None:
    journal(tmp_path).append([record(1)])
    copied = journal(tmp_path, machine="another")
    copied.append([record(2)])

    assert len(list(tmp_path.glob("journal/entries/2026/2026-11.*.toml"))) == 2
    assert ids(copied) == [record(1)["id"], record(2)["id"]]


@pytest.mark.parametrize("broken", [b"", b"\0" * 40, b"device = 7", b"last_rev = [", b"\xff"])
def test_a_broken_device_file_costs_a_name_and_no_record(tmp_path: Path, broken: bytes) -> None:
    kept = journal(tmp_path)
    kept.append([record(1)])
    kept.device_file.write_bytes(broken)
    kept.append([record(2)])

    assert ids(kept) == [record(1)["id"], record(2)["id"]]


def test_unknown_kinds_and_keys_are_there_again(tmp_path: Path) -> None:
    kept = journal(tmp_path)
    kept.append([record(kind="of-a-later-version", nested={"a": {"b": [1, {"c": "d"}]}})])

    (entry,) = kept.read().entries
    assert entry.kind == "of-a-later-version"
    assert entry.fields["nested"] == {"a": {"b": [1, {"c": "d"}]}}


def test_a_book_is_no_entry(tmp_path: Path) -> None:
    kept = journal(tmp_path)
    with pytest.raises(OSError, match="longer than an entry"):
        kept.append([record(1), record(2, note="x" * MOST_BYTES_OF_BLOCK)])

    assert ids(kept) == []
    kept.append([record(3, note="x" * (MOST_BYTES_OF_BLOCK - 1000))])
    assert ids(kept) == [record(3)["id"]]


def test_what_cannot_be_read_is_named_and_the_rest_is_read(tmp_path: Path) -> None:
    kept = journal(tmp_path)
    kept.append([record()])
    folder = own_file(tmp_path).parent
    (folder / "2026-12.toml").symlink_to(folder / "nowhere")
    if hasattr(os, "mkfifo"):
        os.mkfifo(folder / "2026-13.toml")

    reading = kept.read()

    assert [entry.id for entry in reading.entries] == [record()["id"]]
    assert {unreadable.path.name for unreadable in reading.unreadable} >= {"2026-12.toml"}
    assert len(reading.unreadable) == (2 if hasattr(os, "mkfifo") else 1)


def test_a_file_where_the_entries_belong_is_named(tmp_path: Path) -> None:
    (tmp_path / "journal").mkdir()
    (tmp_path / "journal" / "entries").write_bytes(b"garbage")
    kept = journal(tmp_path)

    assert [unreadable.path.name for unreadable in kept.read().unreadable] == ["entries"]
    with pytest.raises(OSError, match=r"(?i)not a (folder|directory)"):
        kept.append([record()])


def test_a_deleted_month_is_begun_anew(tmp_path: Path) -> None:
    kept = journal(tmp_path)
    kept.append([record(1)])
    shutil.rmtree(tmp_path / "journal")
    kept.append([record(2)])

    assert ids(kept) == [record(2)["id"]]

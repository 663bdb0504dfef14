"""The index says what the files say, whatever becomes of it."""

import datetime
import os
import random
import shutil
import sqlite3
import stat
import threading
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peercompanion.journal.files import Files
from peercompanion.journal.framing import HEADER, Entry, block, load
from peercompanion.journal.history import History
from peercompanion.journal.index import Index
from peercompanion.journal.view import newest_of_each

from .samples import MORNING, Clock, entries, journal, own_file, record


def history(home: Path, cache: Path | None = None) -> History:
    return History(journal(home), cache or home / "cache")


def told(found: Any) -> list[tuple[str, int, str]]:
    return sorted((entry.id, entry.rev, str(entry.fields.get("note"))) for entry in found)


def standing(asked: History) -> list[tuple[str, int, str]]:
    return told(asked.ask(lambda index: list(index.newest())))


def some_years(home: Path) -> None:
    """Write entries of four kinds into eight months, with edits and deletions among them."""
    clock = Clock()
    here = journal(home, now=clock)
    for month in range(8):
        clock.shows = MORNING.replace(year=2020 + month // 4, month=1 + month % 4 * 3)
        day = clock.shows.date()
        here.append([record(month, day=day), record(100 + month, kind="checkin", day=day)])
        if month % 3 == 2:
            (end,) = here.append([record(month - 1, note="edited", day=day)])
            here.append([{**record(month - 2), "day": day, "gone": True, "base": end.rev}])


@given(st.lists(entries, max_size=6))
def test_whatever_an_entry_holds_comes_out_of_the_index_as_it_went_in(
    tmp_path_factory: pytest.TempPathFactory, written: list[dict[str, Any]]
) -> None:
    home = tmp_path_factory.mktemp("home")
    (home / "journal" / "entries").mkdir(parents=True)
    data = HEADER + b"".join(block(fields) for fields in written)
    (home / "journal" / "entries" / "a.toml").write_bytes(data)

    found = History(journal(home), None).ask(
        lambda index: [entry for id_ in {e["id"] for e in written} for entry in index.versions(id_)]
    )

    once: list[Entry] = []
    for entry in load(data).entries:
        if entry.fields not in [other.fields for other in once]:
            once.append(entry)
    assert len(found) == len(once)
    assert all(entry.fields in [other.fields for other in once] for entry in found)


def test_it_says_what_stands_and_what_was_replaced(tmp_path: Path) -> None:
    some_years(tmp_path)
    every = journal(tmp_path).read().entries
    asked = history(tmp_path)

    assert standing(asked) == told(newest_of_each(every).values())
    found = asked.ask(lambda index: list(index.every()))
    assert told(entry for entry, _ in found) == told(every)
    assert sum(replaced for _, replaced in found) == len(every) - len(newest_of_each(every))
    counts = asked.ask(lambda index: index.counts())
    assert counts == {"checkin": 8, "practised": 6}


def test_it_is_asked_by_kind_and_day(tmp_path: Path) -> None:
    some_years(tmp_path)
    day = datetime.date(2021, 4, 1)

    found = history(tmp_path).ask(
        lambda index: list(index.newest(["checkin"], day, datetime.date(2021, 7, 31)))
    )

    assert [entry.id for entry in found] == [record(105)["id"], record(106)["id"]]
    in_order = history(tmp_path).ask(lambda index: list(index.newest(by_day=True)))
    days = [entry.fields["day"] for entry in in_order]
    assert days == sorted(days)


def test_only_what_changed_is_read_again(tmp_path: Path) -> None:
    some_years(tmp_path)
    steps: list[tuple[int, int]] = []
    asked = history(tmp_path)
    asked.bring_up(lambda done, of: steps.append((done, of)))
    assert steps == [(number, 8) for number in range(9)]

    steps.clear()
    journal(tmp_path).append([record(900)])
    history(tmp_path).bring_up(lambda done, of: steps.append((done, of)))
    assert steps == [(0, 1), (1, 1)]

    own_file(tmp_path, "2020-01").unlink()
    assert standing(history(tmp_path)) == told(
        newest_of_each(journal(tmp_path).read().entries).values()
    )


def test_what_cannot_be_read_now_stays_known(tmp_path: Path) -> None:
    some_years(tmp_path)
    before = standing(history(tmp_path))

    class Forbidden(Files):
        def names(self, folder: Path) -> list[tuple[str, bool]]:
            if folder.name == "2020":
                raise PermissionError
            return super().names(folder)

    shut = History(journal(tmp_path, files=Forbidden()), tmp_path / "cache")
    assert standing(shut) == before


@pytest.mark.parametrize("harm", ["garbage", "cut", "empty", "folder", "older", "tables", "flip"])
def test_a_broken_index_is_made_anew(tmp_path: Path, harm: str) -> None:
    some_years(tmp_path)
    before = standing(history(tmp_path))
    file = tmp_path / "cache" / "index.sqlite"
    with closing(sqlite3.connect(file)) as rows:
        rows.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    data = file.read_bytes()
    match harm:
        case "garbage":
            file.write_bytes(b"no database" * 99)
        case "cut":
            file.write_bytes(data[: len(data) // 2])
        case "empty":
            file.write_bytes(b"")
        case "folder":
            file.unlink()
            file.mkdir()
        case "older":
            with closing(sqlite3.connect(file)) as rows:
                rows.execute("PRAGMA user_version = 999")
        case "tables":
            with closing(sqlite3.connect(file)) as rows:
                rows.execute("DROP TABLE entries")
        case "flip":
            file.write_bytes(data[:100] + bytes(len(data) - 100))

    assert standing(history(tmp_path)) == before


def test_where_nothing_can_be_kept_it_is_in_memory(tmp_path: Path) -> None:
    some_years(tmp_path)
    (tmp_path / "cache").write_bytes(b"a file in the folder's place")

    asked = history(tmp_path)

    assert standing(asked) == told(newest_of_each(journal(tmp_path).read().entries).values())
    assert (tmp_path / "cache").read_bytes() == b"a file in the folder's place"


def test_another_process_that_holds_it_is_not_waited_for_for_ever(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    some_years(tmp_path)
    before = standing(history(tmp_path))
    journal(tmp_path).append([record(900)])
    monkeypatch.setattr("peercompanion.journal.index._WAIT", 0.01)
    holder = sqlite3.connect(tmp_path / "cache" / "index.sqlite", isolation_level=None)
    holder.execute("BEGIN EXCLUSIVE")

    assert len(standing(history(tmp_path))) == len(before) + 1

    holder.close()
    assert len(standing(history(tmp_path))) == len(before) + 1


def test_two_at_once_build_one_index(tmp_path: Path) -> None:
    some_years(tmp_path)
    found: list[Any] = []
    threads = [
        threading.Thread(target=lambda: found.append(standing(history(tmp_path)))) for _ in range(4)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert len(found) == 4
    assert all(each == found[0] for each in found)
    assert standing(history(tmp_path)) == found[0]


def test_erased_text_is_not_left_in_it(tmp_path: Path) -> None:
    some_years(tmp_path)
    asked = history(tmp_path)
    standing(asked)
    asked.forget()

    assert list((tmp_path / "cache").iterdir()) == []
    assert standing(asked)


@pytest.mark.skipif(os.name != "posix", reason="modes are POSIX's")
def test_only_the_person_can_read_it(tmp_path: Path) -> None:
    some_years(tmp_path)
    before = os.umask(0)
    try:
        standing(history(tmp_path))
    finally:
        os.umask(before)

    modes = {stat.S_IMODE(path.stat().st_mode) for path in (tmp_path / "cache").iterdir()}
    assert modes == {0o600}
    assert stat.S_IMODE((tmp_path / "cache").stat().st_mode) == 0o700


def test_random_changes_of_the_files_are_followed(tmp_path: Path) -> None:
    chance = random.Random(7)
    some_years(tmp_path)
    here, asked = journal(tmp_path), history(tmp_path)
    for number in range(60):
        files = sorted((tmp_path / "journal" / "entries").rglob("*.toml"))
        match chance.randrange(5):
            case 0 if len(files) > 2:
                chance.choice(files).unlink()
            case 1:
                shutil.copy(file := chance.choice(files), file.with_name(f"copy {number}.toml"))
            case 2:
                file = chance.choice(files)
                file.write_bytes(file.read_bytes()[: -chance.randrange(40)])
            case 3:
                file = chance.choice(files)
                file.write_bytes(file.read_bytes().replace(b"rained", b"snowed", 1))
            case _:
                here.append([record(chance.randrange(8), note=f"{number}")])
        every = newest_of_each(here.read().entries)
        found = asked.ask(lambda index: newest_of_each(index.newest()))
        assert {i: e.fields for i, e in found.items()} == {i: e.fields for i, e in every.items()}


def test_in_memory_alone(tmp_path: Path) -> None:
    some_years(tmp_path)
    index = Index(None, tmp_path / "journal" / "entries")
    here = journal(tmp_path)
    index.bring_up(here.reader.found(), here.reader.load, lambda _done, _of: None)
    assert told(index.newest()) == told(newest_of_each(here.read().entries).values())

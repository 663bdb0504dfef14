"""Exports hold what stands; JSON comes back as it was, tables and pages are safe to open."""

import csv
import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peercompanion.journal.export import EXPORT, Exporter, Form, imported, in_a_line
from peercompanion.journal.framing import HEADER, Entry, block, load
from peercompanion.journal.history import History
from peercompanion.journal.view import view

from .samples import MORNING, entries, journal, record


def exported(home: Path, form: Form, folder: str = "out", wanted: Any = lambda entry: True) -> Path:
    (home / folder).mkdir()
    History(journal(home), None).ask(
        lambda index: Exporter(home / folder, index, wanted, MORNING).write(form)
    )
    return home / folder


@given(st.lists(entries, max_size=6))
def test_json_comes_back_as_it_was(
    tmp_path_factory: pytest.TempPathFactory, written: list[dict[str, Any]]
) -> None:
    home = tmp_path_factory.mktemp("home")
    (home / "journal" / "entries").mkdir(parents=True)
    data = HEADER + b"".join(block(fields) for fields in written)
    (home / "journal" / "entries" / "a.toml").write_bytes(data)

    text = (exported(home, "json") / "peercompanion.json").read_text("utf-8")

    back = load(imported(text)).entries
    assert all(not entry.by_hand for entry in back)
    standing = {id_: thing.entry.fields for id_, thing in view(load(data).entries).items()}
    found = {id_: thing.entry.fields for id_, thing in view(back).items()}
    assert found == standing
    for form in ("csv", "md"):
        exported(home, form, form)


@pytest.mark.parametrize("text", ["", "[]", "{}", "nul", '{"what": "x"}', "[" * 9000, "NaN"])
def test_what_is_no_export_is_told(text: str) -> None:
    with pytest.raises((ValueError, RecursionError)):
        imported(text)


def test_a_table_has_a_row_each_and_no_formula(tmp_path: Path) -> None:
    journal(tmp_path).append(
        [
            record(1, note='=HYPERLINK("x")', words=["a", "b"], answers={"look": "-1, a cup"}),
            record(2, note="two\nlines", small=True, before=-3),
            record(3, kind="plan", lines=[{"text": "Call Ana", "link": "x"}]),
        ]
    )
    folder = exported(tmp_path, "csv")

    with (folder / "practised.csv").open(encoding="utf-8", newline="") as opened:
        first, second = csv.DictReader(opened)
    assert (first["note"], first["words"]) == ('\'=HYPERLINK("x")', "a; b")
    assert first["answers.look"] == "'-1, a cup"
    assert (second["note"], second["small"], second["before"]) == ("two\nlines", "yes", "-3")
    assert "Call Ana" in (folder / "plan.csv").read_text("utf-8")


def test_a_page_for_each_year_in_the_order_of_days(tmp_path: Path) -> None:
    days = [MORNING.replace(year=2025), MORNING, MORNING.replace(hour=7)]
    told = [
        record(number, at=at, day=at.date(), note=f"# not a *heading* {number}\x1b[2J")
        for number, at in enumerate(days)
    ]
    journal(tmp_path).append([*told, record(9, at="", note="no day")])
    folder = exported(tmp_path, "md")

    page = (folder / "2026.md").read_text("utf-8")
    assert page.index("heading\\* 2") < page.index("heading\\* 1")
    assert page.startswith("# 2026-11-21\n")
    assert "\x1b" not in page
    assert "\\# not" in page
    assert {path.name for path in folder.iterdir()} == {"2025.md", "2026.md", "without-a-day.md"}


def test_only_what_is_wanted(tmp_path: Path) -> None:
    journal(tmp_path).append([record(1, private=True), record(2)])

    folder = exported(tmp_path, "json", wanted=lambda entry: not entry.fields.get("private"))

    table = json.loads((folder / "peercompanion.json").read_text("utf-8"))
    assert table["what"] == EXPORT
    assert [entry["id"] for entry in table["entries"]] == [record(2)["id"]]


def test_no_file_is_overwritten(tmp_path: Path) -> None:
    journal(tmp_path).append([record(1)])
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "peercompanion.json").write_text("mine")

    with pytest.raises(FileExistsError):
        History(journal(tmp_path), None).ask(
            lambda index: Exporter(tmp_path / "out", index, bool, MORNING).write("json")
        )

    assert (tmp_path / "out" / "peercompanion.json").read_text() == "mine"


def test_an_entry_in_a_line_is_one_harmless_line() -> None:
    fields = {"id": "x", "kind": "plan", "note": "two\nlines\x1b]0;x\x07 " * 20}

    line = in_a_line(Entry(fields, Path(), 0))

    assert line.startswith("plan: two lines")
    assert line.isprintable()
    assert len(line) < 80

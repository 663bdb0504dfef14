"""`peercompanion data`: every command says what it did, and its status whether it could."""

import datetime
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from peercompanion.cli import ASKED_WRONGLY, DONE, NOT_DONE
from peercompanion.cli.commands import commands
from peercompanion.kept import Kept
from peercompanion.places import Places, places
from peercompanion.practice.records import PlanPart, Practised
from peercompanion.preferences import Preferences

NOW = datetime.datetime.now().astimezone()


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Places:
    """A home of its own for each test, in English."""
    for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("PEERCOMPANION_HOME", str(tmp_path / "home"))
    return places()


def run(*arguments: str, typed: str = "") -> Result:
    return CliRunner().invoke(
        commands(),
        ["data", *arguments],
        obj=Preferences(),
        input=typed,
        standalone_mode=False,
        catch_exceptions=False,
    )


def practise(number: int = 1) -> Practised:
    record = Practised(
        id=f"{number:026}", at=NOW, day=NOW.date(), item=f"core/walk-{number}", answers={"a": "owl"}
    )
    Kept(places()).add(record)
    return record


def kept() -> list[str]:
    return [record.item for record in Kept(places()).practised()]


def backup(home: Places) -> Path:
    assert run("backup").return_value == DONE
    return sorted(home.state.glob("backups/*.zip"))[-1]


def test_check_ends_with_1_when_something_is_damaged(home: Places) -> None:
    practise()
    assert run("check").return_value == DONE
    (file,) = home.journal.glob("entries/*/*.toml")
    file.write_bytes(file.read_bytes().replace(b"kind =", b"kind", 1))

    checked = run("check")

    assert checked.return_value == NOT_DONE
    assert f"{file}:4" in checked.output


def test_backup_says_where_it_is_and_that_there_is_nothing(home: Places) -> None:
    assert run("backup").return_value == NOT_DONE
    practise()
    assert str(home.state) in run("backup").output


def test_restore_shows_first_and_then_asks(home: Places, tmp_path: Path) -> None:
    practise()
    moved = backup(home).rename(tmp_path / "b.zip")
    assert run("erase", "--everything", "--yes").return_value == DONE

    for typed in ("", "\n", "n\n", "maybe\n"):
        asked = run("restore", str(moved), typed=typed)
        assert asked.return_value == NOT_DONE
        assert asked.output.index("1 exercise practiced") < asked.output.index("Add it?")
        assert asked.output.rstrip().endswith("Nothing was changed.")
        assert kept() == []
    assert run("restore", str(moved), typed="y\n").return_value == DONE
    assert kept() == ["core/walk-1"]
    again = run("restore", str(moved))
    assert (again.return_value, "Add it?" in again.output) == (DONE, False)


def test_export_and_import_without_a_question_when_sure(tmp_path: Path) -> None:
    practise()
    for form in ("json", "csv", "md"):
        assert run("export", "--format", form, str(tmp_path / "out")).return_value == DONE
    assert {path.suffix for path in (tmp_path / "out").iterdir()} == {".json", ".csv", ".md"}
    assert run("export", str(tmp_path / "out")).return_value == NOT_DONE
    run("erase", "--everything", "--yes")

    file = tmp_path / "out" / "peercompanion.json"
    assert run("import", str(file), "--yes").return_value == DONE
    assert kept() == ["core/walk-1"]
    assert run("import", str(tmp_path / "out" / "practised.csv")).return_value == NOT_DONE


def test_export_leaves_out_what_the_pack_or_the_person_calls_private(tmp_path: Path) -> None:
    for slug, private in (("hard-truths", None), ("hospital", None), ("remember", True)):
        Kept(places()).put(
            PlanPart(
                id=f"plan:{slug}",
                at=NOW,
                day=NOW.date(),
                kind="plan",
                plan="core/steady-plan" if slug != "hospital" else "gone/plan",
                private=private,
                lines=[{"text": "owl"}],
            )
        )
    run("export", str(tmp_path / "out"))
    text = (tmp_path / "out" / "peercompanion.json").read_text("utf-8")

    assert "plan:hard-truths" not in text  # which the plan does not ask for
    assert "plan:remember" not in text  # the person said so
    assert "plan:hospital" not in text  # whose plan cannot be looked up
    run("export", "--private", str(tmp_path / "all"))
    text = (tmp_path / "all" / "peercompanion.json").read_text("utf-8")
    assert text.count('"id"') == 3


def test_erase_by_id_asks_and_names_what_it_is(home: Places) -> None:
    record, _other = practise(1), practise(2)

    assert run("erase", record.id, typed="\n").return_value == NOT_DONE
    assert len(kept()) == 2
    done = run("erase", record.id, typed="y\n")

    assert done.return_value == DONE
    assert "exercise practiced: core/walk-1" in done.output
    assert "Out of reach from here" in done.output
    assert kept() == ["core/walk-2"]
    assert run("erase", "no-such-id").return_value == ASKED_WRONGLY


def test_erase_asks_for_the_day_and_the_thing() -> None:
    practise(1)
    practise(2)

    done = run("erase", typed=f"2\n{NOW.date()}\n9\nx\n1\ny\n")

    assert done.return_value == DONE
    assert done.output.count("I did not understand") == 2
    assert len(kept()) == 1
    for typed in ("", "\n", "1\n", "2\n2001-01-01\n", "2\nyesterday\n", "2\n", "3\n", "4\n\n"):
        assert run("erase", typed=typed).return_value == NOT_DONE
    assert len(kept()) == 1
    assert run("erase", typed="1\n1\ny\n").return_value == DONE
    assert kept() == []


def test_erase_everything_by_asking(home: Places) -> None:
    practise()
    done = run("erase", typed="4\nyes\n")

    assert done.return_value == DONE
    assert "This would go for good: 1 exercise practiced; 0 backups." in done.output
    assert [path.name for path in home.journal.parent.rglob("*") if path.is_file()] == ["lock"]


@pytest.mark.parametrize("arguments", [["--yes"], ["some-id", "--everything"]])
def test_erase_takes_no_half_said_wish(arguments: list[str]) -> None:
    practise()
    assert run("erase", *arguments).return_value == ASKED_WRONGLY
    assert len(kept()) == 1

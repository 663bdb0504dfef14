"""`peercompanion print`: the plan from the command line."""

import datetime
import subprocess
import sys
from pathlib import Path

import pytest

from peercompanion.kept import Kept
from peercompanion.places import places
from peercompanion.practice import writing
from peercompanion.practice.contacts import Contact
from peercompanion.practice.plan import STEADY, WELL, Part, Written

ROOT = Path(__file__).parents[1]
NOW = datetime.datetime.now().astimezone()


def run(home: Path, *arguments: str, command: str = "print") -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "peercompanion", command, *arguments],
        cwd=ROOT,
        stdin=subprocess.DEVNULL,
        env={"PEERCOMPANION_HOME": str(home), "LANG": "en_US.UTF-8", "PATH": "/usr/bin:/bin"},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


@pytest.fixture
def home(tmp_path: Path) -> Path:
    kept = Kept(places({"PEERCOMPANION_HOME": str(tmp_path / "home")}))
    for slug in ("first-ten", "space"):
        part = Part(f"plan:{slug}", STEADY, lines=(Written(f"words of {slug}"),))
        kept.put(writing.part(part, NOW))
    part = Part("wellness:okay-day", WELL, lines=(Written("I sing"),))
    kept.put(writing.part(part, NOW))
    return tmp_path / "home"


def test_private_parts_stay_out_unless_they_are_named(home: Path) -> None:
    usual = run(home, "plan", "--as", "text").stdout
    assert "words of first-ten" in usual
    assert "words of space" not in usual
    assert "words of space" in run(home, "plan", "--as", "text", "--also", "space").stdout
    only = run(home, "plan", "--as", "markdown", "--only", "space").stdout
    assert "words of space" in only
    assert "first-ten" not in only


def test_what_is_private_is_not_said_by_now_either(home: Path) -> None:
    kept = Kept(places({"PEERCOMPANION_HOME": str(home)}))
    for name, private in (("Ana", False), ("Somebody else", True)):
        kept.put(writing.contact(Contact(f"person:{name}", name, private=private), NOW))
    line = Written("Write to Somebody else", link="person:Somebody else")
    kept.put(writing.part(Part("plan:remember", STEADY, lines=(line, Written("I sing"))), NOW))
    said = run(home, command="now").stdout
    assert "words of first-ten" in said
    assert "I sing" in said
    assert "Ana" in said
    assert "words of space" not in said
    assert "Somebody" not in said


def test_the_page_is_html_and_what_keeps_me_well_is_a_page_too(home: Path) -> None:
    assert run(home, "plan").stdout.startswith("<!DOCTYPE html>")
    assert run(home).stdout == run(home, "plan").stdout, "the plan, where nothing is said"
    assert "I sing" in run(home, "well", "--as", "text").stdout


def test_a_file_is_new_and_none_is_touched(home: Path, tmp_path: Path) -> None:
    file = tmp_path / "plan.html"
    for _ in range(2):
        assert run(home, "plan", "--to", str(file)).returncode == 0
    assert sorted(path.name for path in tmp_path.glob("plan*")) == ["plan-2.html", "plan.html"]


def test_a_part_that_is_not_there_is_told_with_those_that_are(home: Path) -> None:
    ended = run(home, "plan", "--only", "spaec")
    assert ended.returncode == 2
    assert "There is no part `spaec`" in ended.stderr
    assert "space" in ended.stderr
    assert ended.stdout == ""


def test_without_anything_written_there_is_a_page_with_the_lines(tmp_path: Path) -> None:
    ended = run(tmp_path / "nowhere", "plan", "--as", "text")
    assert ended.returncode == 0
    assert "Call or text 988" in ended.stdout
    assert not (tmp_path / "nowhere").exists()

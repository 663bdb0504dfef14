"""`today`, `mark`, `checkin`, `steps`: the day as lines, nothing personal as arguments."""

import datetime
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from peercompanion.cli import daily
from peercompanion.cli.commands import commands
from peercompanion.kept import Kept
from peercompanion.packs.library import Library
from peercompanion.packs.models import Routine
from peercompanion.places import content, places
from peercompanion.practice import keeping, routine
from peercompanion.practice.days import Days
from peercompanion.preferences import Preferences

LIBRARY = Library([content()])


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home of its own for each test, in English."""
    for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("PEERCOMPANION_HOME", str(tmp_path / "home"))
    return tmp_path / "home"


def run(*arguments: str, typed: str = "", preferences: Preferences | None = None) -> Result:
    return CliRunner().invoke(
        commands(), arguments, obj=preferences or Preferences(), input=typed, standalone_mode=False
    )


def days() -> Days:
    return Kept(places()).days()


def today() -> datetime.date:
    return datetime.datetime.now().astimezone().date()


@pytest.fixture
def chart() -> routine.Chart:
    """A chart of one's own."""
    offered = LIBRARY.item("routines", "core/steady-weekday")
    assert isinstance(offered, Routine)
    mine = routine.own(offered, "steady-weekday", today(), lambda ref: f"core/{ref}")
    Kept(places()).put(keeping.chart(mine, datetime.datetime.now().astimezone()))
    return mine


def test_today_numbers_each_item(chart: routine.Chart) -> None:
    said = run("today")
    assert said.return_value == 0
    for number, item in enumerate(chart.items, start=1):
        assert f"{number:>3} ○ {item.text}" in said.output


def test_today_without_a_chart_says_where_one_is() -> None:
    said = run("today")
    assert said.return_value == 0
    assert "Today has some to choose from" in said.stderr


def test_marks_by_number_small_clear_and_on_a_day_before(chart: routine.Chart) -> None:
    yesterday = today() - datetime.timedelta(days=1)
    assert run("mark", "1").return_value == 0
    assert run("mark", "2", "--small").return_value == 0
    assert run("mark", "3", "--on", yesterday.isoformat()).return_value == 0
    assert run("mark", "1", "--clear").return_value == 0
    assert days().marked(chart.id, today()) == {chart.items[1].id: "small"}
    assert days().marked(chart.id, yesterday) == {chart.items[2].id: "done"}
    assert days().shown_up == {today(), yesterday}


def test_without_a_number_it_asks(chart: routine.Chart) -> None:
    said = run("mark", typed="4\n")
    assert "Which number?" in said.output
    assert days().marked(chart.id, today()) == {chart.items[3].id: "done"}


@pytest.mark.parametrize(
    "arguments",
    [
        ("99",),
        ("0",),
        ("1", "--on", "soon"),
        ("1", "--on", "2001-01-01"),
        ("1", "--on", "9999-12-31"),
    ],
)
def test_what_cannot_be_marked_is_said_in_one_line(
    chart: routine.Chart, arguments: tuple[str, ...]
) -> None:
    said = run("mark", *arguments)
    assert said.return_value == 2
    assert len(said.stderr.splitlines()) == 1
    assert not days().marks


def test_a_small_day_is_told_and_marked_in_small_versions(chart: routine.Chart) -> None:
    now = datetime.datetime.now().astimezone()
    Kept(places()).put(keeping.small_day(days(), now))
    said = run("today").output
    assert "A small day" in said
    assert chart.items[0].small in said
    run("mark", "1")
    assert days().marked(chart.id, today()) == {chart.items[0].id: "small"}


@pytest.mark.parametrize("command", ["today", "mark"])
def test_at_night_a_command_names_no_row_of_the_app(
    chart: routine.Chart, monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    class AtNight(daily.Reading):
        def __init__(self, preferences: Preferences) -> None:
            super().__init__(preferences)
            self.now = self.now.replace(hour=1)

    monkeypatch.setattr(daily, "Reading", AtNight)
    said = run(command, typed="\n").output
    assert chart.items[0].text in said
    assert "midnight" not in said


def test_what_is_left_out_has_no_number(chart: routine.Chart) -> None:
    said = run("today", preferences=Preferences(leave_out=frozenset({"food"})))
    assert "Something to eat" not in said.output


def check_in(typed: str) -> str:
    """Check in as in a shell, with what is typed."""
    ended = subprocess.run(
        [sys.executable, "-m", "peercompanion", "checkin"],
        input=typed,
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    assert not ended.stderr
    return ended.stdout


def test_a_check_in_is_asked_as_in_the_app_and_ends_in_the_same_rows() -> None:
    said = check_in("5\nb\n")
    assert "How stormy is it inside?\n1. Calm water.\n" in said
    assert "5. As rough as it gets for me.\n" in said
    ends = "1. Something for now.\n2. Someone to talk with.\n3. That is enough.\n"
    assert said.count("Kept on this computer.") == 1
    assert ends in said
    assert ends in check_in("1\n\n")
    assert sorted(each.storm or 0 for each in days().checkins.values()) == [0, 10]


def test_a_check_in_left_at_once_keeps_nothing() -> None:
    check_in("\n")
    assert not days().checkins


def test_steps_are_added_and_land() -> None:
    run("steps", typed="a\nCall the clinic\nafter coffee\n")
    (step,) = days().steps.values()
    assert (step.text, step.when) == ("Call the clinic", "after coffee")
    said = run("steps", "1", typed="2\n")
    assert "Where did this land?" in said.output
    (step,) = days().steps.values()
    assert step.landed == "some"
    assert step.open
    said = run("steps", typed="1\n1\n")
    assert "2 ◐" not in said.output
    assert "2 ● Some of it" in said.output
    assert "● Call the clinic" in run("steps").output


def test_each_answer_to_a_new_step_can_be_left_out_and_has_its_own_tick() -> None:
    one = run("steps", typed="a\nCall the clinic\n\n").output
    assert "\nWhen and where could it happen?\nType it, or Enter to leave it: " in one
    assert one.count("● Kept") == 1
    both = run("steps", typed="a\nWalk\nafter coffee\n").output
    assert both.count("● Kept") == 2
    assert sorted(step.when for step in days().steps.values()) == ["", "after coffee"]


def test_no_personal_words_are_arguments() -> None:
    for name in ("today", "mark", "checkin", "steps"):
        for parameter in commands().commands[name].params:
            assert parameter.name in ("number", "small", "clear", "on")

"""The stage touches nothing personal, speaks to nobody but this machine, and writes no canary."""

import contextlib
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from peercompanion.cli.commands import commands
from tests.ends.terminal import Terminal

from . import calls
from .calls import BOARD, CANARY, CONSOLE, both, live, page_down, wait_for

needs_strace = pytest.mark.skipif(
    not shutil.which("strace"), reason="strace is not installed: apt-get install strace"
)


NEXT = "\x1b[6~"
LED = (
    "enter",
    NEXT,
    NEXT,
    "f",
    NEXT,
    NEXT,
    "enter",
    "b",
    "b",
    "h",
    "h",
    "t",
    "t",
    "w",
    "s",
    NEXT,
    "c",
)
LED += ("escape", "a", "enter", NEXT, NEXT, "e", NEXT, "u", "?", "escape", "p", "enter", "z", "z")
"""What a supporter does in a call: steps, freezing, blank, help lines, an agenda and its tool."""
SHELF = "A walk before the next call"


def lead_alone(stage: Terminal) -> None:
    """Walk through what a stage does by its own keys, to its quiet end."""
    stage.wait_for("Welcome. We begin")
    for _ in range(4):
        page_down(stage)
        stage.watch(0.4)
    for key in (" ", "h", "h", "b", "b", "o", "s", "+"):
        stage.type(key)
        stage.watch(0.35)
    stage.type("q")
    stage.wait_for("Thank you.")
    stage.watch(0.4)
    stage.type("q")
    assert stage.ended() == 0


def nothing_personal(stage: Terminal, trace: Path, home: Path) -> None:
    assert calls.personal_hits(trace, home) == []
    assert calls.other_machines(trace) == []
    assert 'inet_addr("127.0.0.1")' in trace.read_text(), "the network was traced"
    assert str(run_folder(home)) in trace.read_text(), "files were traced"
    assert CANARY.encode() not in bytes(stage.written)
    left = [file for file in run_folder(home).rglob("*") if file.is_file()]
    assert not any(CANARY.encode() in file.read_bytes() for file in left)


def run_folder(home: Path) -> Path:
    return home / "run"


@needs_strace
@pytest.mark.parametrize("state", ["filled", "missing", "unreadable"])
def test_a_stage_alone(tmp_path: Path, state: str) -> None:
    home, trace = tmp_path / "home", tmp_path / "trace"
    if state != "missing":
        calls.fill(home)
    hidden = calls.unreadable(home) if state == "unreadable" else contextlib.nullcontext()

    arguments = calls.traced(live("group-steady-breath", "five-senses"), trace)
    with hidden, Terminal(home, arguments) as stage:
        lead_alone(stage)

    nothing_personal(stage, trace, home)


@needs_strace
def test_a_stage_with_its_console_and_a_board(tmp_path: Path) -> None:
    home, trace = tmp_path / "home", tmp_path / "trace"
    calls.fill(home)

    with (
        Terminal(home, calls.traced(live("--group"), trace)) as stage,
        Terminal(home, CONSOLE) as console,
    ):
        wait_for(stage, console, "Shown", at=console)
        for keys in LED:
            console.press(keys)
            both(stage, console, 0.4)
        console.press("!")
        wait_for(stage, console, f"{CANARY} agency", at=console)
        for keys in ("escape", "b", "m", "enter"):
            console.press(keys)
            both(stage, console, 0.4)
        console.type(SHELF)
        console.press("enter")
        wait_for(stage, console, SHELF, at=console)
        for keys in ("escape", "d", "enter"):
            console.press(keys)
            both(stage, console, 0.4)
        console.type(BOARD)
        both(stage, console, 0.5)
        assert BOARD not in stage.shown, "only a deliberate Show shows it"
        console.type("\r")
        both(stage, console, 0.4)
        console.type("v")
        wait_for(stage, console, BOARD, at=stage)
        console.type("k")
        both(stage, console, 0.5)
        assert BOARD not in stage.shown
        console.press("escape")
        console.type("q")
        both(stage, console, 0.5)
        stage.type("q")
        both(stage, console, 0.5)
        stage.type("q")
        assert stage.ended() == 0

    nothing_personal(stage, trace, home)
    everything = b"".join(f.read_bytes() for f in home.rglob("*") if f.is_file())
    assert BOARD.encode() not in everything, "the board was on a disk"
    assert SHELF.encode() in everything, "the supporter's own line was kept"
    assert SHELF.encode() not in stage.written


LOADED = """
import sys
from peercompanion.cli import run
sys.argv = ["peercompanion", "live"]
import peercompanion.tui.stage.app, peercompanion.tui.stage.last_card, peercompanion.link.show
run(["live", "--help"])
bad = ("kept", "journal", "preferences", "supporter", "practice.support_plan", "practice.plan",
       "tui.app", "tui.page", "tui.screens")
for name in sys.modules:
    if name.removeprefix("peercompanion.").startswith(bad):
        print("=", name, file=sys.stderr)
"""


def test_what_must_not_be_seen_is_never_loaded() -> None:
    ended = subprocess.run(
        [sys.executable, "-c", LOADED], capture_output=True, text=True, check=True, timeout=60
    )

    assert [line for line in ended.stderr.splitlines() if line.startswith("=")] == []


def test_no_command_takes_a_name_or_a_note() -> None:
    def every(command: click.Command) -> Iterator[click.Command]:
        yield command
        for each in getattr(command, "commands", {}).values():
            yield from every(each)

    taken = {param.name for command in every(commands()) for param in command.params}

    assert "ids" in taken, "they were looked at"
    assert not taken & {"name", "names", "person", "people", "note", "notes", "who", "with"}

"""Whole calls, through console and stage, on a clock of the test's own."""

import contextlib
import os
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from peercompanion.packs.library import Library
from peercompanion.packs.models import Session
from peercompanion.places import content
from tests.ends.terminal import Terminal

from .calls import CANARY, CONSOLE, both, fill, live, wait_for
from .clocked import NAME


@dataclass
class Call:
    """Both windows, and the clock between them."""

    folder: Path
    stage: Terminal
    console: Terminal
    seconds: float = field(default=0.0)

    def wait(self, seconds: float) -> None:
        """Let time go by."""
        self.seconds += seconds
        part = self.folder / "clock.part"
        part.write_text(str(self.seconds))
        part.replace(self.folder / "clock")

    def press(self, *keys: str) -> None:
        """Press keys on the console, a second apart."""
        for key in keys:
            self.wait(1.0)
            self.console.press(key)
            both(self.stage, self.console, 0.3)

    def shows(self, words: str) -> None:
        """Wait for words on the stage."""
        wait_for(self.stage, self.console, words, at=self.stage)

    def says(self, words: str) -> None:
        """Wait for words on the console."""
        wait_for(self.stage, self.console, words, at=self.console)

    def agenda(self, at: int) -> None:
        """Choose an agenda by its place in the list, and go to its first part."""
        self.press("a", *["down"] * at, "enter")
        self.press("\x1b[6~")


@pytest.fixture
def call(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Call]:
    """A call with a group, in a home full of words nobody may see."""
    home = tmp_path / "home"
    fill(home)
    (tmp_path / "clock").write_text("0")
    (tmp_path / "person").mkdir()
    monkeypatch.setenv(NAME, os.fspath(tmp_path / "clock"))
    monkeypatch.setenv("HOME", os.fspath(tmp_path / "person"))
    begin = "from tests.live.clocked import begin; begin"
    with contextlib.ExitStack() as stack:
        stage = stack.enter_context(Terminal(home, ("-c", f"{begin}('live', '--group')")))
        console = stack.enter_context(Terminal(home, ("-c", f"{begin}('console')")))
        opened = Call(tmp_path, stage, console)
        opened.says("Shown")
        opened.press("enter")
        yield opened


AGENDAS = sorted(Library([content()]).ids("sessions"), key=lambda full: "supporter/" not in full)
"""As the console of a group lists them: those for groups alone come first."""


def test_fifty_minutes_end_in_a_board_that_is_the_persons(call: Call) -> None:
    regular = Library([content()]).item("sessions", "core/regular-session")
    assert isinstance(regular, Session)
    call.agenda(AGENDAS.index("core/regular-session"))

    for part in regular.step:
        call.says(" ".join((part.private or "").split()[:3]))
        call.shows((part.text or "").split("\n")[0].split(".")[0][:20])
        if part.id == "steady":
            call.press("e")
            call.shows("Feet on the floor")
            call.press("\x1b[6~")
            call.press("u")
            call.shows("What went okay?")
            call.press("\x1b[5~")
        if part.id == "next-step":
            call.press("d", "enter", "Walk to the river, Tuesday", "enter")
            call.press("enter", "Smaller: to the corner", "enter")
            call.press("f")
            call.says("Each line first")
            call.press("up", "g", "up", "g")
            call.press("v")
            call.shows("Smaller: to the corner")
            call.press("f")
            call.says("Saved for them")
            call.press("k", "escape")
        call.wait(getattr(part, "seconds", 0) - 12)
        call.press("\x1b[6~")
    call.says("of 50 min")
    call.press("z")
    call.shows("Thank you.")

    (file,) = (call.folder / "person").glob("peer-session-2026-11-21.txt")
    assert "Walk to the river, Tuesday" in file.read_text()
    home = [each for each in (call.folder / "home").rglob("*") if each.is_file()]
    assert not any(b"river" in each.read_bytes() for each in home), "no copy is kept here"
    assert "river" not in call.stage.shown
    assert CANARY.encode() not in call.stage.written


def test_a_drop_in_in_any_order(call: Call) -> None:
    call.agenda(AGENDAS.index("core/drop-in-20"))
    call.shows("How are you arriving?")

    call.press("f", "\x1b[6~", "\x1b[6~")
    call.says("next kind, small thing")
    call.shows("How are you arriving?")
    call.press("enter")
    call.shows("What is the next kind")
    call.press("\x1b[5~")
    call.shows("What feels hardest")


def test_a_serious_moment_in_the_middle_of_a_group(call: Call) -> None:
    call.press("\x1b[6~", "\x1b[6~")
    call.shows("Camera on or off")

    call.press("!")
    call.shows("A short pause.")
    call.says("I am staying with you")
    assert "One of you stays with the group" in call.console.shown
    assert "999" in call.console.shown, "the lines of the supporter's region"

    call.press("escape")
    assert "A short pause." in call.stage.shown, "it stays blank until it is asked back"
    call.press("b")
    call.shows("Camera on or off")


def test_a_jump_has_no_frame_in_between(call: Call) -> None:
    call.agenda(AGENDAS.index("core/regular-session"))
    call.press("f", "\x1b[6~", "\x1b[6~", "\x1b[6~")
    before = len(call.stage.written)

    call.press("enter")
    call.shows("What would make this")

    between = bytes(call.stage.written[before:])
    for word in (b"went", b"hardest", b"Welcome", b"minutes", b"Shorter"):
        assert word not in between


def test_blank_is_there_a_tenth_of_a_second_after_the_consoles_key(tmp_path: Path) -> None:
    with contextlib.ExitStack() as stack:
        stage = stack.enter_context(Terminal(tmp_path, live("--group")))
        console = stack.enter_context(Terminal(tmp_path, CONSOLE))
        wait_for(stage, console, "Shown", at=console)
        console.press("enter")
        both(stage, console, 0.5)
        took = []
        for _ in range(7):
            took.append(_seconds_to(stage, console, "b", "A short pause."))
            _seconds_to(stage, console, ".", "Welcome")

    assert sorted(took)[3] < 0.1, took


def _seconds_to(stage: Terminal, console: Terminal, key: str, words: str) -> float:
    """Press a key on the console; the seconds until the stage has drawn it."""
    both(stage, console, 0.4)
    began = time.perf_counter()
    console.type(key)
    stage.wait_for(words)
    return next(at for at, _piece in stage.pieces if at > began) - began

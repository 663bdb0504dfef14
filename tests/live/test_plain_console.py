"""A whole call led by typed lines, with the real stage in another terminal."""

import contextlib
import os
import re
import signal
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.ends.terminal import PATIENCE, Terminal
from tests.plain.rules import broken

from .calls import CANARY, CONSOLE, both, fill, live, wait_for


class Led:
    """Both windows, the console in lines of text."""

    def __init__(self, stage: Terminal, console: Terminal) -> None:
        self.stage, self.console = stage, console
        self.typed: list[str] = []

    def type(self, line: str, *says: str, prompt: bool = True) -> None:
        """Type a line at a prompt, and wait for what is said to it and for the next prompt."""
        seen = len(self.console.written)
        self.typed.append(line)
        self.console.type(f"{line}\n")
        self.says(*says, since=seen + len(line), prompt=prompt)

    def says(self, *words: str, since: int = 0, prompt: bool = True) -> None:
        """Wait for words on the console, and for the prompt behind them."""
        until = time.monotonic() + PATIENCE
        while not self._heard(words, since, prompt):
            assert time.monotonic() < until, f"never said: {words}\n{self.console.shown}"
            both(self.stage, self.console, 0.02)

    def _heard(self, words: tuple[str, ...], since: int, prompt: bool) -> bool:
        text = bytes(self.console.written[since:]).decode()
        said = " ".join(text.split())
        return all(each in said for each in words) and (not prompt or text.endswith(": "))

    def shows(self, words: str) -> None:
        """Wait for words on the stage."""
        wait_for(self.stage, self.console, words, at=self.stage)


@pytest.fixture
def led(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Led]:
    """A call with a group, in a home full of words nobody may see."""
    home = tmp_path / "home"
    fill(home)
    (tmp_path / "person").mkdir()
    monkeypatch.setenv("HOME", os.fspath(tmp_path / "person"))
    with contextlib.ExitStack() as stack:
        stage = stack.enter_context(Terminal(home, live("--group")))
        stage.wait_for("Welcome. We begin")
        plain = (*CONSOLE, "--plain")
        call = Led(stage, stack.enter_context(Terminal(home, plain, size=(80, 400))))
        call.says("share the other window", "The stage shows the first card.")
        yield call


def test_a_group_is_led_by_typed_lines(led: Led, tmp_path: Path) -> None:
    led.type("", 'what comes, "Arrive together"', "Do not call on anyone.")
    led.shows("Arrive together")
    led.type("", "step 1 of 6", "Camera on or off, voice or chat or silence")
    led.type("next", "step 2 of 6")
    led.type("b", "step 1 of 6")
    led.type("blank", "nothing, it is blank")
    led.shows("A short pause.")
    led.type("blank", "step 1 of 6")
    led.type("freeze", "It stays while you look ahead.")
    led.type("", "You look at step 2.")
    led.type("", "You look at step 3.")
    assert "Camera on or off" in led.stage.shown, "the stage stays"
    led.type("here", "step 3 of 6")
    led.type("lines", "help lines")
    led.shows("999")
    led.type("lines", "step 3 of 6")
    led.type("latecomer", "the welcome for a latecomer")
    led.shows("You are welcome.")
    led.type("latecomer", "step 3 of 6")
    led.type("who", "Your voice leads.")
    led.type("serious", "I am staying with you", "999", "One of you stays with the group")
    led.shows("A short pause.")
    led.type("blank", "step 3 of 6")
    led.type("board", "Nothing of this is kept.")
    led.type("1", "One line")
    led.type("Walk to the river", "2. Walk to the river.")
    assert "river" not in led.stage.shown, "only a deliberate Show shows it"
    led.type("show", "The stage shows the board.")
    led.shows("Walk to the river")
    led.type("b")
    led.type("q", "The board goes with you.")
    led.type("where", "The stage shows")
    led.type("q", "The board goes with you.")
    led.type("board", "Nothing of this is kept.")
    led.type("save", "Each line first")
    led.type("2", "1. Agreed.")
    led.type("1", "Walk to the river. Agreed.")
    led.type("save", "Saved for them:")
    led.type("wipe", "step 3 of 6")
    led.type("b")
    led.type("thanks", "The stage shows Thank you.")
    led.type("after", "What do I put down?", "about 3 left")
    led.type("", "Arrive together")
    led.console.type("q\n")
    assert led.console.ended() == 0

    (file,) = (tmp_path / "person").glob("peer-session-*.txt")
    assert "Walk to the river" in file.read_text()
    home = [each for each in (tmp_path / "home").rglob("*") if each.is_file()]
    assert not any(b"river" in each.read_bytes() for each in home), "no copy is kept here"
    assert CANARY.encode() not in led.stage.written
    assert broken(bytes(led.console.written), led.typed) == []


def test_a_stage_that_stops_and_one_that_is_there_again_are_told(led: Led) -> None:
    led.type("", "what comes")
    led.type("", "step 1 of 6")
    since = len(led.console.written)

    led.stage.send(signal.SIGSTOP)
    led.says("The stage does not answer", since=since, prompt=False)
    led.type("", "The stage does not answer")
    led.stage.send(signal.SIGCONT)

    led.shows("Look around your own space")
    back = len(led.console.written)
    while b"step 2 of 6" not in led.console.written[back:]:
        led.type("where", "The screen leads.")
    assert not re.search(rb"\x1b", led.console.written)


def test_pacing_is_told_as_cues_where_they_are_asked_for(led: Led) -> None:
    led.type("exercises", "Steady breath together")
    led.type("steady breath", "Say the two outs")
    for _ in range(3):
        led.type("", "The stage shows")
    since = len(led.console.written)
    led.type("a word", "")
    led.type("start", "The pacer moves.", prompt=False)
    led.says("Getting ready.", "In.", "Out.", since=since, prompt=False)
    led.type("pause", "It is paused.")
    led.shows("Breathe any way you like.")

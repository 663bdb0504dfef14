"""Words made to do harm are only words on a call, too: on the stage, the console and in lines."""

import contextlib
import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from peercompanion.text import unfit
from tests.ends.hostile import AS_TEXT, BEGIN, HOSTILE, is_harmless, make
from tests.ends.terminal import Terminal

from .calls import both, page_down, wait_for

BEGINNING = AS_TEXT[:16]
TYPED = "[@click=app.quit]x[/oops] [x]"
KEYS = (
    *("enter", "l", "l", "t", "t", "f", "f", "b", "b", "i", "i", "w", "escape", "s", "escape"),
    *("e", "enter", "escape", "a", "enter", "escape", "?", "escape", "u", "z"),
)
"""Every card of the stage and every room of the console."""
LINES = (
    *("", "", "lines", "lines", "latecomer", "latecomer", "who", "serious", "blank", "list"),
    *("exercises", "b", "agendas", "b", "board", "1", HOSTILE, "show", "wipe", "thanks", "after"),
)

Begin = Callable[..., Terminal]


@pytest.fixture
def begin(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Begin]:
    """Begin a stage or a console with hostile content."""
    root = make(tmp_path / "root")
    (tmp_path / "person").mkdir()
    monkeypatch.setenv("HOME", os.fspath(tmp_path / "person"))
    with contextlib.ExitStack() as stack:

        def begin(*arguments: str) -> Terminal:
            terminal = Terminal(tmp_path / "home", ("-c", BEGIN, *arguments), root=root)
            return stack.enter_context(terminal)

        yield begin


def test_stage_and_console_show_content_that_was_never_checked_as_text(begin: Begin) -> None:
    stage, console = begin("live", "--group", "--region", "US"), begin("console")
    wait_for(stage, console, "Shown", at=console)
    console.press("enter")
    page_down(console)
    wait_for(stage, console, BEGINNING, at=stage)
    wait_for(stage, console, BEGINNING, at=console)
    for key in KEYS:
        page_down(console)
        console.press(key)
        both(stage, console, 0.2)
        is_harmless(stage)
        is_harmless(console)


def test_what_is_typed_and_pasted_for_the_board_is_text(begin: Begin, tmp_path: Path) -> None:
    stage, console = begin("live", "--group"), begin("console")
    wait_for(stage, console, "Shown", at=console)
    for keys in ("enter", "d", "enter", TYPED, "enter"):
        console.press(keys)
        both(stage, console, 0.3)
    console.press("enter")
    both(stage, console, 0.3)
    console.paste(HOSTILE)
    console.press("enter")
    wait_for(stage, console, TYPED, at=console)
    both(stage, console, 0.3)
    assert console.shown.count(TYPED) == 2
    console.press("v")
    wait_for(stage, console, BEGINNING, at=stage)
    both(stage, console, 0.3)
    is_harmless(stage)
    is_harmless(console)


def test_the_console_in_lines_says_it_as_text(begin: Begin) -> None:
    stage, console = begin("live", "--group"), begin("console", "--plain")
    wait_for(stage, console, "share the other window", at=console)
    for line in LINES:
        console.type(f"{line}\n")
        both(stage, console, 0.3)
        is_harmless(stage)
        assert console.process.poll() is None, console.shown
        said = bytes(console.written).replace(b"^[", b"").replace(b"^G", b"")
        assert not unfit(said.decode().replace("\r\n", "\n"))
    assert BEGINNING in console.shown

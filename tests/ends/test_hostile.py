"""Words made to do harm are only words, wherever they come from."""

import re
import signal
from pathlib import Path

from peercompanion.text import unfit

from .every_kind import drafts, fill, play, stand_at
from .hostile import AS_TEXT, BEGIN, HOSTILE, make
from .terminal import Terminal

OBEYED = (b"\x1b]", b"\x07", b"\x9b", b"\xc2\x9b")
OWN = re.compile(rb"\x1b\](22;[a-z-]+\x07|8;[ -~]*\x1b\\)")
"""What the program says by itself: the shape of the mouse's pointer, and links to call."""
BEGINNING = AS_TEXT[:24]
"""As much as stands on one line everywhere."""
WAYS = (("1", "1"), ("2",), ("3",), ("p", "i"), ("n", "right", "right", "right"), ("h", "5"))
"""Some of every kind; `tests/tui/test_hostile.py` goes everywhere, without a terminal."""


def _is_harmless(terminal: Terminal) -> None:
    written = OWN.sub(b"", bytes(terminal.written))
    for obeyed in OBEYED:
        assert obeyed not in written
    assert terminal.process.poll() is None, terminal.outside


def test_content_that_was_never_checked_is_shown_as_text(tmp_path: Path) -> None:
    root = make(tmp_path / "root")
    seen = 0
    with Terminal(tmp_path / "home", ("-c", BEGIN), root=root) as terminal:
        terminal.wait_for("Right now", "Help now")
        for way in WAYS:
            for key in way:
                terminal.press(key)
                terminal.settle(0.1)
                seen += BEGINNING in terminal.shown
                _is_harmless(terminal)
            while "One minute, now" not in terminal.shown:
                terminal.press("escape")
                terminal.settle(0.1)
        terminal.press("q")
        assert terminal.ended() == 0
        assert terminal.outside == ""
    assert seen > len(WAYS)


def test_what_is_typed_and_pasted_is_kept_as_text(tmp_path: Path) -> None:
    for name in ("ask", "list"):
        home = fill(tmp_path / name)
        with Terminal(tmp_path / name, play(name)) as terminal:
            stand_at(terminal, name)
            terminal.paste(f"{HOSTILE}\n{HOSTILE}")
            terminal.type("[/] [$x] [@click=app.quit]y[/]\r")
            terminal.wait_for("[$x]")
            terminal.settle(0.1)
            _is_harmless(terminal)
            terminal.send(signal.SIGTERM)
            terminal.ended()
        (draft,) = drafts(home)
        lines = str(draft.answers["second"]) if name == "ask" else "".join(draft.answers["second"])
        assert "[$x]" in lines
        assert not unfit(lines)

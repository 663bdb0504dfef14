"""Two windows and a command at once: each sees what the others kept, without a restart."""

import sys
import time
from pathlib import Path

import pytest

from ..ends.terminal import Terminal
from .disks import command

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="the terminal needs Linux")


def test_what_is_kept_in_one_window_or_by_a_command_is_seen_in_another(tmp_path: Path) -> None:
    with Terminal(tmp_path) as first, Terminal(tmp_path) as second:
        for window in (first, second):
            window.wait_for("Right now")
        done = command(tmp_path, "steps", typed="a\nCall the clinic\n\n")
        assert "Kept on this computer." in done.stdout
        begun = time.monotonic()
        for window in (first, second):
            window.wait_for("Call the clinic")
        print(f"seen after {time.monotonic() - begun:.1f} s")

        first.press("2")
        first.wait_for("Guided tools")
        first.press("2")
        first.wait_until(lambda: "Guided tools" not in first.shown, "the steps")
        first.wait_for("Call the clinic")
        first.press("enter")
        first.wait_for("Where did this land?")
        first.press("1")
        first.wait_for("Kept on this computer.")
        begun = time.monotonic()
        second.wait_until(lambda: "Call the clinic" not in second.shown)
        print(f"seen after {time.monotonic() - begun:.1f} s")

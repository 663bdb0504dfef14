"""What does not end the program: stops, storms, silence, and bytes that are nothing."""

import os
import random
import signal
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from .every_kind import HALF, PRIVATE, drafts, fill, kept_answers, play, stand_at
from .terminal import Terminal

HOME = ("PeerCompanion", "Right now", "More", "Help now")


def leave(terminal: Terminal) -> None:
    """Go Home by Ctrl+C, and leave from there."""
    terminal.settle(0.15)
    while "One minute" not in (before := terminal.shown):
        terminal.press("ctrl+c")
        terminal.wait_until(lambda before=before: terminal.shown != before, "another screen")
        terminal.settle(0.15)
    terminal.press("ctrl+c")


def leaves_well(terminal: Terminal) -> None:
    """Leave, and look at what is left on the terminal."""
    leave(terminal)
    assert terminal.ended() == 0
    assert terminal.modes_left() == set()
    assert not terminal.settings_left()
    assert terminal.outside == ""
    assert terminal.left_behind() == []


def _stopped(terminal: Terminal) -> None:
    terminal.wait_until(lambda: terminal.state() == "T")


def _suspended(terminal: Terminal, stop: Callable[[], None]) -> None:
    stop()
    _stopped(terminal)
    terminal.watch(0.1)
    assert terminal.modes_left() == set()
    assert not terminal.settings_left()
    terminal.send(signal.SIGCONT)


def _by_key(terminal: Terminal) -> None:
    _suspended(terminal, lambda: terminal.press("ctrl+z"))


def _by_signal(terminal: Terminal) -> None:
    _suspended(terminal, lambda: terminal.send(signal.SIGTSTP))


def _without_warning(terminal: Terminal) -> None:
    terminal.send(signal.SIGSTOP)
    _stopped(terminal)
    _only_continued(terminal)


def _only_continued(terminal: Terminal) -> None:
    """Go on; the terminal is taken anew, and what is typed meanwhile goes nowhere."""
    terminal.send(signal.SIGCONT)
    terminal.wait_until(lambda: terminal.written.count(b"\x1b[?1049h") == 2)


def _resized(terminal: Terminal) -> None:
    for columns, rows in ((1, 1), (500, 500), (2, 2), (1, 80), (300, 1), (40, 12), (0, 0), (3, 3)):
        terminal.resize(columns, rows)
        terminal.watch(0.05)
    terminal.resize(80, 24)


def _stormed(terminal: Terminal) -> None:
    rng = random.Random(7)
    for _ in range(60):
        terminal.resize(rng.randint(1, 200), rng.randint(1, 60))
    terminal.resize(80, 24)


JUNK = (
    b"\xe9",
    b"\xff\xfe",
    b"\xc3",
    b"\x1b[<9999999999999;1;1M",
    b"\x1b[M\xff\xff\xff",
    b"\x1b[99999999999u",
    b"\x1b[27;5;99999999999~",
    b"\x1b[?2026;9$y",
    b"\x1b]11;rgb:0/0/0\x07",
    b"\x1b[48;t",
)
"""Letters of another encoding, halves of sequences, numbers without an end."""


def _babbled(terminal: Terminal) -> None:
    for junk in JUNK:
        os.write(terminal.master, junk)
        terminal.watch(0.15)


def _starved(terminal: Terminal) -> None:
    """Write to a terminal that does not read; a longer one is in `all_deaths.py`."""
    starve(terminal, 3)


def starve(terminal: Terminal, seconds: float) -> None:
    """Read nothing for so long, while a lot is written: covered and uncovered again and again."""
    until = time.monotonic() + seconds
    presses = 0
    while time.monotonic() < until or presses % 2:
        os.write(terminal.master, b"\x1bOR")
        presses += 1
        time.sleep(0.05)
    terminal.settle()


HARMLESS = {
    "suspended by key": _by_key,
    "suspended by signal": _by_signal,
    "stopped without warning": _without_warning,
    "continued without a stop": _only_continued,
    "resized": _resized,
    "resized in a storm": _stormed,
    "bytes that are nothing": _babbled,
    "nobody reads": _starved,
}
MODERN = ("suspended by key", "resized in a storm")
"""What is tried in a terminal that tells its size by itself; `all_deaths.py` has the others."""


@pytest.mark.parametrize("what", HARMLESS)
def test_it_goes_on_at_the_same_place(what: str, tmp_path: Path) -> None:
    fill(tmp_path)
    with Terminal(tmp_path, play("several"), modern=what in MODERN) as terminal:
        stand_at(terminal, "several")
        HARMLESS[what](terminal)
        terminal.wait_for("This is second.", HALF)
        leaves_well(terminal)


def test_a_terminal_nobody_reads_does_not_keep_it_from_ending(tmp_path: Path) -> None:
    with Terminal(tmp_path) as terminal:
        terminal.wait_for(*HOME)
        for _ in range(60):
            os.write(terminal.master, b"\x1bOR")
            time.sleep(0.03)
        terminal.send(signal.SIGTERM)
        until = time.monotonic() + 5
        while terminal.process.poll() is None and time.monotonic() < until:
            time.sleep(0.05)
        assert terminal.ended() == 128 + signal.SIGTERM
        assert terminal.modes_left() == set()
        assert not terminal.settings_left()


def test_a_shell_can_put_it_in_the_background_and_fetch_it_again(tmp_path: Path) -> None:
    fill(tmp_path)
    shell = "import os; os.execlp('bash', 'bash', '--norc', '--noprofile', '-i')"
    with Terminal(tmp_path, ("-c", shell)) as terminal:
        terminal.wait_for("bash")
        terminal.type(f"{sys.executable} {' '.join(play('several'))}\r")
        stand_at(terminal, "several")
        terminal.press("ctrl+z")
        terminal.wait_for("Stopped")
        terminal.type("bg\r")
        terminal.wait_until(lambda: terminal.outside.count("Stopped") == 2 or _ask(terminal))
        assert PRIVATE not in terminal.outside
        terminal.type("fg\r")
        terminal.wait_for("This is second.", HALF)
        leave(terminal)
        terminal.wait_for("bash")
        terminal.type("echo ended with $?\r")
        terminal.wait_for("ended with 0")
        terminal.type("stty -a | grep -o -- '-\\?icanon'\r")
        terminal.wait_for("\nicanon")


def _ask(terminal: Terminal) -> bool:
    """Let bash tell what has become of its jobs: it does so before each prompt."""
    terminal.type("\r")
    terminal.watch(0.2)
    return False


def test_what_was_left_half_way_is_offered_again(tmp_path: Path) -> None:
    home = fill(tmp_path)
    with Terminal(tmp_path, play("list")) as terminal:
        stand_at(terminal, "list")
        expected = [kept_answers("list")]
        terminal.wait_until(lambda: [draft.answers for draft in drafts(home)] == expected)
        terminal.send(signal.SIGKILL)
        terminal.ended()
    with Terminal(tmp_path) as terminal:
        terminal.wait_for("Left half-way", "One of list")
        terminal.press("g")
        terminal.wait_for("Go on where you were")
        terminal.press("enter")
        terminal.wait_for("This is second.", HALF)
        leaves_well(terminal)

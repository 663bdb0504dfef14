"""A terminal of the test's own, with the real program in it.

It has a screen that can be read (pyte), and remembers every byte. What a program writes on its
alternate screen and what it leaves on the normal one are kept apart: the second is what a person
finds when it is gone. Needs Linux, where `/proc` tells what a process uses.
"""

import contextlib
import fcntl
import os
import pty
import re
import resource
import select
import signal
import subprocess
import sys
import termios
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Self

import pyte

ROOT = Path(__file__).parents[2]
PATIENCE = 20.0
"""Seconds until something that does not come is a failure; a busy machine is none."""
STILL = 0.3
"""Seconds without a byte after which nothing more is to come."""
KEYS = {
    "enter": "\r",
    "escape": "\x1b",
    "space": " ",
    "backspace": "\x7f",
    "up": "\x1b[A",
    "down": "\x1b[B",
    "right": "\x1b[C",
    "left": "\x1b[D",
    "f2": "\x1bOQ",
    "f3": "\x1bOR",
    "ctrl+c": "\x03",
    "ctrl+z": "\x1a",
}
ON_AFTERWARDS = {25, 7}
"""Modes a terminal has on by itself: the cursor is shown, lines wrap."""
_MODE = re.compile(rb"\x1b\[\?([\d;]+)([hl])")
_SEQUENCE = re.compile(rb"\x1b\[[0-?]*[ -/]*[@-~]")
_SWITCH = re.compile(rb"\x1b\[\?1049[hl]")
_ENTER, _LEAVE = b"\x1b[?1049h", b"\x1b[?1049l"
_ANSWERS = {b"\x1b[?2026$p": b"\x1b[?2026;2$y", b"\x1b[?2048$p": b"\x1b[?2048;2$y"}


def environment(home: Path) -> dict[str, str]:
    """Make an environment as a person has it: a colour terminal, a home, bytecode that is kept."""
    unlike = ("PYTHON", "COLUMNS", "LINES", "TEXTUAL", "LC_", "LANG", "NO_COLOR", "PEERCOMPANION")
    kept = {key: value for key, value in os.environ.items() if not key.startswith(unlike)}
    own = {"TERM": "xterm-256color", "COLORTERM": "truecolor", "LANG": "en_US.UTF-8"}
    return {**kept, **own, "PEERCOMPANION_HOME": str(home)}


@dataclass
class Terminal:
    """A running program and the terminal around it.

    Attributes:
        home: The folder it keeps everything in.
        arguments: What stands behind `python`; the program itself where nothing is said.
        size: Columns and rows.
        controlling: Whether closing it sends SIGHUP, as a window does and a lost line may not.
        root: Where it is started, and so where its code and content are.
        modern: Whether it answers that it can report its own size and draw a frame at once.
    """

    home: Path
    arguments: tuple[str, ...] = ("-m", "peercompanion")
    size: tuple[int, int] = (80, 24)
    controlling: bool = True
    root: Path = ROOT
    modern: bool = False
    written: bytearray = field(default_factory=bytearray)
    pieces: list[tuple[float, bytes]] = field(default_factory=list)
    """What was written, and when, on the clock of `time.perf_counter`."""

    def __enter__(self) -> Self:
        """Start the program."""
        self.master, slave = pty.openpty()
        columns, rows = self.size
        termios.tcsetwinsize(slave, (rows, columns))
        self.before = termios.tcgetattr(self.master)
        self._cpu_before = _cpu_of_the_dead()
        self.screen = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self.screen)
        self.process = subprocess.Popen(
            [sys.executable, *self.arguments],
            stdin=slave,
            stdout=slave,
            stderr=slave,
            env=environment(self.home),
            cwd=self.root,
            start_new_session=True,
            preexec_fn=_take_terminal if self.controlling else None,
        )
        os.close(slave)
        return self

    def __exit__(self, *_: object) -> None:
        """Leave nothing behind, whatever the test found."""
        for pid in self.left_behind():
            with contextlib.suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)
        self.process.wait()
        self.vanish()

    # What is seen

    def read(self, seconds: float) -> bool:
        """Wait that long at most for the next bytes; False when none came."""
        if piece := self._receive(seconds):
            self._look_at(piece)
        return bool(piece)

    def _receive(self, seconds: float) -> bytes:
        if self.master < 0 or not select.select([self.master], [], [], seconds)[0]:
            return b""
        try:
            piece = os.read(self.master, 1 << 16)
        except OSError:  # the program closed its side
            return b""
        self.pieces.append((time.perf_counter(), piece))
        self.written += piece
        return piece

    def _look_at(self, piece: bytes) -> None:
        *passed, here = _SWITCH.split(piece)
        if passed:
            self.screen.reset()  # whichever screen was shown, another one is now
        self._stream.feed(here)
        for question, answer in _ANSWERS.items():
            if self.modern and question in piece:
                os.write(self.master, answer)

    def seconds_to(self, key: str, *words: str) -> float:
        """Press a key, and time the bytes that bring these words to the screen.

        Nothing is looked at before all bytes are there, so that looking takes no time from it.
        """
        begun, first = time.perf_counter(), len(self.pieces)
        self.type(KEYS.get(key, key))
        while self._receive(PATIENCE if len(self.pieces) == first else STILL):
            pass
        found = 0.0
        for at, piece in self.pieces[first:]:
            self._look_at(piece)
            if not found and all(word in self.shown for word in words):
                found = at - begun
        assert found, f"{key} never brought {words}\n{self.shown}"
        return found

    def watch(self, seconds: float) -> int:
        """Look on for so long; the number of bytes that came."""
        before, until = len(self.written), time.monotonic() + seconds
        while (left := until - time.monotonic()) > 0:
            if not self.read(left):
                time.sleep(min(max(until - time.monotonic(), 0), 0.01))
        return len(self.written) - before

    def settle(self, quiet: float = STILL) -> None:
        """Look on until nothing has come for so long, and nothing is under way that may."""
        while self.read(quiet) or self._busy():
            pass

    @property
    def shown(self) -> str:
        """The text on the screen."""
        return "\n".join(self.screen.display)

    def wait_until(self, holds: Callable[[], bool], what: object = "") -> None:
        """Look on until something holds."""
        until = time.monotonic() + PATIENCE
        while not holds():
            if time.monotonic() > until or (self.process.poll() is not None and not self.read(0)):
                raise AssertionError(f"never came: {what}\n{self.shown}")
            self.read(0.05)

    def wait_for(self, *words: str) -> None:
        """Look on until all of this is on the screen."""
        self.wait_until(lambda: all(word in self.shown for word in words), words)

    @property
    def outside(self) -> str:
        """The words written outside the alternate screen."""
        first, *others = bytes(self.written).split(_ENTER)
        left = first + b"".join(other.partition(_LEAVE)[2] for other in others)
        return _SEQUENCE.sub(b"", left).decode(errors="replace").strip()

    def modes_left(self) -> set[int]:
        """Find the modes that are not as they were before the program came."""
        on: dict[int, bool] = {}
        for numbers, letter in _MODE.findall(bytes(self.written)):
            for number in numbers.split(b";"):
                on[int(number)] = letter == b"h"
        return {mode for mode, state in on.items() if state != (mode in ON_AFTERWARDS)}

    def settings_left(self) -> bool:
        """Whether the line settings (echo, line editing) are not as they were before."""
        return termios.tcgetattr(self.master) != self.before

    # What is done to it

    def press(self, *keys: str) -> None:
        """Press keys, by their names or letters."""
        for key in keys:
            self.type(KEYS.get(key, key))
            if key == "escape":
                self.watch(0.15)  # an escape alone is one only when nothing follows it

    def type(self, text: str) -> None:
        """Send text as it is."""
        os.write(self.master, text.encode())

    def paste(self, text: str) -> None:
        """Paste text, in the brackets a terminal puts around it."""
        self.type(f"\x1b[200~{text}\x1b[201~")

    def resize(self, columns: int, rows: int) -> None:
        """Give the window another size."""
        termios.tcsetwinsize(self.master, (rows, columns))
        self.screen.resize(max(rows, 1), max(columns, 1))
        os.kill(self.process.pid, signal.SIGWINCH)
        if self.modern:
            self.type(f"\x1b[48;{rows};{columns};{rows * 16};{columns * 8}t")

    def send(self, number: signal.Signals) -> None:
        """Send a signal to the program."""
        os.kill(self.process.pid, number)

    def vanish(self) -> None:
        """Close the window."""
        if self.master >= 0:
            os.close(self.master)
            self.master = -1

    # What the program uses, and how it ends

    def ended(self, within: float = PATIENCE) -> int:
        """Wait for the end; the exit status, negative for a signal that killed it."""
        until = time.monotonic() + within
        while self.process.poll() is None:
            assert time.monotonic() < until, f"it did not end\n{self.shown}"
            if not self.read(0.02):
                time.sleep(0.02)
        self.settle(0.1)
        return self.process.returncode

    def left_behind(self) -> list[int]:
        """Find the processes of this terminal that are still there."""
        found = []
        for folder in Path("/proc").glob("[0-9]*"):
            with contextlib.suppress(OSError):
                state, *numbers = (folder / "stat").read_text().rpartition(")")[2].split()
                if int(numbers[2]) == self.process.pid and state != "Z":
                    found.append(int(folder.name))
        return found

    def state(self) -> str:
        """What the kernel says the program does: S sleeps, T is stopped."""
        return self._stat()[0]

    def _busy(self) -> bool:
        """Whether any thread runs, would run if it were given a core, or waits for the disk."""
        states = ""
        with contextlib.suppress(OSError):  # threads end meanwhile
            for thread in Path(f"/proc/{self.process.pid}/task").iterdir():
                states += (thread / "stat").read_text().rpartition(")")[2].split()[0]
        return not {"R", "D"}.isdisjoint(states)

    def cpu(self) -> float:
        """Seconds of CPU it has used so far, or until its end."""
        if self.process.returncode is not None:
            return _cpu_of_the_dead() - self._cpu_before
        stat = self._stat()
        return (int(stat[11]) + int(stat[12])) / os.sysconf("SC_CLK_TCK")

    def memory(self) -> float:
        """Megabytes of memory it holds, of 1,048,576 bytes each, as `top` counts them."""
        pages = Path(f"/proc/{self.process.pid}/statm").read_text().split()[1]
        return int(pages) * os.sysconf("SC_PAGE_SIZE") / 2**20

    def _stat(self) -> list[str]:
        stat = Path(f"/proc/{self.process.pid}/stat").read_text()
        return stat.rpartition(")")[2].split()


def _cpu_of_the_dead() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _take_terminal() -> None:
    """Make standard input the terminal that tells this session of its end."""
    fcntl.ioctl(0, termios.TIOCSCTTY, 0)

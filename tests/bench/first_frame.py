"""How long until Home is there, beside a bare Textual app with one Static.

    .venv/bin/python tests/bench/first_frame.py [--rounds 15]

Both run in the same environment, in a terminal of 80x24, in turn: a busy machine slows them
alike. A run is timed from just before the process starts to the bytes that bring the last of
what is looked for; the bytes are read at once and looked at afterwards. Home is timed twice:
until its title, greeting, doors and footer are there, and until nothing changes any more, which
is when its right side is complete. What the first frame shows may not move after that.
"""

import argparse
import os
import pty
import select
import statistics
import sys
import tempfile
import termios
import time
from dataclasses import dataclass
from pathlib import Path

import pyte
import ten_years

ROWS, COLUMNS = 24, 80
QUIET = 1.0
"""Seconds without a byte after which a screen is called still."""
BARE = """
from textual.app import App
from textual.widgets import Static
class Bare(App):
    BINDINGS = [("q", "quit")]
    def compose(self):
        yield Static("one static")
Bare().run()
"""
HOME_SHOWS = ("PeerCompanion", "One minute", "5 ", "More", "Help now", "Leave")


@dataclass(frozen=True)
class Subject:
    """A program to time, and what its first frame shows."""

    name: str
    command: list[str]
    shows: tuple[str, ...]
    home: Path


@dataclass(frozen=True)
class Run:
    """One start: seconds until the first frame and until the last change."""

    first: float
    still: float
    moved: bool


def start(subject: Subject) -> Run:
    """Start a program, wait until it is still, and leave it."""
    begun = time.perf_counter()
    process, terminal = pty.fork()
    if process == 0:
        termios.tcsetwinsize(0, (ROWS, COLUMNS))
        os.execve(subject.command[0], subject.command, environment(subject.home))
    pieces = []
    while True:
        ready, _, _ = select.select([terminal], [], [], QUIET if pieces else 30)
        if not ready:
            break
        piece = os.read(terminal, 65536)
        pieces.append((time.perf_counter() - begun, piece))
    leave(process, terminal)
    return looked_at(subject, pieces)


def environment(home: Path) -> dict[str, str]:
    """Make an environment as a person has it: a colour terminal, and bytecode that is kept."""
    unlike = ("PYTHON", "COLUMNS", "LINES", "TEXTUAL", "LC_", "LANG", "NO_COLOR")
    kept = {key: value for key, value in os.environ.items() if not key.startswith(unlike)}
    own = {"TERM": "xterm-256color", "COLORTERM": "truecolor", "LANG": "C.UTF-8"}
    return {**kept, **own, "PEERCOMPANION_HOME": str(home)}


def leave(process: int, terminal: int) -> None:
    """Press q, read what comes, and wait for the end."""
    os.write(terminal, b"q")
    try:
        while select.select([terminal], [], [], 10)[0] and os.read(terminal, 65536):
            pass
    except OSError:  # the other end is gone
        pass
    os.close(terminal)
    os.waitpid(process, 0)


def looked_at(subject: Subject, pieces: list[tuple[float, bytes]]) -> Run:
    """Replay what was written, and find the two moments."""
    screen = pyte.Screen(COLUMNS, ROWS)
    stream = pyte.ByteStream(screen)
    first_frame: list[str] = []
    last: list[str] = []
    first = still = 0.0
    for at, piece in pieces:
        stream.feed(piece)
        shown = list(screen.display)
        if not first and all(words in "\n".join(shown) for words in subject.shows):
            first, first_frame = at, shown
        if shown != last:
            still, last = at, shown
    if not first:
        raise SystemExit(f"{subject.name} never showed {subject.shows}:\n" + "\n".join(last))
    moved = any(
        before not in (" ", after)
        for line, later in zip(first_frame, last, strict=True)
        for before, after in zip(line, later, strict=True)
    )
    return Run(first, still, moved)


def subjects(folder: Path) -> list[Subject]:
    """Lay out what is timed: the bare app, an empty home, and ten years of one."""
    bare, empty, full = folder / "bare.py", folder / "empty", folder / "ten-years"
    bare.write_text(BARE)
    empty.mkdir()
    ten_years.fill(full)
    home = [sys.executable, "-m", "peercompanion"]
    return [
        Subject("bare app", [sys.executable, str(bare)], ("one static",), empty),
        Subject("Home, empty", home, HOME_SHOWS, empty),
        Subject("Home, ten years", home, HOME_SHOWS, full),
    ]


def table(runs: dict[str, list[Run]]) -> str:
    """Put medians and ratios side by side."""
    names = list(runs)
    bare = statistics.median(run.first for run in runs[names[0]])
    lines = [f"{'':16}{'first frame':>22}{'still after it':>24}"]
    for name in names:
        first = statistics.median(run.first for run in runs[name])
        least = min(run.first for run in runs[name])
        more = statistics.median(run.still - run.first for run in runs[name])
        line = f"{name:16}{first * 1000:6.0f} ms (least {least * 1000:4.0f}) {first / bare:5.2f}x"
        if name != names[0]:
            line += f"{more * 1000:8.0f} ms {more / bare:6.2f}x"
            line += "   moved!" if any(run.moved for run in runs[name]) else "   nothing moved"
        lines.append(line)
    return "\n".join(lines)


def main() -> None:
    """Time everything in turn and print what came out."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rounds", type=int, default=15)
    rounds = parser.parse_args().rounds
    with tempfile.TemporaryDirectory() as folder:
        timed = subjects(Path(folder))
        for subject in timed * 2:  # fills the caches: bytecode, the index, the disk's own
            start(subject)
        runs: dict[str, list[Run]] = {subject.name: [] for subject in timed}
        for _ in range(rounds):
            for subject in timed:
                runs[subject.name].append(start(subject))
    print(f"{rounds} rounds, {COLUMNS}x{ROWS}, medians:")
    print(table(runs))


if __name__ == "__main__":
    main()

"""A stage and its console in terminals of their own, in a home full of words nobody may see."""

import contextlib
import os
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from tests.ends.terminal import Terminal

PERSONAL = ("journal", "config", "state", "cache")
CANARY = "canary-7f3a"
"""In every personal file, and in every personal file's name."""
BOARD = "Lunch by the river on Tuesday"
STRACE = ("strace", "-f", "-qq", "-s", "400", "-e", "trace=%file,%network")


def fill(home: Path) -> None:
    """Fill every personal folder with words of its own."""
    for name in PERSONAL:
        folder = home / name / f"{CANARY}-{name}"
        folder.mkdir(parents=True)
        (folder / f"{CANARY}.toml").write_text(f'text = "{CANARY} {name}"\n')
    (home / "config" / "settings.toml").write_text(
        f'region = "GB"\ntheme = "paper"\nquiet_home = true\n# {CANARY}\n'
    )
    (home / "config" / "agency-steps.txt").write_text(f"{CANARY} agency\n")
    (home / "journal" / "2026").mkdir()
    (home / "journal" / "2026" / "11.toml").write_text(f'text = "{CANARY}"\n')


def live(*arguments: str) -> tuple[str, ...]:
    """The stage."""
    return ("-m", "peercompanion", "live", *arguments)


CONSOLE = ("-m", "peercompanion", "console")


def traced(arguments: tuple[str, ...], into: Path) -> tuple[str, ...]:
    """The same under strace."""
    command = [*STRACE, "-o", str(into), sys.executable, *arguments]
    return ("-c", f"import os; os.execvp('strace', {command!r})")


def personal_hits(trace: Path, home: Path) -> list[str]:
    """The calls that name anything personal, `stat` included."""
    folders = [os.fspath(home / name) for name in PERSONAL]
    return [line for line in trace.read_text().splitlines() if any(f in line for f in folders)]


def other_machines(trace: Path) -> list[str]:
    """The calls that name an address, and not this machine's own."""
    named = [line for line in trace.read_text().splitlines() if "sin_addr" in line or "in6" in line]
    return [line for line in named if 'inet_addr("127.0.0.1")' not in line]


def both(stage: Terminal, console: Terminal, seconds: float) -> None:
    """Look on at both."""
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        stage.read(0.02)
        console.read(0.02)


def wait_for(stage: Terminal, console: Terminal, words: str, *, at: Terminal) -> float:
    """Look on at both until one of them shows something; the seconds it took."""
    began = time.monotonic()
    while words not in at.shown:
        assert time.monotonic() - began < 20, f"never came: {words}\n{at.shown}"
        both(stage, console, 0.02)
    return time.monotonic() - began


def page_down(terminal: Terminal) -> None:
    """Press what a remote presses."""
    terminal.type("\x1b[6~")


@contextlib.contextmanager
def unreadable(home: Path) -> Iterator[None]:
    """Take away what can be taken; whoever runs as root can read it all the same."""
    for name in PERSONAL:
        (home / name).chmod(0)
    try:
        yield
    finally:
        for name in PERSONAL:
            (home / name).chmod(0o700)

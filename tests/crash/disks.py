"""Real disks that are full, fail or forbid, and what is kept on them by real processes."""

import datetime
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from peercompanion.data.tending import tend
from peercompanion.kept import Kept
from peercompanion.places import places
from peercompanion.practice.records import Practised

from ..ends.terminal import ROOT, Terminal, environment

FULL = "The disk is full. After making some room on it, you can try again."
PERSON = """
import datetime, sys
from peercompanion.kept import Kept, NotKept
from peercompanion.places import places
from peercompanion.practice.records import Practised

kept = Kept(places())
now = datetime.datetime.now().astimezone()

def keep(number, work=kept.add):
    told = {"item": "core/long-exhale", "answers": {"a": "x" * int(sys.argv[2])}}
    record = Practised(id=f"r{number}", at=now, day=now.date(), **told)
    try:
        work(record)
    except NotKept as problem:
        print("!", problem, flush=True)
        return 1
    print(record.id, flush=True)
    return 0

refused = 0
for number in range(int(sys.argv[1])):
    refused += keep(number)
    if refused == 3:
        break
"""
LIFE = (
    PERSON
    + """
from peercompanion.data import backing_up, erasing
from peercompanion.data.tending import tend
from peercompanion.data.whole import NotDone

keep(1, kept.revise)
for work in (backing_up.back_up, tend, lambda whole: erasing.erase(whole, "r2"), tend):
    try:
        work(kept.whole)
    except NotDone as problem:
        print("!", problem, flush=True)
    except LookupError:
        pass  # it was not kept in the first place
keep(99)
"""
)
"""Keep, change, back up, tend, erase `r2` and keep once more."""


def person(
    home: Path, many: int, size: int = 40, *, under: tuple[str, ...] = (), code: str = PERSON
) -> list[str]:
    """Keep records in a process of its own; its lines, up to its end or its death."""
    ended = subprocess.run(
        [*under, sys.executable, "-B", "-c", code, str(many), str(size)],
        cwd=ROOT,
        env=environment(home),
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        check=False,
        timeout=120,
    )
    return ended.stdout.splitlines()


def command(
    home: Path, *arguments: str, typed: str = "", under: tuple[str, ...] = ()
) -> subprocess.CompletedProcess[str]:
    """Run a command."""
    return subprocess.run(
        [*under, sys.executable, "-m", "peercompanion", *arguments],
        cwd=ROOT,
        env=environment(home),
        input=typed,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )


def kept(home: Path) -> Kept:
    """What is kept in a home."""
    return Kept(places({"PEERCOMPANION_HOME": str(home)}))


def times(home: Path) -> Counter[str]:
    """Count each record that is there, the same one in several files once for each."""
    reading = kept(home).whole.journal.read()
    assert not any(entry.by_hand for entry in reading.entries)
    return Counter(entry.id for entry in reading.entries)


def keep_here(home: Path, many: int) -> None:
    """Keep the same records as a person would, in this process."""
    here, now = kept(home), datetime.datetime.now().astimezone()
    for number in range(many):
        here.add(Practised(id=f"r{number}", at=now, day=now.date(), item="core/long-exhale"))


def said_to_be_kept(lines: list[str]) -> list[str]:
    """The records among the lines of a person."""
    return [line for line in lines if not line.startswith("!")]


def sentences(lines: list[str]) -> set[str]:
    """What a person was told instead."""
    return {line[2:] for line in lines if line.startswith("!")}


@contextmanager
def small_disk(disk: Path) -> Iterator[bool]:
    """Put a disk of 128 KB there; False where that may not be done."""
    disk.mkdir()
    asked = [shutil.which("mount") or "", "-t", "tmpfs", "-o", "size=128k", "tmpfs", str(disk)]
    mounted = (
        bool(asked[0]) and not subprocess.run(asked, capture_output=True, check=False).returncode
    )
    yield mounted
    if mounted:
        subprocess.run(["umount", "-l", str(disk)], check=True)


# Failing system calls

STRACE = shutil.which("strace")


def strace_works() -> bool:
    """Whether system calls can be made to fail here."""
    asked = [STRACE or "", "-o", os.devnull, "-e", "trace=none", sys.executable, "-c", ""]
    return bool(STRACE) and subprocess.run(asked, capture_output=True, check=False).returncode == 0


def failing(trace: Path, what: str, *more: str) -> tuple[str, ...]:
    """Say to strace which call is to fail or to kill: `write:error=EIO:when=3`."""
    call = what.partition(":")[0]
    return (
        STRACE or "",
        "-f",
        "-o",
        str(trace),
        "-e",
        f"trace={call}",
        "-e",
        f"inject={what}",
        *more,
    )


def fail(folder: Path, what: str, code: str = PERSON) -> int:
    """Let a call fail, or kill, while a person keeps eight records; see that nothing is lost.

    Args:
        folder: A folder that is not there yet, for the home.
        what: As strace is told.
        code: What the person does.

    Returns:
        How many calls failed.

    Raises:
        AssertionError: Something was lost, or told in a way that is not plain.

    """
    home, trace = folder / "home", folder / "trace"
    keep_here(home, 1)
    lines = person(home, 8, under=failing(trace, what), code=code)
    injected = trace.read_text("utf-8", "replace")
    found, held = times(home), said_to_be_kept(lines)
    for id_ in {"r0", *held} - ({"r2"} if code == LIFE else set()):
        assert found[id_], f"lost: {id_} {lines}"
        assert found[id_] <= 1 + (id_ in ("r0", "r1")), f"twice: {id_} {lines}"
    assert all(re.fullmatch(r"[A-Z][^\n]*\.", said) for said in sentences(lines)), lines
    keep_here(home, 8)
    tend(kept(home).whole)
    assert {f"r{number}" for number in range(8)} <= set(times(home))
    return injected.count("INJECTED") + injected.count("killed by SIGKILL")


ERRORS = {
    "write": ("EIO", "ENOSPC"),
    "fsync": ("EIO",),
    "openat": ("EIO", "EMFILE"),
    "rename": ("EIO", "EACCES"),
    "flock": ("ENOLCK",),
    "ftruncate": ("EIO",),
    "unlink": ("EIO",),
}
KILLS = ("write", "fsync", "openat", "rename", "close", "lseek", "ftruncate", "unlink")
IMPORTING = {"openat": 150, "close": 150, "lseek": 100}
"""Calls of these sorts that are over before anything is kept: imports make them."""
AT_ONCE = 30
"""Calls of one sort after which the life that is led here is over, or nearly."""


def every_call(progress: Callable[[str], None] = lambda _what: None) -> tuple[int, int]:
    """Let every call of a life fail in turn, and then kill at each.

    Returns:
        How many lives were led, and how many calls failed or killed.

    """
    lives = failed = 0
    whats = [(call, f"error={error}") for call, errors in ERRORS.items() for error in errors]
    for call, how in [*whats, *((call, "signal=KILL") for call in KILLS)]:
        begins = IMPORTING.get(call, 1)
        for when in range(begins, begins + AT_ONCE * (2 if call in IMPORTING else 1)):
            what = f"{call}:{how}:when={when}"
            progress(what)
            with tempfile.TemporaryDirectory() as folder:
                try:
                    now = fail(Path(folder), what, LIFE)
                except AssertionError as error:
                    raise AssertionError(f"{what}: {error}") from error
            lives, failed = lives + 1, failed + now
            if not now and call not in IMPORTING:
                break  # the life has no more calls of this sort
    return lives, failed


# The real program


def write_a_line(app: Terminal, words: str) -> None:
    """Go to the first part of the plan and type a line, without keeping it."""
    app.wait_for("Right now")
    app.press("3")
    app.wait_for("My first ten minutes")
    app.press("3")
    app.wait_for("What do you do first?")
    app.press("t")
    app.wait_for("Keep the line")
    app.type(words)
    app.wait_for(words)


@contextmanager
def fail_in(app: Terminal, trace: Path, what: str, file: Path) -> Iterator[None]:
    """Let a call on a file fail in a program that runs."""
    call = what.partition(":")[0]
    asked = [*failing(trace, what, "-P", str(file)), "-p", str(app.process.pid)]
    tracer = subprocess.Popen(asked, stderr=subprocess.PIPE, text=True)
    assert tracer.stderr
    assert "attached" in tracer.stderr.readline(), call
    yield
    tracer.terminate()
    tracer.wait()
    tracer.stderr.close()

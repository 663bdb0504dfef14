"""Real disks that are full, fail or forbid: nothing is lost, and one clear sentence says so.

The long form, at every system call of a life: `python -m tests.crash disks`.
"""

import random
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest

from peercompanion.data import looking
from peercompanion.data.tending import tend

from ..ends.terminal import ROOT, Terminal, environment
from . import disks
from .disks import FULL, PERSON, command, kept, person, said_to_be_kept, sentences, times

LIMIT = "import resource; resource.setrlimit(resource.RLIMIT_FSIZE, ({bytes}, -1))\n"
"""A file may not grow further; Python itself ignores the signal that goes with it."""
PROGRAM = "import sys; from peercompanion.cli import run; sys.exit(run(sys.argv[1:]))"
KIB = 1024
WORDS = "Call Ana at nine"

needs_strace = pytest.mark.skipif(
    not disks.strace_works(), reason="strace is missing, or may not trace"
)


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 128 KB."""
    with disks.small_disk(tmp_path / "disk") as mounted:
        if not mounted:
            pytest.skip("no disk of 128 KB can be mounted here: that needs root on Linux")
        yield tmp_path / "disk"


@pytest.mark.parametrize("size", [40, 900, 9000])
def test_a_disk_filled_to_the_brim_keeps_what_it_has(small_disk: Path, size: int) -> None:
    lines = person(small_disk, 600, size)
    held = said_to_be_kept(lines)
    assert 3 < len(held) < 600
    assert sentences(lines) == {FULL}
    assert times(small_disk) == Counter(held)

    # Whatever is asked of it now, it says one sentence or does it, and changes nothing.
    checked = command(small_disk, "data", "check")
    assert (checked.returncode, checked.stderr) == (0, "")
    refused = command(small_disk, "data", "backup")
    assert (refused.returncode, refused.stderr) == (1, f"peercompanion: {FULL}\n")
    assert tend(kept(small_disk).whole)[-1] == FULL
    assert times(small_disk) == Counter(held)

    shutil.rmtree(next(small_disk.glob("state/*/copies")))  # some room
    assert said_to_be_kept(person(small_disk, 1, 40)) == ["r0"]
    assert times(small_disk) == Counter([*held, "r0"])


def test_a_file_that_may_not_grow_keeps_what_it_has(tmp_path: Path) -> None:
    ended = subprocess.run(
        [sys.executable, "-c", LIMIT.format(bytes=60 * KIB) + PERSON, "300", "500"],
        cwd=ROOT,
        env=environment(tmp_path),
        stdout=subprocess.PIPE,
        text=True,
        check=False,
    )
    lines = ended.stdout.splitlines()

    assert 10 < len(said_to_be_kept(lines)) < 299
    assert sentences(lines) == {FULL}
    assert times(tmp_path) == Counter(said_to_be_kept(lines))
    assert looking.check(kept(tmp_path).whole)[1]


# The text stays on the screen


def told_once(app: Terminal, sentence: str) -> None:
    """Keep the line that was typed, and see that it stays where it is with one sentence below."""
    app.press("enter")
    app.wait_for(sentence)
    assert WORDS in app.shown
    assert "Kept on this computer" not in app.shown
    assert app.shown.count(sentence) == 1


def kept_after_all(app: Terminal, home: Path) -> None:
    """Once there is room, Enter keeps the same line."""
    app.press("enter")
    app.wait_for("Kept on this computer.")
    assert WORDS in str([entry.fields for entry in kept(home).whole.journal.read().entries])


def test_the_text_stays_on_the_screen_when_the_disk_is_full(small_disk: Path) -> None:
    for size in (900, 40, 0):
        assert sentences(person(small_disk, 600, size))
    before = times(small_disk)
    with Terminal(small_disk, size=(80, 40)) as app:
        disks.write_a_line(app, WORDS)
        told_once(app, "The disk is full.")
        assert times(small_disk) == before
        shutil.rmtree(next(small_disk.glob("state/*/copies")))
        kept_after_all(app, small_disk)


def test_the_text_stays_on_the_screen_when_a_file_may_not_grow(tmp_path: Path) -> None:
    held = said_to_be_kept(person(tmp_path, 40, 500))
    (file,) = tmp_path.glob("journal/entries/*/*.toml")
    program = LIMIT.format(bytes=file.stat().st_size + 9) + PROGRAM
    with Terminal(tmp_path, ("-c", program), size=(80, 40)) as app:
        disks.write_a_line(app, WORDS)
        told_once(app, "The disk is full.")
    assert times(tmp_path) == Counter(held)


@needs_strace
@pytest.mark.parametrize("call", ["write", "fsync"])
def test_the_text_stays_on_the_screen_when_the_disk_fails(tmp_path: Path, call: str) -> None:
    held = said_to_be_kept(person(tmp_path, 3))
    (file,) = tmp_path.glob("journal/entries/*/*.toml")
    with Terminal(tmp_path, size=(80, 40)) as app:
        disks.write_a_line(app, WORDS)
        with disks.fail_in(app, tmp_path / "trace", f"{call}:error=EIO", file):
            told_once(app, "The disk reported a problem")
        assert "INJECTED" in (tmp_path / "trace").read_text()
        kept_after_all(app, tmp_path)
    assert Counter(held) <= times(tmp_path)
    assert looking.check(kept(tmp_path).whole)[1]


# Commands


@contextmanager
def room_for(home: Path, extra: int) -> Iterator[tuple[str, ...]]:
    """Let no file of a process grow further than this month's and so many bytes."""
    (file,) = home.glob("journal/entries/*/*.toml")
    yield ("prlimit", f"--fsize={file.stat().st_size + extra}")


@needs_strace
@pytest.mark.parametrize("how", ["write:error=EIO", "fsync:error=EIO", "no room"])
@pytest.mark.parametrize(
    ("arguments", "typed"), [(("checkin",), "3\n\n"), (("steps",), "a\nCall the clinic\n\n")]
)
def test_a_command_that_could_not_keep_it_says_so(
    tmp_path: Path, how: str, arguments: tuple[str, ...], typed: str
) -> None:
    held = said_to_be_kept(person(tmp_path, 3))
    (file,) = tmp_path.glob("journal/entries/*/*.toml")
    with ExitStack() as around:
        if how == "no room":
            if not shutil.which("prlimit"):
                pytest.skip("prlimit is missing")
            under = around.enter_context(room_for(tmp_path, 9))
        else:
            under = disks.failing(tmp_path / "trace", how, "-P", str(file))
        ended = command(tmp_path, *arguments, typed=typed, under=under)

    assert ended.returncode == 1
    assert "Kept" not in ended.stdout
    lines = (*ended.stdout.splitlines(), *ended.stderr.splitlines())
    told = [line.removeprefix("peercompanion: ") for line in lines]
    assert sum(line.startswith("The disk ") for line in told) == 1
    assert "Traceback" not in ended.stderr
    assert Counter(held) <= times(tmp_path)
    assert command(tmp_path, *arguments, typed=typed).returncode == 0
    assert looking.check(kept(tmp_path).whole)[1]


# System calls that fail, or are the last


@needs_strace
@pytest.mark.parametrize(("call", "errors"), disks.ERRORS.items())
def test_a_call_that_fails_loses_nothing(
    tmp_path: Path, call: str, errors: tuple[str, ...]
) -> None:
    chance = random.Random(call)
    begins = disks.IMPORTING.get(call, 1)
    when = f"{begins + chance.randint(0, 2)}+{chance.randint(2, 5)}"
    failed = disks.fail(tmp_path, f"{call}:error={chance.choice(errors)}:when={when}", disks.LIFE)
    assert failed or call == "ftruncate"  # which is called only where a write came short


@needs_strace
@pytest.mark.parametrize("call", disks.KILLS)
def test_a_kill_at_a_call_loses_nothing(tmp_path: Path, call: str) -> None:
    begins = disks.IMPORTING.get(call, 1)
    when = random.Random(call).randint(begins, begins + 9)
    disks.fail(tmp_path, f"{call}:signal=KILL:when={when}", disks.LIFE)

"""Real disks that are full, fail or forbid: nothing is lost, and one clear sentence says so."""

import os
import random
import re
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from peercompanion.data import looking
from peercompanion.data.tending import tend
from peercompanion.kept import Kept
from peercompanion.places import places

from ..ends.terminal import ROOT, Terminal, environment

PERSON = """
import datetime, sys
from peercompanion.kept import Kept, NotKept
from peercompanion.places import places
from peercompanion.practice.records import Practised

kept = Kept(places())
now = datetime.datetime.now().astimezone()
refused = 0
for number in range(int(sys.argv[1])):
    if refused == 3:
        break
    told = {"item": "core/long-exhale", "answers": {"a": "x" * int(sys.argv[2])}}
    record = Practised(id=f"r{number}", at=now, day=now.date(), **told)
    try:
        kept.add(record)
    except NotKept as problem:
        print("!", problem, flush=True)
        refused += 1
    else:
        print(record.id, flush=True)
"""
KIB = 1024


def person(home: Path, many: int, size: int = 40, *, under: tuple[str, ...] = ()) -> list[str]:
    """Keep records in a process of its own; its lines, up to its end or its death."""
    ended = subprocess.run(
        [*under, sys.executable, "-B", "-c", PERSON, str(many), str(size)],
        cwd=ROOT,
        env=environment(home),
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        check=False,
        timeout=120,
    )
    return ended.stdout.splitlines()


def command(home: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run a command."""
    return subprocess.run(
        [sys.executable, "-m", "peercompanion", *arguments],
        cwd=ROOT,
        env=environment(home),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )


def kept(home: Path) -> Kept:
    return Kept(places({"PEERCOMPANION_HOME": str(home)}))


def times(home: Path) -> Counter[str]:
    """Count each record that is there, the same one in several files once for each."""
    reading = kept(home).whole.journal.read()
    assert not any(entry.by_hand for entry in reading.entries)
    return Counter(entry.id for entry in reading.entries)


def said_to_be_kept(lines: list[str]) -> list[str]:
    return [line for line in lines if not line.startswith("!")]


def sentences(lines: list[str]) -> set[str]:
    return {line[2:] for line in lines if line.startswith("!")}


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 128 KB."""
    disk = tmp_path / "disk"
    disk.mkdir()
    mount = shutil.which("mount")
    asked = [mount or "mount", "-t", "tmpfs", "-o", "size=128k", "tmpfs", str(disk)]
    if mount is None or subprocess.run(asked, capture_output=True, check=False).returncode:
        pytest.skip("no disk of 128 KB can be mounted here: that needs root on Linux")
    yield disk
    subprocess.run(["umount", "-l", str(disk)], check=True)


@pytest.mark.parametrize("size", [40, 900, 9000])
def test_a_disk_filled_to_the_brim_keeps_what_it_has(small_disk: Path, size: int) -> None:
    lines = person(small_disk, 600, size)
    held = said_to_be_kept(lines)
    assert 3 < len(held) < 600
    assert sentences(lines) == {
        "The disk is full. After making some room on it, you can try again."
    }
    assert times(small_disk) == Counter(held)

    # Whatever is asked of it now, it says one sentence or does it, and changes nothing.
    checked = command(small_disk, "data", "check")
    assert (checked.returncode, checked.stderr) == (0, "")
    backed_up = command(small_disk, "data", "backup")
    assert backed_up.returncode == 1
    assert backed_up.stderr == (
        "peercompanion: The disk is full. After making some room on it, you can try again.\n"
    )
    assert tend(kept(small_disk).whole)[-1].startswith("The disk is full.")
    assert times(small_disk) == Counter(held)

    shutil.rmtree(next(small_disk.glob("state/*/copies")))  # some room
    assert said_to_be_kept(person(small_disk, 1, 40)) == ["r0"]
    assert times(small_disk) == Counter([*held, "r0"])


def test_the_text_stays_on_the_screen_when_the_disk_is_full(small_disk: Path) -> None:
    for size in (900, 40, 0):
        assert sentences(person(small_disk, 600, size))
    with Terminal(small_disk, size=(80, 40)) as app:
        app.wait_for("Right now")
        app.press("3")
        app.wait_for("My first ten minutes")
        app.press("3")
        app.wait_for("What do you do first?")
        app.press("t")
        app.wait_for("Keep the line")
        app.type("Call Ana at nine")
        app.wait_for("Call Ana at nine")
        app.press("enter")
        app.wait_for("The disk is full.")
        assert "Call Ana at nine" in app.shown
        assert "Kept on this computer" not in app.shown
        assert app.shown.count("disk is full") == 1


def test_a_file_that_may_not_grow_keeps_what_it_has(tmp_path: Path) -> None:
    limit = f"import resource; resource.setrlimit(resource.RLIMIT_FSIZE, ({60 * KIB}, -1))\n"
    ended = subprocess.run(
        [sys.executable, "-c", limit + PERSON, "300", "500"],
        cwd=ROOT,
        env=environment(tmp_path),
        stdout=subprocess.PIPE,
        text=True,
        check=False,
    )
    lines = ended.stdout.splitlines()

    assert 10 < len(said_to_be_kept(lines)) < 299
    assert all(said.startswith("The disk is full.") for said in sentences(lines))
    assert times(tmp_path) == Counter(said_to_be_kept(lines))
    assert looking.check(kept(tmp_path).whole)[1]


STRACE = shutil.which("strace")


def _strace_works() -> bool:
    asked = [STRACE or "", "-o", os.devnull, "-e", "trace=none", sys.executable, "-c", ""]
    return bool(STRACE) and subprocess.run(asked, capture_output=True, check=False).returncode == 0


needs_strace = pytest.mark.skipif(not _strace_works(), reason="strace is missing, or may not trace")


def injected(home: Path, trace: Path, what: str) -> list[str]:
    """Keep records while the system itself fails or kills at one call.

    Args:
        home: The home, in which something is kept already.
        trace: Where strace writes what happened.
        what: As strace is told: `write:error=EIO:when=3`.
    """
    call = what.partition(":")[0]
    strace = (STRACE or "", "-f", "-o", str(trace), "-e", f"trace={call}", "-e", f"inject={what}")
    return person(home, 8, under=strace)


@needs_strace
@pytest.mark.parametrize(
    ("call", "error"),
    [
        ("write", "EIO"),
        ("write", "ENOSPC"),
        ("fsync", "EIO"),
        ("openat", "EIO"),
        ("rename", "EIO"),
        ("flock", "ENOLCK"),
    ],
)
def test_a_call_that_fails_loses_nothing(tmp_path: Path, call: str, error: str) -> None:
    chance = random.Random(call + error)
    first = person(tmp_path, 1)
    whens = [f"{chance.randint(1, 2)}", f"{chance.randint(5, 30)}+{chance.randint(2, 5)}"]
    failed = 0
    for number, when in enumerate(whens):
        home, trace = tmp_path / f"{number}", tmp_path / f"trace{number}"
        shutil.copytree(tmp_path / "journal", home / "journal")
        lines = injected(home, trace, f"{call}:error={error}:when={when}")
        failed += trace.read_text("utf-8", "replace").count("INJECTED")

        found = times(home)
        assert all(found[id_] in (1, 2) for id_ in first)
        for id_ in set(said_to_be_kept(lines)) - set(first):
            assert found[id_] == 1, (id_, lines)
        assert all(re.fullmatch(r"[A-Z][^\n]*\.", said) for said in sentences(lines))
        again = person(home, 8)
        assert len(said_to_be_kept(again)) == 8
        assert set(times(home)) == {f"r{n}" for n in range(8)}
        tend(kept(home).whole)
        assert set(times(home)) == {f"r{n}" for n in range(8)}
    assert failed


@needs_strace
@pytest.mark.parametrize("call", ["write", "fsync", "openat", "rename", "close", "lseek"])
def test_a_kill_at_a_call_loses_nothing(tmp_path: Path, call: str) -> None:
    chance = random.Random(call)
    begins = {"openat": 150, "close": 150, "lseek": 100}.get(call, 1)
    for number in range(3):
        home, trace = tmp_path / f"{number}", tmp_path / f"trace{number}"
        when = chance.randint(begins, begins + 30)
        lines = injected(home, trace, f"{call}:signal=KILL:when={when}")

        found = times(home)
        assert all(found[id_] == 1 for id_ in said_to_be_kept(lines)), lines
        assert len(found) - len(said_to_be_kept(lines)) in (0, 1)
        tend(kept(home).whole)
        assert all(times(home)[id_] == 1 for id_ in said_to_be_kept(lines))
        assert len(said_to_be_kept(person(home, 8))) == 8

"""Real processes write at once, are killed, and meet full and forbidden disks."""

import os
import subprocess
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import pytest

from peercompanion.journal.framing import block

from .samples import journal, record

WRITER = """
import datetime, sys
from pathlib import Path
from peercompanion.journal.journal import Journal

home, name, many = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
journal = Journal(
    home / "journal",
    home / "state",
    now=lambda: datetime.datetime(2026, 11, 21, tzinfo=datetime.UTC),
    machine=lambda: "here",
)
for number in range(many):
    journal.append([{"id": f"{name}-{number}", "kind": "practised", "note": "x" * 300}])
    print(f"{name}-{number}", flush=True)
"""
FULL = """
import resource
resource.setrlimit(resource.RLIMIT_FSIZE, (3000, resource.RLIM_INFINITY))
"""
posix = pytest.mark.skipif(os.name != "posix", reason="limits and modes are POSIX's")


def start(code: str, *arguments: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", code, *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
    )


def writers(home: Path, many: int, names: Sequence[str]) -> list[subprocess.Popen[str]]:
    return [start(WRITER, str(home), name, str(many)) for name in names]


def test_four_at_once_lose_nothing(tmp_path: Path) -> None:
    processes = writers(tmp_path, 50, "abcd")
    acknowledged = [line for process in processes for line in process.communicate()[0].split()]

    reading = journal(tmp_path).read()

    assert Counter(entry.id for entry in reading.entries) == Counter(acknowledged)
    assert len(acknowledged) == 200
    assert reading.fragments == []
    assert len({entry.rev for entry in reading.entries}) == 200
    assert len(list(tmp_path.glob("journal/entries/2026/*"))) == 1


@pytest.mark.parametrize("after", [1, 7, 20])
def test_a_killed_writer_costs_neither_its_own_nor_the_others_records(
    tmp_path: Path, after: int
) -> None:
    doomed, *others = writers(tmp_path, 60, "abc")
    assert doomed.stdout is not None
    acknowledged = [doomed.stdout.readline().strip() for _ in range(after)]
    doomed.kill()
    for process in (doomed, *others):
        acknowledged += process.communicate()[0].split()

    reading = journal(tmp_path).read()

    found = Counter(entry.id for entry in reading.entries)
    assert all(found[id_] == 1 for id_ in acknowledged)
    assert len(acknowledged) >= 120 + after
    assert set(found) - set(acknowledged) <= {f"a-{number}" for number in range(60)}
    assert all(fragment.unfinished for fragment in reading.fragments)


@posix
def test_a_file_that_may_not_grow_keeps_what_it_has(tmp_path: Path) -> None:
    limited = start(FULL + WRITER, str(tmp_path), "a", "50")
    told, complaint = limited.communicate()

    assert limited.returncode == 1
    assert "OSError" in complaint
    acknowledged = told.split()
    assert 0 < len(acknowledged) < 50
    reading = journal(tmp_path).read()
    assert [entry.id for entry in reading.entries] == acknowledged
    assert reading.fragments == []
    journal(tmp_path).append([record(1)])
    assert len(journal(tmp_path).read().entries) == len(acknowledged) + 1


def test_a_reader_waits_for_a_writer_before_it_calls_an_end_torn(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("peercompanion.journal.journal._PATIENCE_OF_A_READER", 30)
    kept = journal(tmp_path)
    (first,) = kept.append([record(1)])
    second = block(record(2, rev=2, dev="k7f2"))
    slow = f"""
import sys, time
from pathlib import Path
from peercompanion.journal.files import Files
from peercompanion.journal.lock import locked
with locked(Path({str(kept.lock)!r}), Files()), open({str(first.file)!r}, "ab", 0) as file:
    file.write({second[:-20]!r})
    print("half", flush=True)
    sys.stdin.readline()
    time.sleep(0.1)
    file.write({second[-20:]!r})
"""
    writer = subprocess.Popen(
        [sys.executable, "-c", slow],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
    )
    assert writer.stdin is not None
    assert writer.stdout is not None
    writer.stdout.readline()
    writer.stdin.write("\n")
    writer.stdin.flush()

    reading = kept.read()
    writer.communicate()

    assert len(reading.entries) == 2
    assert reading.fragments == []

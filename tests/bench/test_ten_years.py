"""The ten years that starts are measured with are as a device would have written them."""

import os
import subprocess
import sys
from pathlib import Path

from peercompanion.data import looking
from peercompanion.journal.journal import Journal
from peercompanion.kept import Kept
from peercompanion.places import places

SCRIPT = Path(__file__).with_name("ten_years.py")


def written(home: Path) -> list[bytes]:
    subprocess.run(
        [sys.executable, SCRIPT, home, "--records", "480", "--until", "2026-11-20"],
        check=True,
        capture_output=True,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
    )
    return [path.read_bytes() for path in sorted(home.glob("journal/entries/*/*.toml"))]


def test_the_same_years_are_written_again_and_read_without_a_complaint(tmp_path: Path) -> None:
    months = written(tmp_path / "a")
    assert len(months) == 120
    assert written(tmp_path / "b") == months

    here = places({"PEERCOMPANION_HOME": str(tmp_path / "a")})
    kept = Kept(here)
    records = kept.practised()
    assert 60 < len(records) < 240
    assert looking.check(kept.whole)[1]
    entries = Journal(here.journal, here.state, now=lambda: records[-1].at).read().entries
    assert len(entries) == 480
    assert {entry.kind for entry in entries} == {"practised", "checkin", "mark"}

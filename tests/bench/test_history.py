"""Ten years stay quick: figures far from their limits on a slow machine, so that a busy one passes.

`tests/bench/history.py` measures them, and a heavier journal as well.
"""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

HERE = Path(__file__).parent


@pytest.mark.skipif(sys.platform != "linux", reason="memory is measured as Linux tells it")
def test_thirty_thousand_records_are_found_in_the_blink_of_an_eye(tmp_path: Path) -> None:
    env = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    run = [sys.executable, HERE / "ten_years.py", tmp_path / "home", "--until", "2026-11-20"]
    subprocess.run(run, check=True, capture_output=True, env=env)
    run = [sys.executable, HERE / "history.py", "--home", tmp_path / "home"]
    told = json.loads(subprocess.run(run, check=True, capture_output=True, env=env).stdout)

    assert told["build, s of CPU"] < 6
    assert told["told progress, times"] > 100
    assert told["memory, MB"] < 80
    for name in ("a year of days, ms", "what is kept of a day, ms", "every version of a thing, ms"):
        assert told[name][0] < 100, name
    assert told["a save without the disk's own wait, ms"][0] < 2
    assert told["whether anything changed, ms"][0] < 20

"""What plain mode loads: never Textual; the day, steps and `now` not even the models."""

import subprocess
import sys
from pathlib import Path

import pytest

from peercompanion.plain.routes import ROUTES

from .test_real_program import ROOT, environment

RUN = """
import sys
from peercompanion.cli import run
status = run(sys.argv[1:])
for name in sys.modules:
    print("=", name, file=sys.stderr)
"""


def loaded(home: Path, *arguments: str) -> set[str]:
    ended = subprocess.run(
        [sys.executable, "-c", RUN, *arguments],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        env=environment(home),
        cwd=ROOT,
        timeout=60,
        check=True,
    )
    assert ended.stdout.startswith("Plain mode: on (flag).")
    return {line[2:] for line in ended.stderr.splitlines() if line.startswith("= ")}


@pytest.mark.parametrize("task", sorted({*ROUTES, "now"}))
def test_no_task_loads_textual(tmp_path: Path, task: str) -> None:
    assert {"textual", "rich", "click"}.isdisjoint(loaded(tmp_path, "--plain", task))


@pytest.mark.parametrize("task", ["now", "today", "steps", "help"])
def test_what_is_wanted_at_once_does_without_the_models(tmp_path: Path, task: str) -> None:
    assert "pydantic" not in loaded(tmp_path, "--plain", task)

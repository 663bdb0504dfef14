"""Every death at every kind of step, and the long silences, in ten minutes.

.venv/bin/pytest tests/ends/all_deaths.py
"""

from pathlib import Path

import pytest

from .deaths import DEATHS, die
from .every_kind import STEPS, fill, play, stand_at
from .terminal import Terminal
from .test_outlasting import HARMLESS, leaves_well, starve


@pytest.mark.parametrize("death", DEATHS)
@pytest.mark.parametrize("kind", STEPS)
def test_nothing_is_lost_and_the_terminal_is_as_it_was(
    death: str, kind: str, tmp_path: Path
) -> None:
    die(DEATHS[death], kind, tmp_path)


@pytest.mark.parametrize("modern", [False, True], ids=["plain", "modern"])
@pytest.mark.parametrize("kind", STEPS)
@pytest.mark.parametrize("what", HARMLESS)
def test_it_goes_on_at_the_same_place(what: str, kind: str, modern: bool, tmp_path: Path) -> None:
    fill(tmp_path)
    with Terminal(tmp_path, play(kind), modern=modern) as terminal:
        stand_at(terminal, kind)
        HARMLESS[what](terminal)
        terminal.wait_for("This is second.")
        leaves_well(terminal)


@pytest.mark.parametrize("kind", STEPS)
def test_nobody_reads_for_ten_seconds(kind: str, tmp_path: Path) -> None:
    fill(tmp_path)
    with Terminal(tmp_path, play(kind)) as terminal:
        stand_at(terminal, kind)
        starve(terminal, 10)
        terminal.wait_for("This is second.")
        leaves_well(terminal)

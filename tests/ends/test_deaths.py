"""Whatever ends the program, nothing kept is lost and the terminal is as it was."""

from itertools import cycle
from pathlib import Path

import pytest

from .deaths import DEATHS, die
from .every_kind import STEPS

PAIRS = list(zip(DEATHS, cycle(STEPS), strict=False))
"""Every death once, every kind of step at least once; `all_deaths.py` has every pair."""


@pytest.mark.parametrize(("death", "kind"), PAIRS)
def test_nothing_is_lost_and_the_terminal_is_as_it_was(
    death: str, kind: str, tmp_path: Path
) -> None:
    die(DEATHS[death], kind, tmp_path)

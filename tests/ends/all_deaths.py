"""Every death at every kind of step, in a quarter of an hour: `pytest tests/ends/all_deaths.py`."""

from pathlib import Path

import pytest

from .deaths import DEATHS, die
from .every_kind import STEPS


@pytest.mark.parametrize("death", DEATHS)
@pytest.mark.parametrize("kind", STEPS)
def test_nothing_is_lost_and_the_terminal_is_as_it_was(
    death: str, kind: str, tmp_path: Path
) -> None:
    die(DEATHS[death], kind, tmp_path)

"""Real processes at once, killed at random: what each had told to be kept is there, once.

The long form: `python -m tests.crash storm`.
"""

import sys
from pathlib import Path

import pytest

from .storm import storm


@pytest.mark.skipif(sys.platform != "linux", reason="the terminal needs Linux")
def test_four_writers_the_app_and_the_commands_lose_nothing(tmp_path: Path) -> None:
    outcome = storm(tmp_path / "home", writers=4, appends=100)

    assert (outcome.lost, outcome.twice, outcome.fragments) == ([], [], [])
    assert outcome.acknowledged > 250
    assert outcome.kills > 1  # how many there is time for is the machine's to say

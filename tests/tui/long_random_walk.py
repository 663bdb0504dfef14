"""Ten thousand things at random, four times over: six minutes each on an idle machine.

.venv/bin/pytest tests/tui/long_random_walk.py
"""

import pytest

from peercompanion.kept import Kept

from .conftest import Opened, Time
from .random_walk import Walk

EVENTS = 10_000


@pytest.mark.parametrize("seed", [101, 102, 103, 104])
async def test_a_hand_that_knows_nothing(opened: Opened, kept: Kept, time: Time, seed: int) -> None:
    async with opened() as pilot:
        walk = Walk(pilot, kept, time, seed)
        await walk.go(EVENTS)
    assert walk.homes >= EVENTS // 50

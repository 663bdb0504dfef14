"""Nothing that hands can do brings an error, a dead end or a record nobody earned."""

import pytest

from peercompanion.kept import Kept

from .conftest import Opened, Time
from .random_walk import Walk

EVENTS = 600


@pytest.mark.parametrize("seed", [1, 2, 3])
async def test_a_hand_that_knows_nothing(opened: Opened, kept: Kept, time: Time, seed: int) -> None:
    async with opened() as pilot:
        await Walk(pilot, kept, time, seed).go(EVENTS)

"""The same week lived twice gives the same suggestions, which change as the answers change."""

from collections.abc import Sequence

import pytest
from textual.pilot import Pilot

from peercompanion.tui.app import CompanionApp
from peercompanion.tui.screens.afterwards import Afterwards
from peercompanion.tui.screens.play import Play

from .conftest import Opened, Time, press, settle, shown

DAY = 24 * 60 * 60.0
WEEK = (("1", "1"), ("1", "1"), ("5", "3"), ("1", "2"), ("5", "1"), ("1", "1"), ("3", "2"))
"""What it was like each day, and how it was afterwards."""


async def suggested(pilot: Pilot[None], like: str) -> list[str]:
    """What Right now suggests, with its reasons."""
    await press(pilot, "1", like, "right", "right")
    lines = shown(pilot).split("\n")[5:15]
    await press(pilot, "escape")
    return lines


async def live(opened: Opened, time: Time, week: Sequence[tuple[str, str]]) -> list[list[str]]:
    """Live a week, the app opened anew each day."""
    seen = []
    for like, ease in week:
        time.seconds += DAY
        async with opened() as pilot:
            seen.append(await suggested(pilot, like))
            await press(pilot, "1", like, "right", "right", "1", "enter")
            for _ in range(40):
                if isinstance(pilot.app.screen, Afterwards):
                    break
                assert isinstance(pilot.app.screen, Play)
                await press(pilot, "right")
            await press(pilot, ease, "1")
            await settle(pilot)
            assert isinstance(pilot.app, CompanionApp)
    return seen


@pytest.mark.parametrize("which", ["first", "second"])
async def test_a_week_is_told_the_same_each_time(
    opened: Opened, time: Time, which: str, lived: dict[str, list[list[str]]]
) -> None:
    lived[which] = await live(opened, time, WEEK)
    assert lived["first"] == lived[which]
    reasons = [line for day in lived[which] for line in day if "eased it" in line]
    assert reasons, "what eased is said as a reason"


async def test_other_answers_give_other_suggestions(
    opened: Opened, time: Time, lived: dict[str, list[list[str]]]
) -> None:
    harder = [(like, "3") for like, _ease in WEEK]
    seen = await live(opened, time, harder)
    assert seen[0] == lived["first"][0], "nothing was known on the first day"
    assert seen[3] != lived["first"][3], "wound up again, after two harder times"


@pytest.fixture(scope="module")
def lived() -> dict[str, list[list[str]]]:
    """What the weeks of this module showed."""
    return {}

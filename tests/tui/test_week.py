"""The same week lived twice gives the same suggestions, which change as the answers change."""

from collections.abc import Sequence
from pathlib import Path

from textual.pilot import Pilot

from peercompanion.places import places
from peercompanion.tui.app import CompanionApp
from peercompanion.tui.screens.afterwards import Afterwards
from peercompanion.tui.screens.play import Play

from .conftest import Time, press, settle, shown

DAY = 24 * 60 * 60.0
WEEK = (("1", "1"), ("1", "1"), ("5", "3"), ("1", "2"), ("5", "1"), ("1", "1"), ("3", "2"))
"""What it was like each day, and how it was afterwards."""


async def suggested(pilot: Pilot[None], like: str) -> list[str]:
    """What Right now suggests, with its reasons."""
    await press(pilot, "1", like, "right", "right")
    lines = shown(pilot).split("\n")[5:15]
    await press(pilot, "escape")
    return lines


async def live(folder: Path, week: Sequence[tuple[str, str]]) -> list[list[str]]:
    """Live a week in a home of its own, the app opened anew each day."""
    seen, time = [], Time()
    for like, ease in week:
        time.seconds += DAY
        app = CompanionApp(places({"PEERCOMPANION_HOME": str(folder)}), clock=time.clock())
        async with app.run_test(size=(80, 24)) as pilot:
            await settle(pilot)
            seen.append(await suggested(pilot, like))
            await press(pilot, "1", like, "right", "right", "1", "enter")
            for _ in range(40):
                if isinstance(app.screen, Afterwards):
                    break
                assert isinstance(app.screen, Play)
                await press(pilot, "right")
            await press(pilot, ease, "1")
            await settle(pilot)
    return seen


async def test_a_week_is_told_the_same_each_time(tmp_path: Path) -> None:
    lived = await live(tmp_path / "first", WEEK)
    assert lived == await live(tmp_path / "second", WEEK)
    reasons = [line for day in lived for line in day if "eased it" in line]
    assert reasons, "what eased is said as a reason"


async def test_other_answers_give_other_suggestions(tmp_path: Path) -> None:
    lived = await live(tmp_path / "first", WEEK[:4])
    seen = await live(tmp_path / "harder", [(like, "3") for like, _ease in WEEK[:4]])
    assert seen[0] == lived[0], "nothing was known on the first day"
    assert seen[3] != lived[3], "wound up again, after two harder times"

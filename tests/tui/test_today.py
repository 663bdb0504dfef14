"""Today: a chart of one's own, marks, small days, rest, and days filled in later."""

from peercompanion.kept import Kept
from peercompanion.tui.app import CompanionApp
from peercompanion.tui.screens.today import Today

from .conftest import Opened, Time, press, settle, shown


async def choose_weekday(pilot: object) -> None:
    """Choose the chart "Steady weekday" from Home."""
    await press(pilot, "2", "1")  # type: ignore[arg-type]
    app = pilot.app  # type: ignore[attr-defined]
    rows = app.screen.query_one("#rows")
    at = [row.id for row in rows.open_rows].index("pack:core/steady-weekday")
    await press(pilot, *["down"] * at, "enter", "enter")  # type: ignore[arg-type]
    await settle(pilot)  # type: ignore[arg-type]


async def test_a_chart_becomes_ones_own_and_is_marked(
    opened: Opened, kept: Kept, time: Time
) -> None:
    async with opened(size=(80, 40)) as pilot:
        await choose_weekday(pilot)
        assert isinstance(pilot.app.screen, Today)
        print(shown(pilot))
        await press(pilot, "space", "down", "b", "down", "l")
        await settle(pilot)
        print(shown(pilot))
        text = shown(pilot)
        assert "1 day this week" in text
    days = kept.days()
    today = time.now().date()
    assert days.marked("steady-weekday", today) == {
        "get-up": "done",
        "breakfast": "small",
        "health": "left",
    }

"""Today: a chart of one's own, marks, small days, rest, and days filled in later."""

import datetime

from peercompanion import preferences
from peercompanion.kept import Kept
from peercompanion.places import Places
from peercompanion.preferences import Preferences
from peercompanion.tui.screens.today import Today
from peercompanion.tui.widgets.choices import Choices
from peercompanion.tui.widgets.week_grid import WeekGrid

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
        await press(pilot, "space", "down", "b", "down", "l")
        await settle(pilot)
        text = shown(pilot)
        assert "1 day this week" in text
    days = kept.days()
    today = time.now().date()
    assert days.marked("steady-weekday", today) == {
        "get-up": "done",
        "breakfast": "small",
        "health": "left",
    }


async def test_the_chart_that_is_chosen_is_the_one_of_the_day(
    opened: Opened, kept: Kept, time: Time
) -> None:
    async with opened(size=(80, 40)) as pilot:
        await choose_weekday(pilot)
        time.seconds += 60
        await press(pilot, "6")
        rows = pilot.app.screen.query_one("#rows", Choices)
        at = [row.id for row in rows.open_rows].index("pack:core/day-off")
        await press(pilot, *["down"] * at, "enter", "enter")
        assert "Day off, on purpose" in shown(pilot)
    tomorrow = time.now().date() + datetime.timedelta(days=1)
    chart = kept.days().chart_of(tomorrow)
    assert chart
    assert chart.id == "day-off"


async def test_home_shows_the_day_and_marks_it(opened: Opened, kept: Kept, time: Time) -> None:
    today = time.now().date()
    async with opened() as pilot:
        await choose_weekday(pilot)
        await press(pilot, "escape")
        assert "○ Get up around your" in shown(pilot)
        await press(pilot, "s")
        assert "Steady weekday, a small day" in shown(pilot)
        assert "○ Sit up and turn on a" in shown(pilot)
        await press(pilot, *["down"] * 7, "enter")
        assert "◐ Sit up and turn on a" in shown(pilot)
        assert kept.days().marked("steady-weekday", today) == {"get-up": "small"}
        await press(pilot, "enter")
        assert kept.days().marked("steady-weekday", today) == {}
        assert today in kept.days().shown_up, "a day once counted stays counted"


async def test_what_is_left_out_is_left_out_of_charts(
    opened: Opened, kept: Kept, home: Places
) -> None:
    preferences.save(Preferences(leave_out=frozenset({"food", "body"})), home)
    async with opened(size=(80, 40)) as pilot:
        await choose_weekday(pilot)
        text = shown(pilot)
        assert "Something to eat" not in text
        assert "A short walk" not in text
        assert "One task to its end" in text
        await press(pilot, "escape")
        assert "to eat" not in shown(pilot)


async def test_days_off_and_back_again(opened: Opened, time: Time) -> None:
    async with opened(size=(80, 40)) as pilot:
        await choose_weekday(pilot)
        await press(pilot, "r")
        assert "A rest day. Rest counts as it is." in shown(pilot)
        await press(pilot, "r")
        assert "A rest day. Rest" not in shown(pilot)
        await press(pilot, "8", "2")
        assert "Away until Monday 23 November" in shown(pilot)
        time.seconds += 2 * 24 * 3600
        await press(pilot, "escape", "2")
        assert "Away until Monday 23 November" in shown(pilot)
        await press(pilot, "r")
        assert "Away until" not in shown(pilot).replace("Away until …", "")


async def test_the_last_seven_days_are_filled_in_later_and_no_more(
    opened: Opened, kept: Kept, time: Time
) -> None:
    today = time.now().date()
    async with opened(size=(80, 40)) as pilot:
        await choose_weekday(pilot)
        for _back in range(9):
            await press(pilot, "space", "left")
    marked = {day for (chart, day), held in kept.days().marks.items() if held}
    assert marked == {today - datetime.timedelta(days=back) for back in range(8)}


async def test_on_a_small_day_done_is_the_small_version_and_the_whole_one_is_a_key_away(
    opened: Opened, kept: Kept, time: Time
) -> None:
    async with opened(size=(80, 40)) as pilot:
        await choose_weekday(pilot)
        await press(pilot, "s", "space", "down")
        assert "b Whole one" in shown(pilot)
        await press(pilot, "b")
        assert "Whole: Something to eat" in shown(pilot)
    marked = kept.days().marked("steady-weekday", time.now().date())
    assert marked == {"get-up": "small", "breakfast": "done"}


async def test_one_of_the_last_seven_days_is_a_row_too(opened: Opened, kept: Kept) -> None:
    async with opened(size=(80, 60)) as pilot:
        await choose_weekday(pilot)
        await press(pilot, "y", "space", "r")
        assert "Friday 20 November: done" in shown(pilot)
        await press(pilot, "down")
        assert "Friday 20 November: a day off" in shown(pilot)
        await press(pilot, "r")
        assert "Friday 20 November: before you chose this chart" in shown(pilot)
    (held,) = (day for (_chart, day), marks in kept.days().marks.items() if marks)
    assert held == datetime.date(2026, 11, 20)


async def test_the_seventh_day_is_the_last_and_then_it_is_today_again(opened: Opened) -> None:
    async with opened(size=(80, 60)) as pilot:
        await choose_weekday(pilot)
        page = pilot.app.screen
        assert isinstance(page, Today)
        today = page.at
        for back in (1, 2, 3, 4, 5, 6, 7, 0, 1):
            await press(pilot, "y")
            assert page.at == today - datetime.timedelta(days=back)


async def test_a_day_without_a_chart_leads_back_to_today(opened: Opened) -> None:
    async with opened(size=(80, 60)) as pilot:
        await choose_weekday(pilot)
        await press(pilot, "6", "enter", "w", *["down"] * 5, "enter", *["escape"] * 3)
        page = pilot.app.screen
        assert isinstance(page, Today)
        for back, forth in (("y", "right"), ("left", "right")):
            await press(pilot, back)
            assert "Friday 20 November" in shown(pilot)
            assert page.day.chart is None
            assert "← → Other day" in shown(pilot)
            await press(pilot, forth)
            assert page.at == page.today
            assert page.query_one("#week", WeekGrid).has_focus
            assert "[○]" in shown(pilot)


async def test_rows_lead_up_to_the_week_again(opened: Opened) -> None:
    async with opened(size=(80, 40)) as pilot:
        await choose_weekday(pilot)
        week = pilot.app.screen.query_one("#week", WeekGrid)
        await press(pilot, *["down"] * len(week.items))
        assert not week.has_focus
        await press(pilot, "up")
        assert week.has_focus
        assert week.item == week.items[-1].id


async def test_the_item_at_hand_stays_in_sight_however_fast_the_keys_come(opened: Opened) -> None:
    async with opened(size=(60, 20)) as pilot:
        await choose_weekday(pilot)
        week = pilot.app.screen.query_one("#week", WeekGrid)
        for by in (1, -1, 1):
            for _each in week.items[1:]:
                week.action_move(by, 0)
            await settle(pilot)
            assert "[○]" in shown(pilot)


async def test_the_footer_names_enter_after_what_it_does(opened: Opened) -> None:
    async with opened() as pilot:
        await press(pilot, "2")
        assert "enter Open" in shown(pilot)
        await press(pilot, "escape")
        await choose_weekday(pilot)
        assert "space Done" in shown(pilot)
        assert "enter Open" not in shown(pilot)

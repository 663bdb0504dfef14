"""Check-in, charts that are changed, checklists, steps and goals, by keys and by mouse."""

import asyncio
import datetime
import time as wall
from typing import cast

import pytest

from peercompanion import preferences
from peercompanion.kept import Kept
from peercompanion.packs.library import Library
from peercompanion.packs.models import Checklist
from peercompanion.packs.models.words import Scales
from peercompanion.places import Places, content
from peercompanion.practice.goals import LANDED
from peercompanion.preferences import Preferences
from peercompanion.tui.app import CompanionApp
from peercompanion.tui.routes import go
from peercompanion.tui.screens.chart import ChartPage
from peercompanion.tui.screens.check_in import CheckIn
from peercompanion.tui.screens.exercise import ExercisePage
from peercompanion.tui.screens.today import Today
from peercompanion.tui.widgets.choices import Choices
from peercompanion.tui.widgets.sortable import Sortable

from .conftest import Opened, Time, press, settle, shown
from .test_today import choose_weekday

LIBRARY = Library([content()])
CHECKLISTS = LIBRARY.ids("checklists")


async def test_a_check_in_is_two_keys_and_on_the_disk_in_under_a_second(
    opened: Opened, kept: Kept
) -> None:
    async with opened() as pilot:
        took = []
        for number in range(1, 4):
            began = wall.perf_counter()
            await pilot.press("c", "4")
            while len(kept.days().checkins) < number and wall.perf_counter() - began < 5:
                await asyncio.sleep(0.005)
            took.append(wall.perf_counter() - began)
            await press(pilot, "3")
        assert {each.storm for each in kept.days().checkins.values()} == {8}
        assert min(took) < 1, took


async def test_every_weather_ends_in_the_same_three_rows(opened: Opened) -> None:
    seen = set()
    async with opened() as pilot:
        for storm in "12345":
            await press(pilot, "c", storm)
            lines = shown(pilot).split("\n")
            at = next(n for n, line in enumerate(lines) if "Something for now" in line)
            seen.add(tuple(lines[at : at + 3]))
            await press(pilot, "3")
    assert len(seen) == 1
    (rows,) = seen
    assert ["Something for now" in rows[0], "Someone to talk with" in rows[1]] == [True, True]
    assert "That is enough" in rows[2]


async def test_words_energy_and_questions_are_there_if_wanted(opened: Opened, kept: Kept) -> None:
    async with opened(size=(80, 60)) as pilot:
        await press(pilot, "c", "2", "w", "1", "1", "o", "4", "1", "g", "e", "2", "o")
        screen = pilot.app.screen
        assert isinstance(screen, CheckIn)
        await press(pilot, "enter", "down", "enter", "down", "enter", "down", "enter", "g")
        assert screen.checking.record
        assert len(screen.checking.record.questions) == 3
        await press(pilot, "a", *"no rain".replace(" ", "_").replace("_", "x"), "enter", "3")
    (checkin,) = kept.days().checkins.values()
    assert checkin.storm == 2
    assert len(checkin.words) == 2
    assert checkin.energy == 3
    assert list(checkin.answers.values()) == ["noxrain"]
    async with opened(size=(80, 60)) as pilot:
        await press(pilot, "c", "1")
        assert all(question in shown(pilot) for question in checkin.questions)


async def test_a_page_that_is_closed_is_not_asked_to_show_anything(opened: Opened) -> None:
    async with opened() as pilot:
        await press(pilot, "2")
        page = cast("Today", pilot.app.screen)
        await press(pilot, "escape")
        page.written_elsewhere()


async def test_one_s_own_line_is_taken_away_from_a_checklist(opened: Opened, kept: Kept) -> None:
    async with opened(size=(80, 60)) as pilot:
        await press(pilot, "2", "3", "enter", "a", *"Cat", "enter", "a", *"Dog", "enter")
        assert list(kept.days().own_items.values()) == [("Cat", "Dog")]
        await press(pilot, "x", "1")
        assert list(kept.days().own_items.values()) == [("Dog",)]
        assert "Dog" in shown(pilot)


async def test_the_three_that_peers_ask_come_first(opened: Opened) -> None:
    async with opened(size=(80, 60)) as pilot:
        await press(pilot, "c", "3", "o")
        rows = [line.strip() for line in shown(pilot).split("\n") if "○" in line]
    assert [row.rpartition("○")[2].strip() for row in rows[:3]] == [
        "What feels hardest right now?",
        "What small step feels possible this week?",
        "What has worked for you before?",
    ]


async def test_a_chart_is_changed_in_every_way(opened: Opened, kept: Kept) -> None:
    async with opened(size=(80, 60)) as pilot:
        await choose_weekday(pilot)
        await press(pilot, "space", "6", "enter")
        assert isinstance(pilot.app.screen, ChartPage)
        await press(pilot, "a", *"Tea", "enter")
        assert kept.days().charts["steady-weekday"].items[-1].text == "Tea"
        await press(pilot, "d")
        first, second = kept.days().charts["steady-weekday"].items[:2]
        assert (first.id, second.id) == ("breakfast", "get-up")
        await press(pilot, "u", "enter", "w", *"!", "enter")
        assert kept.days().charts["steady-weekday"].items[0].text.endswith("!")
        await press(pilot, "s", *"?", "enter", "t", *"6pm", "enter", "x")
        item = kept.days().charts["steady-weekday"].items[0]
        assert item.small.endswith("?")
        assert item.time == "18:00"
        assert item.retired
        await press(pilot, "escape", "w", "enter", "escape", "n", *"Mine", "enter")
        chart = kept.days().charts["steady-weekday"]
        assert chart.weekdays == (0, 1, 2, 3, 4, 5)
        assert chart.title.endswith("Mine")
        await press(pilot, "x")
    days = kept.days()
    assert days.charts["steady-weekday"].retired
    assert days.shown_up, "what was done stays done"
    assert [held for held in days.marks.values() if held] == [{"get-up": "done"}]


async def test_a_line_is_let_go_of_wherever_the_button_comes_up(opened: Opened, kept: Kept) -> None:
    async with opened(size=(80, 60)) as pilot:
        await choose_weekday(pilot)
        await press(pilot, "6", "enter")
        before = kept.days().charts
        lines = pilot.app.screen.query_one(Sortable)
        for end in ("beside", "help"):
            await pilot.mouse_down(lines, offset=(20, 1))
            if end == "help":
                await press(pilot, "f2")
            await pilot.mouse_up(offset=(2, 50))
            if end == "help":
                await press(pilot, "f2")
            at = lines.at
            await pilot.hover(lines, offset=(20, 5))
            assert lines.at == at, f"nothing is held any more: {end}"
            await pilot.mouse_up(lines, offset=(20, 3))
            await settle(pilot)
        assert kept.days().charts == before


async def test_lines_of_a_chart_are_dragged_with_the_mouse(opened: Opened, kept: Kept) -> None:
    async with opened(size=(80, 60)) as pilot:
        await choose_weekday(pilot)
        await press(pilot, "6", "enter")
        lines = pilot.app.screen.query_one(Sortable)
        await pilot.mouse_down(lines, offset=(20, 1))
        await pilot.hover(lines, offset=(20, 3))
        assert "enter   Your usual health routine" in shown(pilot), "where it would go"
        await pilot.mouse_up(lines, offset=(20, 3))
        await settle(pilot)
        assert isinstance(pilot.app.screen, ChartPage), "a dragged line is not opened"
        ids = [item.id for item in kept.days().charts["steady-weekday"].items]
        assert ids[:3] == ["breakfast", "health", "get-up"]
        await pilot.mouse_down(lines, offset=(20, 0))
        await pilot.mouse_up(lines, offset=(20, 2))
        await settle(pilot)
        assert isinstance(pilot.app.screen, ChartPage), "a heading that is dragged opens nothing"
        await pilot.click(lines, offset=(20, 1))
        await settle(pilot)
        assert not isinstance(pilot.app.screen, ChartPage), "a clicked one is"


async def test_marks_are_made_with_the_mouse(opened: Opened, kept: Kept, time: Time) -> None:
    async with opened(size=(80, 60)) as pilot:
        await choose_weekday(pilot)
        grid = pilot.app.screen.query_one("#week")
        for item, days_ago in ((2, 0), (3, 3)):  # Saturday and Wednesday: the week begins on Sunday
            await pilot.click(grid, offset=(grid.size.width - 3 - 4 * days_ago, item))
            await settle(pilot)
    today = time.now().date()
    assert kept.days().marked("steady-weekday", today) == {"get-up": "done"}
    before = today - datetime.timedelta(days=3)
    assert kept.days().marked("steady-weekday", before) == {"breakfast": "done"}


async def test_an_item_begins_its_exercise(opened: Opened) -> None:
    async with opened(size=(80, 60)) as pilot:
        await choose_weekday(pilot)
        await press(pilot, *["down"] * 4)
        assert "enter Begin it" in shown(pilot)
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, ExercisePage)
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, Today)


async def test_what_is_no_answer_stays_in_the_field_beside_what_would_be_one(
    opened: Opened, kept: Kept
) -> None:
    async with opened() as pilot:
        await choose_weekday(pilot)
        await press(pilot, "6", "enter", "enter", "t", *"noon", "enter")
        assert "A time looks like 7:30 or 18:00." in shown(pilot)
        assert "About when?" in shown(pilot)
        assert " noon" in shown(pilot)
        await press(pilot, *["backspace"] * 4, *"9pm", "enter")
        assert "Kept on this computer." in shown(pilot), "at the bottom of a page that is longer"
    assert kept.days().charts["steady-weekday"].items[0].time == "21:00"


async def test_a_step_has_a_day_or_none(opened: Opened, kept: Kept, time: Time) -> None:
    async with opened(size=(80, 40)) as pilot:
        await go(cast("CompanionApp", pilot.app), "steps")
        await press(pilot, "a", *"Tea", "enter", "d", *"soon", "enter")
        assert "A number from 0 to 365." in shown(pilot)
        await press(pilot, "escape", "d", "1", "enter")
        (step,) = kept.days().steps.values()
        assert step.day == time.now().date() + datetime.timedelta(days=1)
        await press(pilot, "down", "enter")
    (step,) = kept.days().steps.values()
    assert step.day is None


async def test_the_row_at_hand_stays_at_hand_when_others_come(opened: Opened) -> None:
    async with opened(size=(80, 40)) as pilot:
        await go(cast("CompanionApp", pilot.app), "steps")
        await press(pilot, "a", *"Tea", "enter", "u", "4", "enter")
        assert "Smaller, or keep it?" in shown(pilot)
        assert "enter   › How sure" in shown(pilot)


async def test_any_line_can_begin_an_exercise_or_none(opened: Opened, kept: Kept) -> None:
    async with opened(size=(80, 60)) as pilot:
        await choose_weekday(pilot)
        await press(pilot, "6", "enter", "enter", "e")
        rows = pilot.app.screen.query_one("#rows", Choices)
        rows.at = [row.title for row in rows.open_rows].index("Long exhale")
        await press(pilot, "enter", *["escape"] * 3)
        assert isinstance(pilot.app.screen, Today)
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, ExercisePage)
        assert "Long exhale" in shown(pilot)
        await press(pilot, "escape", "6", "enter", "enter", "e")
        rows = pilot.app.screen.query_one("#rows", Choices)
        rows.at = len(rows.open_rows) - 1
        await press(pilot, "enter")
    assert kept.days().charts["steady-weekday"].items[0].exercise == ""


async def test_one_chart_for_each_day(opened: Opened, kept: Kept) -> None:
    async with opened(size=(80, 60)) as pilot:
        await choose_weekday(pilot)
        await press(pilot, "6", "n", *"Own", "enter")
        assert isinstance(pilot.app.screen, ChartPage)
        await press(pilot, "a", *"Sing", "enter", "t", "escape", "escape")
        assert "Sing" in shown(pilot)
        assert "Get up" not in shown(pilot)
    assert len(kept.days().charts) == 2


@pytest.mark.parametrize("full", CHECKLISTS)
async def test_every_checklist_is_ticked_and_taken_back(
    opened: Opened, kept: Kept, time: Time, full: str
) -> None:
    checklist = LIBRARY.item("checklists", full)
    assert isinstance(checklist, Checklist)
    today = time.now().date()
    async with opened(size=(80, 60)) as pilot:
        cast("CompanionApp", pilot.app).open_link(f"checklist:{full}")
        await settle(pilot)
        await press(pilot, "1", "2", "1", "a", *"Rain", "enter", "n", *"Bye", "enter")
        assert "Rain" in shown(pilot)
    days = kept.days()
    assert days.ticks[full, today] == {checklist.item[1].id}
    assert days.own_items[full] == ("Rain",)
    assert days.notes[full, today] == "Bye"


async def test_what_is_left_out_is_left_out_of_checklists(opened: Opened, home: Places) -> None:
    preferences.save(Preferences(leave_out=frozenset({"food", "body"})), home)
    async with opened(size=(80, 60)) as pilot:
        cast("CompanionApp", pilot.app).open_link("checklist:daily-basics")
        await settle(pilot)
        assert "eat" not in shown(pilot).replace("weather", "")
        assert "I moved a little" not in shown(pilot)
        assert "I had some water." in shown(pilot)


async def test_checklists_ask_nothing_unopened(opened: Opened) -> None:
    async with opened(size=(80, 60)) as pilot:
        await choose_weekday(pilot)
        checklist = LIBRARY.item("checklists", "core/daily-basics")
        assert isinstance(checklist, Checklist)
        for _screen in ("today", "home"):
            assert not any(item.text in shown(pilot) for item in checklist.item)
            await press(pilot, "escape")


@pytest.mark.parametrize("number", [1, 2, 3, 4])
async def test_a_step_lands_somewhere_and_what_was_done_stays(
    opened: Opened, kept: Kept, number: int
) -> None:
    async with opened(size=(80, 60)) as pilot:
        await go(cast("CompanionApp", pilot.app), "steps")
        await press(pilot, "a", *"Call", "enter")
        assert "Where did this land?" in shown(pilot)
        await press(pilot, "w", *"noon", "enter", "u", "4", "enter")
        assert "Smaller, or keep it?" in shown(pilot)
        await press(pilot, "l", *"er", "enter")
        assert "Smaller, or keep it?" not in shown(pilot)
        await press(pilot, str(number), "escape")
        text = shown(pilot)
    (step,) = kept.days().steps.values()
    assert (step.text, step.when) == ("Caller", "noon")
    assert step.landed == LANDED[number - 1]
    assert ("What you did" in text) == step.achieved
    assert ("○ Caller" in text) == step.open
    async with opened() as pilot:
        assert ("Next small step" in shown(pilot)) == step.open


async def test_a_goal_has_steps_of_its_own(opened: Opened, kept: Kept) -> None:
    async with opened(size=(80, 60)) as pilot:
        await go(cast("CompanionApp", pilot.app), "steps")
        await press(pilot, "n", *"Music", "enter")
        await press(pilot, "a", *"Tune", "enter", "m", *"Home", "enter")
        assert "Tune" in shown(pilot)
    days = kept.days()
    (goal,) = days.goals.values()
    (step,) = days.steps.values()
    assert (goal.text, goal.matters) == ("Music", "Home")
    assert step.goal == goal.id


async def test_a_good_line_is_one_key_and_comes_first_on_a_small_day(
    opened: Opened, kept: Kept
) -> None:
    async with opened(size=(80, 60)) as pilot:
        await choose_weekday(pilot)
        await press(pilot, "g", *"River", "enter")
        assert "River" not in shown(pilot)
        await press(pilot, "s")
        assert "River" in shown(pilot)
    assert kept.days().texts("good-day") == ("River",)


async def test_a_full_disk_loses_no_words(opened: Opened, home: Places) -> None:
    home.journal.parent.mkdir(parents=True)
    home.journal.write_text("a file in its place")
    async with opened(size=(80, 60)) as pilot:
        await go(cast("CompanionApp", pilot.app), "good-days")
        await press(pilot, "a", *"River", "enter")
        text = shown(pilot)
        assert "Kept on this computer" not in text
        assert "River" in text, "the line is still on the screen"


def test_the_storm_scale_has_five_words() -> None:
    scales = cast("Scales", LIBRARY.words("scales")).scale
    assert [len(scale.anchors) for scale in scales if scale.id == "storm"] == [5]

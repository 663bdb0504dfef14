"""Help is one key away on every screen and in every state, and Escape comes back."""

import pytest

from peercompanion import preferences
from peercompanion.kept import Kept
from peercompanion.packs import help_lines
from peercompanion.places import Places
from peercompanion.practice.words import region_name
from peercompanion.preferences import Preferences
from peercompanion.tui.app import CompanionApp
from peercompanion.tui.screens.help_now import HelpNow
from peercompanion.tui.screens.home import Home
from peercompanion.tui.screens.lines import LineShown
from peercompanion.tui.screens.play import Play
from peercompanion.tui.screens.walk import WalkPage

from .conftest import Opened, Time, press, settle, shown

WAYS = {
    "home": (),
    "right now": ("1",),
    "suggestions": ("1", "right", "right", "right"),
    "front page": ("p",),
    "about it": ("p", "i"),
    "playing": ("enter",),
    "paused": ("enter", "space"),
    "afterwards": ("enter", "right", "right", "right", "right"),
    "what next": ("enter", "right", "right", "right", "right", "1"),
    "after harder": ("enter", "right", "right", "right", "right", "3"),
    "today": ("2",),
    "my plan": ("3",),
    "session": ("4",),
    "more": ("5",),
    "all exercises": ("5", "1"),
    "preferences": ("5", "2"),
    "region": ("5", "2", "enter"),
    "where": ("5", "3"),
    "all lines": ("5", "4"),
    "menu": ("question_mark",),
    "what this is": ("5", "6"),
    "cover": ("f3",),
}


@pytest.mark.parametrize("key", ["h", "f2"])
@pytest.mark.parametrize("way", WAYS)
async def test_help_from_everywhere_and_back(opened: Opened, way: str, key: str) -> None:
    async with opened() as pilot:
        await press(pilot, *WAYS[way])
        screen = pilot.app.screen
        await press(pilot, key)
        assert isinstance(pilot.app.screen, HelpNow)
        assert "Call 911 if someone may die or is hurt" in shown(pilot)
        assert "Call or text 988" in shown(pilot)
        await press(pilot, "escape")
        assert pilot.app.screen is screen


async def test_help_while_typing_loses_nothing(opened: Opened) -> None:
    async with opened() as pilot:
        pilot.app.open_exercise("core/kind-words")  # type: ignore[attr-defined]
        await press(pilot, "enter", "enter", "h", "i", "space", "h")
        assert "hi h" in shown(pilot), "letters are text while something is typed"
        await press(pilot, "f2")
        assert isinstance(pilot.app.screen, HelpNow)
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, Play)
        assert "hi h" in shown(pilot)


async def test_help_pauses_what_moves_and_shows_the_same_step(opened: Opened, time: Time) -> None:
    async with opened() as pilot:
        pilot.app.open_exercise("core/long-exhale")  # type: ignore[attr-defined]
        await press(pilot, "enter", "right", "right")
        play = pilot.app.screen
        assert isinstance(play, Play)
        time.seconds += 1.5
        play.look()
        step, elapsed = play.player.step, play.player.elapsed
        await press(pilot, "h")
        time.seconds += 600
        await press(pilot, "escape")
        assert play.player.step is step
        assert play.player.paused
        assert play.player.elapsed == pytest.approx(elapsed)
        assert "Paused" in shown(pilot)


async def test_without_a_region_countries_stand_with_their_numbers(
    opened: Opened, home: Places, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LANG", "C.UTF-8")
    async with opened(size=(80, 60)) as pilot:
        await press(pilot, "h")
        text = shown(pilot)
        for region in help_lines.regions():
            names = help_lines.names(region, help_key="")
            beside = text[text.index(region_name(region)) :][:200]
            assert f"{names['emergency']} · {names['crisis']}" in beside
        assert "findahelpline.com" in text
        await press(pilot, "1")
        assert "Call 000" in shown(pilot)
    assert preferences.load(home)[0].region == "AU"


async def test_another_country_shows_its_numbers_at_once_and_for_next_time(
    opened: Opened, home: Places
) -> None:
    async with opened(size=(80, 40)) as pilot:
        await press(pilot, "h", "6")
        assert "Australia" in shown(pilot)
        assert "Call 000" not in shown(pilot)
        await press(pilot, "1")
        assert isinstance(pilot.app.screen, HelpNow)
        assert "Call 000 if someone may die" in shown(pilot)
        assert "911" not in shown(pilot)
        await press(pilot, "3")
        assert "Call 000" in shown(pilot)
        await press(pilot, "escape", "escape")
        assert isinstance(pilot.app.screen, Home)
    async with opened(size=(80, 40)) as pilot:
        await press(pilot, "h")
        assert "Call 000 if someone may die" in shown(pilot)
    assert preferences.load(home)[0].region == "AU"


@pytest.mark.parametrize("listed", ["1", "1l", "3", "4", "5"])
async def test_another_country_is_chosen_above_its_lines(opened: Opened, listed: str) -> None:
    """Numbers of the country one has left would lead nowhere."""
    async with opened(size=(80, 60)) as pilot:
        await press(pilot, "h", *listed)
        page = type(pilot.app.screen)
        assert "988" in shown(pilot)
        await press(pilot, "f2", "6", "1", "escape")
        assert type(pilot.app.screen) is page
        assert "988" not in shown(pilot)
        assert region_name("AU") in shown(pilot) or "Call 000" in shown(pilot)
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, LineShown | page)


async def test_going_home_at_the_moment_another_country_is_chosen_ends_there(
    opened: Opened,
) -> None:
    async with opened() as pilot:
        assert isinstance(pilot.app, CompanionApp)
        await press(pilot, "h", "6")
        pilot.app.prefer(Preferences(region="AU"))
        pilot.app.go_home()
        await settle(pilot)
        assert isinstance(pilot.app.screen, Home)


async def test_another_country_is_chosen_above_one_steady_thing(home: Places, time: Time) -> None:
    async with CompanionApp(home, now=True, clock=time.clock()).run_test() as pilot:
        await settle(pilot)
        await settle(pilot)
        assert "Call or text 988" in shown(pilot)
        await press(pilot, "f2", "6", "1", "escape")
        assert "988" not in shown(pilot)
        assert "Call 000" in shown(pilot)


async def test_a_country_without_a_known_emergency_number_has_its_other_lines(
    opened: Opened, home: Places
) -> None:
    preferences.save(Preferences(region="ZA"), home)
    async with opened(size=(80, 40)) as pilot:
        await press(pilot, "h")
        assert "Call the emergency number where you are if someone may die" in shown(pilot)
        assert "Call 0800 567 567" in shown(pilot)


@pytest.mark.parametrize("size", [(120, 40), (80, 24), (60, 20), (40, 12)])
async def test_danger_comes_first_at_every_size(
    opened: Opened, home: Places, size: tuple[int, int]
) -> None:
    preferences.save(Preferences(region="US"), home)
    async with opened(size=size) as pilot:
        await press(pilot, "h")
        top = shown(pilot).split("\n")[:6]
        assert "Call 911" in "\n".join(top)


async def test_help_works_with_no_folder_at_all(opened: Opened, kept: Kept) -> None:
    async with opened() as pilot:
        await press(pilot, "h", "1")
        assert isinstance(pilot.app.screen, WalkPage)
        assert "Here is one thing. Only this." in shown(pilot)
        assert "Look around the room" in shown(pilot)


async def test_everything_else_puts_home_where_the_steady_thing_was(
    home: Places, time: Time
) -> None:
    async with CompanionApp(home, now=True, clock=time.clock()).run_test() as pilot:
        await settle(pilot)
        while not pilot.app.screen.query_one("#rows").display:
            await press(pilot, "right")
        await press(pilot, "5")
        assert [type(screen) for screen in pilot.app.screen_stack] == [Home]
        await press(pilot, "2", "escape")
        assert isinstance(pilot.app.screen, Home)


async def test_what_a_line_is_stands_beside_its_number_or_below_it(opened: Opened) -> None:
    async with opened(size=(80, 24)) as pilot:
        await press(pilot, "h")
        rows = shown(pilot).split("\n")
        first = next(row for row in rows if row.lstrip().startswith("Call 1-800-950-6264"))
        under = rows[rows.index(first) + 1]
        column = first.index("NAMI HelpLine")
        assert under[:column].strip() == "", "its second row stands under its name"
        assert under[column] != " "

    async with opened(size=(40, 40)) as pilot:
        await press(pilot, "h")
        rows = [row.strip() for row in shown(pilot).split("\n")]
        assert rows[rows.index("Call 1-800-950-6264") + 1].startswith("NAMI HelpLine")

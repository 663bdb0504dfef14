"""Every preference takes effect at once and holds for next time."""

import pytest

from peercompanion import preferences
from peercompanion.kept import Kept
from peercompanion.places import Places
from peercompanion.preferences import Preferences
from peercompanion.tui.app import CompanionApp
from peercompanion.tui.screens.home import Home
from peercompanion.tui.screens.menu import Menu
from peercompanion.tui.screens.play import Play
from peercompanion.tui.screens.preferences import PreferencesPage
from peercompanion.tui.widgets.choices import Choices

from .conftest import Opened, Time, press, shown


async def change(pilot: object, name: str, times: int = 1) -> None:
    """Go to a row of the open page and press Enter on it."""
    page = pilot.app.screen  # type: ignore[attr-defined]
    assert isinstance(page, PreferencesPage)
    rows = page.query_one("#rows", Choices)
    rows.at = [row.id for row in rows.open_rows].index(name)
    await press(pilot, *["enter"] * times)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("name", "times", "kept"),
    [
        ("theme", 1, {"theme": "paper"}),
        ("theme", 2, {"theme": "contrast"}),
        ("theme", 3, {"theme": "ansi"}),
        ("theme", 4, {"theme": "dusk"}),
        ("motion", 1, {"motion": "none"}),
        ("sound", 1, {"sound": "bell"}),
        ("letter_keys", 1, {"letter_keys": False}),
        ("quiet_home", 1, {"quiet_home": True}),
        ("clock", 1, {"clock": True}),
        ("language", 2, {"language": "es"}),
        ("leave_out:breath", 1, {"leave_out": frozenset({"breath"})}),
        ("leave_out:hold", 2, {"leave_out": frozenset()}),
    ],
)
async def test_a_change_holds_at_once_and_for_next_time(
    opened: Opened, home: Places, name: str, times: int, kept: dict[str, object]
) -> None:
    async with opened(size=(80, 40)) as pilot:
        await press(pilot, "5", "2")
        await change(pilot, name, times)
        assert isinstance(pilot.app, CompanionApp)
        for key, value in kept.items():
            assert getattr(pilot.app.preferences, key) == value
            assert getattr(preferences.load(home)[0], key) == value


async def test_the_theme_is_seen_at_once(opened: Opened) -> None:
    async with opened() as pilot:
        await press(pilot, "5", "2")
        await change(pilot, "theme")
        assert pilot.app.theme == "paper"


async def test_each_thing_left_out_says_what_it_changes(opened: Opened) -> None:
    async with opened(size=(80, 40)) as pilot:
        await press(pilot, "5", "2")
        text = shown(pilot)
    assert "exercises give way" in text
    assert "breaths go on without it" in text


async def test_letters_do_nothing_once_they_are_off(opened: Opened) -> None:
    async with opened() as pilot:
        await press(pilot, "5", "2")
        await change(pilot, "letter_keys")
        page = pilot.app.screen
        await press(pilot, "h", "q", "i", "p")
        assert pilot.app.screen is page
        assert "F2 Help now" in shown(pilot)
        assert "h Help now" not in shown(pilot)
        await press(pilot, "escape", "escape", "p", "n", "e")
        assert isinstance(pilot.app.screen, Home)


async def test_without_letters_everything_is_in_a_menu(
    opened: Opened, home: Places, time: Time
) -> None:
    preferences.save(Preferences(letter_keys=False), home)
    async with opened() as pilot:
        pilot.app.open_exercise("core/long-exhale")  # type: ignore[attr-defined]
        await press(pilot, "enter", "right", "right", "f4")
        assert isinstance(pilot.app.screen, Menu)
        for words in ("Other way", "Small", "Seconds", "Pause", "Pace", "Help now", "Leave"):
            assert words in shown(pilot)
        menu = pilot.app.screen.query_one(Choices)
        menu.at = [row.title for row in menu.open_rows].index("Other way")
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, Play)
        assert pilot.app.screen.item != "core/long-exhale"


@pytest.mark.parametrize("letter_keys", [True, False])
async def test_home_is_two_keys_away_however_deep(
    opened: Opened, home: Places, kept: Kept, letter_keys: bool
) -> None:
    preferences.save(Preferences(letter_keys=letter_keys), home)
    async with opened() as pilot:
        pilot.app.open_exercise("core/worry-time")  # type: ignore[attr-defined]
        await press(pilot, "enter", "enter", "w", "f3", "f2", "1", "f2", "4", "enter")
        assert len(pilot.app.screen_stack) > 7
        await press(pilot, "f4", "0")
        assert isinstance(pilot.app.screen, Home)
        assert len(pilot.app.screen_stack) == 1
    (draft,) = kept.drafts()
    assert draft.answers == {"worries": ["w"]}, "half typed, it waits"


async def test_motion_none_moves_nothing(opened: Opened, home: Places, time: Time) -> None:
    preferences.save(Preferences(motion="none"), home)
    async with opened() as pilot:
        pilot.app.open_exercise("core/long-exhale")  # type: ignore[attr-defined]
        await press(pilot, "enter", "right", "right")
        play = pilot.app.screen
        assert isinstance(play, Play)
        seen = set()
        for _ in range(12):
            time.seconds += 0.5
            play.look()
            await pilot.pause()
            seen.add(shown(pilot))
        assert "█" not in "".join(seen)
        assert len(seen) <= 3, "only the word changes"


@pytest.mark.parametrize(("sound", "bells"), [("off", 0), ("bell", 1 + 2 + 1)])
async def test_one_bell_for_in_and_two_for_out(
    opened: Opened,
    home: Places,
    time: Time,
    monkeypatch: pytest.MonkeyPatch,
    sound: str,
    bells: int,
) -> None:
    preferences.save(Preferences(sound=sound), home)  # type: ignore[arg-type]
    async with opened() as pilot:
        rung = []
        monkeypatch.setattr(pilot.app, "bell", lambda: rung.append(time.seconds))
        pilot.app.open_exercise("core/long-exhale")  # type: ignore[attr-defined]
        await press(pilot, "enter", "right", "right")
        play = pilot.app.screen
        assert isinstance(play, Play)
        for _ in range(14):  # a count-in of 3 s, in 4 s, out 6 s, and the next breath
            time.seconds += 1
            play.look()
        assert len(rung) == bells

"""Home: five doors, one minute, and what is of use today."""

import stat
from pathlib import Path

import pytest

from peercompanion import preferences
from peercompanion.kept import Kept, new_id
from peercompanion.places import Places
from peercompanion.practice.records import Practised
from peercompanion.preferences import Preferences
from peercompanion.tui.screens.about import About
from peercompanion.tui.screens.home import Home
from peercompanion.tui.screens.plan import PlanPage
from peercompanion.tui.screens.play import Play
from peercompanion.tui.screens.right_now import RightNow
from peercompanion.tui.widgets.choices import Choices
from peercompanion.tui.widgets.frame import KeysFooter

from .conftest import Opened, Time, press, settle, shown


def practise(kept: Kept, time: Time, item: str, ease: str, like: str | None = None) -> None:
    """Keep a record of a minute ago."""
    time.seconds += 60
    at = time.now()
    record = Practised(id=new_id(at), at=at, day=at.date(), item=item, ease=ease, like=like)  # type: ignore[arg-type]
    kept.add(record)


async def test_a_first_start_offers_three_beginnings_and_says_where_things_stay(
    opened: Opened, home: Places
) -> None:
    async with opened() as pilot:
        text = shown(pilot)
    for words in ("Good morning.", "One minute, now", "Pick one for me", "1       Right now"):
        assert words in text
    for words in ("A one-minute exercise", "Set up my day", "Write my plan"):
        assert words in text
    assert "Everything stays on this" in text
    assert not home.journal.exists(), "nothing is written before there is something to keep"


async def test_what_eased_things_is_told_as_it_was(opened: Opened, kept: Kept, time: Time) -> None:
    for ease in ("easier", "same", "easier"):
        practise(kept, time, "core/feet-floor", ease)
    async with opened() as pilot:
        text = shown(pilot)
    assert "Has eased things before" in text
    assert "Feet on the floor" in text
    assert "2 of 3 times" in text


async def test_a_quiet_home_says_nothing_personal(
    opened: Opened, kept: Kept, home: Places, time: Time
) -> None:
    practise(kept, time, "core/feet-floor", "easier")
    preferences.save(Preferences(quiet_home=True), home)
    async with opened() as pilot:
        assert "Feet on the floor" not in shown(pilot)


async def test_one_minute_is_one_key_away(opened: Opened) -> None:
    async with opened() as pilot:
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, Play)
        assert pilot.app.screen.player.small


@pytest.mark.parametrize("door", ["1", "2", "3", "4", "5"])
async def test_every_door_leads_somewhere_and_back(opened: Opened, door: str) -> None:
    async with opened() as pilot:
        await press(pilot, door)
        assert not isinstance(pilot.app.screen, Home)
        assert "soon" not in shown(pilot)
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, Home)


@pytest.mark.parametrize("state", ["file in its place", "read-only", "full of garbage"])
async def test_a_broken_folder_is_told_once_and_everything_works(
    opened: Opened, home: Places, state: str
) -> None:
    home.journal.parent.mkdir(parents=True)
    if state == "file in its place":
        home.journal.write_text("not a folder")
    elif state == "read-only":
        home.journal.mkdir()
        home.journal.chmod(stat.S_IRUSR | stat.S_IXUSR)
    else:
        garbage = home.journal / "entries" / "2026" / "2026-11.k7f2.toml"
        garbage.parent.mkdir(parents=True)
        garbage.write_bytes(bytes(range(256)) * 40)
    async with opened() as pilot:
        await press(pilot, "enter", "right", "right", "right", "right")
        await press(pilot, "1", "1")
        await settle(pilot)
        assert isinstance(pilot.app.screen, Home)


async def test_leaving_says_goodbye_with_status_zero(opened: Opened, tmp_path: Path) -> None:
    async with opened() as pilot:
        await press(pilot, "q")
        assert pilot.app.return_code in (None, 0)


async def test_another_day_begins_while_home_stands_open(opened: Opened, time: Time) -> None:
    async with opened() as pilot:
        assert "Saturday 21 November" in shown(pilot)
        time.seconds += 24 * 3600
        pilot.app.look_elsewhere()  # type: ignore[attr-defined]
        await settle(pilot)
        assert "Sunday 22 November" in shown(pilot)


async def test_the_footer_says_what_enter_takes(opened: Opened) -> None:
    async with opened() as pilot:
        assert "enter One minute" in shown(pilot)
        await press(pilot, "down")
        assert "enter Choose" in shown(pilot)
        await press(pilot, "up")
        assert "enter One minute" in shown(pilot)


async def test_who_clicks_twice_opens_one_page(opened: Opened) -> None:
    async with opened() as pilot:
        doors = pilot.app.screen.query_one("#doors", Choices)
        at = next(y for y, line in enumerate(str(doors.render()).splitlines()) if "My plan" in line)
        await pilot.click(doors, offset=(10, at), times=2)
        await settle(pilot)
        assert isinstance(pilot.app.screen, PlanPage)
        assert len(pilot.app.screen_stack) == 2


async def test_the_keys_in_the_footer_can_be_clicked(opened: Opened) -> None:
    async def click(words: str) -> None:
        footer = pilot.app.screen.query_one(KeysFooter)
        at = str(footer.render()).index(words)
        await pilot.click(footer, offset=(footer.styles.padding.left + at, 1))
        await settle(pilot)

    async with opened(size=(120, 40)) as pilot:
        await click("1-5")
        await click("enter Choose")
        assert isinstance(pilot.app.screen, RightNow)
        await click("esc")
        pilot.app.open_exercise("core/feet-floor")  # type: ignore[attr-defined]
        await settle(pilot)
        await click("i About")
        assert isinstance(pilot.app.screen, About)
        await click("esc")
        await click("s Small")
        assert isinstance(pilot.app.screen, Play)

"""A talk in the person's own app: an agenda in any order, the card, and the agreed summary."""

from pathlib import Path

import pytest

from peercompanion import preferences
from peercompanion.kept import Kept
from peercompanion.places import Places
from peercompanion.practice.records import Led
from peercompanion.supporter import Supporter
from peercompanion.tui.routes import go

from .conftest import MORNING, Opened, Time, press, settle, shown


async def opened_at(pilot: object, *keys: str) -> None:
    await go(pilot.app, "session")  # type: ignore[attr-defined]
    await settle(pilot)  # type: ignore[arg-type]
    await press(pilot, *keys)  # type: ignore[arg-type]


async def test_a_summary_is_agreed_line_by_line_and_is_the_persons(
    opened: Opened, home: Places
) -> None:
    async with opened() as pilot:
        await opened_at(pilot, "2")
        assert "Keep what we agreed on" not in shown(pilot)
        await press(pilot, "a", *"walk", "enter", "a", *"river", "enter")
        await press(pilot, "up", "up", "enter")
        assert "Agreed: keep it" in shown(pilot)
        await press(pilot, "1")
        assert not (home.journal / "summaries").exists(), "nothing before it is asked for"
        await press(pilot, "k")
        await settle(pilot)
        assert "Kept on this computer" in shown(pilot)

    (file,) = (home.journal / "summaries").iterdir()
    told = file.read_text()
    assert ("walk" in told) is not ("river" in told), "the agreed line alone"
    assert "my words" in told


async def test_words_are_offered_for_a_supporters_words_alone(opened: Opened) -> None:
    async with opened() as pilot:
        await opened_at(pilot, "2", "a", *"homework", "enter")
        assert "practice" not in shown(pilot)
        await press(pilot, "up", "enter", "4")
        assert "practice" in shown(pilot)
        await press(pilot, "1", "k")
        await settle(pilot)
        assert "Kept on this computer" in shown(pilot), "it offers and never blocks"


async def test_what_is_not_agreed_yet_waits_and_what_is_kept_goes(
    opened: Opened, kept: Kept, home: Places
) -> None:
    async with opened() as pilot:
        await opened_at(pilot, "2", "a", *"walk", "enter", "a", *"river", "enter")
        await press(pilot, "up", "up", "enter", "4", "1")
        await settle(pilot)
        await press(pilot, "escape")
        assert "begun" in shown(pilot)

    async with opened() as pilot:  # another day, or after a crash
        await opened_at(pilot, "2")
        assert "our words" in shown(pilot)
        assert "river" in shown(pilot)
        await press(pilot, "k")
        await settle(pilot)
        assert "walk" not in shown(pilot)
        assert "river" in shown(pilot)
        assert "Keep what we agreed on" not in shown(pilot), "it is kept once"
        await press(pilot, "up", "up", "enter", "3", "b")
        await settle(pilot)
        assert "21 Nov 2026" in shown(pilot)
        await press(pilot, "1")
        assert "- walk  (our words)" in shown(pilot)
        await press(pilot, "escape", "escape")

    assert kept.drafts() == []
    (file,) = (home.journal / "summaries").iterdir()
    assert "walk" in file.read_text()


@pytest.mark.parametrize(
    ("keys", "before"), [(("1", "a"), ""), (("2", "a"), ""), (("2", "a", *"one", "enter"), "one")]
)
async def test_a_line_half_typed_in_a_talk_is_offered_again(
    opened: Opened, kept: Kept, keys: tuple[str, ...], before: str
) -> None:
    async with opened() as pilot:
        await opened_at(pilot, *keys)
        await settle(pilot)
        if before:
            await press(pilot, "up", "enter", "2")
        await press(pilot, *"zwei")
        screen = pilot.app.screen
        await screen._drafts.save_what_waits()  # type: ignore[attr-defined]

    async with opened() as pilot:
        assert "A line you began" in shown(pilot)
        await press(pilot, "g")
        assert type(pilot.app.screen) is type(screen)
        await press(pilot, "enter")
        assert f"{before}zwei" in shown(pilot)


async def test_the_card_stays_as_the_person_left_it(opened: Opened) -> None:
    async with opened() as pilot:
        await opened_at(pilot, "1", "a", *"slept", "enter", "a", *"cried", "enter")
        await press(pilot, "up", "up", "down", "enter", "escape", "1")
        assert "● slept" in shown(pilot)
        assert "○ cried" in shown(pilot)


async def test_an_agenda_is_gone_through_in_any_order_and_resumed(
    opened: Opened, kept: Kept
) -> None:
    async with opened() as pilot:
        pilot.app.open_link("session:drop-in-20")  # type: ignore[attr-defined]
        await settle(pilot)
        await press(pilot, "right", "right")
        assert "next kind, small thing" in shown(pilot)
        await press(pilot, "left")
        assert "What feels hardest right now?" in shown(pilot)
        assert "of 20 minutes" in shown(pilot)

    async with opened() as pilot:
        pilot.app.open_link("session:drop-in-20")  # type: ignore[attr-defined]
        await settle(pilot)
        assert "What feels hardest right now?" in shown(pilot)
    assert kept.practised() == []


async def test_the_card_is_empty_without_blame_and_the_person_decides(opened: Opened) -> None:
    async with opened() as pilot:
        await opened_at(pilot, "1")
        assert "Nothing is written down for these days" in shown(pilot)
        await press(pilot, "a", *"slept", "enter")
        await press(pilot, "up", "enter")
        assert "○ slept" in shown(pilot)


async def test_the_card_is_one_page_with_the_lines_the_person_left_on_it(
    opened: Opened, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    async with opened() as pilot:
        await opened_at(pilot, "1", "a", *"slept", "enter", "a", *"cried", "enter")
        await press(pilot, "up", "up", "down", "enter", "p")
        await settle(pilot)
        assert "Written to" in shown(pilot)
        await press(pilot, "t")
        await settle(pilot)

    page, text = sorted(tmp_path.glob("since-last-time-2026-11-21.*"))
    assert "slept" in page.read_text()
    assert "cried" not in page.read_text() + text.read_text()
    assert page.stat().st_mode & 0o077 == 0


async def test_a_supporters_own_pages_and_shelf_are_behind_one_door(
    opened: Opened, home: Places, kept: Kept
) -> None:
    async with opened() as pilot:
        await go(pilot.app, "tools")  # type: ignore[arg-type]
        await settle(pilot)
        assert "Before a call" not in shown(pilot), "nobody meets it who did not ask"
        await go(pilot.app, "session")  # type: ignore[arg-type]
        await settle(pilot)
        assert "Topic night" not in shown(pilot), "that one is for the console"
        await go(pilot.app, "supporter")  # type: ignore[arg-type]
        await settle(pilot)
        assert "When few come" in shown(pilot)
        await press(pilot, "m", "a", *"tea", "enter")
        await settle(pilot)
        assert "tea" in shown(pilot)
        assert kept.lately(MORNING.date()).texts("helped") == ("tea",)
        await press(pilot, "down", "enter", "2")
        assert "tea" not in shown(pilot)
        await press(pilot, "escape", "y", "a", *"call", "enter")
        await settle(pilot)

    assert (home.config / "agency-steps.txt").read_text() == "call\n"
    assert kept.lately(MORNING.date()).texts("helped") == ()


async def test_what_was_led_can_be_seen_and_taken_off(
    opened: Opened, kept: Kept, home: Places, time: Time
) -> None:
    supporter = Supporter(home, kept, time.now, logs=True)
    supporter.log({("exercise:core/long-exhale", "breathing"): 300.0}, set())
    time.seconds += 60
    supporter.log({("session:core/drop-in-20", "arrive"): 1200.0}, {"session:core/drop-in-20"})
    async with opened() as pilot:
        await go(pilot.app, "supporter")  # type: ignore[arg-type]
        await settle(pilot)
        await press(pilot, "d")
        await settle(pilot)
        text = shown(pilot)
        assert "Long exhale · 5 min · one person" in text
        assert "20-minute drop-in · 20 min · a group" in text
        assert "Add a line" not in text
        await press(pilot, "enter")
        assert "20-minute drop-in" in shown(pilot), "it is asked first"
        await press(pilot, "enter")
        assert "Long exhale" in shown(pilot), "and who presses twice comes back to all"
        await press(pilot, "enter", "escape", "enter", "2")
        assert "drop-in" not in shown(pilot)

    assert [led.item for led in kept.every("led", Led)] == ["core/long-exhale"]


async def test_a_session_log_is_off_until_it_is_asked_for(opened: Opened, home: Places) -> None:
    async with opened() as pilot:
        await go(pilot.app, "supporter")  # type: ignore[arg-type]
        await settle(pilot)
        assert not pilot.app.preferences.session_log  # type: ignore[attr-defined]
        await press(pilot, "g")
        await settle(pilot)
        assert "day, exercise, length" in shown(pilot)

    assert preferences.load(home)[0].session_log

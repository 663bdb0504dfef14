"""After the first thing ever that is kept, once: who can read it, and whose it is."""

from peercompanion.kept import Kept
from peercompanion.practice import records
from peercompanion.tui.screens.afterwards import Afterwards
from peercompanion.tui.screens.home import Home

from .conftest import Opened, Time, press, shown

WORDS = "Someone who can open this computer can read this."


async def practise(pilot: object) -> None:
    """Take one minute, and come to its end."""
    await press(pilot, "enter", "right", "right", "right", "right")  # type: ignore[arg-type]


async def test_it_stands_beside_the_tick_and_nothing_has_to_be_closed(opened: Opened) -> None:
    async with opened() as pilot:
        await practise(pilot)
        assert isinstance(pilot.app.screen, Afterwards)
        said = " ".join(shown(pilot).split())
        assert f"● Kept on this computer. {WORDS}" in said
        assert "yours and not a medical record" in said
        assert "which privacy rules it follows." in said
        await press(pilot, "1", "1")
        await practise(pilot)
        assert "● Kept on this computer." in shown(pilot)
        assert WORDS not in shown(pilot)


async def test_where_there_is_no_tick_home_says_it(opened: Opened, kept: Kept) -> None:
    async with opened() as pilot:
        await press(pilot, "enter", "right", "escape")
        assert isinstance(pilot.app.screen, Home)
        assert len(kept.practised()) == 1
        assert "Someone who can open" in shown(pilot)


async def test_it_is_not_said_where_something_was_kept_before(
    opened: Opened, kept: Kept, time: Time
) -> None:
    now = time.now()
    kept.add(records.CheckIn(id="c", at=now, day=now.date(), storm=3))
    async with opened() as pilot:
        await practise(pilot)
        assert "● Kept on this computer." in shown(pilot)
        assert WORDS not in shown(pilot)

"""Two windows at once: the second shows what the first kept, without a restart."""

from peercompanion.kept import Kept
from peercompanion.places import Places
from peercompanion.practice import records
from peercompanion.tui.app import ELSEWHERE, CompanionApp
from peercompanion.tui.screens.home import Home

from .conftest import Opened, Time, settle, shown


def test_it_looks_often_enough() -> None:
    assert ELSEWHERE < 2


async def test_what_another_window_kept_is_shown(opened: Opened, home: Places, time: Time) -> None:
    other = Kept(home, now=time.now)
    async with opened() as pilot:
        assert isinstance(pilot.app, CompanionApp)
        assert "Feet on the floor" not in shown(pilot)
        now = time.now()
        other.add(
            records.Practised(
                id="01KAJ3V9Q2T7X8M4N6P8R0ST5W",
                at=now,
                day=now.date(),
                item="core/feet-floor",
                ease="easier",
            )
        )
        pilot.app.look_elsewhere()
        await settle(pilot)
        await settle(pilot)
        assert isinstance(pilot.app.screen, Home)
        assert "Feet on the floor" in shown(pilot)

"""An app of its own for every test: a fresh home, and a clock that is handed in."""

from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path

import pytest
from textual.pilot import Pilot

from peercompanion.kept import Kept
from peercompanion.places import Places, places
from peercompanion.tui.app import CompanionApp

from ..clocks import MORNING as MORNING
from ..clocks import Time as Time


@pytest.fixture(autouse=True)
def person(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The person's own folder, where what is printed and copied goes."""
    folder = tmp_path / "person"
    folder.mkdir()
    monkeypatch.setenv("HOME", str(folder))
    return folder


@pytest.fixture(autouse=True)
def someone_in_the_states(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing of the machine's own language and country."""
    monkeypatch.setenv("LANG", "en_US.UTF-8")
    for name in ("LC_ALL", "LC_MESSAGES", "LANGUAGE", "NO_COLOR"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def time() -> Time:
    """The clock of the test."""
    return Time()


@pytest.fixture
def home(tmp_path: Path) -> Iterator[Places]:
    """An empty home."""
    yield places({"PEERCOMPANION_HOME": str(tmp_path / "home")})


@pytest.fixture
def kept(home: Places, time: Time) -> Kept:
    """What is kept in that home, seen from outside the app."""
    return Kept(home, now=time.now)


Opened = Callable[..., AbstractAsyncContextManager[Pilot[None]]]


@pytest.fixture
def opened(home: Places, time: Time) -> Opened:
    """Open the app: `async with opened(size=(80, 24)) as pilot`, or as `now` opens it."""

    @asynccontextmanager
    async def open_app(
        size: tuple[int, int] = (80, 24), *, now: bool = False
    ) -> AsyncIterator[Pilot[None]]:
        app = CompanionApp(home, now=now, clock=time.clock())
        async with app.run_test(size=size) as pilot:
            await settle(pilot)
            yield pilot

    return open_app


async def settle(pilot: Pilot[None]) -> None:
    """Wait until nothing is under way."""
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()


async def press(pilot: Pilot[None], *keys: str) -> None:
    """Press keys one after the other, each when nothing is under way."""
    for key in keys:
        await pilot.press(key)
        await settle(pilot)


def shown(pilot: Pilot[None]) -> str:
    """The text on the screen, line by line."""
    strips = pilot.app.screen._compositor.render_strips()
    return "\n".join("".join(segment.text for segment in strip).rstrip() for strip in strips)

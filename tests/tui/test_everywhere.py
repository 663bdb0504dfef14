"""Every screen there is, found by walking: help is one key away, and so is the way back.

The walk begins at Home, and where `now` begins, and takes every kind of row it meets on every
screen it meets, the nearest first, so a new screen is walked without being named here. A screen
that no walk finds is a screen that nobody can reach, and fails.
"""

import asyncio
import importlib
import pkgutil
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from heapq import heappop, heappush
from pathlib import Path

import pytest
from textual._compositor import Compositor
from textual.events import Key
from textual.pilot import Pilot

import peercompanion.tui.screens
from peercompanion.kept import Kept
from peercompanion.places import places
from peercompanion.practice import records
from peercompanion.tui.app import CompanionApp
from peercompanion.tui.page import Page
from peercompanion.tui.screens.help_now import HelpNow
from peercompanion.tui.screens.now import NowPage
from peercompanion.tui.screens.play import Play
from peercompanion.tui.widgets.choices import Choice, Choices

from .conftest import Time, shown
from .test_look import unmeasured
from .test_walks import answering

Move = tuple[str, str]
"""A row, by its list and its id."""
Way = tuple[Move, ...]
"""Moves that lead to a screen, from the one that lies below everything."""
Edge = tuple[str, str, str]
"""A kind of screen, a list on it and a kind of row: walked once, whatever the row names."""

FINISH: Move = ("finish", "")
"""Not a row: what goes on by itself is gone through to its end."""
ERASES: Edge = ("Sure", "rows", "erase")
"""Not walked: it takes away what the rest of the walk is to find."""
DIFFER = {"section", "way"}
"""Kinds of rows that each lead to something else: the parts of a plan, the ways to erase."""
QUIET = 20
"""Turns of the loop in which nothing is waiting to be done: then nothing is on its way."""
PATIENCE = 60
"""Seconds after which what is under way will never end."""
WAYS_BACK = 8


def pages() -> set[type[Page]]:
    """Every screen of the app that is not only there to be built upon."""

    def below(kind: type[Page]) -> Iterator[type[Page]]:
        for sub in kind.__subclasses__():
            yield sub
            yield from below(sub)

    for module in pkgutil.iter_modules(peercompanion.tui.screens.__path__):
        importlib.import_module(f"peercompanion.tui.screens.{module.name}")
    found = set(below(Page))
    return {kind for kind in found if not any(issubclass(o, kind) and o is not kind for o in found)}


def rows(page: Page) -> dict[tuple[str, str], Choice]:
    """The first row of each kind, by its list and kind."""
    found: dict[tuple[str, str], Choice] = {}
    for choices in page.query(Choices):
        if choices.display:
            for row in choices.open_rows:
                what = re.split("[:/]", row.id)[0].rstrip("0123456789")
                kind = row.id if what in DIFFER else what
                found.setdefault((choices.id or "", kind), row)
    return found


def moves(page: Page) -> Iterator[tuple[Edge, Move, bool]]:
    """What can be done here.

    Yields:
        The kind of move, the move, and whether it only leads elsewhere.
    """
    kind = type(page).__name__
    guide = page.player.guide if isinstance(page, Play) else getattr(page, "guide", None)
    if guide:  # an exercise ends elsewhere than a tool
        kind += f" of {type(guide).__name__}"
    for (choices, row_kind), row in rows(page).items():
        yield (kind, choices, row_kind), (choices, row.id), row.mark == "›"
    if isinstance(page, Play | NowPage):
        yield (kind, *FINISH), FINISH, True


async def still(pilot: Pilot[None]) -> None:
    """Wait until nothing is under way.

    Counted in turns of the loop: on a busy machine a moment without work may be a moment in which
    others worked.
    """
    app, quiet = pilot.app, 0
    async with asyncio.timeout(PATIENCE):
        while quiet < QUIET:
            pumps = (app, *app.screen.walk_children(with_self=True))
            busy = any(app.workers) or any(pump.message_queue_size for pump in pumps)
            quiet = 0 if busy else quiet + 1
            if quiet == QUIET // 2:
                app.screen._on_timer_update()  # laid out now, not when its time has come
            await asyncio.sleep(0.001 if busy else 0)


async def press(pilot: Pilot[None], key: str) -> None:
    """Press a key and wait for what comes of it."""
    pilot.app.post_message(Key(key, key if len(key) == 1 else None))
    await still(pilot)


async def do(pilot: Pilot[None], move: Move) -> bool:
    """Do one move on the screen that is shown, where it can be done."""
    page = pilot.app.screen
    if move == FINISH:
        await finish(pilot)
        return True
    for choices in page.query(Choices):
        for row in choices.open_rows:
            if choices.display and (choices.id or "", row.id) == move:
                choices._choose(row)
                await still(pilot)
                return True
    return False


async def finish(pilot: Pilot[None]) -> None:
    """Go through cards or a guide to their end, with an answer wherever one can be typed."""
    page = pilot.app.screen
    for _ in range(40):
        if isinstance(page, NowPage) and not rows(page):
            await press(pilot, "right")
        elif isinstance(page, Play) and pilot.app.screen is page:
            at = page.player.step
            for key in answering(at):
                there = pilot.app.screen is page and page.player.step is at
                if there and (key != "escape" or page.typing):
                    await press(pilot, key)


async def look_from_keys(pilot: Pilot[None], kinds: set[type]) -> None:
    """What the menu, the cover and `i` open has help and comes back, too."""
    page = pilot.app.screen
    for key in ("f4", "f3", "i"):
        await press(pilot, key)
        if pilot.app.screen is not page:
            kinds.add(type(pilot.app.screen))
            await look_for_help(pilot)
            await press(pilot, "escape")
        assert pilot.app.screen is page


async def look_for_help(pilot: Pilot[None]) -> None:
    """Help is there in one key, and Escape comes back to the same screen, unchanged."""
    page, before = pilot.app.screen, shown(pilot)
    if isinstance(page, HelpNow):
        return
    await press(pilot, "f2")
    assert isinstance(pilot.app.screen, HelpNow), f"no help on {page}"
    await press(pilot, "escape")
    assert pilot.app.screen is page, f"help did not come back to {page}"
    assert "Paused" in shown(pilot) or shown(pilot) == before


async def back_to(pilot: Pilot[None], page: Page) -> bool:
    """Leave what was opened from a page; whether that page was still there below."""
    for _ in range(WAYS_BACK):
        if pilot.app.screen is page and not page.typing:
            break
        if page not in pilot.app.screen_stack:
            return False
        await press(pilot, "escape")
    assert pilot.app.screen is page, f"no way back to {page} from {pilot.app.screen}"
    return True


@dataclass(order=True)
class Turn:
    """A move that is to be done, in its order.

    What changes things comes after all that leads elsewhere: what a screen held may be gone
    afterwards. Then the nearest comes first.
    """

    changes: int
    """How many moves of the way and this one may change things."""
    far: int
    number: int
    way: Way = field(compare=False)
    edge: Edge = field(compare=False)
    move: Move = field(compare=False)


@dataclass
class Walk:
    """Whatever can be met in one life."""

    pilot: Pilot[None]
    kinds: set[type]
    """Kinds of screens that were looked at."""
    walked: set[Edge]
    lost: list[Turn] = field(default_factory=list)
    """Turns whose row was gone, from the life before and for the next one."""
    turns: list[Turn] = field(default_factory=list)
    """A heap."""
    number: int = 0
    at: tuple[Way, Page] | None = None
    """The page whose moves are being done, and the way to it."""

    async def everywhere(self) -> None:
        """Do every kind of move on every kind of screen.

        A move counts as done only where its row was there when it was its turn. Where something
        took it away meanwhile, the next way to a screen of this kind is tried, and the next life.
        """
        self.turns, self.lost[:] = sorted(self.lost), []
        await still(self.pilot)
        await self.look((), 0)
        while self.turns:
            turn = heappop(self.turns)
            if turn.edge in self.walked:
                continue
            if await self.take(turn):
                self.walked.add(turn.edge)
                await self.look((*turn.way, turn.move), turn.changes)
            else:
                self.lost.append(turn)
        await self.go(())

    async def take(self, turn: Turn) -> bool:
        """Do a move on the page at hand if it is the right one, else by its way; whether it was."""
        way, page = self.at or (None, None)
        at_hand = page and way == turn.way and await back_to(self.pilot, page)
        if at_hand and await do(self.pilot, turn.move):
            return True
        there = await self.go(turn.way)
        self.at = (turn.way, self.pilot.app.screen) if there else None
        return there and await do(self.pilot, turn.move)

    async def go(self, way: Way) -> bool:
        """Go a way from the beginning; whether it still leads on."""
        bottom = self.pilot.app.screen_stack[0]
        assert await back_to(self.pilot, bottom), f"no way home from {self.pilot.app.screen}"
        for move in way:
            if not await do(self.pilot, move):
                return False
        return True

    async def look(self, way: Way, changes: int) -> None:
        """Look at the screen a way leads to, and at what can be done there."""
        page = self.pilot.app.screen
        if not isinstance(page, Page):
            return
        assert shown(self.pilot)
        assert unmeasured(self.pilot) == set(), page
        if type(page) not in self.kinds:
            self.kinds.add(type(page))
            await look_for_help(self.pilot)
            await look_from_keys(self.pilot, self.kinds)
        for edge, move, leads in moves(page):
            if edge not in self.walked:
                self.number += 1
                cost = changes + (not leads)
                heappush(self.turns, Turn(cost, len(way), self.number, way, edge, move))


def fill(kept: Kept, time: Time) -> None:
    """A life that has been lived a little: something of every kind there is a screen for."""
    now = time.now()
    when = {"at": now, "day": now.date()}
    item = records.ChartItem(id="wash", text="Wash and dress")
    kept.add(records.Chart(id="chart:own", title="Mine", items=[item], since=now.date(), **when))
    kept.add(records.Goal(id="goal:outside", text="More air", **when))
    kept.add(records.Step(id="step:walk", text="Ten steps", goal="goal:outside", **when))
    kept.add(records.Named(id="person:ana", kind="person", name="Ana", **when))
    part = records.PlanPart(
        id="plan:remember",
        kind="plan",
        plan="core/steady-plan",
        lines=[{"text": "The sea"}],
        **when,
    )
    kept.add(part)
    kept.revise(part.model_copy(update={"lines": [{"text": "The garden"}]}))


@pytest.fixture
def undrawn(monkeypatch: pytest.MonkeyPatch) -> None:
    """Draw no frames for a terminal that is not there: half of the time; `shown` draws its own."""

    def nothing(compositor: Compositor, **_how: object) -> None:
        compositor._dirty_regions.clear()

    monkeypatch.setattr(Compositor, "render_update", nothing)


@pytest.mark.usefixtures("undrawn")
async def test_every_screen_has_help_and_a_way_home(tmp_path: Path, time: Time) -> None:
    kinds: set[type] = set()
    walked: set[Edge] = {ERASES}
    lost: list[Turn] = []
    for life, now in enumerate((False, False, True)):
        home = places({"PEERCOMPANION_HOME": str(tmp_path / f"life{life}")})
        fill(Kept(home, now=time.now), time)
        app = CompanionApp(home, now=now, clock=time.clock())
        async with app.run_test(size=(100, 50)) as pilot:
            await Walk(pilot, kinds, walked, lost).everywhere()
    missing = {kind.__name__ for kind in pages() - kinds}
    assert missing == set(), f"nobody gets to these: {missing}"

"""Every screen there is, found by walking: help is one key away, and so is the way back.

The walk begins at Home and takes every kind of row it meets, on every screen it meets, so a new
screen is walked without being named here. A screen that no walk finds is a screen that nobody
can reach, and fails.
"""

import importlib
import pkgutil
from collections import deque
from collections.abc import Iterator

from textual.pilot import Pilot

import peercompanion.tui.screens
from peercompanion.kept import Kept
from peercompanion.practice import records
from peercompanion.tui.page import Page
from peercompanion.tui.screens.help_now import HelpNow
from peercompanion.tui.screens.home import Home
from peercompanion.tui.screens.play import Play
from peercompanion.tui.widgets.choices import Choice, Choices

from .conftest import Opened, Time, settle, shown
from .test_walks import answering

Move = tuple[str, str]
"""A key, or a row by its list and id."""
Path = tuple[Move, ...]
Edge = tuple[str, str, str]
"""A kind of screen, a list on it and a kind of row: walked once, whatever the row names."""

DEEPEST = 6
FINISH: Move = ("finish", "")
ERASES: Edge = ("Sure", "rows", "erase")
"""Not walked: it takes away what the rest of the walk is to find."""
WAYS_BACK = 8
LOOKED_AT_ELSEWHERE = {"NowPage", "AfterTool"}
"""The screen the app can begin with, and the end of a tool: tests of their own walk to them."""


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
                what = row.id.partition(":")[0].rstrip("0123456789")
                kind = row.id if what == "section" else what  # the parts of a plan differ
                found.setdefault((choices.id or "", kind), row)
    return found


async def do(pilot: Pilot[None], move: Move) -> None:
    """Do one move on the screen that is shown."""
    page = pilot.app.screen
    kind, which = move
    if move == FINISH:
        assert isinstance(page, Play)
        await finish(pilot, page)
    elif kind == "key":
        await pilot.press(which)
    else:
        for choices in page.query(Choices):
            for row in choices.open_rows:
                if (choices.id or "", row.id) == move:
                    choices._choose(row)
                    break
    await settle(pilot)


async def finish(pilot: Pilot[None], play: Play) -> None:
    """Walk a guide to its end, with an answer wherever one can be typed."""
    for _ in range(40):
        at = play.player.step
        for key in answering(at):
            there = pilot.app.screen is play and play.player.step is at
            if there and (key != "escape" or play.typing):
                await pilot.press(key)
                await settle(pilot)
        if pilot.app.screen is not play:
            return


def moves(page: Page, walked: set[Edge]) -> Iterator[tuple[Move, bool]]:
    """What can be done here and was not done on a screen of this kind.

    Yields:
        A move, and whether it only leads elsewhere: those are walked before what changes things.
    """
    kind = type(page).__name__
    for (choices, row_kind), row in rows(page).items():
        if (kind, choices, row_kind) not in walked:
            walked.add((kind, choices, row_kind))
            yield (choices, row.id), row.mark == "›"
    if isinstance(page, Play):
        edge = (type(page.player.guide).__name__, *FINISH)  # an exercise ends elsewhere than a tool
        if edge not in walked:
            walked.add(edge)
            yield FINISH, True


async def look_from_keys(pilot: Pilot[None], kinds: set[type]) -> None:
    """What the menu, the cover and `i` open has help and comes back, too."""
    page = pilot.app.screen
    for key in ("f4", "f3", "i"):
        await pilot.press(key)
        await settle(pilot)
        if pilot.app.screen is not page:
            kinds.add(type(pilot.app.screen))
            await look_for_help(pilot)
            await pilot.press("escape")
            await settle(pilot)
        assert pilot.app.screen is page


async def look_for_help(pilot: Pilot[None]) -> None:
    """Help is there in one key, and Escape comes back to the same screen, unchanged."""
    await settle(pilot)  # a page that opened another one is painted a moment later
    page, before = pilot.app.screen, shown(pilot)
    if isinstance(page, HelpNow):
        return
    await pilot.press("f2")
    await settle(pilot)
    assert isinstance(pilot.app.screen, HelpNow), f"no help on {page}"
    await pilot.press("escape")
    await settle(pilot)
    assert pilot.app.screen is page, f"help did not come back to {page}"
    assert "Paused" in shown(pilot) or shown(pilot) == before


async def go_home(pilot: Pilot[None]) -> None:
    """Home is never more than a few keys away."""
    for _ in range(WAYS_BACK):
        if isinstance(pilot.app.screen, Home):
            return
        await pilot.press("escape")
        await settle(pilot)
    assert isinstance(pilot.app.screen, Home), f"no way home from {pilot.app.screen}"


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


async def test_every_screen_has_help_and_a_way_home(opened: Opened, kept: Kept, time: Time) -> None:
    fill(kept, time)
    kinds: set[type] = set()
    walked: set[Edge] = {ERASES}
    async with opened(size=(100, 50)) as pilot:
        to_walk: deque[Path] = deque([()])
        while to_walk:
            path = to_walk.popleft()
            await go_home(pilot)
            for move in path:
                await do(pilot, move)
            page = pilot.app.screen
            if not isinstance(page, Page):
                continue
            if type(page) not in kinds:
                kinds.add(type(page))
                await look_for_help(pilot)
                await look_from_keys(pilot, kinds)
            if len(path) < DEEPEST:
                for move, leads in moves(page, walked):
                    (to_walk.appendleft if leads else to_walk.append)((*path, move))
        await go_home(pilot)
    missing = {kind.__name__ for kind in pages() - kinds} - LOOKED_AT_ELSEWHERE
    assert missing == set(), f"nobody gets to these: {missing}"

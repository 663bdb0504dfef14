"""Every guide of every pack, walked on the full screen and in lines of text: the same records.

Both faces are really driven: the full screen by keys through Pilot, lines of text by what is
typed. The answers are the same; ids and times aside, so is what is kept.
"""

import asyncio
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from peercompanion.clock import Clock
from peercompanion.journal.view import view
from peercompanion.kept import Kept
from peercompanion.packs.library import Library
from peercompanion.packs.models.guides import CheckIn, Guide, Tool
from peercompanion.packs.models.steps import AnyStep
from peercompanion.places import Places, content, places
from peercompanion.practice import produced
from peercompanion.practice.player import Player
from peercompanion.sitting import GUIDES, Sitting
from peercompanion.tui.app import CompanionApp
from peercompanion.tui.screens.after_tool import AfterTool
from peercompanion.tui.screens.afterwards import Afterwards
from peercompanion.tui.screens.home import Home
from peercompanion.tui.screens.play import Play

from .conftest import MORNING, Sit

LIBRARY = Library([content()])
ITEMS = [
    full if kind == "exercise" else f"{kind}:{full}"
    for kind, folder in GUIDES.items()
    if kind
    for full in LIBRARY.ids(folder)
]
TYPED = "mine"
MOST_KEYS = 300


def guide(item: str) -> Guide:
    kind, _colon, full = item.rpartition(":")
    found = LIBRARY.item(GUIDES[kind], full)
    assert isinstance(found, Guide)
    return found


# What is answered: 5 where a number is asked, one typed line, the first of some options, and all
# there is to notice.


def keys(step: AnyStep) -> list[str]:
    """The keys that answer a step on the full screen."""
    match step.kind:
        case "ask" | "list":
            return ["enter", *TYPED, "enter", "escape", "right"]
        case "rate":
            return ["5", "enter"]
        case "notice":
            return ["space"] * (step.n + 1)
        case "pick":
            return ["enter"] if step.most == 1 else ["1", "g"]
        case _:
            return ["right"]


def typed(player: Player, sitting: Sitting) -> Iterator[str]:
    """The lines that answer a whole guide in plain mode, found by walking it."""
    while not player.finished:
        step = player.step
        match step.kind:
            case "ask" | "list":
                player.answer(TYPED if step.kind == "ask" else (TYPED,))
                yield TYPED
                several = step.kind == "ask" and step.several
                if several or (step.kind == "list" and step.most > 1):
                    yield ""
            case "rate":
                player.answer(5)
                yield "5"
            case "notice":
                player.answer(step.n)
                yield from [""] * step.n
            case "pick":
                offered = sitting.offered(step, player)
                if offered:
                    player.answer((offered[0][0],))
                    yield "1"
                picked = next((o for o in step.options if o.id == offered[0][0]), None)
                if step.most > 1 or not offered:
                    yield ""
                elif picked and (picked.lines or _asks(picked.open)):
                    yield "b"
            case _ if player.timed:
                yield "~0 next"
            case _:
                yield ""
        player.next(0)


def _asks(link: str | None) -> bool:
    """Whether what an option opens asks something before it lets go; help lines are only said."""
    return bool(link) and not str(link).startswith("resource:")


def afterwards(walked: Player) -> Iterator[str]:
    """The lines that keep what was written, say that it is easier now, and end."""
    if walked.kept_answers(said_so=True) != walked.kept_answers(said_so=False):
        yield "1"
    if not isinstance(walked.guide, Tool | CheckIn):
        yield from ("1", "1")
        return
    if produced.lines(walked):
        yield ""
    yield "3" if isinstance(walked.guide, CheckIn) else "1"


def records(home: Places) -> list[dict[str, Any]]:
    """All that is kept in a home, without ids and times."""
    kept = Kept(home)
    things = view(kept._journal.read().entries).values()
    aside = {"id", "at", "day", "rev", "dev", "base"}
    return [
        {name: value for name, value in thing.entry.fields.items() if name not in aside}
        for thing in things
    ]


# The full screen


async def by_keys(home: Places, item: str, small: bool) -> None:
    """Walk a guide on the full screen, to Home."""
    app = CompanionApp(home, clock=Clock(lambda: 0.0, lambda: MORNING))
    async with app.run_test(size=(80, 30)) as pilot:
        await app.workers.wait_for_complete()
        app.begin(item, small=small)
        await app.workers.wait_for_complete()
        await pilot.pause()
        for _ in range(MOST_KEYS):
            screen = app.screen
            if isinstance(screen, Home):
                return
            if isinstance(screen, Play):
                await _answer(app, pilot, screen)
            elif isinstance(screen, Afterwards):
                await pilot.press("1")
            elif isinstance(screen, AfterTool):
                await pilot.press(
                    {"keep": "1", "places": "g"}.get(screen.room.part) or _enough(screen)
                )
            else:
                await pilot.press("escape")
            await app.workers.wait_for_complete()
            await pilot.pause()
        raise AssertionError(f"{item} never ended, at {app.screen}")


def _enough(screen: AfterTool) -> str:
    return next(row.key for row in screen.rows() if row.id == "enough")


async def _answer(app: CompanionApp, pilot: Any, play: Play) -> None:
    at = play.player.step
    typed = at.kind in ("ask", "list") and play.choosing
    for key in ["t", *keys(at)[1:]] if typed else keys(at):
        if app.screen is not play or play.player.step is not at:
            return
        if key == "escape" and not play.typing:
            continue
        await pilot.press(key)
    await app.workers.wait_for_complete()
    await pilot.pause()


def on_the_full_screen(folder: Path, item: str, small: bool) -> list[dict[str, Any]]:
    home = places({"PEERCOMPANION_HOME": str(folder)})
    asyncio.run(by_keys(home, item, small))
    return records(home)


def _name(item: str, small: bool) -> str:
    return f"{item}-small" if small else item


@pytest.mark.parametrize(
    ("item", "small"),
    [
        pytest.param(item, small, id=_name(item, small))
        for item in ITEMS
        for small in (False, True)
        if guide(item).small or not small
    ],
)
def test_the_same_answers_leave_the_same_records(
    item: str, small: bool, sit: Sit, home: Places, tmp_path: Path
) -> None:
    walked = Player(guide(item), small)
    sitting = Sitting(LIBRARY, Kept(home), [], Kept(home).days())
    lines = [*typed(walked, sitting), *afterwards(walked)]

    sat = sit(*lines, play=(item, small))

    left = records(home)
    assert sat.status == 0
    assert not sat.script.lines, sat.seen
    assert left == on_the_full_screen(tmp_path / "full-screen", item, small)
    assert len(left) == 1
    assert Kept(home).drafts() == []

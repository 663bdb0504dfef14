"""Every daily screen says everything on a small terminal, without colours and with sixteen."""

import pytest
from textual.containers import VerticalScroll
from textual.pilot import Pilot

from peercompanion import preferences
from peercompanion.kept import Kept
from peercompanion.packs.library import Library
from peercompanion.packs.models import Routine
from peercompanion.places import Places, content
from peercompanion.practice import keeping, routine
from peercompanion.practice.goals import Goal, Step
from peercompanion.practice.records import CheckIn
from peercompanion.preferences import Preferences, Theme
from peercompanion.tui.app import CompanionApp
from peercompanion.tui.routes import go

from .conftest import Opened, Time, press, settle, shown

LARGE = (120, 90)
SCREENS: dict[str, tuple[str, ...]] = {
    "today": (),
    "today: tomorrow's week": ("left", "left"),
    "check-in": (),
    "check-in: what next": ("3",),
    "check-in: families": ("3", "w"),
    "check-in: words": ("3", "w", "2"),
    "check-in: energy": ("3", "e"),
    "check-in: questions": ("3", "o"),
    "charts": (),
    "charts: own": ("enter",),
    "charts: days": ("enter", "w"),
    "charts: line": ("enter", "enter"),
    "charts: offered": ("down", "enter"),
    "charts: typing a name": ("n",),
    "steps": (),
    "steps: one": ("1",),
    "steps: goal": ("down", "down", "down", "down", "enter"),
    "checklists": (),
    "checklists: one": ("enter",),
    "checklists: more": ("enter", "m"),
    "tools": (),
    "tools: one": ("enter",),
    "good-days": (),
    "calendar": (),
    "calendar: in words": ("v",),
    "calendar: year": ("y",),
    "calendar: year in words": ("y", "v"),
    "away": (),
}


@pytest.fixture(autouse=True)
def a_life(kept: Kept, time: Time) -> None:
    """Something of everything."""
    now = time.now()
    offered = Library([content()]).item("routines", "core/early-recovery-day")
    assert isinstance(offered, Routine)
    chart = routine.own(offered, "early-recovery-day", now.date(), lambda ref: f"core/{ref}")
    kept.put(keeping.chart(chart, now))
    for item, state in zip(chart.items, routine.STATES, strict=False):
        kept.put(keeping.mark(chart.id, item.id, state, day=now.date(), at=now))
    kept.put(keeping.goal(Goal("goal:1", "More music with other people", "It was home"), now))
    kept.put(
        keeping.step(Step("step:1", "Call the clinic", "Find the number", "noon", sure=4), now)
    )
    kept.put(keeping.step(Step("step:2", "Write to Jo", landed="some", landed_on=now.date()), now))
    kept.put(keeping.line("The walk to the river", record_id="line", at=now))
    asked = ["What feels hardest right now?"]
    kept.put(CheckIn(id="c", at=now, day=now.date(), storm=5, questions=asked))


async def reach(pilot: Pilot[None], name: str) -> None:
    """Open a screen."""
    assert isinstance(pilot.app, CompanionApp)
    await go(pilot.app, name.partition(":")[0])
    await settle(pilot)
    await press(pilot, *SCREENS[name])


async def whole_text(pilot: Pilot[None]) -> str:
    """All that can be seen by scrolling, without the title and the keys."""
    body = pilot.app.screen.query_one(".body", VerticalScroll)
    seen = []
    for y in range(0, max(body.max_scroll_y, 0) + 1, 4):
        body.scroll_to(y=y, animate=False, force=True)
        await pilot.pause()
        seen.append("\n".join(shown(pilot).split("\n")[2:-2]))
    body.scroll_to(y=body.max_scroll_y, animate=False, force=True)
    await pilot.pause()
    seen.append("\n".join(shown(pilot).split("\n")[2:-2]))
    return "\n".join(seen)


SCROLLBAR = set("▁▂▃▄▅▆▇█▔")
WITHOUT_SCROLLBAR = dict.fromkeys(map(ord, SCROLLBAR), " ")


def words(text: str) -> set[str]:
    return {word for word in text.split() if not set(word) <= SCROLLBAR}


@pytest.mark.parametrize("name", SCREENS)
async def test_a_small_terminal_says_all_that_a_large_one_says(opened: Opened, name: str) -> None:
    async with opened(size=LARGE) as pilot:
        await reach(pilot, name)
        everything = words(await whole_text(pilot))
    async with opened(size=(60, 20)) as pilot:
        await reach(pilot, name)
        small = words(await whole_text(pilot))
    assert everything - small == set()


@pytest.mark.parametrize("name", SCREENS)
async def test_without_colours_and_with_sixteen_it_says_the_same(
    opened: Opened, home: Places, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    said = {}
    ways: list[tuple[Theme, str]] = [("dusk", ""), ("paper", ""), ("ansi", ""), ("dusk", "1")]
    for theme, no_color in ways:
        preferences.save(Preferences(theme=theme), home)
        monkeypatch.setenv("NO_COLOR", no_color)
        async with opened(size=(60, 20)) as pilot:
            await reach(pilot, name)
            text = shown(pilot).translate(WITHOUT_SCROLLBAR)
            said[theme, no_color] = "\n".join(line.rstrip() for line in text.split("\n"))
    assert len(set(said.values())) == 1


async def test_where_one_is_can_be_told_without_colours(opened: Opened) -> None:
    async with opened(size=(60, 20)) as pilot:
        await reach(pilot, "today")
        before = shown(pilot)
        assert before.count("[") == 1
        await press(pilot, "down")
        assert shown(pilot) != before

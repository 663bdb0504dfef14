"""Every guided tool and check-in is walked to its end; what it gives goes where it belongs."""

import re

import pytest
from textual.pilot import Pilot

from peercompanion.kept import Kept
from peercompanion.packs.library import Library
from peercompanion.packs.models.guides import Guide
from peercompanion.packs.models.steps import Asking
from peercompanion.places import Places, content
from peercompanion.practice import produced
from peercompanion.practice.days import Days
from peercompanion.practice.plan import WELL
from peercompanion.tui.app import CompanionApp
from peercompanion.tui.screens.after_tool import AfterTool
from peercompanion.tui.screens.exercise import ExercisePage
from peercompanion.tui.screens.play import Play

from .conftest import Opened, Time, press, settle, shown

LIBRARY = Library([content()])
GUIDES = [f"tool:{full}" for full in LIBRARY.ids("tools")]
GUIDES += [f"checkin:{full}" for full in LIBRARY.ids("checkins")]
MOST_STEPS = 60


def guide_of(link: str) -> Guide:
    kind, _colon, full = link.partition(":")
    found = LIBRARY.item(f"{kind}s", full)
    assert isinstance(found, Guide)
    return found


async def answer(pilot: Pilot[None], play: Play, word: str) -> None:
    """Answer the step at hand with a word of its own, and go on."""
    step = play.player.step
    match step.kind:
        case "ask" | "list":
            await press(pilot, "t" if play.choosing else "enter", *word, "enter")
            if play.typing:
                await press(pilot, "escape")
            await press(pilot, "right")
        case "rate":
            await press(pilot, "5", "enter")
        case "pick":
            await press(pilot, *(["enter"] if step.most == 1 else ["1", "g"]))
        case _:
            await press(pilot, "right")


async def begin(pilot: Pilot[None], link: str, *, small: bool) -> Play:
    app = pilot.app
    assert isinstance(app, CompanionApp)
    app.open_link(link)
    await settle(pilot)
    assert isinstance(app.screen, ExercisePage)
    await press(pilot, "s" if small and guide_of(link).small else "enter")
    assert isinstance(app.screen, Play)
    return app.screen


async def back_to(pilot: Pilot[None], play: Play) -> None:
    """Leave what a step has opened; a guide goes on where it was."""
    for _ in range(5):
        if pilot.app.screen is play or isinstance(pilot.app.screen, AfterTool):
            return
        await press(pilot, "escape")
    raise AssertionError(shown(pilot))


async def walk(pilot: Pilot[None], link: str, *, small: bool) -> AfterTool:
    """Walk a guide to its end, each answer a word of its own."""
    play = await begin(pilot, link, small=small)
    for number in range(MOST_STEPS):
        if play.player.finished:
            break
        await answer(pilot, play, "word" + chr(97 + number % 26))
        await back_to(pilot, play)
    await back_to(pilot, play)
    screen = pilot.app.screen
    assert isinstance(screen, AfterTool), shown(pilot)
    return screen


def is_there(line: produced.Line, days: Days) -> bool:
    """Whether a line is where it belongs."""
    if line.gives == "step":
        return any(step.text == line.text for step in days.steps.values())
    if line.gives == "goal":
        return any(goal.text == line.text for goal in days.goals.values())
    if line.gives.startswith("plan:"):
        section = line.gives.partition(":")[2]
        parts = (days.plans.parts.get(f"{kind}:{section}") for kind in ("plan", "wellness"))
        return any(part and line.text in [each.text for each in part.lines] for part in parts)
    return line.text in days.texts(line.gives)


@pytest.mark.parametrize("small", [False, True], ids=["whole", "small"])
@pytest.mark.parametrize("link", GUIDES)
async def test_every_tool_ends_and_what_it_gives_is_put_where_it_belongs(
    opened: Opened, kept: Kept, link: str, small: bool
) -> None:
    async with opened() as pilot:
        after = await walk(pilot, link, small=small)
        if after.room.part == "keep":
            await press(pilot, "1")
        lines = after.room.lines
        if lines:
            assert after.room.part == "places"
            for number in range(len(lines)):
                await after.chosen("place", str(number))
                await settle(pilot)
            await press(pilot, "g")
        assert after.room.part == "next"
        days = kept.days()
        assert [line for line in lines if not is_there(line, days)] == []
        assert kept.drafts() == []
        await press(pilot, "3" if link.startswith("checkin") else "1")
        assert pilot.app.screen is pilot.app.home  # type: ignore[attr-defined]


def never_kept(link: str) -> set[str]:
    """The steps of a guide that promise to write nothing down."""
    steps = guide_of(link).step
    return {step.id for step in steps if isinstance(step, Asking) and step.keep == "never"}


@pytest.mark.parametrize("link", [link for link in GUIDES if never_kept(link)])
async def test_nothing_promised_never_to_be_kept_is_on_the_disk(
    opened: Opened, home: Places, link: str
) -> None:
    never = never_kept(link)
    async with opened() as pilot:
        play = await begin(pilot, link, small=False)
        secrets = []
        for _ in range(MOST_STEPS):
            if play.player.finished:
                break
            if play.player.step.id in never and play.player.step.kind in ("ask", "list"):
                secrets.append("secret")
                await answer(pilot, play, "secret")
            else:
                await answer(pilot, play, "open")
            await back_to(pilot, play)
        await press(pilot, "1")
        await settle(pilot)
    written = b"".join(file.read_bytes() for file in home.journal.parent.rglob("*.toml"))
    assert b"secret" not in written
    assert b"open" in written or not secrets


async def test_leaving_half_way_asks_before_words_are_lost(
    opened: Opened, kept: Kept, home: Places
) -> None:
    async with opened() as pilot:
        play = await begin(pilot, "tool:core/small-steps", small=False)
        await answer(pilot, play, "music")
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, AfterTool)
        assert "Keep what you wrote?" in shown(pilot)
        await press(pilot, "2", "1")
        assert kept.drafts() == []
    written = b"".join(file.read_bytes() for file in home.journal.parent.rglob("*.toml"))
    assert b"music" not in written


async def test_a_step_takes_along_what_was_said_of_it(opened: Opened, kept: Kept) -> None:
    async with opened() as pilot:
        after = await walk(pilot, "tool:core/small-steps", small=False)
        await press(pilot, "1")
        at = next(n for n, line in enumerate(after.room.lines) if line.asked == "ten-minutes")
        await after.chosen("place", str(at))
        await settle(pilot)
    (step,) = kept.days().steps.values()
    assert re.fullmatch(r"word\w", step.when)
    assert re.fullmatch(r"word\w", step.small)
    assert step.sure == 5
    assert len({step.text, step.when, step.small, step.if_then}) == 4


async def test_what_was_named_is_offered_again(opened: Opened, kept: Kept, time: Time) -> None:
    async with opened() as pilot:
        after = await walk(pilot, "tool:core/support-circle", small=True)
        await press(pilot, "1", "1", "g", "1")
        assert after.room.lines[0].gives == "person"
        play = await begin(pilot, "tool:core/support-circle", small=True)
        assert f"○ {after.room.lines[0].text}" in shown(pilot)
        await press(pilot, "1")
        assert play.player.answers == {"small-person": after.room.lines[0].text}
        assert play.player.step.id == "small-place"
        await press(pilot, "enter", *"library", "enter", "left")
        assert f"● {after.room.lines[0].text}" in shown(pilot)


def test_lines_of_what_keeps_me_well_go_there() -> None:
    gives = {s.gives for link in GUIDES for s in guide_of(link).step if isinstance(s, Asking)}
    assert {"plan:okay-day", "plan:toward", "plan:daily-weekly"} <= gives
    assert WELL in LIBRARY.ids("plans")

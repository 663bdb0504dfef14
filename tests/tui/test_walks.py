"""Every exercise is walked from its front page to its end by keys alone."""

from typing import get_args

import pytest
from textual.pilot import Pilot

from peercompanion import preferences
from peercompanion.kept import Kept
from peercompanion.packs.library import Library
from peercompanion.packs.models import AnyStep, Exercise
from peercompanion.packs.vocabulary import Contains
from peercompanion.places import Places, content
from peercompanion.preferences import Preferences
from peercompanion.tui.app import CompanionApp
from peercompanion.tui.screens.afterwards import Afterwards
from peercompanion.tui.screens.exercise import ExercisePage
from peercompanion.tui.screens.home import Home
from peercompanion.tui.screens.play import Play

from .conftest import Opened, Time, press, settle, shown

LIBRARY = Library([content()])
EXERCISES = LIBRARY.ids("exercises")
MOST_KEYS = 200


def _holds(item: str, what: str) -> bool:
    """Whether leaving something out can change this exercise."""
    guide = LIBRARY.item("exercises", item)
    assert isinstance(guide, Exercise)
    implied = {"breathe": "breath", "tense": "body"}
    inside = {implied.get(step.kind) for step in (*guide.step, *guide.small)}
    inside |= {each for step in (*guide.step, *guide.small) for each in step.contains}
    return what in inside or what in guide.contains


def answering(step: AnyStep) -> list[str]:
    """What a person would press at this step."""
    match step.kind:
        case "ask" | "list":
            return ["enter", "a", "enter", "escape", "right"]
        case "rate":
            return ["5", "enter"]
        case "notice":
            return ["space"] * (step.n + 1)
        case "pick":
            return ["enter"] if step.most == 1 else ["1", "g"]
        case _:
            return ["right"]


async def _walk(pilot: Pilot[None], item: str, *, small: bool) -> None:
    """Open an exercise and walk it to Home by keys."""
    app = pilot.app
    assert isinstance(app, CompanionApp)
    app.open_exercise(item)
    await settle(pilot)
    while isinstance(app.screen, ExercisePage):  # where it is left out, its other way follows
        page = app.screen
        offers_small = small and "small version" in shown(pilot)
        await press(pilot, "s" if offers_small else "enter")
        assert app.screen is not page, shown(pilot)
    for _ in range(MOST_KEYS):
        screen = app.screen
        if isinstance(screen, Home):
            return
        if isinstance(screen, Play):
            at = screen.player.step
            for key in answering(screen.player.step):
                if app.screen is screen and (key != "escape" or screen.typing):
                    await press(pilot, key)
                if isinstance(app.screen, Play) and app.screen.player.step is not at:
                    break
        elif isinstance(screen, Afterwards) or not screen.query("#begin"):
            await press(pilot, "1" if isinstance(screen, Afterwards) else "escape")
    raise AssertionError(f"{item} never ended: {shown(pilot)}")


@pytest.mark.parametrize("small", [False, True], ids=["whole", "small"])
async def test_every_exercise_leaves_one_record_and_no_draft(
    opened: Opened, kept: Kept, time: Time, small: bool
) -> None:
    async with opened() as pilot:
        for number, item in enumerate(EXERCISES, start=1):
            time.seconds += 60
            await _walk(pilot, item, small=small)
            records = kept.practised()
            assert len(records) == number, item
            assert records[-1].item == item
            assert not records[-1].left_early
            assert records[-1].ease == "easier"
            assert kept.drafts() == []


@pytest.mark.parametrize("what", get_args(Contains))
@pytest.mark.parametrize("small", [False, True], ids=["whole", "small"])
async def test_what_is_left_out_is_left_out_everywhere(
    opened: Opened, kept: Kept, home: Places, time: Time, what: Contains, small: bool
) -> None:
    preferences.save(Preferences(leave_out=frozenset({what})), home)
    touched = [item for item in EXERCISES if _holds(item, what)]
    async with opened() as pilot:
        for number, item in enumerate(touched, start=1):
            time.seconds += 60
            await _walk(pilot, item, small=small)
            records = kept.practised()
            assert len(records) == number, item
            guide = LIBRARY.item("exercises", records[-1].item)
            assert isinstance(guide, Exercise)
            assert what not in guide.contains or what == "hold"
            assert kept.drafts() == []

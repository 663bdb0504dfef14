"""The look: contrast worked out from the themes, and states told by shape and word alone."""

import itertools

import pytest
from rich.color import ColorSystem
from rich.segment import Segment
from textual.color import Color
from textual.pilot import Pilot

from peercompanion.tui.screens.play import Play
from peercompanion.tui.themes import THEMES
from peercompanion.tui.widgets.choices import Choice, Choices

from .conftest import Opened, Time, press, shown

TEXTS = ("foreground", "quiet", "primary", "secondary", "care")
GROUNDS = ("background", "surface", "panel")
LEAST = {"dusk": 4.5, "paper": 4.5, "contrast": 7.0}


def contrast(one: Color, other: Color) -> float:
    """The ratio of two colours' luminance, as WCAG 2.2 defines it: 1 to 21."""

    def luminance(color: Color) -> float:
        linear = [
            c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in color.normalized
        ]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_every_colour_can_be_read_on_every_ground(theme: object) -> None:
    colours = {name: getattr(theme, name, None) for name in (*TEXTS, *GROUNDS)}
    colours |= {name: theme.variables[name] for name in ("quiet", "care")}  # type: ignore[attr-defined]
    for text, ground in itertools.product(TEXTS, GROUNDS):
        ratio = contrast(Color.parse(colours[text]), Color.parse(colours[ground]))
        assert ratio >= LEAST[theme.name], f"{text} on {ground}: {ratio:.1f}"  # type: ignore[attr-defined]


async def test_every_state_of_breathing_is_told_without_colour(opened: Opened, time: Time) -> None:
    async with opened() as pilot:
        pilot.app.open_exercise("core/box-breath")  # type: ignore[attr-defined]
        await press(pilot, "enter", "right")
        play = pilot.app.screen
        assert isinstance(play, Play)
        states = {}
        for _ in range(40):
            time.seconds += 0.5
            play.look()
            await pilot.pause()
            cue = play._view.cue if play._view else None
            states[cue] = shown(pilot)
        await press(pilot, "space")
        states["paused"] = shown(pilot)
    words = ("Getting ready", "Breathe in", "Hold gently", "Breathe out", "Rest", "Paused")
    for word in words:
        assert any(word in text for text in states.values()), word
    assert len(set(states.values())) == len(states)


@pytest.mark.parametrize("size", [(120, 40), (80, 24), (60, 20), (40, 12)])
async def test_nothing_that_matters_is_cut_off(opened: Opened, size: tuple[int, int]) -> None:
    async with opened(size=size) as pilot:
        assert "One minute, now" in shown(pilot)
        await press(pilot, "1")
        assert "What is it like?" in shown(pilot)
        await press(pilot, "escape", "enter")
        assert pilot.app.screen.player.step.text[:20] in shown(pilot)  # type: ignore[attr-defined]
        last = shown(pilot).split("\n")[-1]
        assert last.strip().startswith("h Help now")
        assert "Leave" in last


Picture = list[tuple[str, object, object, bool]]
"""Letter, foreground, background and boldness of every cell."""


def picture(pilot: Pilot[None], *, colours: int) -> Picture:
    """The screen as it would look in shades of grey, or in a terminal's sixteen colours."""

    def seen(color: object) -> object:
        if not color:
            return None
        if colours == 16:
            return color.downgrade(ColorSystem.STANDARD).number  # type: ignore[attr-defined]
        red, green, blue = color.get_truecolor()  # type: ignore[attr-defined]
        return round(contrast(Color(red, green, blue), Color(0, 0, 0)), 1)

    def cells(segment: Segment) -> Picture:
        style = segment.style
        drawn = (seen(style and style.color), seen(style and style.bgcolor))
        return [(letter, *drawn, bool(style and style.bold)) for letter in segment.text]

    strips = pilot.app.screen._compositor.render_strips()
    return [cell for strip in strips for segment in strip for cell in cells(segment)]


ROWS = [Choice("Wash", "wash", "1"), Choice("Eat", "eat", "2"), Choice("Rest", "rest", "3")]
STATES = {
    "plain": ROWS,
    "the default": [Choice("Wash", "wash", "1", leads=True), *ROWS[1:]],
    **{mark: [Choice("Wash", "wash", "1", mark=mark), *ROWS[1:]] for mark in "○◐●·›"},
    "noted": [Choice("Wash", "wash", "1", note="small"), *ROWS[1:]],
    "closed": [Choice("Wash"), *ROWS[1:]],
}


@pytest.mark.parametrize("theme", [theme.name for theme in THEMES])
@pytest.mark.parametrize("colours", [1, 16], ids=["grey", "16 colours"])
async def test_every_state_of_a_row_is_seen_without_hues(
    opened: Opened, theme: str, colours: int
) -> None:
    async with opened() as pilot:
        pilot.app.theme = theme
        doors = pilot.app.screen.query_one("#doors", Choices)
        pictures: dict[str, Picture] = {}
        for name, rows in STATES.items():
            for at in (0, 1):
                doors.show(rows, at)
                doors.focus()
                await pilot.pause()
                pictures[f"{name}, at {at}"] = picture(pilot, colours=colours)
            pilot.app.screen.set_focus(None)
            await pilot.pause()
            pictures[f"{name}, without the keys"] = picture(pilot, colours=colours)
    del pictures["the default, without the keys"]  # Enter takes it, as when it has them
    for one, other in itertools.combinations(pictures, 2):
        assert pictures[one] != pictures[other], f"{one} looks like {other}"

"""The look: contrast worked out from the themes, and states told by shape and word alone."""

import itertools

import pytest
from rich.color import Color as RichColor
from rich.color import ColorSystem
from rich.segment import Segment
from textual.color import Color
from textual.pilot import Pilot
from textual.theme import Theme

from peercompanion.tui.screens.play import Play
from peercompanion.tui.themes import THEMES
from peercompanion.tui.widgets.choices import Choice, Choices

from .conftest import Opened, Time, press, shown
from .test_today import choose_weekday

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


def colours(theme: Theme) -> dict[str, Color]:
    """What a theme's colours are, by their names here."""
    named = {name: getattr(theme, name, None) or theme.variables[name] for name in TEXTS + GROUNDS}
    return {name: Color.parse(colour) for name, colour in named.items()}


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_every_colour_can_be_read_on_every_ground(theme: Theme) -> None:
    of_theme = colours(theme)
    for text, ground in itertools.product(TEXTS, GROUNDS):
        ratio = contrast(of_theme[text], of_theme[ground])
        assert ratio >= LEAST[theme.name], f"{text} on {ground}: {ratio:.1f}"


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_that_there_is_more_below_is_seen(theme: Theme) -> None:
    """Three to one, as WCAG 2.2 asks of what is not text."""
    bar = Color.parse(theme.variables["scrollbar"])
    assert contrast(bar, Color.parse(theme.variables["scrollbar-background"])) >= 3


def unmeasured(pilot: Pilot[None]) -> set[tuple[str, str, str]]:
    """Words on the screen in colours whose contrast nobody works out: words, colour and ground.

    A field's cursor stands on the colour of its text, which is the same pair the other way round.
    """
    theme = next((each for each in THEMES if each.name == pilot.app.theme), THEMES[0])
    measured = {name: colour.rgb for name, colour in colours(theme).items()}

    def one_of(colour: RichColor | None, names: tuple[str, ...]) -> bool:
        seen = colour.get_truecolor() if colour else ()
        return any(
            seen and max(abs(a - b) for a, b in zip(seen, measured[name], strict=True)) <= 1
            for name in names  # a shade off is rounding
        )

    strips = pilot.app.screen._compositor.render_strips()
    words = (each for strip in strips for each in strip if any(map(str.isalnum, each.text)))
    pairs = {
        (each.text.strip(), each.style.color, each.style.bgcolor) for each in words if each.style
    }
    return {
        (said, str(text), str(ground))
        for said, text, ground in pairs
        if not (one_of(text, TEXTS) and one_of(ground, GROUNDS))
        and not (one_of(ground, TEXTS) and one_of(text, GROUNDS))
    }


async def test_words_are_only_in_colours_that_are_measured(opened: Opened, time: Time) -> None:
    """Here where a walk over all screens does not come: a field's hint, and a bar that moves."""
    async with opened() as pilot:
        await press(pilot, "5", "1", "slash")
        assert "part of the title" in shown(pilot)
        assert unmeasured(pilot) == set()
        pilot.app.open_exercise("core/box-breath")  # type: ignore[attr-defined]
        await press(pilot, "enter", "right")
        for _ in range(20):
            time.seconds += 1
            pilot.app.screen.look()  # type: ignore[attr-defined]
            await pilot.pause()
            assert unmeasured(pilot) == set()
        pilot.app.theme = "textual-dark"
        await pilot.pause()
        assert unmeasured(pilot) != set()


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


async def test_every_state_of_an_exercise_and_a_day_is_seen_without_hues(
    opened: Opened, time: Time
) -> None:
    pictures: dict[str, tuple[Picture, ...]] = {}
    async with opened() as pilot:

        def see(state: str) -> None:
            pictures[state] = tuple(picture(pilot, colours=colours) for colours in (1, 16))

        pilot.app.open_exercise("core/box-breath")  # type: ignore[attr-defined]
        await press(pilot, "enter", "right")
        play = pilot.app.screen
        assert isinstance(play, Play)
        for _ in range(40):
            time.seconds += 0.5
            play.look()
            await pilot.pause()
            see(f"breathing: {play._view.cue if play._view else None}")
        for key, state in (("space", "paused"), ("f3", "covered"), ("f3", ""), ("f2", "help")):
            await press(pilot, key)
            if state:
                see(state)
        await press(pilot, "3")
        see("danger")
        pilot.app.go_home()  # type: ignore[attr-defined]
        await choose_weekday(pilot)
        see("not yet")
        for key, state in (
            ("space", "done"),
            ("b", "small"),
            ("l", "left"),
            ("left", "a day before"),
        ):
            await press(pilot, key)
            see(state)
    assert len(pictures) > 12
    for (state, one), (another, other) in itertools.combinations(pictures.items(), 2):
        for mine, its in zip(one, other, strict=True):
            assert mine != its, f"{state} looks like {another}"


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_in_sixteen_colours_no_ground_comes_close_to_the_words_on_it(theme: Theme) -> None:
    sixteen = {
        name: RichColor.from_rgb(*colour.rgb).downgrade(ColorSystem.STANDARD).number
        for name, colour in colours(theme).items()
    }
    assert len({sixteen[ground] for ground in GROUNDS}) == 1
    assert {sixteen["background"], sixteen["foreground"]} in ({0, 15}, {15, 0})

"""The themes: calm ground and warm paper, and one of the highest contrast.

Each names six colours; `quiet` is the foreground at three quarters over the background, worked
out here so that it can be measured like the others.

In sixteen colours the ground of the row at hand is to become the background, and text black or
white on it: its word and weight tell it there.
"""

from textual.color import Color
from textual.theme import Theme

QUIET = 0.75
"""Share of the foreground in quiet text; less is too faint to read."""
EDGE = 0.55
"""Share of the foreground in what shows that there is more below; less is overlooked."""


def _theme(
    name: str,
    *,
    dark: bool,
    background: str,
    surface: str,
    panel: str,
    foreground: str,
    primary: str,
    secondary: str,
    care: str,
    quiet: float = QUIET,
) -> Theme:
    faint = Color.parse(background).blend(Color.parse(foreground), quiet)
    return Theme(
        name=name,
        dark=dark,
        background=background,
        surface=surface,
        panel=panel,
        foreground=foreground,
        primary=primary,
        secondary=secondary,
        accent=primary,
        warning=care,
        error=care,
        success=primary,
        text_alpha=1.0,
        variables={
            "quiet": faint.hex,
            "care": care,
            "input-selection-background": panel,
            "scrollbar": Color.parse(background).blend(Color.parse(foreground), EDGE).hex,
            "scrollbar-background": background,
            "scrollbar-hover": secondary,
            "scrollbar-active": secondary,
        },
    )


THEMES = (
    _theme(
        "dusk",
        dark=True,
        background="#14191D",
        surface="#1A2126",
        panel="#20282E",
        foreground="#E6E1D6",
        primary="#8FC1B5",
        secondary="#D9B77E",
        care="#E0A08A",
    ),
    _theme(
        "paper",
        dark=False,
        background="#F7F3EA",
        surface="#EFE9DC",
        panel="#E6DECD",
        foreground="#282A29",
        primary="#22665A",
        secondary="#7A5516",
        care="#8F3B21",
        quiet=0.78,
    ),
    _theme(
        "contrast",
        dark=True,
        background="#000000",
        surface="#000000",
        panel="#1C1C1C",
        foreground="#FFFFFF",
        primary="#A8E6D9",
        secondary="#FFD58A",
        care="#FFC2AD",
        quiet=0.9,
    ),
)

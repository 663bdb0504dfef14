"""The closed lists of words that stage, console and commands share, without the models."""

from typing import Literal

Lead = Literal["screen", "voice", "own"]
"""Who leads: the pacer moves, a voice leads and nothing moves, or each at their own pace."""
StageTheme = Literal["dusk", "paper", "contrast"]
Motion = Literal["gentle", "none"]
Base = Literal["neutral", "consent", "step", "rest"]
"""What lies below all cards: nothing yet, what comes, the exercise, its end."""
Card = Literal["", "lines", "board", "latecomer", "thanks"]
Cover = Literal["", "blank", "hidden"]
What = Literal[
    "next",
    "back",
    "space",
    "pause",
    "slower",
    "faster",
    "other-way",
    "small",
    "blank",
    "uncover",
    "hide",
    "lines",
    "latecomer",
    "board",
    "wipe",
    "thanks",
    "leave",
]
"""What a key can ask for."""

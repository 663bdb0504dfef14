"""The closed lists of words that packs, preferences and commands share.

Apart from the models, so that the first frame and the commands need no pydantic for them.
"""

from typing import Literal

Contains = Literal["breath", "hold", "eyes-closed", "body", "food", "smell", "cold", "imagery"]
"""What a person may ask to leave out."""

Like = Literal[
    "wound-up",
    "angry",
    "far-away",
    "worn-down",
    "alone",
    "urge",
    "sleep",
    "hard-on-self",
    "practice",
]
"""What it is like right now, in plain answers a person picks, or just practising."""

Where = Literal["anywhere", "company", "desk", "lying"]
"""Where it can be done."""

Kind = Literal[
    "breathing",
    "senses",
    "body",
    "movement",
    "attention",
    "imagery",
    "words",
    "compassion",
    "urge-riding",
    "connection",
    "sleep",
]
"""What kind of exercise it is."""

Turns = Literal["inward", "outward"]
"""Where attention goes."""

Group = Literal[True, False, "only"]
"""Whether it is shown to groups."""

"""A guide in progress, or a line half typed, as a file holds it."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from peercompanion.kept.entries import fit

LINE = "line"
"""What the draft of one typed line is called, in front of the place where it was typed."""

Answer = str | int | list[str]
"""What one step was answered with."""


@dataclass(frozen=True)
class Draft:
    """A guide in progress: enough to go on from where it was."""

    item: str
    """The full id of the guide, such as `core/long-exhale`; it has one draft at most."""
    small: bool
    at: datetime.datetime
    """When it was begun; aware of its zone."""
    step: str
    """The id of the step that was on the screen."""
    answers: Mapping[str, Answer] = field(default_factory=dict)
    """Answers so far by step id, without those that are never written down."""


def read(table: dict[str, Any]) -> Draft:
    """Read a draft; `ValueError` when it is not one."""
    match fit(table):
        case {
            "item": str(item),
            "small": bool(small),
            "at": datetime.datetime(tzinfo=datetime.tzinfo()) as at,
            "step": str(step),
            "answers": dict(answers),
        } if all(_is_answer(answer) for answer in answers.values()):
            return Draft(item, small, at, step, answers)
        case _:
            raise ValueError("not a draft")


def _is_answer(value: object) -> bool:
    lines = value if isinstance(value, list) else []
    return isinstance(value, str | int | list) and all(isinstance(line, str) for line in lines)

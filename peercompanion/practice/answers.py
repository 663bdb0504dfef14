"""Answers a person gives to steps, and texts that take them up."""

import re
from collections.abc import Mapping

from peercompanion.packs.models.steps import AnyStep, Ask, ListLines, Notice, Pick, Rate

Answer = str | int | tuple[str, ...]
"""Typed text, a rating 0-10 or a count, or several lines or options."""

_NAMED = re.compile(r"\{([a-z0-9_-]+)\}")


def lines_of(value: Answer) -> tuple[str, ...]:
    """An answer as lines, empty ones left out."""
    lines = value if isinstance(value, tuple) else (str(value),)
    return tuple(line for line in lines if line)


def fits(step: AnyStep, value: Answer) -> bool:
    """Tell whether a value is an answer to this kind of step."""
    match step:
        case Rate():
            return value == "" or (isinstance(value, int) and 0 <= value <= 10)
        case Ask():
            return isinstance(value, str)
        case ListLines() | Pick():
            return isinstance(value, tuple) and len(value) <= step.most
        case Notice():
            many = value if isinstance(value, int) else len(value)
            return not isinstance(value, str) and 0 <= many <= step.n
        case _:
            return False


def filled(text: str, names: Mapping[str, str], answers: Mapping[str, Answer]) -> str:
    """Fill `{names}` and `{step-id}` into a text, once: an answer is never a template itself."""

    def fill(match: re.Match[str]) -> str:
        name = match[1]
        if name in names:
            return names[name]
        return ", ".join(lines_of(answers.get(name, ()))) or "…"

    return _NAMED.sub(fill, text)

"""Answers a person gives to steps, and texts that take them up."""

import re
from collections.abc import Iterable, Mapping

from peercompanion.packs.models.steps import AnyStep, Ask, ListLines, Notice, Pick, Rate

Answer = str | int | tuple[str, ...]
"""Typed text, a rating 0-10 or a count, or several lines or options."""

SEVERAL = 12
"""Lines an open question of several lines can hold."""

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


def in_words(steps: Iterable[AnyStep], answers: Mapping[str, Answer]) -> dict[str, Answer]:
    """The answers as a person would say them: an option's text instead of its id."""
    said = dict(answers)
    for step in steps:
        if isinstance(step, Pick) and step.options and step.id in said:
            texts = {option.id: option.text for option in step.options}
            said[step.id] = tuple(texts.get(line, line) for line in lines_of(said[step.id]))
    return said


def nothing(step: AnyStep) -> Answer:
    """What takes an answer to this kind of step back."""
    return () if isinstance(step, ListLines | Pick | Notice) else ""


def room_for_lines(step: AnyStep) -> int:
    """How many typed lines an answer to this step can hold; 0 where nothing is typed."""
    match step:
        case Ask():
            return SEVERAL if step.several else 1
        case ListLines():
            return step.most
        case Pick():
            return step.most if step.own else 0
        case Notice():
            return step.n
        case _:
            return 0


def room_left(step: AnyStep, given: Answer | None) -> int:
    """How many more typed lines an answer can hold."""
    match given:
        case str():
            held = len(given.split("\n"))
        case tuple():
            held = len(given)
        case _:
            held = given or 0
    return room_for_lines(step) - held


def with_line(step: AnyStep, given: Answer | None, line: str) -> Answer:
    """An answer with one more typed line; where there is room for one only, that line instead."""
    if isinstance(step, Ask):
        return f"{given}\n{line}" if step.several and given else line
    if isinstance(step, Pick) and step.most == 1:
        return (line,)
    lines = given if isinstance(given, tuple) else ("",) * (given if isinstance(given, int) else 0)
    return (*lines, line)[: room_for_lines(step)]


def toggled(step: AnyStep, given: Answer | None, option: str) -> Answer:
    """A choice with an option taken, or put back; where there is room for one, that one alone."""
    if isinstance(step, Ask):
        if not step.several:
            return option
        return "\n".join(_toggled(given.split("\n") if isinstance(given, str) else (), option))
    most = step.most if isinstance(step, Pick | ListLines) else 0
    picked = given if isinstance(given, tuple) and most > 1 else ()
    return _toggled(picked, option)[:most]


def _toggled(lines: Iterable[str], line: str) -> tuple[str, ...]:
    held = tuple(each for each in lines if each)
    without = tuple(each for each in held if each != line)
    return without if without != held else (*held, line)


def nudged(given: Answer | None, by: int) -> int:
    """A rating one up or down; the first nudge begins in the middle."""
    return min(max(given + by, 0), 10) if isinstance(given, int) else 5


def with_digit(given: Answer | None, digit: int) -> int:
    """A rating by digits: 1 and then 0 is ten."""
    return 10 if digit == 0 and given == 1 else digit

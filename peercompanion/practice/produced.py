"""What a guide leaves when it ends or is left: its record, and lines that can go somewhere.

A step, a strength, a person, a line of the plan: each goes where it belongs with one key, once
the person says so. What a step promised never to write down is not among them.
"""

import datetime
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from peercompanion.language import _
from peercompanion.packs.models.guides import CheckIn, Tool
from peercompanion.packs.models.steps import Asking, ListLines, Naming, Pick, Rate
from peercompanion.practice import keeping, marks, records, writing
from peercompanion.practice.answers import Answer, in_words, lines_of
from peercompanion.practice.contacts import Contact
from peercompanion.practice.days import Days
from peercompanion.practice.goals import Goal, Step
from peercompanion.practice.plan import STEADY, WELL, Part, Written, with_line
from peercompanion.practice.player import Player
from peercompanion.practice.records import Record, plain

OF_A_STEP = {"when": "when", "hard-day": "small", "if-then": "if_then", "how-sure": "sure"}
"""Steps of a guide whose answers belong to the small step it gives, by their ids."""
WITH_MARKS = ("person", "place")
"""What says for itself what it is for; the marks of a line go there."""


@dataclass(frozen=True)
class Line:
    """One line that can go somewhere."""

    text: str
    gives: str
    """Where: `step`, `goal`, `strength`, `person`, `place`, `good-day`, `plan:<section>`."""
    asked: str
    """Id of the step it answers."""
    marks: tuple[str, ...] = ()
    """What a person or place is for; on other lines, marks stay among the words."""


def lines(player: Player) -> list[Line]:
    """The lines of a walk that can go somewhere, in their order, each once."""
    said = in_words(player.steps, player.kept_answers(said_so=True))
    found = [
        _line(text, step)
        for step in player.steps
        if isinstance(step, Asking) and step.gives
        for answer in lines_of(said.get(step.id, ()))
        for text in answer.split("\n")
        if text.strip()
    ]
    return list(dict.fromkeys(found))


def _line(said: str, step: Asking) -> Line:
    gives = step.gives or ""
    if gives in WITH_MARKS and isinstance(step, ListLines):
        words, carried = marks.split(said, step.marks)
        return Line(words, gives, step.id, carried)
    return Line(said, gives, step.id)


def named_in(player: Player, step: Naming) -> list[str]:
    """Whom or what this very walk has named already and this step asks for."""
    others = (line for line in lines(player) if line.asked != step.id)
    return [line.text for line in others if line.gives == step.asks_for]


def known(line: Line, days: Days) -> bool:
    """Whether it is already where it would go."""
    if line.gives in WITH_MARKS:
        there = _contact(line, days)
        return there is not None and there.what_for == _what_for(line, there)
    if line.gives in days.named:
        return line.text in days.texts(line.gives)
    if line.gives.startswith("plan:"):
        part = _part(line, days, lambda _section: STEADY)
        return any(each.text == line.text for each in part.lines)
    return False


def where(line: Line, section_title: Callable[[str], str]) -> str:
    """Where a line would go, in words; a section of a plan by its title."""
    return {
        "step": _("as a small step"),
        "goal": _("as a goal"),
        "strength": _("to my strengths"),
        "person": _("to my people"),
        "place": _("to my places"),
        "good-day": _("into the good days box"),
    }.get(line.gives) or _("to {part}").format(part=section_title(line.gives.partition(":")[2]))


def record(
    line: Line,
    player: Player,
    days: Days,
    *,
    new_id: Callable[[str], str],
    at: datetime.datetime,
    plan_of: Callable[[str], str],
) -> Record:
    """Put a line where it belongs.

    Args:
        line: The line.
        player: The walk it comes from; what was said of a small step goes along with it.
        days: What is there.
        new_id: Makes an id of a kind.
        at: When.
        plan_of: The full id of the plan a section is in.
    """
    if line.gives == "step":
        return keeping.step(_step(line, player, days, new_id("step")), at)
    if line.gives == "goal":
        told = in_words(player.steps, player.answers)
        matters = " ".join(lines_of(told.get("matters", "")))
        return keeping.goal(Goal(new_id("goal"), line.text, matters), at)
    if line.gives == "strength":
        return keeping.strength(line.text, record_id=new_id("strength"), at=at)
    if line.gives in WITH_MARKS:
        last, today = len(days.plans.contacts), at.date()
        new = Contact(new_id(line.gives), line.text, order=last, looked_at=today)
        there = _contact(line, days) or new
        return writing.contact(replace(there, what_for=_what_for(line, there)), at)
    if line.gives == "good-day":
        return keeping.line(line.text, record_id=new_id(""), at=at)
    part = with_line(_part(line, days, plan_of), Written(line.text))
    return writing.part(part, at)


def _contact(line: Line, days: Days) -> Contact | None:
    """The person or place a line names, where they are known."""
    known = (one for one in days.plans.people() if one.id.startswith(f"{line.gives}:"))
    return next((one for one in known if one.name == line.text), None)


def _what_for(line: Line, there: Contact) -> str:
    """What they are for: what was known, and the marks of the line after it."""
    new = [mark for mark in line.marks if mark not in there.what_for.split(", ")]
    return ", ".join(filter(None, [there.what_for, *new]))


def _part(line: Line, days: Days, plan_of: Callable[[str], str]) -> Part:
    """The part of a plan a line goes to."""
    section = line.gives.partition(":")[2]
    plan = plan_of(section)
    id_ = f"{'wellness' if plan == WELL else 'plan'}:{section}"
    return days.plans.parts.get(id_, Part(id_, plan))


def _step(line: Line, player: Player, days: Days, id_: str) -> Step:
    """A small step with what was said of it, toward the goal that was kept from the same walk."""
    told: Mapping[str, Answer] = in_words(player.steps, player.kept_answers(said_so=True))
    fields: dict[str, str | int] = {}
    for asked, name in OF_A_STEP.items():
        answer = told.get(asked, told.get(f"small-{asked}"))
        if asked in line.asked or answer in (None, "", ()) or answer is None:
            continue
        fields[name] = answer if isinstance(answer, int) else " ".join(lines_of(answer))
    toward = [each.text for each in lines(player) if each.gives == "goal"]
    goal = next((one.id for one in days.goals.values() if one.text in toward), "")
    return Step(id_, line.text, goal=goal, **fields)  # type: ignore[arg-type]


def left_by(
    player: Player,
    item: str,
    *,
    record_id: str,
    at: datetime.datetime,
    like: str | None,
    said_so: bool = False,
) -> Record:
    """Say what a walk leaves: an exercise was practised, a tool used, a check-in made.

    Args:
        player: The walk, at its end or where it was left.
        item: The full id of the guide.
        record_id: The id of the record.
        at: When it ended.
        like: What it was like, where the person said so.
        said_so: The person said to keep what they wrote.
    """
    kept = player.kept_answers(said_so=said_so)
    if isinstance(player.guide, Tool):
        return records.ToolUsed(
            id=record_id,
            at=at,
            day=at.date(),
            item=item,
            small=player.small,
            left_early=not player.finished,
            answers=plain(kept),
        )
    if isinstance(player.guide, CheckIn):
        return _check_in(player, item, kept, record_id, at)
    return records.practised(player, item, record_id=record_id, at=at, like=like)


def _check_in(
    player: Player, item: str, kept: Mapping[str, Answer], record_id: str, at: datetime.datetime
) -> records.CheckIn:
    rest = dict(kept)
    rated: dict[str, int] = {}
    words: list[str] = []
    for step in player.steps:
        answer = kept.get(step.id)
        if isinstance(step, Rate) and step.scale in ("storm", "energy") and isinstance(answer, int):
            rated[step.scale] = answer
            rest.pop(step.id)
        elif isinstance(step, Pick) and step.words == "feelings" and isinstance(answer, tuple):
            words += answer
            rest.pop(step.id)
    return records.CheckIn(
        id=record_id,
        at=at,
        day=at.date(),
        item=item,
        storm=rated.get("storm"),
        energy=rated.get("energy"),
        words=words,
        answers=plain(rest),
    )

"""What a person did, as records: what `practice` makes and `kept` writes down.

A record says what happened, never how good it was.
"""

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Annotated, Literal

from pydantic import (
    AwareDatetime,
    BaseModel,
    ConfigDict,
    Field,
    SerializerFunctionWrapHandler,
    model_serializer,
)

from peercompanion.practice.goals import Landed
from peercompanion.practice.routine import State

if TYPE_CHECKING:
    from peercompanion.practice.answers import Answer
    from peercompanion.practice.player import Player

Ease = Literal["easier", "same", "harder"]
"""How it was afterwards; "rather not say" is no answer and is not kept."""

Rating = Annotated[int, Field(ge=0, le=10, strict=True)]
Weekday = Annotated[int, Field(ge=0, le=6, strict=True)]


class Record(BaseModel):
    """What all records share. Keys this version does not know are carried along."""

    model_config = ConfigDict(frozen=True, extra="allow", defer_build=True)

    id: str
    """A ULID, or the natural key of a thing that exists once, such as `goal:…`."""
    at: AwareDatetime
    day: datetime.date
    """The local day it belongs to; stored, so that travel never moves it."""


class Practised(Record):
    """An exercise that was practised, whole or a little."""

    kind: Literal["practised"] = "practised"
    item: str
    """The full id of what was practised, such as `core/long-exhale`."""
    small: bool = False
    like: str | None = None
    """What it was like, where the person said so (`packs.models.fields.Like`)."""
    before: Rating | None = None
    after: Rating | None = None
    ease: Ease | None = None
    left_early: bool = False
    pace: float = 0
    """Seconds added to each in- and out-breath."""
    answers: dict[str, str | int | list[str]] = Field(default_factory=dict)
    """Kept answers by step id."""


class Mark(Record):
    """How one item of a chart went on a day: `mark:<chart>/<item>:<day>`."""

    kind: Literal["mark"] = "mark"
    chart: str
    item: str
    state: State


class DayKind(Record):
    """What kind of day it is: `day:<day>`."""

    kind: Literal["day"] = "day"
    small: bool = False
    chart: str = ""
    """The chart chosen for this day."""


class Away(Record):
    """Days off, from its day on: `away:<from>`. Ended early, `until` moves; before `day`: none."""

    kind: Literal["away"] = "away"
    until: datetime.date


class CheckIn(Record):
    """The weather inside."""

    kind: Literal["checkin"] = "checkin"
    item: str | None = None
    """The full id of the check-in, where it was a pack's."""
    storm: Rating | None = None
    """0 calm to 10 as rough as it gets for this person."""
    words: list[str] = Field(default_factory=list)
    energy: Rating | None = None
    questions: list[str] = Field(default_factory=list)
    """The open questions the person picked."""
    answers: dict[str, str | int | list[str]] = Field(default_factory=dict)
    """What was written, by question or by step id."""


class ChartItem(BaseModel):
    """An item of a chart, as in `practice.routine.Item`."""

    model_config = ConfigDict(frozen=True, extra="allow", defer_build=True)

    id: str
    text: str
    small: str = ""
    block: str = ""
    exercise: str = ""
    contains: list[str] = Field(default_factory=list)
    weekdays: list[Weekday] = Field(default_factory=list)
    time: str = ""
    retired: bool = False

    @model_serializer(mode="wrap")
    def _only_what_is_said(self, whole: SerializerFunctionWrapHandler) -> dict[str, object]:
        return {name: value for name, value in whole(self).items() if value}


class Chart(Record):
    """A routine chart of the person's own: `chart:<id>`, as in `practice.routine.Chart`."""

    kind: Literal["chart"] = "chart"
    title: str
    items: list[ChartItem]
    anchor: str = ""
    caution: str = ""
    weekdays: list[Weekday] = Field(default_factory=list)
    since: datetime.date
    chosen: str = ""
    retired: bool = False


class Checklist(Record):
    """The person's own lines of a wellness checklist: `checklist:<full id>`."""

    kind: Literal["checklist"] = "checklist"
    checklist: str
    own: list[str] = Field(default_factory=list)


class Ticked(Record):
    """A line of a checklist that fit on a day: `ticked:<checklist>/<item>:<day>`."""

    kind: Literal["ticked"] = "ticked"
    checklist: str
    item: str = ""
    """Id of the line or, for one of the person's own, its words; empty for the closing note."""
    on: bool = True
    note: str = ""


class Goal(Record):
    """What a person wants more of, or less of: `goal:<ulid>`."""

    kind: Literal["goal"] = "goal"
    text: str
    matters: str = ""
    over: bool = False


class Step(Record):
    """A small step: `step:<ulid>`, as in `practice.goals.Step`."""

    kind: Literal["step"] = "step"
    text: str
    small: str = ""
    when: str = ""
    if_then: str = ""
    sure: Rating | None = None
    on_day: datetime.date | None = None
    goal: str = ""
    landed: Landed | Literal[""] = ""
    landed_on: datetime.date | None = None


class Line(Record):
    """A strength (`strength:<ulid>`), a line worth keeping, or what has helped a supporter."""

    kind: Literal["strength", "good-day", "helped"]
    text: str


class Named(Record):
    """A person or place, as in `practice.contacts.Contact`: `person:<ulid>`, `place:<ulid>`."""

    kind: Literal["person", "place"]
    name: str
    what_for: str = ""
    how: str = ""
    best_times: list[str] = Field(default_factory=list)
    asked: bool = False
    private: bool = False
    order: int = 0
    looked_at: datetime.date | None = None


class PlanPart(Record):
    """What a person wrote to one part of a plan, as in `practice.plan.Part`.

    `plan:<section>`, or `wellness:<section>` for what keeps them well.
    """

    kind: Literal["plan", "wellness"]
    plan: str
    title: str = ""
    order: int | None = None
    hidden: bool = False
    private: bool | None = None
    look_again: datetime.date | None = None
    lines: list[dict[str, str | bool]] = Field(default_factory=list)
    """As in `practice.plan.Written`, without what is empty."""


class AfterCare(Record):
    """The one wish a walk through the plan may leave: to be offered the after-care list, once."""

    kind: Literal["after-care"] = "after-care"
    offer: bool


class ToolUsed(Record):
    """A guided tool that was walked through, whole or a little."""

    kind: Literal["tool"] = "tool"
    item: str
    small: bool = False
    left_early: bool = False
    answers: dict[str, str | int | list[str]] = Field(default_factory=dict)
    """Kept answers by step id."""


class AgreedLine(BaseModel):
    """One line of a summary, and whose words it is."""

    model_config = ConfigDict(frozen=True, extra="allow", defer_build=True)

    text: str
    whose: Literal["mine", "ours", "theirs"] = "mine"


class Summary(Record):
    """What two people agreed on in a talk, line by line. It belongs to the person."""

    kind: Literal["summary"] = "summary"
    lines: list[AgreedLine] = Field(default_factory=list)


class Led(Record):
    """A guide that a supporter led, where the session log is on. It names nobody."""

    kind: Literal["led"] = "led"
    item: str
    """The full id of what was led."""
    minutes: int
    group: bool = False


KINDS: dict[str, type[Record]] = {
    "practised": Practised,
    "mark": Mark,
    "day": DayKind,
    "away": Away,
    "checkin": CheckIn,
    "chart": Chart,
    "checklist": Checklist,
    "ticked": Ticked,
    "goal": Goal,
    "step": Step,
    "strength": Line,
    "good-day": Line,
    "helped": Line,
    "led": Led,
    "person": Named,
    "place": Named,
    "tool": ToolUsed,
    "plan": PlanPart,
    "wellness": PlanPart,
    "after-care": AfterCare,
    "summary": Summary,
}
"""Every kind of record this version writes."""


def practised(
    player: "Player", item: str, *, record_id: str, at: datetime.datetime, like: str | None
) -> Practised:
    """Say what a walk through an exercise leaves, before anything is asked about it.

    Args:
        player: The walk, at its end or where it was left.
        item: The full id of the exercise.
        record_id: The id of the record.
        at: When it ended, aware of its zone.
        like: What it was like, where the person said so.
    """
    return Practised(
        id=record_id,
        at=at,
        day=at.date(),
        item=item,
        small=player.small,
        like=like,
        left_early=not player.finished,
        pace=player.pace,
        answers=plain(player.kept_answers(said_so=False)),
    )


def plain(answers: "Mapping[str, Answer]") -> dict[str, str | int | list[str]]:
    """Answers as a file holds them."""
    return {
        name: list(value) if isinstance(value, tuple) else value for name, value in answers.items()
    }


def from_file(answers: "Mapping[str, str | int | list[str]]") -> "dict[str, Answer]":
    """Answers as the player takes them."""
    return {
        name: tuple(value) if isinstance(value, list) else value for name, value in answers.items()
    }

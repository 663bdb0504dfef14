"""Guides: lists of steps. Exercises, tools, check-ins and session agendas are all guides."""

from typing import Annotated, Literal

from pydantic import Field, Strict

from peercompanion.packs.models.fields import Flag, Line, Ref, Slug, Text
from peercompanion.packs.models.items import Item
from peercompanion.packs.models.steps import AnyStep
from peercompanion.packs.vocabulary import Contains, Group, Kind, Like, Turns, Where

Steps = Annotated[tuple[AnyStep, ...], Field(min_length=1, max_length=40)]
Minutes = Annotated[int, Strict(), Field(ge=1, le=120)]


class Guide(Item):
    """Anything that is walked through step by step."""

    minutes: Minutes
    small_minutes: Minutes = 1
    helps: Text
    """When it may help, in one or two sentences."""
    first_line: Line | None = None
    """The one line of caution shown before the first step, 20 words at most."""
    cautions: tuple[Slug, ...] = ()
    """Ids in `words/cautions.toml`; read under `i`."""
    more: Text | None = None
    """What else is good to know first; read under `i`."""
    contains: tuple[Contains, ...] = ()
    """What the whole guide rests on and a person may ask to leave out."""
    instead: Ref | None = None
    """The other way, one key away: an exercise that is not about the breath or the body."""
    group: Group = True
    live: Text | None = None
    """Words for the supporter who leads it."""
    grade: Literal["A", "B", "C", "D"] | None = None
    """How good the evidence is; for reviewers, never shown."""
    evidence: Text | None = None
    after: Text | None = None
    """What is offered at the end, after the last step."""
    step: Steps
    small: Annotated[tuple[AnyStep, ...], Field(max_length=40)] = ()
    """The small version: an equal choice."""


class Exercise(Guide):
    """A coping skill to practise."""

    kind: Kind
    for_: Annotated[tuple[Like, ...], Field(alias="for", min_length=1)]
    where: Annotated[tuple[Where, ...], Field(min_length=1)]
    turns: Turns
    """After "harder" only outward ways are offered."""
    replaces: Ref | None = None
    """The exercise this one is an adaptation of."""


class Tool(Guide):
    """A guided worksheet, such as weighing a choice."""

    limits: Text | None = None
    """What it is not for; shown as its first screen."""


class CheckIn(Guide):
    """A few questions about how it is."""


class Session(Guide):
    """An agenda for a peer session: each step has a title, seconds, a text and a private note."""

    live_only: Flag = False
    """Led from a console alone; a person's own app does not list it."""

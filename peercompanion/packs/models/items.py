"""What every item has, and the items that are not guides: charts, checklists, the plan."""

import datetime
from typing import Annotated, Literal

from pydantic import Field

from peercompanion.packs.models.fields import (
    Contains,
    Count,
    Flag,
    Line,
    Link,
    Model,
    Named,
    Ref,
    Slug,
    Text,
)


class Item(Model):
    """What every item of a pack may say about itself."""

    title: Line
    source: tuple[Line, ...] = ()
    """Ids of the sources listed in the pack's README."""
    by: Line | None = None
    """Who wrote it; without it, the pack's authors."""
    peer_reviewed: tuple[Line, ...] = ()
    """Names of peers who reviewed it; none is shown as "not yet"."""
    reviewed: datetime.date | None = None
    license: Line | None = None
    """An SPDX id where it differs from the pack's."""
    hidden: Flag = False
    """Left out of lists and suggestions; opened by its id alone."""


class Block(Model):
    """A part of the day in a routine chart."""

    id: Slug
    title: Line
    when: Line | None = None


class RoutineItem(Model):
    """One thing to do, and its small version for a hard day."""

    id: Slug
    block: Slug
    text: Line
    small: Line
    exercise: Ref | None = None
    contains: tuple[Contains, ...] = ()


class Routine(Item):
    """A routine chart: a menu for one day."""

    for_whom: Text
    anchor: Line | None = None
    """The one thing that holds the day, most often a wake time."""
    caution: Text | None = None
    block: Annotated[tuple[Block, ...], Field(min_length=1)]
    item: Annotated[tuple[RoutineItem, ...], Field(min_length=1)]


class ChecklistItem(Model):
    """A short sentence a person can say about themselves."""

    id: Slug
    text: Text
    offer: Link | None = None
    """What to open for "I would like more of this"."""
    contains: tuple[Contains, ...] = ()


class Checklist(Item):
    """A wellness checklist: for noticing, never for grading."""

    when: Text
    intro: Text | None = None
    item: Annotated[tuple[ChecklistItem, ...], Field(min_length=1)]
    red_flags: tuple[Text, ...] = ()
    close: Text
    """The one question at the end."""


class Level(Model):
    """One kind of weather in the plan's signs."""

    id: Slug
    label: Line
    examples: tuple[Line, ...] = ()


class PlanSection(Model):
    """One part of the support plan, written one prompt at a time."""

    id: Slug
    title: Line
    prompt: Text
    examples: tuple[Line, ...] = ()
    most: Count = 5
    levels: tuple[Slug, ...] = ()
    """Ids of `[[level]]` tables, where lines are sorted by weather."""
    fields: tuple[Literal["name", "what-for", "how", "best-times", "asked"], ...] = ()
    """What a line says about a person or place."""
    links: tuple[Link, ...] = ()
    named: Named | Literal["goal"] | None = None
    """What belongs here of all that the person has named; it can be put in with one key."""
    tip: Text | None = None
    note: Text | None = None
    private: Flag = False
    pinned: Flag = False
    optional: Flag = False
    lines: Flag = False
    """Filled in with the region's help lines."""
    own_page: Flag = False
    """Can be printed on a page of its own."""


class Plan(Item):
    """The support plan for high-stress times, or another plan of sections."""

    intro: Text
    review: Text
    storage: Text | None = None
    section: Annotated[tuple[PlanSection, ...], Field(min_length=1)]
    level: tuple[Level, ...] = ()

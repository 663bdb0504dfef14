"""The shared words of a pack: one file each in `words/`."""

from typing import Annotated

from pydantic import Field

from peercompanion.packs.models.fields import Contains, Line, Model, Named, Slug, Text

Words = tuple[Line, ...]


class Sentence(Model):
    """A text with a name."""

    id: Slug
    text: Text


class Cautions(Model):
    """Cautions that guides refer to by id."""

    caution: tuple[Sentence, ...]


class Anchor(Model):
    """The words at one point of a scale from 0 to 10."""

    at: Annotated[int, Field(ge=0, le=10, strict=True)]
    text: Line


class Scale(Model):
    """A scale from 0 to 10 in words."""

    id: Slug
    label: Line
    anchors: Annotated[tuple[Anchor, ...], Field(min_length=2)]
    note: Text | None = None


class Scales(Model):
    """All scales."""

    scale: tuple[Scale, ...]


class Family(Model):
    """Feelings words that belong together."""

    id: Slug
    title: Line
    words: Annotated[Words, Field(min_length=1)]


class Feelings(Model):
    """Feelings words, by family."""

    family: tuple[Family, ...]


class QuestionGroup(Model):
    """A part of a talk."""

    id: Slug
    title: Line


class Question(Model):
    """One open question."""

    id: Slug
    group: Slug
    text: Text
    contains: tuple[Contains, ...] = ()
    """What it touches on and a person may ask to leave out."""
    named: Named | None = None
    """Whom or what it asks for: those named before can be picked with one key."""


class Questions(Model):
    """Open questions, by the part of a talk they belong to."""

    group: tuple[QuestionGroup, ...] = ()
    question: tuple[Question, ...]


class Strengths(Model):
    """Plain strengths, each a few words."""

    items: Annotated[Words, Field(min_length=1)]


class DangerCard(Model):
    """What to do in one kind of danger: short and direct."""

    id: Slug
    title: Line
    lines: Annotated[tuple[Text, ...], Field(min_length=1)]


class Danger(Model):
    """All danger cards, the first one for danger now."""

    card: tuple[DangerCard, ...]


class Walk(Model):
    """The sentences said while the support plan is walked through."""

    sentence: tuple[Sentence, ...]


class Swap(Model):
    """A word and a kinder one."""

    word: Line
    say: Line


class Wording(Model):
    """Words that `packs check` and the note guard look for. Whole words, any case."""

    stop: Words = ()
    """Never in a pack: an error."""
    rather_not: Words = ()
    """A warning, with a kinder word."""
    clinical: Words = ()
    private: Words = ()
    opinion: Words = ()
    swap: tuple[Swap, ...] = ()


WORDS_TYPES: dict[str, type[Model]] = {
    "cautions": Cautions,
    "feelings": Feelings,
    "scales": Scales,
    "questions": Questions,
    "strengths": Strengths,
    "danger": Danger,
    "walk": Walk,
    "wording": Wording,
}

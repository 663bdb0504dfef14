"""The ten kinds of step that every guide is made of."""

from typing import Annotated, Literal, get_args

from pydantic import Field, Strict, model_validator

from peercompanion.packs.models.fields import (
    Count,
    Flag,
    Gives,
    Keep,
    Line,
    Link,
    Model,
    Named,
    Seconds,
    Slug,
    Text,
)
from peercompanion.packs.vocabulary import Contains, Group


class Step(Model):
    """What all kinds of step share."""

    id: Slug
    title: Line | None = None
    """A short name, where the guide shows its steps as a list (a session's agenda)."""
    hint: Text | None = None
    """A quieter line below the text."""
    aloud: Text | None = None
    """The supporter's words when leading live; without it the text itself is said."""
    private: Text | None = None
    """A note only the supporter sees."""
    contains: tuple[Contains, ...] = ()
    """What only this step holds and a person may ask to leave out."""
    group: Group = True
    """Whether the step is shown to groups."""


class Asking(Step):
    """A step that takes something from the person."""

    keep: Keep = "end"
    gives: Gives | None = None


class Say(Step):
    """A text, read at one's own pace or for suggested seconds."""

    kind: Literal["say"]
    text: Text
    seconds: Seconds | None = None


class Breathe(Step):
    """Breaths to follow. Where neither in nor out is said: 4 and 6 s, starting a little quicker."""

    kind: Literal["breathe"]
    text: Text | None = None
    in_: Seconds | None = Field(default=None, alias="in")
    top_up: Seconds = 0
    hold: Seconds = 0
    out: Seconds | None = None
    rest: Seconds = 0
    rounds: Count = 12
    in_word: Line | None = None
    """Shown under the word for the in-breath, such as "slide up a finger"."""
    out_word: Line | None = None
    """Shown under the word for the out-breath."""


class Tense(Step):
    """Squeeze and let go, for each of a list of muscle groups."""

    kind: Literal["tense"]
    text: Text | None = None
    ready: Seconds = 6
    tense: Seconds = 5
    release: Seconds = 12
    groups: Annotated[tuple[Line, ...], Field(min_length=1, max_length=30)]


class Notice(Asking):
    """A number of things to notice: a key for each, or typed."""

    kind: Literal["notice"]
    text: Text
    n: Annotated[int, Strict(), Field(ge=1, le=20)]
    keep: Keep = "never"


class Wait(Step):
    """A quiet timer with a text; it can be ended any time."""

    kind: Literal["wait"]
    text: Text
    seconds: Annotated[float, Strict(), Field(gt=0, le=3600)]


class Rate(Asking):
    """A number from 0 to 10 with words at its ends, or a scale from `words/scales.toml`."""

    kind: Literal["rate"]
    text: Text
    scale: Slug | None = None
    low: Line | None = None
    high: Line | None = None


class Naming(Asking):
    """A step that may ask for someone or something the person has named before."""

    named: Named | None = None
    """Whom or what it asks for: those named before have a key each. Without it, as `gives` says."""

    @property
    def asks_for(self) -> str:
        """Which of `Named` it asks for; empty where it is none of them."""
        return self.named or next((kind for kind in get_args(Named) if kind == self.gives), "")


class Ask(Naming):
    """One open question, answered in one line or several."""

    kind: Literal["ask"]
    text: Text
    several: Flag = False
    """Several lines may be typed."""
    starters: tuple[Line, ...] = ()
    """Beginnings or examples a person may take up."""


class ListLines(Naming):
    """Several short lines."""

    kind: Literal["list"]
    text: Text
    most: Count = 8
    starters: tuple[Line, ...] = ()
    marks: tuple[Line, ...] = ()
    """Words a line can carry, such as "company" or "talk"."""


class Option(Model):
    """One answer to a `pick`."""

    id: Slug
    text: Line
    go: Slug | None = None
    """A later step this answer leads to; never an earlier one."""
    open: Link | None = None
    """An item this answer opens."""
    lines: Flag = False
    """This answer shows the help lines."""


class Pick(Asking):
    """One or some of a list, or of an earlier step's lines."""

    kind: Literal["pick"]
    text: Text
    options: tuple[Option, ...] = ()
    from_: Slug | None = Field(default=None, alias="from")
    """The earlier `list`, `pick` or `ask` step whose lines are offered."""
    words: Literal["feelings", "strengths"] | None = None
    """Offer a list of the pack's words instead."""
    most: Count = 1
    own: Flag = False
    """A person may add a line of their own."""

    @model_validator(mode="after")
    def _has_something_to_pick(self) -> "Pick":
        if not (self.options or self.from_ or self.words):
            raise ValueError("a pick needs `options`, `from` or `words`")
        return self


class Open(Step):
    """An offer of another item."""

    kind: Literal["open"]
    text: Text
    item: Link
    seconds: Seconds | None = None
    """Time set aside for it, in an agenda."""


AnyStep = Annotated[
    Say | Breathe | Tense | Notice | Wait | Rate | Ask | ListLines | Pick | Open,
    Field(discriminator="kind"),
]

STEP_KINDS: dict[str, type[Step]] = {
    "say": Say,
    "breathe": Breathe,
    "tense": Tense,
    "notice": Notice,
    "wait": Wait,
    "rate": Rate,
    "ask": Ask,
    "list": ListLines,
    "pick": Pick,
    "open": Open,
}

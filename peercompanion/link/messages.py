"""Every message between stage and console: a fixed schema of words, numbers and known ids.

One message is one line of JSON, 4 KiB at most. A field that is not named here is refused, and so
is a message that is not. The one free text is the board: lines the supporter shows on purpose.
"""

import hashlib
import hmac
import secrets
from typing import Annotated, Literal, TypeVar

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, TypeAdapter, ValidationError
from pydantic.functional_validators import AfterValidator

from peercompanion.link.vocabulary import Base, Card, Cover, Lead, Motion, StageTheme, What
from peercompanion.packs.models.fields import Slug
from peercompanion.packs.vocabulary import Contains
from peercompanion.text import unfit

MOST_BYTES = 4096
"""Of one message, its line end among them."""
MOST_LINES = 7
"""Lines the stage shows at once."""
WIDEST = 40
"""Cells of one of them."""


def _showable(line: str) -> str:
    if unfit(line) or "\n" in line or "\t" in line:
        raise ValueError("a line of the board holds what no screen may show")
    return line


ItemId = Annotated[
    str,
    StringConstraints(
        pattern=r"^(exercise|tool|session):[a-z0-9]+(-[a-z0-9]+)*/[a-z0-9]+(-[a-z0-9]+)*$",
        max_length=130,
    ),
]
"""A guide by its type and full id, such as `exercise:core/long-exhale`."""
Region = Annotated[str, StringConstraints(pattern=r"^[A-Z]{2}(-[A-Z0-9]{1,3})?$")]
BoardLine = Annotated[
    str, StringConstraints(min_length=1, max_length=WIDEST), AfterValidator(_showable)
]
Board = Annotated[tuple[BoardLine, ...], Field(max_length=MOST_LINES)]
Hex = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]+$", min_length=8, max_length=64)]
Number = Annotated[int, Field(ge=0, lt=2**53)]
Seconds = Annotated[float, Field(ge=0, le=1e7, allow_inf_nan=False)]
PythonName = Annotated[str, StringConstraints(pattern=r"^[A-Za-z_][A-Za-z0-9_.]{0,79}$")]


class Message(BaseModel):
    """What all messages share: nothing unknown, nothing bent into shape, nothing changed."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)


class Scene(Message):
    """The whole state of the stage, enough to stand there again."""

    base: Base = "neutral"
    card: Card = ""
    cover: Cover = ""
    lead: Lead = "screen"
    group: bool = False
    theme: StageTheme = "dusk"
    motion: Motion = "gentle"
    regions: Annotated[tuple[Region, ...], Field(max_length=3)] = ()
    without: Annotated[tuple[Contains, ...], Field(max_length=8)] = ()
    item: ItemId | None = None
    small: bool = False
    step: Slug | None = None
    part: Number = 0
    """Which part of a text that takes more than one card, counted from 0."""
    parts: Number = 1
    started: bool = False
    """The pacer of this step was started."""
    playing: bool = False
    """It moves right now."""
    cue: Literal[
        "", "count-in", "in", "top-up", "hold", "out", "rest", "ready", "tense", "release"
    ] = ""
    left: Seconds = 0.0
    """Seconds of all pacers still to come."""
    pace: Annotated[float, Field(ge=-10, le=10)] = 0.0
    noticed: Number = 0
    board: Board = ()
    alone: bool = False
    """It lost its console and holds the card."""


# What the console asks for. `n` counts up: a number that was there before is refused.


class Do(Message):
    """Do what a key does."""

    kind: Literal["do"] = "do"
    n: Number
    what: What


class Jump(Message):
    """Go to a guide, at its consent card or at a step."""

    kind: Literal["jump"] = "jump"
    n: Number
    item: ItemId
    small: bool = False
    step: Slug | None = None
    part: Number = 0


class Choose(Message):
    """Say who leads, for whom, and how it looks. What is None stays as it is."""

    kind: Literal["choose"] = "choose"
    n: Number
    lead: Lead | None = None
    group: bool | None = None
    theme: StageTheme | None = None
    motion: Motion | None = None
    regions: Annotated[tuple[Region, ...], Field(max_length=3)] | None = None
    without: Annotated[tuple[Contains, ...], Field(max_length=8)] | None = None


class Show(Message):
    """Show these lines of the board, and no others."""

    kind: Literal["show"] = "show"
    n: Number
    lines: Board


class Take(Message):
    """Take over from another console."""

    kind: Literal["take"] = "take"
    n: Number


class Restore(Message):
    """Stand again as before the stage was restarted."""

    kind: Literal["restore"] = "restore"
    n: Number
    scene: Scene


class Beat(Message):
    """Still here."""

    kind: Literal["beat"] = "beat"
    n: Number


# Shaking hands. The token itself never travels, and what was recorded is worth nothing.


class Greeting(Message):
    """The stage's first word, to be answered."""

    kind: Literal["greeting"] = "greeting"
    nonce: Hex


class Hello(Message):
    """The console's answer."""

    kind: Literal["hello"] = "hello"
    nonce: Hex
    proof: Hex


class Welcome(Message):
    """The stage knows the token as well."""

    kind: Literal["welcome"] = "welcome"
    proof: Hex


class Snapshot(Message):
    """What is on the stage, whole."""

    kind: Literal["snapshot"] = "snapshot"
    n: Number
    stage: Hex
    """Which start of the stage this is."""
    did: Number
    """The last of this console's messages that was done."""
    driver: bool
    """This console leads."""
    fresh: bool
    """Nothing was shown yet since the stage began."""
    version: Hex | Literal[""]
    """Of the guide's words, so that both sides speak of the same ones."""
    columns: Number = 80
    """Of the stage's window."""
    scene: Scene


class Fault(Message):
    """Something went wrong on the stage: what kind of error, and where. No words of anybody's."""

    kind: Literal["fault"] = "fault"
    n: Number
    error: PythonName
    where: PythonName
    line: Number


T = TypeVar("T")
Intent = Do | Jump | Choose | Show | Take | Restore | Beat
Told = Snapshot | Fault

FROM_CONSOLE: TypeAdapter[Intent] = TypeAdapter(Annotated[Intent, Field(discriminator="kind")])
FROM_STAGE: TypeAdapter[Told] = TypeAdapter(Annotated[Told, Field(discriminator="kind")])
GREETING: TypeAdapter[Greeting] = TypeAdapter(Greeting)
HELLO: TypeAdapter[Hello] = TypeAdapter(Hello)
WELCOME: TypeAdapter[Welcome] = TypeAdapter(Welcome)


class Refused(Exception):  # noqa: N818 (says what happened)
    """A message that is none. `str()` of it names the kind of trouble, never what was in it."""


def encoded(message: Message) -> bytes:
    """Write a message as one line."""
    line = message.model_dump_json(exclude_none=True).encode() + b"\n"
    if len(line) > MOST_BYTES:
        raise Refused("too long")
    return line


def decoded(line: bytes, kind: TypeAdapter[T]) -> T:
    """Read a line.

    Raises:
        Refused: It is too long, not whole, or not one of these messages.

    """
    if len(line) > MOST_BYTES or not line.endswith(b"\n"):
        raise Refused("too long or cut off")
    try:
        return kind.validate_json(line)
    except ValidationError as error:
        raise Refused(f"not a message: {error.errors()[0]['type']}") from None


def nonce() -> str:
    """128 bits nobody can guess, as hex."""
    return secrets.token_hex(16)


def proof(token: str, side: Literal["stage", "console"], asked: str) -> str:
    """Show that one knows the token, without saying it."""
    return hmac.new(token.encode(), f"{side} {asked}".encode(), hashlib.sha256).hexdigest()


def proven(shown: str, token: str, side: Literal["stage", "console"], asked: str) -> bool:
    """Whether the other side knows the token."""
    return hmac.compare_digest(shown, proof(token, side, asked))

"""Help lines and community resources, each with its source and the day it was checked."""

import datetime
from typing import Annotated, Literal

from pydantic import Field, StringConstraints, model_validator

from peercompanion.packs.models.fields import Flag, Line, Model, Text
from peercompanion.packs.models.items import Item

Number = Annotated[str, StringConstraints(pattern=r"^[0-9+() ./-]+$", max_length=30)]
Address = Annotated[str, StringConstraints(pattern=r"^https://[!-~]+$", max_length=300)]
Region = Annotated[str, StringConstraints(pattern=r"^([A-Z]{2}(-[A-Z0-9]{1,3})?|EU|WORLD)$")]
"""A country (ISO 3166-1), a part of one, `EU`, or `WORLD`."""
Clock = Annotated[str, StringConstraints(pattern=r"^([01][0-9]|2[0-3]):[0-5][0-9]$|^24:00$")]


Days = Annotated[str, StringConstraints(pattern=r"^(daily|[a-z]{3}(-[a-z]{3})?)$")]


class Way(Model):
    """One way to reach a line: exactly one of call, text, chat, web, tty or whatsapp."""

    call: Number | None = None
    text: Number | None = None
    chat: Address | None = None
    web: Address | None = None
    tty: Number | None = None
    whatsapp: Line | None = None
    word: Line | None = None
    """What to write in the text message, such as `HOME`."""
    note: Line | None = None
    """What to do then, such as "Spanish: press 2"."""

    @model_validator(mode="after")
    def _is_one_way(self) -> "Way":
        ways = (self.call, self.text, self.chat, self.web, self.tty, self.whatsapp)
        if sum(way is not None for way in ways) != 1:
            raise ValueError("a way is exactly one of call, text, chat, web, tty or whatsapp")
        return self


class Hours(Model):
    """Days and times a line is open, in the resource's zone."""

    days: Days
    from_: Clock = Field(alias="from")
    to: Clock


class Resource(Item):
    """A help line or a place to turn to."""

    region: Region
    role: Literal["emergency", "crisis", "warm", "support", "directory"]
    """What it is for: danger now; a crisis; a talk before one; a kind of help; a list of lines."""
    main: Flag = False
    """The first of its role in its region; `{crisis}` names the main crisis line."""
    general: Flag = False
    """It is for anyone: listed before lines for some people or one kind of trouble."""
    ways: Annotated[tuple[Way, ...], Field(min_length=1)]
    always: Flag = False
    """Open day and night."""
    open: tuple[Hours, ...] = ()
    hours: Line | None = None
    """Hours in words, where they are not simple times or not known."""
    zone: Line | None = None
    """An IANA time zone, where `open` is given."""
    who: Text
    """Who may turn to it and what for."""
    languages: tuple[Line, ...] = ()
    language_note: Line | None = None
    cost: Line | None = None
    expect: Text | None = None
    """What happens when you call."""
    first_words: Text | None = None
    not_for: Text | None = None
    """What it is not, such as "not a crisis line"."""
    checked: datetime.date
    seen: Line | None = None
    """The date of the page that was seen, in words."""
    status: Literal["owner", "second"]
    """Seen on the owner's or a government page, or on another site that repeats it."""
    source: Annotated[tuple[Line, ...], Field(min_length=1)]

"""The kinds of value that items are made of, and the frozen model they all share."""

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, Strict, StringConstraints

from peercompanion.packs.vocabulary import Contains as Contains
from peercompanion.packs.vocabulary import Like as Like
from peercompanion.packs.vocabulary import Where as Where


class Model(BaseModel):
    """A frozen table: an unknown key is an error, so that a slip of the hand is seen.

    Its checks are made at its first use: most tables are only parts of others.
    """

    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True, defer_build=True)


Slug = Annotated[
    str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", min_length=1, max_length=60)
]
"""An id: small letters, digits and single hyphens, such as `long-exhale`."""

Ref = Annotated[
    str,
    StringConstraints(
        pattern=r"^([a-z0-9]+(-[a-z0-9]+)*/)?[a-z0-9]+(-[a-z0-9]+)*$", max_length=121
    ),
]
"""The id of an item of the same type, in this pack or, as `pack/id`, in another."""

Link = Annotated[
    str,
    StringConstraints(
        pattern=r"^(exercise|tool|checkin|session|routine|checklist|plan|resource)"
        r":([a-z0-9]+(-[a-z0-9]+)*/)?[a-z0-9]+(-[a-z0-9]+)*(#[a-z0-9]+(-[a-z0-9]+)*)?$",
        max_length=200,
    ),
]
"""An item of any type: `exercise:feet-floor`, `plan:steady-plan#people`."""

Line = Annotated[str, StringConstraints(min_length=1, max_length=240, pattern=r"^[^\n]*$")]
"""One line of text for people."""

Text = Annotated[str, StringConstraints(min_length=1, max_length=2000)]
"""Text for people; may hold line ends and `{names}` that are filled in when it is shown."""

Seconds = Annotated[float, Strict(), Field(ge=0, le=3600)]
"""A length of time in seconds."""

Count = Annotated[int, Strict(), Field(ge=1, le=200)]
"""How many of something, at least one."""

Flag = Annotated[bool, Strict()]

Keep = Literal["never", "end", "draft"]
"""What happens to an answer: never written down; kept if the person says so; kept at once."""

Gives = Annotated[
    str, StringConstraints(pattern=r"^(step|goal|strength|person|place|good-day|plan:[a-z0-9-]+)$")
]
"""Where an answer can go afterwards with one key."""

Named = Literal["person", "place", "strength", "skill"]
"""Whom or what a person names once and is offered from then on; a skill is what eased things."""

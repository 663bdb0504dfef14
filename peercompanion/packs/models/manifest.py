"""`pack.toml`: what a pack says about itself."""

import datetime
from typing import Annotated

from pydantic import Field, Strict, StringConstraints

from peercompanion.packs.models.fields import Line, Model, Slug, Text

VersionNumber = Annotated[str, StringConstraints(pattern=r"^[0-9]+(\.[0-9]+)*$")]
Language = Annotated[str, StringConstraints(pattern=r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$")]


class Author(Model):
    """Who made the pack."""

    name: Line
    contact: Line | None = None


class Manifest(Model):
    """The head of a pack."""

    format: Annotated[int, Strict(), Field(ge=1)]
    """The version of the content format, an integer apart from the app's version."""
    id: Slug
    name: Line
    version: Line
    min_app: VersionNumber = "0.1"
    language: Language
    license: Line
    """An SPDX id, such as `CC-BY-4.0`."""
    authors: Annotated[tuple[Author, ...], Field(min_length=1)]
    reviewed: datetime.date | None = None
    about: Text | None = None

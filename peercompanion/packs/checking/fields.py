"""What the models say about a key: its name in the file, its choices, an example, its limits."""

import datetime
from collections.abc import Iterator, Mapping
from typing import Any, Literal, get_args, get_origin

from pydantic import BaseModel, StringConstraints

from peercompanion.packs.models import fields as kinds
from peercompanion.packs.models import manifest, resources
from peercompanion.packs.models.fields import Model
from peercompanion.packs.models.steps import STEP_KINDS
from peercompanion.packs.positions import Path


def _pattern(annotated: Any) -> str:
    return next(
        str(one.pattern) for one in annotated.__metadata__ if isinstance(one, StringConstraints)
    )


PATTERNS = {
    _pattern(kinds.Slug): "an id: small letters, digits and single hyphens, like long-exhale",
    _pattern(kinds.Ref): "the id of an item, like long-exhale or core/long-exhale",
    _pattern(kinds.Link): "a type and an id, like exercise:feet-floor",
    _pattern(kinds.Line): "one line of text",
    _pattern(kinds.Gives): "step, strength, person, place, good-day or plan: and a section",
    _pattern(resources.Number): "a phone number: digits, spaces and + ( ) - . /",
    _pattern(resources.Address): "an address that begins with https://",
    _pattern(resources.Region): "a country, like US, a part of one, like US-CA, EU or WORLD",
    _pattern(resources.Clock): "a time of day, like 09:30",
    _pattern(resources.Days): "daily, a day, like mon, or two of them, like mon-fri",
    _pattern(manifest.VersionNumber): "a version of PeerCompanion, like 0.1",
    _pattern(manifest.Language): "a language, like en or es-MX",
}
"""What a text takes where a pattern says so."""


def at(data: Any, path: Path) -> Any:
    """Give the value at a path of a document, or an empty table where there is none."""
    for part in path:
        try:
            data = data[part]
        except (KeyError, IndexError, TypeError):
            return {}
    return data


def keys(model: type[BaseModel]) -> list[str]:
    """List the keys of a table as they are written in files."""
    return [field.alias or name for name, field in model.model_fields.items()]


def annotation(model: type[BaseModel], key: str) -> Any:
    """Give the type of a key's value; None for a key that is not known."""
    known = {field.alias or name: field.annotation for name, field in model.model_fields.items()}
    return known.get(key)


def model_at(model: type[Model], data: Any, path: Path) -> type[BaseModel] | None:
    """Find the model of the table at a path; a step's is chosen by its kind."""
    current: type[BaseModel] | None = model
    possible: list[type[BaseModel]] = []
    for part in path:
        data = at(data, (part,))
        if isinstance(part, str):
            possible = list(_models(annotation(current, part))) if current else []
        if len(possible) > 1:
            chosen = STEP_KINDS.get(str(data.get("kind"))) if isinstance(data, dict) else None
            current = chosen if chosen in possible else None
        else:
            current = possible[0] if possible else None
    return current


def annotation_at(model: type[Model], data: Any, path: Path) -> Any:
    """Give the type of the value at a path, or of the list it lies in."""
    while path and isinstance(path[-1], int):
        path = path[:-1]
    owner = model_at(model, data, path[:-1])
    return annotation(owner, str(path[-1])) if owner and path else None


def choices(kind: Any) -> list[str]:
    """List what a value can be, where there are only a few."""
    if get_origin(kind) is Literal:
        return [one if isinstance(one, str) else str(one).lower() for one in get_args(kind)]
    return [choice for inner in get_args(kind) for choice in choices(inner)]


def example(model: type[BaseModel], key: str) -> str:
    """Show how a key with its value may be written."""
    kind = annotation(model, key)
    if key in _EXAMPLES:
        return f"{key} = {_EXAMPLES[key]}"
    if any(_models(kind)):
        return f"[[{key}]]"
    some = choices(kind)
    value = f'"{some[0]}"' if some else _OF_TYPE.get(_plain(kind), '"…"')
    return f"{key} = [{value}]" if "tuple" in str(kind) else f"{key} = {value}"


_EXAMPLES = {
    "format": "1",
    "id": '"long-exhale"',
    "language": '"en"',
    "license": '"CC-BY-4.0"',
    "authors": '[{ name = "…" }]',
}
_OF_TYPE = {datetime.date: "2026-11-21", int: "5", float: "15", bool: "true"}


def amount(kind: str, said: Mapping[str, Any]) -> tuple[str, str]:
    """Say in words that something is too long, short, large or small, and what fits."""
    found, fits = _AMOUNTS.get(kind, ("takes another kind of value", ""))
    return found.format(**said), fits.format(**said)


_AMOUNTS = {
    "string_too_long": ("has more than {max_length} characters", "at most {max_length}"),
    "string_too_short": ("is empty", "empty"),
    "too_short": ("has too few", "at least {min_length}"),
    "too_long": ("has too many", "at most {max_length}"),
    "greater_than_equal": ("is less than {ge:g}", "at least {ge:g}"),
    "greater_than": ("is not more than {gt:g}", "more than {gt:g}"),
    "less_than_equal": ("is more than {le:g}", "at most {le:g}"),
}


def _models(kind: Any) -> Iterator[type[BaseModel]]:
    if isinstance(kind, type) and issubclass(kind, BaseModel):
        yield kind
    for inner in get_args(kind):
        yield from _models(inner)


def _plain(kind: Any) -> Any:
    """Find the plain type below annotations and lists."""
    while get_args(kind):
        kind = get_args(kind)[0]
    return kind

"""PC1xx: whether an item has the keys and values its model asks for, said in plain words."""

from collections.abc import Iterator
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from peercompanion.packs.checking import fields
from peercompanion.packs.checking.nearest import did_you_mean, nearest
from peercompanion.packs.diagnostics import Diagnostic, first_few
from peercompanion.packs.document import Document
from peercompanion.packs.models.fields import Model
from peercompanion.packs.models.steps import STEP_KINDS
from peercompanion.packs.positions import Path
from peercompanion.text import one_line

_TAKES = {
    "string_type": "text, in quotes",
    "int_type": "a whole number, without quotes",
    "int_from_float": "a whole number",
    "float_type": "a number, without quotes",
    "bool_type": "true or false, without quotes",
    "tuple_type": "a list, in square brackets",
    "model_type": "a table of keys and values",
    "date_type": "a date, such as 2026-11-21, without quotes",
    "date_parsing": "a date, such as 2026-11-21, without quotes",
    "date_from_datetime_parsing": "a date, such as 2026-11-21, without quotes",
    "date_from_datetime_inexact": "a date without a time, such as 2026-11-21",
}


def problems(document: Document, model: type[Model]) -> list[Diagnostic]:
    """Say where a document is not what its model asks for."""
    try:
        model.model_validate(document.data)
    except ValidationError as error:
        return first_few(_explained(document, model, error.errors(include_url=False)))
    return []


def too_long(data: dict[str, Any], model: type[Model]) -> Iterator[tuple[Path, str]]:
    """Name the texts of an item's data that do not fit their place, and why."""
    try:
        model.model_validate(data)
    except ValidationError as error:
        for each in error.errors(include_url=False):
            why, _ = fields.amount(each["type"], each.get("ctx", {}))
            yield _path(each), why if each["type"] == "string_too_long" else "has several lines"


def _explained(
    document: Document, model: type[Model], errors: list[ErrorDetails]
) -> Iterator[Diagnostic]:
    placed = [(_path(error), error) for error in errors if not _follows(error)]
    twins = set()  # missing keys that stand there under a similar name
    for path, error in placed:
        if error["type"] == "extra_forbidden":
            found, twin = _unknown_key(document, model, path)
            twins.add((*path[:-1], twin))
            yield found
    for path, error in placed:
        if error["type"] == "missing" and path not in twins:
            yield _missing(document, model, path)
        elif error["type"] not in ("missing", "extra_forbidden"):
            yield _wrong(document, model, path, error)


def _follows(error: ErrorDetails) -> bool:
    """Tell whether a list is called too short only because what is in it is wrong."""
    return error["type"] == "too_short" and len(error["input"]) >= error["ctx"]["min_length"]


def _path(error: ErrorDetails) -> Path:
    """Turn pydantic's location into a path of the document: without the kinds of steps in it."""
    where = error["loc"]
    return (*where[:2], *where[3:]) if where[:1] in (("step",), ("small",)) else where


def _unknown_key(document: Document, model: type[Model], path: Path) -> tuple[Diagnostic, str]:
    """Say that a key is not known, and which known key it may stand for."""
    key, table = str(path[-1]), fields.at(document.data, path[:-1])
    owner = fields.model_at(model, document.data, path[:-1])
    known = [name for name in fields.keys(owner) if name not in table] if owner else []
    is_step = str(table.get("kind")) in STEP_KINDS
    kinds = [f"`{kind}`" for kind, step in STEP_KINDS.items() if key in fields.keys(step)]
    twin = "" if is_step and kinds else nearest(key, known)
    value = table[key]
    if isinstance(value, dict) and (inner := nearest(next(iter(value), ""), fields.keys(model))):
        help_ = f"tables lie side by side here: write [[{inner}]]"
    elif twin:
        help_ = f"did you mean `{twin}`?"
    elif is_step and kinds:
        help_ = f"it belongs to {' and '.join(kinds)} steps"
    else:
        help_ = f"known here: {', '.join(known)}"
    message = f"`{one_line(key, most=60)}` is not a known key here"
    return document.problem("PC102", path, message, key=True, label="not known", help_=help_), twin


def _missing(document: Document, model: type[Model], path: Path) -> Diagnostic:
    key = str(path[-1])
    owner = fields.model_at(model, document.data, path[:-1])
    example = fields.example(owner, key) if owner else key
    code = {"license": "PC401", "authors": "PC402"}.get(key, "PC101")
    return document.problem(
        code,
        path[:-1],
        f"`{key}` is missing",
        key=True,
        label=f"`{key}` belongs in here",
        help_=f"add: {example}",
    )


def _wrong(document: Document, model: type[Model], path: Path, error: ErrorDetails) -> Diagnostic:
    """Say what is wrong with a value that is there."""
    kind, said = error["type"], error.get("ctx", {})
    if kind.startswith("union_tag"):
        return _wrong_kind(document, path, said.get("tag"))
    key = next((part for part in reversed(path) if isinstance(part, str)), "")
    shown = one_line(str(fields.at(document.data, path)), most=40)
    owner = fields.model_at(model, document.data, path[:-1])
    example = f"write: {fields.example(owner, key) if owner else key}"
    if kind == "literal_error":
        choices = fields.choices(fields.annotation_at(model, document.data, path))
        code, message, label = (
            "PC105",
            f"`{shown}` is not one of the choices for `{key}`",
            "not a choice",
        )
        help_ = did_you_mean(shown, choices, "choices")
    elif kind == "string_pattern_mismatch":
        code, message, label = "PC105", f"`{shown}` does not fit `{key}`", "does not fit"
        help_ = f"it takes {fields.PATTERNS.get(str(said['pattern']), 'something of another form')}"
    elif kind == "value_error":
        code, message, label = "PC107", "these keys do not go together", "in here"
        help_ = str(said["error"])
    elif takes := _TAKES.get(kind):
        code, message, label, help_ = "PC104", f"`{key}` takes {takes}", "of another kind", example
    else:
        too_much, label = fields.amount(kind, said)
        code, message, help_ = "PC106", f"`{key}` {too_much}", example
    return document.problem(code, path, message, label=label, help_=help_)


def _wrong_kind(document: Document, path: Path, tag: object) -> Diagnostic:
    """Say that a step is of no kind, or of one there is not."""
    if tag is None:
        return document.problem(
            "PC101",
            path,
            "`kind` is missing",
            key=True,
            label="`kind` belongs in here",
            help_=f'add: kind = "say"; kinds: {", ".join(STEP_KINDS)}',
        )
    shown = one_line(str(tag), most=40)
    return document.problem(
        "PC103",
        (*path, "kind"),
        f"`{shown}` is not a kind of step",
        label="not a known kind",
        help_=did_you_mean(shown, STEP_KINDS, "kinds"),
    )

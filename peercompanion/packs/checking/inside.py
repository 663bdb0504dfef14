"""PC302, PC304, PC305 within one item: what its model cannot say about keys that go together.

The player relies on these: an id names one step, and ways lead only forward, so that every
guide ends.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from peercompanion.packs.checking.nearest import did_you_mean
from peercompanion.packs.diagnostics import Diagnostic
from peercompanion.packs.document import Document
from peercompanion.packs.positions import Path
from peercompanion.packs.texts import is_tables, texts

FILLED_IN = ("help_key", "emergency", "crisis")
"""Names in braces that every text may hold."""

NAME = re.compile(r"\{([^{}]*)\}")
"""A name in braces, which is filled in when the text is shown."""
_ANSWERED = ("notice", "rate", "ask", "list", "pick")
_OF_LINES = ("ask", "list", "pick")


def problems(document: Document) -> list[Diagnostic]:
    """Say what does not hold together in one item that has the shape of its model."""
    return [
        *_twice(document, ("step", "small")),
        *(found for key in _lists(document.data) for found in _twice(document, (key,))),
        *_options(document),
        *_ways(document),
        *_parts(document),
        *_names(document),
    ]


def steps(data: Mapping[str, Any]) -> Iterator[tuple[Path, dict[str, Any]]]:
    """Give every step of a guide, those of the small version too, with its path."""
    for version in ("step", "small"):
        if is_tables(data.get(version)):
            for place, step in enumerate(data[version]):
                yield (version, place), step


def _lists(data: Mapping[str, Any]) -> Iterator[str]:
    """Name the lists of tables with ids, other than the steps."""
    for key, value in data.items():
        if key not in ("step", "small") and is_tables(value):
            yield key


def _twice(document: Document, lists: tuple[str, ...]) -> Iterator[Diagnostic]:
    """Find ids that name two tables."""
    tables = (
        ((key, place), table)
        for key in lists
        if is_tables(document.data.get(key))
        for place, table in enumerate(document.data[key])
    )
    yield from _ids_twice(document, tables)


def _options(document: Document) -> Iterator[Diagnostic]:
    for path, step in steps(document.data):
        options = enumerate(step.get("options", ()))
        yield from _ids_twice(document, (((*path, "options", at), one) for at, one in options))


def _ids_twice(
    document: Document, tables: Iterator[tuple[Path, dict[str, Any]]]
) -> Iterator[Diagnostic]:
    seen: dict[str, Path] = {}
    for path, table in tables:
        name = table.get("id")
        if not isinstance(name, str):
            continue
        if name in seen:
            first = document.mark((*seen[name], "id"))
            where = f" in line {first.line}" if first else ""
            yield document.problem(
                "PC302",
                (*path, "id"),
                f"the id `{name}` is there twice",
                label=f"first{where}",
                help_="give each an id of its own",
            )
        seen.setdefault(name, path)


def _ways(document: Document) -> Iterator[Diagnostic]:
    """Check that options lead forward and that lines come from earlier steps."""
    for version in ("step", "small"):
        guide = [one for one in steps(document.data) if one[0][0] == version]
        ids = [step["id"] for _, step in guide]
        for place, (path, step) in enumerate(guide):
            for at, option in enumerate(step.get("options", ())):
                if "go" in option and option["go"] not in ids[place + 1 :]:
                    here = (*path, "options", at, "go")
                    later = ids[place + 1 :]
                    yield _astray(document, here, option["go"], ids, later, "a later step")
            lines = [one["id"] for _, one in guide[:place] if one["kind"] in _OF_LINES]
            if "from" in step and step["from"] not in lines:
                wanted = f"an earlier step of kind {', '.join(_OF_LINES)}"
                yield _astray(document, (*path, "from"), step["from"], ids, lines, wanted)


def _astray(
    document: Document, path: Path, name: str, steps: list[str], fitting: list[str], wanted: str
) -> Diagnostic:
    """Say that a step leads to none, or to one that does not fit."""
    is_there = name in steps
    return document.problem(
        "PC304" if is_there else "PC303",
        path,
        f"`{name}` is not {wanted}" if is_there else f"there is no step `{name}` here",
        label="does not fit" if is_there else "not found",
        help_=did_you_mean(name, fitting, "steps that fit") or "no step of this guide fits",
    )


def _parts(document: Document) -> Iterator[Diagnostic]:
    """Check what charts, plans and questions refer to within one file."""
    data = document.data
    for parts, things in (("block", "item"), ("group", "question")):
        if is_tables(data.get(things)) and is_tables(data.get(parts)):
            known = [part["id"] for part in data[parts]]
            for place, thing in enumerate(data[things]):
                yield from _part(document, (things, place, parts), thing[parts], parts, known)
    known = [level["id"] for level in data.get("level", ())]
    for place, section in enumerate(data.get("section", ())):
        for at, name in enumerate(section.get("levels", ())):
            yield from _part(document, ("section", place, "levels", at), name, "level", known)


def _part(
    document: Document, path: Path, name: str, table: str, known: list[str]
) -> Iterator[Diagnostic]:
    if name not in known:
        yield document.problem(
            "PC303",
            path,
            f"there is no {table} `{name}` here",
            label="not found",
            help_=did_you_mean(name, known, f"{table}s") or f"add a [[{table}]] table",
        )


def _names(document: Document) -> Iterator[Diagnostic]:
    """Check names in braces: the app's own, and answers to earlier steps."""
    order = list(steps(document.data))
    for path, text in texts(document.data):
        step = next((place for place, (at, _) in enumerate(order) if path[:2] == at), None)
        before = order[:step] if step is not None else []
        answers = [one["id"] for at, one in before if at[0] == path[0] and one["kind"] in _ANSWERED]
        for found in NAME.finditer(text):
            if found[1] not in (*FILLED_IN, *answers):
                yield _unknown_name(document, path, found, answers, [one["id"] for _, one in order])


def _unknown_name(
    document: Document, path: Path, found: re.Match[str], answers: list[str], ids: list[str]
) -> Diagnostic:
    name = found[1]
    is_step = name in ids
    known = [f"{{{one}}}" for one in (*FILLED_IN, *answers)]
    return document.within(
        "PC304" if is_step else "PC305",
        path,
        found.group(),
        f"`{name}` is not answered before this text"
        if is_step
        else f"nothing is known that fills in `{found[0]}`",
        label="not known here",
        help_=did_you_mean(found[0], known, "known here"),
    )

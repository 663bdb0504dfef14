"""The help lines that ship, read at once and without the models.

Help has to be there in the first second, whatever else is broken. So it is read from the app's
own files with tomllib alone; `packs check` holds those files to `packs.models.Resource`.
"""

import datetime
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from peercompanion.language import _
from peercompanion.places import content

EUROPEAN_UNION = frozenset(
    "AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK".split()  # noqa: SIM905
)
EVERYWHERE = "WORLD"
DIRECTORY = "findahelpline.com"
"""What is named where nothing else is known."""
_ROLES = ("emergency", "crisis", "warm", "support", "directory")


@dataclass(frozen=True)
class HelpLine:
    """One line, as far as it is needed to reach it."""

    id: str
    title: str
    region: str
    role: str
    main: bool
    """It is among the first that are shown for its region."""
    call: str
    """The number to call; empty where there is none."""
    text: str
    """The number to text without a special word; empty where there is none."""
    ways: tuple[str, ...]
    """Every way in a few words, with the number written out: "text HOME to 741741"."""
    who: str
    hours: str
    not_for: str
    checked: datetime.date | None


def help_lines(region: str | None) -> tuple[HelpLine, ...]:
    """The lines of a region, by what they are for, the first to try first.

    A part of a country has its country's lines too, a country of the European Union the Union's,
    and everyone the directories of the world.
    """
    return tuple(
        line
        for area in _areas(region)
        for line in sorted(
            _read(area), key=lambda line: (_ROLES.index(line.role), not line.main, line.title)
        )
    )


def regions() -> tuple[str, ...]:
    """All regions that have lines, without the world and parts of countries."""
    names = {file.stem.split("-")[0].upper() for file in _folder().glob("*.toml")}
    return tuple(sorted(name for name in names if len(name) == 2))


def first_lines(region: str | None) -> tuple[HelpLine, ...]:
    """The first line of each role for a region: danger now, a crisis, a talk before one."""
    lines = help_lines(region)
    firsts = (next((line for line in lines if line.role == role), None) for role in _ROLES)
    return tuple(line for line in firsts if line and line.role != "support")


def names(region: str | None, *, help_key: str) -> Mapping[str, str]:
    """What `{help_key}`, `{emergency}` and `{crisis}` stand for in a region.

    `{crisis}` is the beginning of a sentence, such as "Call or text 988".
    """
    lines = help_lines(region)
    emergency = next((line for line in lines if line.role == "emergency"), None)
    crisis = next((line for line in lines if line.role == "crisis"), None)
    return {
        "help_key": help_key,
        "emergency": emergency.call if emergency else _("the emergency number where you are"),
        "crisis": sentence(crisis)
        if crisis
        else _("Lines near you: {directory}").format(directory=DIRECTORY),
    }


def sentence(line: HelpLine) -> str:
    """How to reach a line in a few words: "Call or text 988"."""
    if line.call and line.call == line.text:
        return _("Call or text {number}").format(number=line.call)
    if line.call:
        return _("Call {number}").format(number=line.call)
    way = line.ways[0]
    return way[:1].upper() + way[1:]


def _areas(region: str | None) -> Sequence[str]:
    if not region:
        return (EVERYWHERE,)
    country = region.split("-")[0]
    union = ("EU",) if country in EUROPEAN_UNION else ()
    own = (region, country) if region != country else (country,)
    return (*own, *union, EVERYWHERE)


def _folder() -> Path:
    return content() / "core" / "resources"


@cache
def _read(area: str) -> tuple[HelpLine, ...]:
    """Read the lines of one area; a file that cannot be read is left out."""
    lines = []
    for file in sorted(_folder().glob(f"{area.split('-')[0].lower()}-*.toml")):
        try:
            data = tomllib.loads(file.read_text(encoding="utf-8"))
            if data["region"] == area:
                lines.append(_line(file.stem, data))
        except (OSError, ValueError, KeyError, TypeError, RecursionError):
            continue
    return tuple(lines)


def _line(name: str, data: Mapping[str, Any]) -> HelpLine:
    return HelpLine(
        id=f"core/{name}",
        title=data["title"],
        region=data["region"],
        role=data["role"],
        main=data.get("main", False),
        call=next((way["call"] for way in data["ways"] if "call" in way), ""),
        text=next((way["text"] for way in data["ways"] if "text" in way and "word" not in way), ""),
        ways=tuple(_ways(data["ways"])),
        who=data["who"],
        hours=_hours(data),
        not_for=data.get("not_for", ""),
        checked=data.get("checked"),
    )


def _ways(ways: Sequence[Mapping[str, str]]) -> Iterator[str]:
    for way in ways:
        if "call" in way:
            said = _("call {number}").format(number=way["call"])
        elif "word" in way:
            said = _("text {word} to {number}").format(word=way["word"], number=way["text"])
        elif "text" in way:
            said = _("text {number}").format(number=way["text"])
        else:
            kind, where = next((k, v) for k, v in way.items() if k not in ("note", "word"))
            said = where.removeprefix("https://") if kind in ("chat", "web") else f"{kind} {where}"
        note = way.get("note")
        yield f"{said} ({note.rstrip('.')})" if note else said


def _hours(data: Mapping[str, Any]) -> str:
    if data.get("always"):
        return _("day and night")
    if "hours" in data:
        return str(data["hours"])
    return ", ".join(f"{each['days']} {each['from']}-{each['to']}" for each in data.get("open", ()))

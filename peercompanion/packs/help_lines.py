"""The help lines that ship, read at once and without the models.

Help has to be there in the first second, whatever else is broken. So it is read from the app's
own files with tomllib alone; `packs check` holds those files to `packs.models.Resource`.
"""

import datetime
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from peercompanion.language import _
from peercompanion.places import content

if TYPE_CHECKING:
    from peercompanion.packs.models import Resource

EUROPEAN_UNION = frozenset(
    "AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK".split()  # noqa: SIM905
)
EVERYWHERE = "WORLD"
DIRECTORY = "findahelpline.com"
"""What is named where nothing else is known."""
TALK = ("warm", "crisis", "directory")
"""Kinds of line for a talk, those before it gets too much first."""
_ROLES = ("emergency", "crisis", "warm", "support", "directory")


@dataclass(frozen=True)
class Reach:
    """One way to reach a line."""

    said: str
    """In a few words, with the number written out: "text HOME to 741741"."""
    link: str
    """What a terminal can open: `tel:`, `sms:` or `https:`; empty where it is none of these."""
    note: str = ""


@dataclass(frozen=True)
class HelpLine:
    """One line, as far as it is needed to reach it."""

    id: str
    title: str
    region: str
    role: str
    main: bool
    """It is among the first that are shown for its region."""
    general: bool
    """It is for anyone, not for some people or one kind of trouble."""
    call: str
    """The number to call; empty where there is none."""
    text: str
    """The number to text without a special word; empty where there is none."""
    ways: tuple["Reach", ...]
    """Every way to reach it, the first to try first."""
    who: str
    always: bool
    """Open day and night."""
    open: tuple[Mapping[str, str], ...]
    """Days and times, as the file has them, in `zone`."""
    zone: str
    hours: str
    """Hours in words, where they are not simple times or not known."""
    languages: str
    cost: str
    expect: str
    """What happens when you call."""
    first_words: str
    not_for: str
    checked: datetime.date | None
    source: tuple[str, ...]

    @property
    def for_anyone(self) -> bool:
        """Among the first for its region, or for anyone at all."""
        return self.main or self.general


def help_lines(
    region: str | None, more: "Iterable[tuple[str, Resource]]" = ()
) -> tuple[HelpLine, ...]:
    """The lines of a region, by what they are for, the nearest and the first to try first.

    A part of a country has its country's lines too, a country of the European Union the Union's,
    and everyone the directories of the world. Lines for anyone come before lines for some.

    Args:
        region: Whose lines.
        more: Lines that packs add, with their full ids. They follow the app's own of the same
            role, none of which they can hide.

    """
    added = [(full, one) for full, one in more if not full.startswith("core/")]
    areas = _areas(region)

    def order(line: HelpLine) -> tuple[int, bool, int, bool, bool, str]:
        own, near = line.id.startswith("core/"), areas.index(line.region)
        return (_ROLES.index(line.role), not own, near, not line.main, not line.general, line.title)

    return tuple(sorted((line for area in areas for line in _of(area, added)), key=order))


def _of(area: str, added: "Iterable[tuple[str, Resource]]") -> Iterator[HelpLine]:
    yield from _read(area)
    for full, one in added:
        if one.region == area:
            yield line_of(full, one)


def line_of(full: str, resource: "Resource") -> HelpLine:
    """A resource of a pack as a line, by its full id."""
    return _line(full, resource.model_dump(mode="python", by_alias=True, exclude_none=True))


def regions() -> tuple[str, ...]:
    """All regions that have lines, without the world and parts of countries."""
    names = {file.stem.split("-")[0].upper() for file in _folder().glob("*.toml")}
    return tuple(sorted(name for name in names if len(name) == 2))


def has_lines(region: str | None) -> bool:
    """Whether any line is known where a person is: for danger, or for a hard hour."""
    return any(line.role in ("emergency", "crisis") for line in help_lines(region))


def first_lines(region: str | None) -> tuple[HelpLine, ...]:
    """The first line of each role for a region: danger now, a crisis, a talk before one."""
    return first_of(help_lines(region))


def first_of(lines: Sequence[HelpLine]) -> tuple[HelpLine, ...]:
    """The first line of each role among some."""
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
    if way.link.startswith("https:"):
        return _("Look at {address}").format(address=way.said)
    return way.said[:1].upper() + way.said[1:]


def _areas(region: str | None) -> Sequence[str]:
    if not region:
        return (EVERYWHERE,)
    country = region.split("-")[0]
    union = ("EU",) if country in EUROPEAN_UNION else ()
    own = (region, country) if region != country else (country,)
    return (*own, *union, EVERYWHERE)


def _folder() -> Path:
    return content() / "core" / "resources"


def _read(area: str) -> Iterator[HelpLine]:
    """Read the lines of one area, in the language of this moment; what cannot be is left out."""
    for name, data in _files(_folder(), area.split("-")[0].lower()):
        try:
            if data["region"] == area:
                yield _line(f"core/{name}", data)
        except (KeyError, TypeError):
            continue


@cache
def _files(folder: Path, country: str) -> Sequence[tuple[str, Mapping[str, Any]]]:
    """What the files of a country hold, by their names; one that is not TOML is left out."""
    found = []
    for file in sorted(folder.glob(f"{country}-*.toml")):
        try:
            found.append((file.stem, tomllib.loads(file.read_text(encoding="utf-8"))))
        except (OSError, ValueError, RecursionError):
            continue
    return found


def _line(full: str, data: Mapping[str, Any]) -> HelpLine:
    ways = data["ways"]
    return HelpLine(
        id=full,
        title=data["title"],
        region=data["region"],
        role=data["role"],
        main=data.get("main", False),
        general=data.get("general", False),
        call=next((way["call"] for way in ways if "call" in way), ""),
        text=next((way["text"] for way in ways if "text" in way and "word" not in way), ""),
        ways=tuple(_reach(way) for way in ways),
        who=data["who"],
        always=data.get("always", False),
        open=tuple(data.get("open", ())),
        zone=data.get("zone", ""),
        hours=data.get("hours", ""),
        languages=_languages(data),
        cost=data.get("cost", ""),
        expect=data.get("expect", ""),
        first_words=data.get("first_words", ""),
        not_for=data.get("not_for", ""),
        checked=data.get("checked"),
        source=tuple(data.get("source", ())),
    )


def _languages(data: Mapping[str, Any]) -> str:
    named = ", ".join(data.get("languages", ()))
    return ". ".join(filter(None, [named, data.get("language_note", "")]))


def _reach(way: Mapping[str, str]) -> Reach:
    """One way, with what a terminal can open of it."""
    note = way.get("note", "").rstrip(".")
    if "call" in way:
        said = _("call {number}").format(number=way["call"])
        return Reach(said, f"tel:{_digits(way['call'])}", note)
    if "text" in way:
        said = _("text {number}").format(number=way["text"])
        if "word" in way:
            said = _("text {word} to {number}").format(word=way["word"], number=way["text"])
        return Reach(said, f"sms:{_digits(way['text'])}", note)
    kind, where = next((key, way[key]) for key in ("chat", "web", "tty", "whatsapp") if key in way)
    if kind in ("chat", "web"):
        return Reach(where.removeprefix("https://"), where, note)
    name = {"tty": "TTY", "whatsapp": "WhatsApp"}[kind]
    return Reach(f"{name} {where}", f"tel:{_digits(where)}" if kind == "tty" else "", note)


def _digits(number: str) -> str:
    return "".join(each for each in number if each in "+0123456789")

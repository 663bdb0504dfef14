"""A plan on paper: one page to print, plain text, Markdown, a card for the wallet.

What goes onto it is chosen part by part; what is private stays out unless it is chosen. Nothing
here reads or writes a file.
"""

import math
import unicodedata
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from html import escape

from peercompanion.language import _
from peercompanion.packs.help_lines import HelpLine, first_of, sentence
from peercompanion.practice.contacts import Contact
from peercompanion.practice.plan import LINES, PEOPLE, Section, Written, lines_of
from peercompanion.practice.words import times_of

HELPERS = "others"
"""The section that people who want to help are shown."""
WALLET = ("remember", "first-ten", PEOPLE)
"""What a card for the wallet has room for."""
WALLET_LINES = 3


@dataclass(frozen=True)
class Block:
    """A part on paper: its title and its lines."""

    title: str
    lines: tuple[str, ...]


@dataclass(frozen=True)
class Sheet:
    """One page."""

    title: str
    blocks: tuple[Block, ...]
    lines: tuple[str, ...] = ()
    """Help lines, with their numbers written out."""
    foot: str = ""


def chosen_at_first(sections: Iterable[Section]) -> set[str]:
    """The parts that are chosen before the person changes it: all but the private ones."""
    return {section.part.slug for section in sections if not section.private}


def without_private(sections: Iterable[Section], people: Iterable[Contact]) -> list[Section]:
    """The parts without the lines that lead to people who are kept private."""
    private = {one.id for one in people if one.private}
    return [_without(each, private) for each in sections]


def sheet(
    title: str,
    sections: Iterable[Section],
    people: Sequence[Contact],
    lines: Sequence[HelpLine],
    *,
    chosen: Collection[str] | None = None,
) -> Sheet:
    """Put a plan on a page.

    Args:
        title: What stands at the top.
        sections: The plan's parts, in the person's order.
        people: The people and places of the plan.
        lines: The help lines of a region: those the plan names, and the first of each kind, stand
            at the end.
        chosen: Names of the parts that go onto it; None: all that are not private.
    """
    there = [section for section in sections if section.lines or section.part.slug == PEOPLE]
    wanted = chosen_at_first(there) if chosen is None else set(chosen)
    shown = [one for one in people if not one.private]
    on_it = [each for each in without_private(there, people) if each.part.slug in wanted]
    own = lines_of(on_it, LINES)
    reached = (*(_written(line, shown, lines) for line in own), *map(_line, first_of(lines)))
    blocks = (_block(section, shown, lines) for section in on_it if section.part.slug != LINES)
    foot = _("This page is yours. It is not a medical record.")
    filled = tuple(block for block in blocks if block.lines)
    return Sheet(title, filled, tuple(dict.fromkeys(reached)), foot)


def for_helpers(sections: Iterable[Section], people: Iterable[Contact]) -> Sheet:
    """The page for people who want to help: what helps, in the person's words, and nothing else."""
    shown = without_private(sections, people)
    found = [section for section in shown if section.part.slug == HELPERS]
    title = found[0].title if found else _("For people who want to help me")
    thanks = _("Thank you for being here. You do not have to fix anything.")
    lines = tuple(line.text for section in found for line in section.lines)
    return Sheet(title, (Block("", lines),), foot=thanks)


def wallet(whole: Sheet, sections: Iterable[Section]) -> Sheet:
    """A card for the wallet: a few lines of what helps most, and the lines to call."""
    titles = {section.title: section.part.slug for section in sections}
    kept = [block for block in whole.blocks if titles.get(block.title) in WALLET]
    short = tuple(Block(block.title, block.lines[:WALLET_LINES]) for block in kept)
    return Sheet(whole.title, short, whole.lines[:WALLET_LINES])


def _block(section: Section, people: Sequence[Contact], lines: Sequence[HelpLine]) -> Block:
    written = [_sign(line, section) + _written(line, people, lines) for line in section.lines]
    if section.part.slug == PEOPLE:
        written += [_contact(one) for one in people]
    return Block(section.title, tuple(written))


def _sign(line: Written, section: Section) -> str:
    """Which weather a line is a sign of, in a word."""
    weather = section.weather.get(line.level, "").partition(":")[0]
    return f"{weather}: " if weather else ""


def _without(section: Section, private: Collection[str]) -> Section:
    lines = tuple(line for line in section.lines if line.link not in private)
    return replace(section, part=replace(section.part, lines=lines))


def _written(line: Written, people: Sequence[Contact], lines: Sequence[HelpLine]) -> str:
    """A line with what it leads to written out, so that paper is enough to reach it."""
    one = next((one for one in people if one.id == line.link), None)
    called = next((each for each in lines if f"resource:{each.id}" == line.link), None)
    reached = _contact(one) if one else _line(called) if called else ""
    named = (one.name if one else called.title if called else "") == line.text
    return reached if named else " · ".join(filter(None, [line.text, reached]))


def _line(line: HelpLine) -> str:
    return f"{sentence(line)}: {line.title}"


def _contact(one: Contact) -> str:
    times = times_of(one.best_times) if one.best_times else ""
    facts = ", ".join(filter(None, [one.what_for, one.how, times]))
    return f"{one.name}: {facts}" if facts else one.name


# As text


def as_text(page: Sheet) -> str:
    """A page as plain text, lines no longer than a letter's."""
    parts = [page.title, "=" * len(page.title)]
    for block in _all(page):
        parts += ["", *([block.title] if block.title else [])]
        parts += [f"  - {line}" for line in block.lines]
    return "\n".join([*parts, "", page.foot]).rstrip() + "\n"


def as_markdown(page: Sheet) -> str:
    """A page as Markdown; what a person wrote is never read as marks of it."""
    parts = [f"# {_plain(page.title)}"]
    for block in _all(page):
        parts += ["", *([f"## {_plain(block.title)}", ""] if block.title else [])]
        parts += [f"- {_plain(line)}" for line in block.lines]
    return "\n".join([*parts, "", _plain(page.foot)]).rstrip() + "\n"


def _plain(words: str) -> str:
    return "".join(f"\\{each}" if each in "\\`*_{}[]<>#+!|~&" else each for each in words)


def _all(page: Sheet) -> list[Block]:
    lines = [Block(_("Lines I can call"), page.lines)] if page.lines else []
    return [block for block in (*page.blocks, *lines) if block.lines]


# As a page to print

_STYLE = """
@page { margin: 14mm; }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 180mm; color: #1c1f1e; background: #fff;
  font: %(size)spt/1.35 Georgia, "DejaVu Serif", serif; }
h1 { font-size: 1.5em; margin: 0 0 .5em; }
h2 { font-size: 1em; margin: 0 0 .15em; color: #22665a; }
main { columns: %(columns)s; column-gap: 8mm; }
section { break-inside: avoid; margin: 0 0 .8em; }
ul { margin: 0; padding: 0 0 0 1.1em; }
li { overflow-wrap: anywhere; }
footer { margin-top: .8em; font-size: .85em; color: #4a4f4d; }
.card { width: 85mm; border: .3mm dashed #999; padding: 4mm; font-size: 8pt; }
.card main { columns: 1; }
@media screen { body { padding: 8mm; } }
"""
_ROOM = ((2200, 11), (3600, 9.5), (5200, 8), (7600, 6.8))
"""Characters, and the size in points in which as many still fit on one side."""
SMALLEST = 5.6
COLUMN = 40
"""Small letters beside each other in a column."""
CAPITAL = 1.1
"""By how much of a small letter the widest capitals are wider than one."""


def as_html(page: Sheet, *, card: bool = False, language: str = "en") -> str:
    """A page of its own: one side of A4 or Letter, nothing fetched, nothing that runs.

    The more there is, the smaller the letters.
    """
    blocks = "".join(_section(block) for block in _all(page))
    foot = f"<footer><p>{escape(page.foot)}</p></footer>" if page.foot else ""
    style = _STYLE % {"size": size(page), "columns": 1 if card else 2}
    title = escape(page.title)
    kind = ' class="card"' if card else ""
    return (
        f'<!DOCTYPE html>\n<html lang="{escape(language)}">\n<head>\n<meta charset="utf-8">\n'
        f"<title>{title}</title>\n<style>{style}</style>\n</head>\n"
        f"<body{kind}>\n<h1>{title}</h1>\n<main>\n{blocks}</main>\n{foot}\n</body>\n</html>\n"
    )


def size(page: Sheet) -> float:
    """The size of the letters in points, so that all of it fits on one side."""
    room = sum(_taken(block) for block in _all(page))
    return next((points for most, points in _ROOM if room <= most), SMALLEST)


def _taken(block: Block) -> int:
    """How much room a part takes, in characters: a line takes whole rows of its column."""
    rows = [math.ceil(max(_width(line), 1) / COLUMN) for line in block.lines]
    return COLUMN * (sum(rows) + 2)


def _width(line: str) -> float:
    """How wide a line is, counted in small letters."""
    wide = sum(unicodedata.east_asian_width(each) in "WF" for each in line)
    capitals = sum(each.isupper() for each in line)
    return len(line) + wide + CAPITAL * capitals


def _section(block: Block) -> str:
    heading = f"<h2>{escape(block.title)}</h2>\n" if block.title else ""
    items = "".join(f"<li>{escape(line)}</li>\n" for line in block.lines)
    tag = "section" if block.title else "div"
    return f"<{tag}>\n{heading}<ul>\n{items}</ul>\n</{tag}>\n"

"""How help lines look: every number written out, and a link where a terminal opens links."""

import datetime
import re
from collections.abc import Iterable, Sequence

from textual.content import Content
from textual.style import Style
from textual.widget import Widget
from textual.widgets import Static

from peercompanion.packs import help_lines
from peercompanion.packs.help_lines import HelpLine, Reach
from peercompanion.planning.lines import about
from peercompanion.practice.opening_hours import said

_NUMBER = re.compile(r"\+?[0-9][0-9 ().-]{1,22}[0-9]")


def linked(words: str, link: str) -> Content:
    """Words that are a number or address; the link helps where there are links."""
    shown = Content.styled(words, "bold $secondary")
    return shown.stylize(Style(link=link)) if link else shown


def in_short(line: HelpLine, now: datetime.datetime, *, mark: str = "") -> Content:
    """A line on one row: how to reach it first, then what it is and when."""
    reach = linked(help_lines.sentence(line), line.ways[0].link)
    hours = said(line, now)
    title = f"  {line.title}"
    return Content.assemble(mark, reach, title, (f"  {hours}" if hours else "", "$quiet"))


def rows(lines: Iterable[HelpLine], now: datetime.datetime, at: int | None = None) -> Content:
    """Some lines, one a row; one of them marked as the one to try."""
    marks = ("" if at is None else "› " if number == at else "  " for number in range(99))
    return Content("\n").join(
        in_short(line, now, mark=mark) for line, mark in zip(lines, marks, strict=False)
    )


def whole(line: HelpLine, now: datetime.datetime) -> Sequence[Widget]:
    """All there is to know of a line, its source and the day it was checked at the end."""
    ways = Content("\n").join(_way(way) for way in line.ways)
    told = (
        Content.styled(words, "$quiet" if quiet else "$foreground")
        for words, quiet in about(line, now)
    )
    return [Static(each, classes="line") for each in (ways, *told)]


def how_to_reach(words: str) -> Content:
    """What a person wrote about how to reach someone; a number in it is a link."""
    found = _NUMBER.search(words)
    if not found:
        return Content(words)
    digits = "".join(each for each in found[0] if each in "+0123456789")
    parts = (words[: found.start()], linked(found[0], f"tel:{digits}"), words[found.end() :])
    return Content.assemble(*parts)


def _way(way: Reach) -> Content:
    shown = linked(way.said[:1].upper() + way.said[1:], way.link)
    return shown + Content(f"  ({way.note})") if way.note else shown

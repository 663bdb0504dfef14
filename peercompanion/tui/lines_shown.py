"""How help lines look: every number written out, and a link where a terminal opens links."""

import datetime
import re
from collections.abc import Iterable, Sequence
from typing import Self

from textual.content import Content
from textual.geometry import Size
from textual.style import Style
from textual.widget import Widget
from textual.widgets import Static

from peercompanion.packs import help_lines
from peercompanion.packs.help_lines import HelpLine, Reach
from peercompanion.planning.lines import about
from peercompanion.practice.opening_hours import said

GAP = 2
"""Cells between how to reach a line and what it is."""
ROOM_BESIDE = 28
"""Cells that what it is needs to stand beside it."""

_NUMBER = re.compile(r"\+?[0-9][0-9 ().-]{1,22}[0-9]")


def linked(words: str, link: str) -> Content:
    """Words that are a number or address; the link helps where there are links."""
    shown = Content.styled(words, "bold $secondary")
    return shown.stylize(Style(link=link)) if link else shown


class HelpLines(Static):
    """Some lines below one another: how to reach each of them first, then what it is and when.

    One of them may be marked as the one to try.
    """

    def __init__(self, id: str | None = None) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id, classes="line")
        self._lines: tuple[tuple[Content, Content, Content], ...] = ()
        self._at: int | None = None

    def show(
        self, lines: Iterable[HelpLine], now: datetime.datetime, at: int | None = None
    ) -> Self:
        """Show these lines, as they are now.

        Args:
            lines: The lines, in their order.
            now: The moment that hours are told for.
            at: The number of the one to try, from 0.
        """
        self._lines = tuple(
            (_reach(line), Content(line.title), Content.styled(said(line, now), "$quiet"))
            for line in lines
        )
        self._at = at
        self.refresh(layout=True)
        return self

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many rows as the lines take at this width."""
        return len(self._laid_out(width))

    def render(self) -> Content:
        """All rows."""
        return Content("\n").join(self._laid_out(self.size.width))

    def _laid_out(self, width: int) -> list[Content]:
        """What the lines are stands beside how to reach them; where there is no room, below."""
        before = 0 if self._at is None else 2
        column = before + GAP + max((each[0].cell_length for each in self._lines), default=0)
        beside = width - column >= ROOM_BESIDE
        indent = column if beside else before + GAP
        laid_out = []
        for number, (reach, title, hours) in enumerate(self._lines):
            first = Content(("› " if number == self._at else "  ")[:before]) + reach
            rows = _what_it_is(title, hours, max(width - indent, 8))
            if beside:
                first += Content(" " * (column - first.cell_length)) + rows.pop(0)
            laid_out += [first, *(Content(" " * indent) + row for row in rows)]
        return laid_out


def _reach(line: HelpLine) -> Content:
    return linked(help_lines.sentence(line), line.ways[0].link)


def _what_it_is(title: Content, hours: Content, width: int) -> list[Content]:
    """Hours follow on the same row; where they would break, on one of their own if that is free."""
    if not hours.plain:
        return title.wrap(width)
    flowing = (title + Content(" " * GAP) + hours).wrap(width)
    apart = [*title.wrap(width), *hours.wrap(width)]
    return flowing if len(flowing) < len(apart) else apart


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

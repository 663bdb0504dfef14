"""How help lines look: every number written out, and a link where a terminal opens links."""

import datetime
import re
from collections.abc import Iterable, Sequence

from textual.content import Content
from textual.style import Style
from textual.widget import Widget
from textual.widgets import Static

from peercompanion.language import _
from peercompanion.packs import help_lines
from peercompanion.packs.help_lines import HelpLine, Reach
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
    facts = [said(line, now), line.cost, line.languages]
    paragraphs = [
        Content.styled(line.who, "$foreground"),
        Content.styled(" · ".join(filter(None, facts)), "$quiet"),
        _named(_("When you reach them: {what}"), line.expect),
        _named(_("A first sentence: “{what}”"), line.first_words),
        Content(line.not_for),
        Content.styled(checked(line), "$quiet"),
    ]
    shown = [ways, *(each for each in paragraphs if each.plain)]
    return [Static(each, classes="line") for each in shown]


def checked(line: HelpLine) -> str:
    """When and where a line was checked."""
    when = f"{line.checked:%d %b %Y}" if line.checked else _("not yet")
    said_so = _("Checked {date}. Source: {source}.")
    return said_so.format(date=when, source="; ".join(line.source))


def last_checked(lines: Iterable[HelpLine]) -> str:
    """The oldest day of those on which some lines were checked, and what to do then."""
    oldest = min((line.checked for line in lines if line.checked), default=None)
    if oldest is None:
        return ""
    return _("Checked {date}. If nobody answers, try the next one.").format(
        date=f"{oldest:%d %b %Y}"
    )


def only_inside() -> str:
    """Where the numbers work."""
    return _("Short and toll-free numbers work only inside their country.")


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


def _named(words: str, what: str) -> Content:
    return Content(words.format(what=what)) if what else Content("")

"""What there is to know of a help line, in words that every face says alike."""

import datetime
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from peercompanion.language import _
from peercompanion.practice.opening_hours import said

if TYPE_CHECKING:
    from peercompanion.packs.help_lines import HelpLine


def about(line: "HelpLine", now: datetime.datetime) -> Iterator[tuple[str, bool]]:
    """Who it is for, when, what happens there and where that was checked, a paragraph each.

    Yields:
        The words, and whether they are quiet ones beside the others.
    """
    expect, first_words = line.expect, line.first_words
    facts = filter(None, [said(line, now), line.cost, line.languages])
    yield line.who, False
    yield " · ".join(facts), True
    if expect:
        yield _("When you reach them: {what}").format(what=expect), False
    if first_words:
        yield _("A first sentence: “{what}”").format(what=first_words), False
    if line.not_for:
        yield line.not_for, False
    yield checked(line), True


def checked(line: "HelpLine") -> str:
    """When and where a line was checked."""
    when = f"{line.checked:%d %b %Y}" if line.checked else _("not yet")
    said_so = _("Checked {date}. Source: {source}.")
    return said_so.format(date=when, source="; ".join(line.source))


def last_checked(lines: "Iterable[HelpLine]") -> str:
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

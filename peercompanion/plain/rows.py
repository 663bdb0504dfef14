"""The rows of a menu: how they are said, how they are named, and how many come at once."""

from collections.abc import Sequence

from peercompanion.language import _
from peercompanion.practice.choice import Choice

MOST_ROWS = 7
MORE = "more rows"
"""The id of the row that leads on to the next ones."""


def row_said(row: Choice, number: int | None) -> str:
    """A row as it is said: "1. Slow breathing. About 3 minutes."."""
    marks = {"●": _("yes"), "◐": _("partly")}
    facts = [part for part in (marks.get(row.mark, ""), *row.note.split(" · ")) if part.strip()]
    parts = [_sentence(row.title), *(_sentence(fact[:1].upper() + fact[1:]) for fact in facts)]
    if number is None:
        return row.title if row.title.endswith(("?", ":", ".")) else f"{row.title}:"
    return " ".join([f"{number}.", *parts])


def _sentence(words: str) -> str:
    words = words.strip()
    return words if words.endswith((".", "?", "!", ":", "…")) else f"{words}."


def numbered(line: str, rows: Sequence[Choice]) -> str | None:
    """The id of the row with that number; None where there is none."""
    fits = line.isascii() and line.isdecimal() and len(line) < 4 and 1 <= int(line) <= len(rows)
    return rows[int(line) - 1].id if fits else None


def named(line: str, rows: Sequence[Choice]) -> str | None:
    """The only row whose name begins so."""
    begun = [row for row in rows if row.id and row.title.casefold().startswith(line.casefold())]
    return begun[0].id if len(begun) == 1 else None


def pages(rows: Sequence[Choice]) -> list[list[Choice]]:
    """Rows in portions: with the row that leads on, none has more than seven to choose from."""
    count = sum(bool(row.id) for row in rows)
    if count <= MOST_ROWS:
        return [list(rows)]
    pages: list[list[Choice]] = [[]]
    for row in rows:
        if sum(bool(each.id) for each in pages[-1]) == MOST_ROWS - 1:
            pages.append([])
        pages[-1].append(row)
    more, first = Choice(_("More"), MORE), Choice(_("From the first again"), MORE)
    return [[*page, first if page is pages[-1] else more] for page in pages]

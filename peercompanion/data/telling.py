"""What is kept, in a few plain words."""

import datetime
from collections.abc import Collection, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from peercompanion.journal.framing import Entry
from peercompanion.language import _, ngettext
from peercompanion.text import one_line

MOST_LINES = 20
"""Places that are named one by one; of more, only how many more there are."""


def kinds(counts: Mapping[str, int]) -> str:
    """Say how much there is of each kind of record: `2 check-ins, 1 goal`."""
    said = [_kind(kind, count) for kind, count in counts.items() if count]
    return ", ".join(said) or _("nothing")


def _kind(kind: str, n: int) -> str:
    """Say how many there are of one kind; of one that is not known here, by its own name."""
    known = {
        "after-care": lambda: ngettext("{n} wish", "{n} wishes", n),
        "away": lambda: ngettext("{n} time off", "{n} times off", n),
        "chart": lambda: ngettext("{n} chart", "{n} charts", n),
        "checkin": lambda: ngettext("{n} check-in", "{n} check-ins", n),
        "checklist": lambda: ngettext("{n} checklist", "{n} checklists", n),
        "day": lambda: ngettext("{n} day set", "{n} days set", n),
        "goal": lambda: ngettext("{n} goal", "{n} goals", n),
        "good-day": lambda: ngettext("{n} line worth keeping", "{n} lines worth keeping", n),
        "helped": lambda: ngettext("{n} line that helped", "{n} lines that helped", n),
        "led": lambda: ngettext("{n} exercise led", "{n} exercises led", n),
        "mark": lambda: ngettext("{n} mark on a chart", "{n} marks on charts", n),
        "person": lambda: ngettext("{n} person", "{n} people", n),
        "place": lambda: ngettext("{n} place", "{n} places", n),
        "plan": lambda: ngettext("{n} part of the plan", "{n} parts of the plan", n),
        "practised": lambda: ngettext("{n} exercise practiced", "{n} exercises practiced", n),
        "step": lambda: ngettext("{n} small step", "{n} small steps", n),
        "strength": lambda: ngettext("{n} strength", "{n} strengths", n),
        "ticked": lambda: ngettext("{n} tick", "{n} ticks", n),
        "summary": lambda: ngettext("{n} agreed summary", "{n} agreed summaries", n),
        "tool": lambda: ngettext("{n} tool used", "{n} tools used", n),
        "wellness": lambda: ngettext(
            "{n} part of what keeps you well", "{n} parts of what keeps you well", n
        ),
    }
    if kind not in known:
        return f"{n:,} × {one_line(kind, most=40)}"
    return known[kind]().format(n=f"{n:,}")


def thing(entry: Entry) -> str:
    """Say in one line what an entry is about, so that a person knows it again."""
    kind = _kind(entry.kind, 1).replace("1", "", 1).strip(" ×")
    said = next(_words_of(entry.fields), "")
    return f"{kind}: {one_line(said, most=60)}" if said else kind


def _words_of(fields: Mapping[str, Any]) -> Iterator[str]:
    for name in ("title", "text", "name", "lines", "words", "item", "checklist", "note"):
        said = fields.get(name)
        said = said[0] if isinstance(said, list) and said else said
        said = said.get("text") if isinstance(said, Mapping) else said
        if isinstance(said, str) and said:
            yield said


def span(days: Collection[datetime.date]) -> str:
    """Say from when to when."""
    first, last = min(days), max(days)
    said = _("{first} to {last}").format(first=first, last=last)
    return said if first != last else f"{first}"


def at_most(lines: Iterable[str]) -> list[str]:
    """Name places one by one, but never screens full of them."""
    lines = list(lines)
    more = len(lines) - MOST_LINES
    if more <= 0:
        return lines
    said = ngettext("… and {n} more.", "… and {n} more.", more)
    return [*lines[:MOST_LINES], said.format(n=f"{more:,}")]


def place(path: Path, line: int | None = None) -> str:
    """Name a file and a line in it."""
    return one_line(str(path), most=500) + (f":{line}" if line else "")

"""One part of a plan: its lines, what can be done with them, and what that makes of the part."""

import datetime
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import chain
from typing import TYPE_CHECKING

from peercompanion.language import _
from peercompanion.planning.links import offered, words_named
from peercompanion.practice import writing
from peercompanion.practice.choice import Choice, Question
from peercompanion.practice.plan import (
    Part,
    Section,
    Written,
    in_order,
    with_line,
    with_line_moved,
    without_line,
)
from peercompanion.practice.told import Told

if TYPE_CHECKING:
    from peercompanion.practice.choice import Outcome
    from peercompanion.practice.leaving_out import LeaveOut
    from peercompanion.sitting import Sitting

ONE_KEY = 9
"""Rows that have a digit for a key."""


@dataclass(frozen=True)
class PartOfPlan:
    """One part as it is now, and as it is after a choice.

    Attributes:
        sitting: What was read.
        full: The plan's full id.
        id: The part's id.
        region: Whose help lines can be put in.
        leave_out: What the person asked to leave out.
    """

    sitting: "Sitting"
    full: str
    id: str
    region: str | None
    leave_out: "LeaveOut" = frozenset()

    @property
    def section(self) -> Section:
        """The part with what was written to it so far."""
        return next(one for one in self._all() if one.part.id == self.id)

    def _all(self, *, hidden: bool = True) -> list[Section]:
        return self.sitting.sections(self.full, hidden=hidden)

    def line(self, at: int | None) -> Written | None:
        """The line at a place, where there is one."""
        lines = self.section.lines
        return lines[at] if at is not None and at < len(lines) else None

    def place_of(self, words: str, at: int | None = None) -> int | None:
        """Where the line with these words stands now, `at` before others; None: nowhere."""
        texts = [line.text for line in self.section.lines]
        if at is not None and at < len(texts) and texts[at] == words:
            return at
        return texts.index(words) if words in texts else None

    # What can be chosen

    def rows(self) -> Iterable[Choice]:
        """Its lines, what can be put in, then what can be done with the whole part."""
        section, labels = self.section, self._labels()
        for number, line in enumerate(section.lines, start=1):
            notes = [labels.get(line.level, ""), _("confused while practicing") * line.unclear]
            note = " · ".join(filter(None, notes))
            yield Choice(line.text, f"line:{number - 1}", _digit(number), note, mark="●")
        for number, (level, label) in enumerate((labels or {"": _("Write a line")}).items()):
            yield Choice(label, f"write:{level}", "t" if not number else "", mark="›")
        for words in words_named(self.sitting, section):
            yield Choice(_("Add: {title}").format(title=words), f"named:{words}")
        for link, title in self._offered():
            yield Choice(_("Add: {title}").format(title=title), f"add:{link}")
        yield Choice(_("Add a person, an exercise, a line or a chart"), "link:", "l", mark="›")
        yield Choice(" ")
        yield self.to_arrange()

    def _offered(self) -> Iterator[tuple[str, str]]:
        return offered(self.sitting, self.section, self.region, self.leave_out)

    def to_arrange(self) -> Choice:
        """What leads to `arranging`."""
        words = _("Its name, its place, who sees it, how it was")
        return Choice(words, "arrange", "a", mark="›")

    def arranging(self) -> Iterable[Choice]:
        """What can be done with the part as a whole."""
        section = self.section
        shown = (
            _("Share this part when I print") if section.private else _("Keep this part private")
        )
        yield Choice(shown, "private", "p")
        yield Choice(_("Another name for it"), "rename", "r")
        yield Choice(_("Show it again") if section.part.hidden else _("Hide it"), "hide", "x")
        titles = [one.title for one in self._all()]
        at = self._place()
        if at:
            yield Choice(
                _("Further up"), "part-move:-1", "u", _("before {part}").format(part=titles[at - 1])
            )
        if at + 1 < len(titles):
            yield Choice(
                _("Further down"), "part-move:1", "d", _("after {part}").format(part=titles[at + 1])
            )
        yield Choice(_("Earlier versions"), "versions", "v", mark="›")

    def _place(self) -> int:
        return [one.part.id for one in self._all()].index(self.id)

    def line_rows(self, at: int) -> Iterable[Choice]:
        """What can be done with one line."""
        line = self.section.lines[at]
        if line.link:
            yield Choice(_("Open it"), "open", "o", mark="›")
        yield Choice(_("Other words"), f"change:{line.text}", "t", mark="›")
        if line.unclear:
            yield Choice(_("It is clear now"), "clear", "c")
        if at:
            yield Choice(_("Put it first"), "first", "f")
            yield Choice(_("Move up"), "move:-1", "u")
        if at + 1 < len(self.section.lines):
            yield Choice(_("Move down"), "move:1", "d")
        if line.level:
            mark = "●" if line.people else "○"
            yield Choice(self.sitting.sentence("show-people"), "people", "p", mark=mark)
        if line.link:
            yield Choice(_("Leads nowhere any more"), "unlink", "l")
        else:
            words = _("Let it lead to a person, an exercise, a line or a chart")
            yield Choice(words, "link:", "l", mark="›")
        yield Choice(_("Take it out"), "drop", "x")

    def _labels(self) -> dict[str, str]:
        plan, asks = self.sitting.plan(self.full), self.section.asks
        levels = asks.levels if asks else ()
        return {one.id: one.label for one in plan.level if one.id in levels} if plan else {}

    def examples(self) -> tuple[str, ...]:
        """Lines from many people; they are never put in by themselves."""
        plan, asks = self.sitting.plan(self.full), self.section.asks
        if plan is None or asks is None:
            return ()
        weather = (one.examples for one in plan.level if one.id in asks.levels)
        return (*asks.examples, *chain.from_iterable(weather))

    # What choosing makes of it

    def chosen(self, what: str, which: str, now: datetime.datetime) -> "Outcome":
        """The part after a row of `rows` was chosen that opens nothing."""
        part = self.section.part
        match what:
            case "write":
                return Question(
                    _("In your own words:"),
                    lambda said: self.put(Written(said, level=which), now),
                )
            case "add":
                title = dict(self._offered())[which]
                return self.put(Written(title, link=which), now)
            case "named":
                return self.put(Written(which), now)
            case "rename":
                return Question(
                    _("What is it called?"),
                    lambda said: self._after(replace(part, title=said), now),
                    self.section.title,
                )
            case "private":
                return self._after(replace(part, private=not self.section.private), now)
            case "hide":
                return self._after(replace(part, hidden=not part.hidden), now)
            case "part-move":
                moved = in_order(self._all(), self._place(), int(which))
                return tuple(writing.part(each, now) for each in moved)
        raise ValueError(what)

    def of_line(self, at: int, what: str, which: str, now: datetime.datetime) -> "Outcome":
        """The part after a row of `line_rows` was chosen that opens nothing."""
        part, line = self.section.part, self.section.lines[at]
        match what:
            case "change":
                return Question(
                    _("In other words"),
                    lambda said: self.put(
                        replace(line, text=said, unclear=False), now, self.place_of(line.text, at)
                    ),
                    line.text,
                )
            case "move":
                return self._after(with_line_moved(part, at, int(which)), now)
            case "first":
                return self._after(with_line_moved(part, at, -at), now)
            case "people":
                return self.put(replace(line, people=not line.people), now, at)
            case "clear":
                return self.put(replace(line, unclear=False), now, at)
            case "unlink":
                return self.put(replace(line, link=""), now, at)
            case "drop":
                return self._after(without_line(part, at), now)
        raise ValueError(what)

    def place_after(self, at: int, what: str, which: str) -> int | None:
        """Where a line stands after a row of `line_rows` was chosen; None where it is gone."""
        if what == "drop":
            return None
        by = {"move": int(which or 0), "first": -at}.get(what, 0)
        return min(max(at + by, 0), len(self.section.lines) - 1)

    def linked(self, link: str, title: str, now: datetime.datetime, at: int | None) -> "Outcome":
        """The part with a line that leads somewhere: a new one, or the one at `at`."""
        line = self.line(at)
        return self.put(replace(line, link=link) if line else Written(title, link=link), now, at)

    def put(self, line: Written, now: datetime.datetime, at: int | None = None) -> "Outcome":
        """The part with one more line, or with another in place of the one at `at`."""
        return self._after(with_line(self.section.part, line, at), now)

    def _after(self, part: Part, now: datetime.datetime) -> "Outcome":
        return (writing.part(part, now),)

    # Earlier versions

    def versions(self) -> list[tuple[str, Part]]:
        """Every version that was ever kept with when it was, the latest first; reads the disk."""
        found = []
        for table in self.sitting.kept.versions(self.id):
            try:
                found.append((f"{table['at']:%d %b %Y, %H:%M}", Part.read(Told(table))))
            except (KeyError, ValueError, TypeError):
                continue
        return found


def _digit(number: int) -> str:
    return str(number) if number <= ONE_KEY else ""

"""The support plan as it stands: what a pack asks, and what the person wrote to it.

A plan is written one part at a time, in the person's own order; parts can be added, renamed,
hidden and kept private. What keeps me well is a plan of the same shape. Plain values without the
models; `practice.writing` makes records of them.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from typing import TYPE_CHECKING, Any, Literal

from peercompanion.practice.contacts import Contact
from peercompanion.practice.told import Told

if TYPE_CHECKING:
    from peercompanion.packs.models.items import Plan, PlanSection

STEADY, WELL = "core/steady-plan", "core/keeps-me-well"
PEOPLE, LINES = "people-places", "lines"
"""The sections of the support plan that hold people, and lines to call."""
SEASON = datetime.timedelta(days=91)
"""After this long it is asked whether what is known of a person still holds."""
LOOK_AGAIN = tuple(datetime.timedelta(days=days) for days in (30, 91, 182, 365))
"""How far away the days are that are offered for looking again."""
Kind = Literal["plan", "wellness"]


@dataclass(frozen=True)
class Written:
    """One line a person wrote."""

    text: str
    link: str = ""
    """An item it opens, such as `exercise:core/feet-floor` or `routine:gentle-morning`."""
    level: str = ""
    """The weather it is a sign of."""
    people: bool = False
    """Show me people when this one is here."""
    unclear: bool = False
    """Marked while practising: it confused."""


@dataclass(frozen=True)
class Part:
    """What a person wrote to one part of a plan, and how they want it shown.

    `None` and empty leave it as the pack has it.
    """

    id: str
    """`plan:<section>` or `wellness:<section>`; those of the person's own begin with `own-`."""
    plan: str = ""
    """Full id of the plan it belongs to."""
    title: str = ""
    order: int | None = None
    hidden: bool = False
    private: bool | None = None
    look_again: datetime.date | None = None
    """When the person wants to look again; said of a whole plan (`about`)."""
    lines: tuple[Written, ...] = ()

    @property
    def kind(self) -> Kind:
        """Which kind of record it is."""
        return "wellness" if self.id.startswith("wellness:") else "plan"

    @property
    def slug(self) -> str:
        """The part's name in its plan."""
        return self.id.partition(":")[2]

    @classmethod
    def read(cls, told: Told) -> Part:
        """Read what a file says.

        Raises:
            ValueError: It is no part of a plan.

        """
        table, private = told.table, told.table.get("private")
        order = table.get("order")
        return cls(
            told.text("id", needed=True),
            told.text("plan"),
            told.text("title"),
            order if type(order) is int else None,
            told.flag("hidden"),
            private if isinstance(private, bool) else None,
            told.day("look_again"),
            tuple(_line(line) for line in told.tables("lines")),
        )

    def fields(self) -> dict[str, Any]:
        """What is written down of it."""
        lines = [
            {name: value for name, value in asdict(line).items() if value} for line in self.lines
        ]
        return {**asdict(self), "kind": self.kind, "lines": lines}


def _line(told: Told) -> Written:
    return Written(
        told.text("text", needed=True),
        told.text("link"),
        told.text("level"),
        told.flag("people"),
        told.flag("unclear"),
    )


@dataclass(frozen=True)
class Section:
    """A part of the plan as it is shown: the pack's prompt, and what the person made of it."""

    part: Part
    title: str
    prompt: str = ""
    asks: PlanSection | None = None
    """What the pack asks; None for a section of the person's own."""
    weather: Mapping[str, str] = field(default_factory=dict)
    """What each level is called, where lines are sorted by weather."""

    @property
    def private(self) -> bool:
        """Left out of everything printed and copied unless chosen."""
        if self.part.private is not None:
            return self.part.private
        return bool(self.asks and self.asks.private)

    @property
    def own(self) -> bool:
        """The person added it."""
        return self.asks is None

    @property
    def lines(self) -> tuple[Written, ...]:
        """What the person wrote."""
        return self.part.lines


@dataclass
class Plans:
    """Everything a person wrote to their plans, by id. `take` what comes new."""

    parts: dict[str, Part] = field(default_factory=dict)
    contacts: dict[str, Contact] = field(default_factory=dict)
    after_care: bool = False
    """Once: offer the after-care list."""

    def take(self, table: Mapping[str, Any]) -> None:
        """Take in a record as it now stands; one that makes no sense is left out."""
        told = Told(table)
        try:
            self._take(str(table.get("kind", "")), told.text("id"), told)
        except (ValueError, TypeError):
            return

    def _take(self, kind: str, id_: str, told: Told) -> None:
        gone = told.flag("gone")
        if kind in ("plan", "wellness"):
            read = Part.read(told) if not gone else None
            self.parts.pop(id_, None)
            self.parts.update({id_: read} if read else {})
        elif kind in ("person", "place"):
            known = Contact.read(told) if not gone else None
            self.contacts.pop(id_, None)
            self.contacts.update({id_: known} if known else {})
        elif kind == "after-care":
            self.after_care = told.flag("offer") and not gone

    def people(self) -> list[Contact]:
        """People and places in the person's own order."""
        return sorted(self.contacts.values(), key=lambda one: (one.order, one.id))

    def to_ask_about(self, today: datetime.date) -> list[Contact]:
        """Those of whom it was not said for a season that everything still holds."""
        return [one for one in self.people() if one.looked_at and today - one.looked_at >= SEASON]

    def sections(self, plan: Plan, full: str, *, hidden: bool = False) -> list[Section]:
        """The sections of a plan in the person's own order.

        Args:
            plan: What the pack asks.
            full: The plan's full id.
            hidden: Those that are hidden as well.
        """
        kind = "wellness" if full == WELL else "plan"
        levels = {level.id: level.label for level in plan.level}
        asked = [
            self._asked(section, f"{kind}:{section.id}", full, levels) for section in plan.section
        ]
        own = [
            Section(part, part.title)
            for part in self.parts.values()
            if part.plan == full and part.slug.startswith("own-")
        ]
        found = [*asked, *sorted(own, key=lambda section: section.part.id)]
        place = {section.part.id: index for index, section in enumerate(found)}

        def order(section: Section) -> tuple[int, int]:
            wanted, usual = section.part.order, place[section.part.id]
            return (usual if wanted is None else wanted, usual)

        return sorted((one for one in found if hidden or not one.part.hidden), key=order)

    def _asked(
        self, section: PlanSection, id_: str, full: str, levels: Mapping[str, str]
    ) -> Section:
        part = self.parts.get(id_, Part(id_))
        part = replace(part, plan=full)
        weather = {level: levels[level] for level in section.levels if level in levels}
        return Section(part, part.title or section.title, section.prompt, section, weather)

    def about(self, full: str) -> Part:
        """What the person said about a whole plan: when to look again."""
        kind = "wellness" if full == WELL else "plan"
        return self.parts.get(f"{kind}:about/{full}", Part(f"{kind}:about/{full}", full))

    def written(self, full: str) -> bool:
        """Whether anything is written in a plan."""
        return any(part.lines for part in self.parts.values() if part.plan == full)


def with_line(part: Part, line: Written, at: int | None = None) -> Part:
    """A part with one more line, or with another line in place of one."""
    if at is None:
        return replace(part, lines=(*part.lines, line))
    return replace(part, lines=(*part.lines[:at], line, *part.lines[at + 1 :]))


def without_line(part: Part, at: int) -> Part:
    """A part without one of its lines."""
    return replace(part, lines=(*part.lines[:at], *part.lines[at + 1 :]))


def with_line_moved(part: Part, at: int, by: int) -> Part:
    """A part with one of its lines further up or down."""
    return replace(part, lines=tuple(moved(part.lines, at, by)))


def in_order(sections: Sequence[Section], at: int, by: int) -> list[Part]:
    """The parts to write down when a section moves up or down: those whose place is new."""
    after = moved(sections, at, by)
    return [
        replace(section.part, order=place)
        for place, section in enumerate(after)
        if section.part.order != place
    ]


def moved(things: Sequence[Any], at: int, by: int) -> list[Any]:
    """Some things with one of them further up or down, as far as there is room."""
    found = list(things)
    found.insert(min(max(at + by, 0), len(found) - 1), found.pop(at))
    return found


def lines_of(sections: Iterable[Section], slug: str) -> tuple[Written, ...]:
    """What is written in one section; nothing where it is not there."""
    return next((section.lines for section in sections if section.part.slug == slug), ())

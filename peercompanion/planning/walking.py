"""A walk through the support plan with all it needs from the sitting. Nothing of it is kept."""

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from peercompanion.language import _
from peercompanion.packs import help_lines
from peercompanion.practice import writing
from peercompanion.practice.choice import Choice
from peercompanion.practice.contacts import Contact, reachable_first
from peercompanion.practice.plan import LINES, STEADY, Part, Section, Written, lines_of, with_line
from peercompanion.practice.steadying import of_head, things
from peercompanion.practice.support_plan import ASIDES, Thing, Walk, begin
from peercompanion.practice.walk_words import label

if TYPE_CHECKING:
    from peercompanion.packs.vocabulary import Contains
    from peercompanion.practice.player import Player
    from peercompanion.practice.records import Record
    from peercompanion.sitting import Sitting

MOST_NAMES = 5
"""Names offered at the end; one is enough."""
MESSAGE = "core/reach-out"
"""The exercise that helps to write to someone."""
INTO_THE_PLAN = ("first-ten", "coming-back")
"""Answers, and sections, that take what helped."""


class Walking:
    """Where the walk stands, what is shown there, and what can be answered.

    Args:
        sitting: What was read.
        leave_out: What the person asked to leave out.
        region: Whose help lines.
        now: The local time, for who can be reached.
        at: Seconds on a clock that only goes forward.
        practising: It is calm: a line that confuses can be marked.
    """

    def __init__(
        self,
        sitting: "Sitting",
        leave_out: "frozenset[Contains]",
        region: str | None,
        *,
        now: datetime.datetime,
        at: float,
        practising: bool = False,
    ) -> None:
        self._sitting = sitting
        self._leave_out = leave_out
        self.practising = practising
        self.lines = sitting.lines_for_a_talk(region, now)
        plans, heads = sitting.days.plans, sitting.heads
        offered = things(self.sections, heads, leave_out)
        self.walk: Walk = begin(
            sorted(offered, key=lambda thing: thing.item == sitting.just_done),
            reachable_first(plans.people(), now),
            [line.id for line in self.lines],
            at=at,
            written=plans.written(STEADY),
            harder=[of_head(heads[item]) for item in sitting.harder if item in heads],
            practising=practising,
            asides=[aside for aside in ASIDES if aside == "rate" or lines_of(self.sections, aside)],
        )

    def take_lines(self, region: str | None, now: datetime.datetime) -> None:
        """Have the lines of another region instead, the first to try first."""
        self.lines = self._sitting.lines_for_a_talk(region, now)
        self.walk = replace(self.walk, lines=[line.id for line in self.lines], line=0)

    @property
    def sections(self) -> list[Section]:
        """The plan."""
        return self._sitting.sections(STEADY)

    # What is shown

    def says(self) -> list[str]:
        """The sentences that stand on the screen."""
        return list(filter(None, map(self._sitting.sentence, self.walk.says)))

    def shown(self) -> list[str]:
        """The one thing or person, or what the person wrote to themselves."""
        walk = self.walk
        match walk.state:
            case "thing" if walk.thing:
                return [walk.thing.words]
            case "people" | "with-someone" if walk.person:
                return [walk.person.name]
            case "remember":
                return [line.text for line in lines_of(self.sections, "remember")]
            case "lines":
                own = lines_of(self.sections, LINES)
                return [line.text for line in own if not line.link]
            case _:
                return []

    def about_thing(self) -> list[str]:
        """How to do the one thing: an exercise's own words, a line's number and hours."""
        thing = self._thing
        if thing and thing.item:
            return self._sitting.steady_lines([thing.item], self._leave_out)
        kind, _colon, full = (thing.link if thing else "").partition(":")
        line = self._sitting.help_line(full) if kind == "resource" else None
        return [help_lines.sentence(line), line.title] if line else []

    @property
    def _thing(self) -> Thing | None:
        """The one thing, while it stands on the screen."""
        return self.walk.thing if self.walk.state == "thing" else None

    @property
    def link(self) -> str:
        """What else the one thing leads to, where that is not on the screen already."""
        thing = self._thing
        return "" if thing is None or self.person() else thing.link

    def player(self, choice: str, names: Mapping[str, str]) -> "tuple[str, Player] | None":
        """The exercise an answer plays: the one thing, or a message to be written first.

        The one thing is played in its small version, where there is one.
        """
        thing = self.walk.thing.item if self.walk.thing else None
        item = thing if choice == "guided" else MESSAGE
        guide = self._sitting.exercise(item) if item else None
        if item is None or guide is None:
            return None
        small = choice == "guided" and bool(guide.small)
        player = self._sitting.player(item, self._leave_out, names, small=small)
        return (item, player) if player else None

    def person(self) -> Contact | None:
        """Whose ways and times stand on the screen: the one offered, or whom a line leads to."""
        if self.walk.state == "people":
            return self.walk.person
        contacts = self._sitting.days.plans.contacts
        return contacts.get(self._thing.link) if self._thing else None

    # What can be answered

    def rows(self) -> Iterable[Choice]:
        """The answers that lead somewhere now, as rows; the way out has its own key."""
        walk = self.walk
        for choice in walk.choices:
            if choice == "someone":
                for person in walk.people[:MOST_NAMES]:
                    yield Choice(person.name, "someone")
            elif walk.state == "weather" and choice == "person":
                for sign in lines_of(self.sections, "weather"):
                    yield Choice(sign.text, "person" if sign.people else "back")
            elif choice != "leave":
                yield Choice(label(self._sitting.sentence, walk, choice), choice)
        if walk.state == "people":
            yield Choice(_("Write a message first"), "message", mark="›")
        if self._line() is not None and self.practising:
            yield Choice(_("This confuses"), "unclear")
        if self.link:
            yield Choice(_("Open it"), "open", mark="›")

    def answer(self, choice: str, at: float) -> None:
        """Go where an answer leads."""
        if choice == "harder" and self.walk.thing and self.walk.thing.item:
            self._sitting.harder.append(self.walk.thing.item)
        self.walk = self.walk.after(choice, at)

    # What may be kept, where the person says so

    def wish(self, now: datetime.datetime) -> "Record | None":
        """The wish for the after-care list, once the walk is over."""
        return writing.after_care(offer=True, at=now) if self.walk.after_care else None

    def helped(self, section: str, words: str, now: datetime.datetime) -> "Record":
        """What helped, put into one of `INTO_THE_PLAN`."""
        return writing.part(with_line(self._part(section), Written(words)), now)

    def unclear(self, now: datetime.datetime) -> "Record | None":
        """The line on the screen marked as one that confuses."""
        shown = self._line()
        if shown is None:
            return None
        part, at = shown
        return writing.part(with_line(part, replace(part.lines[at], unclear=True), at), now)

    def _line(self) -> tuple[Part, int] | None:
        """The line of the plan that stands on the screen."""
        section, _colon, number = (self._thing.id if self._thing else "").partition(":")
        return (self._part(section), int(number)) if number else None

    def _part(self, slug: str) -> Part:
        found = (section.part for section in self.sections if section.part.slug == slug)
        return next(found, Part(f"plan:{slug}", STEADY))

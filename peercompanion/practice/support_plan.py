"""The walk through a support plan: one thing at a time, then people, then lines.

Every answer is a normal one, and every way leads somewhere new. Nothing is worked out about the
person and nothing is written down here: a walk that is left is gone, but for one wish
(`after_care`). A pack has words for it (`words/walk.toml`) and cannot change where it leads.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

from peercompanion.practice.contacts import Contact

State = Literal[
    "thing",
    "how",
    "eased",
    "people",
    "with-someone",
    "lines",
    "remember",
    "weather",
    "rate",
    "who-knows",
    "closing",
    "helped",
    "after-care",
    "left",
]
"""What is on the screen. `left`: the walk is over."""

PEOPLE_AFTER = 2
"""Things that did not ease, after which people come."""
LINES_AFTER = 3
"""Things that did not ease, after which the lines come."""
LINES_AFTER_SECONDS = 15 * 60
"""Seconds without anything that eased, after which the lines come."""
NO_ANSWERS = 2
"""People who did not answer, after whom the lines come."""
ASIDES = ("remember", "weather", "rate")
"""What can be looked at from the one thing, and leads back to it."""


@dataclass(frozen=True)
class Thing:
    """One thing to do: a line of the plan, or an exercise."""

    id: str
    words: str
    item: str | None = None
    """Full id of the exercise it opens, where it is one."""
    kind: str | None = None
    """What kind of exercise it is (`packs.vocabulary.Kind`); None for a person's own words."""
    outward: bool = False
    """It leads attention outward, as far as that is known."""
    link: str = ""
    """What else it leads to: a person, a help line or a chart, such as `resource:core/us-988`."""


@dataclass(frozen=True)
class Walk:
    """Where a walk stands. `choices` says what can be answered, `after` where that leads.

    Attributes:
        things: What may be offered, in order.
        people: Who may be offered, in order (`contacts.reachable_first`).
        lines: Ids of the lines, the first to try first.
        began: Seconds on a clock that only goes forward.
        practising: It is calm, and nothing is asked about a next time.
        asides: Those of `ASIDES` that hold something.
    """

    things: Sequence[Thing]
    people: Sequence[Contact] = ()
    lines: Sequence[str] = ()
    began: float = 0.0
    practising: bool = False
    asides: tuple[str, ...] = ASIDES
    state: State = "thing"
    says: tuple[str, ...] = ("one-thing",)
    """Ids of the sentences that stand on the screen."""
    thing: Thing | None = None
    person: Contact | None = None
    line: int = 0
    """The line that stands out, counted from 0."""
    after_care: bool = False
    """The person asked to be offered the after-care list next time: all that may be kept."""
    _offered: frozenset[str] = field(default=frozenset(), repr=False)
    _not_eased: int = field(default=0, repr=False)
    _no_answers: int = field(default=0, repr=False)
    _harder: frozenset[str] = field(default=frozenset(), repr=False)
    _hard: bool = field(default=True, repr=False)
    _lines_came: bool = field(default=False, repr=False)
    _told_what_helped: bool = field(default=False, repr=False)

    # What can be answered

    @property
    def choices(self) -> tuple[str, ...]:
        """The answers that lead somewhere now. Lines and the way out are always among them."""
        own: tuple[str, ...] = {
            "thing": (
                "tried",
                *self._if("guided", self.thing and self.thing.item),
                *self._if("another", self._next_thing()),
                "person",
                "lines",
                *self.asides,
            ),
            "how": ("easier", "same", "harder", "unsaid"),
            "eased": ("stay", *self._if("more", self._next_thing()), "enough"),
            "people": self._people_choices(),
            "with-someone": ("talked", *self._if("did-not-help", self._someone_else())),
            "lines": (
                "with-them",
                *self._if("next", self.line + 1 < len(self.lines)),
                *self._if("person", self._next_person()),
                *self._if("more", self._next_thing()),
                "enough",
            ),
            "remember": ("back",),
            "weather": ("back", "person"),
            "rate": ("back",),
            "who-knows": ("someone", "no-one"),
            "closing": (*self._if("helped", not self._told_what_helped), "enough"),
            "after-care": ("no", "yes"),
            "helped": ("first-ten", "coming-back", "enough"),
            "left": (),
        }[self.state]
        if self.state == "left":
            return ()
        there = self.state == "lines" or "lines" in own
        return (*own, *self._if("lines", not there), "leave")

    def _people_choices(self) -> tuple[str, ...]:
        more = self._if("more", self._next_thing())
        if self.person is None:
            return ("lines", *more)
        another = self._if("another", self._next_person())
        return ("with-them", "did-not-help", "no-answer", *another, *more)

    @staticmethod
    def _if(choice: str, there: object) -> tuple[str, ...]:
        return (choice,) if there else ()

    # Where an answer leads

    def after(self, choice: str, at: float) -> Walk:
        """The walk after an answer.

        Args:
            choice: One of `choices`.
            at: Seconds on the clock of `began`.

        Raises:
            ValueError: Nothing asks that now.

        """
        if choice not in self.choices:
            raise ValueError(f"{choice} is no answer to {self.state}")
        match self.state, choice:
            case _, "leave":
                return replace(self, state="left", says=("leave",))
            case _, "lines":
                return self._lines("lines")
            case _, "person":
                return self._people("people")
            case "thing", "tried" | "guided":
                return replace(self, state="how", says=("how-now",))
            case "thing", "remember" | "weather" | "rate":
                said = {"remember": ("remember",), "rate": ("how-stormy",)}
                return replace(self, state=choice, says=said.get(choice, ()))
            case _, "back":
                return replace(self, state="thing", says=("one-thing",))
            case "how", _:
                return self._answered(choice, at)
            case "eased", "stay":
                return replace(self, state="thing", says=("one-thing",))
            case "thing" | "eased" | "people" | "lines", "another" | "more":
                return self._people("people") if self._wants_person(choice) else self._one_thing()
            case "people", _:
                return self._of_a_person(choice)
            case "with-someone", "did-not-help":
                return self._people("did-not-help-then")
            case "lines", "next":
                return replace(self, line=self.line + 1, says=("next-line",))
            case "lines", "with-them":
                return replace(self, state="with-someone", says=("with-them-then",))
            case "who-knows", _:
                return replace(self, state="closing", says=("next-small-thing", "leave"))
            case "closing", "helped":
                return replace(self, state="helped", says=("what-helped",))
            case "helped", _:
                return replace(self, state="closing", says=("leave",), _told_what_helped=True)
            case "closing", "enough" if self._hard and not self.practising:
                return replace(self, state="after-care", says=("offer-after-care",))
            case "closing" | "after-care", _:
                return replace(self, state="left", says=("leave",), after_care=choice == "yes")
            case _:  # enough, talked
                return replace(self, state="who-knows", says=("who-knows",))

    def _wants_person(self, choice: str) -> bool:
        return self.state == "people" and choice == "another"

    def _answered(self, how: str, at: float) -> Walk:
        """Go on after an answer to "How is it now?"."""
        if how == "easier":
            eased = replace(self, _not_eased=0, _hard=bool(self._harder), began=at)
            return replace(eased, state="eased", says=("easier",))
        walk = replace(self, _not_eased=self._not_eased + 1, _hard=True)
        harder: tuple[str, ...] = ()
        if how == "harder" and self.thing:
            walk, harder = walk.without(self.thing), ("harder",)
        long = at - self.began >= LINES_AFTER_SECONDS
        if not walk._lines_came and (walk._not_eased >= LINES_AFTER or long):
            return replace(walk, _lines_came=True)._lines(*harder, "lines-after-some")
        if walk._not_eased >= PEOPLE_AFTER or not walk._next_thing():
            return walk._people("people", first=harder)
        return walk._one_thing(*({"same": ("same",)}.get(how, harder)))

    def _of_a_person(self, choice: str) -> Walk:
        """Go on after what became of reaching for someone."""
        if choice == "with-them":
            return replace(self, state="with-someone", says=("with-them-then",))
        if choice == "did-not-help":
            return self._people("did-not-help-then")
        walk = replace(self, _no_answers=self._no_answers + 1)
        if walk._no_answers >= NO_ANSWERS:
            return walk._lines("no-answer-then", "lines")
        return walk._people("no-answer-then")

    def without(self, thing: Thing) -> Walk:
        """The walk without a thing that made it harder, and whatever is of its kind.

        From then on only things that are known to lead outward are offered.
        """
        return replace(self, _harder=self._harder | {thing.kind or thing.id})

    # What comes next

    def _next_thing(self) -> Thing | None:
        """The next thing not yet offered; after "harder" an outward one of another kind."""
        return next(
            (
                thing
                for thing in self.things
                if thing.id not in self._offered
                and not (self._harder & {thing.kind, thing.id})
                and (thing.outward or not self._harder)
            ),
            None,
        )

    def _next_person(self) -> Contact | None:
        return next((one for one in self.people if one.id not in self._offered), None)

    def _someone_else(self) -> bool:
        return self._next_person() is not None or self.line + 1 < len(self.lines)

    def _one_thing(self, *says: str) -> Walk:
        thing = self._next_thing()
        if thing is None:
            return self._people("people")
        offered = self._offered | {thing.id}
        says = (*says, "one-thing")
        return replace(self, state="thing", thing=thing, says=says, _offered=offered)

    def _people(self, said: str, first: tuple[str, ...] = ()) -> Walk:
        """Offer the next person; where none is left, the lines: there is a person too."""
        person = self._next_person()
        if person:
            offered = self._offered | {person.id}
            says = (*first, said)
            return replace(self, state="people", person=person, says=says, _offered=offered)
        if not self.people and self.state != "people":
            return replace(self, state="people", person=None, says=(*first, "nobody-yet"))
        after_one = self.state == "with-someone" and self.line + 1 < len(self.lines)
        walk = replace(self, line=self.line + after_one)
        return walk._lines(*first, *(() if said == "people" else (said,)), "lines")

    def _lines(self, *says: str) -> Walk:
        return replace(self, state="lines", says=says)


def begin(
    things: Sequence[Thing],
    people: Sequence[Contact],
    lines: Sequence[str],
    *,
    at: float,
    written: bool,
    harder: Iterable[Thing] = (),
    practising: bool = False,
    asides: Sequence[str] = ASIDES,
) -> Walk:
    """Begin a walk with its first thing on the screen: no question comes before it.

    Args:
        things: What may be offered, in the person's order.
        people: Who may be offered, those who can be reached now first.
        lines: Ids of the lines, the first to try first.
        at: Seconds on a clock that only goes forward.
        written: A plan is written; without one it is said that these are to start with.
        harder: What just made it harder: neither it nor its kind is offered.
        practising: It is calm, and nothing is asked about a next time.
        asides: Those of `ASIDES` that hold something.
    """
    walk = Walk(tuple(things), tuple(people), tuple(lines), at, practising, tuple(asides))
    for thing in harder:
        walk = walk.without(thing)
    return walk._one_thing(*(() if written else ("no-plan-yet",)))

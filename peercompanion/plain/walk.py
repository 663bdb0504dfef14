"""The walk through the plan, one thing at a time. `practice.support_plan` says where it leads."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from peercompanion.language import _
from peercompanion.packs import help_lines
from peercompanion.plain.talk import Back, Stop
from peercompanion.practice import writing
from peercompanion.practice.choice import Choice
from peercompanion.practice.contacts import Contact, reachable, reachable_first
from peercompanion.practice.opening_hours import said
from peercompanion.practice.plan import STEADY, Part, Written, lines_of, with_line
from peercompanion.practice.steadying import of_head, things
from peercompanion.practice.support_plan import Walk, begin
from peercompanion.practice.walk_words import label
from peercompanion.practice.words import times_of

if TYPE_CHECKING:
    from peercompanion.packs.help_lines import HelpLine
    from peercompanion.plain.companion import Companion

MOST_NAMES = 5
"""Names offered at the end; one is enough."""
_SAFE = {"thing": "tried", "how": "unsaid", "remember": "back", "weather": "back", "rate": "back"}
"""What Enter alone answers; elsewhere it is that this is enough, or the first answer."""


def walk(face: "Companion") -> None:
    """Walk through the plan; nothing of it is written down, but one wish."""
    Steadying(face).run()


class Steadying:
    """One walk."""

    def __init__(self, face: "Companion") -> None:
        self.face = face
        self.talk = face.talk
        self.sitting = face.sitting
        plans, heads = self.sitting.days.plans, self.sitting.heads
        self.lines = self._all_lines()
        self.walk: Walk = begin(
            things(self.sitting.sections(STEADY), heads, face.leave_out),
            reachable_first(plans.people(), face.clock.now()),
            [line.id for line in self.lines],
            at=face.clock.monotonic(),
            written=plans.written(STEADY),
            harder=[of_head(heads[item]) for item in self.sitting.harder if item in heads],
        )

    def run(self) -> None:
        """Say one thing, take one answer, until it is left."""
        danger = _("In danger? Call {emergency}. {crisis}.").format(**self.face.names())
        self.talk.say(danger)
        while self.walk.state != "left":
            self._say()
            try:
                chosen = self.talk.choose(list(self._rows()), enter=self._enter())
            except (Back, Stop):
                chosen = "leave"
            self._answer(chosen)
        if self.walk.after_care:
            self.face.keep(writing.after_care(offer=True, at=self.face.clock.now()))

    def _all_lines(self) -> "list[HelpLine]":
        here = help_lines.help_lines(self.face.region, self.sitting.added_lines())
        roles = ("warm", "crisis", "directory")
        return [line for role in roles for line in here if line.role == role]

    # What is said

    def _say(self) -> None:
        walk = self.walk
        self.talk.say(*(self.sitting.sentence(name) for name in walk.says))
        self.talk.say(*self._shown(walk))

    def _shown(self, walk: Walk) -> Iterable[str]:
        match walk.state:
            case "thing" if walk.thing:
                yield walk.thing.words
                if walk.thing.item:
                    yield from self.sitting.steady_lines([walk.thing.item], self.face.leave_out)
            case "people" | "with-someone" if walk.person:
                yield from self._about(walk.person)
            case "lines" if self.lines:
                line = self.lines[walk.line]
                yield f"{help_lines.sentence(line)}: {line.title}"
                yield said(line, self.face.clock.now())
            case "remember":
                for written in lines_of(self.sitting.sections(STEADY), "remember"):
                    yield written.text

    def _about(self, person: Contact) -> Iterable[str]:
        yield person.name
        yield person.what_for
        yield person.how
        if not reachable(person, self.face.clock.now()):
            yield _("best: {times}").format(times=times_of(person.best_times))

    # What can be answered

    def _rows(self) -> Iterable[Choice]:
        walk = self.walk
        for choice in walk.choices:
            if choice == "someone":
                for person in walk.people[:MOST_NAMES]:
                    yield Choice(person.name, "someone")
            elif walk.state == "weather" and choice == "person":
                for sign in lines_of(self.sitting.sections(STEADY), "weather"):
                    yield Choice(sign.text, "person" if sign.people else "back")
            elif choice != "leave":
                yield Choice(self._label(choice), choice)
        if walk.state == "people":
            yield Choice(_("Write a message first"), "message")

    def _label(self, choice: str) -> str:
        own = {
            "tried": _("I tried it"),
            "another": _("Another"),
            "person": _("A person"),
            "remember": _("What I wrote to myself"),
            "weather": _("My weather"),
            "rate": _("How stormy it is, 0 to 10"),
        }
        if self.walk.state == "thing" and choice in own:
            return own[choice]
        return label(self.sitting.sentence, self.walk, choice)

    def _enter(self) -> str:
        choices = self.walk.choices
        safe = _SAFE.get(self.walk.state, "enough")
        return safe if safe in choices else next((c for c in choices if c != "someone"), "leave")

    def _answer(self, choice: str) -> None:
        if choice == "message":
            from peercompanion.plain.exercise import front_page

            front_page(self.face, "core/reach-out")
            return
        if choice in ("first-ten", "coming-back"):
            self._write(choice)
        if choice == "harder" and self.walk.thing and self.walk.thing.item:
            self.sitting.harder.append(self.walk.thing.item)
        self.walk = self.walk.after(choice, self.face.clock.monotonic())

    def _write(self, slug: str) -> None:
        """What helped goes into the plan, where the person says so."""
        line = self.talk.line(_("Type it, or Enter for none:"))
        if line:
            found = (section.part for section in self.sitting.sections(STEADY))
            part = next((one for one in found if one.slug == slug), Part(f"plan:{slug}", STEADY))
            self.face.keep(writing.part(with_line(part, Written(line)), self.face.clock.now()))

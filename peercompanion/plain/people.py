"""People and places: who, what for, how, when, and whether they were asked."""

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from peercompanion.language import _
from peercompanion.plain.talk import Enough
from peercompanion.practice import writing
from peercompanion.practice.choice import Choice
from peercompanion.practice.contacts import TIMES, Contact
from peercompanion.practice.words import times, times_of

if TYPE_CHECKING:
    from peercompanion.packs.models.items import PlanSection
    from peercompanion.plain.companion import Companion


def people(face: "Companion", asks: "PlanSection") -> None:
    """Offer the people and places of the plan, in the person's own order, and new ones."""
    face.talk.say(f"{asks.title}:", asks.prompt, asks.tip or "")
    face.talk.say(_("From others:") if asks.examples else "", *asks.examples)

    def rows() -> Iterable[Choice]:
        for one in face.sitting.days.plans.people():
            note = " · ".join(filter(None, [one.what_for, one.how]))
            yield Choice(one.name, one.id, note=note)
        yield Choice(_("A person"), "new:person")
        yield Choice(_("A place, a group or a line near me"), "new:place")

    def chosen(which: str) -> None:
        id_ = _new(face, which.removeprefix("new:")) if which.startswith("new:") else which
        if id_:
            one = OneContact(face, id_)
            face.talk.room(one.contact.name, lambda: list(one.rows()), one.chosen)

    face.talk.room(asks.title, rows, chosen)


def _new(face: "Companion", kind: str) -> str:
    name = face.talk.line(_("What is the name? Enter for none:"))
    if not name:
        return ""
    id_, order = face.new_id(kind), len(face.sitting.days.plans.contacts)
    contact = Contact(id_, name, order=order, looked_at=face.today)
    return id_ if face.keep(writing.contact(contact, face.clock.now())) else ""


class OneContact:
    """One person or place. Every part can stay empty."""

    def __init__(self, face: "Companion", id_: str) -> None:
        self.face = face
        self.talk = face.talk
        self.contact_id = id_

    @property
    def contact(self) -> Contact:
        """What is known now."""
        return self.face.sitting.days.plans.contacts[self.contact_id]

    def rows(self) -> Iterable[Choice]:
        """What is known, each row to change it."""
        one = self.contact
        yield Choice(_("Name"), "name", note=one.name)
        yield Choice(_("What for"), "what_for", note=one.what_for or _("company, talk, help"))
        yield Choice(_("How to reach them"), "how", note=one.how)
        yield Choice(_("Good times"), "times", note=times_of(one.best_times))
        asked, private = ("●" if on else "" for on in (one.asked, one.private))
        yield Choice(_("I asked them, and they said yes"), "asked", mark=asked)
        yield Choice(_("Private: left out when I print"), "private", mark=private)
        if one in self.face.sitting.days.plans.to_ask_about(self.face.today):
            yield Choice(_("All of this is still so"), "still")
        yield Choice(_("Write to them"), "message")
        yield Choice(_("Take them out"), "gone")

    def chosen(self, what: str) -> None:
        """Change one thing."""
        one = self.contact
        match what:
            case "name" | "what_for" | "how":
                if said := self.talk.line(_("Type it, or Enter to leave it as it is:")):
                    self._put(replace(one, **{what: said}))  # type: ignore[arg-type]
            case "times":
                self.talk.room(_("Good times"), lambda: list(self._times()), self._time)
            case "asked":
                self._put(replace(one, asked=not one.asked))
            case "private":
                self._put(replace(one, private=not one.private))
            case "still":
                self._put(one)
            case "message":
                from peercompanion.plain.exercise import front_page

                front_page(self.face, "core/reach-out")
            case "gone":
                self.face.keep(writing.contact_gone(one, self.face.clock.now()))
                raise Enough

    def _times(self) -> Iterable[Choice]:
        for time in TIMES:
            mark = "●" if time in self.contact.best_times else ""
            yield Choice(times()[time], time, mark=mark)

    def _time(self, which: str) -> None:
        one = self.contact
        kept = tuple(each for each in one.best_times if each != which)
        self._put(replace(one, best_times=kept if kept != one.best_times else (*kept, which)))

    def _put(self, changed: Contact) -> None:
        looked_at = replace(changed, looked_at=self.face.today)
        self.face.keep(writing.contact(looked_at, self.face.clock.now()))

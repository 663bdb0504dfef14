"""People and places of a plan: who, what for, how, when, and whether they were asked."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from peercompanion.language import _
from peercompanion.practice import writing
from peercompanion.practice.choice import Choice, Question
from peercompanion.practice.contacts import TIMES, Contact
from peercompanion.practice.plan import PEOPLE
from peercompanion.practice.words import times, times_of

if TYPE_CHECKING:
    from peercompanion.practice.choice import Outcome
    from peercompanion.sitting import Sitting


PART = f"plan:{PEOPLE}"
"""The part of the support plan that people and places stand in."""


def rows(sitting: "Sitting") -> Iterable[Choice]:
    """Everyone in the person's own order, and a new one."""
    for number, one in enumerate(sitting.days.plans.people(), start=1):
        note = " · ".join(filter(None, [one.what_for, one.how]))
        yield Choice(one.name, f"one:{one.id}", str(number) if number < 10 else "", note)
    yield Choice(_("A person"), "new:person", "t", mark="›")
    yield Choice(_("A place, a group or a line near me"), "new:place", "g", mark="›")


def new(sitting: "Sitting", id_: str, now: datetime.datetime) -> Question:
    """Someone new, who begins with a name."""
    order = len(sitting.days.plans.contacts)

    def named(name: str) -> "Outcome":
        made = Contact(id_, name, order=order, looked_at=now.date())
        return (writing.contact(made, now),)

    return Question(_("What is the name?"), named)


@dataclass(frozen=True)
class OneContact:
    """One person or place as they are known now. Every part can stay empty."""

    sitting: "Sitting"
    id: str

    @property
    def contact(self) -> Contact:
        """What is known."""
        return self.sitting.days.plans.contacts.get(self.id, Contact(self.id, _("Taken out")))

    def due(self, today: datetime.date) -> bool:
        """Whether it is time to ask, once a season, if all of it still holds."""
        return self.contact in self.sitting.days.plans.to_ask_about(today)

    def rows(self, today: datetime.date) -> Iterable[Choice]:
        """What is known, each row to change it."""
        one = self.contact
        if self.due(today):
            yield Choice(_("All of this is still so"), "still", "y")
        yield Choice(_("Name"), "name", "1", note=one.name)
        yield Choice(_("What for"), "what_for", "2", note=one.what_for or _("company, talk, help"))
        yield Choice(_("How to reach them"), "how", "3", note=one.how)
        yield Choice(_("Good times"), "times", "4", note=times_of(one.best_times))
        yield Choice(_("I asked them, and they said yes"), "asked", "5", mark=_mark(one.asked))
        yield Choice(_("Private: left out when I print"), "private", "6", mark=_mark(one.private))
        yield Choice(" ")
        yield Choice(_("Write to them"), "message", "m", mark="›")
        if self._first != one:
            yield Choice(_("Put them first"), "first", "f")
        yield Choice(_("Take them out"), "gone", "x")

    def time_rows(self) -> Iterable[Choice]:
        """The times that can be good ones."""
        for number, time in enumerate(TIMES, start=1):
            mark = _mark(time in self.contact.best_times)
            yield Choice(times()[time], f"time:{time}", str(number), mark=mark)

    def chosen(self, what: str, which: str, now: datetime.datetime) -> "Outcome":
        """What is known after a row was chosen that opens nothing."""
        one = self.contact
        match what:
            case "name":
                words = _("What is the name?")
                return Question(words, lambda said: self._as(now, name=said), one.name)
            case "what_for":
                words = _("What for: company, talk, practical help, urgent help?")
                return Question(words, lambda said: self._as(now, what_for=said), one.what_for)
            case "how":
                words = _("How do you reach them? A number, an address, a way.")
                return Question(words, lambda said: self._as(now, how=said), one.how)
            case "time":
                others = tuple(each for each in one.best_times if each != which)
                best = others if which in one.best_times else (*others, which)
                return self._as(now, best_times=best)
            case "asked":
                return self._as(now, asked=not one.asked)
            case "private":
                return self._as(now, private=not one.private)
            case "first":
                return self._as(now, order=self._first.order - 1)
            case "still":
                return self._as(now)
            case "gone":
                return (writing.contact_gone(one, now),)
        raise ValueError(what)

    @property
    def _first(self) -> Contact:
        """Who stands first; this one, once everybody is taken out."""
        return next(iter(self.sitting.days.plans.people()), self.contact)

    def _as(self, now: datetime.datetime, **changed: object) -> "Outcome":
        """Whoever changes anything has looked at all of it."""
        after = replace(self.contact, looked_at=now.date(), **changed)  # type: ignore[arg-type]
        return (writing.contact(after, now),)


def _mark(so: bool) -> str:
    return "●" if so else "○"

"""A whole plan: its parts in the person's order, and what lies beside them."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from peercompanion.language import _, ngettext
from peercompanion.planning.people import PART as PEOPLE
from peercompanion.practice import writing
from peercompanion.practice.choice import Choice, Question
from peercompanion.practice.plan import LOOK_AGAIN, STEADY, WELL, Part, Section

if TYPE_CHECKING:
    from peercompanion.practice.choice import Outcome
    from peercompanion.sitting import Sitting


@dataclass(frozen=True)
class WholePlan:
    """One plan as it is now.

    Attributes:
        sitting: What was read.
        full: The plan's full id.
    """

    sitting: "Sitting"
    full: str

    @property
    def title(self) -> str:
        """What it is called."""
        plan = self.sitting.plan(self.full)
        return plan.title if plan else _("My plan")

    @property
    def intro(self) -> str:
        """What it is for, until something is written."""
        plan, written = self.sitting.plan(self.full), self.sitting.days.plans.written(self.full)
        return plan.intro if plan and not written else ""

    def notes(self, today: datetime.date) -> list[str]:
        """The invitation to look again, once its day has come; where the plan is kept."""
        plan = self.sitting.plan(self.full)
        if plan is None:
            return [_("This one cannot be opened. The others are fine.")]
        day = self._look_again
        invited = plan.review if day and day <= today else ""
        return list(filter(None, [invited, plan.storage]))

    @property
    def _look_again(self) -> datetime.date | None:
        return self.sitting.days.plans.about(self.full).look_again

    # What can be chosen

    def rows(self, today: datetime.date, *, hidden: bool = False) -> Iterable[Choice]:
        """The parts, then what can be done with the whole; the support plan has more.

        Args:
            today: The local day.
            hidden: The parts the person hid as well.
        """
        if self.full == STEADY:
            yield from self._first(today)
        sections = self.sitting.sections(self.full, hidden=hidden)
        for number, section in enumerate(sections, start=1):
            yield self._row(section, str(number) if number < 10 else "")
        yield Choice(" ")
        yield Choice(_("A part of my own"), "add", "n", mark="›")
        if hidden or len(sections) < len(self.sitting.sections(self.full, hidden=True)):
            words = _("Show fewer parts") if hidden else _("Show the parts I hid")
            yield Choice(words, "hidden", "x")
        yield Choice(_("Look again"), "look", "v", self._look_again_in_words(today), mark="›")
        yield Choice(_("Print it, or copy it"), "paper", "o", mark="›")
        if self.full == STEADY:
            yield from self._beside()

    def _row(self, section: Section, key: str) -> Choice:
        """A part as a row: its mark says whether something is written there."""
        count = len(section.lines)
        people = len(self.sitting.days.plans.contacts) if section.part.id == PEOPLE else 0
        notes = [
            ngettext("{n} line", "{n} lines", count).format(n=count) if count else "",
            ngettext("{n} name", "{n} names", people).format(n=people) if people else "",
            _("private") * section.private,
            _("hidden") * section.part.hidden,
        ]
        mark = "●" if count or people else "○"
        note = " · ".join(filter(None, notes))
        return Choice(section.title, f"section:{section.part.id}", key, note, mark=mark)

    def _first(self, today: datetime.date) -> Iterable[Choice]:
        plans = self.sitting.days.plans
        yield Choice(_("One thing at a time"), "walk", "s", leads=True)
        if self.sitting.after_care:
            yield Choice(self.sitting.sentence("after-care-now"), "after-care", "c", mark="›")
        yield Choice(" ")
        for one in plans.to_ask_about(today)[:1]:
            said = _("Is all of this still so for {name}?").format(name=one.name)
            yield Choice(said, f"contact:{one.id}", "y", mark="›")

    def _beside(self) -> Iterable[Choice]:
        yield Choice(" ")
        yield Choice(_("What keeps me well"), f"plan:{WELL}", "k", mark="›")
        for full in self.sitting.library.ids("plans"):
            other = self.sitting.plan(full)
            if other and full not in (STEADY, WELL):
                yield Choice(other.title, f"plan:{full}", mark="›")
        yield Choice(_("Practice it while it is calm"), "practise", "b", mark="›")
        yield Choice(_("Help lines"), "lines", "l", mark="›")
        yield Choice(_("Finding a peer supporter"), "peer-support", "f", mark="›")

    def _look_again_in_words(self, today: datetime.date) -> str:
        day = self._look_again
        if day is None:
            return _("when you like")
        return _("now, if you like") if day <= today else f"{day:%d %b %Y}"

    # What choosing makes of it

    def add(self, record_id: str, now: datetime.datetime) -> "Outcome":
        """A part of the person's own."""
        kind = "wellness" if self.full == WELL else "plan"

        def made(title: str) -> "Outcome":
            return (writing.part(Part(f"{kind}:own-{record_id}", self.full, title), now),)

        return Question(_("What is it called?"), made)

    # When to look again

    def look_again_rows(self, today: datetime.date) -> Iterable[Choice]:
        """A few days to choose from; the choice can be taken back."""
        words = (_("In a month"), _("In a season"), _("In half a year"), _("In a year"))
        for number, (said, away) in enumerate(zip(words, LOOK_AGAIN, strict=True), start=1):
            day = today + away
            yield Choice(said, f"day:{day}", str(number), f"{day:%d %b %Y}")
        yield Choice(_("Another day"), "other", "d", mark="›")
        if self._look_again:
            yield Choice(_("No day"), "day:", "x")

    def look_again_chosen(self, what: str, which: str, now: datetime.datetime) -> "Outcome":
        """The plan with another day to look again, or with none."""
        if what == "other":
            return Question(
                _("Which day? As in {example}.").format(example=now.date() + LOOK_AGAIN[0]),
                lambda said: self._on(said.strip(), now),
            )
        return self._on(which, now)

    def _on(self, said: str, now: datetime.datetime) -> "Outcome":
        try:
            day = datetime.date.fromisoformat(said) if said else None
        except ValueError:
            day = now.date()
        if day and day <= now.date():
            example = now.date() + LOOK_AGAIN[0]
            return _("A day to come, as in {example}.").format(example=example)
        about = replace(self.sitting.days.plans.about(self.full), look_again=day)
        return (writing.part(about, now),)

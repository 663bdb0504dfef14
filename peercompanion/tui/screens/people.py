"""People and places: who, what for, how, when, and whether they were asked."""

from collections.abc import Iterable
from dataclasses import replace

from peercompanion.language import _
from peercompanion.packs.models.items import PlanSection
from peercompanion.practice import writing
from peercompanion.practice.contacts import TIMES, Contact
from peercompanion.practice.words import times, times_of
from peercompanion.sitting import Sitting
from peercompanion.tui.screens.asking import AskingPage
from peercompanion.tui.widgets.choices import Choice


class People(AskingPage):
    """The people and places of the plan, in the person's own order."""

    def __init__(self, sitting: Sitting, asks: PlanSection) -> None:
        super().__init__(sitting)
        self.asks = asks

    def title_text(self) -> str:
        """The part's name."""
        return self.asks.title

    def lead(self) -> str:
        """The prompt."""
        return self.asks.prompt

    def below(self) -> str:
        """The tip and the examples."""
        examples = "\n".join(f"· {each}" for each in self.asks.examples)
        return "\n\n".join(filter(None, [self.asks.tip, _("From others:") + f"\n{examples}"]))

    def rows(self) -> Iterable[Choice]:
        """Everyone, and a new one."""
        for number, one in enumerate(self.days.plans.people(), start=1):
            note = " · ".join(filter(None, [one.what_for, one.how]))
            yield Choice(one.name, f"one:{one.id}", str(number) if number < 10 else "", note)
        yield Choice(_("A person"), "new:person", "t", mark="›")
        yield Choice(_("A place, a group or a line near me"), "new:place", "g", mark="›")

    async def chosen(self, what: str, which: str) -> None:
        """Open someone, or begin with a name."""
        if what == "one":
            self.app.push_screen(ContactPage(self.sitting, which))
        else:
            self.ask(_("What is the name?"), lambda name: self._new(which, name))

    def _new(self, kind: str, name: str) -> None:
        id_, order = self.new_id(kind), len(self.days.plans.contacts)
        contact = Contact(id_, name, order=order, looked_at=self.today)

        def show() -> None:
            self.app.push_screen(ContactPage(self.sitting, id_))

        self.keep(writing.contact(contact, self.now), show)


class ContactPage(AskingPage):
    """One person or place. Every part can stay empty."""

    def __init__(self, sitting: Sitting, id_: str) -> None:
        super().__init__(sitting)
        self.contact_id = id_
        self.asking_times = False

    @property
    def contact(self) -> Contact:
        """What is known now."""
        known = self.days.plans.contacts
        return known.get(self.contact_id, Contact(self.contact_id, _("Taken out")))

    def title_text(self) -> str:
        """Their name."""
        return self.contact.name

    def lead(self) -> str:
        """What is asked."""
        return _("When are good times?") if self.asking_times else ""

    def below(self) -> str:
        """Once a season, whether it still holds."""
        due = self.contact in self.days.plans.to_ask_about(self.today)
        return _("Is all of this still so? Once a season is enough.") if due else ""

    def rows(self) -> Iterable[Choice]:
        """What is known, each row to change it."""
        one = self.contact
        if self.asking_times:
            for number, time in enumerate(TIMES, start=1):
                mark = "●" if time in one.best_times else "○"
                yield Choice(times()[time], f"time:{time}", str(number), mark=mark)
            yield Choice(_("That is it"), "times-done", "g", mark="›")
            return
        yield Choice(_("Name"), "name", "1", note=one.name)
        yield Choice(_("What for"), "what_for", "2", note=one.what_for or _("company, talk, help"))
        yield Choice(_("How to reach them"), "how", "3", note=one.how)
        yield Choice(_("Good times"), "times", "4", note=times_of(one.best_times))
        mark = "●" if one.asked else "○"
        yield Choice(_("I asked them, and they said yes"), "asked", "5", mark=mark)
        mark = "●" if one.private else "○"
        yield Choice(_("Private: left out when I print"), "private", "6", mark=mark)
        yield Choice(" ")
        if one in self.days.plans.to_ask_about(self.today):
            yield Choice(_("All of this is still so"), "still", "y")
        yield Choice(_("Write to them"), "message", "m", mark="›")
        yield Choice(_("Take them out"), "gone", "x")

    async def chosen(self, what: str, which: str) -> None:
        """Change one thing."""
        one = self.contact
        match what:
            case "name":
                self.ask(
                    _("What is the name?"),
                    lambda said: self._put(replace(one, name=said)),
                    one.name,
                )
            case "what_for":
                words = _("What for: company, talk, practical help, urgent help?")
                self.ask(words, lambda said: self._put(replace(one, what_for=said)), one.what_for)
            case "how":
                words = _("How do you reach them? A number, an address, a way.")
                self.ask(words, lambda said: self._put(replace(one, how=said)), one.how)
            case "times" | "times-done":
                self.asking_times = what == "times"
                self.fill()
            case "time":
                kept = tuple(each for each in one.best_times if each != which)
                self._put(
                    replace(one, best_times=kept if kept != one.best_times else (*kept, which))
                )
            case "asked":
                self._put(replace(one, asked=not one.asked))
            case "private":
                self._put(replace(one, private=not one.private))
            case "still":
                self._put(one)
            case "message":
                self.app.open_exercise("core/reach-out")
            case "gone":
                self.keep(writing.contact_gone(one, self.now), self._done)

    def _put(self, changed: Contact) -> None:
        self.keep(writing.contact(replace(changed, looked_at=self.today), self.now))

    def _done(self) -> None:
        self.app.pop_screen()

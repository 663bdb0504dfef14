"""People and places: who, what for, how, when, and whether they were asked."""

from collections.abc import Iterable

from peercompanion.language import _
from peercompanion.planning import people
from peercompanion.planning.part import PartOfPlan
from peercompanion.practice.plan import STEADY
from peercompanion.sitting import Sitting
from peercompanion.tui.screens.asking import AskingPage
from peercompanion.tui.screens.plan_section import ArrangePage, from_others
from peercompanion.tui.widgets.choices import Choice


class People(AskingPage):
    """The people and places of the plan, in the person's own order."""

    PLACE = "people"

    def __init__(self, sitting: Sitting, region: str | None) -> None:
        super().__init__(sitting)
        self.part = PartOfPlan(sitting, STEADY, people.PART, region)

    def title_text(self) -> str:
        """The part's name."""
        return self.part.section.title

    def lead(self) -> str:
        """The prompt."""
        return self.part.section.prompt

    def below(self) -> str:
        """The tip and the examples."""
        return from_others(self.part.examples())

    def rows(self) -> Iterable[Choice]:
        """Everyone, a new one, and what can be done with the part."""
        yield from people.rows(self.sitting)
        yield Choice(" ")
        yield self.part.to_arrange()

    async def chosen(self, what: str, which: str) -> None:
        """Open someone, begin with a name, or arrange the part."""
        if what == "arrange":
            self.app.push_screen(ArrangePage(self.part))
            return
        id_ = which if what == "one" else self.new_id(which)

        def show() -> None:
            self.app.push_screen(ContactPage(self.sitting, id_))

        if what == "one":
            show()
        else:
            self.follow(people.new(self.sitting, id_, self.now), self.if_shown(show))


class ContactPage(AskingPage):
    """One person or place. Every part can stay empty."""

    def __init__(self, sitting: Sitting, id_: str) -> None:
        super().__init__(sitting)
        self.one = people.OneContact(sitting, id_)
        self.asking_times = False

    def place(self) -> str:
        """Who it is."""
        return f"contact:{self.one.id}"

    def title_text(self) -> str:
        """Their name."""
        return self.one.contact.name

    def lead(self) -> str:
        """What is asked: once a season, whether it still holds."""
        if self.asking_times:
            return _("When are good times?")
        due = self.one.due(self.today)
        return _("Is all of this still so? Once a season is enough.") if due else ""

    def rows(self) -> Iterable[Choice]:
        """What is known, each row to change it."""
        if not self.asking_times:
            yield from self.one.rows(self.today)
            return
        yield from self.one.time_rows()
        yield Choice(_("That is it"), "times-done", "g", mark="›")

    async def chosen(self, what: str, which: str) -> None:
        """Change one thing."""
        match what:
            case "times" | "times-done":
                self.asking_times = what == "times"
                self.turn()
            case "message":
                self.app.open_exercise("core/reach-out")
            case _:
                gone = self.if_shown(self.app.pop_screen) if what == "gone" else None
                self.follow(self.one.chosen(what, which, self.now), gone)

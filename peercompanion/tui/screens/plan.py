"""My plan, and what keeps me well: their parts, written one prompt at a time."""

from collections.abc import Iterable

from peercompanion.language import _
from peercompanion.planning.whole import WholePlan
from peercompanion.practice.plan import STEADY
from peercompanion.sitting import Sitting
from peercompanion.tui.screens.asking import AskingPage
from peercompanion.tui.widgets.choices import Choice


class PlanPage(AskingPage):
    """The parts of one plan, in the person's own order, and what lies beside them.

    Args:
        sitting: What was read.
        full: The plan's full id.
    """

    def __init__(self, sitting: Sitting, full: str = STEADY) -> None:
        super().__init__(sitting)
        self.plan = WholePlan(sitting, full)
        self.hidden = False

    def place(self) -> str:
        """The plan."""
        return f"plan:{self.plan.full}"

    def title_text(self) -> str:
        """The plan's name."""
        return self.plan.title

    def lead(self) -> str:
        """What the plan is for, until something is written."""
        return self.plan.intro

    def rows(self) -> Iterable[Choice]:
        """The parts, then what can be done with the whole."""
        return self.plan.rows(self.today, hidden=self.hidden)

    def below(self) -> str:
        """When to look again, as an invitation; where it is kept."""
        return "\n\n".join(self.plan.notes(self.today))

    async def chosen(self, what: str, which: str) -> None:
        """Open a part, or do something with the whole."""
        match what:
            case "section":
                self.open_section(which)
            case "add":
                self.follow(self.plan.add(self.new_id(), self.now))
            case "hidden":
                self.hidden = not self.hidden
                self.fill()
            case "look":
                self.app.push_screen(LookAgain(self.sitting, self.plan))
            case "paper":
                from peercompanion.tui.screens.paper import PaperPage

                self.app.push_screen(PaperPage(self.sitting, self.plan.full, self.app.region))
            case "plan":
                self.app.push_screen(PlanPage(self.sitting, which))
            case _:
                await self._beside(what, which)

    async def _beside(self, what: str, which: str) -> None:
        """Open what lies beside the parts of the support plan."""
        match what:
            case "practise":
                from peercompanion.tui.screens.walk import WalkPage

                self.app.push_screen(WalkPage(self.sitting, practising=True))
            case "after-care":
                self.sitting.after_care = False
                self.app.open_link("checklist:after-care")
            case "contact":
                from peercompanion.tui.screens.people import ContactPage

                self.app.push_screen(ContactPage(self.sitting, which))
            case task:
                from peercompanion.tui.routes import go

                await go(self.app, task)

    def open_section(self, part: str) -> None:
        """Open one part."""
        from peercompanion.planning.people import PART
        from peercompanion.tui.screens.people import People
        from peercompanion.tui.screens.plan_section import SectionPage

        if part == PART:
            self.app.push_screen(People(self.sitting, self.app.region))
        else:
            self.app.push_screen(SectionPage(self.sitting, self.plan.full, part, self.app.region))


class LookAgain(AskingPage):
    """When the person would like to be invited to look at the plan again."""

    def __init__(self, sitting: Sitting, plan: WholePlan) -> None:
        super().__init__(sitting)
        self.plan = plan

    def title_text(self) -> str:
        """Whose day it is."""
        return self.plan.title

    def lead(self) -> str:
        """What is asked."""
        return _("When would you like to look again?")

    def rows(self) -> Iterable[Choice]:
        """A few days."""
        return self.plan.look_again_rows(self.today)

    def below(self) -> str:
        """What comes of it."""
        return _("On that day the plan says so, and nothing else happens.")

    async def chosen(self, what: str, which: str) -> None:
        """Keep the day."""
        self.follow(
            self.plan.look_again_chosen(what, which, self.now), self.if_shown(self.app.pop_screen)
        )

"""Home: five doors, one minute, and what is of use today."""

import datetime
from collections.abc import Iterable
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.widget import Widget
from textual.widgets import Static

from peercompanion.language import _, day_in_words
from peercompanion.tui.page import Page, text
from peercompanion.tui.routes import go
from peercompanion.tui.widgets.choices import Choice, Choices
from peercompanion.tui.widgets.frame import TitleBar

if TYPE_CHECKING:
    from peercompanion.sitting import Sitting


class Home(Page):
    """The left side is the first frame; the right side fills its place when it is read."""

    FIRST = "#doors"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q", "leave", "Leave", key_display="q"),
        Binding("enter", "choose", "One minute"),
        Binding("1,2,3,4,5", "doors", "Open", key_display="1-5"),
        Binding("c", "check_in", "Check in"),
        Binding("s", "small_day", "Small day"),
    ]

    _offered = False
    """The after-care list stood here."""

    def fact(self) -> str:
        """The day, in words."""
        now = self.app.clock.now()
        day = day_in_words(now.date())
        return f"{day} · {now:%H:%M}" if self.app.preferences.clock else day

    def body(self) -> Iterable[Widget]:
        """The doors to the left; to the right an empty place, kept for what is read."""
        with Horizontal(id="sides"):
            with Vertical(id="left"):
                yield text(greeting(self.app.clock.now()), "lead", id="greeting")
                yield Choices(doors(), id="doors")
            with Vertical(id="right"):
                yield Choices(id="useful", enter_word="")
                yield text("", "quiet", id="notice")

    def on_mount(self) -> None:
        """Paint, then read, then fill the right side."""
        self.call_after_refresh(self.app.after_first_frame)

    def on_screen_resume(self) -> None:
        """Say what is so now: something may have been practised meanwhile."""
        self.query_one("#doors", Choices).at = 0
        self.fill()

    def written_elsewhere(self) -> None:
        """Show it; where the app is closing there is nothing left to show it on."""
        for bar in self.query(TitleBar):
            bar.fact = self.fact()
        self.fill()

    @work(exclusive=True)
    async def fill(self) -> None:
        """Fill the right side, without moving anything."""
        sitting = await self.app.sitting()
        from peercompanion.tui.screens.useful import useful_rows  # not before the first frame

        if not self.query("#useful"):  # closed meanwhile
            return
        useful, today = self.query_one("#useful", Choices), self.app.clock.now().date()
        quiet = self.app.preferences.quiet_home
        rows = [] if quiet else list(useful_rows(sitting, today, self.app.leave_out))
        useful.renew(rows)
        if sitting.after_care and rows and not self._offered:
            self._offered_after_care()
        notice = self._notice(sitting)
        self.query_one("#notice", Static).update(notice)
        self.query_one("#right").set_class(bool(rows or notice), "-filled")

    def _offered_after_care(self) -> None:
        """Once: the next sitting is not to know of the wish."""
        from peercompanion.practice import writing

        self._offered = True
        self.app.keep(writing.after_care(offer=False, at=self.app.clock.now()))

    def _notice(self, sitting: "Sitting") -> str:
        notices = list(self.app.notices)
        if not sitting.records and not sitting.days.began:
            said = _("Everything stays on this computer, in {folder}.")
            notices.insert(0, said.format(folder=self.app.places.journal))
        return "\n\n".join(notices)

    @on(Choices.Chosen)
    async def _chosen(self, chosen: Choices.Chosen) -> None:
        """Go through a door, or open what is of use."""
        where = chosen.choice.id
        if where == "one-minute":
            self.action_one_minute()
        elif where == "pick":
            self.action_pick_one()
        elif where.startswith("exercise:"):
            self.app.open_exercise(where.removeprefix("exercise:"))
        elif ":" in where:
            await self._daily(where)
        else:
            await go(self.app, where)

    async def _daily(self, where: str) -> None:
        """Mark an item of the chart, or open a step or what was left half-way."""
        sitting = await self.app.sitting()
        if where.startswith("step:"):
            from peercompanion.tui.screens.steps import StepPage

            self.app.push_screen(StepPage(where, sitting))
        elif where.startswith("after-care:"):
            sitting.after_care = False
            self.fill()
            if where.endswith("open"):
                self.app.open_link("checklist:after-care")
        elif where.startswith("line:"):
            from peercompanion.tui.routes import to_place

            if screen := to_place(where.removeprefix("line:"), sitting, self.app.region):
                self.app.push_screen(screen)
        elif where.startswith("item:"):
            from peercompanion.practice import keeping

            chart, _slash, item = where.removeprefix("item:").rpartition("/")
            now = self.app.clock.now()
            self.app.keep(keeping.toggled(sitting.days, chart, item, now), self._marked)
        else:
            self.app.open_link(where)

    def _marked(self, problem: str | None) -> None:
        """Show what is on the disk now, or why it is not."""
        if problem:
            self.app.notices.append(problem)
        self.fill()

    def action_doors(self) -> None:
        """Go to the first door: whoever clicked on all of their keys has yet to choose one."""
        doors = self.query_one("#doors", Choices)
        doors.focus()
        doors.at = next(at for at, row in enumerate(doors.open_rows) if row.key == "1")

    async def action_check_in(self) -> None:
        """Say what the weather is inside."""
        await go(self.app, "check-in")

    async def action_small_day(self) -> None:
        """All in small versions today, or as usual again."""
        from peercompanion.practice import keeping

        days, now = (await self.app.sitting()).days, self.app.clock.now()
        self.app.keep(keeping.small_day(days, now), self._marked)

    @work
    async def action_one_minute(self) -> None:
        """Begin at once: one exercise of a minute."""
        sitting = await self.app.sitting()
        if found := sitting.one_minute(self.app.leave_out):
            self.app.begin(found.head.id, small=found.small)

    @work
    async def action_pick_one(self) -> None:
        """Open one exercise that fits; another one each time."""
        sitting = await self.app.sitting()
        if found := sitting.pick(sitting.suggest(self.app.leave_out)):
            self.app.open_exercise(found.head.id)

    async def leave(self) -> None:
        """Leave the app."""
        self.app.exit()


def doors() -> list[Choice]:
    """What Home leads to, in its order."""
    return [
        Choice(_("One minute, now"), "one-minute", "n", leads=True),
        Choice(" "),
        Choice(_("Pick one for me"), "pick", "p"),
        Choice(" "),
        Choice(_("Right now"), "right-now", "1"),
        Choice(_("Today"), "today", "2"),
        Choice(_("My plan"), "plan", "3"),
        Choice(_("Session"), "session", "4"),
        Choice(_("More"), "more", "5"),
    ]


def greeting(now: datetime.datetime) -> str:
    """A greeting for the hour."""
    if now.hour < 5:
        return _("Hello. It is late, or very early.")
    if now.hour < 12:
        return _("Good morning.")
    return _("Good afternoon.") if now.hour < 18 else _("Good evening.")

"""Home: five doors, one minute, and what is of use today."""

import datetime
from collections.abc import Iterable
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.widget import Widget
from textual.widgets import Static

from peercompanion.language import _, day_in_words, ngettext
from peercompanion.tui.page import Page, text
from peercompanion.tui.routes import go
from peercompanion.tui.widgets.choices import Choice, Choices

if TYPE_CHECKING:
    from peercompanion.practice.suggestions import Suggestion
    from peercompanion.tui.sitting import Sitting


class Home(Page):
    """The left side is the first frame; the right side fills its place when it is read."""

    FIRST = "#doors"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q", "leave", "Leave", key_display="q"),
        Binding("enter", "open", "One minute"),
        Binding("1,2,3,4,5", "doors", "Open", key_display="1-5"),
    ]

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
                yield Choices(id="useful")
                yield text("", "quiet", id="notice")

    def on_mount(self) -> None:
        """Paint, then read, then fill the right side."""
        self.call_after_refresh(self.app.after_first_frame)

    def on_screen_resume(self) -> None:
        """Say what is so now: something may have been practised meanwhile."""
        self.query_one("#doors", Choices).at = 0
        self.fill()

    @work(exclusive=True)
    async def fill(self) -> None:
        """Fill the right side, without moving anything."""
        sitting = await self.app.sitting()
        useful = self.query_one("#useful", Choices)
        useful.show(self._useful(sitting), useful.at)
        self.query_one("#notice", Static).update(self._notice(sitting))

    def _useful(self, sitting: "Sitting") -> list[Choice]:
        """What is of use today: what was left half-way, what has eased things."""
        if self.app.preferences.quiet_home:
            return []
        half_way = half_way_rows(sitting)
        if not sitting.records and not half_way:
            return first_rows()
        eased = sitting.eased(1, self.app.leave_out)
        return [*half_way, *(row for each in eased for row in eased_rows(each))]

    def _notice(self, sitting: "Sitting") -> str:
        notices = list(self.app.notices)
        if not sitting.records:
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
        else:
            await go(self.app, where)

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


def first_rows() -> list[Choice]:
    """What a first start offers."""
    return [
        Choice(_("To begin, any of these")),
        Choice(" "),
        Choice(_("A one-minute exercise"), "one-minute", "a", mark="›"),
        Choice(_("Set up my day"), "today", "b", mark="›"),
        Choice(_("Write my plan"), "plan", "c", mark="›"),
    ]


def half_way_rows(sitting: "Sitting") -> list[Choice]:
    """The exercise that was left half-way last, if there is one."""
    for draft in sitting.kept.drafts():
        if head := sitting.heads.get(draft.item):
            row = Choice(head.title, f"exercise:{draft.item}", "g", mark="›")
            return [Choice(_("Left half-way")), row, Choice(" ")]
    return []


def eased_rows(suggestion: "Suggestion") -> list[Choice]:
    """What has eased things before, with how often."""
    minutes = ngettext("{n} min", "{n} min", suggestion.minutes).format(n=suggestion.minutes)
    note = f"{minutes} · {times(suggestion.eased.easier, suggestion.eased.times)}"
    row = Choice(suggestion.head.title, f"exercise:{suggestion.head.id}", "e", note, mark="›")
    return [Choice(_("Has eased things before")), row]


def times(easier: int, of: int) -> str:
    """How often it eased things, told honestly when there are few."""
    if of == 1:
        return _("the one time you said")
    return _("{easier} of {of} times").format(easier=easier, of=of)


def greeting(now: datetime.datetime) -> str:
    """A greeting for the hour."""
    if now.hour < 5:
        return _("Hello. It is late, or very early.")
    if now.hour < 12:
        return _("Good morning.")
    return _("Good afternoon.") if now.hour < 18 else _("Good evening.")

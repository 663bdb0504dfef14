"""`peercompanion now`: one steady thing at once; then the plan and the lines."""

from collections.abc import Iterable
from typing import ClassVar

from textual import on, work
from textual.binding import Binding, BindingType
from textual.widget import Widget
from textual.widgets import Static

from peercompanion.language import _
from peercompanion.packs.first_cards import first_cards
from peercompanion.tui.page import Page, text
from peercompanion.tui.widgets.choices import Choice, Choices


class NowPage(Page):
    """Lies where Home lies. The first card is the first frame; nothing is asked and kept."""

    FIRST = ""
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q", "leave", "Leave", key_display="q"),
        Binding("enter,right,space", "next", "Next"),
        Binding("left", "back", "Back", key_display="←"),
    ]

    def __init__(self) -> None:
        super().__init__()
        self.at = 0

    def title_text(self) -> str:
        """What this is."""
        return _("Now")

    def fact(self) -> str:
        """How it goes."""
        return _("one thing at a time")

    def body(self) -> Iterable[Widget]:
        """One card; when all were seen, what can come next."""
        self.cards = first_cards(self.app.leave_out)
        card = self.cards[0]
        yield text(card.words, "lead", id="card")
        yield text(card.hint, "quiet", id="hint")
        yield Choices(id="rows")
        yield text("", "care", id="below")

    def on_mount(self) -> None:
        """Read on when the first card is on the screen."""
        self.query_one("#rows").display = False
        self.call_after_refresh(self.app.after_first_frame)

    def on_screen_resume(self) -> None:
        """Say the numbers, now that the card is there; after another country was chosen, its."""
        self.call_after_refresh(self._say_numbers)

    def _say_numbers(self) -> None:
        said = _("In danger? Call {emergency}. {crisis}.").format(**self.app.names())
        self.query_one("#below", Static).update(said)

    def fill(self) -> None:
        """There is no right side to fill."""

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Cards go on until the last, and back until the first."""
        if action == "next":
            return self.at < len(self.cards)
        return self.at > 0 if action == "back" else super().check_action(action, parameters)

    def action_next(self) -> None:
        """The next card, or what can come next."""
        self._go(1)

    def action_back(self) -> None:
        """The card before."""
        self._go(-1)

    def _go(self, by: int) -> None:
        self.at += by
        over = self.at == len(self.cards)
        words, hint = ("", "") if over else (self.cards[self.at].words, self.cards[self.at].hint)
        self.query_one("#card", Static).update(_("And now?") if over else words)
        self.query_one("#hint", Static).update(hint)
        rows = self.query_one("#rows", Choices)
        rows.display = over
        rows.show(next_rows() if over else [])
        self.set_focus(rows if over else None)
        self._name_keys()

    @on(Choices.Chosen)
    async def _chosen(self, chosen: Choices.Chosen) -> None:
        self.open(chosen.choice.id)

    @work
    async def open(self, what: str) -> None:
        """Go where a row leads."""
        if what == "help":
            self.action_help_now()
        elif what == "again":
            self._go(-self.at)
        elif what == "walk":
            from peercompanion.tui.screens.walk import WalkPage

            sitting = await self.app.sitting()
            sitting.just_done = self.cards[0].item
            self.app.push_screen(WalkPage(sitting))
        elif what == "plan":
            from peercompanion.tui.screens.plan import PlanPage

            self.app.push_screen(PlanPage(await self.app.sitting()))
        else:
            await self._become_home()

    async def _become_home(self) -> None:
        """Put Home where this was."""
        from peercompanion.tui.screens.home import Home

        self.app.home = Home()
        self._push_result_callback(self, None)  # Textual takes one away, and was never given one
        self.app.switch_screen(self.app.home)  # not awaited: this screen ends in it

    async def action_one_minute(self) -> None:
        """Do what Home does for this task."""
        await self._become_home()
        await self.app.home.run_action("one_minute")

    async def action_pick_one(self) -> None:
        """Do what Home does for this task."""
        await self._become_home()
        await self.app.home.run_action("pick_one")

    async def leave(self) -> None:
        """Leave the app."""
        self.app.exit()


def next_rows() -> list[Choice]:
    """What can come after the cards."""
    return [
        Choice(_("My plan, one thing at a time"), "walk", "1"),
        Choice(_("My whole plan"), "plan", "2"),
        Choice(_("Lines and people to talk with"), "help", "3"),
        Choice(_("Once more"), "again", "4"),
        Choice(_("Everything else"), "home", "5"),
    ]

"""Help now: the same screen from everywhere. It never closes by itself."""

import dataclasses
from collections.abc import Iterable
from typing import ClassVar

from textual import on, work
from textual.binding import Binding, BindingType
from textual.widget import Widget

from peercompanion.language import _
from peercompanion.packs import help_lines
from peercompanion.planning.lines import last_checked
from peercompanion.practice.words import danger_words, region_name
from peercompanion.tui import lines_shown
from peercompanion.tui.page import Page, text
from peercompanion.tui.screens.region import country_rows
from peercompanion.tui.widgets.choices import Choice, Choices


class HelpNow(Page):
    """The lines for danger and for talking, then the plan. Escape comes back."""

    CSS_PATH = "help_now.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,h", "leave", "Back", key_display="esc"),
        Binding("enter", "choose", "Choose"),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._region = self.app.region

    def names_key(self, action: str) -> bool:
        """Help is here already."""
        return action != "help_now"

    def title_text(self) -> str:
        """What this is."""
        return _("Help now")

    def fact(self) -> str:
        """Whose lines these are."""
        return region_name(self.app.region or "") if self._known else ""

    @property
    def _known(self) -> bool:
        return help_lines.has_lines(self.app.region)

    def body(self) -> Iterable[Widget]:
        """The lines first; without a region, countries with their numbers beside them."""
        if self._known:
            yield from self._lines()
            yield Choices(self._rows(), id="rows")
        else:
            yield text(_("Where are you? The numbers stand beside the names."), "lead")
            yield Choices(country_rows(), id="countries")
            yield text(_("Anywhere else: {directory}").format(directory=help_lines.DIRECTORY))
            yield Choices(self._rows(), id="rows")
            yield text(self._promise(), "quiet", id="below")

    def _lines(self) -> Iterable[Widget]:
        yield text(danger_words().format(**self.app.names()), "care", id="danger")
        firsts = help_lines.first_lines(self.app.region)
        talk = [line for line in firsts if line.role != "emergency"]
        yield lines_shown.HelpLines().show(talk, self.app.clock.now())
        yield text(f"{last_checked(talk)}\n{self._promise()}", "quiet")

    @staticmethod
    def _promise() -> str:
        return _("Nothing is called or sent for you. You choose.")

    def _rows(self) -> list[Choice]:
        here = [
            Choice(_("One thing at a time"), "walk", "1"),
            Choice(_("My whole plan"), "plan", "2"),
            Choice(_("In danger, or not sure"), "danger", "3"),
            Choice(_("Someone to talk with"), "talk", "4"),
            Choice(_("All lines here, and what each is for"), "all", "5"),
            Choice(_("Another country"), "country", "6"),
        ]
        return here if self._known else [row for row in here if row.id in ("walk", "plan")]

    def on_screen_resume(self) -> None:
        """Another country may have been chosen."""
        if self.app.region != self._region:
            self.app.replace(self, HelpNow())

    @on(Choices.Chosen, "#countries")
    def _country_chosen(self, chosen: Choices.Chosen) -> None:
        self.app.prefer(dataclasses.replace(self.app.preferences, region=chosen.choice.id))
        self.app.replace(self, HelpNow())

    @on(Choices.Chosen, "#rows")
    def _chosen(self, chosen: Choices.Chosen) -> None:
        self.open(chosen.choice.id)

    @work
    async def open(self, what: str) -> None:
        """Open what was chosen; what needs nothing that is read waits for nothing."""
        match what:
            case "danger":
                from peercompanion.tui.screens.danger import DangerPage

                self.app.push_screen(DangerPage())
            case "country":
                from peercompanion.tui.screens.region import RegionPage

                self.app.push_screen(RegionPage())
            case "talk" | "all":
                from peercompanion.tui.screens import lines

                sitting = await self.app.sitting()
                page = lines.Talk if what == "talk" else lines.AllLines
                self.app.push_screen(page(sitting))
            case "walk":
                from peercompanion.tui.screens.walk import WalkPage

                self.app.push_screen(WalkPage(await self.app.sitting()))
            case "plan":
                from peercompanion.tui.screens.plan import PlanPage

                self.app.push_screen(PlanPage(await self.app.sitting()))

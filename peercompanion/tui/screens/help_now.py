"""Help now: the same screen from everywhere. It never closes by itself."""

import dataclasses
from collections.abc import Iterable
from typing import ClassVar

from textual import on, work
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from peercompanion.language import _
from peercompanion.packs import help_lines
from peercompanion.packs.help_lines import HelpLine
from peercompanion.practice.words import region_name
from peercompanion.tui.page import Page, text
from peercompanion.tui.widgets.choices import Choice, Choices

STARTER = ("core/look-around", "core/feet-floor", "core/long-exhale")
"""The steadying things offered before a plan is written, the gentlest first."""


class HelpNow(Page):
    """The lines for danger and for talking, then one steady thing. Escape comes back."""

    CSS_PATH = "help_now.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,h", "leave", "Back"),
        Binding("enter", "choose", "Choose"),
    ]

    def title_text(self) -> str:
        """What this is."""
        return _("Help now")

    def fact(self) -> str:
        """Whose lines these are."""
        return region_name(self.app.region or "") if self._known else ""

    @property
    def _known(self) -> bool:
        return any(line.role == "emergency" for line in help_lines.help_lines(self.app.region))

    def body(self) -> Iterable[Widget]:
        """The lines first; without a region, countries with their numbers beside them."""
        if self._known:
            yield from self._lines()
        else:
            yield text(_("Where are you? The numbers stand beside the names."), "lead")
        yield Choices(self._rows() if self._known else self._countries())
        if not self._known:
            yield text(_("Anywhere else: {directory}").format(directory=help_lines.DIRECTORY))
        yield text(_("Nothing is called or sent for you. You choose."), "quiet", id="below")

    def _lines(self) -> Iterable[Widget]:
        names = self.app.names()
        danger = _(
            "Call {emergency} if someone may die or is hurt. {crisis}. If you have already taken "
            "something or hurt yourself, call {emergency} now, even if you feel all right."
        )
        yield text(danger.format(**names), "care", id="danger")
        firsts = help_lines.first_lines(self.app.region)
        talk = [line for line in firsts if line.role != "emergency"]
        yield Static(Content("\n").join(map(_in_short, talk)), classes="line")
        checked = max((line.checked for line in talk if line.checked), default=None)
        if checked:
            said = _("Checked {date}. If nobody answers, try the next one.")
            yield text(said.format(date=checked.strftime("%d %b %Y")), "quiet")

    def _rows(self) -> list[Choice]:
        return [
            Choice(_("One steady thing while I wait"), "steady", "1"),
            Choice(_("All lines here, and what each is for"), "all", "2"),
            Choice(_("Another country"), "country", "3"),
        ]

    def _countries(self) -> list[Choice]:
        rows = []
        for number, region in enumerate(help_lines.regions(), start=1):
            names = help_lines.names(region, help_key="F2")
            note = f"{names['emergency']} · {names['crisis']}"
            key = "123456789abcdefg"[number - 1 : number]
            rows.append(Choice(region_name(region), f"region:{region}", key, note=note))
        return rows

    @on(Choices.Chosen)
    async def _chosen(self, chosen: Choices.Chosen) -> None:
        what, _colon, region = chosen.choice.id.partition(":")
        match what:
            case "region":
                self.app.prefer(dataclasses.replace(self.app.preferences, region=region))
                self.app.switch_screen(HelpNow())
            case "country":
                self.query_one(Choices).show(self._countries())
            case "all":
                from peercompanion.tui.screens.lines import AllLines

                self.app.push_screen(AllLines())
            case "steady":
                self.steady()

    @work
    async def steady(self) -> None:
        """Begin one steady thing; the lines are one key away in it."""
        sitting = await self.app.sitting()
        if item := sitting.first_that_fits(STARTER, self.app.leave_out):
            self.app.begin(item, small=True)


def _in_short(line: HelpLine) -> Content:
    """A line and the first way to reach it."""
    reach = Content.styled(help_lines.sentence(line), "bold $secondary")
    return reach + Content.assemble(f"  {line.title}", (f"  {line.hours}", "$quiet"))


def line_shown(line: HelpLine) -> Widget:
    """One line: its name, and every way to reach it written out."""
    name = Content.styled(line.title, "bold")
    facts = " · ".join(filter(None, [line.hours, line.who]))
    ways = Content.styled("\n" + " · ".join(way.said for way in line.ways), "bold $secondary")
    return Static(name + ways + Content.styled(f"\n{facts}", "$quiet"), classes="line")

"""Whose help lines are shown: countries, with their numbers beside them."""

import dataclasses
from collections.abc import Iterable
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.widget import Widget

from peercompanion.language import _
from peercompanion.packs import help_lines
from peercompanion.practice.words import region_name
from peercompanion.tui.page import Page, text
from peercompanion.tui.widgets.choices import Choice, Choices


class RegionPage(Page):
    """Choosing one goes back."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "choose", "Choose")]

    def title_text(self) -> str:
        """Where this is."""
        return _("Help lines of")

    def body(self) -> Iterable[Widget]:
        """A row for each country."""
        yield Choices(country_rows(), id="countries")
        yield text(_("Anywhere else: {directory}").format(directory=help_lines.DIRECTORY))

    @on(Choices.Chosen)
    def _chosen(self, chosen: Choices.Chosen) -> None:
        self.app.prefer(dataclasses.replace(self.app.preferences, region=chosen.choice.id))
        self.app.pop_screen()


def country_rows() -> list[Choice]:
    """Countries with lines; the id of a row is the region."""
    rows = []
    for number, region in enumerate(help_lines.regions(), start=1):
        names = help_lines.names(region, help_key="F2")
        note = f"{names['emergency']} · {names['crisis']}"
        key = str(number) if number < 10 else ""
        rows.append(Choice(region_name(region), region, key, note=note))
    return rows

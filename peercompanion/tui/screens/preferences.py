"""Preferences: every one takes effect at once, and says what it changes."""

from collections.abc import Iterable
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.widget import Widget

from peercompanion.language import _
from peercompanion.preferring import changed, rows
from peercompanion.sitting import Sitting
from peercompanion.tui.page import Page, text
from peercompanion.tui.widgets.choices import Choices


class PreferencesPage(Page):
    """Enter changes a row: the next value, or on and off."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "choose", "Change")]

    def __init__(self, sitting: Sitting) -> None:
        super().__init__()
        self.sitting = sitting

    def title_text(self) -> str:
        """Where this is."""
        return _("Preferences")

    def body(self) -> Iterable[Widget]:
        """All of them in one list."""
        yield Choices(list(rows(self.app.preferences, self.app.region, self.sitting)), id="rows")
        yield text(_("Every change holds at once, and for next time."), "quiet", id="below")

    def on_screen_resume(self) -> None:
        """The region may have been chosen meanwhile."""
        self._show()

    def _show(self) -> None:
        choices = self.query_one("#rows", Choices)
        choices.show(list(rows(self.app.preferences, self.app.region, self.sitting)), choices.at)
        self._name_keys()

    @on(Choices.Chosen)
    def _chosen(self, chosen: Choices.Chosen) -> None:
        if chosen.choice.id == "region":
            from peercompanion.tui.screens.region import RegionPage

            self.app.push_screen(RegionPage())
            return
        self.app.prefer(changed(self.app.preferences, chosen.choice.id, self.sitting))
        self._show()

"""All help lines of a region: what each is for, when, and what it is not."""

from collections.abc import Iterable

from textual.widget import Widget

from peercompanion.language import _
from peercompanion.packs.help_lines import help_lines
from peercompanion.tui.page import Page, text
from peercompanion.tui.screens.help_now import line_shown


class AllLines(Page):
    """To be read; any way out leads back."""

    CSS_PATH = "help_now.tcss"
    FIRST = ".body"

    def title_text(self) -> str:
        """What this is."""
        return _("All lines here")

    def body(self) -> Iterable[Widget]:
        """Danger first, then a crisis, then a talk before one, then other help."""
        for line in help_lines(self.app.region):
            yield line_shown(line)
            if line.not_for:
                yield text(line.not_for, "quiet")

"""Where the data lies."""

from collections.abc import Iterable

from textual.widget import Widget

from peercompanion.language import _
from peercompanion.tui.page import Page, text


class Where(Page):
    """The folders, by what is in them."""

    FIRST = ".body"

    def title_text(self) -> str:
        """Where this is."""
        return _("Where is my data?")

    def body(self) -> Iterable[Widget]:
        """One folder a paragraph."""
        places = self.app.places
        yield text(_("Everything stays on this computer. Nothing is sent anywhere."), "lead")
        for words, folder in (
            (_("What you practised, as text files you can read:"), places.journal),
            (_("Your settings:"), places.config),
            (_("What you left half-way:"), places.drafts),
            (_("Content you add:"), places.packs),
        ):
            yield text(f"{words}\n{folder}")
        yield text(
            _("Someone who can open this computer can read this. Deleting a folder deletes it."),
            "quiet",
        )

"""About a guide: what is good to know first, where it comes from, who wrote it."""

from collections.abc import Iterable

from textual.widget import Widget

from peercompanion.language import _
from peercompanion.packs.models.guides import Guide
from peercompanion.practice.answers import filled
from peercompanion.sitting import Sitting
from peercompanion.tui.page import Page, text


class About(Page):
    """Only to be read; any way out leads back."""

    FIRST = ".body"

    def __init__(self, guide: Guide, sitting: Sitting) -> None:
        super().__init__()
        self.guide = guide
        self.sitting = sitting

    def title_text(self) -> str:
        """Its name."""
        return self.guide.title

    def body(self) -> Iterable[Widget]:
        """Cautions, what is known of it, its writers."""
        names = self.app.names()
        notes = [*self.sitting.cautions(self.guide.cautions), self.guide.more or ""]
        if any(notes):
            yield text(_("Good to know first"), "lead")
        for note in filter(None, notes):
            yield text(filled(note, names, {}))
        if self.guide.evidence:
            yield text(_("What is known about it"), "lead")
            yield text(self.guide.evidence)
        reviewed = ", ".join(self.guide.peer_reviewed) or _("not yet")
        by = self.guide.by or _("the authors of this pack")
        said = _("Written by {by}, reviewed by peers: {reviewed}")
        yield text(said.format(by=by, reviewed=reviewed), "quiet")

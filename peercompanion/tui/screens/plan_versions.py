"""Earlier versions of a part: to be seen, and brought back."""

import asyncio
from collections.abc import Iterable

from textual import work

from peercompanion.language import _
from peercompanion.planning.part import PartOfPlan
from peercompanion.practice import writing
from peercompanion.practice.plan import Part
from peercompanion.tui.screens.asking import AskingPage
from peercompanion.tui.widgets.choices import Choice


class VersionsPage(AskingPage):
    """The versions, the latest first; choosing one shows it, and then it can be brought back."""

    def __init__(self, part: PartOfPlan) -> None:
        super().__init__(part.sitting)
        self.part = part
        self.versions: list[tuple[str, Part]] = []
        self.at: int | None = None

    def title_text(self) -> str:
        """Whose versions these are."""
        return self.part.section.title

    def on_mount(self) -> None:
        """Read them, away from the screen."""
        super().on_mount()
        self.read()

    @work
    async def read(self) -> None:
        """Read every version there ever was."""
        self.versions = await asyncio.to_thread(self.part.versions)
        self.fill()
        self.focus_rows()

    def lead(self) -> str:
        """What this is."""
        if self.at is None:
            return _("Nothing is ever lost here. Choose one to see it.")
        when, part = self.versions[self.at]
        lines = "\n".join(f"· {line.text}" for line in part.lines) or _("Nothing was written.")
        return f"{when}\n{lines}"

    def rows(self) -> Iterable[Choice]:
        """The versions, or what can be done with the one at hand."""
        if self.at is not None:
            yield Choice(_("Bring this one back"), "back", "1")
            yield Choice(_("See the others"), "others", "2")
            return
        for number, (when, part) in enumerate(self.versions):
            first = part.lines[0].text if part.lines else _("nothing written")
            yield Choice(when, f"version:{number}", str(number + 1) if number < 9 else "", first)

    async def chosen(self, what: str, which: str) -> None:
        """See one, or bring it back as the newest."""
        if what == "back" and self.at is not None:
            self.follow(
                (writing.part(self.versions[self.at][1], self.now),),
                self.if_shown(self.app.pop_screen),
            )
        else:
            self.at = int(which) if what == "version" else None
            self.fill()

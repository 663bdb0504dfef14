"""Bringing something back: from a backup, an export or a journal's file. It only ever adds."""

from collections.abc import Iterable
from pathlib import Path

from peercompanion import preferences
from peercompanion.data import backing_up, taking_in
from peercompanion.data.exporting import folder_of
from peercompanion.journal.index import Progress
from peercompanion.language import _
from peercompanion.sitting import Sitting
from peercompanion.tui.screens.doing import Doing
from peercompanion.tui.widgets.choices import Choice


class BringBack(Doing):
    """The newest backups, or a file that is named."""

    def title_text(self) -> str:
        """Where this is."""
        return _("Bring something back")

    def lead(self) -> str:
        """What it does."""
        return _("It adds what is not there. You see first what that would be.")

    def rows(self) -> Iterable[Choice]:
        """Backups, and a file from elsewhere."""
        for row in backing_up.made(self.whole):
            yield Choice(row.title, f"from:{row.id}", row.key, mark=row.mark)
        yield Choice(_("From a file"), "file", "f", _("a backup, an export, a journal"), mark="›")

    async def chosen(self, what: str, which: str) -> None:
        """Show what is in it."""
        if what == "from":
            self._from(Path(which))
        else:
            self.ask(
                _("Where is the file? Like ~/Downloads/peercompanion.json"),
                lambda typed: self._from(folder_of(typed, Path.home())),
            )

    def _from(self, file: Path) -> None:
        self.app.push_screen(Coming(self.sitting, file))


class Coming(Doing):
    """What a file would bring, and then bringing it."""

    def __init__(self, sitting: Sitting, file: Path) -> None:
        super().__init__(sitting)
        self.file = file
        self.coming: taking_in.Coming | None = None

    def title_text(self) -> str:
        """What this is."""
        return _("Bring something back")

    def on_mount(self) -> None:
        """Look at the file."""
        self.do(self._look)

    def _look(self, _progress: Progress) -> list[str]:
        coming = taking_in.coming(self.whole, self.file)
        self.coming = coming if coming.anything else None
        return coming.lines

    def rows(self) -> Iterable[Choice]:
        """Yes or no, where something would come."""
        if self.coming and not self.under_way:
            yield Choice(_("Add it"), "add", "1")
            yield Choice(_("Leave it as it is"), "leave", "2")

    async def chosen(self, what: str, which: str) -> None:
        """Bring it, or leave it."""
        coming, self.coming = self.coming, None
        if what == "leave" or coming is None:
            self.app.pop_screen()
            return
        self.fill()
        self.do(lambda _progress: taking_in.bring(self.whole, coming), self._prefer, changes=True)

    def _prefer(self) -> None:
        """Take up settings that came back."""
        self.app.prefer(preferences.load(self.app.places)[0])

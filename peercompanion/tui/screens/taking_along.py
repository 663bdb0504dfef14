"""Taking a copy along: new files in a folder, for reading, for tables or to be brought in."""

from collections.abc import Iterable
from pathlib import Path
from typing import cast

from peercompanion.data import exporting
from peercompanion.journal.export import Form
from peercompanion.language import _
from peercompanion.sitting import Sitting
from peercompanion.tui.screens.doing import Doing
from peercompanion.tui.widgets.choices import Choice


class TakeAlong(Doing):
    """What for, where to, and whether with what is private."""

    def __init__(self, sitting: Sitting) -> None:
        super().__init__(sitting)
        self.private = False
        self.folder: Path | None = None
        """Where to, where the person named a folder."""

    def title_text(self) -> str:
        """Where this is."""
        return _("Take a copy along")

    def lead(self) -> str:
        """What is asked."""
        return _("What is the copy for?")

    def rows(self) -> Iterable[Choice]:
        """The forms, then what belongs to all of them."""
        for row in exporting.forms():
            yield Choice(row.title, f"form:{row.id}", row.key, row.note)
        yield Choice(" ")
        mark = "●" if self.private else "○"
        yield Choice(_("With the private parts"), "private", "4", mark=mark)
        yield Choice(_("Into another folder"), "folder", "5", mark="›")

    def below(self) -> str:
        """Where it goes."""
        return _("It goes into {folder}.").format(folder=self._to())

    def _to(self) -> Path:
        return self.folder or exporting.new_folder(Path.home(), self.today)

    async def chosen(self, what: str, which: str) -> None:
        """Write it, or change how."""
        match what:
            case "form":
                self._write(cast("Form", which))
            case "private":
                self.private = not self.private
                self.fill()
            case "folder":
                self.ask(_("Into which folder? Like ~/Documents/copy"), self._into)

    def _into(self, typed: str) -> None:
        self.folder = exporting.folder_of(typed, Path.home())
        self.fill()

    def _write(self, form: Form) -> None:
        sitting, to = self.sitting, self._to()
        left_out = None
        if not self.private:
            left_out = exporting.private_parts(sitting.library, self.days.plans)
        self.do(lambda _progress: exporting.export(self.whole, form, to, left_out))

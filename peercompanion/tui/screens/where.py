"""Where the data lies, and what can be done with it."""

from collections.abc import Callable, Iterable

from peercompanion.data import backing_up, looking
from peercompanion.data.whole import Whole
from peercompanion.journal.index import Progress
from peercompanion.language import _
from peercompanion.sitting import Sitting
from peercompanion.tui.screens.doing import Doing
from peercompanion.tui.widgets.choices import Choice


class Where(Doing):
    """The folders, and a row for each thing that can be done."""

    def __init__(self, sitting: Sitting) -> None:
        super().__init__(sitting)
        self._in_it: list[str] = []

    def title_text(self) -> str:
        """Where this is."""
        return _("Where is my data?")

    def lead(self) -> str:
        """The one thing to know."""
        return _("Everything stays on this computer. Nothing is sent anywhere.")

    def rows(self) -> Iterable[Choice]:
        """What can be done."""
        return looking.ways(self.whole)

    def below(self) -> str:
        """How much there is, and the folders."""
        return "\n".join((*self._in_it, *looking.where(self.whole)))

    def on_screen_resume(self) -> None:
        """Count anew: something may have come or gone."""
        self.do(lambda _progress: looking.in_it(self.whole), self._counted)

    def _counted(self) -> None:
        self._in_it, self.told = self.told, []

    async def chosen(self, what: str, which: str) -> None:
        """Open what was chosen."""
        from peercompanion.tui.screens.bringing_back import BringBack
        from peercompanion.tui.screens.erasing import Erase
        from peercompanion.tui.screens.taking_along import TakeAlong

        match what:
            case "check":
                self.app.push_screen(DoneAtOnce(self.sitting, _("Look it over"), looked_over))
            case "backup":
                self.app.push_screen(DoneAtOnce(self.sitting, _("Back up now"), backed_up))
            case "bring":
                self.app.push_screen(BringBack(self.sitting))
            case "export":
                self.app.push_screen(TakeAlong(self.sitting))
            case "erase":
                self.app.push_screen(Erase(self.sitting))


def looked_over(whole: Whole, progress: Progress) -> list[str]:
    """Read every file anew."""
    return looking.check(whole, progress)[0]


def backed_up(whole: Whole, _progress: Progress) -> list[str]:
    """Make a backup."""
    return backing_up.back_up(whole)


class DoneAtOnce(Doing):
    """A page that does its one thing as it opens."""

    def __init__(
        self, sitting: Sitting, title: str, what: Callable[[Whole, Progress], list[str]]
    ) -> None:
        super().__init__(sitting)
        self._title, self._what = title, what

    def title_text(self) -> str:
        """What it does."""
        return self._title

    def on_mount(self) -> None:
        """Do it."""
        self.do(lambda progress: self._what(self.whole, progress))

"""Erasing for good: one thing, or everything. It is asked once more, plainly, before it goes."""

import datetime
from collections.abc import Callable, Iterable

from peercompanion.data import erasing
from peercompanion.data.whole import NotDone
from peercompanion.language import _
from peercompanion.sitting import Sitting
from peercompanion.tui.screens.doing import Doing
from peercompanion.tui.widgets.choices import Choice


class Erase(Doing):
    """What is to go."""

    def title_text(self) -> str:
        """Where this is."""
        return _("Erase")

    def lead(self) -> str:
        """What is asked."""
        return _("What would you like to be rid of?")

    def rows(self) -> Iterable[Choice]:
        """One thing, or everything."""
        for row in erasing.ways(self.today):
            yield Choice(row.title, f"way:{row.id}", row.key, mark=row.mark)

    async def chosen(self, what: str, which: str) -> None:
        """Show what there is of it."""
        match which:
            case erasing.ANOTHER_DAY:
                self.ask(_("On which day? Like 2026-11-21"), self._of_day)
            case erasing.STANDING:
                self.app.push_screen(Things(self.sitting, None))
            case erasing.EVERYTHING:
                self.app.push_screen(
                    Sure(
                        self.sitting,
                        _("Erase everything?"),
                        lambda: erasing.everything(self.whole),
                        lambda: erasing.erase_everything(self.whole),
                    )
                )
            case day:
                self._of_day(day)

    def _of_day(self, typed: str) -> None:
        try:
            day = erasing.day_of(typed)
        except NotDone as problem:
            self.say(str(problem))
        else:
            self.app.push_screen(Things(self.sitting, day))


class Things(Doing):
    """What is kept of a day, or stands whatever the day."""

    def __init__(self, sitting: Sitting, day: datetime.date | None) -> None:
        super().__init__(sitting)
        self.day = day
        self.found: list[Choice] = []

    def title_text(self) -> str:
        """Where this is."""
        return _("Erase one thing")

    def lead(self) -> str:
        """What is asked."""
        return _("Which one?") if self.found else ""

    def on_screen_resume(self) -> None:
        """Look for what there is, also after one of them is gone."""
        self.do(self._look)

    def _look(self, _progress: object) -> list[str]:
        self.found = []
        self.found = erasing.things(self.whole, self.day)
        return []

    def rows(self) -> Iterable[Choice]:
        """A row each."""
        for row in self.found:
            yield Choice(row.title, f"thing:{row.id}", row.key, row.note, mark="›")

    async def chosen(self, what: str, which: str) -> None:
        """Ask once more."""
        about = next(row.title for row in self.found if row.id == which)
        self.app.push_screen(
            Sure(
                self.sitting,
                _("Erase it for good?"),
                lambda: [about],
                lambda: erasing.erase(self.whole, which),
            )
        )


class Sure(Doing):
    """Says what would go; what Enter takes is to leave it."""

    def __init__(
        self,
        sitting: Sitting,
        question: str,
        what: Callable[[], list[str]],
        erase: Callable[[], list[str]],
    ) -> None:
        super().__init__(sitting)
        self.asking = True
        self._question, self._what, self._erase = question, what, erase

    def title_text(self) -> str:
        """Where this is."""
        return _("Erase")

    def lead(self) -> str:
        """The question."""
        return self._question if self.asking else ""

    def on_mount(self) -> None:
        """Find out what would go."""
        self.do(lambda _progress: self._what())

    def rows(self) -> Iterable[Choice]:
        """No or yes."""
        if self.asking and not self.under_way:
            yield Choice(_("Leave it as it is"), "leave", "1")
            yield Choice(_("Erase it for good"), "erase", "2")

    async def chosen(self, what: str, which: str) -> None:
        """Erase it, or leave it."""
        if what == "leave":
            self.app.pop_screen()
            return
        self.asking = False
        self.fill()
        self.do(lambda _progress: self._erase(), changes=True)

"""The person's charts, and those of the packs they can make their own."""

from collections.abc import Iterable

from textual.widget import Widget

from peercompanion.daily import charts
from peercompanion.language import _
from peercompanion.packs.models import Routine
from peercompanion.practice.answers import filled
from peercompanion.practice.routine import Chart
from peercompanion.sitting import Sitting
from peercompanion.tui.page import text
from peercompanion.tui.screens.asking import AskingPage
from peercompanion.tui.widgets.choices import Choice


class Charts(AskingPage):
    """Choosing a chart makes it one's own; there may be several, and each day has one."""

    PLACE = "charts"

    def __init__(self, sitting: Sitting) -> None:
        super().__init__(sitting)
        self.room = charts.Charts(sitting)

    def title_text(self) -> str:
        """Where this is."""
        return _("My charts")

    def lead(self) -> str:
        """What a chart is."""
        return self.room.lead()

    def rows(self) -> Iterable[Choice]:
        """One's own charts, the packs', one from nothing."""
        return self.room.rows(self.today)

    async def chosen(self, what: str, which: str) -> None:
        """Open a chart."""
        if what == "own":
            self._open(which)
        elif what == "new":
            made = self.if_shown(lambda: self._open(self.room.made))
            self.follow(self.room.begin(self.now), made)
        else:
            self.app.push_screen(ChartOffered(which, self.sitting))

    def _open(self, chart: str) -> None:
        from peercompanion.tui.screens.chart import ChartPage

        self.app.push_screen(ChartPage(chart, self.sitting))


class ChartOffered(AskingPage):
    """A chart as a pack has it, to look at and to make one's own."""

    def __init__(self, full: str, sitting: Sitting) -> None:
        super().__init__(sitting)
        self.full = full
        item = self.sitting.library.item("routines", full)
        self.routine = item if isinstance(item, Routine) else None

    @property
    def chart(self) -> Chart | None:
        """It, as it would be one's own from today."""
        return charts.offered(self.sitting, self.full, self.today)

    def title_text(self) -> str:
        """Its name."""
        return self.routine.title if self.routine else _("Not there")

    def lead(self) -> str:
        """Whom it is for."""
        return self.routine.for_whom if self.routine else _("This one cannot be opened.")

    def above(self) -> Iterable[Widget]:
        """Its caution stands before it can be chosen."""
        caution = self.routine.caution if self.routine else None
        if caution:
            yield text(filled(caution, self.app.names(), {}), "care")

    def rows(self) -> Iterable[Choice]:
        """One row makes it one's own."""
        if self.routine:
            yield Choice(_("Use this one"), "use", leads=True)

    def below(self) -> str:
        """What it holds."""
        lines = charts.in_lines(self.chart, self.app.leave_out) if self.chart else ()
        said = [f"· {line.title}" if line.id else f"\n{line.title}" for line in lines]
        return "\n".join(said).lstrip("\n")

    async def chosen(self, what: str, which: str) -> None:
        """Make it one's own."""
        if self.chart:
            self.follow(charts.used(self.chart, self.days, self.now), self.if_shown(self._done))

    def _done(self) -> None:
        from peercompanion.tui.routes import SCREENS

        self.app.go_home()
        self.app.push_screen(SCREENS["today"](self.sitting))

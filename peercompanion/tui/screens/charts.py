"""The person's charts, and those of the packs they can make their own."""

from collections.abc import Iterable
from dataclasses import replace

from textual.widget import Widget

from peercompanion.language import _, short_weekdays
from peercompanion.packs.models import Routine
from peercompanion.practice import keeping, routine
from peercompanion.practice.answers import filled
from peercompanion.practice.day_words import weekdays_in_words
from peercompanion.practice.routine import Chart
from peercompanion.sitting import Sitting
from peercompanion.tui.page import text
from peercompanion.tui.screens.asking import AskingPage
from peercompanion.tui.screens.today import week_begins
from peercompanion.tui.widgets.choices import Choice


class Charts(AskingPage):
    """Choosing a chart makes it one's own; there may be several, and each day has one."""

    def title_text(self) -> str:
        """Where this is."""
        return _("My charts")

    def lead(self) -> str:
        """What a chart is."""
        return _("A chart is a menu for a day. Any of it can be changed, and any of it left.")

    def rows(self) -> Iterable[Choice]:
        """One's own charts, the packs', one from nothing."""
        own = sorted(self.days.charts.values(), key=lambda chart: chart.title)
        in_use = routine.of_day(own, self.today, self.days.kind_of(self.today).chart)
        if own:
            yield Choice(_("Mine"))
        for chart in own:
            words = weekdays_in_words(chart.weekdays, short_weekdays(), week_begins())
            note = _("today") if chart is in_use else _("put away") if chart.retired else words
            yield Choice(chart.title, f"own:{chart.id}", mark="›", note=note)
        if own:
            yield Choice(" ")
        yield Choice(_("To choose from"))
        for full in self._to_choose():
            item = self.sitting.library.item("routines", full)
            if isinstance(item, Routine) and not item.hidden:
                yield Choice(item.title, f"pack:{full}", mark="›")
        yield Choice(_("One of my own, from nothing"), "new", "n", mark="›")

    def _to_choose(self) -> Iterable[str]:
        for full in self.sitting.library.ids("routines"):
            if full.rpartition("/")[2] not in self.days.charts:
                yield full

    async def chosen(self, what: str, which: str) -> None:
        """Open a chart."""
        if what == "own":
            self._open(which)
        elif what == "new":
            self.ask(_("What is it called?"), self._from_nothing)
        else:
            self.app.push_screen(ChartOffered(which, self.sitting))

    def _from_nothing(self, title: str) -> None:
        chart = Chart(f"own-{self.new_id().lower()}", title, since=self.today)
        self.keep(keeping.chart(chart, self.now), lambda: self._open(chart.id))

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

    def title_text(self) -> str:
        """Its name."""
        return self.routine.title if self.routine else _("Not there")

    def lead(self) -> str:
        """Whom it is for."""
        return self.routine.for_whom if self.routine else _("This one cannot be opened.")

    def rows(self) -> Iterable[Choice]:
        """One row makes it one's own; below it what it holds."""
        if not self.routine:
            return
        yield Choice(_("Use this one"), "use", leads=True)

    def above(self) -> Iterable[Widget]:
        """Its caution stands before it can be chosen."""
        caution = self.routine.caution if self.routine else None
        if caution:
            yield text(filled(caution, self.app.names(), {}), "care")

    def below(self) -> str:
        """What it holds."""
        return "\n".join(self._lines(self.routine)) if self.routine else ""

    def _lines(self, offered: Routine) -> Iterable[str]:
        block = ""
        for item in routine.items_for(self._chart(offered), None, self.app.leave_out):
            if item.block != block:
                yield f"\n{item.block}" if block else item.block
                block = item.block
            yield f"· {item.text}"

    def _chart(self, offered: Routine) -> Chart:
        pack, _slash, slug = self.full.rpartition("/")

        def full_id(ref: str) -> str:
            return self.sitting.library.full_id("exercises", ref, pack=pack) or ""

        return routine.own(offered, slug, self.today, full_id)

    async def chosen(self, what: str, which: str) -> None:
        """Make it one's own."""
        if self.routine:
            chart = self._chart(self.routine)
            self.keep(keeping.chart(replace(chart, since=self.today), self.now), self._done)

    def _done(self) -> None:
        from peercompanion.tui.routes import SCREENS

        self.app.go_home()
        self.app.push_screen(SCREENS["today"](self.sitting))

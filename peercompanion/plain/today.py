"""Today: the chart of the day in words, marks, and all that is daily."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from peercompanion.daily import week
from peercompanion.language import _, day_in_words
from peercompanion.practice import day_words, goals, routine, weeks
from peercompanion.practice.choice import Choice
from peercompanion.practice.routine import Chart, Item, State

if TYPE_CHECKING:
    from peercompanion.plain.companion import Companion
    from peercompanion.practice.days import Days

DOORS = ("check-in", "steps", "checklists", "tools", "good-days", "charts", "calendar", "right-now")


def today(face: "Companion") -> None:
    """Say the day, then offer what can be done with it."""
    Today(face, face.today).run()


@dataclass
class Today:
    """A day, today's or one of the seven before it."""

    face: "Companion"
    day: datetime.date

    def run(self) -> None:
        """Say what there is to say, and offer what can be done, until the person goes back."""
        self._say()
        self.face.talk.room(_("Today"), lambda: list(self._rows()), self._chosen)

    @property
    def _days(self) -> "Days":
        return self.face.sitting.days

    @property
    def _chart(self) -> Chart | None:
        wanted = self._days.kind_of(self.day).chart
        return routine.of_day(self._days.charts.values(), self.day, wanted)

    # What is said

    def _say(self) -> None:
        chart, days, today = self._chart, self._days, self.face.today
        self.face.talk.say(day_in_words(self.day) + ".")
        if off := days.off(self.day):
            self.face.talk.say(day_words.off_in_words(*off, today))
        if days.kind_of(self.day).small:
            self.face.talk.say(_("A small day: small versions, each of them whole."))
        if chart:
            from peercompanion.practice.answers import filled

            caution = filled(chart.caution, self.face.names(), {})
            self.face.talk.say(f"{chart.title}:", caution, chart.anchor)
            for item in self._items(chart):
                self.face.talk.voice.row(f"{self._words(item)}: {self._state_word(chart, item)}.")
        if count := days.days_in(week.of(self.day)):
            self.face.talk.say(day_words.days_this_week(count) + ".")
        if step := goals.next_step(days.steps.values(), today):
            self.face.talk.say(_("Next small step: {step}").format(step=step.text))

    def _items(self, chart: Chart) -> tuple[Item, ...]:
        marked = self._days.marked(chart.id, self.day)
        return routine.items_for(chart, self.day, self.face.leave_out, marked)

    def _words(self, item: Item) -> str:
        words = item.words(small=self._days.kind_of(self.day).small)
        return f"{item.time} {words}" if item.time and self.face.preferences.clock else words

    def _state(self, chart: Chart, item: Item) -> State:
        return self._days.marked(chart.id, self.day).get(item.id, "clear")

    def _state_word(self, chart: Chart, item: Item) -> str:
        return day_words.state_word(self._state(chart, item))

    # What can be done

    def _rows(self) -> Iterable[Choice]:
        chart, days = self._chart, self._days
        if chart:
            yield Choice(_("Mark something done"), "marks")
        else:
            yield Choice(_("Choose a chart for the day"), "charts")
        small = _("As on any day") if days.kind_of(self.day).small else _("A small day")
        from peercompanion.plain.menus import rows_of

        yield from rows_of(door for door in DOORS if chart or door != "charts")
        yield Choice(small, "small-day")
        off = days.off(self.day)
        yield Choice(_("Back again") if off else _("A rest day"), "rest")
        yield Choice(_("Away until ..."), "away")
        yield Choice(_("One of the last seven days"), "another")
        yield from self._practised()

    def _practised(self) -> Iterable[Choice]:
        sitting = self.face.sitting
        done = (record for record in sitting.records if record.day == self.day)
        for item in dict.fromkeys(record.item for record in done):
            if head := sitting.heads.get(item):
                title = _("Practiced: {title}").format(title=head.title)
                yield Choice(title, f"exercise:{item}")

    def _chosen(self, chosen: str) -> None:
        from peercompanion.practice import keeping

        now = self.face.clock.now()
        match chosen.split(":", 1):
            case ["marks"]:
                self.face.talk.room(_("The chart"), lambda: list(self._mark_rows()), self._mark)
            case ["small-day"]:
                self.face.keep(keeping.small_day(self._days, now))
            case ["rest"]:
                self._rest()
            case ["another"]:
                self._another()
            case ["exercise", item]:
                self._open(item)
            case _:
                self.face.go(chosen)

    def _rest(self) -> None:
        from peercompanion.practice import keeping

        off = self._days.off(self.day)
        first, until = (off[0], self.day - weeks.DAY) if off else (self.day, self.day)
        self.face.keep(keeping.away(first, until, self.face.clock.now()))

    def _another(self) -> None:
        today = self.face.today
        past = [today - number * weeks.DAY for number in range(1, routine.FILLED_IN_LATER + 1)]
        chosen = self.face.talk.choose([Choice(day_in_words(day), str(day)) for day in past])
        Today(self.face, datetime.date.fromisoformat(chosen)).run()

    def _open(self, item: str) -> None:
        from peercompanion.plain.exercise import front_page

        front_page(self.face, item, small=self._days.kind_of(self.day).small)

    # Marks

    def _mark_rows(self) -> Iterable[Choice]:
        chart = self._chart
        for item in self._items(chart) if chart else ():
            said = self._state(chart, item) if chart else "clear"
            note = "" if said == "clear" else day_words.state_word(said)
            yield Choice(self._words(item), item.id, note=note)

    def _mark(self, item_id: str) -> None:
        from peercompanion.practice import keeping

        chart = self._chart
        item = chart.item(item_id) if chart else None
        if not chart or not item:
            return
        rows = [Choice(_("Done"), "done")]
        small = _("The small version: {small}").format(small=item.small)
        rows += [Choice(small, "small")] if item.small else []
        rows += [Choice(_("Left for another day"), "left"), Choice(_("Nothing said"), "clear")]
        if item.exercise:
            rows.append(Choice(_("Begin it"), f"exercise:{item.exercise}"))
        enter = "small" if item.small and self._days.kind_of(self.day).small else "done"
        chosen = self.face.talk.choose(rows, enter=enter)
        state = next((each for each in routine.STATES if each == chosen), None)
        if state is None:
            self._open(chosen.removeprefix("exercise:"))
            return
        now = self.face.clock.now()
        self.face.keep(keeping.mark(chart.id, item.id, state, day=self.day, at=now))

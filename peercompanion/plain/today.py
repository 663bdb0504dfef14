"""Today: the chart of the day in words, marks, and all that is daily."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from peercompanion.daily import week
from peercompanion.daily.today import DOORS, Day
from peercompanion.language import _, day_in_words
from peercompanion.practice import day_words, goals, routine, weeks
from peercompanion.practice.choice import Choice

if TYPE_CHECKING:
    from peercompanion.plain.companion import Companion


def today(face: "Companion") -> None:
    """Say the day, then offer what can be done with it."""
    Today(face, face.today).run()


@dataclass
class Today:
    """A day, today's or one of the seven before it."""

    face: "Companion"
    on: datetime.date

    def run(self) -> None:
        """Say what there is to say, and offer what can be done, until the person goes back."""
        self._say()
        self.face.talk.room(_("Today"), lambda: list(self._rows()), self._chosen)

    @property
    def _day(self) -> Day:
        face = self.face
        return Day(face.sitting.days, self.on, face.leave_out, face.preferences.clock)

    # What is said

    def _say(self) -> None:
        day, say = self._day, self.face.talk.say
        say(day_in_words(self.on) + ".")
        if chart := day.chart:
            from peercompanion.practice.answers import filled

            say(f"{chart.title}:", filled(chart.caution, self.face.names(), {}))
        say(*day.known(self.face.clock.now()))
        for item in day.items():
            told = day.told(item.id, self.face.today) or day_words.said_word("nothing")
            self.face.talk.voice.row(f"{day.words(item)}: {told}.")
        if count := day.days.days_in(week.of(self.on)):
            say(day_words.days_this_week(count) + ".")
        if step := goals.next_step(day.days.steps.values(), self.face.today):
            say(_("Next small step: {step}").format(step=step.text))

    # What can be done

    def _rows(self) -> Iterable[Choice]:
        if self._day.chart:
            yield Choice(_("Mark something done"), "marks")
        yield from self._day.rows(self.face.sitting, self.face.today)

    def _chosen(self, chosen: str) -> None:
        what, _colon, which = chosen.partition(":")
        if what == "marks":
            self.face.talk.room(_("The chart"), lambda: list(self._mark_rows()), self._mark)
        elif what == "another":
            self._another()
        elif what == "exercise":
            self._open(which)
        elif what in (*DOORS, "away"):
            self.face.go(what)
        else:
            self.face.do(self._day.chosen(what, self.face.clock.now()))

    def _another(self) -> None:
        today = self.face.today
        past = [today - number * weeks.DAY for number in range(1, routine.FILLED_IN_LATER + 1)]
        chosen = self.face.talk.choose([Choice(day_in_words(day), str(day)) for day in past])
        Today(self.face, datetime.date.fromisoformat(chosen)).run()

    def _open(self, item: str) -> None:
        from peercompanion.plain.exercise import front_page

        front_page(self.face, item, small=self._day.small)

    # Marks

    def _mark_rows(self) -> Iterable[Choice]:
        day = self._day
        for item in day.items():
            yield Choice(day.words(item), item.id, note=day.told(item.id, self.face.today))

    def _mark(self, item_id: str) -> None:
        day = self._day
        item = day.chart.item(item_id) if day.chart else None
        if not item:
            return
        rows = [Choice(_("Done"), "done")]
        small = _("The small version: {small}").format(small=item.small)
        rows += [Choice(small, "small")] if item.small else []
        rows += [Choice(_("Left for another day"), "left"), Choice(_("Nothing said"), "clear")]
        if item.exercise:
            rows.append(Choice(_("Begin it"), f"exercise:{item.exercise}"))
        chosen = self.face.talk.choose(rows, enter=day.done(item))
        state = next((each for each in routine.STATES if each == chosen), None)
        if state is None:
            self._open(chosen.removeprefix("exercise:"))
        else:
            self.face.do(day.marked(item.id, state, self.face.clock.now()))

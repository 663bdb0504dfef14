"""`peercompanion today`, `mark`, `checkin` and `steps`: the day as lines of text.

Nothing personal is taken from the command line, which stays in the shell's history: these
commands ask for it.
"""

import datetime
import sys
from collections.abc import Callable

import click

from peercompanion import preferences as settings
from peercompanion.cli import ASKED_WRONGLY, DONE, NOT_DONE, tell
from peercompanion.daily.steps import OneStep, Steps
from peercompanion.daily.today import Day, too_far
from peercompanion.kept import Kept, NotKept
from peercompanion.language import _, day_in_words
from peercompanion.places import places
from peercompanion.practice import day_words, goals, routine, weeks
from peercompanion.practice.choice import Outcome, Question
from peercompanion.practice.goals import Step
from peercompanion.practice.routine import State
from peercompanion.preferences import Preferences
from peercompanion.sitting import Sitting
from peercompanion.text import one_line


class Reading:
    """What is kept, as a command sees it: one reading, one moment."""

    def __init__(self, preferences: Preferences) -> None:
        self.preferences = preferences
        self.now = datetime.datetime.now().astimezone()
        self.today = self.now.date()
        kept = Kept(places(), now=lambda: self.now)
        self.sitting = Sitting.begun(places(), kept, preferences.language, self.today)

    def day(self, on: datetime.date) -> Day:
        """A day with its chart."""
        return Day(self.sitting.days, on, self.preferences.leave_out, self.preferences.clock)

    def step(self, step: str) -> OneStep:
        """A small step."""
        return OneStep(self.sitting, step, self.preferences.leave_out)

    def follow(self, outcome: Outcome, said: Callable[[], None] | None = None) -> int:
        """Ask, keep or say, as a choice leads to it.

        Args:
            outcome: What a choice leads to.
            said: Says that it is kept; None: the tick does.

        Returns:
            The exit status.
        """
        if isinstance(outcome, Question):
            click.echo(one_line(outcome.words))
            line = ask(_("Type it, or Enter to leave it"))
            return self.follow(outcome.then(line), said) if line else DONE
        if isinstance(outcome, str):
            tell(outcome)
            return ASKED_WRONGLY
        try:
            for record in outcome:
                self.sitting.keep(record)
        except NotKept as problem:
            tell(str(problem))
            return NOT_DONE
        (said or self._tick)()
        return DONE

    def _tick(self) -> None:
        click.echo(self.sitting.kept.tick())


def ask(question: str) -> str:
    """Ask for one line; an empty answer, or nobody there to answer, leaves it out."""
    try:
        said: str = click.prompt(one_line(question), default="", show_default=False)
    except click.Abort:
        if sys.stdin.isatty():
            raise
        click.echo()
        return ""
    return one_line(said)


def show_today(preferences: Preferences) -> int:
    """Show the day, each item with its number."""
    reading = Reading(preferences)
    days, today = reading.sitting.days, reading.today
    click.echo(day_in_words(today))
    _list(reading, today)
    week = weeks.week_of(today, weeks.week_begins(settings.default_region()))
    if count := days.days_in(week):
        click.echo(day_words.days_this_week(count))
    if step := goals.next_step(days.steps.values(), today):
        click.echo(_("Next small step: {step}").format(step=one_line(step.text)))
    if days.chart_of(today) is None:
        tell(_no_chart())
    return DONE


def _no_chart() -> str:
    return _("There is no chart yet. `peercompanion` opens the app; Today has some to choose from.")


def _list(reading: Reading, on: datetime.date) -> None:
    """Print the chart of a day, numbered."""
    day, block = reading.day(on), ""
    if day.chart:
        click.echo(one_line(day.chart.title))
    for words in day.known(reading.now, rows=False):
        click.echo(one_line(words))
    for number, item in enumerate(day.items(), start=1):
        if item.block != block:
            block = item.block
            click.echo(one_line(block))
        shape = day_words.SHAPES[day.said(item.id, reading.today)]
        told = day.told(item.id, reading.today)
        word = f"  ({told})" if told else ""
        click.echo(f"{number:>3} {shape} {one_line(day.words(item))}{word}")


def mark(
    preferences: Preferences, number: int | None, on: str | None, *, small: bool, clear: bool
) -> int:
    """Mark an item by its number; without one, ask which."""
    reading = Reading(preferences)
    try:
        wanted = datetime.date.fromisoformat(on) if on else reading.today
    except ValueError:
        tell(_("`{on}` is no day. A day looks like 2026-11-21.").format(on=one_line(on or "")))
        return ASKED_WRONGLY
    if not routine.may_mark(wanted, reading.today):
        tell(too_far())
        return ASKED_WRONGLY
    day = reading.day(wanted)
    if day.chart is None:
        tell(_no_chart())
        return NOT_DONE
    if number is None:
        _list(reading, wanted)
        number = _number(ask(_("Which number? Enter for none")))
        if number is None:
            return DONE
    items = day.items()
    if not 1 <= number <= len(items):
        tell(_("The chart has the numbers 1 to {n} that day.").format(n=len(items)))
        return ASKED_WRONGLY
    item = items[number - 1]
    state: State = "clear" if clear else "small" if small else day.done(item)

    def said() -> None:
        words = one_line(day.words(item, small=state == "small"))
        click.echo(f"{day_words.shape(state)} {words}: {day_words.state_word(state)}")
        for line in reading.sitting.kept.first_words():
            click.echo(line)

    return reading.follow(day.marked(item.id, state, reading.now), said)


def _number(said: str) -> int | None:
    return int(said) if said.isascii() and said.isdecimal() else None


def steps(preferences: Preferences, number: int | None) -> int:
    """List the steps; by number, ask where one landed."""
    reading = Reading(preferences)
    every = reading.sitting.days.steps.values()
    open_ones = goals.open_steps(every, reading.today)
    if number is None:
        for at, step in enumerate(open_ones, start=1):
            click.echo(f"{at:>3} ○ {one_line(step.text)}")
        for step in goals.achieved(every):
            click.echo(f"    {'●' if step.landed == 'done' else '◐'} {one_line(step.text)}")
        said = ask(_("A number to say where it landed, a for a new step, enter for none"))
        if said.lower() == "a":
            return _new_step(reading)
        number = _number(said)
        if number is None:
            return DONE
    if not 1 <= number <= len(open_ones):
        tell(_("There is no step with that number. `peercompanion steps` lists them."))
        return ASKED_WRONGLY
    return _landed(reading, open_ones[number - 1])


def _new_step(reading: Reading) -> int:
    room = Steps(reading.sitting)
    if status := reading.follow(room.chosen("new-step", reading.now)):
        return status
    if room.made:
        return reading.follow(reading.step(room.made).chosen("when", reading.now))
    return DONE


def _landed(reading: Reading, step: Step) -> int:
    room = reading.step(step.id)
    click.echo(one_line(step.text))
    click.echo(room.asked())
    rows = list(room.landing_rows())
    for row in rows:
        click.echo(f"{row.key:>3} {row.mark} {row.title}")
    number = _number(ask(_("A number, or enter to leave it out"))) or 0
    if not 1 <= number <= len(rows):
        return DONE
    return reading.follow(room.chosen(rows[number - 1].id, reading.now))

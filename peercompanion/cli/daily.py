"""`peercompanion today`, `mark`, `checkin` and `steps`: the day as lines of text.

Nothing personal is taken from the command line, which stays in the shell's history: these
commands ask for it.
"""

import datetime
import sys
from collections.abc import Sequence

import click

from peercompanion import preferences as settings
from peercompanion.cli import ASKED_WRONGLY, DONE, NOT_DONE, tell
from peercompanion.kept import Kept, NotKept, new_id
from peercompanion.language import _, day_in_words
from peercompanion.places import places
from peercompanion.practice import day_words, goals, routine, weeks
from peercompanion.practice.days import Days
from peercompanion.practice.goals import Step
from peercompanion.practice.routine import Chart, Item, State
from peercompanion.preferences import Preferences
from peercompanion.text import one_line


class Day:
    """What is kept, as a command sees it: one reading, one moment."""

    def __init__(self, preferences: Preferences) -> None:
        self.preferences = preferences
        self.now = datetime.datetime.now().astimezone()
        self.today = self.now.date()
        self.kept = Kept(places(), now=lambda: self.now)
        self.days: Days = self.kept.lately(self.today)

    def chart(self, day: datetime.date) -> Chart | None:
        """The chart of a day."""
        return routine.of_day(self.days.charts.values(), day, self.days.kind_of(day).chart)

    def items(self, chart: Chart, day: datetime.date) -> Sequence[Item]:
        """What the chart holds that day, in the order it is numbered."""
        marked = self.days.marked(chart.id, day)
        return routine.items_for(chart, day, self.preferences.leave_out, marked)

    def keep(self, record: "object") -> int:
        """Keep a record, and say so once it is on the disk."""
        from peercompanion.practice.records import Record

        assert isinstance(record, Record)
        try:
            self.kept.put(record)
        except NotKept as problem:
            tell(str(problem))
            return NOT_DONE
        self.days.take(record.model_dump())
        return DONE


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
    day = Day(preferences)
    click.echo(day_in_words(day.today))
    chart = _listed(day, day.today)
    week = weeks.week_of(day.today, weeks.week_begins(settings.default_region()))
    if count := day.days.days_in(week):
        click.echo(day_words.days_this_week(count))
    if step := goals.next_step(day.days.steps.values(), day.today):
        click.echo(_("Next small step: {step}").format(step=one_line(step.text)))
    if chart is None:
        tell(_no_chart())
    return DONE


def _no_chart() -> str:
    return _("There is no chart yet. `peercompanion` opens the app; Today has some to choose from.")


def _listed(day: Day, on: datetime.date) -> Chart | None:
    """Print the chart of a day, numbered."""
    if off := day.days.off(on):
        click.echo(day_words.off_in_words(*off, on))
    chart = day.chart(on)
    if chart is None:
        return None
    small, block = day.days.kind_of(on).small, ""
    click.echo(one_line(chart.title))
    for number, item in enumerate(day.items(chart, on), start=1):
        if item.block != block:
            block = item.block
            click.echo(one_line(block))
        state = day.days.marked(chart.id, on).get(item.id, "clear")
        said = f"  ({day_words.state_word(state)})" if state != "clear" else ""
        time = f"{item.time} " if item.time and day.preferences.clock else ""
        words = one_line(time + item.words(small=small))
        click.echo(f"{number:>3} {day_words.shape(state)} {words}{said}")
    return chart


def mark(
    preferences: Preferences, number: int | None, on: str | None, *, small: bool, clear: bool
) -> int:
    """Mark an item by its number; without one, ask which."""
    from peercompanion.practice import keeping

    day = Day(preferences)
    try:
        wanted = datetime.date.fromisoformat(on) if on else day.today
    except ValueError:
        tell(_("`{on}` is no day. A day looks like 2026-11-21.").format(on=one_line(on or "")))
        return ASKED_WRONGLY
    if not routine.may_mark(wanted, day.today):
        tell(_("Today and the seven days before it can be filled in."))
        return ASKED_WRONGLY
    chart = day.chart(wanted)
    if chart is None:
        tell(_no_chart())
        return NOT_DONE
    if number is None:
        _listed(day, wanted)
        number = _number(ask(_("Which number? Enter for none")))
        if number is None:
            return DONE
    items = day.items(chart, wanted)
    if not 1 <= number <= len(items):
        tell(_("The chart has the numbers 1 to {n} that day.").format(n=len(items)))
        return ASKED_WRONGLY
    item = items[number - 1]
    small_day = day.days.kind_of(wanted).small
    state: State = "clear" if clear else "small" if small or small_day else "done"
    status = day.keep(keeping.mark(chart.id, item.id, state, day=wanted, at=day.now))
    if status == DONE:
        words = one_line(item.words(small=state == "small"))
        click.echo(f"{day_words.shape(state)} {words}: {day_words.state_word(state)}")
        for line in day.kept.first_words():
            click.echo(line)
    return status


def _number(said: str) -> int | None:
    return int(said) if said.isascii() and said.isdecimal() else None


def steps(preferences: Preferences, number: int | None) -> int:
    """List the steps; by number, ask where one landed."""
    day = Day(preferences)
    open_ones = goals.open_steps(day.days.steps.values(), day.today)
    if number is None:
        for at, step in enumerate(open_ones, start=1):
            click.echo(f"{at:>3} ○ {one_line(step.text)}")
        for step in goals.achieved(day.days.steps.values()):
            click.echo(f"    {'●' if step.landed == 'done' else '◐'} {one_line(step.text)}")
        said = ask(_("A number to say where it landed, a for a new step, enter for none"))
        if said.lower() == "a":
            return _new_step(day)
        number = _number(said)
        if number is None:
            return DONE
    if not 1 <= number <= len(open_ones):
        tell(_("There is no step with that number. `peercompanion steps` lists them."))
        return ASKED_WRONGLY
    return _landed(day, open_ones[number - 1])


def _new_step(day: Day) -> int:
    from peercompanion.practice import keeping

    text = ask(_("One thing that takes ten minutes or less"))
    if not text:
        return DONE
    when = ask(_("When and where could it happen? Enter to leave it open"))
    step = Step(f"step:{new_id(day.now)}", text, when=when)
    return _told(day, day.keep(keeping.step(step, day.now)))


def _landed(day: Day, step: Step) -> int:
    from dataclasses import replace

    from peercompanion.practice import keeping

    click.echo(one_line(step.text))
    ways = list(day_words.landings().items())
    for number, (_landed_id, words) in enumerate(ways, start=1):
        click.echo(f"{number:>3} {words}")
    number = _number(ask(_("Where did this land? Enter to leave it"))) or 0
    if not 1 <= number <= len(ways):
        return DONE
    landed = replace(step, landed=ways[number - 1][0], landed_on=day.today, day=None)
    return _told(day, day.keep(keeping.step(landed, day.now)))


def _told(day: Day, status: int) -> int:
    if status == DONE:
        click.echo(day.kept.tick())
    return status

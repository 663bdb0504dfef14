"""The words and shapes for days, marks and steps that every face says alike."""

import datetime
from collections.abc import Collection, Iterator, Mapping

from peercompanion.language import _, day_in_words, months, ngettext
from peercompanion.practice.days import Days
from peercompanion.practice.routine import Chart, State

LATE = 4
"""Before this hour, yesterday may still be going on."""
LONG = datetime.timedelta(days=14)
DAY_OFF, NOTHING_SAID, NOT_YET = "~", "·", "○"


def shape(state: State) -> str:
    """The shape of a mark."""
    return {"done": "●", "small": "◐", "left": "–", "clear": NOT_YET}[state]


def state_word(state: State) -> str:
    """A mark in words."""
    return {
        "done": _("done"),
        "small": _("the small version"),
        "left": _("left for another day"),
        "clear": _("nothing said"),
    }[state]


def legend() -> str:
    """What the shapes mean."""
    return _("● done   ◐ small   – left   · nothing said   ~ day off")


def cell(days: Days, chart: str, item: str, day: datetime.date, today: datetime.date) -> str:
    """The shape for an item on a day: days to come are empty, days left out a quiet dot."""
    state = days.marked(chart, day).get(item)
    if state:
        return shape(state)
    if days.off(day):
        return DAY_OFF
    if day > today:
        return " "
    return NOT_YET if day == today else NOTHING_SAID


def of_month(days: Days, day: datetime.date, today: datetime.date) -> str:
    """The shape for a whole day: the fullest there was."""
    best = days.best(day)
    if best:
        return shape(best)
    if day in days.shown_up:
        return shape("done")
    if days.off(day):
        return DAY_OFF
    return " " if day > today else NOTHING_SAID


def days_this_week(count: int) -> str:
    """How many days somebody showed up: a count, never a share."""
    return ngettext("{n} day this week", "{n} days this week", count).format(n=count)


def days_counted(count: int) -> str:
    """How many days, of whatever span."""
    return ngettext("{n} day", "{n} days", count).format(n=count)


def told_of(days: Days, day: datetime.date) -> str:
    """One day in words: what was done in which size, or that it was a day off."""
    count = {"done": 0, "small": 0}
    for (_chart, on), held in days.marks.items():
        for state in held.values() if on == day else ():
            if state in count:
                count[state] += 1
    checked = any(each.day == day for each in days.checkins.values())
    said = [
        ngettext("{n} done", "{n} done", count["done"]).format(n=count["done"])
        if count["done"]
        else "",
        ngettext("{n} small", "{n} small", count["small"]).format(n=count["small"])
        if count["small"]
        else "",
        _("a check-in") if checked else "",
        _("a day off") if days.off(day) else "",
    ]
    told = ", ".join(filter(None, said))
    return told or (_("you were there") if day in days.shown_up else _("nothing said"))


def off_in_words(first: datetime.date, until: datetime.date, today: datetime.date) -> str:
    """Days off in a sentence."""
    if first == until == today:
        return _("A rest day. Rest counts as it is.")
    return _("Away until {day}. Everything waits as it is.").format(day=day_in_words(until))


def of_day(days: Days, chart: Chart | None, now: datetime.datetime) -> Iterator[str]:
    """What is to be known of the day it is now, before its chart; one's own words come first."""
    today = now.date()
    if off := days.off(today):
        yield off_in_words(*off, today)
    if long_away(days, today):
        yield _("Good to see you. If you would like a lighter chart: My charts.")
    if now.hour < LATE:
        yield _("It is past midnight. ← is yesterday, if it is still going on.")
    if days.kind_of(today).small:
        yield from days.texts("good-day")[:1]
        yield _("A small day: small versions, each of them whole.")
    if chart and chart.anchor:
        yield chart.anchor


def long_away(days: Days, today: datetime.date) -> bool:
    """Whether somebody with charts comes back after two weeks and more."""
    before = today - LONG
    came = any(before < day < today for day in days.shown_up)
    return not came and any(chart.since <= before for chart in days.charts.values())


def month_in_words(day: datetime.date) -> str:
    """A month, such as "November 2026"."""
    return f"{months()[day.month - 1]} {day.year}"


def landings() -> Mapping[str, str]:
    """Where a step can land, by id."""
    return {
        "done": _("Done"),
        "some": _("Some of it"),
        "not-now": _("Not this time"),
        "not-mine": _("Not mine any more"),
    }


def weekdays_in_words(days: Collection[int], names: tuple[str, ...], begins: int) -> str:
    """Days of the week by their short names, in the order of the week here."""
    if not days:
        return _("any day")
    ordered = [(begins + number) % 7 for number in range(7)]
    return " ".join(names[day] for day in ordered if day in days)

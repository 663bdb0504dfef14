"""The words and shapes for days, marks and steps that every face says alike."""

import datetime
from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from typing import Literal

from peercompanion.language import _, day_in_words, months, ngettext
from peercompanion.practice.days import Days
from peercompanion.practice.routine import Chart, State
from peercompanion.practice.weeks import month_of, months_of

LATE = 4
"""Before this hour, yesterday may still be going on."""
LONG = datetime.timedelta(days=14)

Said = Literal["done", "small", "there", "left", "off", "open", "nothing", "before", "to-come"]
"""What can be said of an item on a day, or of a whole day.

`there`: somebody was, and marked nothing; `before`: the chart was not chosen yet.

Shapes and words are both made from this, so that neither says more than the other.
"""

SHAPES: Mapping[Said, str] = {
    "done": "●",
    "small": "◐",
    "there": "●",
    "left": "–",
    "off": "~",
    "open": "○",
    "nothing": "·",
    "before": " ",
    "to-come": " ",
}


def shape(state: State) -> str:
    """The shape of a mark."""
    return SHAPES["open" if state == "clear" else state]


def state_word(state: State) -> str:
    """A mark in words."""
    return said_word("open" if state == "clear" else state)


def said_word(said: Said) -> str:
    """What is said, in words."""
    return {
        "done": _("done"),
        "small": _("the small version"),
        "there": _("you were there"),
        "left": _("left for another day"),
        "off": _("a day off"),
        "before": _("before you chose this chart"),
        "to-come": _("still to come"),
    }.get(said, _("nothing said"))


def legend() -> str:
    """What the shapes of items mean."""
    return _("● done   ◐ small   – left   · nothing said   ~ day off")


def legend_of_days() -> str:
    """What the shapes of whole days mean."""
    return _("● done, or a check-in   ◐ small   – left   · nothing said   ~ day off")


def said_of_item(
    days: Days, chart: Chart, item: str, day: datetime.date, today: datetime.date
) -> Said:
    """What is said of an item on a day; days to come are empty, days left out are quiet."""
    state = days.marked(chart.id, day).get(item)
    if state and state != "clear":
        return state
    if days.off(day):
        return "off"
    if day > today:
        return "to-come"
    if day == today:
        return "open"
    return "before" if day < chart.since else "nothing"


def said_of_day(days: Days, day: datetime.date, today: datetime.date) -> Said:
    """What is said of a whole day: the fullest there was."""
    best = days.best(day)
    if best == "done" or best == "small":
        return best
    if day in days.shown_up:
        return "there"
    if best == "left":
        return "left"
    if days.off(day):
        return "off"
    return "to-come" if day > today else "nothing"


def days_this_week(count: int) -> str:
    """How many days somebody showed up: a count, never a share."""
    return ngettext("{n} day this week", "{n} days this week", count).format(n=count)


def days_counted(count: int) -> str:
    """How many days, of whatever span."""
    return ngettext("{n} day", "{n} days", count).format(n=count)


def told_of(days: Days, day: datetime.date, today: datetime.date) -> str:
    """One day in words: what was done in which size, what was left, or that it was a day off."""
    marks = Counter(
        state for (_chart, on), held in days.marks.items() if on == day for state in held.values()
    )
    checked = any(each.day == day for each in days.checkins.values())
    there = said_of_day(days, day, today) == "there" and not checked
    said = [
        said_word("there") if there else "",
        _counted("done", marks["done"]),
        _counted("small", marks["small"]),
        _("a check-in") if checked else "",
        _counted("left", marks["left"]),
        said_word("off") if days.off(day) else "",
    ]
    return ", ".join(filter(None, said)) or said_word("to-come" if day > today else "nothing")


def told_of_month(days: Days, month: datetime.date, today: datetime.date) -> str:
    """A month in words: on how many days somebody showed up, and how these and others were."""
    every = month_of(month)
    count = Counter(said_of_day(days, day, today) for day in every)
    said = [_counted(each, count[each]) for each in SHAPES]
    if not any(said):
        return said_word("nothing")
    return ", ".join(filter(None, [days_counted(days.days_in(every)), *said]))


def days_told(days: Days, month: datetime.date, today: datetime.date) -> Iterator[str]:
    """The days of a month of which something is said, in words."""
    for day in month_of(month):
        if said_of_day(days, day, today) not in ("nothing", "to-come"):
            yield f"{day_in_words(day)}: {told_of(days, day, today)}"


def months_told(days: Days, year: int, today: datetime.date) -> Iterator[str]:
    """The months of a year so far, in words."""
    for month, name in zip(months_of(year), months(), strict=True):
        if month <= today:
            yield f"{name}: {told_of_month(days, month, today)}"


def _counted(said: Said, count: int) -> str:
    """How many items or days something is said of; nothing where there is none."""
    words = {
        "done": ngettext("{n} done", "{n} done", count),
        "small": ngettext("{n} small", "{n} small", count),
        "there": ngettext("{n} with a check-in", "{n} with a check-in", count),
        "left": ngettext("{n} left", "{n} left", count),
        "off": ngettext("{n} day off", "{n} days off", count),
    }.get(said, "")
    return words.format(n=count) if count else ""


def off_in_words(first: datetime.date, until: datetime.date, today: datetime.date) -> str:
    """Days off in a sentence."""
    if first == until == today:
        return _("A rest day. Rest counts as it is.")
    return _("Away until {day}. Everything waits as it is.").format(day=day_in_words(until))


def of_day(days: Days, now: datetime.datetime, *, rows: bool) -> Iterator[str]:
    """What is to be known of the day it is now; one's own words come first.

    Args:
        days: What is known of all days.
        now: The moment it is.
        rows: Whether the rows of Today are at hand; where they are not, none is named.
    """
    today = now.date()
    if off := days.off(today):
        yield off_in_words(*off, today)
    if rows and long_away(days, today):
        yield _("Good to see you. If you would like a lighter chart: My charts.")
    if rows and days.charts and now.hour < LATE:
        yield _("It is past midnight. If yesterday is still going on: One of the last seven days.")
    if days.kind_of(today).small:
        yield from days.texts("good-day")[:1]
        yield _("A small day: small versions, each of them whole.")


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

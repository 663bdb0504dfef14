"""The shorter rooms of the day: tools, the good days box, month and year, days off."""

import datetime
from collections.abc import Iterable
from typing import TYPE_CHECKING

from peercompanion.language import _, day_in_words, months
from peercompanion.practice import day_words, weeks
from peercompanion.practice.choice import Choice
from peercompanion.practice.leaving_out import rests_on
from peercompanion.practice.words import about_minutes

if TYPE_CHECKING:
    from peercompanion.plain.companion import Companion

AWAY = (1, 2, 3, 7, 14, 28)
"""How many days away the offered days are."""


def tools(face: "Companion") -> None:
    """Offer all guided tools: those that ask something first, then those to read."""
    from peercompanion.packs.models import Tool
    from peercompanion.plain.exercise import front_page

    face.talk.say(_("Work something out, a line at a time. You can stop after any line."))
    library = face.sitting.library
    every = [(full, library.item("tools", full)) for full in library.ids("tools")]
    shown = [(full, tool) for full, tool in every if isinstance(tool, Tool) and not tool.hidden]
    fit = [(full, tool) for full, tool in shown if not rests_on(tool.contains, face.leave_out)]
    fit.sort(key=lambda each: all(step.kind == "say" for step in each[1].step))
    rows = [
        Choice(tool.title, f"tool:{full}", note=about_minutes(tool.minutes)) for full, tool in fit
    ]
    face.talk.room(_("Guided tools"), lambda: rows, lambda item: front_page(face, item))


def good_days(face: "Companion") -> None:
    """Say the lines worth keeping, and take one more."""
    face.talk.say(_("Lines worth keeping, in your words, for a day that needs them."))
    for heading, kind in (
        ("", "good-day"),
        (_("Strengths:"), "strength"),
        (_("People:"), "person"),
        (_("Places:"), "place"),
    ):
        texts = face.sitting.days.texts(kind)
        face.talk.say(heading if texts else "", *texts)
    line = face.talk.line(_("Type a line worth keeping, or Enter for none:"))
    if line:
        from peercompanion.practice import keeping

        made = keeping.line(line, record_id=face.new_id(), at=face.clock.now())
        face.keep(made)


def calendar(face: "Companion") -> None:
    """Say a month day by day, or a year month by month, in words."""
    known = face.sitting.kept.days()
    at, whole_year = face.today.replace(day=1), False
    while True:
        days = (
            [day for month in weeks.months_of(at.year) for day in weeks.month_of(month)]
            if whole_year
            else list(weeks.month_of(at))
        )
        title = str(at.year) if whole_year else day_words.month_in_words(at)
        face.talk.say(f"{title}: {day_words.days_counted(known.days_in(days))}.")
        if whole_year:
            for month in weeks.months_of(at.year):
                if month <= face.today:
                    told = day_words.told_of_month(known, month, face.today)
                    face.talk.say(f"{months()[month.month - 1]}: {told}.")
        else:
            for day in days:
                told = day_words.told_of(known, day, face.today)
                if day_words.said_of_day(known, day, face.today) not in ("nothing", "to-come"):
                    face.talk.say(f"{day_in_words(day)}: {told}.")
        other = _("The month") if whole_year else _("The year")
        rows = [Choice(_("Before"), "-1"), Choice(_("After"), "1"), Choice(other, "other")]
        chosen = face.talk.choose(rows)
        if chosen == "other":
            whole_year = not whole_year
        else:
            at = weeks.by_months(at, int(chosen) * (12 if whole_year else 1))


def away(face: "Companion") -> None:
    """Ask until which day, in one go. Nothing is counted down."""
    from peercompanion.practice import keeping

    face.talk.say(_("Until which day? Everything waits as it is."))
    rows = list(_days(face.today))
    chosen = face.talk.choose([*rows, Choice(_("Another number of days"), "other")])
    if chosen == "other":
        days = face.talk.number(1, 999)
        if days is None:
            return
    else:
        days = int(chosen)
    until = face.today + datetime.timedelta(days=days)
    off = face.sitting.days.off(face.today)
    first = off[0] if off else face.today
    face.keep(keeping.away(first, until, face.clock.now()))
    face.talk.say(day_words.off_in_words(first, until, face.today))


def _days(today: datetime.date) -> Iterable[Choice]:
    for days in AWAY:
        yield Choice(day_in_words(today + datetime.timedelta(days=days)), str(days))

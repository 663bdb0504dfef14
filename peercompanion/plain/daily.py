"""The shorter rooms of the day: tools, the good days box, month and year, days off."""

from typing import TYPE_CHECKING

from peercompanion.language import _, day_in_words, months
from peercompanion.practice import day_words, weeks
from peercompanion.practice.choice import Choice

if TYPE_CHECKING:
    from peercompanion.plain.companion import Companion


def tools(face: "Companion") -> None:
    """Offer all guided tools: those that ask something first, then those to read."""
    from peercompanion.daily import tools
    from peercompanion.plain.exercise import front_page

    face.talk.say(tools.lead())
    rows = list(tools.rows(face.sitting, face.leave_out))
    face.talk.room(_("Guided tools"), lambda: rows, lambda item: front_page(face, item))


def good_days(face: "Companion") -> None:
    """Say the lines worth keeping, and take one more."""
    from peercompanion.daily import good_days

    face.talk.say(good_days.lead())
    for heading, lines in good_days.lines(face.sitting.days):
        face.talk.say(f"{heading}:" if heading and lines else "", *lines)
    face.do(good_days.one_more(face.clock.now()))


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
    from peercompanion.daily import away

    face.talk.say(away.lead())
    chosen = face.talk.choose(away.rows(face.today))
    days = face.sitting.days
    if face.do(away.chosen(chosen, days, face.clock.now())) and (off := days.off(face.today)):
        face.talk.say(day_words.off_in_words(*off, face.today))

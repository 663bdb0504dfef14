"""The shorter rooms of the day: tools, the good days box, month and year, days off."""

from typing import TYPE_CHECKING

from peercompanion.language import _
from peercompanion.practice import day_words
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
    from peercompanion.daily.calendar import Calendar

    known, at = face.sitting.kept.days(), Calendar(face.today.replace(day=1))
    while True:
        face.talk.say(f"{at.title}: {at.counted(known)}.")
        for told in at.told(known, face.today):
            face.talk.say(f"{told}.")
        other = _("The month") if at.whole_year else _("The year")
        rows = [Choice(_("Before"), "-1"), Choice(_("After"), "1"), Choice(other, "other")]
        chosen = face.talk.choose(rows)
        if chosen == "other":
            at.whole_year = not at.whole_year
        else:
            at.by(int(chosen))


def away(face: "Companion") -> None:
    """Ask until which day, in one go. Nothing is counted down."""
    from peercompanion.daily import away

    face.talk.say(away.lead())
    chosen = face.talk.choose(away.rows(face.today))
    days = face.sitting.days
    if face.do(away.chosen(chosen, days, face.clock.now())) and (off := days.off(face.today)):
        face.talk.say(day_words.off_in_words(*off, face.today))

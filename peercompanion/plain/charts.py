"""The person's charts, those of the packs they can make their own, and changing them."""

from typing import TYPE_CHECKING

from peercompanion.daily import charts as daily
from peercompanion.daily import week
from peercompanion.daily.charts import Charts, OneChart
from peercompanion.language import _
from peercompanion.packs.models import Routine
from peercompanion.plain.talk import Enough
from peercompanion.practice.answers import filled
from peercompanion.practice.choice import Choice

if TYPE_CHECKING:
    from peercompanion.plain.companion import Companion


def charts(face: "Companion") -> None:
    """Offer one's own charts, the packs', and one from nothing."""
    room = Charts(face.sitting)

    def chosen(row: str) -> None:
        what, _colon, which = row.partition(":")
        if what == "own":
            one_chart(face, which)
        elif what == "pack":
            offered(face, which)
        elif face.do(room.begin(face.clock.now())):
            one_chart(face, room.made)

    face.talk.say(room.lead())
    face.talk.room(_("My charts"), lambda: room.rows(face.today), chosen)


def offered(face: "Companion", full: str) -> None:
    """Say what a chart of a pack holds, and make it one's own where that is wished."""
    item, chart = (
        face.sitting.library.item("routines", full),
        daily.offered(face.sitting, full, face.today),
    )
    if chart is None or not isinstance(item, Routine):
        face.talk.say(_("This one cannot be opened. The others are fine."))
        return
    face.talk.say(f"{item.title}:", item.for_whom, filled(chart.caution, face.names(), {}))
    for line in daily.in_lines(chart, face.leave_out):
        face.talk.voice.row(f"{line.title}." if line.id else f"{line.title}:")
    face.talk.choose([Choice(_("Use this one"), "use")])
    face.do(daily.used(chart, face.sitting.days, face.clock.now()))
    raise Enough


def one_chart(face: "Companion", chart: str) -> None:
    """One of the person's own charts: what it holds, and what can be done with it."""
    room = OneChart(face.sitting, chart, face.leave_out)

    def chosen(row: str) -> None:
        what, _colon, which = row.partition(":")
        if what == "item":
            one_line(face, room, which)
        elif what == "days":
            face.talk.room(_("Days of the week"), lambda: week.rows(room.chart.weekdays), chosen)
        else:
            face.do(room.chosen(row, face.clock.now()))

    face.talk.room(room.chart.title, lambda: [*room.lines(), *room.rows()], chosen)


def one_line(face: "Companion", room: OneChart, item: str) -> None:
    """One line of a chart."""

    def chosen(row: str) -> None:
        what, _colon, which = row.partition(":")
        if what == "exercise":
            from peercompanion.plain.exercise import front_page

            front_page(face, which)
        else:
            row = face.talk.choose(room.exercise_rows(item)) if row == "begins" else row
            face.do(room.item_chosen(item, row, face.clock.now()))

    face.talk.room(_("A line"), lambda: room.item_rows(item), chosen)

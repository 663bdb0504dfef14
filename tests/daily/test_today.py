"""What is said above a day, and the rows it names."""

import datetime

import pytest

from peercompanion.daily.today import Day
from peercompanion.practice import keeping
from peercompanion.practice.days import Days
from peercompanion.practice.routine import Chart, Item
from peercompanion.sitting import Sitting

from .test_named import sitting as sitting

NIGHT = datetime.datetime(2026, 11, 21, 1, 30, tzinfo=datetime.UTC)
LONG_AGO = datetime.date(2026, 9, 1)


def at_night(*charts: Chart) -> Day:
    days = Days()
    for chart in charts:
        days.take(keeping.chart(chart, NIGHT).model_dump())
    return Day(days, NIGHT.date(), frozenset())


@pytest.mark.parametrize("charts", [(), (Chart("c", "A day", (Item("a", "Walk"),)),)])
def test_past_midnight_the_row_of_days_before_is_named_where_it_is(
    sitting: Sitting, charts: tuple[Chart, ...]
) -> None:
    day = at_night(*charts)
    said = " ".join(day.known(NIGHT))
    rows = {row.id for row in day.rows(sitting, NIGHT.date())}
    assert ("One of the last seven days" in said) == ("another" in rows) == bool(charts)


def test_where_no_rows_are_at_hand_none_is_named() -> None:
    day = at_night(Chart("c", "A day", (Item("a", "Walk"),), anchor="The river", since=LONG_AGO))
    assert "My charts" in " ".join(day.known(NIGHT))
    assert list(day.known(NIGHT, rows=False)) == ["The river"]

"""Open now, by the clock of the person and the zone of the line."""

import datetime
from dataclasses import dataclass
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peercompanion.practice.opening_hours import (
    DAYS,
    hours,
    in_words,
    is_open,
    open_first,
    open_now,
)

WEEKDAYS = [{"days": "mon-fri", "from": "10:00", "to": "22:00"}]
NIGHTS = [{"days": "fri-sat", "from": "20:00", "to": "02:00"}]
SUNDAY_NIGHT = [{"days": "sun", "from": "22:00", "to": "06:00"}]
ROUND = [{"days": "sat-mon", "from": "09:00", "to": "24:00"}]
TWO = [
    {"days": "daily", "from": "09:00", "to": "12:00"},
    {"days": "wed", "from": "18:00", "to": "20:30"},
]
ALL_DAY = [{"days": "daily", "from": "00:00", "to": "24:00"}]
NEW_YORK, KOLKATA, RIGA = "America/New_York", "Asia/Kolkata", "Europe/Riga"


@pytest.mark.parametrize(
    ("tables", "zone", "moment", "there"),
    [
        # 2026-11-20 is a Friday
        (WEEKDAYS, NEW_YORK, "2026-11-20 09:59:59-05:00", False),
        (WEEKDAYS, NEW_YORK, "2026-11-20 10:00-05:00", True),
        (WEEKDAYS, NEW_YORK, "2026-11-20 21:59-05:00", True),
        (WEEKDAYS, NEW_YORK, "2026-11-20 22:00-05:00", False),
        (WEEKDAYS, NEW_YORK, "2026-11-21 12:00-05:00", False),  # Saturday
        # the person's clock is elsewhere
        (WEEKDAYS, NEW_YORK, "2026-11-20 19:30-08:00", False),  # Los Angeles; 22:30 there
        (WEEKDAYS, NEW_YORK, "2026-11-20 18:30-08:00", True),
        (WEEKDAYS, NEW_YORK, "2026-11-21 04:00+01:00", False),  # Berlin, Saturday; 22:00 there
        (WEEKDAYS, NEW_YORK, "2026-11-21 03:59+01:00", True),
        # summer time there
        (WEEKDAYS, NEW_YORK, "2026-07-01 14:00+00:00", True),
        (WEEKDAYS, NEW_YORK, "2026-07-01 13:59+00:00", False),
        (WEEKDAYS, NEW_YORK, "2026-01-05 14:59+00:00", False),
        (WEEKDAYS, NEW_YORK, "2026-01-05 15:00+00:00", True),
        # across midnight
        (NIGHTS, RIGA, "2026-11-20 23:59+02:00", True),
        (NIGHTS, RIGA, "2026-11-21 01:59+02:00", True),
        (NIGHTS, RIGA, "2026-11-21 02:00+02:00", False),
        (NIGHTS, RIGA, "2026-11-22 01:00+02:00", True),
        (NIGHTS, RIGA, "2026-11-23 01:00+02:00", False),
        (NIGHTS, RIGA, "2026-11-20 01:00+02:00", False),
        # across the week's end
        (SUNDAY_NIGHT, KOLKATA, "2026-11-23 05:59+05:30", True),
        (SUNDAY_NIGHT, KOLKATA, "2026-11-23 06:00+05:30", False),
        (SUNDAY_NIGHT, KOLKATA, "2026-11-22 03:00+05:30", False),
        (ROUND, RIGA, "2026-11-22 23:59+02:00", True),
        (ROUND, RIGA, "2026-11-23 00:00+02:00", False),
        (ROUND, RIGA, "2026-11-23 09:00+02:00", True),
        (ROUND, RIGA, "2026-11-24 10:00+02:00", False),
        # several times
        (TWO, RIGA, "2026-11-25 19:00+02:00", True),
        (TWO, RIGA, "2026-11-26 19:00+02:00", False),
        (TWO, RIGA, "2026-11-26 11:59+02:00", True),
        # not known
        (WEEKDAYS, "Nowhere/Near", "2026-11-20 12:00-05:00", None),
        (WEEKDAYS, "../etc/passwd", "2026-11-20 12:00-05:00", None),
    ],
)
def test_open_now(tables: list[dict[str, str]], zone: str, moment: str, there: bool | None) -> None:
    assert is_open(hours(tables), zone, datetime.datetime.fromisoformat(moment)) is there


CLOCK = st.integers(0, 24 * 60 - 1).map(lambda n: f"{n // 60:02}:{n % 60:02}")
ZONES = st.sampled_from((NEW_YORK, KOLKATA, RIGA, "Pacific/Auckland", "UTC"))
MOMENTS = st.datetimes(datetime.datetime(2000, 1, 1), datetime.datetime(2100, 1, 1))


@given(st.sampled_from(DAYS), CLOCK, CLOCK, ZONES, MOMENTS)
def test_it_does_not_matter_where_the_clock_hangs(
    day: str, start: str, end: str, zone: str, moment: datetime.datetime
) -> None:
    times = hours([{"days": day, "from": start, "to": end}])
    here = moment.replace(tzinfo=datetime.UTC)
    there = here.astimezone(ZoneInfo("Asia/Tokyo"))
    assert is_open(times, zone, here) is is_open(times, zone, there)


@given(MOMENTS, ZONES)
def test_day_and_night_is_always(moment: datetime.datetime, zone: str) -> None:
    assert is_open(hours(ALL_DAY), zone, moment.replace(tzinfo=datetime.UTC)) is True


@given(st.sampled_from(DAYS), CLOCK, CLOCK, ZONES)
def test_once_a_week_it_is_open_as_long_as_it_says(
    day: str, start: str, end: str, zone: str
) -> None:
    (each,) = times = hours([{"days": day, "from": start, "to": end}])
    # a week without a change of clocks, in steps of a quarter of an hour
    first = datetime.datetime(2026, 6, 1, tzinfo=ZoneInfo(zone))
    steps = [first + datetime.timedelta(minutes=15 * n) for n in range(7 * 96)]
    open_for = 15 * sum(is_open(times, zone, step) is True for step in steps)
    assert abs(open_for - (each.end - each.start)) < 30


@dataclass(frozen=True)
class Line:
    name: int
    always: bool
    open: tuple[dict[str, str], ...]
    zone: str = NEW_YORK
    hours: str = ""


LINES = st.lists(
    st.tuples(st.booleans(), st.sampled_from(((), tuple(WEEKDAYS), tuple(NIGHTS)))), max_size=8
).map(lambda each: [Line(n, *said) for n, said in enumerate(each)])


@given(LINES, st.datetimes(datetime.datetime(2000, 1, 1), datetime.datetime(2100, 1, 1)))
def test_what_is_closed_comes_last_and_nothing_is_lost(
    lines: list[Line], moment: datetime.datetime
) -> None:
    now = moment.replace(tzinfo=datetime.UTC)
    ordered = open_first(lines, now)
    assert sorted(ordered, key=lambda line: line.name) == lines
    closed = [open_now(line, now) is False for line in ordered]
    assert closed == sorted(closed)
    for group in (True, False):
        names = [line.name for line, shut in zip(ordered, closed, strict=True) if shut is group]
        assert names == sorted(names)


@pytest.mark.parametrize(
    "table", [{"days": "moon", "from": "1:00", "to": "2:00"}, {"days": "mon", "from": "ten"}]
)
def test_what_are_no_times_is_refused(table: dict[str, str]) -> None:
    with pytest.raises((KeyError, ValueError)):
        hours([table])


def test_the_words_name_the_zone() -> None:
    assert in_words(WEEKDAYS, NEW_YORK) == "Mon-Fri 10:00-22:00 (New York time)"

"""Weeks begin as the country says, and hold seven days each, whatever the clocks do."""

import datetime
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peercompanion.practice import weeks

days = st.dates(datetime.date(1, 1, 8), datetime.date(9999, 12, 24))


@pytest.mark.parametrize(
    ("country", "begins"),
    [
        *[(country, 6) for country in ("US", "CA", "MX", "IN", "ZA")],
        *[(country, 0) for country in ("GB", "IE", "DE", "AU", "NZ", "ES", "AE", None)],
        ("EG", 5),
    ],
)
def test_weeks_begin_as_the_country_says(country: str | None, begins: int) -> None:
    assert weeks.week_begins(country) == begins


@given(days, st.integers(0, 6))
def test_a_week_is_seven_days_around_its_day(day: datetime.date, begins: int) -> None:
    week = weeks.week_of(day, begins)
    assert len(week) == 7
    assert day in week
    assert week[0].weekday() == begins
    assert all(b - a == weeks.DAY for a, b in pairwise(week))


@pytest.mark.parametrize("day", [datetime.date.min, datetime.date.max])
@pytest.mark.parametrize("begins", range(7))
def test_the_ends_of_the_calendar_hold(day: datetime.date, begins: int) -> None:
    assert day in weeks.week_of(day, begins)
    assert day in weeks.month_of(day)
    weeks.by_months(day, 12), weeks.by_months(day, -12)


@given(days)
def test_months_hold_all_days_of_a_year(day: datetime.date) -> None:
    year = [each for month in weeks.months_of(day.year) for each in weeks.month_of(month)]
    assert len(year) in (365, 366)
    assert day in year
    assert len(set(year)) == len(year)


@given(st.dates(datetime.date(100, 1, 1), datetime.date(9000, 1, 1)), st.integers(-500, 500))
def test_months_go_on_and_back(day: datetime.date, by: int) -> None:
    there = weeks.by_months(day, by)
    assert weeks.by_months(there, -by) == day.replace(day=1)

"""Routine charts: whose day, which items, and every change of them."""

import datetime
from dataclasses import replace
from itertools import groupby

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peercompanion.packs.library import Library
from peercompanion.packs.models import Routine
from peercompanion.places import content
from peercompanion.practice import routine
from peercompanion.practice.routine import Chart, Item
from peercompanion.practice.told import Told

SATURDAY = datetime.date(2026, 11, 21)
LIBRARY = Library([content()])

ids = st.sampled_from("abcdefgh")
items = st.lists(
    st.builds(
        Item,
        id=ids,
        text=st.text(min_size=1, max_size=5),
        block=st.sampled_from(["", "morning", "evening"]),
        weekdays=st.sets(st.integers(0, 6)).map(lambda days: tuple(sorted(days))),
        contains=st.sets(st.sampled_from(["food", "body"])).map(tuple),
        retired=st.booleans(),
    ),
    unique_by=lambda item: item.id,
    max_size=8,
)
charts = st.builds(Chart, id=st.just("mine"), title=st.just("Mine"), items=items.map(tuple))
days = st.dates(datetime.date(1, 2, 1), datetime.date(9999, 11, 1))


@pytest.mark.parametrize("full", LIBRARY.ids("routines"))
def test_every_chart_of_the_packs_can_be_ones_own(full: str) -> None:
    offered = LIBRARY.item("routines", full)
    assert isinstance(offered, Routine)
    slug = full.rpartition("/")[2]
    chart = routine.own(
        offered, slug, SATURDAY, lambda ref: LIBRARY.full_id("exercises", ref) or "none"
    )
    assert [item.text for item in chart.items] == [item.text for item in offered.item]
    assert all(item.small for item in chart.items), "each has a version for a hard day"
    assert all(item.exercise in (*LIBRARY.ids("exercises"), "") for item in chart.items)
    assert Chart.read(Told({**chart.fields(), "day": SATURDAY})) == chart


def test_there_are_ten_charts_and_one_for_a_day_without_a_place() -> None:
    assert len(LIBRARY.ids("routines")) == 11
    assert "core/own-place" in LIBRARY.ids("routines")


def test_each_day_has_one_chart() -> None:
    daily = Chart("daily", "Daily", since=SATURDAY)
    weekend = Chart("weekend", "Weekend", weekdays=(5, 6), since=SATURDAY)
    older = Chart("older", "Older", since=datetime.date(2026, 1, 1))
    put_away = Chart("away", "Away", since=SATURDAY, weekdays=(5,), retired=True)
    all_of_them = [older, daily, weekend, put_away]
    assert routine.of_day(all_of_them, SATURDAY) == weekend
    assert routine.of_day(all_of_them, datetime.date(2026, 11, 23)) == daily
    assert routine.of_day(all_of_them, SATURDAY, "older") == older
    assert routine.of_day([put_away], SATURDAY) is None
    assert routine.of_day([weekend], datetime.date(2026, 11, 23)) is None


def test_of_two_charts_chosen_on_one_day_the_later_one_is_used() -> None:
    first = Chart("z", "First", since=SATURDAY, chosen="01A")
    later = Chart("a", "Later", since=SATURDAY, chosen="01B")
    assert routine.of_day([first, later], SATURDAY) == later


@given(charts, days, st.sets(st.sampled_from(["food", "body"])), st.sets(ids))
def test_what_is_shown_of_a_chart(
    chart: Chart, day: datetime.date, leave_out: set[str], marked: set[str]
) -> None:
    shown = routine.items_for(chart, day, frozenset(leave_out), marked)
    assert not any(set(item.contains) & leave_out for item in shown)
    for item in chart.items:
        allowed = not set(item.contains) & leave_out
        due = not item.retired and (not item.weekdays or day.weekday() in item.weekdays)
        assert (item in shown) == (allowed and (due or item.id in marked))


@given(charts, ids, ids)
def test_moving_loses_and_doubles_nothing(chart: Chart, item: str, to: str) -> None:
    moved = routine.moved(chart, item, to)
    assert sorted(each.id for each in moved.items) == sorted(each.id for each in chart.items)
    if chart.item(item) and chart.item(to) and item != to:
        before, after = ([each.id for each in c.items] for c in (chart, moved))
        assert after.index(item) == before.index(to)
        there, here = moved.item(to), moved.item(item)
        assert there and here and there.block == here.block


blocks = st.sampled_from(["", "morning", "evening", "night"])


@given(charts, st.builds(Item, id=ids, text=st.just("new"), block=blocks))
def test_a_changed_item_keeps_its_place_and_a_new_one_joins_its_block(
    chart: Chart, item: Item
) -> None:
    changed = routine.with_item(chart, item)
    assert changed.item(item.id) == item
    others = [each for each in changed.items if each.id != item.id]
    assert others == [each for each in chart.items if each.id != item.id]
    before = chart.item(item.id)
    if before and before.block == item.block:
        assert [each.id for each in changed.items] == [each.id for each in chart.items]


def headings(chart: Chart) -> list[str]:
    return [block for block, _items in groupby(chart.items, key=lambda item: item.block)]


@given(charts, st.builds(Item, id=ids, text=st.just("new"), block=blocks))
def test_no_block_is_ever_in_two_places(chart: Chart, item: Item) -> None:
    tidy = replace(chart, items=tuple(sorted(chart.items, key=lambda each: each.block)))
    after = headings(routine.with_item(tidy, item))
    assert len(after) == len(set(after))


@given(st.lists(ids, min_size=1, max_size=5, unique=True), st.data())
def test_a_block_of_one_item_that_is_renamed_stays_in_its_place(
    named: list[str], data: st.DataObject
) -> None:
    of_one = Chart("c", "A day", tuple(Item(each, each, block=each) for each in named))
    item = data.draw(st.sampled_from(of_one.items))
    renamed = routine.with_item(of_one, replace(item, block="On waking"))
    assert headings(renamed) == ["On waking" if each == item.id else each for each in named]


@given(days, st.integers(-400, 400))
def test_today_and_seven_days_before_it_can_be_filled_in(day: datetime.date, by: int) -> None:
    try:
        other = day + datetime.timedelta(days=by)
    except OverflowError:
        return
    assert routine.may_mark(other, day) == (-7 <= by <= 0)


@given(st.sampled_from(routine.STATES), st.sampled_from(routine.STATES))
def test_a_key_marks_and_the_same_key_takes_it_back(now: routine.State, key: routine.State) -> None:
    once = routine.pressed(now, key)
    assert once in (key, "clear")
    assert routine.pressed("clear", key) == ("clear" if key == "clear" else key)
    assert routine.pressed(routine.pressed("clear", key), key) == "clear"


@given(st.sets(st.integers(0, 6)), st.integers(0, 6))
def test_a_day_of_the_week_goes_in_and_out(chosen: set[int], day: int) -> None:
    before = routine.toggled_day(sorted(chosen), day)
    whole = set(chosen) or set(range(7))
    assert (set(before) or set(range(7))) == ((whole ^ {day}) or set(range(7)))


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("7:30", "07:30"),
        ("07.30", "07:30"),
        ("18", "18:00"),
        ("6pm", "18:00"),
        ("12 am", "00:00"),
        ("12:15 PM", "12:15"),
        ("24:00", None),
        ("7:60", None),
        ("13pm", None),
        ("soon", None),
        ("", None),
        ("²:00", None),
    ],
)
def test_times_as_people_write_them(said: str, meant: str | None) -> None:
    assert routine.time_of_day(said) == meant


@given(st.text(max_size=12))
def test_any_text_is_a_time_or_none(said: str) -> None:
    found = routine.time_of_day(said)
    assert found is None or datetime.time.fromisoformat(found)

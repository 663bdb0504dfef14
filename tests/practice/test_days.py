"""The count of days never falls, and no mark is ever lost or doubled."""

import datetime
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from peercompanion.kept import Kept
from peercompanion.places import Places, places
from peercompanion.practice import keeping
from peercompanion.practice.days import Days, days_from
from peercompanion.practice.records import CheckIn, Record
from peercompanion.practice.routine import STATES, State

FIRST = datetime.date(2026, 10, 20)
NOON = datetime.datetime(2026, 10, 20, 12, tzinfo=datetime.UTC)
ZONES = [datetime.timezone(datetime.timedelta(hours=h)) for h in (-8, 0, 5, 13)]

day_numbers = st.integers(0, 12)
marks = st.tuples(
    st.sampled_from(["morning", "night"]),
    st.sampled_from(["wash", "eat", "walk"]),
    day_numbers,
    st.sampled_from(STATES),
)
"""Chart, item, day and state."""
things = st.one_of(
    marks.map(lambda mark: ("mark", *mark)),
    st.tuples(st.just("checkin"), day_numbers, st.integers(0, 10)),
    st.tuples(st.just("away"), day_numbers, day_numbers),
    st.tuples(st.just("gone"), marks),
)


def day_of(number: int) -> datetime.date:
    return FIRST + datetime.timedelta(days=number)


def record_of(thing: tuple[Any, ...], number: int) -> Record:
    """A record of a thing a person did; `number` makes its id and moment."""
    at = (NOON + datetime.timedelta(minutes=number)).astimezone(ZONES[number % len(ZONES)])
    match thing:
        case ("mark", chart, item, day, state):
            return keeping.mark(chart, item, state, day=day_of(day), at=at)
        case ("checkin", day, storm):
            return CheckIn(id=f"c{number}", at=at, day=day_of(day), storm=storm)
        case ("away", first, until):
            return keeping.away(day_of(first), day_of(until), at)
        case (_, (chart, item, day, _state)):
            mark = keeping.mark(chart, item, "clear", day=day_of(day), at=at)
            return mark.model_copy(update={"gone": True})
    raise AssertionError(thing)


@given(st.lists(things, max_size=40))
def test_the_count_of_days_never_falls(life: list[tuple[Any, ...]]) -> None:
    days, counted = Days(), 0
    for number, thing in enumerate(life):
        days.take(record_of(thing, number).model_dump(exclude_none=True))
        assert len(days.shown_up) >= counted
        counted = len(days.shown_up)


@given(st.lists(things, max_size=40))
def test_days_read_again_are_the_days_lived(life: list[tuple[Any, ...]]) -> None:
    lived, told = Days(), []
    for number, thing in enumerate(life):
        told.append(record_of(thing, number).model_dump(exclude_none=True))
        lived.take(told[-1])
    standing = {table["id"]: table for table in told}
    again = days_from(standing.values(), told)
    assert again.shown_up == lived.shown_up
    for day in map(day_of, range(13)):
        assert again.best(day) == lived.best(day)
        assert again.off(day) == lived.off(day)
        for chart in ("morning", "night"):
            assert again.marked(chart, day) == lived.marked(chart, day)


@given(st.lists(marks, min_size=1, max_size=40))
def test_a_mark_is_what_was_said_last(said: list[tuple[str, str, int, State]]) -> None:
    days, last = Days(), {}
    for number, (chart, item, day, state) in enumerate(said):
        days.take(record_of(("mark", chart, item, day, state), number).model_dump())
        last[chart, item, day] = state
    found = {
        (chart, item, (day - FIRST).days): state
        for (chart, day), held in days.marks.items()
        for item, state in held.items()
    }
    assert found == last


devices = st.lists(st.tuples(st.integers(0, 1), things, st.booleans()), min_size=1, max_size=25)
"""Which of two devices did what, and whether the folders were carried between them afterwards."""


def home_of(root: Any, name: str) -> Places:
    return places({"PEERCOMPANION_HOME": str(root / name)})


def carried(one: Places, other: Places) -> None:
    """Carry what is new on one device to the other, as a sync program does."""
    for file in one.journal.rglob("*.toml"):
        there = other.journal / file.relative_to(one.journal)
        if not there.exists() or there.stat().st_size < file.stat().st_size:
            there.parent.mkdir(parents=True, exist_ok=True)
            there.write_bytes(file.read_bytes())


@settings(max_examples=20, deadline=None)
@given(devices)
def test_two_devices_end_with_the_same_days_and_lose_none(life: list[Any]) -> None:
    import tempfile
    from pathlib import Path

    with tempfile.TemporaryDirectory() as folder:
        clock = [NOON]
        homes = [home_of(Path(folder), name) for name in ("one", "other")]
        kepts = [Kept(home, now=lambda: clock[0]) for home in homes]
        done: set[datetime.date] = set()
        for number, (device, thing, meet) in enumerate(life):
            clock[0] = NOON + datetime.timedelta(minutes=number)
            kepts[device].days()
            record = record_of(thing, number)
            kepts[device].put(record)
            state = getattr(record, "state", "")
            if state in ("done", "small") or record.__class__ is CheckIn:
                done.add(record.day)
            if meet:
                carried(homes[0], homes[1])
                carried(homes[1], homes[0])
        carried(homes[0], homes[1])
        carried(homes[1], homes[0])
        seen = [kept.days() for kept in kepts]
        assert seen[0] == seen[1]
        assert seen[0].shown_up == done
        reopened = Kept(homes[0], now=lambda: clock[0]).days()
        assert reopened == seen[0]


@given(
    st.recursive(
        st.one_of(st.none(), st.booleans(), st.integers(), st.text(max_size=5), st.dates()),
        lambda held: st.lists(held, max_size=3) | st.dictionaries(st.text(max_size=5), held),
        max_leaves=8,
    ),
    st.sampled_from(
        ["mark", "chart", "day", "away", "checkin", "ticked", "checklist", "goal", "step"]
    ),
    st.sampled_from(
        ["id", "chart", "item", "state", "until", "items", "weekdays", "landed", "day"]
    ),
)
def test_a_record_that_makes_no_sense_is_left_out(value: Any, kind: str, name: str) -> None:
    whole = {
        "kind": kind,
        "id": "x:1",
        "day": FIRST,
        "chart": "c",
        "item": "i",
        "state": "done",
        "title": "T",
        "text": "t",
        "checklist": "l",
    }
    days = days_from([{**whole, name: value}], [{**whole, name: value}])
    for day in map(day_of, range(3)):
        days.off(day), days.best(day), days.marked("c", day)

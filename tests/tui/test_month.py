"""A month of ordinary life, lived through the full screen, one opening of the app a day.

Two time zones, the day the clocks go back, a late night, a week away, days filled in later, a
second device and a month without use. What the screen and the files say is held each day
against a plain dictionary.
"""

import datetime
import random
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from textual.pilot import Pilot

from peercompanion.clock import Clock
from peercompanion.kept import Kept
from peercompanion.language import day_in_words
from peercompanion.places import Places, places
from peercompanion.practice import keeping, weeks
from peercompanion.practice.day_words import days_this_week
from peercompanion.practice.routine import State
from peercompanion.tui.app import CompanionApp
from peercompanion.tui.screens.today import Today
from peercompanion.tui.widgets.week_grid import WeekGrid

from .conftest import press, settle, shown
from .test_today import choose_weekday

CHART = "steady-weekday"
ITEMS = ["get-up", "breakfast", "health", "lunch", "walk", "one-task"]
KEYS: list[tuple[str, State]] = [("space", "done"), ("b", "small"), ("l", "left")]
BACK = datetime.datetime(2026, 11, 1, 6, tzinfo=datetime.UTC)
"""The clocks go back in New York."""
FLIGHT = datetime.date(2026, 11, 10)
"""From New York to Berlin."""


def local(moment: datetime.datetime) -> datetime.datetime:
    """A moment as the clock on the wall says it, wherever the person is."""
    there = moment.date() >= FLIGHT
    hours = 1 if there else (-5 if moment >= BACK else -4)
    return moment.astimezone(datetime.timezone(datetime.timedelta(hours=hours)))


class Life:
    """What was lived, as the test knows it."""

    def __init__(self, root: Path) -> None:
        self.home = places({"PEERCOMPANION_HOME": str(root / "one")})
        self.other = places({"PEERCOMPANION_HOME": str(root / "other")})
        self.moment = datetime.datetime(2026, 10, 20, 12, 30, tzinfo=datetime.UTC)
        self.marks: dict[tuple[datetime.date, str], State] = {}
        self.counted: set[datetime.date] = set()

    @property
    def today(self) -> datetime.date:
        return self.now().date()

    def now(self) -> datetime.datetime:
        return local(self.moment)

    def at(self, day: datetime.date, hour: int, minute: int = 0) -> None:
        """Go to an hour of a local day."""
        guess = datetime.datetime(day.year, day.month, day.day, hour, minute, tzinfo=datetime.UTC)
        for by in range(-14, 15):
            self.moment = guess + datetime.timedelta(hours=by)
            now = self.now()
            if (now.date(), now.hour) == (day, hour):
                return
        raise AssertionError((day, hour))

    def mark(self, item: str, state: State, day: datetime.date) -> None:
        self.marks[day, item] = state
        if state in ("done", "small"):
            self.counted.add(day)

    def kept(self, home: Places | None = None) -> Kept:
        return Kept(home or self.home, now=self.now)

    @asynccontextmanager
    async def opened(self) -> AsyncIterator[Pilot[None]]:
        app = CompanionApp(self.home, clock=Clock(lambda: self.moment.timestamp(), self.now))
        async with app.run_test(size=(80, 40)) as pilot:
            await settle(pilot)
            yield pilot

    def agrees(self) -> None:
        """Hold the files against what was lived."""
        days = self.kept().days()
        found = {
            (day, item): state
            for (chart, day), held in days.marks.items()
            for item, state in held.items()
            if chart == CHART and state != "clear"
        }
        assert found == {key: state for key, state in self.marks.items() if state != "clear"}
        assert days.shown_up == self.counted

    def screen_agrees(self, pilot: Pilot[None]) -> None:
        """Hold the screen against what was lived."""
        screen = pilot.app.screen
        assert isinstance(screen, Today)
        week = weeks.week_of(screen.at, 6)
        count = len(self.counted.intersection(week))
        text = shown(pilot)
        assert (days_this_week(count) in text) is bool(count), text
        assert " of 7" not in text
        grid = screen.query_one(WeekGrid)
        shapes = {"done": "●", "small": "◐", "left": "–"}
        for item in ITEMS:
            for day in week:
                state = self.marks.get((day, item), "clear")
                if state != "clear":
                    assert grid._shape(item, day) == shapes[state]
                else:
                    assert grid._shape(item, day) in ("○", "·", "~", " ")
                if day > self.today:
                    assert grid._shape(item, day) in (" ", "~")


async def live_a_day(life: Life, pilot: Pilot[None], dice: random.Random, back: int = 0) -> None:
    """Mark some items by keys, on today or some days before."""
    await press(pilot, *["left"] * back)
    day = life.today - back * weeks.DAY
    screen = pilot.app.screen
    assert isinstance(screen, Today)
    assert screen.at == day
    row = 0
    for item in ITEMS:
        if dice.random() < 0.4:
            key, state = dice.choice(KEYS)
            at = ITEMS.index(item)
            await press(pilot, *["down"] * (at - row), key)
            row = at
            before = life.marks.get((day, item), "clear")
            life.mark(item, "clear" if before == state else state, day)
    await press(pilot, *["up"] * row, *["right"] * back)
    life.agrees()


@pytest.fixture
def life(tmp_path: Path) -> Life:
    return Life(tmp_path)


async def test_a_month_of_ordinary_life(life: Life) -> None:
    dice = random.Random(5)
    first = life.today
    async with life.opened() as pilot:
        await choose_weekday(pilot)
    away = {first + datetime.timedelta(days=n) for n in range(14, 21)}
    counts = [0]
    for number in range(31):
        day = first + datetime.timedelta(days=number)
        if day in away and day != min(away):
            continue
        life.at(day, dice.choice([6, 13, 23]), 30)
        assert life.today == day
        async with life.opened() as pilot:
            assert day_in_words(day) in shown(pilot)
            await press(pilot, "2")
            if day == min(away):
                await press(pilot, "8", "6")
                assert day_in_words(max(away)) in shown(pilot)
                assert "Everything waits" in shown(pilot)
            else:
                await live_a_day(life, pilot, dice)
                if number % 6 == 5 and not {day - n * weeks.DAY for n in (1, 2)} & away:
                    await live_a_day(life, pilot, dice, back=2)
            life.screen_agrees(pilot)
            await press(pilot, "escape")
        counts.append(len(life.counted))
    assert counts == sorted(counts)
    assert FLIGHT in away or life.today > FLIGHT
    assert life.now().utcoffset() == datetime.timedelta(hours=1)
    assert (datetime.date(2026, 11, 1), "get-up") in life.marks or counts[13] >= counts[12]

    # A second device did something in the meantime; the folder is carried over.
    other = life.kept(life.other)
    theirs = [day for day in away if day <= life.today][:3]
    for day in theirs:
        other.put(keeping.mark(CHART, "walk", "done", day=day, at=life.now()))
        life.mark("walk", "done", day)
    for file in life.other.journal.rglob("2*.toml"):
        there = life.home.journal / file.relative_to(life.other.journal)
        there.parent.mkdir(parents=True, exist_ok=True)
        there.write_bytes(file.read_bytes())
    life.agrees()
    async with life.opened() as pilot:
        await press(pilot, "2")
        life.screen_agrees(pilot)

    # A month without use. Nothing is counted down, and nobody is told off.
    before = set(life.counted)
    life.at(life.today + datetime.timedelta(days=32), 9)
    async with life.opened() as pilot:
        text = shown(pilot).lower()
        assert "good to see you" in text
        await press(pilot, "2")
        life.screen_agrees(pilot)
        text += shown(pilot).lower()
        for word in ("missed", "overdue", "failed", "streak", "days ago"):
            assert word not in text
        await press(pilot, "space")
        life.mark("get-up", "done", life.today)
    life.agrees()
    assert life.counted > before


async def test_the_night_the_clocks_go_back_is_one_day(life: Life) -> None:
    async with life.opened() as pilot:
        await choose_weekday(pilot)
    hours = [datetime.datetime(2026, 11, 1, hour, 30, tzinfo=datetime.UTC) for hour in (4, 5, 6, 7)]
    for number, life.moment in enumerate(hours):  # 0:30, 1:30, 1:30 again, 2:30
        assert life.today == datetime.date(2026, 11, 1)
        async with life.opened() as pilot:
            await press(pilot, "2", *["down"] * number, "space")
        life.mark(ITEMS[number], "done", life.today)
        life.agrees()
    assert life.counted == {datetime.date(2026, 11, 1)}


async def test_late_at_night_yesterday_is_one_key_away(life: Life) -> None:
    async with life.opened() as pilot:
        await choose_weekday(pilot)
    life.at(datetime.date(2026, 10, 24), 1)
    async with life.opened() as pilot:
        await press(pilot, "2")
        assert "past midnight" in shown(pilot)
        await press(pilot, "left", "space")
    life.mark("get-up", "done", datetime.date(2026, 10, 23))
    life.agrees()


async def test_midnight_passes_while_the_page_stands_open(life: Life) -> None:
    async with life.opened() as pilot:
        await choose_weekday(pilot)
        life.at(datetime.date(2026, 10, 20), 23, 59)
        await press(pilot, "escape", "2", "space")
        life.mark("get-up", "done", datetime.date(2026, 10, 20))
        life.at(datetime.date(2026, 10, 21), 0)
        assert isinstance(pilot.app, CompanionApp)
        pilot.app.look_elsewhere()
        await settle(pilot)
        assert "Wednesday 21 October" in shown(pilot)
        await press(pilot, "space")
        life.mark("get-up", "done", datetime.date(2026, 10, 21))
        life.agrees()
        life.screen_agrees(pilot)


async def test_a_flight_never_moves_a_mark(life: Life) -> None:
    async with life.opened() as pilot:
        await choose_weekday(pilot)
    life.moment = datetime.datetime(2026, 11, 9, 23, 30, tzinfo=datetime.UTC)
    async with life.opened() as pilot:
        await press(pilot, "2", "space")
    life.mark("get-up", "done", datetime.date(2026, 11, 9))
    life.moment = datetime.datetime(2026, 11, 10, 0, 30, tzinfo=datetime.UTC)
    assert life.now().hour == 1, "the same night, seen from Berlin"
    life.agrees()
    async with life.opened() as pilot:
        await press(pilot, "2")
        life.screen_agrees(pilot)

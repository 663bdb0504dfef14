"""Shapes and words of days are two ways to say one thing."""

import datetime
import re
from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from peercompanion.practice import day_words, keeping, weeks
from peercompanion.practice.days import Days, days_from
from peercompanion.practice.records import CheckIn, Record
from peercompanion.practice.routine import STATES, Chart, Item

FIRST = datetime.date(2026, 11, 1)
NOON = datetime.datetime(2026, 11, 1, 12, tzinfo=datetime.UTC)
CHART = Chart("c", "A day", (Item("a", "Walk"), Item("b", "Wash")), since=FIRST)
SHAPE_OF = {
    "done": "●",
    "small": "◐",
    "a check-in": "●",
    "you were there": "●",
    "left": "–",
    "a day off": "~",
    "nothing said": "·",
    "still to come": " ",
}
"""The shape for the first of these words that is said of a day."""

days_of_month = st.integers(0, 29).map(lambda n: FIRST + n * weeks.DAY)
marks = st.builds(
    lambda day, item, state: keeping.mark("c", item, state, day=day, at=NOON),
    days_of_month,
    st.sampled_from("ab"),
    st.sampled_from(STATES),
)
away = st.builds(
    lambda day, more: keeping.away(day, day + more * weeks.DAY, NOON),
    days_of_month,
    st.integers(-1, 5),
)
checkins = days_of_month.map(lambda day: CheckIn(id=f"c{day}", at=NOON, day=day, storm=5))
records = st.lists(st.one_of(marks, away, checkins), max_size=25)


def days(some: list[Record]) -> Days:
    told = [record.model_dump() for record in some]
    return days_from(told, told)


@given(records, days_of_month, days_of_month)
def test_a_day_is_the_same_as_a_shape_and_in_words(
    some: list[Record], day: datetime.date, today: datetime.date
) -> None:
    known = days(some)
    shape = day_words.SHAPES[day_words.said_of_day(known, day, today)]
    told = day_words.told_of(known, day, today)
    said = next(words for words in SHAPE_OF if re.search(rf"(^|, |\d ){words}", told))
    assert SHAPE_OF[said] == shape, told


@given(records, days_of_month)
def test_a_month_in_words_counts_its_shapes(some: list[Record], today: datetime.date) -> None:
    known = days(some)
    said = (day_words.said_of_day(known, day, today) for day in weeks.month_of(FIRST))
    shapes = Counter(day_words.SHAPES[each] for each in said)
    told = day_words.told_of_month(known, FIRST, today)
    count = Counter[str]()
    for number, words in re.findall(r"(\d+) (done|small|with a check-in|left|days? off)", told):
        word = {"with a check-in": "a check-in"}.get(words, words)
        count[SHAPE_OF["a day off" if word.endswith("off") else word]] += int(number)
    assert count == Counter({s: n for s, n in shapes.items() if s not in "· "})
    shown_up = known.days_in(weeks.month_of(FIRST))
    assert told.startswith(day_words.days_counted(shown_up)) or not count


@given(records, st.sampled_from("ab"), days_of_month, days_of_month)
def test_an_item_has_a_word_for_every_shape(
    some: list[Record], item: str, day: datetime.date, today: datetime.date
) -> None:
    said = day_words.said_of_item(days(some), CHART, item, day, today)
    words = {"done", "the small version", "left for another day", "a day off", "still to come"}
    shown = day_words.SHAPES[said]
    assert (day_words.said_word(said) in words) == (shown not in "·○")

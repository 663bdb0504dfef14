"""Answers: what fits a step, and how a text takes one up."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peercompanion.packs.models.steps import AnyStep
from peercompanion.practice.answers import (
    SEVERAL,
    Answer,
    filled,
    fits,
    lines_of,
    nothing,
    nudged,
    room_for_lines,
    room_left,
    toggled,
    with_digit,
    with_line,
)

from .guides import guide, guides, reply

NAMES = {"emergency": "112", "crisis": "116 123", "help_key": "h"}
values = st.one_of(
    st.text(max_size=20),
    st.integers(-2, 12),
    st.lists(st.text(max_size=5), max_size=5).map(tuple),
)


def step(kind: str, **said: Any) -> AnyStep:
    return guide({"kind": kind, "text": "How is it?", **said}).step[0]


@pytest.mark.parametrize(
    ("asked", "good", "bad"),
    [
        (step("rate"), [0, 10, ""], [-1, 11, "5", (), ("5",)]),
        (step("ask"), ["", "a walk"], [3, ("a walk",)]),
        (step("list", most=2), [(), ("a", "b")], [("a", "b", "c"), "a", 1]),
        (step("pick", options=[{"id": "a", "text": "A"}]), [(), ("a",)], [("a", "b"), "a", 1]),
        (step("notice", n=2), [0, 2, (), ("a", "b")], [3, -1, ("a", "b", "c"), "a"]),
        (step("say"), [], ["", 0, ()]),
        (step("wait", seconds=5.0), [], ["", 0, ()]),
        (step("breathe"), [], ["", 0, ()]),
        (step("tense", groups=["hands"]), [], ["", 0, ()]),
        (step("open", item="exercise:feet-floor"), [], ["", 0, ()]),
    ],
    ids=lambda value: getattr(value, "kind", None),
)
def test_each_kind_of_step_takes_its_own_kind_of_answer(
    asked: AnyStep, good: list[Answer], bad: list[Answer]
) -> None:
    assert [value for value in good if not fits(asked, value)] == []
    assert [value for value in bad if fits(asked, value)] == []


@given(guides(), st.floats(0, 1))
def test_what_a_person_thinks_of_fits(drawn: Any, share: float) -> None:
    for asked in drawn.step:
        value = reply(asked, share)

        assert value is None or fits(asked, value)


@given(values)
def test_an_answer_as_lines_has_no_empty_ones(value: Answer) -> None:
    assert all(lines_of(value))
    if isinstance(value, int):
        assert lines_of(value) == (str(value),)


def test_a_text_takes_up_answers_and_names() -> None:
    answers: dict[str, Answer] = {"who": ("Ana", "", "Ben"), "how-much": 0, "where": "the porch"}

    assert filled("{who} on {where}: {how-much}", NAMES, answers) == "Ana, Ben on the porch: 0"
    assert filled("Call {emergency}.", NAMES, answers) == "Call 112."
    assert filled("You said {nothing-yet}.", NAMES, answers) == "You said …."


@given(values)
def test_an_answer_is_put_in_once_and_as_it_is(value: Answer) -> None:
    shown = filled("«{said}»", NAMES, {"said": value, "other": "never seen"})

    assert shown == f"«{', '.join(lines_of(value)) or '…'}»"


@pytest.mark.parametrize(
    "typed", ["{emergency}", "{said}", "{other}", r"\1 \g<0>", "[b]x[/b]", "{{said}}", "{0}", "%s"]
)
def test_an_answer_is_never_a_template(typed: str) -> None:
    answers: dict[str, Answer] = {"said": typed, "other": "never seen"}

    assert filled("You wrote: {said}", NAMES, answers) == f"You wrote: {typed}"


@pytest.mark.parametrize("text", ["a { b", "{}", "{A B}", "{ said }", "100 %", "\\1"])
def test_braces_that_name_nothing_stay(text: str) -> None:
    assert filled(text, NAMES, {"said": "x"}) == text


# Typing and picking, one thing at a time


@given(guides(), st.floats(0, 1))
def test_one_more_line_is_an_answer_and_is_there_where_there_is_room(
    drawn: Any, share: float
) -> None:
    for asked in drawn.step:
        if not room_for_lines(asked):
            continue
        given_so_far = reply(asked, share) or None
        line = "one more"
        value = with_line(asked, given_so_far, line)

        assert fits(asked, value)
        if room_left(asked, given_so_far) > 0:
            assert lines_of(value)[-1].split("\n")[-1] == line


def test_lines_come_one_after_another_until_there_is_no_room() -> None:
    asked = step("list", most=2)
    first = with_line(asked, None, "Ana")
    both = with_line(asked, first, "Ben")

    assert both == with_line(asked, both, "Cem") == ("Ana", "Ben")
    assert [room_left(asked, value) for value in (None, first, both)] == [2, 1, 0]


def test_an_open_question_of_one_line_takes_the_new_line_instead() -> None:
    assert with_line(step("ask"), "Ana", "Ben") == "Ben"
    assert with_line(step("ask", several=True), "Ana", "Ben") == "Ana\nBen"
    assert room_left(step("ask", several=True), "Ana\nBen") == SEVERAL - 2


def test_what_was_tapped_still_counts_when_something_is_typed() -> None:
    assert with_line(step("notice", n=3), 2, "the chair") == ("", "", "the chair")


OPTIONS = [{"id": name, "text": name.upper()} for name in "abc"]


def test_an_option_is_taken_and_put_back() -> None:
    one, two = (step("pick", options=OPTIONS, most=most) for most in (1, 2))

    assert toggled(one, ("a",), "b") == ("b",)
    assert toggled(two, None, "b") == ("b",)
    assert toggled(two, ("b",), "a") == ("b", "a")
    assert toggled(two, ("b", "a"), "b") == ("a",)
    assert toggled(two, ("b", "a"), "c") == ("b", "a")


@given(st.none() | st.integers(0, 10), st.lists(st.sampled_from([-1, 1]) | st.integers(10, 19)))
def test_a_rating_stays_between_nothing_and_ten(given: int | None, keys: list[int]) -> None:
    for key in keys:
        given = nudged(given, key) if key < 10 else with_digit(given, key - 10)
        assert fits(step("rate"), given)


def test_a_rating_by_keys() -> None:
    assert [nudged(value, by) for value, by in ((None, 1), (5, 1), (10, 1), (0, -1))] == [
        5,
        6,
        10,
        0,
    ]
    assert [with_digit(value, digit) for value, digit in ((None, 1), (1, 0), (4, 0))] == [1, 10, 0]


@given(guides())
def test_what_takes_an_answer_back_is_an_answer_of_that_kind(drawn: Any) -> None:
    assert all(fits(asked, nothing(asked)) for asked in drawn.step if reply(asked, 0) is not None)

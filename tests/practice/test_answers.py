"""Answers: what fits a step, and how a text takes one up."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peercompanion.packs.models.steps import AnyStep
from peercompanion.practice.answers import Answer, filled, fits, lines_of

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


@given(guides(), st.integers(0, 99))
def test_what_a_person_thinks_of_fits(drawn: Any, which: int) -> None:
    for asked in drawn.step:
        value = reply(asked, which)

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

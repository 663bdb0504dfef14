"""Goals, small steps and check-ins: what comes next, and what stays to be seen."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peercompanion.practice import check_in, goals, keeping
from peercompanion.practice.check_in import CheckedIn
from peercompanion.practice.goals import LANDED, Goal, Step
from peercompanion.practice.told import Told

TODAY = datetime.date(2026, 11, 21)
NOW = datetime.datetime(2026, 11, 21, 9, tzinfo=datetime.UTC)

steps = st.builds(
    Step,
    id=st.integers(0, 99).map(lambda n: f"step:{n}"),
    text=st.sampled_from(["call", "walk"]),
    small=st.sampled_from(["", "one minute"]),
    when=st.sampled_from(["", "after coffee"]),
    if_then=st.sampled_from(["", "If it rains, then inside."]),
    sure=st.none() | st.integers(0, 10),
    day=st.none() | st.dates(TODAY - datetime.timedelta(9), TODAY + datetime.timedelta(9)),
    goal=st.sampled_from(["", "goal:1"]),
    landed=st.sampled_from(["", *LANDED]),
    landed_on=st.none() | st.just(TODAY),
)


@given(steps)
def test_a_step_comes_back_as_it_was_kept(step: Step) -> None:
    record = keeping.step(step, NOW)
    assert Step.read(Told(record.model_dump())) == step
    assert Step.read(Told(record.model_dump(exclude_none=True))) == step


@given(st.lists(steps, unique_by=lambda step: step.id, max_size=12))
def test_every_step_is_either_open_or_landed_for_good(all_of_them: list[Step]) -> None:
    open_ones = goals.open_steps(all_of_them, TODAY)
    assert {s.id for s in open_ones} == {s.id for s in all_of_them if s.open}
    first = goals.next_step(all_of_them, TODAY)
    assert first == (open_ones[0] if open_ones else None)
    if first and first.day and first.day > TODAY:
        assert all(step.day and step.day >= first.day for step in open_ones)
    done = goals.achieved(all_of_them)
    assert {s.id for s in done} == {s.id for s in all_of_them if s.landed in ("done", "some")}


@pytest.mark.parametrize(("sure", "offered"), [(None, False), (0, True), (6, True), (7, False)])
def test_under_seven_a_smaller_one_is_offered(sure: int | None, offered: bool) -> None:
    assert goals.smaller_is_offered(Step("s", "call", sure=sure)) is offered


def test_a_goal_comes_back_as_it_was_kept() -> None:
    goal = Goal("goal:1", "music with people", "it was home once", over=True)
    assert Goal.read(Told(keeping.goal(goal, NOW).model_dump())) == goal


def test_the_questions_picked_last_are_asked_again() -> None:
    def at(day: int, *questions: str) -> CheckedIn:
        return CheckedIn(f"c{day}", datetime.date(2026, 11, day), questions=questions)

    assert check_in.questions_picked([]) == ()
    assert check_in.questions_picked([at(3, "b"), at(1, "a"), at(5)]) == ("b",)


@given(st.lists(st.sampled_from("abcde"), max_size=12), st.integers(1, 3))
def test_never_more_words_than_there_may_be(taken: list[str], most: int) -> None:
    picked: tuple[str, ...] = ()
    for one in taken:
        before = picked
        picked = check_in.toggled(picked, one, most)
        assert len(picked) <= most
        assert len(set(picked)) == len(picked)
        assert (one in picked) is (one not in before)

"""What a person asked to leave out is left out, whatever guide it stands in."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peercompanion.packs.models.guides import Guide
from peercompanion.packs.models.steps import Breathe, Tense
from peercompanion.practice.leaving_out import LeaveOut, rests_on, steps_for

from .guides import ALL_CONTAINS, contains, guide, guides, leave_outs

SAY = {"kind": "say", "text": "Look around."}


def ids(made: Guide, *leave_out: str, small: bool = False) -> list[str]:
    return [step.id for step in steps_for(made, small=small, leave_out=frozenset(leave_out))]


@given(guides(), st.booleans(), leave_outs)
def test_no_step_holds_what_is_left_out(drawn: Guide, small: bool, leave_out: LeaveOut) -> None:
    for step in steps_for(drawn, small=small, leave_out=leave_out):
        assert not set(step.contains) & leave_out
        assert not (isinstance(step, Breathe) and "breath" in leave_out)
        assert not (isinstance(step, Tense) and "body" in leave_out)


@given(guides(), st.booleans(), leave_outs.map(lambda drawn: drawn | {"hold"}))
def test_no_breath_is_held_where_holds_are_left_out(
    drawn: Guide, small: bool, leave_out: LeaveOut
) -> None:
    steps = steps_for(drawn, small=small, leave_out=leave_out)

    assert all(step.hold == step.rest == 0 for step in steps if isinstance(step, Breathe))


@given(guides(), st.booleans(), leave_outs)
def test_the_other_steps_stay_as_they_are_and_in_order(
    drawn: Guide, small: bool, leave_out: LeaveOut
) -> None:
    whole = list(drawn.small if small and drawn.small else drawn.step)
    left = steps_for(drawn, small=small, leave_out=leave_out)
    wanted = [
        step.id
        for step in whole
        if not rests_on(drawn.contains, leave_out)
        and step.group != "only"
        and not set(step.contains) & (leave_out - {"hold"})
        and not ("hold" in leave_out and "hold" in step.contains and step.kind != "breathe")
        and not ("breath" in leave_out and step.kind == "breathe")
        and not ("body" in leave_out and step.kind == "tense")
    ]

    assert [step.id for step in left] == wanted
    if "hold" not in leave_out:
        assert all(step in whole for step in left)


@given(contains, leave_outs)
def test_a_guide_rests_on_what_it_contains_but_a_hold_can_be_let_go(
    held: list[str], leave_out: LeaveOut
) -> None:
    assert rests_on(held, leave_out) == bool(set(held) & set(leave_out) - {"hold"})


@pytest.mark.parametrize("held", sorted(set(ALL_CONTAINS) - {"hold"}))
def test_a_guide_that_rests_on_it_is_not_walked_at_all(held: str) -> None:
    made = guide(SAY, small=[{"id": "a", **SAY}], contains=[held])

    assert ids(made, held) == ids(made, held, small=True) == []
    assert ids(made) == ["s0"]


@pytest.mark.parametrize(
    ("step", "held"),
    [
        ({"kind": "breathe"}, "breath"),
        ({"kind": "tense", "groups": ["hands"]}, "body"),
        *[({**SAY, "contains": [each]}, each) for each in ALL_CONTAINS],
    ],
)
def test_a_step_that_holds_it_is_left_out(step: dict[str, Any], held: str) -> None:
    assert ids(guide(SAY, step), held) == ["s0"]
    assert ids(guide(SAY, step)) == ["s0", "s1"]


def test_a_held_breath_is_breathed_without_the_hold() -> None:
    box: dict[str, Any] = {"kind": "breathe", "in": 4.0, "hold": 4.0, "out": 4.0, "rest": 4.0}
    made = guide({**box, "contains": ["hold"]}, contains=["breath", "hold"])

    (step,) = steps_for(made, small=False, leave_out=frozenset({"hold"}))

    assert isinstance(step, Breathe)
    assert (step.in_, step.hold, step.out, step.rest) == (4, 0, 4, 0)
    assert made.step[0].hold == 4  # type: ignore[union-attr]


def test_a_guide_without_a_small_version_is_walked_whole() -> None:
    assert ids(guide(SAY, SAY), small=True) == ["s0", "s1"]
    assert ids(guide(SAY, SAY, small=[{"id": "short", **SAY}]), small=True) == ["short"]


def test_what_is_for_groups_alone_is_not_for_one_person() -> None:
    assert ids(guide(SAY, {**SAY, "group": "only"}, {**SAY, "group": False})) == ["s0", "s2"]

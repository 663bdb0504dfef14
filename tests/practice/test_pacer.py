"""The pacer: breaths and muscle groups laid out in time."""

import math
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peercompanion.packs.models.steps import Breathe, Tense
from peercompanion.practice.pacer import PACE_RANGE, SHORTEST, Course, Cue, course, repaced

from .guides import OF_KIND, paces

breathes = OF_KIND["breathe"].map(
    lambda table: Breathe.model_validate({"id": "breathing", "kind": "breathe", **table})
)
tenses = OF_KIND["tense"].map(
    lambda table: Tense.model_validate({"id": "muscles", "kind": "tense", **table})
)
courses = st.builds(course, st.one_of(breathes, tenses), paces)
shares = st.floats(0, 1)


def breathe(**said: float | str) -> Breathe:
    return Breathe.model_validate({"id": "breathing", "kind": "breathe", **said})


def cues(laid_out: Course) -> list[list[tuple[Cue, float]]]:
    return [[(beat.cue, beat.seconds) for beat in beats] for beats in laid_out.rounds]


def starts(laid_out: Course) -> list[float]:
    """When each beat begins, added up on its own."""
    lengths = [beat.seconds for beats in laid_out.rounds for beat in beats]
    return [math.fsum(lengths[:count]) for count in range(len(lengths) + 1)]


def test_where_a_pack_says_nothing_it_starts_quicker_and_settles_for_two_minutes() -> None:
    laid_out = course(breathe())

    assert cues(laid_out)[:3] == [[(Cue.IN, 3.0), (Cue.OUT, 4.5)]] * 3
    assert cues(laid_out)[3:] == [[(Cue.IN, 4.0), (Cue.OUT, 6.0)]] * 9
    assert 105 <= laid_out.seconds <= 120


def test_what_a_pack_says_holds_from_the_first_breath() -> None:
    laid_out = course(breathe(**{"in": 4.0}, hold=7.0, out=8.0, rest=1.0, rounds=2))

    assert cues(laid_out) == [
        [(Cue.IN, 4.0), (Cue.HOLD, 7.0), (Cue.OUT, 8.0), (Cue.REST, 1.0)],
        [(Cue.IN, 4.0), (Cue.HOLD, 7.0), (Cue.OUT, 8.0)],
    ]


def test_the_second_small_in_breath_fills_the_rest_of_the_bar() -> None:
    laid_out = course(breathe(**{"in": 3.0}, top_up=1.0, out=6.0, rounds=1))

    assert laid_out.at(3.0).beat.cue is Cue.TOP_UP
    assert laid_out.at(1.5).fill == pytest.approx(0.375)
    assert laid_out.at(3.5).fill == pytest.approx(0.875)
    assert laid_out.at(7.0).fill == pytest.approx(0.5)


def test_words_of_the_pack_s_own_come_with_the_cue() -> None:
    laid_out = course(breathe(in_word="up a finger", out_word="down a finger", rounds=1))

    assert [beat.detail for beat in laid_out.rounds[0]] == ["up a finger", "down a finger"]


def test_each_muscle_group_is_named_before_it_is_squeezed() -> None:
    step = Tense.model_validate(
        {"id": "muscles", "kind": "tense", "groups": ["hands", "jaw"], "ready": 2.0}
    )
    laid_out = course(step, pace=3.0)

    assert cues(laid_out) == [[(Cue.READY, 2.0), (Cue.TENSE, 5.0), (Cue.RELEASE, 12.0)]] * 2
    assert [beats[0].detail for beats in laid_out.rounds] == ["hands", "jaw"]


@given(breathes, paces)
def test_breathing_ends_on_an_out_breath(step: Breathe, pace: float) -> None:
    laid_out = course(step, pace)

    assert len(laid_out.rounds) == step.rounds
    assert all(beats[0].cue is Cue.IN for beats in laid_out.rounds)
    assert laid_out.rounds[-1][-1].cue is Cue.OUT
    assert laid_out.at(laid_out.seconds).beat.cue is Cue.OUT
    assert laid_out.at(laid_out.seconds).fill == pytest.approx(0, abs=1e-9)


@given(breathes, st.sampled_from(PACE_RANGE))
def test_no_breath_is_ever_shorter_than_is_comfortable(step: Breathe, pace: float) -> None:
    breaths = [
        beat
        for beats in course(step, pace).rounds
        for beat in beats
        if beat.cue in (Cue.IN, Cue.OUT)
    ]

    assert min(beat.seconds for beat in breaths) >= SHORTEST


@given(courses)
def test_the_bar_never_jumps(laid_out: Course) -> None:
    beats = [beat for beats in laid_out.rounds for beat in beats]

    assert beats[0].begins == 0
    assert all(before.ends == after.begins for before, after in pairwise(beats))
    assert all(0 <= beat.begins <= 1 and 0 <= beat.ends <= 1 for beat in beats)


@given(courses, shares)
def test_a_moment_says_where_it_is(laid_out: Course, share: float) -> None:
    seconds = laid_out.seconds * share
    moment = laid_out.at(seconds)
    beats = [(number, beat) for number, beats in enumerate(laid_out.rounds) for beat in beats]
    begun = [
        start
        for (number, beat), start in zip(beats, starts(laid_out), strict=False)
        if number == moment.round and beat is moment.beat
    ]

    assert any(start + moment.into == pytest.approx(seconds, abs=1e-9) for start in begun)
    assert moment.into <= moment.beat.seconds + 1e-9
    assert 0 <= moment.fill <= 1


@given(courses)
def test_before_the_start_and_after_the_end_it_stays_at_the_edge(laid_out: Course) -> None:
    assert (laid_out.at(-1).round, laid_out.at(-1).into, laid_out.at(-1).fill) == (0, 0, 0)
    assert laid_out.at(laid_out.seconds + 60).beat is laid_out.rounds[-1][-1]
    assert laid_out.at(laid_out.seconds + 60).fill == laid_out.rounds[-1][-1].ends


@given(st.builds(course, breathes, paces))
def test_a_round_begins_with_its_own_in_breath(laid_out: Course) -> None:
    """To the last bit: a breath begun anew must never show the end of the one before."""
    for number in range(len(laid_out.rounds)):
        moment = laid_out.at(laid_out.round_start(number))

        assert (moment.round, moment.beat.cue, moment.into) == (number, Cue.IN, 0.0)


@given(breathes, paces, paces, st.integers(0, 7))
def test_a_new_pace_begins_with_the_next_in_breath(
    step: Breathe, before: float, after: float, number: int
) -> None:
    laid_out = repaced(course(step, before), step, after, from_round=number)

    assert laid_out.rounds[:number] == course(step, before).rounds[:number]
    assert laid_out.rounds[number:] == course(step, after).rounds[number:]
    assert laid_out.rounds[-1][-1].cue is Cue.OUT

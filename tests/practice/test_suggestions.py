"""Suggestions: few, of several kinds, always the same for the same records, and obedient."""

import datetime
import random
from collections.abc import Sequence
from itertools import combinations, permutations, product
from typing import Any, get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from peercompanion.packs.models.head import Head
from peercompanion.packs.vocabulary import Contains, Kind, Like, Turns, Where
from peercompanion.practice.leaving_out import LeaveOut, rests_on
from peercompanion.practice.records import Ease, Practised
from peercompanion.practice.suggestions import (
    MOST,
    OF_ONE_KIND,
    Eased,
    Suggestion,
    another_way,
    eased,
    eased_before,
    one_minute,
    pick_one,
    suggest,
)

from .guides import leave_outs

NOW = datetime.datetime(2026, 11, 21, 9, tzinfo=datetime.UTC)
IDS = [f"core/{name}" for name in ("long-exhale", "look-around", "a", "b", "c", "d", "e", "f")]
likes = st.sampled_from([None, *get_args(Like)[:3]])
wheres = st.sampled_from([None, *get_args(Where)])
times = st.sampled_from([None, 1, 3, 10])

few = settings(max_examples=50)


def head(name: str, **said: Any) -> Head:
    """Make the head of an exercise; what is not said is ordinary."""
    ordinary: dict[str, Any] = {
        "title": name,
        "kind": "senses",
        "minutes": 3,
        "small_minutes": 1,
        "for_": ("wound-up", "practice"),
        "where": ("anywhere",),
        "turns": "outward",
        "contains": (),
        "hidden": False,
        "group": True,
        "instead": None,
        "replaces": None,
        "helps": "Any time.",
    }
    full = name if "/" in name else f"core/{name}"
    pack, slug = full.split("/")
    return Head(id=full, pack=pack, slug=slug, **{**ordinary, **said})


def record(item: str, ease: Ease | None = "easier", like: str | None = "wound-up") -> Practised:
    full = item if "/" in item else f"core/{item}"
    return Practised(id="01", at=NOW, day=NOW.date(), item=full, ease=ease, like=like)


KINDS, FOR = get_args(Kind)[:3], get_args(Like)[:3]
LOOKS = [
    {"title": title, "kind": kind, "turns": turns, "hidden": hidden, "group": group}
    for title, kind, turns in product(["Look", "Breathe"], KINDS, get_args(Turns))
    for hidden, group in [(False, True), (False, False), (False, "only"), (True, True)]
]
FITS = [
    {"minutes": minutes, "small_minutes": small, "for_": for_, "where": where}
    for minutes, small in product([1, 3, 5], [1, 2])
    for for_ in (some for n in (1, 2, 3) for some in permutations(FOR, n))
    for where in (some for n in (1, 2) for some in combinations(get_args(Where), n))
]
HOLDS = [(), (), (), *((each,) for each in get_args(Contains))]


@st.composite
def heads(draw: st.DrawFn) -> list[Head]:
    """Draw what packs could hold, with plenty that is alike in every way but its id."""
    return [
        head(
            name,
            **draw(st.sampled_from(LOOKS)),
            **draw(st.sampled_from(FITS)),
            contains=draw(st.sampled_from(HOLDS)),
            instead=draw(st.sampled_from([None, *IDS])),
            replaces=draw(st.sampled_from([None, None, *IDS])),
        )
        for name in draw(st.permutations(IDS))[: draw(st.integers(1, len(IDS)))]
    ]


records = st.lists(
    st.builds(record, st.sampled_from(IDS), st.sampled_from([*get_args(Ease), None]), likes),
    max_size=12,
)
asked = st.fixed_dictionaries(
    {"like": likes, "minutes": times, "where": wheres, "leave_out": leave_outs},
    optional={"harder": st.lists(st.sampled_from([*IDS, "gone/away"]), max_size=2)},
)


def may_be_offered(each: Head, leave_out: LeaveOut) -> bool:
    return not each.hidden and each.group != "only" and not rests_on(each.contains, leave_out)


def outward(each: Head) -> bool:
    breathes = each.kind == "breathing" or "breath" in each.contains
    return each.turns == "outward" and not breathes


def may_follow_harder(each: Head, found: Sequence[Head], harder: Sequence[str]) -> bool:
    kinds = {other.kind for other in found if other.id in harder}
    return not harder or (outward(each) and each.kind not in kinds)


def titles(suggestions: Sequence[Suggestion]) -> list[str]:
    return [suggestion.head.slug for suggestion in suggestions]


# What holds for all


@few
@given(heads(), records, asked)
def test_at_most_five_and_two_of_a_kind_each_once(
    found: list[Head], done: list[Practised], asks: dict[str, Any]
) -> None:
    suggestions = suggest(found, done, **asks)
    kinds = [suggestion.head.kind for suggestion in suggestions]

    assert len(suggestions) <= MOST == 5
    assert all(kinds.count(kind) <= OF_ONE_KIND == 2 for kind in kinds)
    assert len({suggestion.head.id for suggestion in suggestions}) == len(suggestions)


@few
@given(heads(), records, asked)
def test_only_what_may_be_offered_is_and_never_nothing_where_something_may(
    found: list[Head], done: list[Practised], asks: dict[str, Any]
) -> None:
    suggestions = suggest(found, done, **asks)
    offered = [
        each
        for each in found
        if may_be_offered(each, asks["leave_out"])
        and may_follow_harder(each, found, asks.get("harder", ()))
    ]

    assert all(suggestion.head in offered for suggestion in suggestions)
    assert bool(suggestions) == bool(offered)


@few
@given(heads(), records, asked)
def test_what_is_for_something_else_comes_last_and_outward_and_only_for_want_of_a_choice(
    found: list[Head], done: list[Practised], asks: dict[str, Any]
) -> None:
    suggested = [suggestion.head for suggestion in suggest(found, done, **asks)]
    alike = [each for each in suggested if asks["like"] in (None, *each.for_)]
    others = suggested[len(alike) :]

    assert suggested[: len(alike)] == alike
    assert not others or len(alike) < 2
    if alike or any(outward(each) and may_be_offered(each, asks["leave_out"]) for each in found):
        assert all(outward(each) for each in others)


@few
@given(heads(), records, asked, st.randoms(use_true_random=False))
def test_the_same_records_give_the_same_suggestions_in_whatever_order_they_come(
    found: list[Head], done: list[Practised], asks: dict[str, Any], chance: random.Random
) -> None:
    shuffled = chance.sample(found, len(found)), chance.sample(done, len(done))
    out = asks["leave_out"]

    assert suggest(found, done, **asks) == suggest(*shuffled, **asks)
    assert one_minute(found, done, out) == one_minute(*shuffled, out)
    assert eased_before(found, done, out, 3) == eased_before(*shuffled, out, 3)


@few
@given(heads(), records, asked)
def test_reasons_are_what_the_records_say(
    found: list[Head], done: list[Practised], asks: dict[str, Any]
) -> None:
    like = asks["like"]
    for suggestion in suggest(found, done, **asks):
        told = [
            each.ease
            for each in done
            if each.item == suggestion.head.id and each.ease and like in (None, each.like)
        ]
        counted = Eased(told.count("easier"), told.count("harder"), len(told))
        assert (suggestion.eased, suggestion.like) == (counted, like)


@few
@given(heads(), records, asked)
def test_minutes_are_those_of_the_version_that_is_meant(
    found: list[Head], done: list[Practised], asks: dict[str, Any]
) -> None:
    for suggestion in suggest(found, done, **asks):
        whole, small = suggestion.head.minutes, suggestion.head.small_minutes
        assert suggestion.minutes == (small if suggestion.small else whole)
        assert suggestion.small == (asks["minutes"] is not None and whole > asks["minutes"])


@few
@given(heads(), records, leave_outs)
def test_what_is_offered_by_itself_obeys_as_well(
    found: list[Head], done: list[Practised], leave_out: LeaveOut
) -> None:
    short = [each for each in found if 1 in (each.minutes, each.small_minutes)]
    offered = [each for each in short if may_be_offered(each, leave_out)]
    minute = one_minute(found, done, leave_out)

    assert bool(minute) == bool(offered)
    assert not minute or (minute.head in offered and minute.minutes == 1)
    for suggestion in eased_before(found, done, leave_out, most=3):
        assert may_be_offered(suggestion.head, leave_out)
        assert suggestion.eased.easier > suggestion.eased.harder


@few
@given(heads(), leave_outs)
def test_another_way_ends_and_is_another_one_that_fits(
    found: list[Head], leave_out: LeaveOut
) -> None:
    by_id = {each.id: each for each in found}
    for each in found:
        way = another_way(each, by_id, leave_out)
        named = [other for other in found if each.instead in (other.id, other.replaces)]

        assert way is not each
        assert way is None or may_be_offered(way, leave_out)
        others = [
            other
            for other in found
            if other is not each and may_be_offered(other, leave_out) and outward(other)
        ]
        assert bool(way) or not others
        exact = by_id.get(each.instead or "")
        if exact and exact is not each and may_be_offered(exact, leave_out):
            assert way is exact
        assert way is None or named or way in others


# What comes first


def test_where_nothing_is_known_what_many_begin_with_comes_first_and_outward() -> None:
    found = [
        head("long-exhale", kind="breathing", turns="inward"),
        head("apples"),
        head("body-scan", kind="body", turns="inward"),
        head("feet-floor", kind="body"),
        head("look-around"),
    ]

    assert titles(suggest(found)) == [
        "look-around",
        "feet-floor",
        "long-exhale",
        "apples",
        "body-scan",
    ]


def test_what_is_alike_in_all_else_comes_in_the_order_of_its_names() -> None:
    found = [head("b", title="Look"), head("a", title="Look", kind="body"), head("c", title="Ah")]

    assert titles(suggest(found)) == titles(suggest(found[::-1])) == ["c", "a", "b"]


def test_what_is_meant_for_it_in_the_first_place_comes_before_what_may_help_too() -> None:
    found = [
        head("a", for_=("wound-up", "angry")),
        head("b", for_=("angry",)),
        head("c", for_=("wound-up",)),
    ]

    assert titles(suggest(found, like="angry"))[0] == "b"


def test_ratings_change_the_order() -> None:
    found = [head("a"), head("b", kind="body"), head("c", kind="words")]
    assert titles(suggest(found)) == ["a", "b", "c"]

    once = [record("c")]
    assert titles(suggest(found, once)) == ["c", "a", "b"]
    assert titles(suggest(found, [record("a", "same"), record("b", "harder")])) == ["c", "a", "b"]
    more = [*once, *[record("b")] * 7, *[record("b", "same")] * 2]
    assert titles(suggest(found, more)) == ["b", "c", "a"]
    assert suggest(found, more)[0].eased == Eased(easier=7, harder=0, times=9)
    assert titles(suggest(found, [record("b", None)])) == ["a", "b", "c"]


def test_what_eased_it_when_it_was_like_this_counts_and_no_other_time() -> None:
    found = [head("a"), head("b", kind="body")]
    done = [record("b", like="angry")]

    assert eased(done) == {"core/b": Eased(1, 0, 1)}
    assert eased(done, "wound-up") == {}
    assert titles(suggest(found, done, like="wound-up")) == ["a", "b"]
    assert titles(suggest(found, done)) == ["b", "a"]


def test_harder_weighs_more_than_the_same() -> None:
    assert Eased(harder=1, times=1).score < Eased(times=1).score < Eased().score == 0.5
    assert Eased().score < Eased(easier=1, times=1).score < Eased(easier=7, times=9).score


# What fits


def test_a_longer_one_is_offered_small_where_there_is_little_time() -> None:
    found = [head("a", minutes=5), head("b", minutes=1)]

    assert [each.minutes for each in suggest(found, minutes=1)] == [1, 1]
    assert [each.small for each in suggest(found, minutes=1)] == [True, False]
    assert [each.minutes for each in suggest(found, minutes=10)] == [5, 1]


def test_enough_that_fit_are_not_joined_by_what_does_not() -> None:
    found = [
        head("a", where=("lying",)),
        head("b", minutes=20, small_minutes=15),
        *(head(name, kind=kind) for name, kind in (("x", "body"), ("y", "words"), ("z", "sleep"))),
    ]

    assert titles(suggest(found, minutes=3, where="desk")) == ["x", "y", "z"]


def test_where_few_fit_the_place_is_let_go_then_the_time_behind_what_fits() -> None:
    found = [
        head("too-long", kind="body", minutes=20, small_minutes=15),
        head("lying-down", kind="words", where=("lying",), minutes=5),
        head("fits", minutes=5),
    ]
    done = [record("too-long"), record("too-long")]

    suggestions = suggest(found, done, minutes=1, where="desk")

    assert titles(suggestions) == ["fits", "lying-down", "too-long"]
    assert [each.minutes for each in suggestions] == [1, 1, 15]


def test_two_of_a_kind_that_fit_do_not_let_time_go_for_a_third_of_it() -> None:
    found = [head("a"), head("b"), head("c", minutes=20, small_minutes=15)]

    assert titles(suggest(found, minutes=1)) == ["a", "b"]


def test_where_nothing_is_for_it_something_is_offered_all_the_same() -> None:
    assert titles(suggest([head("a")], like="angry")) == ["a"]
    assert titles(suggest([head("a", turns="inward")], like="angry")) == ["a"]


def test_one_that_is_for_it_is_joined_by_outward_ones_so_that_there_is_a_choice() -> None:
    found = [
        head("exhale", kind="breathing", turns="inward"),
        head("look"),
        head("call", kind="connection", for_=("alone",)),
        head("write", kind="words", for_=("alone",)),
    ]

    assert titles(suggest(found[:3], like="alone")) == ["call", "look"]
    assert titles(suggest(found, like="alone")) == ["call", "write"]


# After harder


def test_after_harder_another_kind_outward_and_never_breathing() -> None:
    found = [
        head("scan", kind="body", turns="inward"),
        head("stomp", kind="body"),
        head("count-breaths", kind="attention", contains=("breath",)),
        head("blow-bubbles", kind="breathing"),
        head("look-around"),
    ]

    assert titles(suggest(found, harder=["core/scan"])) == ["look-around"]


def test_after_something_unknown_was_harder_it_is_outward_all_the_same() -> None:
    found = [head("scan", kind="body", turns="inward"), head("stomp", kind="body")]

    assert titles(suggest(found, harder=["gone/away"])) == ["stomp"]


# By itself


def test_one_minute_is_a_gentle_first_and_then_what_eases() -> None:
    found = [head("a", kind="body"), head("look-around"), head("long", small_minutes=2)]

    def chosen(*done: Practised) -> str:
        minute = one_minute(found, done, frozenset())
        assert minute and minute.small and minute.minutes == 1
        return minute.head.slug

    assert chosen() == "look-around"
    assert chosen(record("a")) == "a"
    assert chosen(record("long")) == "look-around"
    assert chosen(record("look-around", "harder")) == "a"
    assert chosen(record("a"), *[record("a", "harder")] * 5) == "look-around"
    assert one_minute([], (), frozenset()) is None


def test_an_exercise_of_a_minute_is_walked_whole() -> None:
    minute = one_minute([head("a", minutes=1)], (), frozenset())

    assert minute and not minute.small


def test_what_eased_before_is_what_eased_oftener_than_not() -> None:
    found = [head("a"), head("b"), head("c")]
    done = [record("a"), *[record("b")] * 7, record("c"), record("c", "harder")]

    assert titles(eased_before(found, done, frozenset(), most=3)) == ["b", "a"]
    assert titles(eased_before(found, done, frozenset())) == ["b"]
    assert eased_before(found, [record("a", "same")], frozenset()) == []


def test_pick_one_picks_another_one_each_time() -> None:
    suggestions = suggest([head("a"), head("b", kind="body")])

    assert [pick_one(suggestions, picked) for picked in range(3)] == [
        suggestions[0],
        suggestions[1],
        suggestions[0],
    ]
    assert pick_one([], 3) is None


# The other way


def ways(*found: Head) -> dict[str, Head]:
    return {each.id: each for each in found}


def test_the_other_way_is_the_one_the_pack_names() -> None:
    found = ways(head("exhale", instead="core/scan"), head("look"), head("scan", turns="inward"))

    assert another_way(found["core/exhale"], found, frozenset()) is found["core/scan"]


def test_where_the_named_way_is_left_out_its_own_other_way_counts() -> None:
    found = ways(
        head("exhale", instead="core/scan"),
        head("scan", contains=("body",), instead="core/tea"),
        head("tea"),
        head("look-around"),
    )

    assert another_way(found["core/exhale"], found, frozenset({"body"})) is found["core/tea"]


def test_an_adaptation_stands_in_for_the_way_it_replaces() -> None:
    found = ways(
        head("exhale", instead="core/feet-floor"),
        head("riverside/feet-floor", replaces="core/feet-floor"),
        head("look-around"),
    )

    way = another_way(found["core/exhale"], found, frozenset())

    assert way is found["riverside/feet-floor"]


@pytest.mark.parametrize("leave_out", [frozenset(), frozenset({"body"})])
def test_ways_that_lead_round_in_a_ring_end(leave_out: LeaveOut) -> None:
    found = ways(
        head("a", instead="core/b", contains=("body",)),
        head("b", instead="core/a", contains=("body",), turns="inward"),
        head("c", instead="core/c", kind="breathing"),
        head("d", instead="core/gone"),
    )

    assert (
        another_way(found["core/a"], found, leave_out) is found["core/d" if leave_out else "core/b"]
    )
    assert (
        another_way(found["core/c"], found, leave_out) is found["core/d" if leave_out else "core/a"]
    )
    assert another_way(head("alone"), {}, leave_out) is None

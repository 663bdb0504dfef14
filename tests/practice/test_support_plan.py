"""The walk through a plan, over all answers: where it leads, and where it never leads."""

import datetime
from dataclasses import fields
from graphlib import TopologicalSorter
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peercompanion.packs.library import Library
from peercompanion.packs.models.words import Walk as WalkWords
from peercompanion.places import content
from peercompanion.practice.contacts import PARTS, TIMES, Contact, reachable, reachable_first
from peercompanion.practice.danger import Danger
from peercompanion.practice.support_plan import LINES_AFTER_SECONDS, Thing, Walk, begin

KINDS = (None, "attention", "body", "breathing", "senses")
ONCE_MORE = frozenset({"back", "stay", "lines", "remember", "weather", "rate"})
"""With these a person asks for something to be shown again, or beside."""


def things(kinds: list[tuple[str | None, bool]]) -> list[Thing]:
    return [
        Thing(f"t{n}", f"thing {n}", kind and f"core/{n}", kind, outward)
        for n, (kind, outward) in enumerate(kinds)
    ]


def people(n: int) -> list[Contact]:
    return [Contact(f"p{each}", f"Person {each}") for each in range(n)]


TIMES_THERE = st.lists(st.sampled_from(TIMES), unique=True, max_size=3).map(tuple)
THINGS = st.lists(st.tuples(st.sampled_from(KINDS), st.booleans()), max_size=6).map(things)
PEOPLE = st.lists(TIMES_THERE, max_size=4).map(
    lambda each: [Contact(f"p{n}", f"Person {n}", best_times=times) for n, times in enumerate(each)]
)
LINES = st.integers(0, 5).map(lambda n: [f"l{each}" for each in range(n)])


@st.composite
def walks(draw: st.DrawFn, without: frozenset[str] = frozenset()) -> list[tuple[str, Walk]]:
    """A whole walk: each answer with the state it led to, the beginning first."""
    offered = draw(THINGS)
    walk = begin(
        offered,
        reachable_first(draw(PEOPLE), draw(st.datetimes())),
        draw(LINES),
        at=0.0,
        written=draw(st.booleans()),
        harder=draw(st.lists(st.sampled_from(offered), max_size=1)) if offered else (),
        practising=draw(st.booleans()),
    )
    path = [("", walk)]
    at = 0.0
    for _ in range(40):
        possible = [choice for choice in walk.choices if choice not in without]
        if not possible:
            break
        at += draw(st.sampled_from((1.0, 60.0, 600.0)))
        choice = draw(st.sampled_from(possible))
        walk = walk.after(choice, at)
        path.append((choice, walk))
    return path


@given(walks())
def test_lines_and_the_way_out_are_one_answer_away_in_every_state(
    path: list[tuple[str, Walk]],
) -> None:
    for _choice, walk in path:
        if walk.state != "left":
            assert walk.state == "lines" or "lines" in walk.choices
            assert walk.state == "lines" or walk.after("lines", 0.0).state == "lines"
            assert walk.after("leave", 0.0).state == "left"


@given(walks())
def test_no_answer_ends_it_but_those_that_say_so(path: list[tuple[str, Walk]]) -> None:
    for (_before, walk), (choice, then) in pairwise(path):
        if then.state == "left":
            said_so = {"closing": {"enough"}, "after-care": {"no", "yes"}}
            assert choice == "leave" or choice in said_so.get(walk.state, ())


@given(walks(without=ONCE_MORE))
def test_it_ends_by_itself_unless_asked_to_show_something_again(
    path: list[tuple[str, Walk]],
) -> None:
    first = path[0][1]
    most = 3 * len(first.things) + 3 * len(first.people) + 2 * len(first.lines) + 8
    assert len(path) <= most
    assert path[-1][1].state == "left" or len(path) == 41


SMALL = [
    (kinds, n_people, n_lines, written)
    for kinds in ([], [(None, False)], [("body", False), ("attention", True), ("attention", True)])
    for n_people in (0, 1, 2)
    for n_lines in (0, 1, 2)
    for written in (True, False)
]


@pytest.mark.parametrize(("kinds", "n_people", "n_lines", "written"), SMALL)
def test_no_way_comes_back_to_where_it_was_unless_asked_to(
    kinds: list[tuple[str | None, bool]], n_people: int, n_lines: int, written: bool
) -> None:
    """Every walk there is, not a sample: all that can be reached, by every answer."""
    lines = [f"l{n}" for n in range(n_lines)]
    first = begin(things(kinds), people(n_people), lines, at=0.0, written=written)
    leads: dict[Walk, set[Walk]] = {}
    to_see = [first]
    while to_see:
        walk = to_see.pop()
        if walk in leads:
            continue
        after = {choice: walk.after(choice, 0.0) for choice in walk.choices}
        to_see += after.values()
        leads[walk] = {then for choice, then in after.items() if choice not in ONCE_MORE}
    TopologicalSorter(leads).prepare()  # raises where there is a way back
    assert any(walk.state == "left" for walk in leads)


@given(walks())
def test_who_can_be_reached_now_is_offered_first(path: list[tuple[str, Walk]]) -> None:
    offered = [walk.person for _choice, walk in path if walk.state == "people" and walk.person]
    known = list(path[0][1].people)
    first_offers = list(dict.fromkeys(offered))
    assert first_offers == known[: len(first_offers)]


@given(walks())
def test_everything_offered_is_new_unless_it_was_asked_for_again(
    path: list[tuple[str, Walk]],
) -> None:
    seen_things: set[str] = set()
    seen_people: set[str] = set()
    before: Walk | None = None
    for choice, walk in path:
        thing = walk.thing.id if walk.thing and walk.state == "thing" else None
        if thing and choice not in ("back", "stay"):
            assert thing not in seen_things
            seen_things.add(thing)
        person = walk.person.id if walk.person and walk.state == "people" else None
        if person:
            assert person not in seen_people
            seen_people.add(person)
        if choice == "next" and before:
            assert walk.line == before.line + 1 < len(walk.lines)
        before = walk


@given(walks())
def test_what_made_it_harder_is_not_offered_nor_its_kind(path: list[tuple[str, Walk]]) -> None:
    harder: list[Thing] = []
    for (_before, walk), (choice, then) in pairwise(path):
        if walk.state == "how" and choice == "harder" and walk.thing:
            harder.append(walk.thing)
            assert then.state in ("thing", "people", "lines")
            assert "harder" in then.says
        if harder and then.state == "thing" and choice not in ("back", "stay"):
            assert then.thing
            assert then.thing.outward
            assert then.thing.id not in {thing.id for thing in harder}
            assert then.thing.kind not in {thing.kind for thing in harder if thing.kind}
        if harder and then.state == "thing":
            assert then.thing
            assert then.thing.id not in {thing.id for thing in harder}


@given(THINGS)
def test_harder_each_time_leads_through_other_kinds_alone(offered: list[Thing]) -> None:
    walk = begin(offered, (), ["a"], at=0.0, written=True)
    seen: list[Thing] = []
    while walk.state == "thing" and walk.thing:
        assert walk.thing.kind is None or walk.thing.kind not in {thing.kind for thing in seen}
        assert walk.thing.outward or not seen
        seen.append(walk.thing)
        walk = walk.after("tried", 0.0).after("harder", 0.0)
        if walk.state == "people" and "more" in walk.choices:  # another thing all the same
            walk = walk.after("more", 0.0)


@given(walks())
def test_only_the_wish_for_after_care_is_kept_and_only_when_said(
    path: list[tuple[str, Walk]],
) -> None:
    *_rest, (choice, last) = path
    assert last.after_care == (choice == "yes")
    open_fields = {field.name for field in fields(Walk) if not field.name.startswith("_")}
    assert open_fields - {"things", "people", "lines", "began", "practising", "asides"} == {
        "state",
        "says",
        "thing",
        "person",
        "line",
        "after_care",
    }


@given(walks())
def test_nobody_entered_is_no_dead_end(path: list[tuple[str, Walk]]) -> None:
    for _choice, walk in path:
        if walk.state == "people" and walk.person is None:
            assert walk.people == ()
            assert "nobody-yet" in walk.says
        if walk.state == "thing":
            assert walk.thing or not walk.things
        if walk.state != "left":
            assert set(walk.choices) - {"leave"}


@given(walks())
def test_every_sentence_it_names_is_there(path: list[tuple[str, Walk]]) -> None:
    for _choice, walk in path:
        assert set(walk.says) <= SENTENCES


def _sentences() -> set[str]:
    words = Library([content()]).words("walk")
    assert isinstance(words, WalkWords)
    return {sentence.id for sentence in words.sentence}


SENTENCES = _sentences()


def walked(walk: Walk, *answers: str, at: float = 0.0) -> Walk:
    for answer in answers:
        walk = walk.after(answer, at)
    return walk


def plain(n_people: int = 2) -> Walk:
    kinds: list[tuple[str | None, bool]] = [(None, False)] * 2
    kinds += [("attention", True), ("body", False), ("senses", True)]
    return begin(things(kinds), people(n_people), ["a", "b"], at=0.0, written=True)


def test_the_first_screen_is_one_thing_and_no_question() -> None:
    walk = plain()
    assert walk.state == "thing"
    assert walk.says == ("one-thing",)
    assert walk.thing
    assert walk.choices[0] == "tried"


def test_after_two_that_did_not_ease_come_people_and_after_three_lines() -> None:
    walk = walked(plain(), "tried", "same")
    assert (walk.state, walk.says) == ("thing", ("same", "one-thing"))
    walk = walked(walk, "tried", "unsaid")
    assert walk.state == "people"
    walk = walked(walk, "more", "tried", "same")
    assert (walk.state, walk.says) == ("lines", ("lines-after-some",))


def test_easier_begins_the_count_anew() -> None:
    walk = walked(plain(), "tried", "same", "tried")
    assert walked(walk, "easier").state == "eased"
    assert walked(walk, "easier", "more", "tried", "same").state == "thing"


def test_after_a_quarter_of_an_hour_come_the_lines() -> None:
    walk = walked(plain(), "tried").after("same", LINES_AFTER_SECONDS)
    assert walk.state == "lines"


def test_after_harder_another_kind_outward_then_people() -> None:
    walk = walked(plain(), "tried", "harder")
    assert walk.state == "thing"
    assert walk.says == ("harder", "one-thing")
    assert walk.thing
    assert walk.thing.kind == "attention"
    assert walked(walk, "tried", "same").state == "people"


def test_passing_things_by_counts_for_nothing_and_ends_with_people() -> None:
    walk = walked(plain(), "another", "another", "another", "another")
    assert walk.state == "thing"
    assert "another" not in walk.choices
    assert walked(walk, "tried", "same").state == "people"


def test_two_who_do_not_answer_lead_to_the_lines() -> None:
    walk = walked(plain(3), "person", "no-answer")
    assert (walk.state, walk.says) == ("people", ("no-answer-then",))
    walk = walked(walk, "no-answer")
    assert (walk.state, walk.says) == ("lines", ("no-answer-then", "lines"))


def test_when_they_answered_and_it_did_not_help_someone_else_is_there() -> None:
    walk = walked(plain(2), "person", "did-not-help")
    assert walk.person
    assert walk.person.id == "p1"
    walk = walked(walk, "did-not-help")
    assert walk.state == "lines"
    assert walk.says == ("did-not-help-then", "lines")
    assert walked(walk, "with-them", "did-not-help").line == 1


def test_with_someone_it_is_put_down() -> None:
    walk = walked(plain(), "person", "with-them")
    assert walk.says == ("with-them-then",)
    assert walked(walk, "talked").says == ("who-knows",)


def test_wanting_to_talk_needs_nobody() -> None:
    walk = walked(plain(0), "person")
    assert (walk.person, walk.says) == (None, ("nobody-yet",))
    assert walk.choices == ("lines", "more", "leave"), "a line is a person too"


def test_after_a_hard_walk_one_thing_is_asked_about_next_time_and_no_comes_first() -> None:
    end = ("enough", "no-one", "enough")
    hard = walked(plain(), "lines", *end)
    assert (hard.state, hard.says) == ("after-care", ("offer-after-care",))
    assert hard.choices[0] == "no"
    assert not walked(hard, "no").after_care
    assert not walked(hard, "leave").after_care
    assert walked(hard, "yes").after_care


def test_after_one_that_eased_or_while_practising_nothing_is_asked_about_next_time() -> None:
    end = ("enough", "no-one", "enough")
    assert walked(plain(), "tried", "easier", *end).state == "left"
    calm = begin(things([(None, False)]), (), ["a"], at=0.0, written=True, practising=True)
    assert walked(calm, "lines", *end).state == "left"


def test_only_an_exercise_is_gone_through_step_by_step_and_leads_to_how_it_is() -> None:
    walk = plain()
    assert "guided" not in walk.choices
    walk = walked(walk, "another", "another")
    assert walk.thing
    assert walk.thing.item
    assert walked(walk, "guided").state == "how"


def test_an_answer_nobody_asked_for_is_refused() -> None:
    with pytest.raises(ValueError, match="easier"):
        plain().after("easier", 0.0)


# Danger


@given(
    st.integers(0, 6),
    st.lists(st.sampled_from(("talking", "next", "steady", "kinds")), max_size=30),
)
def test_the_danger_screen_stays_until_it_is_left(lines: int, answers: list[str]) -> None:
    screen = Danger(lines)
    for answer in answers:
        screen = screen.after(answer)  # type: ignore[arg-type]
        assert not screen.left
        assert 0 <= screen.at < max(lines, 1)
        assert sum((screen.talking, screen.steady, screen.kinds)) <= 1
    assert screen.after("leave").left


# Who can be reached


@given(st.datetimes())
def test_every_hour_is_part_of_one_day(moment: datetime.datetime) -> None:
    contacts = [Contact(part, part, best_times=(part,)) for part, _from, _to in PARTS]
    assert sum(reachable(contact, moment) for contact in contacts) == 1


@given(
    st.datetimes(),
    st.lists(st.sets(st.sampled_from([*(p for p, _, _ in PARTS), "weekdays", "weekends"]))),
)
def test_who_is_reachable_comes_first_and_nobody_is_left_out(
    moment: datetime.datetime, times: list[set[str]]
) -> None:
    known = [Contact(str(n), "", best_times=tuple(each)) for n, each in enumerate(times)]
    ordered = reachable_first(known, moment)
    assert sorted(ordered, key=lambda one: int(one.id)) == known
    now = [reachable(one, moment) for one in ordered]
    assert now == sorted(now, reverse=True)
    for group in (True, False):
        ids = [int(one.id) for one in ordered if reachable(one, moment) is group]
        assert ids == sorted(ids)


@pytest.mark.parametrize(
    ("times", "when", "there"),
    [
        ((), "2026-11-21 03:00", True),
        (("evening",), "2026-11-21 19:00", True),
        (("evening",), "2026-11-21 23:30", False),
        (("night",), "2026-11-21 02:00", True),
        (("weekdays",), "2026-11-21 10:00", False),  # a Saturday
        (("weekdays", "evening"), "2026-11-20 20:00", True),
        (("weekends", "morning"), "2026-11-22 09:00", True),
    ],
)
def test_best_times(times: tuple[str, ...], when: str, there: bool) -> None:
    assert reachable(Contact("x", "", best_times=times), datetime.datetime.fromisoformat(when)) is (
        there
    )

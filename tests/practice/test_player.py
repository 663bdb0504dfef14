"""The player keeps its laws whatever guide it is given and whatever a person does."""

from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from peercompanion.packs.models.steps import AnyStep, Asking, Breathe
from peercompanion.practice.answers import Answer, lines_of
from peercompanion.practice.pacer import PACE_RANGE, Cue, course
from peercompanion.practice.player import COUNT_IN, SLEPT, WORTH_KEEPING, Player
from peercompanion.practice.records import from_file, plain

from .guides import Walk, actions, guide, guides, players, sleeps, ticks, walks

PACERS = ("breathe", "tense")
TIMED = ("breathe", "tense", "wait")
BREATHE = {"kind": "breathe", "in": 4.0, "out": 6.0, "rounds": 6}
SAY = {"kind": "say", "text": "Look around."}
WAIT = {"kind": "wait", "text": "Quiet.", "seconds": 60.0}
ASK = {"kind": "ask", "text": "Who?"}
A_BIT = 1e-6


def play(*steps: dict[str, Any], **said: Any) -> Walk:
    return Walk(Player(guide(*steps), names={"emergency": "112"}, **said))


def after(player: Player, done: list[tuple[str, float]]) -> Walk:
    walk = Walk(player) if player.steps else None
    assume(walk)
    for action in done:
        walk.do(action)
    return walk


def under_way(player: Player, done: list[tuple[str, float]]) -> Walk:
    """The same, but not over yet."""
    walk = after(player, done)
    if player.finished:
        player.back(walk.now)
    return walk


def to_the_end(player: Player, now: float) -> list[AnyStep]:
    """Step on until it is over, and say which steps came up, this one first."""
    seen = []
    while not player.finished:
        seen.append(player.step)
        assert len(seen) <= len(player.steps), "it never ends"
        player.next(now)
    return seen


# While it plays, elapsed time equals the time handed in


@given(players(), walks, st.one_of(ticks, sleeps))
def test_while_it_plays_elapsed_time_is_the_time_handed_in(
    player: Player, done: list[tuple[str, float]], seconds: float
) -> None:
    walk = after(player, done)
    played, before, step = player.plays, player.elapsed, player.step

    walk.wait(seconds)

    passed = player.elapsed - before
    if not played or seconds > SLEPT:
        assert passed == 0
    elif player.plays or (player.step is step and not player.finished):
        assert passed == pytest.approx(seconds, abs=A_BIT)
    else:  # what is left over lies on a step that waits for the person, or behind the end
        assert 0 <= passed <= seconds + A_BIT


@given(players(), st.lists(actions, max_size=30))
def test_only_time_makes_time_pass(player: Player, done: list[tuple[str, float]]) -> None:
    walk = after(player, [])
    for action in done:
        before = player.elapsed
        walk.do(action)
        assert action[0] in ("look", "sleep") or player.elapsed == before


@pytest.mark.parametrize("action", ["next", "back", "pause", "resume", "slower", "faster"])
def test_whatever_is_done_the_time_before_it_counts(action: str) -> None:
    walk = play(WAIT, WAIT)
    walk.wait(1.5)

    walk.now += 1.25
    walk.do((action, 0))

    assert walk.view is not None
    assert walk.player.elapsed == pytest.approx(2.75)


def test_what_is_left_over_when_a_step_ends_belongs_to_the_next() -> None:
    walk = play({**WAIT, "seconds": 1.0}, {**WAIT, "seconds": 0.25}, BREATHE)

    view = walk.wait(1.75)

    assert (view.number, view.cue, walk.player.elapsed) == (3, Cue.COUNT_IN, 1.75)
    assert view.cue_seconds == pytest.approx(COUNT_IN - 0.5)


def test_time_stands_still_where_a_person_is_waited_for() -> None:
    walk = play({**WAIT, "seconds": 1.0}, SAY, WAIT)

    assert walk.wait(1.5).number == 2
    assert not walk.wait(3600).paused
    assert walk.player.elapsed == pytest.approx(1.0)


# Nothing a person does can go wrong


@given(players(), walks)
def test_a_guide_never_gets_stuck_and_what_is_seen_makes_sense(
    player: Player, done: list[tuple[str, float]]
) -> None:
    walk = after(player, [])
    for action in done:
        walk.do(action)
        view = walk.view
        assert view.step is player.step
        assert 1 <= view.number <= view.of == len(player.steps)
        assert 0 <= view.fill <= 1
        assert view.cue_seconds >= 0
        assert (view.cue is not None) == (view.step.kind in PACERS)
        assert view.paused or not view.slept
        assert PACE_RANGE[0] <= player.pace <= PACE_RANGE[1]
        assert player.seconds_left >= 0
        assert not set(view.step.contains) & player.leave_out

    seen = to_the_end(player, walk.now)

    assert player.finished
    order = [player.steps.index(step) for step in seen]
    assert order == sorted(set(order))


@given(players(TIMED))
def test_what_moves_by_itself_ends_by_itself(player: Player) -> None:
    walk = after(player, [])
    count_ins = COUNT_IN * sum(step.kind in PACERS for step in player.steps)
    length = player.seconds_left + count_ins

    walk.watch(length + 1, every=1.5)

    assert player.finished
    assert player.elapsed == pytest.approx(length, abs=A_BIT)


def test_a_guide_of_which_nothing_is_left_is_over_at_once() -> None:
    player = Player(guide(BREATHE), leave_out=frozenset({"breath"}))
    for action in (player.next, player.back, player.pause, player.resume, player.slower):
        action(1.0)

    assert player.finished
    assert not player.plays
    assert not player.worth_keeping
    assert player.kept_answers(said_so=True) == {}


# Back and forth


@given(players(), walks)
def test_back_then_forward_is_the_start_of_the_same_step_with_the_same_answers(
    player: Player, done: list[tuple[str, float]]
) -> None:
    walk = under_way(player, done)
    route, answers = player.step, dict(player.answers)
    first = player.step is player.steps[0]

    player.back(walk.now)
    if not first:
        assert player.step is not route
        player.next(walk.now)

    assert player.step is route
    assert player.answers == answers
    left = player.seconds_left
    fresh = Player(player.guide, player.small, player.leave_out, player.pace)
    fresh.go_to(route.id, {})
    assert left == pytest.approx(fresh.seconds_left)
    assert walk.view.cue in (None, Cue.COUNT_IN)


def test_back_shows_what_was_answered_there() -> None:
    walk = play(ASK, ASK)
    walk.player.answer("Ana")
    walk.player.next(walk.now)
    walk.player.answer("Ben")

    walk.player.back(walk.now)

    assert (walk.view.number, walk.player.answers) == (1, {"s0": "Ana", "s1": "Ben"})


@given(players(), walks)
def test_back_from_the_end_is_the_start_of_the_last_step(
    player: Player, done: list[tuple[str, float]]
) -> None:
    walk = after(player, done)
    to_the_end(player, walk.now)
    last = player.step

    player.back(walk.now)
    assert player.step is last
    assert not player.finished

    player.next(walk.now)
    assert player.finished


def test_a_step_that_just_ended_by_itself_is_not_skipped_twice() -> None:
    walk = play({**WAIT, "seconds": 1.0}, SAY, {**SAY, "text": "And again."})

    walk.now += 1.05
    walk.player.next(walk.now)

    assert walk.view.number == 2


# A pause repeats at most the broken breath


@given(players(PACERS), walks)
def test_a_pause_repeats_at_most_the_broken_breath(
    player: Player, done: list[tuple[str, float]]
) -> None:
    walk = under_way(player, done)
    player.resume(walk.now)
    before = player.seconds_left
    counting = walk.view.cue is Cue.COUNT_IN

    player.pause(walk.now)
    assert walk.wait(3600).paused
    player.resume(walk.now)

    lost = player.seconds_left - before
    assert lost >= -A_BIT
    assert lost <= longest_round(player) + A_BIT
    assert not counting or lost == pytest.approx(0, abs=A_BIT)
    assert (walk.view.cue, walk.view.cue_seconds) == (Cue.COUNT_IN, COUNT_IN)
    begun = walk.watch(COUNT_IN + A_BIT)
    assert begun.cue is not Cue.COUNT_IN
    assert isinstance(player.step, Breathe) <= (begun.cue is Cue.IN)
    assert begun.fill == pytest.approx(0, abs=0.01) or player.step.kind == "tense"


def longest_round(player: Player) -> float:
    """The longest a breath of this step can be, in seconds."""
    slowest = course(player.step, PACE_RANGE[1])
    return max(sum(beat.seconds for beat in beats) for beats in slowest.rounds)


@given(st.floats(0.01, 1.99), st.integers(0, 5))
def test_the_breath_a_pause_broke_starts_anew(into: float, breath: int) -> None:
    walk = play(BREATHE)
    walk.watch(COUNT_IN + breath * 10)
    walk.wait(into)

    walk.player.pause(walk.now)
    walk.player.resume(walk.now)

    assert walk.player.seconds_left == pytest.approx(60 - breath * 10)
    assert walk.watch(COUNT_IN + 1).cue_seconds == pytest.approx(3)


@pytest.mark.parametrize("action", ["slower", "faster"])
def test_a_new_pace_while_paused_still_starts_with_a_fresh_in_breath(action: str) -> None:
    walk = play(BREATHE)
    walk.watch(COUNT_IN + 35)
    change = 0.5 if action == "slower" else -0.5

    walk.player.pause(walk.now)
    walk.do((action, 0))
    walk.player.resume(walk.now)

    assert walk.player.seconds_left == pytest.approx(3 * (10 + 2 * change))
    view = walk.watch(COUNT_IN + 1)
    assert (view.cue, view.cue_seconds) == (Cue.IN, pytest.approx(3 + change))


def test_going_on_without_a_pause_changes_nothing() -> None:
    walk = play(WAIT)
    walk.now += 1.5
    walk.player.resume(walk.now)

    walk.wait(0.25)

    assert walk.player.elapsed == pytest.approx(1.75)


def test_a_pause_lasts_while_a_person_steps_on() -> None:
    walk = play(WAIT, WAIT)
    walk.player.pause(walk.now)
    walk.player.next(walk.now)

    assert (walk.view.number, walk.view.paused) == (2, True)
    assert walk.player.elapsed == 0


# A machine that slept


@given(players(), walks, sleeps)
def test_after_the_machine_slept_it_is_paused_and_never_fast_forwarded(
    player: Player, done: list[tuple[str, float]], seconds: float
) -> None:
    walk = after(player, [*done, ("resume", 0)])
    played, step, left = player.plays, player.step, player.seconds_left

    view = walk.wait(seconds)

    assert view.paused == view.slept == played
    assert player.step is step
    assert player.seconds_left >= left
    player.resume(walk.now)
    assert not walk.view.slept


@given(players(TIMED), sleeps, st.sampled_from(["next", "back", "pause", "slower"]))
def test_a_key_pressed_on_waking_does_not_fast_forward_either(
    player: Player, seconds: float, key: str
) -> None:
    walk = after(player, [])
    walk.now += seconds

    walk.do((key, 0))

    assert player.elapsed == 0
    assert player.finished or player.paused
    assert player.steps.index(player.step) == (1 if key == "next" and not player.finished else 0)


# Pace


@given(st.floats(0, 59), st.lists(st.sampled_from(["slower", "faster"]), max_size=15))
def test_a_new_pace_takes_effect_at_the_next_in_breath(seconds: float, changes: list[str]) -> None:
    walk = play(BREATHE)
    walk.watch(COUNT_IN + seconds + A_BIT)
    before, breath = walk.view, int((seconds + A_BIT) // 10)
    for change in changes:
        walk.do((change, 0))
    pace = walk.player.pace
    now = walk.view

    assert (now.cue, now.fill, now.cue_seconds) == (before.cue, before.fill, before.cue_seconds)
    assert walk.player.seconds_left == pytest.approx(
        (breath + 1) * 10 - seconds + (5 - breath) * (max(4 + pace, 1.5) + max(6 + pace, 1.5)),
        abs=0.001,
    )
    if breath < 5:
        view = walk.watch((breath + 1) * 10 - seconds)
        assert (view.cue, view.cue_seconds) == (Cue.IN, pytest.approx(4 + pace, abs=0.001))


def test_pace_stays_in_its_range() -> None:
    walk = play(BREATHE)
    for _ in range(20):
        walk.player.slower(walk.now)
    assert walk.player.pace == PACE_RANGE[1]
    for _ in range(20):
        walk.player.faster(walk.now)
    assert walk.player.pace == PACE_RANGE[0]
    assert Player(guide(BREATHE), pace=99).pace == PACE_RANGE[1]


def test_the_pace_goes_with_a_person_to_the_next_breaths() -> None:
    walk = play(SAY, BREATHE)
    walk.player.slower(walk.now)
    walk.player.next(walk.now)

    assert walk.player.seconds_left == pytest.approx(66)


# One schedule


@given(st.lists(ticks, min_size=5, max_size=50), st.floats(0, 1e7))
def test_ten_minutes_of_any_looks_drift_less_than_a_millisecond(
    looks: list[float], begun: float
) -> None:
    """Whatever the rhythm of the looks, it shows what the course itself has at that moment."""
    ten_minutes = {"kind": "breathe", "in": 3.7, "hold": 0.1, "out": 5.3, "rounds": 66}
    walk = Walk(Player(guide(ten_minutes)), now=begun)
    laid_out = course(walk.player.step)
    ticked = 0.0
    while ticked < 600:
        for look in [*looks, 1.9]:
            ticked += look
            walk.now = begun + ticked
            view = walk.view
            asked = laid_out.at(ticked - COUNT_IN)
            if COUNT_IN < ticked < laid_out.seconds:
                end = asked.beat.seconds - asked.into
                at_an_edge = min(end, asked.into) < 0.001
                assert at_an_edge or view.cue is asked.beat.cue
                assert at_an_edge or view.cue_seconds == pytest.approx(end, abs=0.001)


def test_breathing_ends_with_two_more_breaths_and_an_out_breath() -> None:
    walk = play({**BREATHE, "rest": 2.0}, SAY)
    seen = [walk.view]
    seen += [walk.wait(0.5) for _ in range(150)]
    breathed = [view for view in seen if view.cue]

    starts = [view.cue for view in seen if view.two_more]
    assert set(starts) == {Cue.IN, Cue.OUT, Cue.REST}
    assert len(starts) == pytest.approx(2 * 12, abs=1)
    assert breathed[-1].cue is Cue.OUT
    assert not breathed[-1].two_more
    assert walk.player.elapsed == pytest.approx(COUNT_IN + 6 * 12 - 2, abs=0.5)


def test_a_count_in_comes_before_a_pacer_and_after_going_back_to_it() -> None:
    walk = play(BREATHE, SAY)
    assert (walk.view.cue, walk.view.fill) == (Cue.COUNT_IN, 0)
    assert walk.watch(2.5).cue is Cue.COUNT_IN
    assert walk.wait(0.5).cue is Cue.IN

    walk.player.next(walk.now)
    assert walk.view.cue is None
    walk.player.back(walk.now)
    assert (walk.view.cue, walk.view.cue_seconds) == (Cue.COUNT_IN, COUNT_IN)


# Answers


@given(players(), walks)
def test_what_is_never_kept_is_never_handed_out(
    player: Player, done: list[tuple[str, float]]
) -> None:
    after(player, done)
    keeps = {step.id: step.keep for step in player.steps if isinstance(step, Asking)}

    said, unsaid = (player.kept_answers(said_so=said_so) for said_so in (True, False))

    assert {keeps[name] for name in said} <= {"end", "draft"}
    assert {keeps[name] for name in unsaid} <= {"draft"}
    assert said == {name: value for name, value in player.answers.items() if keeps[name] != "never"}
    assert unsaid.items() <= said.items()


def test_each_step_says_what_is_kept_of_it() -> None:
    walk = play(*({**ASK, "keep": keep} for keep in ("never", "end", "draft")), SAY)
    for word in ("secret", "agreed", "as I go"):
        walk.player.answer(word)
        walk.player.next(walk.now)

    assert walk.player.kept_answers(said_so=False) == {"s2": "as I go"}
    assert walk.player.kept_answers(said_so=True) == {"s1": "agreed", "s2": "as I go"}


@pytest.mark.parametrize("typed", ["{emergency}", "{s0}", "[b]x[/b]", r"\1"])
def test_a_later_step_says_what_was_typed_as_it_is(typed: str) -> None:
    walk = play(ASK, {**SAY, "text": "You said {s0}. {emergency}", "hint": "{s0}?"})
    walk.player.answer(typed)
    walk.player.next(walk.now)

    assert walk.view.text == f"You said {typed}. 112"
    assert walk.view.hint == f"{typed}?"


OPTIONS = [{"id": "out", "text": "Go outside"}, {"id": "in", "text": "Stay in"}]


def test_an_option_is_said_in_its_words() -> None:
    walk = play(
        {"kind": "pick", "text": "What?", "options": OPTIONS, "most": 2, "own": True},
        {**SAY, "text": "{s0}."},
    )
    walk.player.answer(("out", "sing"))
    walk.player.next(walk.now)

    assert walk.view.text == "Go outside, sing."
    assert walk.player.kept_answers(said_so=True) == {"s0": ("out", "sing")}


@pytest.mark.parametrize(
    ("asked", "answer", "lines"),
    [
        ({"kind": "list", "text": "Who?"}, ("Ana", "", "Ben"), ("Ana", "Ben")),
        ({**ASK, "several": True}, "Ana\n\nBen", ("Ana", "Ben")),
        ({"kind": "pick", "text": "?", "options": OPTIONS}, ("in",), ("Stay in",)),
        (ASK, "", ()),
    ],
)
def test_a_pick_offers_the_lines_of_an_earlier_step(
    asked: dict[str, Any], answer: Answer, lines: tuple[str, ...]
) -> None:
    walk = play(asked, {"kind": "pick", "text": "Which?", "from": "s0"})
    walk.player.answer(answer)
    assert walk.player.lines() == ()
    walk.player.next(walk.now)

    assert walk.player.lines() == lines


def test_an_answer_of_the_wrong_kind_is_refused_and_changes_nothing() -> None:
    walk = play({"kind": "rate", "text": "How is it?"})
    walk.player.answer(7)

    with pytest.raises(ValueError, match="no answer to a step of kind rate"):
        walk.player.answer(11)

    assert walk.player.answers == {"s0": 7}


@pytest.mark.parametrize(
    ("asked", "answer", "nothing"),
    [
        ({"kind": "rate", "text": "How is it?"}, 0, ""),
        (ASK, "Ana", ""),
        ({"kind": "list", "text": "Who?"}, ("Ana",), ()),
        ({"kind": "notice", "text": "See", "n": 3}, 2, ()),
        ({"kind": "notice", "text": "See", "n": 3}, 2, 0),
    ],
)
def test_an_answer_can_be_taken_back(
    asked: dict[str, Any], answer: Answer, nothing: Answer
) -> None:
    walk = play(asked)
    walk.player.answer(answer)
    assert walk.player.answers == {"s0": answer}

    walk.player.answer(nothing)

    assert walk.player.answers == {}
    assert not walk.player.worth_keeping


@given(st.lists(st.sampled_from(["tap", "the chair"]), max_size=8))
def test_each_thing_noticed_counts_once_tapped_or_typed(things: list[str]) -> None:
    walk = play({"kind": "notice", "text": "See", "n": 5}, SAY)
    player = walk.player
    for number, thing in enumerate(things):
        if thing == "tap":
            assert player.notice_one() == (number < 5)
        elif number < 5:
            given = player.answers.get("s0", 0)
            before = given if isinstance(given, tuple) else ("",) * given
            player.answer((*before, thing))

    assert player.noticed() == min(len(things), 5)
    typed = things[:5].count("the chair")
    if typed:
        assert lines_of(player.answers["s0"]) == ("the chair",) * typed
    player.next(walk.now)
    assert not player.notice_one()


# Where a picked option leads


def led(*picked: str, leave_out: str = "", go: str = "s3", most: int = 1) -> list[str]:
    """The ids of the steps that come up after picking."""
    options = [
        {"id": "on", "text": "Go on"},
        {"id": "jump", "text": "Jump", "go": go},
    ]
    walk = play(
        SAY,
        {"kind": "pick", "text": "What?", "options": options, "most": most},
        {**SAY, "text": "Second."},
        {**SAY, "contains": ["smell"]},
        {**SAY, "text": "Last."},
        leave_out=frozenset({leave_out}),
    )
    player = walk.player
    player.next(walk.now)
    player.answer(picked)
    player.next(walk.now)
    return [step.id for step in to_the_end(player, walk.now)]


def test_a_picked_option_leads_on() -> None:
    assert led() == led("on") == led("words of my own") == ["s2", "s3", "s4"]
    assert led("jump") == led("on", "jump", most=2) == ["s3", "s4"]


def test_where_the_step_it_leads_to_is_left_out_the_one_after_it_comes() -> None:
    assert led("jump", leave_out="smell") == ["s4"]


@pytest.mark.parametrize("go", ["s0", "s1", "no-such-step"])
def test_an_option_never_leads_back_or_nowhere(go: str) -> None:
    assert led("jump", go=go) == ["s2", "s3", "s4"]


# Leaving, and taking up a draft


def test_it_is_worth_keeping_once_something_was_practised() -> None:
    assert not play(WAIT, SAY).player.worth_keeping

    waited = play(WAIT)
    waited.watch(WORTH_KEEPING - 0.5)
    assert not waited.player.worth_keeping
    waited.wait(0.5)
    assert waited.player.worth_keeping

    passed = play(SAY, SAY)
    passed.player.next(passed.now)
    passed.player.back(passed.now)
    assert passed.player.worth_keeping


@given(players(), walks)
def test_a_draft_takes_up_where_it_was_left(player: Player, done: list[tuple[str, float]]) -> None:
    walk = under_way(player, done)

    again = Player(player.guide, player.small, player.leave_out)
    again.go_to(player.step.id, from_file(plain(player.answers)))

    assert again.step == player.step
    assert again.answers == player.answers
    while player.step is not player.steps[0]:
        player.back(walk.now)
        again.back(walk.now)
        assert again.step == player.step
    assert again.step is again.steps[0]


def test_a_draft_leads_back_the_way_it_came() -> None:
    jump = {"kind": "pick", "text": "What?", "options": [{"id": "on", "text": "On", "go": "s2"}]}
    player = Player(guide(jump, SAY, SAY))

    player.go_to("s2", {"s0": ("on",)})
    player.back(0.0)

    assert player.step.id == "s0"


def test_a_draft_of_a_pack_that_changed_is_taken_up_as_far_as_it_fits() -> None:
    player = Player(guide(ASK, {"kind": "rate", "text": "How is it?"}))

    player.go_to("gone", {"s0": "Ana", "s1": "not a number", "gone": "lost"})

    assert player.step.id == "s0"
    assert player.answers == {"s0": "Ana"}


@given(guides(), st.booleans())
def test_time_left_is_that_of_all_steps_to_come(drawn: Any, small: bool) -> None:
    player = Player(drawn, small)
    assume(player.steps)
    lengths = [
        course(step).seconds if step.kind in PACERS else getattr(step, "seconds", None) or 0
        for step in player.steps
    ]

    for number in range(len(lengths)):
        assert player.seconds_left == pytest.approx(sum(lengths[number:]))
        player.next(0.0)

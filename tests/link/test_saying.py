"""What a supporter reads: words for every step, and cards before, during and after a call."""

import textwrap

import pytest

from peercompanion.link import for_supporter, saying
from peercompanion.link.guides import FOLDERS, Guides
from peercompanion.link.messages import Scene
from peercompanion.link.timing import Timing
from peercompanion.packs.library import Library
from peercompanion.places import content
from peercompanion.practice.words import about_minutes

GUIDES = Guides(Library([content()]))
ALL = [f"{kind}:{full}" for kind, folder in FOLDERS.items() for full in GUIDES.library.ids(folder)]
WIDE, ROWS = 76, 19
"""Of a console of 80x24, without its head, state and keys."""


@pytest.mark.parametrize("item", ALL)
def test_the_words_for_every_step_are_short_lines_that_fit_a_small_console(item: str) -> None:
    guide = GUIDES.guide(item)
    assert guide
    for small, steps in ((False, guide.step), (True, guide.small)):
        for step in (None, *steps):
            base = "step" if step else "consent"
            where = {"base": base, "item": item, "small": small, "parts": 2, "group": True}
            scene = Scene.model_validate({**where, "step": step.id if step else None})
            words = saying.words(saying.place(GUIDES, scene, scene.step), scene, GUIDES)
            told = (words.further, words.private, words.opens, words.next)
            paragraphs = [f"  {line}" for line in words.say] + [each for each in told if each]
            rows = sum(len(textwrap.wrap(each, WIDE)) for each in paragraphs)

            assert all(len(line.split()) <= saying.MOST_WORDS for line in words.say)
            assert words.say
            assert rows + 2 + sum(map(bool, told)) <= ROWS, f"{item} {step and step.id}"


@pytest.mark.parametrize("item", ALL)
def test_every_guide_opens_with_what_how_long_and_that_one_may_stop(item: str) -> None:
    guide = GUIDES.guide(item)
    assert guide
    said = " ".join(saying.said(saying.place(GUIDES, Scene(item=item), None), Scene(item=item)))

    long = about_minutes(guide.minutes)
    for words in (guide.title, long, "Eyes open is fine", "Stop", "Camera on or off"):
        assert words in said
    assert guide.first_line is None or "{" in guide.first_line or guide.first_line in said


def test_before_the_call_there_are_six_lines_and_small_letters_are_said() -> None:
    for columns in (None, 80, 140):
        assert len(for_supporter.preflight(columns, "screen")) <= 6

    wide = " ".join(for_supporter.preflight(101, "voice"))
    assert "Text will look small. Make the letters bigger until this says 80." in wide
    assert "Your voice leads" in wide
    assert "look small" not in " ".join(for_supporter.preflight(100, "screen"))


def test_a_serious_moment_says_what_to_say_who_to_call_and_ones_own_steps() -> None:
    told = for_supporter.serious(("US", "GB"), group=True, agency=["Call Dana's desk"])
    text = "\n".join(told)

    for words in ("Are you thinking about suicide?", "Call Dana's desk", "988", "999"):
        assert words in text
    assert "One of you stays with the group, one with the person." in told
    assert "findahelpline.com" in " ".join(for_supporter.serious((), group=False, agency=[]))


@pytest.mark.parametrize(
    ("seconds", "says"), [(0, "about 3 left"), (61, "about 2 left"), (181, "as long as you like")]
)
def test_three_minutes_for_oneself_end_in_nothing(seconds: float, says: str) -> None:
    first, *questions = for_supporter.after_the_call(seconds)

    assert says in first
    assert [each for each in questions if each] == [
        "What do I put down?",
        "Who do I tell?",
        "What is next for me?",
    ]


def test_times_per_step_are_those_that_were_led() -> None:
    timing, item = Timing(), "exercise:core/group-arrive"
    guide = GUIDES.guide(item)
    assert guide
    first, second = guide.step[0].id, guide.step[1].id
    shown = [(0.0, None), (10.0, first), (40.0, second), (45.0, first), (50.0, None)]
    for now, step in shown:
        base = "step" if step else "consent"
        timing.at(Scene.model_validate({"base": base, "item": item, "step": step}), now)

    assert timing.spent == {(item, first): 35.0, (item, second): 5.0}
    title, *lines = for_supporter.times(timing.spent, GUIDES)
    assert title == guide.title
    assert [line.split()[0] for line in lines] == ["0:35", "0:05"]

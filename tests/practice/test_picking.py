"""What can be chosen at a step, and what choosing it makes of the answer."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from peercompanion.packs.models.guides import Tool
from peercompanion.practice import marks
from peercompanion.practice.picking import Picking
from peercompanion.practice.player import Player

MARKS = ["company", "talk", "urgent"]
WORDS = st.text(st.characters(codec="ascii", exclude_characters="\n"), min_size=1, max_size=20)


def picking(*offered: str, **step: Any) -> Picking:
    made = {"id": "who", "text": "Who?", **step}
    guide = Tool.model_validate({"title": "T", "helps": "H", "minutes": 1, "step": [made]})
    return Picking(Player(guide), [(each, each) for each in offered])


def titles(one: Picking) -> list[str]:
    return [f"{row.mark} {row.title} {row.note}".strip() for row in one.rows() if row.id]


def test_where_nothing_is_offered_a_line_is_typed() -> None:
    assert picking(kind="ask").rows() == []
    assert picking(kind="list").rows() == []


def test_one_who_was_named_before_is_the_answer_with_one_key() -> None:
    one = picking("Ana", "Jo", kind="ask", gives="person")
    assert [(row.key, row.title) for row in one.rows()][:2] == [("1", "Ana"), ("2", "Jo")]
    assert one.choose("option:Jo") == "go-on"
    assert one.player.answers == {"who": "Jo"}
    assert titles(one)[:2] == ["○ Ana", "● Jo"]


def test_several_are_taken_and_put_back() -> None:
    one = picking("Ana", "Jo", kind="list")
    assert [one.choose("option:Jo"), one.choose("option:Ana")] == ["stay", "stay"]
    assert one.player.answers == {"who": ("Jo", "Ana")}
    one.choose("option:Jo")
    assert one.player.answers == {"who": ("Ana",)}
    one.choose("option:Ana")
    assert one.player.answers == {}


def test_lines_of_an_open_question_are_taken_and_put_back() -> None:
    one = picking("Ana", "Jo", kind="ask", several=True)
    one.choose("option:Ana")
    one.choose("option:Jo")
    assert one.player.answers == {"who": "Ana\nJo"}
    one.choose("option:Ana")
    assert one.player.answers == {"who": "Jo"}


def test_a_line_carries_marks_and_can_be_taken_out() -> None:
    one = picking("Ana", kind="list", marks=MARKS)
    one.player.answer(("The cat",))
    one.choose("option:Ana")
    assert one.choose("option:Ana") == "stay"
    assert titles(one) == ["○ company", "○ talk", "○ urgent", "› Take it out", "› Go on"]
    one.choose("mark:urgent")
    one.choose("mark:company")
    assert one.player.answers == {"who": ("The cat", "Ana (company, urgent)")}
    one.choose("mark:urgent")
    one.choose("line-done")
    assert titles(one)[:2] == ["● Ana company", "● The cat"]
    one.choose("option:The cat")
    one.choose("out")
    assert one.player.answers == {"who": ("Ana (company)",)}


def test_an_option_that_leads_somewhere_is_followed_once() -> None:
    options = [{"id": "lines", "text": "Show me", "lines": True}]
    one = Picking(picking(kind="pick", options=options).player, [("lines", "Show me")])
    assert one.choose("option:lines") == "go-on"
    assert one.follow
    assert one.choose("go-on") == "go-on"
    assert one.follow is None


@given(WORDS, st.lists(st.sampled_from(MARKS), unique=True))
def test_marks_are_read_as_they_were_written(words: str, carried: list[str]) -> None:
    bare = marks.split(words, MARKS)[0]
    assert (
        marks.split(marks.joined(bare, carried), MARKS) == (bare, tuple(carried)) or carried == []
    )


@given(WORDS, st.sampled_from(MARKS))
def test_a_mark_given_twice_is_taken_back(words: str, mark: str) -> None:
    once = marks.toggled(words, mark, MARKS)
    assert marks.toggled(once, mark, MARKS) == words
    assert (mark in marks.split(words, MARKS)[1]) != (mark in marks.split(once, MARKS)[1])

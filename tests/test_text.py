"""After the gate no text can steer a terminal, and no honest word is lost at it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peercompanion.text import clean, one_line, unfit

anything = st.text(st.characters(exclude_categories=()), max_size=300)
hostile = st.lists(
    st.one_of(
        anything,
        st.sampled_from(
            ["\x1b]52;c;", "\x1b[2J", "\x9b31m", "\x1bP", "\x1b\\", "\x07", "\x1b", "\r", "\r\n"]
        ),
        st.sampled_from(["\u202e", "\u2066", "\ufeff", "\u200b", "\u2028", "\ue000", "\ud800"]),
        st.integers(1, 12).map(lambda n: "a" + "\u0301" * n),
    ),
    max_size=12,
).map("".join)


@given(hostile)
def test_nothing_unfit_is_left(text: str) -> None:
    assert unfit(clean(text)) == []


@given(hostile)
def test_cleaning_twice_is_cleaning_once(text: str) -> None:
    once = clean(text)

    assert clean(once) == once


@given(hostile)
def test_one_line_is_one_line(text: str) -> None:
    line = one_line(text)

    assert not set("\n\r\t") & set(line)
    assert line == line.strip()
    assert unfit(line) == []


@given(hostile, st.integers(0, 50))
def test_no_more_is_kept_than_asked_for(text: str, most: int) -> None:
    assert len(clean(text, most=most)) <= most


@given(hostile)
def test_what_is_found_lies_where_it_is_said_to_lie(text: str) -> None:
    offsets = [offset for offset, _ in unfit(text)]

    assert offsets == sorted(offsets)
    assert all(0 <= offset < len(text) for offset in offsets)


@given(st.text(st.characters(codec="ascii", categories=("L", "N", "P", "S", "Zs"))))
def test_plain_words_pass_untouched(text: str) -> None:
    assert clean(text) == text


@pytest.mark.parametrize(
    "words",
    [
        "Ich heiße Zoë.",
        "می\u200cخواهم",  # Persian needs its zero-width non-joiner
        "👩\u200d👧",  # a family is one picture
        "שלום\u200f!",
        "नमस्ते",
        "two\nlines and\ta tab",
    ],
)
def test_every_language_passes(words: str) -> None:
    assert unfit(words) == []
    assert clean(words) == words


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("a\x1b]52;c;ZXZpbA==\x07b", "ab"),
        ("a\x1b]0;title\x1b\\b", "ab"),
        ("a\x1b[31mred\x1b[0m", "ared"),
        ("a\x9b2Jb", "ab"),
        ("a\x1bP1$tpayload\x1b\\b", "ab"),
        ("call \u202e119\u202c", "call 119"),
        ("a\r\nb\rc", "a\nb\nc"),
        ("e\u0301", "é"),
        ("\x00\x07\x08\x7f", ""),
        ("a\x1b", "a"),
    ],
)
def test_escapes_leave_with_all_they_carry(text: str, left: str) -> None:
    assert clean(text) == left


def test_what_is_unfit_has_a_plain_name() -> None:
    assert unfit("a\x1bb\u202ec") == [
        (1, "an escape character"),
        (3, "a character that turns the direction of text"),
    ]

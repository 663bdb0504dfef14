"""How words are laid out: lists hang, lines in the middle are even, and nothing takes no room."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.app import App, ComposeResult
from textual.content import Content

from peercompanion.tui.widgets.words import BULLET, Words, _narrowest, _wrapped

LINES = st.text(alphabet="ab c", min_size=1, max_size=60).map(Content)
WIDTHS = st.integers(1, 40)


@given(LINES, st.integers(4, 40))
def test_a_line_of_a_list_goes_on_below_its_own_words(line: Content, width: int) -> None:
    first, *more = _wrapped(Content(BULLET) + line, width)
    assert first.plain.startswith(BULLET)
    assert all(each.plain.startswith("  ") for each in more)
    assert max(each.cell_length for each in (first, *more)) <= width + 1  # a space may stand over


@given(LINES, WIDTHS)
def test_even_lines_are_as_many_and_narrower_would_be_more(line: Content, width: int) -> None:
    narrow, taken = _narrowest(line, width), len(_wrapped(line, width))
    assert 1 <= narrow <= width
    assert len(_wrapped(line, narrow)) == taken
    assert _narrowest(line, narrow) == narrow


class Page(App[None]):
    """Some words between two others."""

    CSS = "Words { width: 30; } #even { text-align: center; }"

    def compose(self) -> ComposeResult:
        """Above, the words, below."""
        yield Words("above")
        yield Words(id="words")
        yield Words("Stay with it for a little while, or not.", id="even")
        yield Words("below", id="below")


async def test_without_words_nothing_stands_there_and_words_come_back() -> None:
    async with Page().run_test() as pilot:
        below = pilot.app.query_one("#below")
        alone = below.region.y
        for said, lines in (("one\ntwo", 2), ("", 0), (Content("[b]"), 1)):
            pilot.app.query_one("#words", Words).update(said)
            await pilot.pause()
            assert below.region.y == alone + lines


async def test_no_last_word_stands_alone_in_the_middle() -> None:
    async with Page().run_test() as pilot:
        even = pilot.app.query_one("#even", Words).render().plain.split("\n")
    assert [line.strip() for line in even] == ["Stay with it for a", "little while, or not."]


@pytest.mark.parametrize("words", ["[@click=app.quit]x[/oops]", "a\n\nb"])
async def test_words_are_shown_as_they_are(words: str) -> None:
    async with Page().run_test() as pilot:
        shown = pilot.app.query_one("#words", Words)
        shown.update(Content(words))
        await pilot.pause()
        assert shown.render().plain == words

"""How rows are laid out, and the keys below them: columns hold, at any width."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peercompanion.tui.widgets.choices import BEFORE_NOTE, Choice, Choices, _column
from peercompanion.tui.widgets.frame import KeysFooter

from .conftest import Opened, press, shown


def laid_out(rows: list[Choice], width: int) -> list[str]:
    """The lines of rows at a width."""
    return [line.plain.rstrip() for line, _row in Choices(rows)._lines(width)]


def test_titles_keep_one_column_where_some_rows_have_a_mark() -> None:
    rows = [Choice("Name", "name", "1"), Choice("Asked", "asked", "2", mark="○")]
    name, asked = laid_out(rows, 60)
    assert name.index("Name") == asked.index("Asked")


def test_notes_stand_in_one_column_or_all_below() -> None:
    rows = [Choice(title, title, note=note) for title, note in (("Eat", "now"), ("Wash", "later"))]
    beside = laid_out(rows, 60)
    assert len(beside) == 2
    assert beside[0].index("now") == beside[1].index("later")
    rows.append(Choice("Rest", "rest", note="any time " * 9))
    assert "now" not in laid_out(rows, 60)[0]


@given(st.lists(st.tuples(st.integers(1, 60), st.integers(1, 60)), min_size=1), st.integers(8, 66))
def test_three_of_four_notes_are_beside_or_none(sizes: list[tuple[int, int]], room: int) -> None:
    column = _column(tuple(sizes), room)
    beside = [title + BEFORE_NOTE <= column <= room - note for title, note in sizes]
    assert not column or sum(beside) * 4 >= len(sizes) * 3


def test_no_line_is_wider_than_there_is_room() -> None:
    rows = [Choice("A heading that is long " * 4), Choice("Wash " * 20, "w", note="soon " * 20)]
    for width in (20, 37, 60):
        assert max(map(len, laid_out(rows, width))) <= width


@pytest.mark.parametrize("width", [40, 60, 80, 120])
async def test_a_footer_keeps_its_first_keys_and_the_one_that_shows_all(
    opened: Opened, width: int
) -> None:
    async with opened(size=(width, 24)) as pilot:
        footer = pilot.app.screen.query_one(KeysFooter)
        text = str(footer.render())
        assert text.startswith("h Help now   q Leave")
        assert text.endswith("? All keys") or width == 40
        assert len(text) <= footer.content_size.width


async def test_keys_of_rows_look_like_keys_only_while_they_are(opened: Opened) -> None:
    async with opened() as pilot:
        await press(pilot, "2", "g")
        rows = pilot.app.screen.query_one("#rows", Choices)
        styles = {str(span.style) for line, _row in rows._lines(70) for span in line.spans}
        assert "Done typing" in shown(pilot)
        assert not any("bold $secondary" in style for style in styles)
        await press(pilot, "escape")
        styles = {str(span.style) for line, _row in rows._lines(70) for span in line.spans}
        assert any("bold $secondary" in style for style in styles)

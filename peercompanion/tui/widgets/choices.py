"""A list to choose from: by its keys, by arrows and Enter, or by mouse."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from textual import events
from textual.app import RenderResult
from textual.binding import Binding
from textual.containers import ScrollableContainer
from textual.content import Content
from textual.geometry import Region, Size
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from peercompanion.practice.choice import Choice as Choice

WIDEST_TITLE = 35
"""Cells up to which notes stand below each other, to the right of the titles."""
AFTER_KEY = 4
"""Cells around the key in front of what it does."""


class Choices(Widget, can_focus=True):
    """Rows of choices. The row Enter takes stands on the panel's colour."""

    DEFAULT_CSS = """
    Choices {
        height: auto;
        max-width: 74;
    }
    """

    BINDINGS = [
        Binding("up", "move(-1)", show=False),
        Binding("down", "move(1)", show=False),
        Binding("enter", "choose", show=False),
    ]

    at: reactive[int] = reactive(0)
    """The row Enter takes, counted among those that can be chosen."""

    @dataclass
    class Chosen(Message):
        """A row was chosen."""

        choices: "Choices"
        choice: Choice

        @property
        def control(self) -> "Choices":
            """The list it was chosen from."""
            return self.choices

    def __init__(
        self,
        rows: Sequence[Choice] = (),
        *,
        id: str | None = None,  # noqa: A002 - Textual's own name
        enter_word: str = "enter",
    ) -> None:
        """Hold rows.

        Args:
            rows: The rows.
            id: The widget's id.
            enter_word: What stands in front of the row that Enter takes, instead of its key;
                empty: its key stays.
        """
        super().__init__(id=id)
        self.rows: tuple[Choice, ...] = tuple(rows)
        self._enter_word = enter_word

    @property
    def open_rows(self) -> list[Choice]:
        """The rows that can be chosen, in order."""
        return [row for row in self.rows if row.id]

    def show(self, rows: Sequence[Choice], at: int = 0) -> None:
        """Show other rows."""
        self.rows = tuple(rows)
        self.at = at
        self.can_focus = bool(self.open_rows)
        self.refresh(layout=True)

    def choose_key(self, key: str) -> bool:
        """Choose the row that has this key, if there is one."""
        found = next((row for row in self.open_rows if row.key == key), None)
        if found:
            self._choose(found)
        return found is not None

    def validate_at(self, at: int) -> int:
        """Keep to the rows that are there."""
        return min(max(at, 0), max(len(self.open_rows) - 1, 0))

    def watch_at(self) -> None:
        """Keep the row in sight, in whatever scrolls around this list."""
        if not (self.is_attached and self.has_focus and self.open_rows):
            return
        row = self.open_rows[self.at]
        mine = [y for y, (_line, owner) in enumerate(self._lines(self.size.width)) if owner is row]
        around = next(each for each in self.ancestors if isinstance(each, ScrollableContainer))
        within = self.region.offset - around.region.offset + around.scroll_offset
        region = Region(within.x, within.y + mine[0], self.size.width, len(mine))
        around.scroll_to_region(region, animate=False)

    def action_move(self, by: int) -> None:
        """Move to the row above or below; past an end, to the list there."""
        before = self.at
        self.at += by
        if self.at == before and self.can_focus:
            others = [other for other in self.screen.query(Choices) if other.can_focus]
            position = others.index(self) + by
            if 0 <= position < len(others):
                neighbour = others[position]
                neighbour.at = 0 if by > 0 else len(neighbour.open_rows) - 1
                neighbour.focus()

    def action_choose(self) -> None:
        """Take the row at hand."""
        if self.open_rows:
            self._choose(self.open_rows[self.at])

    def on_click(self, event: events.Click) -> None:
        """Take the row that was clicked."""
        lines = list(self._lines(self.size.width))
        if event.y < len(lines) and (row := lines[event.y][1]) and row.id:
            self._choose(row)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many lines as the rows take at this width."""
        return len(list(self._lines(width)))

    def render(self) -> RenderResult:
        """All lines, one below the other."""
        return Content("\n").join(line for line, _ in self._lines(self.size.width))

    def on_focus(self) -> None:
        """Show which row Enter takes."""
        self.refresh()

    def on_blur(self) -> None:
        """Show that Enter takes no row of this list."""
        self.refresh()

    @property
    def _key_width(self) -> int:
        """Cells in front of the titles: what Enter takes has its word there."""
        keys = (len(row.key) for row in self.rows)
        return max(len(self._enter_word), *keys, 0) + AFTER_KEY

    @property
    def _column(self) -> int:
        """Where notes begin, so that they stand below each other."""
        noted = (len(row.title) + 2 * bool(row.mark) for row in self.open_rows if row.note)
        return min(max(noted, default=0), WIDEST_TITLE)

    def _choose(self, row: Choice) -> None:
        self.at = self.open_rows.index(row)
        self.post_message(self.Chosen(self, row))

    def _lines(self, width: int) -> Iterator[tuple[Content, Choice | None]]:
        taken = self._taken()
        for row in self.rows:
            if not row.id:
                yield Content.styled(row.title, "$secondary"), None
                continue
            ground = " on $panel" if row is taken else ""
            if row.leads:
                ground = " on $panel"
                yield Content.styled(" " * width, ground.strip()), row
            for line in self._row(row, width, ground, taken=row is taken):
                yield line, row
            if row.leads:
                yield Content.styled(" " * width, ground.strip()), row

    def _taken(self) -> Choice | None:
        """The row Enter takes: the one at hand, or the leading one before any list has the keys.

        The screen knows who has the keys a moment before the list is told.
        """
        focused = self.screen.focused if self.is_attached else None
        if focused is self and self.open_rows:
            return self.open_rows[self.at]
        return next((row for row in self.rows if row.leads), None) if focused is None else None

    def _row(self, row: Choice, width: int, ground: str, *, taken: bool) -> Iterator[Content]:
        """Lay a row out; a note that does not fit beside its title stands below it."""
        key = (taken and self._enter_word) or row.key
        style = ("bold $foreground" if taken or row.leads else "$foreground") + ground
        before = self._key_width
        room = max(width - before - 1, 8)
        mark = f"{row.mark} " if row.mark else ""
        titles = Content(row.title).wrap(room - len(mark)) if row.title else [Content("")]
        gap = max(self._column - len(mark) - titles[0].cell_length, 0) + 3
        taking = len(mark) + titles[0].cell_length + gap + len(row.note)
        beside = len(titles) == 1 and taking <= room
        for index, title in enumerate(titles):
            parts: list[tuple[str, str]] = [
                (f" {key if index == 0 else '':<{before - 1}}", f"bold $secondary{ground}"),
                ((mark if index == 0 else " " * len(mark)) + title.plain, style),
            ]
            if beside and row.note:
                parts.append((" " * gap + row.note, f"$quiet{ground}"))
            yield _filled_up(Content.assemble(*parts), width, ground)
        if row.note and not beside:
            under = " " * (before + len(mark))
            for line in Content(row.note).wrap(room - len(mark)):
                below = Content.assemble((under, ground.strip()), (line.plain, f"$quiet{ground}"))
                yield _filled_up(below, width, ground)


def _filled_up(line: Content, width: int, ground: str) -> Content:
    """Carry the ground to the end of the line."""
    missing = width - line.cell_length
    return line + Content.styled(" " * missing, ground.strip()) if ground and missing > 0 else line

"""A list to choose from: by its keys, by arrows and Enter, or by mouse."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from rich.cells import cell_len
from textual import events
from textual.app import RenderResult
from textual.binding import Binding
from textual.content import Content
from textual.geometry import Size
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget
from textual.widgets import Input

from peercompanion.practice.choice import Choice as Choice
from peercompanion.tui.widgets.sight import keep_in_sight

BEFORE_NOTE = 3
"""Cells at least between a title and its note."""
BESIDE = 3 / 4
"""Share of the notes that have to fit beside their titles for any to stand there."""
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

    @property
    def takes_another(self) -> bool:
        """Whether a row leads, and Enter takes another."""
        rows = self.open_rows
        return any(row.leads for row in rows) and not rows[self.at].leads

    def show(self, rows: Sequence[Choice], at: int = 0) -> None:
        """Show other rows."""
        self.rows = tuple(rows)
        self.at = at
        self.can_focus = bool(self.open_rows)
        self.refresh(layout=True)

    def renew(self, rows: Sequence[Choice]) -> None:
        """Show the rows as they are now; the one at hand stays at hand, wherever it went."""
        held = self.open_rows[self.at].id if self.open_rows else ""
        ids = [row.id for row in rows if row.id]
        self.show(rows, ids.index(held) if held in ids else self.at)

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
        lines = enumerate(self._lines(self.size.width))
        keep_in_sight(self, [y for y, (_line, owner) in lines if owner is row])

    def action_move(self, by: int) -> None:
        """Move to the row above or below; past an end, to the list or week there."""
        before = self.at
        self.at += by
        if self.at == before and self.can_focus:
            others = [other for other in self.screen.query("Choices, WeekGrid") if other.can_focus]
            position = others.index(self) + by
            if 0 <= position < len(others):
                neighbour = others[position]
                if isinstance(neighbour, Choices):
                    neighbour.at = 0 if by > 0 else len(neighbour.open_rows) - 1
                neighbour.focus()

    def action_choose(self) -> None:
        """Take the row at hand."""
        if self.open_rows:
            self._choose(self.open_rows[self.at])

    def on_click(self, event: events.Click) -> None:
        """Take the row that was clicked; who clicks twice means it once, not what comes there."""
        lines = list(self._lines(self.size.width))
        if event.chain == 1 and event.y < len(lines) and (row := lines[event.y][1]) and row.id:
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
    def _mark_width(self) -> int:
        """Cells between key and title: where one row has a mark, all titles keep its column."""
        return 2 * any(row.mark for row in self.open_rows)

    def _choose(self, row: Choice) -> None:
        self.at = self.open_rows.index(row)
        self.post_message(self.Chosen(self, row))

    def _lines(self, width: int) -> Iterator[tuple[Content, Choice | None]]:
        taken = self._taken()
        sizes = ((cell_len(row.title), cell_len(row.note)) for row in self.open_rows if row.note)
        column = _column(tuple(sizes), self._room(width))
        for row in self.rows:
            if not row.id:
                for line in Content.styled(row.title, "$secondary").wrap(max(width, 8)):
                    yield line, None
                continue
            ground = " on $panel" if row is taken or (row.leads and self._keys_work) else ""
            around = Content.styled(" " * width, ground.strip()), row
            if row.leads and self._tall:
                yield around
            for line in self._row(row, width, column, ground, taken=row is taken):
                yield line, row
            if row.leads and self._tall:
                yield around

    def _taken(self) -> Choice | None:
        """The row Enter takes: the one at hand, or the leading one before any list has the keys.

        The screen knows who has the keys a moment before the list is told.
        """
        if self._focused is self and self.open_rows:
            return self.open_rows[self.at]
        return None if self._focused else next((row for row in self.rows if row.leads), None)

    @property
    def _focused(self) -> Widget | None:
        return self.screen.focused if self.is_attached else None

    @property
    def _keys_work(self) -> bool:
        """Whether the keys in front of the rows do something: in a field they are letters."""
        return not isinstance(self._focused, Input)

    @property
    def _tall(self) -> bool:
        """Whether there is room around the row that leads."""
        return not (self.is_attached and self.screen.has_class("-short"))

    def _room(self, width: int) -> int:
        """Cells for a title, and a note beside it."""
        return max(width - self._key_width - 1 - self._mark_width, 8)

    def _row(
        self, row: Choice, width: int, column: int, ground: str, *, taken: bool
    ) -> Iterator[Content]:
        """Lay a row out; a note that does not fit beside its title stands below it."""
        key = (taken and self._enter_word) or row.key
        style = ("bold $foreground" if taken or row.leads else "$foreground") + ground
        key_style = ("bold $secondary" if self._keys_work else "$quiet") + ground
        before, marked, room = self._key_width, self._mark_width, self._room(width)
        titles = Content(row.title).wrap(room) if row.title else [Content("")]
        gap = column - titles[0].cell_length
        beside = len(titles) == 1 and gap >= BEFORE_NOTE and column + cell_len(row.note) <= room
        for index, title in enumerate(titles):
            key, mark = (key, row.mark) if index == 0 else ("", "")
            parts: list[tuple[str, str]] = [
                (f" {key:<{before - 1}}", key_style),
                (f"{mark:<{marked}}{title.plain}", style),
            ]
            if beside and row.note:
                parts.append((" " * gap + row.note, f"$quiet{ground}"))
            yield _filled_up(Content.assemble(*parts), width, ground)
        if row.note and not beside:
            under = " " * (before + marked)
            for line in Content(row.note).wrap(room):
                below = Content.assemble((under, ground.strip()), (line.plain, f"$quiet{ground}"))
                yield _filled_up(below, width, ground)


@lru_cache(16)
def _column(sizes: tuple[tuple[int, int], ...], room: int) -> int:
    """Where notes begin, counted from the titles; 0: each stands below its title.

    They stand in one column, the one that is good for most of them, and only where it is good
    for nearly all: one beside here, one below there has the eye search for every one.

    Args:
        sizes: Cells of each title and its note.
        room: Cells for both.
    """

    def beside(column: int) -> int:
        return sum(title + BEFORE_NOTE <= column <= room - note for title, note in sizes)

    columns = sorted({title + BEFORE_NOTE for title, _note in sizes}, reverse=True)
    best = max(columns, key=beside, default=0)  # rather a long note below than a short one
    return best if beside(best) >= BESIDE * len(sizes) else 0


def _filled_up(line: Content, width: int, ground: str) -> Content:
    """Carry the ground to the end of the line."""
    missing = width - line.cell_length
    return line + Content.styled(" " * missing, ground.strip()) if ground and missing > 0 else line

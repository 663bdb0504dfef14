"""The board's room: lines typed together, in memory alone; others see them when they are shown."""

from collections.abc import Callable

from peercompanion.language import _
from peercompanion.practice.board import too_long
from peercompanion.printing import not_written
from peercompanion.supporter import hand_over
from peercompanion.tui.console.room import OneLine, Room, Styled
from peercompanion.tui.widgets.choices import Choice


class BoardRoom(Room):
    """Each line agreed, reworded or taken off; then it is the person's."""

    def text(self) -> Styled:
        """What becomes of it."""
        said = _("Nothing of this is kept. Others see it when you show it.")
        old = self.leading.unshown()
        return [(said + "\n", "$quiet"), *([(old + "\n", "bold")] if old else [])]

    def rows(self) -> list[Choice]:
        """The lines, and one more."""
        rows = [
            Choice(line.text, f"line:{n}", mark="●" if line.agreed else "○")
            for n, line in enumerate(self.leading.board.lines)
        ]
        if not self.leading.board.full:
            rows.append(Choice(_("Type a line"), "new", mark="›"))
        if not self.leading.board.lines:
            return rows
        return [
            *rows,
            Choice(" "),
            Choice(_("Show it"), "room show", "v"),
            Choice(_("Copy for them"), "room copy", "y"),
            Choice(_("Save a file for them"), "room save", "f"),
            Choice(_("Wipe it"), "room wipe", "k"),
        ]

    def key_names(self) -> list[tuple[str, str, str]]:
        """What can be done with a line; the rows have keys of their own."""
        return [
            ("enter", _("Open"), ""),
            *super().key_names(),
            ("g", _("Agreed"), "room agree"),
            ("w", _("Reword"), "room reword"),
            ("x", _("Take off"), "room drop"),
        ]

    def act(self, act: str) -> None:
        """Do one of these."""
        board, at = self.leading.board, self.console.at
        on_line = at < len(board.lines)
        match act:
            case "room agree" if on_line:
                board.agree(at)
            case "room drop" if on_line:
                board.drop(at)
            case "room reword" if on_line:
                self._type(lambda line: board.reword(at, line), board.lines[at].text)
                return
            case "room show":
                self.leading.show_board()
            case "room copy":
                self.console.copy_to_clipboard(board.as_text(self.console.clock.now().date()))
                self.leading.trouble = _("Copied, as far as this terminal allows it.")
            case "room save":
                self._save()
            case "room wipe":
                self.leading.wipe_board()
            case _:
                super().act(act)
                return
        self.console.fill()

    def chosen(self, row: Choice, at: int) -> None:
        """Type a line, ask what to do with one, or do what the row says."""
        if row.id == "new":
            self._type(self.leading.board.add)
        elif row.id.startswith("line:"):
            line = self.leading.board.lines[at]
            rows = [
                Choice(_("Not agreed after all") if line.agreed else _("Agreed"), "room agree"),
                Choice(_("Say it differently"), "room reword"),
                Choice(_("Take it off"), "room drop"),
            ]
            self.console.enter(OneLine(self.console, self, at, line.text, rows))
        else:
            self.act(row.id)

    def _type(self, take: Callable[[str], bool], value: str = "") -> None:
        """Ask for a line until it is one that a share can show; none of it is cut off."""

        def typed(line: str) -> None:
            before = len(self.leading.board.lines)
            if take(line):
                self.console.fill(self.console.at + len(self.leading.board.lines) - before)
            else:
                self.leading.trouble = too_long(line)
                self._type(take, line)

        self.console.type(typed, value)

    def _save(self) -> None:
        if not self.leading.board.agreed:
            self.leading.trouble = _("Each line first: agreed, reworded or taken off.")
            return
        day, folder = self.console.clock.now().date(), self.console.save_to
        try:
            file = hand_over(self.leading.board, day, folder)
        except OSError as error:
            self.leading.trouble = not_written(error, folder)
        else:
            self.leading.trouble = _("Saved for them: {file}").format(file=file)


class Leaving(BoardRoom):
    """The way out leads by the board, as long as there is a line on it."""

    def text(self) -> Styled:
        """What becomes of the lines."""
        return [(_("These lines go when you leave.") + "\n", "bold")]

    def key_names(self) -> list[tuple[str, str, str]]:
        """Leave all the same, or go back."""
        return [
            ("enter", _("Open"), ""),
            ("q", _("Leave"), "leave"),
            ("esc", _("Back"), "room back"),
        ]

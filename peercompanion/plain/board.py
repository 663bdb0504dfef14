"""The board in lines of text: lines typed together, held in memory alone."""

import datetime
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from peercompanion.language import _
from peercompanion.practice.board import too_long
from peercompanion.practice.choice import Choice
from peercompanion.printing import not_written
from peercompanion.supporter import hand_over

if TYPE_CHECKING:
    from peercompanion.link.leading import Leading
    from peercompanion.plain.talk import Talk


def board(
    talk: "Talk", leading: "Leading", today: datetime.date, settle: Callable[[], None]
) -> None:
    """Each line agreed, reworded or taken off; others see them when they are shown.

    Args:
        talk: Says and asks.
        leading: Whose board it is.
        today: The day a file is named after.
        settle: Says what the stage shows, once it has done what it was asked for.

    """

    def chosen(row: str) -> None:
        match row:
            case "show":
                leading.show_board()
                settle()
            case "wipe":
                leading.wipe_board()
                settle()
            case "new":
                line = talk.line(_("One line, or Enter for none:"))
                if line and not leading.board.add(line):
                    talk.say(too_long(line))
            case "save":
                _save(talk, leading, today)
            case number:
                _change(talk, leading, int(number))

    talk.say(_("Nothing of this is kept. Others see it when you show it."))
    talk.room(_("The board"), lambda: _rows(leading), chosen)


def _rows(leading: "Leading") -> Iterable[Choice]:
    if not leading.board.full:
        yield Choice(_("Type a line"), "new")
    for number, line in enumerate(leading.board.lines):
        yield Choice(line.text, str(number), note=_("agreed") if line.agreed else "")
    if leading.board.lines:
        yield Choice(_("Show it"), "show", note=leading.unshown())
        yield Choice(_("Save a file for them"), "save")
        yield Choice(_("Wipe it"), "wipe")


def _change(talk: "Talk", leading: "Leading", at: int) -> None:
    line = leading.board.lines[at]
    rows = [
        Choice(_("Not agreed after all") if line.agreed else _("Agreed"), "agree"),
        Choice(_("Say it differently"), "reword"),
        Choice(_("Take it off"), "drop"),
    ]
    match talk.choose(rows):
        case "agree":
            leading.board.agree(at)
        case "drop":
            leading.board.drop(at)
        case _:
            said = talk.line(_("Say it differently, or Enter to leave it:"))
            if said and not leading.board.reword(at, said):
                talk.say(too_long(said))


def _save(talk: "Talk", leading: "Leading", today: datetime.date) -> None:
    if not leading.board.agreed:
        talk.say(_("Each line first: agreed, reworded or taken off."))
        return
    try:
        file = hand_over(leading.board, today, Path.home())
    except OSError as error:
        talk.say(not_written(error, Path.home()))
    else:
        talk.say(_("Saved for them:"))
        talk.voice.row(str(file))

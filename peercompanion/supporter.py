"""What a supporter keeps for themselves, and what they hand over. The stage never reaches it.

Nothing here has a field for anybody's name.
"""

import datetime
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, Protocol

from peercompanion.kept import Kept, NotKept, new_id
from peercompanion.language import _
from peercompanion.packs.library import Library
from peercompanion.text import clean, one_line

if TYPE_CHECKING:
    from peercompanion.packs.models.steps import Option
    from peercompanion.places import Places
    from peercompanion.practice.board import Board
    from peercompanion.practice.days import Named

AGENCY = "agency-steps.txt"
"""Beside the settings: what one's own service asks for in a serious moment."""
BEING_ONE = ("tools", "supporter/being-a-peer-supporter")
"""The guide whose options are the pages for supporters."""
SHORTEST = 60.0
"""Seconds a guide was on for before the session log names it."""
_MOST_LINES, _MOST = 12, 2000


class Shelf(Protocol):
    """A few lines of one's own, to add to and take from."""

    typed: ClassVar[bool]
    """Whether lines are added by typing them."""

    def title(self) -> str:
        """What it is called."""
        ...

    def about(self) -> str:
        """Whose it is, in a sentence."""
        ...

    def lines(self) -> list[str]:
        """The lines as they are. Never raises."""
        ...

    def add(self, line: str) -> None:
        """Add a line.

        Raises:
            NotKept: It was not kept.

        """
        ...

    def take_off(self, at: int) -> None:
        """Take a line off.

        Raises:
            NotKept: It still stands.

        """
        ...


@dataclass(frozen=True)
class AgencySteps:
    """What one's own service asks for in a serious moment, in a text file one can write by hand."""

    typed: ClassVar[bool] = True
    file: Path

    def title(self) -> str:
        """What it is called."""
        return _("My agency's steps")

    def about(self) -> str:
        """Where it is seen."""
        return _("They stand on your card for a serious moment. The stage never shows them.")

    def lines(self) -> list[str]:
        """The steps."""
        try:
            told = self.file.read_text("utf-8-sig", errors="replace")
        except OSError:
            return []
        return [line for line in clean(told, most=_MOST).splitlines() if line.strip()][:_MOST_LINES]

    def add(self, line: str) -> None:
        """Write down one more."""
        self._write([*self.lines(), one_line(line)])

    def take_off(self, at: int) -> None:
        """Write them down without one."""
        self._write([line for n, line in enumerate(self.lines()) if n != at])

    def _write(self, lines: Sequence[str]) -> None:
        from peercompanion.journal.files import Files, make_folders, write_whole

        disk = Files()
        try:
            make_folders(disk, self.file.parent)
            write_whole(disk, self.file, "".join(f"{line}\n" for line in lines).encode())
        except OSError as error:
            said = _("That could not be kept: {why}.")
            raise NotKept(said.format(why=error.strerror or str(error))) from error


@dataclass
class Helped:
    """What has helped the supporter: for after a call, or to share briefly when asked."""

    typed: ClassVar[bool] = True
    kept: Kept
    now: Callable[[], datetime.datetime]
    _held: "list[Named]" = field(default_factory=list, init=False)

    def title(self) -> str:
        """What it is called."""
        return _("What has helped me")

    def about(self) -> str:
        """Whose it is."""
        return _("For you alone. It stays on this computer and never comes near the stage.")

    def lines(self) -> list[str]:
        """The lines, the latest first."""
        held = self.kept.lately(self.now().date()).named["helped"].values()
        self._held = sorted(held, key=lambda line: (line.day, line.id), reverse=True)
        return [line.text for line in self._held]

    def add(self, line: str) -> None:
        """Keep one more."""
        from peercompanion.practice.records import Line

        at = self.now()
        id_ = f"helped:{new_id(at)}"
        self.kept.add(Line(id=id_, at=at, day=at.date(), kind="helped", text=one_line(line)))

    def take_off(self, at: int) -> None:
        """Delete one."""
        self.kept.forget(self._held[at].id)


class Supporter:
    """A supporter's own place on this computer.

    Attributes:
        agency: What one's own service asks for in a serious moment.
        helped: What has helped the supporter.
        logs: Whether there is a session log; it is off until it is asked for.
    """

    def __init__(
        self,
        places: "Places",
        kept: Kept,
        now: Callable[[], datetime.datetime],
        *,
        logs: bool = False,
    ) -> None:
        self._kept = kept
        self._now = now
        self.agency = AgencySteps(places.config / AGENCY)
        self.helped = Helped(kept, now)
        self.logs = logs

    def log(self, spent: Mapping[tuple[str, str], float], groups: set[str]) -> None:
        """Write down what was led, where there is a log: day, exercise, length, one or a group.

        Args:
            spent: Seconds by guide and step.
            groups: The guides that were led for a group.

        Raises:
            NotKept: It could not be kept.

        """
        from peercompanion.practice.records import Led

        at = self._now()
        for item in dict.fromkeys(item for item, _step in spent) if self.logs else ():
            seconds = sum(each for (of, _step), each in spent.items() if of == item)
            if seconds >= SHORTEST:
                full, minutes = item.partition(":")[2], round(seconds / 60)
                group = item in groups
                led = Led(
                    id=new_id(at), at=at, day=at.date(), item=full, minutes=minutes, group=group
                )
                self._kept.add(led)


def hand_over(board: "Board", day: datetime.date, folder: Path) -> Path:
    """Write a board's agreed lines to a file of the person's, and nowhere else.

    Raises:
        OSError: It could not be written.

    """
    from peercompanion.printing import save

    return save(board.as_text(day), folder, f"peer-session-{day}.txt")


def pages(library: Library) -> "list[Option]":
    """The pages for supporters, in the order of their pack; none where it is not there."""
    from peercompanion.packs.models.guides import Tool
    from peercompanion.packs.models.steps import Pick

    found = library.item(*BEING_ONE)
    steps = found.step if isinstance(found, Tool) else ()
    return [option for step in steps if isinstance(step, Pick) for option in step.options]

"""Leading the stage: what a supporter does and is told, the same in both consoles.

It says what the stage acknowledged, asks for the rest, and decides nothing about an exercise.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from textwrap import shorten
from typing import Any, get_args

from peercompanion.clock import Clock
from peercompanion.language import _
from peercompanion.link import saying
from peercompanion.link.acts import Act, acts
from peercompanion.link.console_end import ConsoleEnd
from peercompanion.link.for_supporter import leads
from peercompanion.link.guides import FOLDERS, Guides
from peercompanion.link.messages import (
    Choose,
    Do,
    Fault,
    Intent,
    Jump,
    Scene,
    Show,
    Snapshot,
    Take,
)
from peercompanion.link.stage_end import LOST_AFTER
from peercompanion.link.timing import Agenda, Timing
from peercompanion.link.vocabulary import Lead, What
from peercompanion.packs.models.guides import Guide
from peercompanion.packs.models.steps import Breathe, Notice, Tense
from peercompanion.practice.board import Board, BoardLine

WHATS: Sequence[str] = get_args(What)
LEADS: Sequence[str] = get_args(Lead)
FEW = 40
"""Letters of what is on the stage, so that all of the state is on one line."""


@dataclass
class Leading:
    """What one console knows and does.

    Attributes:
        guides: What can be opened.
        run: The folder the stage's port and token lie in.
        clock: The clocks.
        regions: Whose help lines the stage shows, where it was not told.
        heard: Called when there is something new to tell.
    """

    guides: Guides
    run: Path
    clock: Clock = field(default_factory=Clock)
    regions: Sequence[str] = ()
    heard: Callable[[], None] = lambda: None
    board: Board = field(default_factory=Board, init=False)
    timing: Timing = field(default_factory=Timing, init=False)
    agenda: Agenda | None = field(default=None, init=False)
    browsing: str | None = field(default=None, init=False)
    """The step that is looked at while the stage is frozen."""
    frozen: bool = field(default=False, init=False)
    trouble: str = field(default="", init=False)
    """What just went wrong, in words."""
    _new: bool = field(default=True, init=False)
    """The stage was not heard yet."""

    def __post_init__(self) -> None:
        """Make the line; whoever leads holds it."""
        self.line = ConsoleEnd(self.run, self.told)

    # What is known

    @property
    def scene(self) -> Scene:
        """What the stage acknowledged last."""
        return self.line.last.scene if self.line.last else Scene()

    @property
    def here(self) -> saying.Place:
        """Where the stage is or, frozen, where this console looks."""
        return saying.place(self.guides, self.scene, self.browsing or self.scene.step)

    @property
    def there(self) -> saying.Place:
        """Where the stage is, whether or not this console looks elsewhere."""
        return saying.place(self.guides, self.scene, self.scene.step)

    @property
    def guide(self) -> Guide | None:
        """The guide on the stage."""
        return self.guides.guide(self.scene.item)

    @property
    def paced(self) -> bool:
        """Whether something moves at this step, once it is started."""
        return isinstance(self.here.step, Breathe | Tense)

    @property
    def offered(self) -> str | None:
        """What the part of an agenda that is on offers to open."""
        return saying.offered(self.here.step, self.guides)

    @property
    def lost(self) -> bool:
        """Whether the stage was there, and has given no sign of life for a while."""
        age = self.line.age()
        return not self.line.there and age is not None and age >= LOST_AFTER - 1

    def told(self, told: Snapshot | Fault) -> None:
        """Take in what the stage says."""
        if isinstance(told, Fault):
            said = _("The stage shows one moment, please: {error} in {where}, line {line}.")
            self.trouble = said.format(error=told.error, where=told.where, line=told.line)
        else:
            now = self.clock.monotonic()
            self._take_up(told.scene, now)
            self.timing.at(told.scene, now)
            if self.agenda:
                self.agenda.at(told.scene, now)
            if self.regions and not told.scene.regions and told.driver:
                self.ask(Choose, regions=tuple(self.regions[:3]))
        self.heard()

    def _take_up(self, scene: Scene, now: float) -> None:
        """Know the agenda that is on and, of a console that was closed, the lines all have seen."""
        if self._new and not self.board.lines:
            self.board.lines = [BoardLine(line) for line in scene.board]
        self._new = False
        agenda = self.agenda.item if self.agenda else None
        if scene.item and scene.item != agenda and scene.item.startswith("session:"):
            self.agenda = Agenda(scene.item, now)

    # What can be done

    def ask(self, kind: type[Intent], **fields: Any) -> None:
        """Ask the stage for something; where nobody listens, `state` says so."""
        self.trouble = ""
        self.line.ask(kind, **fields)

    def acts(self) -> Iterable[Act]:
        """What can be done now."""
        guide = self.guide
        possible = {
            "space": self.paced or isinstance(self.here.step, Notice),
            "slower": isinstance(self.here.step, Breathe),
            "faster": isinstance(self.here.step, Breathe),
            "other-way": bool(guide and guide.instead),
            "small": bool(guide and guide.small),
            "here": self.frozen and self.browsing != self.scene.step,
            "offered": bool(self.offered),
            "on": self.agenda is not None and self.agenda.item != self.scene.item,
            "take": self.line.there and not self.line.leads,
        }
        return (act for act in acts() if possible.get(act.id, True))

    def act(self, act: str) -> bool:
        """Do one of the acts.

        Returns:
            False where it is nothing for the stage, such as opening a list.

        """
        match act:
            case "next" | "back" if self.frozen:
                self._browse(1 if act == "next" else -1)
            case "serious":
                self.ask(Do, what="hide")
            case "here":
                self._take_there()
            case "offered" if self.offered:
                self.ask(Jump, item=self.offered)
            case "on" if self.agenda:
                self.ask(Jump, item=self.agenda.item, step=self.agenda.next_step(self.guides))
            case "freeze":
                self._freeze(not self.frozen)
            case "lead":
                after = (LEADS.index(self.scene.lead) + 1) % len(LEADS)
                self.ask(Choose, lead=LEADS[after])
            case "take":
                self.ask(Take)
            case _ if act in WHATS and act != "board":  # others see it when it is shown
                self.ask(Do, what=act)
            case _:
                return False
        return True

    def _browse(self, by: int) -> None:
        here = self.here
        if here.steps:
            at = min(max((-1 if here.at is None else here.at) + by, 0), len(here.steps) - 1)
            self.browsing = here.steps[at].id

    def _freeze(self, frozen: bool) -> None:
        self.frozen = frozen
        self.browsing = self.scene.step if frozen else None

    def _take_there(self) -> None:
        if self.frozen and self.browsing and self.scene.item:
            self.ask(Jump, item=self.scene.item, small=self.scene.small, step=self.browsing)
            self._freeze(False)

    # What can be opened

    def openable(self, kind: str) -> list[tuple[str, Guide]]:
        """What can be led, by its id; for a group, what is for groups alone comes first."""
        items = (f"{kind}:{full}" for full in self.guides.library.ids(FOLDERS[kind]))
        found = ((item, self.guides.guide(item)) for item in items)
        shown = [(item, guide) for item, guide in found if guide and not guide.hidden]
        return sorted(shown, key=lambda each: (each[1].group == "only") != self.scene.group)

    def open(self, item: str) -> None:
        """Open a guide on the stage; an agenda begins its clock."""
        if item.startswith("session:"):
            self.agenda = Agenda(item, self.clock.monotonic())
        self.ask(Jump, item=item)
        self._freeze(False)

    # The board

    def show_board(self) -> None:
        """Show the lines to everyone."""
        self.ask(Show, lines=self.board.shown)

    def unshown(self) -> str:
        """What others still see while they look at the board, where it is another by now."""
        changed = self.scene.card == "board" and self.scene.board != self.board.shown
        return _("Others still see it as it was.") if changed else ""

    def wipe_board(self) -> None:
        """Leave nothing of it, here or there."""
        self.board.wipe()
        self.ask(Do, what="wipe")

    # In words

    def state(self) -> str:
        """What the stage does, and since when that is known."""
        if self.trouble:
            return self.trouble
        age = self.line.age()
        if age is None:
            return _("No stage yet. `peercompanion live` in another window opens it.")
        if self.lost:
            said = _("The stage does not answer ({n} s). Your voice leads meanwhile.")
            if self.line.closed:
                said = _("The stage was closed ({n} s). `peercompanion live` brings it back.")
            return said.format(n=int(age))
        if not self.line.there:
            return _("Looking for the stage.")
        shown = _("Shown {age} s ago: {what}")
        what = shorten(self.on_stage(), FEW, placeholder=" …")
        said = shown.format(age=f"{age:.1f}", what=what)
        if not self.line.leads:
            return said + "  ·  " + _("Another console leads. T takes over.")
        return said + (("  ·  " + _("frozen")) if self.frozen else "")

    def on_stage(self) -> str:
        """What others see, in a few words."""
        return saying.on_stage(self.scene, self.there)

    def facts(self) -> list[str]:
        """Who leads, where in the agenda one is, and the time."""
        facts = [leads()[self.scene.lead]]
        if self.agenda:
            facts.append(self.agenda.said(self.guides, self.clock.monotonic()))
        return [*facts, self.clock.now().strftime("%H:%M")]

    def times(self) -> str:
        """How long it has been, and how long it may be."""
        if (guide := self.guide) is None:
            return ""
        minutes = guide.small_minutes if self.scene.small else guide.minutes
        return self.timing.said(minutes, self.scene.left, self.clock.monotonic())

    def words(self) -> saying.Words:
        """What to say now, and what comes."""
        return saying.words(self.here, self.scene, self.guides)

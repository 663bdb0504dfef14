"""The plain face: it wires what is said and typed to what is kept and to the packs."""

import datetime
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cached_property
from importlib import import_module
from typing import TYPE_CHECKING

from peercompanion import language, preferences
from peercompanion.clock import Clock
from peercompanion.kept import LATER, Kept, NotKept, new_id
from peercompanion.language import _
from peercompanion.places import Places
from peercompanion.plain.routes import BESIDE, ROUTES
from peercompanion.plain.talk import Back, Stop, Talk, not_understood
from peercompanion.plain.typed import Ended

if TYPE_CHECKING:
    from peercompanion.packs.vocabulary import Contains
    from peercompanion.practice.choice import Outcome, Question
    from peercompanion.practice.records import Record
    from peercompanion.preferences import Preferences
    from peercompanion.sitting import Sitting

DONE, NOT_KEPT, INTERRUPTED = 0, 1, 130


@dataclass
class Companion:
    """What everything in plain mode is done with.

    Attributes:
        places: Where everything lies.
        preferences: What the person likes.
        talk: Says and asks.
        clock: The clocks.
        self_paced: Nothing moves until Enter.

    """

    places: Places
    preferences: "Preferences"
    talk: Talk
    clock: Clock = field(default_factory=Clock)
    self_paced: bool = False
    _notices: list[str] = field(default_factory=list, init=False)
    """What is said on leaving."""
    _not_kept: bool = field(default=False, init=False)
    """Whether the last thing that was to be kept could not be."""

    def __post_init__(self) -> None:
        """Make help the same from everywhere."""
        self.talk.help_now = lambda: self.go("help")

    @cached_property
    def kept(self) -> Kept:
        """What is kept."""
        return Kept(self.places, now=self.clock.now)

    @cached_property
    def sitting(self) -> "Sitting":
        """What is read, when it is first asked for."""
        from peercompanion.sitting import Sitting

        return Sitting.begun(self.places, self.kept, self.preferences.language, self.today)

    @property
    def leave_out(self) -> "frozenset[Contains]":
        """What the person asked to leave out."""
        return self.preferences.leave_out

    @property
    def region(self) -> str | None:
        """Whose help lines are said: the chosen region, else the locale's country."""
        return self.preferences.region or preferences.default_region()

    def names(self) -> Mapping[str, str]:
        """What `{help_key}`, `{emergency}` and `{crisis}` stand for here."""
        from peercompanion.packs.help_lines import names

        return names(self.region, help_key=_("type help"))

    def go(self, task: str) -> None:
        """Do a task of `practice.tasks`, or one of `BESIDE`, by what is kept at this moment."""
        if "sitting" in self.__dict__ and self.kept.changed():  # by another window or device
            self.sitting.read_again(self.today)
        module, name = BESIDE.get(task) or ROUTES[task]
        getattr(import_module(f"peercompanion.plain.{module}"), name)(self)

    def keep(self, record: "Record", *, again: bool = False) -> bool:
        """Keep a record, and say that it is kept; a later version of it is kept without a word.

        Returns:
            Whether it was kept; where it could not be, one sentence has said why.

        """
        kept = self._put(record, again=again)
        if kept and not again:
            self.talk.say(self.kept.tick())
        return kept

    def _put(self, record: "Record", *, again: bool = False) -> bool:
        with self.keeping():
            self.sitting.keep(record, again=again)
            self.sitting.copy_plan(self.region, record)
        return not self._not_kept

    @contextmanager
    def keeping(self) -> Iterator[None]:
        """Say why what is done within could not be kept; the exit status tells it of the last."""
        self._not_kept = True
        try:
            yield
            self._not_kept = False
        except NotKept as problem:
            self.talk.say(str(problem))

    def do(self, outcome: "Outcome") -> bool:
        """Ask, keep or say, as a choice leads to it.

        Returns:
            Whether something was kept.

        """
        from peercompanion.practice.choice import Question

        if isinstance(outcome, Question):
            self.talk.say(outcome.words, *outcome.starters)
            return self._ask(outcome)
        if isinstance(outcome, str):
            self.talk.say(outcome)
            return False
        kept = all(map(self._put, outcome))
        if kept and outcome:
            self.talk.say(self.kept.tick())
        return kept

    def _ask(self, asked: "Question") -> bool:
        """Ask until the answer says something here, or is left out."""
        while line := self._answer(asked):
            outcome = asked.then(line)
            if not isinstance(outcome, str):
                return self.do(outcome)
            self.talk.say(f"{not_understood(line)} {outcome}")
        return False

    def _answer(self, asked: "Question") -> str:
        if asked.most is None:
            return self.talk.line(_("Type it, or Enter to leave it:"))
        number = self.talk.number(0, asked.most)
        return "" if number is None else str(number)

    def new_id(self, kind: str = "") -> str:
        """An id for something new."""
        made = new_id(self.clock.now())
        return f"{kind}:{made}" if kind else made

    @property
    def today(self) -> datetime.date:
        """The local day it is now."""
        return self.clock.now().date()

    def prefer(self, changed: "Preferences") -> None:
        """Take up changed preferences at once, and keep them."""
        before, self.preferences = self.preferences, changed
        if changed.language != before.language:
            language.use(changed.language)
            self.__dict__.pop("sitting", None)
        try:
            preferences.save(changed, self.places)
        except OSError:
            self.talk.say(_("This could not be kept for next time. It holds until you leave."))

    def run(self, task: str = "", play: tuple[str, bool] | None = None) -> int:
        """Do one task, or offer all of them, until the person stops.

        Args:
            task: Its id; empty for the opening menu.
            play: The id of a guide to begin at once, and whether in its small version.

        Returns:
            The exit status.

        """
        looked_after = self.kept.look_after(self._notices.extend, after=LATER)
        try:
            self._do(task, play)
        except (Back, Stop):
            self.talk.say(*self._notices, _("Come back any time."))
        except Ended:
            if not self.talk.alone:
                self.talk.say(_("The input ended, and nothing that was kept is lost."))
        except KeyboardInterrupt:
            self.talk.voice.end_line()
            self.talk.say(_("You left, and nothing that was kept is lost."))
            return INTERRUPTED
        finally:
            looked_after.cancel()
        return NOT_KEPT if self._not_kept else DONE

    def _do(self, task: str, play: tuple[str, bool] | None) -> None:
        if play:
            from peercompanion.plain.guide import walk

            walk(self, play[0], small=play[1])
        elif task:
            self.go(task)
        else:
            from peercompanion.plain.menus import opening

            opening(self)

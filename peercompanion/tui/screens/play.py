"""A guide playing: one step at a time, and nothing else on the screen."""

from collections.abc import Iterable
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.widget import Widget

from peercompanion.kept import new_id
from peercompanion.language import _
from peercompanion.packs.models.steps import (
    AnyStep,
    Breathe,
    Notice,
    Open,
    Rate,
    Say,
    Tense,
    Wait,
)
from peercompanion.practice import answers
from peercompanion.practice.pacer import Cue
from peercompanion.practice.player import Player, View
from peercompanion.practice.produced import left_by
from peercompanion.practice.records import Practised, Record
from peercompanion.practice.words import about_minutes
from peercompanion.sitting import Sitting
from peercompanion.tui.screens.answering import AnsweringPage
from peercompanion.tui.widgets.entry import Entry
from peercompanion.tui.widgets.frame import TitleBar
from peercompanion.tui.widgets.step_shown import StepShown

LOOKS_A_SECOND = 12
"""How often a step that moves by itself is looked at; the screen changes only when it differs."""
BELLS = {Cue.IN: 1, Cue.OUT: 2}


class Play(AnsweringPage):
    """Shows what the player says, and hands it keys and time.

    Args:
        item: Full id of the guide.
        player: The walk through it, at its start or where a draft left it.
        sitting: What was read.
        first_line: One line of caution above the first step.
    """

    CSS_PATH = "play.tcss"
    FIRST = ""
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "space", "Pause"),
        Binding("enter", "enter", "Go on"),
        Binding("left", "back", "Step", key_display="← →"),
        Binding("right", "next", show=False),
        Binding("up", "rate(1)", "Number", key_display="↑ ↓"),
        Binding("down", "rate(-1)", show=False),
        Binding("plus,equals_sign", "slower", "Pace", key_display="+ -"),
        Binding("minus", "faster", show=False),
        Binding("t", "type", "Change"),
        Binding("o", "other_way", "Other way"),
        Binding("s", "small", "Small"),
        Binding("n", "seconds", "Seconds"),
        Binding("backspace", "take_back", show=False),
    ]

    def __init__(
        self, item: str, player: Player, sitting: Sitting, *, first_line: str = ""
    ) -> None:
        super().__init__(item, player, sitting)
        self._first_line = first_line

    def title_text(self) -> str:
        """The guide's name."""
        return self.player.guide.title

    def body(self) -> Iterable[Widget]:
        """The step, and a field that is there only while something is typed."""
        self._step = StepShown(moving=self.app.moving, first_line=self._first_line)
        self._entry = Entry(id="entry")
        yield self._step
        yield self._entry

    def on_mount(self) -> None:
        """Begin."""
        self._ticker = self.set_interval(1 / LOOKS_A_SECOND, self.look, pause=True)
        self.look()

    def on_screen_suspend(self) -> None:
        """Help and other screens pause what moves by itself."""
        if self.player.plays:
            self.player.pause(self._now())
        self._ticker.pause()

    def on_screen_resume(self) -> None:
        """Show the same step, with nothing lost."""
        self.look()

    def _now(self) -> float:
        return self.app.clock.monotonic()

    # Showing

    def look(self) -> None:
        """Ask the player what holds now, and show what has changed."""
        view = self.player.at(self._now())
        if self.player.finished:
            self._ticker.pause()
            self.end()
            return
        before, self._view = self._view, view
        self._ring(before, view)
        if before is None or before.step is not view.step:
            self._show_step(view)
        self._step.show_moment(view)
        self.query_one(TitleBar).fact = self._fact(view)
        if before is None or (before.step, before.paused) != (view.step, view.paused):
            self._name_keys()
        if self.player.plays:
            self._ticker.resume()
        else:
            self._ticker.pause()

    def _ring(self, before: View | None, view: View) -> None:
        """One bell for in, two for out, where the person asked for them."""
        turned = before is not None and before.cue is not view.cue and not view.paused
        if turned and self.app.preferences.sound == "bell":
            for _bell in range(BELLS.get(view.cue, 0) if view.cue else 0):
                self.app.bell()

    def _fact(self, view: View) -> str:
        if view.cue:
            return about_minutes(max(round(self.player.seconds_left / 60), 1))
        return _("step {number} of {of}").format(number=view.number, of=view.of)

    # Which keys do something, and what they are called

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Say which keys do something at this step."""
        if not self.is_attached or self.player.finished:
            return True
        step = self.player.step
        if action in _ONLY_AT:
            return isinstance(step, _ONLY_AT[action])
        match action:
            case "space":
                return self.player.timed or isinstance(step, Notice | Say)
            case "enter":
                return not (self.choosing or isinstance(step, Breathe | Tense | Wait))
            case "type":
                room = answers.room_for_lines(step) and not self.choosing
                return bool(room) and step.id in self.player.answers
            case "small":
                return bool(self.player.guide.small) and not self.player.small
            case "other_way":
                return bool(self.player.guide.instead)
        return True

    def names_key(self, action: str) -> bool:
        """Enter goes without a name where space and the arrows say it all."""
        return action != "enter" or not self.player.timed

    def words_for(self, binding: Binding) -> str:
        """Name what space and Enter do at this step."""
        step = self.player.step
        if binding.action == "space" and isinstance(step, Notice):
            return _("One more")
        if binding.action == "space" and self.player.timed and not self.player.paused:
            return _("Pause")
        if binding.action == "enter" and isinstance(step, Open):
            return _("Open it")
        if binding.action == "enter" and self._types_first():
            return _("Type")
        return _("Go on") if binding.action in ("space", "enter") else super().words_for(binding)

    # Going through

    def action_space(self) -> None:
        """Pause or go on; at things to notice, one more."""
        if isinstance(self.player.step, Notice) and self.player.notice_one():
            self._show_answer()
        elif not self.player.timed:
            self.action_next()
        elif self.player.paused:
            self.player.resume(self._now())
            self.look()
        else:
            self.player.pause(self._now())
            self.look()

    def action_enter(self) -> None:
        """Begin typing where something can be typed, else go on."""
        if isinstance(self.player.step, Open):
            self.app.open_link(self.player.step.item)
        elif self._types_first():
            self.action_type()
        else:
            self.action_next()

    def action_next(self) -> None:
        """Go to the next step."""
        self.player.next(self._now())
        self._moved()

    def action_back(self) -> None:
        """Go to the step before."""
        self.player.back(self._now())
        self._moved()

    def _moved(self) -> None:
        """A person who moves has gone on."""
        if self.player.paused:
            self.player.resume(self._now())
        self._drafts.save_soon()
        self._view = None
        self.look()

    def action_slower(self) -> None:
        """Longer breaths."""
        self.player.slower(self._now())

    def action_faster(self) -> None:
        """Shorter breaths."""
        self.player.faster(self._now())

    def action_seconds(self) -> None:
        """Show seconds, or leave them out again."""
        self._step.seconds_shown = not self._step.seconds_shown
        self.look()

    def action_small(self) -> None:
        """Begin the small version instead."""
        self._keep_a_little()
        self.app.begin(self.item, small=True, in_place=True)

    def action_other_way(self) -> None:
        """Begin the other way, which is outward."""
        if other := self.sitting.other_way(self.item, self.app.leave_out):
            self._keep_a_little()
            self.app.begin(other, in_place=True)

    # The end

    async def leave(self) -> None:
        """Leave early: kept as practised a little; asks nothing unless words would be lost."""
        if self.player.kept_answers(said_so=True):
            self.end()
        else:
            self._keep_a_little()
            self.app.pop_screen()

    async def on_unmount(self) -> None:
        """Lose nothing when the app ends in the middle."""
        await self._drafts.save_what_waits()

    def passed_over(self) -> None:
        """Left by way of another screen: its words wait in the draft, else it is kept as it is."""
        if not self._waits:
            self._keep_a_little()

    @property
    def _waits(self) -> bool:
        """Whether something was written that only the person can say to keep."""
        kept = self.player.kept_answers
        return kept(said_so=True, typed=self._entry.line) != kept(said_so=False)

    def end(self) -> None:
        """Go to what comes afterwards."""
        self._drafts.stop()
        record = self._record()
        if isinstance(record, Practised):
            from peercompanion.tui.screens.afterwards import Afterwards

            self.app.replace(self, Afterwards(record, self.player, self.sitting))
        else:
            from peercompanion.tui.screens.after_tool import AfterTool

            self.app.replace(self, AfterTool(record, self.item, self.player, self.sitting))

    def _keep_a_little(self) -> None:
        self._drafts.drop()
        if self.player.worth_keeping:
            self.app.keep(self._record())

    def _record(self) -> Record:
        now, item = self.app.clock.now(), self.item.rpartition(":")[2]
        return left_by(self.player, item, record_id=new_id(now), at=now, like=self.sitting.like)


_ONLY_AT: dict[str, type[AnyStep] | tuple[type[AnyStep], ...]] = {
    "slower": Breathe,
    "faster": Breathe,
    "seconds": (Breathe, Tense),
    "rate": Rate,
}

"""What is on the stage: one plain state machine, moved by the stage's own keys or by its console.

It owns the player. It has no clock: every call is handed the time in seconds. While a cover hides
everything, time stands still for what lies below, so that uncovering brings back the very same.
Nothing goes on by itself but a pacer that was started.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from peercompanion.link import cards, slides
from peercompanion.link.guides import Guides
from peercompanion.link.messages import Choose, Do, Intent, Jump, Restore, Scene
from peercompanion.link.messages import Show as ShowBoard
from peercompanion.link.slides import Slide
from peercompanion.link.vocabulary import What
from peercompanion.packs.help_lines import names
from peercompanion.packs.models.guides import Guide
from peercompanion.packs.models.steps import Breathe, Notice, Tense
from peercompanion.practice.pacer import Cue
from peercompanion.practice.player import Player, View
from peercompanion.practice.session import still


@dataclass
class Show:
    """The stage, without its window.

    Attributes:
        guides: What can be opened.
        items: What is led, in this order.
        scene: What was chosen and where it stands; `at` gives it as it is now.
    """

    guides: Guides
    items: Sequence[str] = ()
    scene: Scene = field(default_factory=Scene)
    fresh: bool = field(default=True, init=False)
    """Nothing was shown yet."""
    _player: Player | None = field(default=None, init=False)
    _started: bool = field(default=False, init=False)
    _part: int = field(default=0, init=False)
    _covered: float | None = field(default=None, init=False)
    _held: float = field(default=0.0, init=False)
    _holds_after_breath: bool = field(default=False, init=False)
    _before: View | None = field(default=None, init=False)

    # What is there

    def slide(self, now: float) -> Slide:
        """The card that is shown."""
        view = self._look(now)
        scene = self.scene
        if scene.cover:
            return Slide(cards.blank())
        match scene.card:
            case "lines":
                return Slide(cards.help_card(scene.regions))
            case "board":
                return Slide(scene.board)
            case "latecomer":
                return Slide(cards.latecomer(self.guides.guide(scene.item)))
            case "thanks":
                return Slide(cards.thanks())
        if view and isinstance(view.step, Breathe | Tense):
            moving = scene.motion == "gentle"
            return slides.of_pacer(view, started=self._started, lead=scene.lead, moving=moving)
        found = self._parts(view)
        return Slide(found[min(self._part, len(found) - 1)])

    def at(self, now: float) -> Scene:
        """Everything about it, as it is now."""
        view = self._look(now)
        player = self._player if self.scene.base == "step" else None
        cue = view.cue.value if view and view.cue and self._started and not view.paused else ""
        paced = bool(view and isinstance(view.step, Breathe | Tense))
        return self.scene.model_copy(
            update={
                "step": view.step.id if view else None,
                "part": self._part,
                "parts": 1 if paced else len(self._parts(view)),
                "started": self._started,
                "playing": bool(player and player.plays and paced),
                "cue": cue,
                "left": player.seconds_left if player and not player.finished else 0.0,
                "pace": player.pace if player else 0.0,
                "noticed": player.noticed() if player and not player.finished else 0,
            }
        )

    @property
    def names(self) -> dict[str, str]:
        """What `{help_key}`, `{emergency}` and `{crisis}` stand for here."""
        return dict(names(self.scene.regions[0] if self.scene.regions else None, help_key="h"))

    # What can be done

    def take(self, intent: Intent, now: float) -> None:
        """Do what the console asks for; what cannot be done changes nothing."""
        match intent:
            case Do():
                self.do(intent.what, now)
            case Jump():
                self._jump(intent, now)
            case Choose():
                self._choose(intent, now)
            case ShowBoard():
                self._set(board=intent.lines, card="board" if intent.lines else "")
            case Restore():
                self._restore(intent.scene, now)

    def do(self, what: What, now: float) -> None:
        """Do what a key asks for."""
        self._look(now)
        self.fresh = False
        match what:
            case "blank":
                self._uncover(now) if self.scene.cover else self._cover("blank", now)
            case "uncover":
                self._uncover(now)
            case "hide":
                self._pause(now)
                self._cover("hidden", now)
            case "lines" | "latecomer" | "board" | "thanks":
                self._pause(now)
                self._set(card="" if self.scene.card == what else what)
            case "wipe":
                self._set(board=(), card="" if self.scene.card == "board" else self.scene.card)
            case "leave":
                pass
            case _ if self.scene.card:
                self._set(card="")
            case "next" | "space":
                self._forward(now, space=what == "space")
            case "back":
                self._back(now)
            case "pause":
                self._pause(now)
            case "slower" | "faster":
                if self._walks:
                    getattr(self._walks, what)(self._time(now))
            case "other-way" | "small":
                self._another(what, now)

    def lost_console(self) -> None:
        """Nobody leads for now: finish the breath, then hold the card."""
        self._holds_after_breath = bool(self._walks and self._walks.plays)
        self._set(alone=True)

    def found_console(self) -> None:
        """Someone leads again."""
        self._holds_after_breath = False
        self._set(alone=False)

    # Moving

    @property
    def _walks(self) -> Player | None:
        """The player, where a step is on."""
        player = self._player
        return player if player and self.scene.base == "step" and not player.finished else None

    @property
    def _paced(self) -> bool:
        return bool(self._walks and isinstance(self._walks.step, Breathe | Tense))

    def _forward(self, now: float, *, space: bool) -> None:
        match self.scene.base:
            case "neutral" | "rest":
                self._open_next()
            case _ if self._part + 1 < len(self._parts(self._before)) and not self._paced:
                self._part += 1
            case "consent":
                self._enter(now)
            case "step":
                self._go_on(now, space=space)

    def _go_on(self, now: float, *, space: bool) -> None:
        player = self._walks
        if player is None:
            return
        if self._paced and self.scene.lead == "screen" and (space or not self._started):
            if player.plays:
                player.pause(self._time(now))
            else:
                self._started = True
                player.resume(self._time(now))
        elif not (space and isinstance(player.step, Notice) and player.notice_one()):
            player.next(self._time(now))
            self._arrive(now)

    def _back(self, now: float) -> None:
        player = self._walks
        if self.scene.base == "rest" and self._player:
            self._player.back(self._time(now))
            self._set(base="step")
            self._arrive(now)
        elif self._part and not self._paced:
            self._part -= 1
        elif player and player.at(self._time(now)).number > 1:
            player.back(self._time(now))
            self._arrive(now)
        elif self.scene.base == "step":
            self._set(base="consent")
            self._arrive(now)
        else:
            self._set(base="neutral", item=None)
            self._part = 0

    def _open_next(self) -> None:
        """Show what comes: the item after this one, else the first."""
        at = self.items.index(self.scene.item) + 1 if self.scene.item in self.items else 0
        if at < len(self.items):
            self._open(self.items[at])

    def _open(self, item: str, *, small: bool = False) -> bool:
        guide = self.guides.guide(item)
        leave_out = frozenset(self.scene.without)
        if guide is None:
            return False
        player = Player(still(guide), small, leave_out, 0.0, self.names, self.scene.group)
        if player.finished:  # it rests on what was asked to be left out
            other = self._other_way(guide)
            return bool(other) and other != item and self._open(str(other))
        self._player, self._part, self._started, self._before = player, 0, False, None
        self._set(base="consent", item=item, small=small, card="")
        return True

    def _enter(self, now: float) -> None:
        self._set(base="step")
        self._arrive(now)

    def _arrive(self, now: float) -> None:
        """Stand at a step: nothing moves before it is started."""
        self._part, self._started = 0, False
        if self._player and self._player.finished:
            self._set(base="rest")
        elif self._player:
            time = self._time(now)
            self._player.resume(time) if self._player.paused else self._player.at(time)
            if self._paced:
                self._player.pause(time)
        self._before = self._walks.at(self._time(now)) if self._walks else None

    def _another(self, what: str, now: float) -> None:
        guide = self.guides.guide(self.scene.item)
        if guide and what == "small" and guide.small:
            self._open(str(self.scene.item), small=not self.scene.small)
        elif guide and what == "other-way" and (other := self._other_way(guide)):
            self._open(other)

    def _other_way(self, guide: Guide) -> str | None:
        return self.guides.full(f"exercise:{guide.instead}") if guide.instead else None

    def _jump(self, jump: Jump, now: float, *, back_again: bool = False) -> None:
        """Go to a step of what is on, of an agenda, or of what was on before; else to its card."""
        self.fresh = False
        there = (jump.item, jump.small) == (self.scene.item, self.scene.small)
        if not there and not self._open(jump.item, small=jump.small):
            return
        self._set(card="")
        player = self._player
        straight = there or back_again or jump.item.startswith("session:")
        if jump.step is None or player is None or not straight:
            self._set(base="consent")
            self._part = 0
            return
        player.finished = False
        player.go_to(jump.step, dict(player.answers))
        self._enter(now)
        self._part = min(jump.part, len(self._parts(self._before)) - 1)

    def _choose(self, choose: Choose, now: float) -> None:
        told = choose.model_dump(exclude={"kind", "n"}, exclude_none=True)
        before = self.scene
        self._set(**told)
        if self.scene.lead != before.lead and self.scene.lead != "screen":
            self._pause(now)
            self._started = False
        if (self.scene.without, self.scene.group) != (before.without, before.group):
            here = self.at(now)
            if here.item and self._open(here.item, small=here.small) and here.step:
                jump = Jump(n=0, item=here.item, small=here.small, step=here.step)
                self._jump(jump, now, back_again=True)
        if self._player:
            self._player.names = self.names

    def _restore(self, scene: Scene, now: float) -> None:
        """Stand as another start of the stage stood; a breath that was on begins anew."""
        self.fresh = False
        self._set(
            **scene.model_dump(
                include={"lead", "group", "theme", "motion", "regions", "without", "board"}
            )
        )
        if scene.item and scene.base != "neutral":
            step = scene.step if scene.base == "step" else None
            jump = Jump(n=0, item=scene.item, small=scene.small, step=step, part=scene.part)
            self._jump(jump, now, back_again=True)
            if self._player and scene.base == "rest":
                self._player.finished = True
                self._set(base="rest")
        if player := self._walks:
            player.pace = scene.pace
            for _noticed in range(scene.noticed):
                player.notice_one()
            if scene.playing and self._paced:
                self._go_on(now, space=True)
        self._set(card=scene.card)
        if scene.cover:
            self._cover(scene.cover, now)

    # Time

    def _time(self, now: float) -> float:
        """Seconds without those that were spent covered."""
        return (now if self._covered is None else self._covered) - self._held

    def _cover(self, how: str, now: float) -> None:
        if self._covered is None:
            self._covered = now
        self._set(cover=how)

    def _uncover(self, now: float) -> None:
        if self._covered is not None:
            self._held += now - self._covered
            self._covered = None
        self._set(cover="")

    def _pause(self, now: float) -> None:
        if self._walks:
            self._walks.pause(self._time(now))

    def _look(self, now: float) -> View | None:
        """Let time pass, and stand still where a pacer has led to the next step."""
        player = self._walks
        if player is None:
            return None
        view = player.at(self._time(now))
        before, self._before = self._before, view
        if player.finished or (before and before.step is not view.step):
            self._arrive(now)
        elif self._holds_after_breath and _begins(before, view):
            player.pause(self._time(now))
            self._holds_after_breath = False
        if not self._walks:
            return None
        return self._walks.at(self._time(now))

    def _parts(self, view: View | None) -> list[tuple[str, ...]]:
        guide = self.guides.guide(self.scene.item)
        match self.scene.base:
            case "consent" if guide:
                return cards.consent(guide, small=self.scene.small, names=self.names)
            case "step" if view:
                player = self._player
                return slides.of_step(view, player.noticed() if player else 0)
            case "rest":
                return cards.rest(guide, self.names)
        return [cards.neutral()]

    def _set(self, **changed: object) -> None:
        self.scene = self.scene.model_copy(update=changed)


def _begins(before: View | None, view: View) -> bool:
    """Whether a new breath, or a new muscle group, has just begun."""
    return bool(
        before and before.cue is not view.cue and view.cue in (Cue.IN, Cue.READY, Cue.COUNT_IN)
    )

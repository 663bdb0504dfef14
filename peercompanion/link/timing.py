"""Time as the supporter sees it: soft, never beeping, never a colour."""

from dataclasses import dataclass, field

from peercompanion.language import _
from peercompanion.link.guides import Guides
from peercompanion.link.messages import Scene
from peercompanion.link.saying import seconds_of


@dataclass
class Timing:
    """How long the guide on the stage has been on, and how long each step was.

    Attributes:
        spent: Seconds by guide and step, in the order they came first. Told only afterwards.
        groups: The guides that were led for a group.
    """

    spent: dict[tuple[str, str], float] = field(default_factory=dict)
    groups: set[str] = field(default_factory=set)
    _item: str | None = None
    _since: float | None = None
    _looked: float = 0.0
    _step: tuple[str, str] | None = None

    def at(self, scene: Scene, now: float) -> None:
        """Take in what is on the stage."""
        if self._step:
            self.spent[self._step] = self.spent.get(self._step, 0.0) + now - self._looked
        on = scene.base == "step" and scene.item and scene.step
        self._step = (scene.item, scene.step) if on and scene.item and scene.step else None
        self._looked = now
        if on and scene.group:
            self.groups.add(str(scene.item))
        if scene.item != self._item or scene.base in ("neutral", "consent"):
            self._item, self._since = scene.item, None
        if self._since is None and scene.base == "step":
            self._since = now

    def said(self, minutes: int, pacers: float, now: float) -> str:
        """Elapsed and left, in words."""
        if self._since is None:
            return _("about {n} min").format(n=minutes)
        passed = now - self._since
        left = max(minutes * 60 - passed, pacers, 0)
        said = _("{passed} passed, about {left} min left")
        return said.format(passed=clock(passed), left=round(left / 60))


@dataclass
class Agenda:
    """An agenda under way: any part may be skipped, in any order."""

    item: str
    began: float
    step: str | None = None
    since: float = field(default=0.0)

    def at(self, scene: Scene, now: float) -> None:
        """Take in what is on the stage."""
        if scene.item == self.item and scene.base == "step" and scene.step != self.step:
            self.step, self.since = scene.step, now

    def next_step(self, guides: Guides) -> str | None:
        """The part after the one that was on; None for the first."""
        guide = guides.guide(self.item)
        steps = [step.id for step in guide.step] if guide else []
        at = steps.index(self.step) + 1 if self.step in steps else 0
        return steps[min(at, len(steps) - 1)] if steps else None

    def said(self, guides: Guides, now: float) -> str:
        """Where in it one is: minutes of all, and of this part."""
        guide = guides.guide(self.item)
        if guide is None:
            return ""
        said = _("{passed} of {all} min").format(
            passed=int((now - self.began) // 60), all=guide.minutes
        )
        here = next((step for step in guide.step if step.id == self.step), None)
        if here is None or not (set_aside := seconds_of(here)):
            return said
        part = _("{title} {passed} of {all}").format(
            title=here.title, passed=clock(now - self.since), all=clock(set_aside)
        )
        return f"{said}  ·  {part}"


def clock(seconds: float) -> str:
    """Minutes and seconds, such as 4:05."""
    return f"{int(seconds) // 60}:{int(seconds) % 60:02}"

"""What a supporter hears unasked: that the stage is lost at once, all else with quiet between."""

import io
from dataclasses import dataclass, field
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from peercompanion.clock import Clock
from peercompanion.link.guides import Guides
from peercompanion.link.leading import Leading
from peercompanion.link.messages import Scene, Snapshot
from peercompanion.link.stage_end import LOST_AFTER
from peercompanion.packs.library import Library
from peercompanion.places import content
from peercompanion.plain.news import News
from peercompanion.plain.paced import QUIET
from peercompanion.plain.voice import Voice

from .rules import broken

GUIDES = Guides(Library([content()]))
ARRIVE = "exercise:core/group-arrive"
BREATH = "exercise:core/group-steady-breath"
STEPS = [step.id for step in GUIDES.guide(ARRIVE).step]  # type: ignore[union-attr]
SCENES = [
    Scene(),
    Scene(base="consent", item=ARRIVE, group=True),
    *(Scene(base="step", item=ARRIVE, group=True, step=step) for step in STEPS),
    Scene(base="step", item=BREATH, group=True, step="breathing", started=True, playing=True),
    Scene(base="step", item=ARRIVE, group=True, step=STEPS[0], card="lines"),
    Scene(base="step", item=ARRIVE, group=True, step=STEPS[0], cover="blank"),
    Scene(base="step", item=ARRIVE, group=True, step=STEPS[0], lead="voice"),
]


@dataclass
class Line:
    """A line whose other end a test moves."""

    last: Snapshot | None = None
    silent: float = 0.0
    leads: bool = True
    closed: bool = False

    @property
    def there(self) -> bool:
        return self.silent < LOST_AFTER

    def age(self) -> float:
        return self.silent


@dataclass
class Heard:
    """A console's ear, and the clock."""

    line: Line = field(default_factory=Line)
    out: io.StringIO = field(default_factory=io.StringIO)
    seconds: float = 0.0

    def __post_init__(self) -> None:
        leading = Leading(GUIDES, Path("/nowhere"), Clock(lambda: self.seconds))
        leading.line = self.line  # type: ignore[assignment]
        self.news = News(Voice(self.out), leading)
        self.show(Scene())
        self.news.tell_all()
        self.out.truncate(self.out.seek(0))

    def show(self, scene: Scene) -> None:
        self.line.last = Snapshot(
            n=1, stage="0" * 8, did=0, driver=True, fresh=False, version="", scene=scene
        )

    def look(self, seconds: float) -> str:
        """Let time go by, as a console looks; what was said meanwhile."""
        before = len(self.out.getvalue())
        for _ in range(round(seconds * 4)):
            self.seconds += 0.25
            self.news.look()
        return self.out.getvalue()[before:]


def test_a_lost_stage_is_said_at_once_and_its_return_after_the_quiet() -> None:
    heard = Heard()
    heard.line.silent = 0.1
    heard.show(SCENES[1])
    assert "what comes" in heard.look(QUIET + 1)

    heard.line.silent = LOST_AFTER + 0.5
    assert "does not answer" in heard.look(0.25)
    assert heard.look(60) == "", "once is enough"

    heard.line.silent = 0.1
    assert "The stage shows" in heard.look(QUIET + 1)


def test_a_closed_stage_is_said_with_the_way_to_have_it_back() -> None:
    heard = Heard()
    heard.show(SCENES[1])
    heard.look(QUIET + 1)

    heard.line.silent, heard.line.closed = LOST_AFTER + 0.5, True

    said = " ".join(heard.look(0.25).split())
    assert "was closed" in said
    assert "`peercompanion live` brings it back." in said


def test_each_cue_is_said_where_it_is_asked_for() -> None:
    heard = Heard()
    heard.news.cues = True
    breath = SCENES[len(STEPS) + 2]
    for cue, said in (("in", "In."), ("out", "Out."), ("in", "In.")):
        heard.show(breath.model_copy(update={"cue": cue}))
        assert said in heard.look(1)


@given(st.lists(st.tuples(st.sampled_from(SCENES), st.floats(0, 20), st.booleans()), max_size=12))
def test_whatever_the_stage_does_there_is_quiet_between_news(
    happens: list[tuple[Scene, float, bool]],
) -> None:
    heard, said = Heard(), [0.0]
    for scene, seconds, there in happens:
        heard.show(scene)
        heard.line.silent = 0.1 if there else LOST_AFTER + 1
        for _ in range(round(seconds * 4)):
            if words := heard.look(0.25):
                lost = "does not answer" in words
                assert lost or heard.seconds - said[-1] >= QUIET
                said.append(heard.seconds)

    found = broken(heard.out.getvalue().encode())
    assert [rule for rule in found if "said twice" not in rule] == [], "what is so again is news"

"""The pacer: what a breathing or muscle step asks for at each moment.

A step becomes a `Course`: beats laid end to end, grouped into rounds (one breath, one muscle
group). Nothing here counts ticks: a face asks what holds at a number of seconds and gets the
same answer however late it asks.
"""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from functools import cached_property

from peercompanion.packs.models.steps import Breathe, Tense

IN, OUT = 4.0, 6.0
"""Seconds of a breath where a pack says nothing."""
QUICKER, QUICKER_BREATHS = 0.75, 3
"""Then the first three breaths take three quarters of that, and settle."""
PACE_STEP = 0.5
"""Seconds that "slower" and "faster" change an in- or out-breath by."""
PACE_RANGE = (-2.0, 3.0)
SHORTEST = 1.5
"""No in- or out-breath is ever asked for in less, in seconds."""


class Cue(Enum):
    """What is asked for right now."""

    COUNT_IN = "count-in"
    IN = "in"
    TOP_UP = "top-up"
    HOLD = "hold"
    OUT = "out"
    REST = "rest"
    READY = "ready"
    TENSE = "tense"
    RELEASE = "release"


@dataclass(frozen=True)
class Beat:
    """One cue with its length in seconds; the bar goes from one filling (0-1) to another."""

    cue: Cue
    seconds: float
    begins: float
    ends: float
    detail: str | None = None


@dataclass(frozen=True)
class Moment:
    """What holds at one moment of a course."""

    beat: Beat
    into: float
    """Seconds since the beat began."""
    round: int
    """Counted from 0."""

    @property
    def fill(self) -> float:
        """How full the bar is, 0-1."""
        share = min(self.into / self.beat.seconds, 1.0) if self.beat.seconds else 1.0
        return self.beat.begins + (self.beat.ends - self.beat.begins) * share


@dataclass(frozen=True)
class Course:
    """The rounds of one timed step."""

    rounds: tuple[tuple[Beat, ...], ...]

    @cached_property
    def _beats(self) -> list[tuple[int, Beat]]:
        return [(number, beat) for number, beats in enumerate(self.rounds) for beat in beats]

    @cached_property
    def _starts(self) -> list[float]:
        starts, clock = [], 0.0
        for _, beat in self._beats:
            starts.append(clock)
            clock += beat.seconds
        return [*starts, clock]

    @property
    def seconds(self) -> float:
        """Length of the whole course."""
        return self._starts[-1]

    def at(self, seconds: float) -> Moment:
        """Say what holds after that many seconds; before the start and after the end, the edge."""
        index = min(max(bisect_right(self._starts, seconds) - 1, 0), len(self._beats) - 1)
        number, beat = self._beats[index]
        return Moment(beat, max(seconds - self._starts[index], 0.0), number)

    def round_start(self, number: int) -> float:
        """Seconds at which a round begins, to the last bit as `at` has it."""
        return self._starts[sum(map(len, self.rounds[:number]))]


def _breath(step: Breathe, pace: float, share: float, *, last: bool) -> Iterator[Beat]:
    """Lay out one breath. The last one has no rest behind it: a course ends on an out-breath."""
    breathe_in = _paced(IN if step.in_ is None else step.in_, pace) * share
    breathe_out = _paced(OUT if step.out is None else step.out, pace) * share
    before_top_up = breathe_in / (breathe_in + step.top_up)
    yield Beat(Cue.IN, breathe_in, 0.0, before_top_up, step.in_word)
    if step.top_up:
        yield Beat(Cue.TOP_UP, step.top_up, before_top_up, 1.0)
    if step.hold:
        yield Beat(Cue.HOLD, step.hold, 1.0, 1.0)
    yield Beat(Cue.OUT, breathe_out, 1.0, 0.0, step.out_word)
    if step.rest and not last:
        yield Beat(Cue.REST, step.rest, 0.0, 0.0)


def _paced(seconds: float, pace: float) -> float:
    return max(seconds + pace, SHORTEST)


def _breaths(step: Breathe, pace: float) -> Course:
    unsaid = step.in_ is None and step.out is None
    return Course(
        tuple(
            tuple(
                _breath(
                    step,
                    pace,
                    QUICKER if unsaid and number < QUICKER_BREATHS else 1.0,
                    last=number == step.rounds - 1,
                )
            )
            for number in range(step.rounds)
        )
    )


def _squeezes(step: Tense) -> Course:
    return Course(
        tuple(
            (
                Beat(Cue.READY, step.ready, 0.0, 0.0, group),
                Beat(Cue.TENSE, step.tense, 0.0, 1.0, group),
                Beat(Cue.RELEASE, step.release, 1.0, 0.0, group),
            )
            for group in step.groups
        )
    )


def bounded(pace: float) -> float:
    """Keep a pace within what is comfortable."""
    least, most = PACE_RANGE
    return min(max(pace, least), most)


def course(step: Breathe | Tense, pace: float = 0.0) -> Course:
    """Lay out a step; pace is the seconds added to each in- and out-breath."""
    return _breaths(step, pace) if isinstance(step, Breathe) else _squeezes(step)


def repaced(now: Course, step: Breathe, pace: float, *, from_round: int) -> Course:
    """Change the pace from a round on; what comes before it stays as it is."""
    return Course(now.rounds[:from_round] + _breaths(step, pace).rounds[from_round:])

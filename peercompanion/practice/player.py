"""The player: walks a person through any guide, one step at a time.

A plain state machine. It has no clock of its own: every call is handed the time, in seconds of
a clock that only goes forward and, best, goes on while the machine sleeps; so a face, a test and
a supporter's stage drive the same player.

Laws: while it plays, elapsed time equals the time handed in; a pause repeats at most the broken
breath; breathing ends on an out-breath; back then forward is the start of the same step with the
same answers; every guide ends.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from peercompanion.packs.models.guides import Guide
from peercompanion.packs.models.steps import (
    AnyStep,
    Asking,
    Breathe,
    Notice,
    Pick,
    Say,
    Tense,
    Wait,
)
from peercompanion.practice import pacer
from peercompanion.practice.answers import Answer, filled, fits, in_words, lines_of, with_line
from peercompanion.practice.leaving_out import LeaveOut, steps_for, version
from peercompanion.practice.pacer import Course, Cue, Moment

COUNT_IN = 3.0
"""Seconds that say what comes, before a pacer starts and after every pause of one."""
SLEPT = 2.0
"""A longer gap between two looks, in seconds, means the machine slept: then it is paused."""
WORTH_KEEPING = 10.0
"""Seconds of practice after which leaving is kept as "practised a little"."""
TWO_MORE_FROM = 4
"""Courses of at least this many breaths say "Two more breaths" before the end."""


@dataclass(frozen=True)
class View:
    """What is to be seen and heard at one moment."""

    step: AnyStep
    number: int
    """Of the step, counted from 1."""
    of: int
    text: str
    hint: str
    cue: Cue | None = None
    """What the pacer asks for; None where a step has none."""
    detail: str = ""
    """More about the cue: a muscle group, or words of the pack's own."""
    fill: float = 0.0
    """How full the bar is, 0-1."""
    fills_to: float = 0.0
    """How full it is when the cue ends."""
    cue_seconds: float = 0.0
    """Seconds left of the cue."""
    two_more: bool = False
    halfway: bool = False
    """Half the breaths of a course that is long enough to say so are done."""
    paused: bool = False
    slept: bool = False
    """Paused by itself, since the machine slept."""
    moves_on: bool = False
    """The step moves on by itself."""


@dataclass
class Player:
    """One walk through a guide.

    Where nothing of the guide is left, it is `finished` at once and there is no step to look at.

    Attributes:
        guide: What is walked through.
        small: Whether it is the small version.
        leave_out: What the person asked to leave out.
        pace: Seconds added to each in- and out-breath.
        names: What `{help_key}`, `{emergency}` and `{crisis}` stand for here.
        group: Whether a group walks through it together.
    """

    guide: Guide
    small: bool = False
    leave_out: LeaveOut = frozenset()
    pace: float = 0.0
    names: Mapping[str, str] = field(default_factory=dict)
    group: bool = False

    steps: tuple[AnyStep, ...] = field(init=False)
    answers: dict[str, Answer] = field(default_factory=dict, init=False)
    elapsed: float = field(default=0.0, init=False)
    """Seconds of play so far, pauses left out."""
    paused: bool = field(default=False, init=False)
    slept: bool = field(default=False, init=False)
    finished: bool = field(default=False, init=False)
    _route: list[int] = field(default_factory=lambda: [0], init=False)
    _furthest: int = field(default=0, init=False)
    _position: float = field(default=0.0, init=False)
    _count_in: float = field(default=0.0, init=False)
    _course: Course | None = field(default=None, init=False)
    _last: float | None = field(default=None, init=False)

    def __post_init__(self) -> None:
        """Take the steps that are left."""
        self.pace = pacer.bounded(self.pace)
        self.steps = steps_for(
            self.guide, small=self.small, leave_out=self.leave_out, group=self.group
        )
        self.finished = not self.steps
        self._enter()

    # What is there

    @property
    def step(self) -> AnyStep:
        """The step the person is at."""
        return self.steps[self._route[-1]]

    @property
    def timed(self) -> bool:
        """Whether the step moves by itself; only then does a face need to look again and again."""
        step = self.step
        return isinstance(step, Breathe | Tense | Wait) or (
            isinstance(step, Say) and bool(step.seconds)
        )

    @property
    def plays(self) -> bool:
        """Whether time counts right now."""
        return not (self.finished or self.paused) and self.timed

    @property
    def seconds_left(self) -> float:
        """Seconds of all timed steps still to come, for "about 4 minutes"."""
        here = self._route[-1]
        rest = sum(map(self._length, self.steps[here + 1 :]))
        return rest + max(self._length_here - self._position, 0.0)

    def at(self, now: float) -> View:
        """Take the time and say what is to be seen and heard."""
        self._take(now)
        return self._view()

    # What a person can do

    def next(self, now: float) -> None:
        """Go to the next step, or where a picked option leads; after the last one, finish.

        A step that has just ended by itself is not left twice.
        """
        seen = len(self._route)
        self._take(now)
        if len(self._route) == seen and not self.finished:
            self._go_on()

    def back(self, now: float) -> None:
        """Go to the start of the step before; at the first one, to its own start."""
        self._take(now)
        if len(self._route) > 1 and not self.finished:
            self._route.pop()
        self.finished = not self.steps
        self._enter()

    def pause(self, now: float) -> None:
        """Stop the clock. A broken breath starts anew on going on."""
        self._take(now)
        self._pause()

    def resume(self, now: float) -> None:
        """Go on, after a count-in where a pacer runs; what was not paused goes on as it was."""
        if self.paused:
            self._last = now
            self.paused = self.slept = False

    def slower(self, now: float, change: float = pacer.PACE_STEP) -> None:
        """Make each in- and out-breath longer by half a second from the next in-breath on."""
        self._take(now)
        self.pace = pacer.bounded(self.pace + change)
        if self._course and isinstance(self.step, Breathe):
            next_in = self._course.at(self._position).round + (0 if self._count_in else 1)
            self._course = pacer.repaced(self._course, self.step, self.pace, from_round=next_in)

    def faster(self, now: float) -> None:
        """Make each in- and out-breath shorter by half a second from the next in-breath on."""
        self.slower(now, -pacer.PACE_STEP)

    def answer(self, value: Answer) -> None:
        """Take an answer to this step; an empty one takes it back.

        Raises:
            ValueError: The answer does not fit the kind of step.
        """
        if not fits(self.step, value):
            raise ValueError(f"{value!r} is no answer to a step of kind {self.step.kind}")
        if value in ("", ()) or (value == 0 and isinstance(self.step, Notice)):
            self.answers.pop(self.step.id, None)
        else:
            self.answers[self.step.id] = value

    def noticed(self) -> int:
        """How many things were noticed at this step so far."""
        value = self.answers.get(self.step.id, 0)
        return value if isinstance(value, int) else len(value)

    def notice_one(self) -> bool:
        """Count one more thing noticed.

        Returns:
            False when all of them were noticed already.
        """
        if not isinstance(self.step, Notice) or self.noticed() >= self.step.n:
            return False
        given = self.answers.get(self.step.id, 0)
        more = (*given, "") if isinstance(given, tuple) else self.noticed() + 1
        self.answers[self.step.id] = more
        return True

    def lines(self) -> tuple[str, ...]:
        """The lines an earlier step holds, for a `pick` that offers them."""
        if not isinstance(self.step, Pick) or not self.step.from_:
            return ()
        told = lines_of(in_words(self.steps, self.answers).get(self.step.from_, ()))
        return tuple(line for text in told for line in text.split("\n") if line)

    # What is left of it

    @property
    def worth_keeping(self) -> bool:
        """Whether something was practised: ten seconds, a step passed or an answer given."""
        return self.elapsed >= WORTH_KEEPING or self._furthest > 0 or bool(self.answers)

    def kept_answers(self, *, said_so: bool, typed: str = "") -> dict[str, Answer]:
        """The answers that may be written down.

        Args:
            said_so: The person said so at the end; without it only what was kept all along.
            typed: A line that is being typed at this step, as if it were taken.
        """
        wanted = ("draft", "end") if said_so else ("draft",)
        keep = {step.id: step.keep for step in self.steps if isinstance(step, Asking)}
        answers = dict(self.answers)
        if typed:
            answers[self.step.id] = with_line(self.step, answers.get(self.step.id), typed)
        return {name: value for name, value in answers.items() if keep.get(name) in wanted}

    def go_to(self, step_id: str, answers: Mapping[str, Answer]) -> None:
        """Take up a draft: the answers given, as far as they fit, at the step it was left at."""
        for step in self.steps:
            given = answers.get(step.id)
            if given is not None and fits(step, given):
                self.answers[step.id] = given
        target = next((i for i, step in enumerate(self.steps) if step.id == step_id), 0)
        self._route = [0]
        while self._route[-1] < target:
            self._route.append(min(self._following(), target))
        self._enter()

    # Inside

    def _length(self, step: AnyStep) -> float:
        if isinstance(step, Breathe | Tense):
            return pacer.course(step, self.pace).seconds
        return (step.seconds or 0.0) if isinstance(step, Say | Wait) else 0.0

    @property
    def _length_here(self) -> float:
        return self._course.seconds if self._course else self._length(self.step)

    def _enter(self) -> None:
        """Stand at the start of the step the route ends with."""
        if not self.steps:
            return
        step = self.step
        self._furthest = max(self._furthest, self._route[-1])
        self._position = 0.0
        self._course = pacer.course(step, self.pace) if isinstance(step, Breathe | Tense) else None
        self._count_in = COUNT_IN if self._course else 0.0

    def _go_on(self) -> None:
        following = self._following()
        if following < len(self.steps):
            self._route.append(following)
            self._enter()
        else:
            self.finished = True
            self._furthest = len(self.steps)

    def _following(self) -> int:
        """Which step follows: the next one, or where the picked option leads.

        Where that step is left out, the first one left after it.
        """
        following, step = self._route[-1] + 1, self.step
        if not isinstance(step, Pick):
            return following
        picked = lines_of(self.answers.get(step.id, ()))
        target = next((o.go for o in step.options if o.id in picked and o.go), None)
        all_ids = [s.id for s in version(self.guide, small=self.small)]
        if target not in all_ids:
            return following
        after = all_ids[all_ids.index(target) :]
        led_to = next((i for i, s in enumerate(self.steps) if s.id in after), len(self.steps))
        return max(led_to, following)

    def _pause(self) -> None:
        if self.paused or self.finished:
            return
        self.paused = True
        if self._course:
            self._position = self._course.round_start(self._course.at(self._position).round)
            self._count_in = COUNT_IN

    def _take(self, now: float) -> None:
        """Let the time since the last look pass."""
        passed = 0.0 if self._last is None else max(now - self._last, 0.0)
        self._last = now
        if passed > SLEPT and self.plays:
            self._pause()
            self.slept = True
        while passed > 0 and self.plays:
            passed = self._pass(passed)

    def _pass(self, seconds: float) -> float:
        """Let seconds of play pass; what is over when the step ends is given back."""
        left = self._count_in + self._length_here - self._position
        used = min(seconds, left)
        counted_in = min(used, self._count_in)
        self.elapsed += used
        self._count_in -= counted_in
        self._position += used - counted_in
        if seconds >= left:
            self._go_on()
        return seconds - used

    def _view(self) -> View:
        step = self.step
        moment = self._course.at(self._position) if self._course else None
        counting = moment is not None and self._count_in > 0
        return View(
            step=step,
            number=self._route[-1] + 1,
            of=len(self.steps),
            text=self._filled(step.text or ""),
            hint=self._filled(step.hint or ""),
            cue=Cue.COUNT_IN if counting else (moment.beat.cue if moment else None),
            detail=self._filled((moment and moment.beat.detail) or ""),
            fill=moment.fill if moment and not counting else 0.0,
            fills_to=moment.beat.ends if moment and not counting else 0.0,
            cue_seconds=self._cue_seconds(moment),
            two_more=self._two_more(moment),
            halfway=self._halfway(moment),
            paused=self.paused,
            slept=self.slept,
            moves_on=self.timed,
        )

    def _cue_seconds(self, moment: Moment | None) -> float:
        if moment is None:
            return max(self._length_here - self._position, 0.0)
        return self._count_in or max(moment.beat.seconds - moment.into, 0.0)

    def _two_more(self, moment: Moment | None) -> bool:
        if moment is None or self._course is None or not isinstance(self.step, Breathe):
            return False
        rounds = len(self._course.rounds)
        return rounds >= TWO_MORE_FROM and moment.round == rounds - 2

    def _halfway(self, moment: Moment | None) -> bool:
        if moment is None or self._course is None or not isinstance(self.step, Breathe):
            return False
        rounds = len(self._course.rounds)
        return rounds >= TWO_MORE_FROM and moment.round * 2 >= rounds

    def _filled(self, text: str) -> str:
        return filled(text, self.names, in_words(self.steps, self.answers))

"""Small steps and goals: what may come next, and what was achieved, which stays to be seen."""

import datetime
from collections.abc import Iterable
from dataclasses import replace

from peercompanion.kept import new_id
from peercompanion.language import _, day_in_words
from peercompanion.practice import goals
from peercompanion.practice.choice import Choice, Outcome, Question, digit
from peercompanion.practice.day_words import landings
from peercompanion.practice.goals import Goal, Step
from peercompanion.practice.leaving_out import LeaveOut
from peercompanion.sitting import Sitting

TOOL = "tool:core/small-steps"
NUMBERS = {"sure": 10, "day": 365}
"""What is asked for as a number, and how far it goes."""


class Steps:
    """Open steps first, then goals, then what was achieved; or one goal with its steps.

    Args:
        sitting: What was read.
        goal: Id of the goal they are toward; empty for all.
    """

    def __init__(self, sitting: Sitting, goal: str = "") -> None:
        self.sitting = sitting
        self.goal_id = goal
        self.made = ""
        """Id of the step or goal that was begun here last."""

    @property
    def goal(self) -> Goal:
        """The goal as it is now."""
        return self.sitting.days.goals.get(self.goal_id) or Goal(self.goal_id, "…")

    def lead(self) -> str:
        """The goal, or what a step is."""
        if self.goal_id:
            return self.goal.text
        return _("A step can be as small as you like, and can change or go at any time.")

    def rows(self, today: datetime.date) -> Iterable[Choice]:
        """What is open, what can be begun or changed, what was achieved."""
        every = self.sitting.days.steps.values()
        mine = [step for step in every if not self.goal_id or step.goal == self.goal_id]
        for number, step in enumerate(goals.open_steps(mine, today), start=1):
            key = digit(number)
            yield Choice(step.text, step.id, key, in_short(step), mark="○")
        yield Choice(_("A new step"), "new-step", "a", mark="›")
        yield from self._goal_rows() if self.goal_id else self._all_goals()
        yield from self._achieved(mine)

    def _goal_rows(self) -> Iterable[Choice]:
        goal = self.goal
        yield Choice(_("What makes it matter"), "matters", "m", goal.matters, mark="›")
        yield Choice(_("Its words"), "text", "w", mark="›")
        over = _("Take it up again") if goal.over else _("Reached, or not mine any more")
        yield Choice(over, "over", "x", mark="›")

    def _all_goals(self) -> Iterable[Choice]:
        yield Choice(_("From a goal to small steps, a line at a time"), TOOL, "t", mark="›")
        yield Choice(" ")
        yield Choice(_("Goals"))
        for goal in self.sitting.days.goals.values():
            if not goal.over:
                yield Choice(goal.text, goal.id, note=goal.matters, mark="›")
        yield Choice(_("A new goal"), "new-goal", "n", mark="›")

    def _achieved(self, mine: Iterable[Step]) -> Iterable[Choice]:
        every = self.sitting.days.goals.values()
        over = [] if self.goal_id else [goal for goal in every if goal.over]
        achieved = goals.achieved(mine)
        if achieved or over:
            yield Choice(" ")
            yield Choice(_("What you did"))
        for step in achieved:
            day = day_in_words(step.landed_on) if step.landed_on else ""
            mark = "●" if step.landed == "done" else "◐"
            yield Choice(step.text, step.id, note=day, mark=mark)
        for goal in over:
            yield Choice(goal.text, goal.id, mark="●")

    def chosen(self, row: str, now: datetime.datetime) -> Outcome:
        """Begin a step or a goal, or change the goal at hand."""
        goal = self.goal
        match row:
            case "new-step":
                words = _("One thing that takes ten minutes or less:")
                return Question(words, lambda line: self._begin(line, now))
            case "new-goal":
                words = _("What do you want more of, or less of, in your life?")
                return Question(words, lambda line: self._aim(line, now))
            case "matters" | "text":
                words = _("In your words:")
                if row == "matters":
                    words = _("What makes it matter to you?")
                return Question(
                    words,
                    lambda line: _goal(_changed(goal, row, line), now),
                    getattr(goal, row),
                )
        return _goal(replace(goal, over=not goal.over), now)

    def _aim(self, line: str, now: datetime.datetime) -> Outcome:
        self.made = f"goal:{new_id(now)}"
        return _goal(Goal(self.made, line), now)

    def _begin(self, line: str, now: datetime.datetime) -> Outcome:
        step = Step(f"step:{new_id(now)}", line, goal=self.goal_id)
        self.made = step.id
        return _step(step, now)


class OneStep:
    """One step: where it landed, and what belongs to it."""

    def __init__(self, sitting: Sitting, step: str, leave_out: LeaveOut) -> None:
        self.sitting = sitting
        self.step_id = step
        self.leave_out = leave_out

    @property
    def step(self) -> Step:
        """The step as it is now."""
        return self.sitting.days.steps.get(self.step_id) or Step(self.step_id, "…")

    def asked(self) -> str:
        """What is asked of a step that comes up again."""
        return _("Where did this land?")

    def landing_rows(self) -> Iterable[Choice]:
        """Where it can land."""
        for number, (landed, words) in enumerate(landings().items(), start=1):
            mark = "●" if self.step.landed == landed else "○"
            yield Choice(words, f"landed:{landed}", str(number), mark=mark)

    def rows(self) -> Iterable[Choice]:
        """Where it landed, then what belongs to it."""
        step = self.step
        yield Choice(self.asked())
        yield from self.landing_rows()
        yield Choice(" ")
        if goals.smaller_is_offered(step) and step.open:
            yield Choice(_("Smaller, or keep it?"))
            yield Choice(_("Smaller"), "smaller", "l", mark="›")
            yield Choice(_("Keep it"), "keep", "k", mark="›")
            yield Choice(" ")
        sure = "" if step.sure is None else str(step.sure)
        day = day_in_words(step.day) if step.day else ""
        yield Choice(_("When and where"), "when", "w", step.when, mark="›")
        yield Choice(_("If and then"), "if_then", "i", step.if_then, mark="›")
        yield Choice(_("For a hard day"), "small", "b", step.small, mark="›")
        yield Choice(_("How sure, 0 to 10"), "sure", "u", sure, mark="›")
        yield Choice(_("A day, if you want one"), "day", "d", day, mark="›")
        if step.day:
            yield Choice(_("No day"), "no-day")
        yield Choice(_("Its words"), "text", "t", mark="›")

    def chosen(self, row: str, now: datetime.datetime) -> Outcome:
        """Say where it landed, or change what belongs to it."""
        step = self.step
        what, _colon, which = row.partition(":")
        if what == "landed":
            return self._changed(now, **goals.landing(step, which, now.date()))
        if what == "keep":
            return self._changed(now, sure=None)
        if what == "no-day":
            return self._changed(now, day=None)
        words, before, starters = self._asks(what)
        most = NUMBERS.get(what)
        return Question(words, lambda line: self._said(what, line, now), before, starters, most)

    def _asks(self, what: str) -> tuple[str, str, tuple[str, ...]]:
        """What is asked about a part of the step, what it was, and examples."""
        step = self.step
        match what:
            case "smaller":
                return (_("What would half of it be?"), step.text, ())
            case "sure":
                sure = "" if step.sure is None else str(step.sure)
                return (_("How sure are you that it fits, 0 to 10?"), sure, ())
            case "day":
                return (_("In how many days? 0 is today."), "", ())
            case "when":
                examples = (_("After I pour coffee"), _("On the bus"), _("When I sit at the table"))
                return (_("When and where could it happen?"), step.when, examples)
            case "if_then":
                example = _("If it rains, then I will walk the hallway twice.")
                words = _("What might get in the way? If it does, then I will …")
                return (words, step.if_then, (example, *self._named()))
            case "small":
                return (_("A version for a hard day, two minutes or from bed:"), step.small, ())
        return (_("In your words:"), step.text, ())

    def _named(self) -> Iterable[str]:
        """What eased things and whom the person named, to lean on where something is hard."""
        kinds = ("skill", "person")
        if names := [name for kind in kinds for name in self.sitting.named(kind, self.leave_out)]:
            yield _("Named before: {names}").format(names=", ".join(names[:6]))

    def _said(self, what: str, line: str, now: datetime.datetime) -> Outcome:
        if what == "smaller":
            return self._changed(now, text=line, sure=None)
        if what not in NUMBERS:
            return self._changed(now, **{what: line})
        number = int(line) if line.isascii() and line.isdecimal() and len(line) < 4 else None
        if number is None or number > NUMBERS[what]:
            return _("A number from 0 to {n}.").format(n=NUMBERS[what])
        if what == "sure":
            return self._changed(now, sure=number)
        return self._changed(now, day=now.date() + datetime.timedelta(days=number))

    def _changed(self, now: datetime.datetime, **changed: object) -> Outcome:
        return _step(replace(self.step, **changed), now)  # type: ignore[arg-type]


def _step(step: Step, now: datetime.datetime) -> Outcome:
    from peercompanion.practice import keeping  # steps are listed without the models

    return (keeping.step(step, now),)


def _goal(goal: Goal, now: datetime.datetime) -> Outcome:
    from peercompanion.practice import keeping

    return (keeping.goal(goal, now),)


def _changed(goal: Goal, field: str, line: str) -> Goal:
    return replace(goal, **{field: line})  # type: ignore[arg-type]


def in_short(step: Step) -> str:
    """What is known of a step beside its words."""
    day = day_in_words(step.day) if step.day else ""
    return " · ".join(filter(None, [step.when, day]))

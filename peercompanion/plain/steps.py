"""Small steps and goals: what may come next, and what was achieved, which stays to be heard."""

import datetime
from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from peercompanion.language import _, day_in_words
from peercompanion.practice import goals
from peercompanion.practice.choice import Choice
from peercompanion.practice.day_words import landings
from peercompanion.practice.goals import Goal, Step

if TYPE_CHECKING:
    from peercompanion.plain.companion import Companion
    from peercompanion.practice.days import Days


def steps(face: "Companion") -> None:
    """Open steps first, then goals, then what was achieved."""
    face.talk.say(_("A step can be as small as you like, and can change or go at any time."))
    every = Steps(face)
    face.talk.room(_("Small steps and goals"), lambda: list(every.rows()), every.chosen)


class Steps:
    """Rows for steps and goals, and what choosing one does."""

    def __init__(self, face: "Companion", goal: str = "") -> None:
        self.face = face
        self.talk = face.talk
        self.goal_id = goal
        """The goal they are toward; empty for all."""

    @property
    def _days(self) -> "Days":
        return self.face.sitting.days

    def rows(self) -> Iterable[Choice]:
        """All of them."""
        every = self._days.steps.values()
        mine = [step for step in every if not self.goal_id or step.goal == self.goal_id]
        for step in goals.open_steps(mine, self.face.today):
            yield Choice(step.text, step.id, note=_in_short(step))
        yield Choice(_("A new step"), "new-step")
        if self.goal_id:
            yield from self._goal_rows(self._days.goals[self.goal_id])
        else:
            yield Choice(_("From a goal to small steps, a line at a time"), "tool")
            yield Choice(_("A new goal"), "new-goal")
            for goal in self._days.goals.values():
                said = _("A goal: {goal}") if not goal.over else _("A goal you put away: {goal}")
                yield Choice(said.format(goal=goal.text), goal.id, note=goal.matters)
        for step in goals.achieved(mine):
            day = day_in_words(step.landed_on) if step.landed_on else ""
            mark = "●" if step.landed == "done" else "◐"
            yield Choice(_("You did: {step}").format(step=step.text), step.id, "", day, mark=mark)

    def _goal_rows(self, goal: Goal) -> Iterable[Choice]:
        yield Choice(_("What makes it matter"), "matters", note=goal.matters)
        yield Choice(_("Its words"), "words")
        yield Choice(
            _("Take it up again") if goal.over else _("Reached, or not mine any more"), "over"
        )

    def chosen(self, chosen: str) -> None:
        """Open a step or a goal, or begin one."""
        kind, _colon, _rest = chosen.partition(":")
        match kind:
            case "step":
                OneStep(self.face, chosen).run()
            case "goal":
                self.talk.say(self._days.goals[chosen].text)
                one = Steps(self.face, chosen)
                self.talk.room(_("A goal"), lambda: list(one.rows()), one.chosen)
            case "new-step":
                self._new_step()
            case "new-goal":
                self._new_goal()
            case "tool":
                from peercompanion.plain.guide import open_link

                open_link(self.face, "tool:core/small-steps")
            case _:
                self._change_goal(kind)

    def _new_step(self) -> None:
        from peercompanion.practice import keeping

        self.talk.say(_("One thing that takes ten minutes or less:"))
        if line := self.talk.line(_("Type it, or Enter for none:")):
            step = Step(self.face.new_id("step"), line, goal=self.goal_id)
            if self.face.keep(keeping.step(step, self.face.clock.now())):
                OneStep(self.face, step.id).run()

    def _new_goal(self) -> None:
        from peercompanion.practice import keeping

        self.talk.say(_("What do you want more of, or less of, in your life?"))
        if line := self.talk.line(_("Type it, or Enter for none:")):
            goal = Goal(self.face.new_id("goal"), line)
            self.face.keep(keeping.goal(goal, self.face.clock.now()))

    def _change_goal(self, what: str) -> None:
        from peercompanion.practice import keeping

        goal = self._days.goals[self.goal_id]
        if what == "over":
            goal = replace(goal, over=not goal.over)
        else:
            line = self.talk.line(_("In your words, or Enter to leave it:"))
            if line and what == "matters":
                goal = replace(goal, matters=line)
            elif line:
                goal = replace(goal, text=line)
        if goal != self._days.goals[self.goal_id]:
            self.face.keep(keeping.goal(goal, self.face.clock.now()))


class OneStep:
    """One step: what belongs to it, and where it landed."""

    def __init__(self, face: "Companion", step: str) -> None:
        self.face = face
        self.talk = face.talk
        self.step_id = step

    @property
    def step(self) -> Step:
        """The step as it is now."""
        return self.face.sitting.days.steps[self.step_id]

    def run(self) -> None:
        """Say it and offer what can be done, until the person goes back."""
        self.talk.say(self.step.text)
        self.talk.room(_("A small step"), lambda: list(self._rows()), self._chosen)

    def _rows(self) -> Iterable[Choice]:
        step = self.step
        yield Choice(_("Where did this land?"), "land", note=landings().get(step.landed, ""))
        if goals.smaller_is_offered(step) and step.open:
            yield Choice(_("Smaller"), "smaller")
            yield Choice(_("Keep it"), "keep")
        sure = "" if step.sure is None else str(step.sure)
        day = day_in_words(step.day) if step.day else ""
        yield Choice(_("When and where"), "when", note=step.when)
        yield Choice(_("If and then"), "if_then", note=step.if_then)
        yield Choice(_("For a hard day"), "small", note=step.small)
        yield Choice(_("How sure, 0 to 10"), "sure", note=sure)
        yield Choice(_("A day, if you want one"), "day", note=day)
        yield Choice(_("Its words"), "text")

    def _chosen(self, what: str) -> None:
        match what:
            case "land":
                self._land()
            case "keep":
                self._change(sure=None)
            case "sure":
                sure = self.talk.number(0, 10, given=self.step.sure)
                if sure is not None:
                    self._change(sure=sure)
            case "day":
                self._day()
            case field:
                self._words(field)

    def _land(self) -> None:
        rows = [Choice(words, landed) for landed, words in landings().items()]
        landed = self.talk.choose(rows)
        taken_back = self.step.landed == landed
        self._change(
            landed="" if taken_back else landed,
            landed_on=None if taken_back else self.face.today,
            day=self.step.day if taken_back else None,
        )

    def _day(self) -> None:
        self.talk.say(_("In how many days? 0 is today."))
        days = self.talk.number(0, 365)
        day = None if days is None else self.face.today + datetime.timedelta(days=days)
        self._change(day=day)

    def _words(self, field: str) -> None:
        self.talk.say(
            {
                "when": _("When and where could it happen? For example: after I pour coffee."),
                "if_then": _("What might get in the way? If it does, then I will ..."),
                "small": _("A version for a hard day, two minutes or from bed:"),
                "smaller": _("What would half of it be?"),
                "text": _("In your words:"),
            }[field]
        )
        line = self.talk.line(_("Type it, or Enter to leave it as it is:"))
        if not line:
            return
        if field == "smaller":
            self._change(text=line, sure=None)
        else:
            self._change(**{field: line})

    def _change(self, **changed: object) -> None:
        from peercompanion.practice import keeping

        step = replace(self.step, **changed)  # type: ignore[arg-type]
        self.face.keep(keeping.step(step, self.face.clock.now()))


def _in_short(step: Step) -> str:
    day = day_in_words(step.day) if step.day else ""
    return " · ".join(filter(None, [step.when, day]))

"""Small steps and goals: what may come next, and what was achieved, which stays to be seen."""

import datetime
from collections.abc import Iterable
from dataclasses import replace

from peercompanion.language import _, day_in_words
from peercompanion.practice import goals, keeping
from peercompanion.practice.day_words import landings
from peercompanion.practice.goals import Goal, Landed, Step
from peercompanion.sitting import Sitting
from peercompanion.tui.screens.asking import AskingPage
from peercompanion.tui.widgets.choices import Choice


class Steps(AskingPage):
    """Open steps first, then goals, then what was achieved."""

    def title_text(self) -> str:
        """Where this is."""
        return _("Small steps and goals")

    def lead(self) -> str:
        """What a step is."""
        return _("A step can be as small as you like, and can change or go at any time.")

    def rows(self) -> Iterable[Choice]:
        """Steps, goals, what was achieved."""
        steps = self.days.steps.values()
        for number, step in enumerate(goals.open_steps(steps, self.today), start=1):
            key = str(number) if number < 10 else ""
            yield Choice(step.text, step.id, key, note=in_short(step), mark="○")
        yield Choice(_("A new step"), "new-step", "a", mark="›")
        yield Choice(_("From a goal to small steps, a line at a time"), "tool", "t", mark="›")
        yield Choice(" ")
        yield Choice(_("Goals"))
        for goal in self.days.goals.values():
            if not goal.over:
                yield Choice(goal.text, goal.id, note=goal.matters, mark="›")
        yield Choice(_("A new goal"), "new-goal", "n", mark="›")
        over = [goal for goal in self.days.goals.values() if goal.over]
        achieved = goals.achieved(steps)
        if achieved or over:
            yield Choice(" ")
            yield Choice(_("What you did"))
        for step in achieved:
            day = day_in_words(step.landed_on) if step.landed_on else ""
            yield Choice(step.text, step.id, note=day, mark="●" if step.landed == "done" else "◐")
        for goal in over:
            yield Choice(goal.text, goal.id, mark="●")

    async def chosen(self, what: str, which: str) -> None:
        """Open a step or a goal, or begin one."""
        match what:
            case "new-step":
                self.ask(_("One thing that takes ten minutes or less:"), self._new_step)
            case "new-goal":
                words = _("What do you want more of, or less of, in your life?")
                self.ask(words, self._new_goal)
            case "tool":
                self.app.open_link("tool:core/small-steps")
            case "step":
                self.app.push_screen(StepPage(f"step:{which}", self.sitting))
            case "goal":
                self.app.push_screen(GoalPage(f"goal:{which}", self.sitting))

    def _new_step(self, line: str) -> None:
        step = Step(self.new_id("step"), line)
        self.keep(keeping.step(step, self.now), lambda: self._open(step))

    def _open(self, step: Step) -> None:
        self.app.push_screen(StepPage(step.id, self.sitting))

    def _new_goal(self, line: str) -> None:
        self.keep(keeping.goal(Goal(self.new_id("goal"), line), self.now))


class GoalPage(AskingPage):
    """One goal, with its steps."""

    def __init__(self, goal: str, sitting: Sitting) -> None:
        super().__init__(sitting)
        self.goal_id = goal

    @property
    def goal(self) -> Goal:
        """The goal as it is now."""
        return self.days.goals.get(self.goal_id) or Goal(self.goal_id, "…")

    def title_text(self) -> str:
        """Where this is."""
        return _("A goal")

    def lead(self) -> str:
        """The goal itself."""
        return self.goal.text

    def rows(self) -> Iterable[Choice]:
        """Its steps, and what can be changed."""
        mine = [step for step in self.days.steps.values() if step.goal == self.goal_id]
        for step in (*goals.open_steps(mine, self.today), *goals.achieved(mine)):
            mark = {"done": "●", "some": "◐"}.get(step.landed, "○")
            yield Choice(step.text, step.id, note=in_short(step), mark=mark)
        yield Choice(_("A small step toward it"), "new-step", "a", mark="›")
        yield Choice(_("What makes it matter"), "matters", "m", mark="›", note=self.goal.matters)
        yield Choice(_("Its words"), "text", "w", mark="›")
        over = _("Take it up again") if self.goal.over else _("Reached, or not mine any more")
        yield Choice(over, "over", "x", mark="›")

    async def chosen(self, what: str, which: str) -> None:
        """Change it, or begin a step."""
        goal = self.goal
        match what:
            case "step":
                self.app.push_screen(StepPage(f"step:{which}", self.sitting))
            case "new-step":
                words = _("One thing that takes ten minutes or less:")
                self.ask(words, self._new_step)
            case "matters":
                words = _("What makes it matter to you?")
                self.ask(
                    words, lambda line: self._change(replace(goal, matters=line)), goal.matters
                )
            case "text":
                self.ask(
                    _("In your words:"),
                    lambda line: self._change(replace(goal, text=line)),
                    goal.text,
                )
            case "over":
                self._change(replace(goal, over=not goal.over))

    def _new_step(self, line: str) -> None:
        step = Step(self.new_id("step"), line, goal=self.goal_id)
        self.keep(keeping.step(step, self.now))

    def _change(self, goal: Goal) -> None:
        self.keep(keeping.goal(goal, self.now))


class StepPage(AskingPage):
    """One step: what belongs to it, and where it landed."""

    def __init__(self, step: str, sitting: Sitting) -> None:
        super().__init__(sitting)
        self.step_id = step

    @property
    def step(self) -> Step:
        """The step as it is now."""
        return self.days.steps.get(self.step_id) or Step(self.step_id, "…")

    def title_text(self) -> str:
        """Where this is."""
        return _("A small step")

    def lead(self) -> str:
        """The step itself."""
        return self.step.text

    def rows(self) -> Iterable[Choice]:
        """Where it landed, then what belongs to it."""
        step = self.step
        yield Choice(_("Where did this land?"))
        for number, (landed, words) in enumerate(landings().items(), start=1):
            mark = "●" if step.landed == landed else "○"
            yield Choice(words, f"landed:{landed}", str(number), mark=mark)
        yield Choice(" ")
        if goals.smaller_is_offered(step) and step.open:
            yield Choice(_("Smaller, or keep it?"))
            yield Choice(_("Smaller"), "smaller", "l", mark="›")
            yield Choice(_("Keep it"), "keep", "k", mark="›")
            yield Choice(" ")
        sure = "" if step.sure is None else str(step.sure)
        day = day_in_words(step.day) if step.day else ""
        yield Choice(_("When and where"), "when", "w", mark="›", note=step.when)
        yield Choice(_("If and then"), "if_then", "i", mark="›", note=step.if_then)
        yield Choice(_("For a hard day"), "small", "b", mark="›", note=step.small)
        yield Choice(_("How sure, 0 to 10"), "sure", "u", mark="›", note=sure)
        yield Choice(_("A day, if you want one"), "day", "d", mark="›", note=day)
        yield Choice(_("Its words"), "text", "t", mark="›")

    async def chosen(self, what: str, which: str) -> None:
        """Say where it landed, or change what belongs to it."""
        step = self.step
        match what:
            case "landed":
                self._land(which)
            case "smaller":
                self.ask(_("What would half of it be?"), self._smaller, step.text)
            case "keep":
                self._change(sure=None)
            case "sure":
                sure = "" if step.sure is None else str(step.sure)
                self.ask(_("How sure are you that it fits, 0 to 10?"), self._set_sure, sure)
            case "day":
                self.ask(_("In how many days? 0 is today, no is no day."), self._set_day)
            case field:
                words, starters = self._question(field)
                value = str(getattr(step, field))
                self.ask(words, lambda line: self._change(**{field: line}), value, starters)

    def _question(self, field: str) -> tuple[str, tuple[str, ...]]:
        return {
            "when": (
                _("When and where could it happen?"),
                (_("After I pour coffee"), _("On the bus"), _("When I sit down at the table")),
            ),
            "if_then": (
                _("What might get in the way? If it does, then I will …"),
                (_("If it rains, then I will walk the hallway twice."),),
            ),
            "small": (_("A version for a hard day, two minutes or from bed:"), ()),
            "text": (_("In your words:"), ()),
        }[field]

    def _land(self, landed: Landed | str) -> None:
        taken_back = self.step.landed == landed
        self._change(
            landed="" if taken_back else landed,
            landed_on=None if taken_back else self.today,
            day=self.step.day if taken_back else None,
        )

    def _smaller(self, line: str) -> None:
        self._change(text=line, sure=None)

    def _set_sure(self, line: str) -> None:
        if line.isdecimal() and int(line) <= 10:
            self._change(sure=int(line))
        else:
            self.say(_("A number from 0 to 10."))

    def _set_day(self, line: str) -> None:
        if line.isdecimal() and int(line) <= 365:
            self._change(day=self.today + datetime.timedelta(days=int(line)))
        else:
            self._change(day=None)

    def _change(self, **changed: object) -> None:
        step = replace(self.step, **changed)  # type: ignore[arg-type]
        self.keep(keeping.step(step, self.now))


def in_short(step: Step) -> str:
    """What is known of a step beside its words."""
    day = day_in_words(step.day) if step.day else ""
    return " · ".join(filter(None, [step.when, day]))

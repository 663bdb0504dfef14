"""Small steps and goals: what may come next, and what was achieved, which stays to be seen."""

from collections.abc import Iterable

from peercompanion.daily.steps import OneStep
from peercompanion.daily.steps import Steps as Room
from peercompanion.language import _
from peercompanion.sitting import Sitting
from peercompanion.tui.screens.asking import AskingPage
from peercompanion.tui.widgets.choices import Choice


class Steps(AskingPage):
    """All steps and goals; or one goal with its steps."""

    def __init__(self, sitting: Sitting, goal: str = "") -> None:
        super().__init__(sitting)
        self.room = Room(sitting, goal)

    def place(self) -> str:
        """The goal, or all of them."""
        return self.room.goal_id or "steps"

    def title_text(self) -> str:
        """Where this is."""
        return _("A goal") if self.room.goal_id else _("Small steps and goals")

    def lead(self) -> str:
        """What a step is, or the goal itself."""
        return self.room.lead()

    def rows(self) -> Iterable[Choice]:
        """Steps, goals, what was achieved."""
        return self.room.rows(self.today)

    async def chosen(self, what: str, which: str) -> None:
        """Open a step or a goal, or begin one."""
        match what:
            case "tool":
                self.app.open_link(f"tool:{which}")
            case "step" | "goal":
                self._open(f"{what}:{which}")
            case "new-step" | "new-goal" if not self.room.goal_id:
                made = self.if_shown(lambda: self._open(self.room.made))
                self.follow(self.room.chosen(what, self.now), made)
            case _:
                self.follow(self.room.chosen(what, self.now))

    def _open(self, which: str) -> None:
        goal = which.startswith("goal:")
        page = Steps(self.sitting, which) if goal else StepPage(which, self.sitting)
        self.app.push_screen(page)


class StepPage(AskingPage):
    """One step: what belongs to it, and where it landed."""

    def __init__(self, step: str, sitting: Sitting) -> None:
        super().__init__(sitting)
        self.room = OneStep(sitting, step, self.app.leave_out)

    def place(self) -> str:
        """The step."""
        return self.room.step_id

    def title_text(self) -> str:
        """Where this is."""
        return _("A small step")

    def lead(self) -> str:
        """The step itself."""
        return self.room.step.text

    def rows(self) -> Iterable[Choice]:
        """Where it landed, then what belongs to it."""
        return self.room.rows()

    async def chosen(self, what: str, which: str) -> None:
        """Say where it landed, or change what belongs to it."""
        self.follow(self.room.chosen(f"{what}:{which}", self.now))

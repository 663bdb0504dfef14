"""Small steps and goals: what may come next, and what was achieved, which stays to be heard."""

from typing import TYPE_CHECKING

from peercompanion.daily.steps import OneStep, Steps
from peercompanion.language import _

if TYPE_CHECKING:
    from peercompanion.plain.companion import Companion


def steps(face: "Companion") -> None:
    """Open steps first, then goals, then what was achieved."""
    _steps(face, "")


def _steps(face: "Companion", goal: str) -> None:
    """All steps and goals; or one goal with its steps."""
    room = Steps(face.sitting, goal)

    def chosen(row: str) -> None:
        match row.partition(":")[0]:
            case "tool":
                from peercompanion.plain.guide import open_link

                open_link(face, row)
            case "step":
                one_step(face, row)
            case "goal":
                _steps(face, row)
            case _:
                kept = face.do(room.chosen(row, face.clock.now()))
                if kept and row in ("new-step", "new-goal") and not goal:
                    chosen(room.made)

    face.talk.say(room.lead())
    title = _("A goal") if goal else _("Small steps and goals")
    face.talk.room(title, lambda: room.rows(face.today), chosen)


def one_step(face: "Companion", step: str) -> None:
    """One step: where it landed, and what belongs to it."""
    room = OneStep(face.sitting, step, face.leave_out)

    face.talk.say(room.step.text)
    face.talk.room(
        _("A small step"),
        room.rows,
        lambda row: face.do(room.chosen(row, face.clock.now())),
    )

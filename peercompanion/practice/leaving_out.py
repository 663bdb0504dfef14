"""What a person asked to leave out: which guides fit, and which of their steps.

A guide that rests on something left out is not played at all; its other way is. A step that
holds it is left out. A held breath is simply not held.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # lists of exercises ask here too, and do without the models
    from peercompanion.packs.models.guides import Guide
    from peercompanion.packs.models.steps import AnyStep

LeaveOut = frozenset[str]
"""Any of `packs.models.fields.Contains`."""


def rests_on(contains: Iterable[str], leave_out: LeaveOut) -> bool:
    """Tell whether something rests on what is left out; a held breath can always be let go."""
    return bool((set(contains) & leave_out) - {"hold"})


def _holds(step: AnyStep) -> frozenset[str]:
    own = set(step.contains)
    if step.kind == "breathe":
        own.add("breath")
    elif step.kind == "tense":
        own.add("body")
    return frozenset(own)


def _unheld(step: AnyStep) -> AnyStep:
    return step.model_copy(update={"hold": 0, "rest": 0}) if step.kind == "breathe" else step


def steps_for(guide: Guide, *, small: bool, leave_out: LeaveOut) -> tuple[AnyStep, ...]:
    """The steps to walk through, in order; none when nothing of the guide is left.

    A guide without a small version is walked whole.
    """
    if rests_on(guide.contains, leave_out):
        return ()
    steps = tuple(
        step
        for step in (small and guide.small) or guide.step
        if step.group != "only" and not rests_on(_holds(step), leave_out)
    )
    return tuple(map(_unheld, steps)) if "hold" in leave_out else steps

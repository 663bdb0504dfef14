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
"""Any of `packs.vocabulary.Contains`."""


def rests_on(contains: Iterable[str], leave_out: LeaveOut) -> bool:
    """Tell whether something rests on what is left out; a held breath can always be let go."""
    return bool((set(contains) & leave_out) - {"hold"})


def version(guide: Guide, *, small: bool) -> tuple[AnyStep, ...]:
    """The steps as the pack has them; a guide without a small version is walked whole."""
    return (small and guide.small) or guide.step


def _without(step: AnyStep, leave_out: LeaveOut) -> AnyStep | None:
    """The step without what is left out, or None where nothing of it is left."""
    held = set(step.contains)
    if step.kind == "breathe":
        held.add("breath")
        if "hold" in leave_out:
            held.discard("hold")
            contains = tuple(each for each in step.contains if each != "hold")
            step = step.model_copy(update={"hold": 0, "rest": 0, "contains": contains})
    elif step.kind == "tense":
        held.add("body")
    return None if held & leave_out else step


def steps_for(
    guide: Guide, *, small: bool, leave_out: LeaveOut, group: bool = False
) -> tuple[AnyStep, ...]:
    """The steps to walk through, in order; none when nothing of the guide is left.

    Some steps are for groups alone, and some are not for groups.
    """
    if rests_on(guide.contains, leave_out):
        return ()
    others = False if group else "only"
    meant = (step for step in version(guide, small=small) if step.group != others)
    return tuple(left for step in meant if (left := _without(step, leave_out)))

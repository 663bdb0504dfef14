"""What may be offered when stress is high: the plan's own lines first, then gentle exercises."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from peercompanion.practice.leaving_out import LeaveOut, rests_on
from peercompanion.practice.support_plan import Thing

if TYPE_CHECKING:
    from peercompanion.packs.models.head import Head
    from peercompanion.practice.plan import Section, Written

FIRST = ("core/look-around", "core/feet-floor", "core/long-exhale")
"""What is offered before a plan is written, the gentlest and most outward one first."""
MORE = ("core/listen-closely",)
"""What else leads outward, of another kind than the first."""
FROM_THE_PLAN = ("first-ten", "lighter")
"""The sections whose lines are things to do."""


def things(
    sections: Iterable["Section"], heads: Mapping[str, "Head"], leave_out: LeaveOut
) -> list[Thing]:
    """Things to offer one at a time: the person's own, then exercises they have not named.

    Args:
        sections: The plan.
        heads: All exercises by full id.
        leave_out: What the person asked to leave out.
    """
    written = {section.part.slug: section.lines for section in sections}
    own = [
        thing
        for slug in FROM_THE_PLAN
        for number, line in enumerate(written.get(slug, ()))
        if (thing := _of_a_line(f"{slug}:{number}", line, heads, leave_out))
    ]
    named = {thing.item for thing in own}
    usual = (heads[item] for item in (*FIRST, *MORE) if item in heads and item not in named)
    return [*own, *(of_head(head) for head in usual if not rests_on(head.contains, leave_out))]


def of_head(head: "Head") -> Thing:
    """An exercise as one thing."""
    return Thing(head.id, head.title, head.id, head.kind, head.turns == "outward")


def _of_a_line(
    id_: str, line: "Written", heads: Mapping[str, "Head"], leave_out: LeaveOut
) -> Thing | None:
    head = heads.get(line.link.removeprefix("exercise:"))
    if head is None:
        return Thing(id_, line.text, link=line.link)
    if rests_on(head.contains, leave_out):
        return None
    return replace(of_head(head), id=id_, words=line.text)

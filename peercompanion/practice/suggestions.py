"""What might fit right now: at most five suggestions, each with its reason.

Nothing is random and nothing is hidden: the same records and the same answers give the same
suggestions, and the reason shown is the one that decided.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from peercompanion.practice.leaving_out import LeaveOut, rests_on

if TYPE_CHECKING:  # a list of suggestions is there before the models are
    from peercompanion.packs.models.head import Head
    from peercompanion.practice.glimpse import Glimpse

MOST = 5
ENOUGH = 3
"""With fewer than these, others follow that fit the place or the time less well."""
A_CHOICE = 2
"""With fewer than these, others follow that are for something else."""
OF_ONE_KIND = 2
"""At most so many suggestions are of the same kind, so that a choice is one."""
FIRST = ("core/look-around", "core/feet-floor", "core/long-exhale")
"""What many people begin with, in this order, where nothing is known yet: first an outward one."""


@dataclass(frozen=True)
class Eased:
    """How often an exercise eased things, of the times a person said how it was."""

    easier: int = 0
    harder: int = 0
    times: int = 0

    @property
    def score(self) -> float:
        """Where it stands, 0-1; one half where nothing is known, and few times weigh little."""
        return (self.easier + 1) / (self.times + self.harder + 2)


@dataclass(frozen=True)
class Suggestion:
    """An exercise that might fit, and why."""

    head: Head
    small: bool = False
    """The small version is meant: the whole one takes longer than there is time for."""
    eased: Eased = field(default_factory=Eased)
    like: str | None = None
    """What it was like when it eased; None when all times are counted."""

    @property
    def minutes(self) -> int:
        """About how long it takes."""
        return self.head.small_minutes if self.small else self.head.minutes


def eased(records: Iterable[Glimpse], like: str | None = None) -> dict[str, Eased]:
    """Count, for each exercise, how often it eased things (when it was like this)."""
    counts: dict[str, Counter[str]] = {}
    for record in records:
        if record.ease and like in (None, record.like):
            counts.setdefault(record.item, Counter())[record.ease] += 1
    return {
        item: Eased(count["easier"], count["harder"], count.total())
        for item, count in counts.items()
    }


def suggest(
    heads: Sequence[Head],
    records: Sequence[Glimpse] = (),
    *,
    like: str | None = None,
    minutes: int | None = None,
    where: str | None = None,
    leave_out: LeaveOut = frozenset(),
    harder: Iterable[str] = (),
) -> list[Suggestion]:
    """Suggest what might fit, best first.

    Args:
        heads: All exercises.
        records: What was practised lately.
        like: What it is like right now; None when skipped or not sure.
        minutes: How much time there is.
        where: Where the person is.
        leave_out: What the person asked to leave out.
        harder: Full ids of exercises that just made it harder: then only outward ones of another
            kind are offered, and never breathing.

    Returns:
        At most five. Where fewer than three fit, others follow for which the place, and then the
        time, is let go; where not even two are for what it is like, outward ones follow.
    """
    known = eased(records, like)
    after = frozenset(harder)
    not_again = {head.kind for head in heads if head.id in after}
    offered = [
        head
        for head in heads
        if _may_be_offered(head, leave_out)
        and (not after or (_leads_outward(head) and head.kind not in not_again))
    ]

    def alike(head: Head) -> bool:
        return like is None or like in head.for_

    found: list[Suggestion] = []
    for enough, fits in (
        (MOST, lambda head: alike(head) and _fits(head, where, minutes)),
        (ENOUGH, lambda head: alike(head) and _fits(head, None, minutes)),
        (ENOUGH, alike),
        (A_CHOICE, _leads_outward),
        (1, lambda _: True),
    ):
        if len(_mixed(found)) < enough:
            taken = {suggestion.head.id for suggestion in found}
            found += sorted(
                (
                    Suggestion(head, _small_for(head, minutes), known.get(head.id, Eased()), like)
                    for head in offered
                    if head.id not in taken and fits(head)
                ),
                key=_rank,
            )
    return _mixed(found)


def eased_before(
    heads: Sequence[Head], records: Sequence[Glimpse], leave_out: LeaveOut, most: int = 1
) -> list[Suggestion]:
    """What eased things most, and oftener than not; none when nothing did."""
    known = eased(records)
    found = [
        Suggestion(head, eased=known[head.id])
        for head in heads
        if head.id in known
        and known[head.id].easier > known[head.id].harder
        and _may_be_offered(head, leave_out)
    ]
    return sorted(found, key=_rank)[:most]


def one_minute(
    heads: Sequence[Head], records: Sequence[Glimpse], leave_out: LeaveOut
) -> Suggestion | None:
    """The exercise behind "One minute, now": what eased most in a minute, else a gentle first."""
    known = eased(records)
    short = (
        Suggestion(head, head.minutes > 1, known.get(head.id, Eased()))
        for head in heads
        if min(head.minutes, head.small_minutes) == 1 and _may_be_offered(head, leave_out)
    )
    return min(short, key=_rank, default=None)


def pick_one(suggestions: Sequence[Suggestion], picked: int) -> Suggestion | None:
    """Pick one for the person, another one each time it is asked."""
    return suggestions[picked % len(suggestions)] if suggestions else None


def another_way(head: Head, heads: Mapping[str, Head], leave_out: LeaveOut) -> Head | None:
    """The other way a pack names, or the next one that fits; None when there is none."""
    seen = {head.id}
    way = _named(head.instead, heads)
    while way and way.id not in seen:
        if _may_be_offered(way, leave_out):
            return way
        seen.add(way.id)
        way = _named(way.instead, heads)
    ways = (
        Suggestion(other)
        for other in heads.values()
        if other.id != head.id and _leads_outward(other) and _may_be_offered(other, leave_out)
    )
    found = min(ways, key=_rank, default=None)
    return found.head if found else None


def _named(name: str | None, heads: Mapping[str, Head]) -> Head | None:
    """The exercise of that name, or the one that is its adaptation."""
    adapted = (head for head in heads.values() if name and head.replaces == name)
    return heads.get(name or "") or next(adapted, None)


def _may_be_offered(head: Head, leave_out: LeaveOut) -> bool:
    return not head.hidden and head.group != "only" and not rests_on(head.contains, leave_out)


def _leads_outward(head: Head) -> bool:
    """Tell whether it fits after something made it harder; breathing never does."""
    return head.turns == "outward" and head.kind != "breathing" and "breath" not in head.contains


def _small_for(head: Head, minutes: int | None) -> bool:
    return minutes is not None and head.minutes > minutes


def _fits(head: Head, where: str | None, minutes: int | None) -> bool:
    in_time = minutes is None or min(head.small_minutes, head.minutes) <= minutes
    return in_time and (where is None or where in head.where or "anywhere" in head.where)


def _rank(suggestion: Suggestion) -> tuple[float, int, int, bool, str, str]:
    head, like = suggestion.head, suggestion.like
    first = FIRST.index(head.id) if head.id in FIRST else len(FIRST)
    near = head.for_.index(like) if like in head.for_ else 0
    inward = head.turns == "inward"
    return (-suggestion.eased.score, near, first, inward, head.title, head.id)


def _mixed(ranked: Iterable[Suggestion]) -> list[Suggestion]:
    kinds: Counter[str] = Counter()
    mixed = []
    for suggestion in ranked:
        kinds[suggestion.head.kind] += 1
        if kinds[suggestion.head.kind] <= OF_ONE_KIND:
            mixed.append(suggestion)
    return mixed[:MOST]

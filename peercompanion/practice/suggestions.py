"""What might fit right now: at most five suggestions, each with its reason.

Nothing is random and nothing is hidden: the same records and the same answers give the same
suggestions, and the reason shown is the one that decided.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from peercompanion.practice.leaving_out import LeaveOut, rests_on

MOST = 5
OF_ONE_KIND = 2
"""At most so many suggestions are of the same kind, so that a choice is one."""
FIRST = ("core/look-around", "core/feet-floor", "core/long-exhale")
"""What many people begin with, in this order, where nothing is known yet."""
ONE_MINUTE = "core/look-around"
"""Where nothing is known yet, the one-minute exercise: outward, and nothing in it is left out."""


class Head(Protocol):
    """What is known of an exercise without reading its steps (`packs.models.head`)."""

    @property
    def id(self) -> str: ...  # noqa: D102
    @property
    def title(self) -> str: ...  # noqa: D102
    @property
    def kind(self) -> str: ...  # noqa: D102
    @property
    def minutes(self) -> int: ...  # noqa: D102
    @property
    def small_minutes(self) -> int: ...  # noqa: D102
    @property
    def for_(self) -> tuple[str, ...]: ...  # noqa: D102
    @property
    def where(self) -> tuple[str, ...]: ...  # noqa: D102
    @property
    def turns(self) -> str: ...  # noqa: D102
    @property
    def contains(self) -> tuple[str, ...]: ...  # noqa: D102
    @property
    def hidden(self) -> bool: ...  # noqa: D102
    @property
    def group(self) -> bool | str: ...  # noqa: D102
    @property
    def instead(self) -> str | None: ...  # noqa: D102


class Practice(Protocol):
    """What a suggestion needs of a record (`practice.records.Practised`)."""

    @property
    def item(self) -> str: ...  # noqa: D102
    @property
    def like(self) -> str | None: ...  # noqa: D102
    @property
    def ease(self) -> str | None: ...  # noqa: D102


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


def eased(records: Iterable[Practice], like: str | None = None) -> dict[str, Eased]:
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
    records: Sequence[Practice] = (),
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
        At most five. Where too few fit, the place and then the time are let go.
    """
    known = eased(records, like)
    after = [head for head in heads if head.id in set(harder)]
    fitting = [
        head
        for head in heads
        if _may_be_offered(head, leave_out)
        and (like is None or like in head.for_)
        and _another_way(head, after)
    ]
    chosen: list[Suggestion] = []
    for wanted_where, wanted_minutes in ((where, minutes), (None, minutes), (None, None)):
        ranked = sorted(
            (
                Suggestion(
                    head, _small_for(head, wanted_minutes), known.get(head.id, Eased()), like
                )
                for head in fitting
                if _fits(head, wanted_where, wanted_minutes)
            ),
            key=lambda suggestion: _rank(suggestion, like),
        )
        chosen = _mixed(ranked)
        if len(chosen) >= min(3, len(fitting)):
            break
    return chosen


def eased_before(
    heads: Sequence[Head], records: Sequence[Practice], leave_out: LeaveOut, most: int = 1
) -> list[Suggestion]:
    """What eased things most, of all that was practised lately; none when nothing did."""
    known = eased(records)
    found = [
        Suggestion(head, eased=known[head.id])
        for head in heads
        if head.id in known and known[head.id].easier and not rests_on(head.contains, leave_out)
    ]
    return sorted(found, key=lambda suggestion: _rank(suggestion, None))[:most]


def one_minute(
    heads: Sequence[Head], records: Sequence[Practice], leave_out: LeaveOut
) -> Suggestion | None:
    """The exercise behind "One minute, now": what eased most in a minute, else a gentle first."""
    short = [head for head in heads if head.small_minutes == 1]
    best = eased_before(short, records, leave_out)
    first = [Suggestion(head) for head in short if head.id == ONE_MINUTE]
    found = next(iter(best or first or map(Suggestion, short)), None)
    return found and Suggestion(found.head, found.head.minutes > 1, found.eased)


def pick_one(suggestions: Sequence[Suggestion], picked: int) -> Suggestion | None:
    """Pick one for the person, another one each time it is asked."""
    return suggestions[picked % len(suggestions)] if suggestions else None


def another_way(head: Head, heads: Mapping[str, Head], leave_out: LeaveOut) -> Head | None:
    """The other way a pack names, or the next one that fits; None when there is none."""
    seen = {head.id}
    way = head.instead and heads.get(head.instead)
    while way and way.id not in seen:
        if not rests_on(way.contains, leave_out):
            return way
        seen.add(way.id)
        way = way.instead and heads.get(way.instead)
    ways = (other for other in heads.values() if other.id not in seen)
    return next((o for o in ways if o.turns == "outward" and _may_be_offered(o, leave_out)), None)


def _may_be_offered(head: Head, leave_out: LeaveOut) -> bool:
    return not head.hidden and head.group != "only" and not rests_on(head.contains, leave_out)


def _another_way(head: Head, harder: Sequence[Head]) -> bool:
    if not harder:
        return True
    outward = head.turns == "outward" and head.kind != "breathing" and "breath" not in head.contains
    return outward and all(head.kind != other.kind for other in harder)


def _small_for(head: Head, minutes: int | None) -> bool:
    return minutes is not None and head.minutes > minutes


def _fits(head: Head, where: str | None, minutes: int | None) -> bool:
    in_time = minutes is None or min(head.small_minutes, head.minutes) <= minutes
    return in_time and (where is None or where in head.where or "anywhere" in head.where)


def _rank(suggestion: Suggestion, like: str | None) -> tuple[float, int, int, int, str]:
    head = suggestion.head
    first = FIRST.index(head.id) if head.id in FIRST else len(FIRST)
    near = head.for_.index(like) if like in head.for_ else 0
    return (-suggestion.eased.score, near, first, head.turns == "inward", head.title)


def _mixed(ranked: Iterable[Suggestion]) -> list[Suggestion]:
    kinds: Counter[str] = Counter()
    mixed = []
    for suggestion in ranked:
        kinds[suggestion.head.kind] += 1
        if kinds[suggestion.head.kind] <= OF_ONE_KIND:
            mixed.append(suggestion)
    return mixed[:MOST]

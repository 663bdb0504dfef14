"""What the screens share while the app is open: what was read, and what the sitting brought."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, cast

from peercompanion.kept import Draft, Kept
from peercompanion.packs.library import Library
from peercompanion.packs.models.head import Head
from peercompanion.practice import suggestions
from peercompanion.practice.glimpse import Glimpse
from peercompanion.practice.leaving_out import rests_on

if TYPE_CHECKING:
    from peercompanion.packs.models.guides import Exercise
    from peercompanion.packs.models.steps import AnyStep
    from peercompanion.packs.models.words import Cautions, Feelings, Scales, Strengths
    from peercompanion.packs.vocabulary import Contains
    from peercompanion.practice.days import Days
    from peercompanion.practice.player import Player


@dataclass
class Sitting:
    """What was read once after the first frame, and what this sitting has brought so far."""

    library: Library
    kept: Kept
    records: list[Glimpse]
    """What was practised lately, oldest first; grows as more is kept."""
    days: "Days"
    """The daily half of lately; takes in what is kept."""
    like: str | None = None
    """What it is like right now, where the person said so."""
    harder: list[str] = field(default_factory=list)
    """Ids of exercises that just made it harder."""
    picked: int = 0
    """How often "pick one for me" was asked."""

    @cached_property
    def heads(self) -> Mapping[str, Head]:
        """All exercises by full id, as far as their heads tell."""
        return {head.id: head for head in self.library.heads()}

    def take(self, library: Library) -> None:
        """Go on with another library: the same packs in another language."""
        self.library = library
        self.__dict__.pop("heads", None)

    def exercise(self, item: str) -> "Exercise | None":
        """An exercise by its full id; None when it cannot be read."""
        found = self.library.item("exercises", item)
        return None if isinstance(found, list) else cast("Exercise", found)

    def suggest(
        self,
        leave_out: "frozenset[Contains]",
        *,
        minutes: int | None = None,
        where: str | None = None,
    ) -> list[suggestions.Suggestion]:
        """What might fit right now, best first."""
        return suggestions.suggest(
            list(self.heads.values()),
            self.records,
            like=self.like,
            minutes=minutes,
            where=where,
            leave_out=leave_out,
            harder=self.harder,
        )

    def pick(self, found: Sequence[suggestions.Suggestion]) -> suggestions.Suggestion | None:
        """Pick one of some suggestions, another one each time."""
        picked = suggestions.pick_one(found, self.picked)
        self.picked += 1
        return picked

    def eased(self, most: int, leave_out: "frozenset[Contains]") -> list[suggestions.Suggestion]:
        """What has eased things before."""
        return suggestions.eased_before(list(self.heads.values()), self.records, leave_out, most)

    def one_minute(self, leave_out: "frozenset[Contains]") -> suggestions.Suggestion | None:
        """What "One minute, now" begins."""
        return suggestions.one_minute(list(self.heads.values()), self.records, leave_out)

    def other_way(self, item: str, leave_out: "frozenset[Contains]") -> str | None:
        """Full id of the other way than this exercise."""
        head = self.heads.get(item)
        way = head and suggestions.another_way(head, self.heads, leave_out)
        return way.id if way else None

    def first_that_fits(self, items: Sequence[str], leave_out: "frozenset[Contains]") -> str | None:
        """The first of some exercises that rests on nothing left out, else another way."""
        heads = [self.heads[item] for item in items if item in self.heads]
        fitting = (head.id for head in heads if not rests_on(head.contains, leave_out))
        return next(fitting, None) or (self.other_way(items[0], leave_out) if items else None)

    def pace(self, item: str) -> float:
        """The pace this exercise was last followed at, in seconds added to each breath."""
        return next((r.pace for r in reversed(self.records) if r.item == item), 0.0)

    def draft(self, item: str) -> Draft | None:
        """The draft of this guide, where it was left half-way."""
        return next((draft for draft in self.kept.drafts() if draft.item == item), None)

    def offered(self, step: "AnyStep", player: "Player") -> Sequence[tuple[str, str]]:
        """Id and words of what can be picked at a step."""
        if step.kind != "pick":
            return ()
        if step.words:
            return [(word, word) for word in self._word_list(step.words)]
        options = [(option.id, option.text) for option in step.options]
        return options + [(line, line) for line in player.lines()]

    def ends(self, step: "AnyStep") -> tuple[str, str]:
        """The words at the two ends of a step's scale."""
        if step.kind != "rate":
            return ("", "")
        low, high = self._scale_ends(step.scale) if step.scale else ("", "")
        return (step.low or low, step.high or high)

    def cautions(self, names: Sequence[str]) -> list[str]:
        """The texts of shared cautions, in the order they are named."""
        words = cast("Cautions", self.library.words("cautions"))
        texts = {caution.id: caution.text for caution in words.caution}
        return [texts[name] for name in names if name in texts]

    def _word_list(self, name: str) -> list[str]:
        if name == "strengths":
            return list(cast("Strengths", self.library.words("strengths")).items)
        families = cast("Feelings", self.library.words("feelings")).family
        return [word for family in families for word in family.words]

    def _scale_ends(self, name: str) -> tuple[str, str]:
        scales = cast("Scales", self.library.words("scales")).scale
        found = next((scale.anchors for scale in scales if scale.id == name), ())
        texts = {anchor.at: anchor.text for anchor in found}
        return (texts.get(0, ""), texts.get(10, ""))

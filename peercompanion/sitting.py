"""What both faces share while the app is open: what was read, and what the sitting brought."""

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Self, cast

from peercompanion.kept import Draft, Kept
from peercompanion.language import _, wanted
from peercompanion.packs.library import Library
from peercompanion.packs.models.head import Head
from peercompanion.places import Places, content
from peercompanion.practice import suggestions
from peercompanion.practice.glimpse import Glimpse
from peercompanion.practice.leaving_out import LeaveOut, rests_on, steps_for
from peercompanion.practice.opening_hours import open_first
from peercompanion.practice.plan import STEADY, WELL, lines_of

if TYPE_CHECKING:
    from peercompanion.packs.help_lines import HelpLine
    from peercompanion.packs.models import Plan, Resource
    from peercompanion.packs.models.guides import Exercise, Guide
    from peercompanion.packs.models.steps import AnyStep
    from peercompanion.packs.models.words import Cautions, Feelings, Scales, Strengths, Walk
    from peercompanion.packs.vocabulary import Contains
    from peercompanion.practice.days import Days
    from peercompanion.practice.plan import Section
    from peercompanion.practice.player import Player
    from peercompanion.practice.records import Record
    from peercompanion.session import Card

GUIDES = {
    "": "exercises",
    "exercise": "exercises",
    "tool": "tools",
    "checkin": "checkins",
    "session": "sessions",
}
"""Where each type of guide lies in a pack; a full id alone is an exercise's."""

MOST_SKILLS = 3
"""Skills that are offered at once."""


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
    just_done: str = ""
    """Full id of the exercise that was gone through before a walk: it is not the first again."""
    picked: int = 0
    """How often "pick one for me" was asked."""
    card: "Card | None" = None
    """What was since last time, with what the person did to it."""
    after_care: bool = field(init=False)
    """The after-care list was wished for last time, and is offered in this sitting alone."""

    @classmethod
    def begun(cls, places: Places, kept: Kept, chosen: str | None, today: datetime.date) -> Self:
        """Read what the packs offer, and what was practised and done lately.

        Args:
            places: Where the packs lie.
            kept: What is kept.
            chosen: The language of the preferences; None follows the environment.
            today: The local day it is.
        """
        spoken = wanted(chosen)[0].split("-")[0]
        library = Library([places.packs, content()], language=spoken)
        return cls(library, kept, kept.glimpses(today), kept.lately(today))

    def __post_init__(self) -> None:
        """Know of the wish before this sitting brings another."""
        self.after_care = self.days.plans.after_care

    @cached_property
    def heads(self) -> Mapping[str, Head]:
        """All exercises by full id, as far as their heads tell."""
        return {head.id: head for head in self.library.heads()}

    def read_again(self, today: datetime.date) -> None:
        """Take up what another window, a command or another device wrote."""
        self.records[:] = self.kept.glimpses(today)
        self.days = self.kept.lately(today)

    def take(self, library: Library) -> None:
        """Go on with another library: the same packs in another language."""
        self.library = library
        self.__dict__.pop("heads", None)

    def exercise(self, item: str) -> "Exercise | None":
        """An exercise by its full id; None when it cannot be read."""
        return cast("Exercise | None", self.guide(item))

    def guide(self, item: str) -> "Guide | None":
        """A guide of any type, an exercise by its full id, others as `tool:core/weighing`.

        None when it cannot be read.
        """
        kind, _colon, full = item.rpartition(":")
        found = self.library.item(GUIDES[kind], full)
        return None if isinstance(found, list) else cast("Guide", found)

    def plan(self, full: str) -> "Plan | None":
        """A plan by its full id; None when it cannot be read."""
        found = self.library.item("plans", full)
        return None if isinstance(found, list) else cast("Plan", found)

    def sections(self, full: str, *, hidden: bool = False) -> "list[Section]":
        """The sections of a plan, with what is written in them."""
        plan = self.plan(full)
        return self.days.plans.sections(plan, full, hidden=hidden) if plan else []

    def plan_of(self, section: str) -> str:
        """The full id of the plan a section is in: what keeps well, else the support plan."""
        well = self.plan(WELL)
        return WELL if well and any(each.id == section for each in well.section) else STEADY

    def section_title(self, section: str) -> str:
        """What a section of a plan is called by its pack; its id where that is not known."""
        plan = self.plan(self.plan_of(section))
        found = (each.title for each in plan.section if each.id == section) if plan else iter(())
        return next(found, section)

    def plan_as_text(self, region: str | None) -> str:
        """The support plan to be read without the app; private parts and people stay out."""
        from peercompanion import paper

        plan, people = self.plan(STEADY), self.days.plans.people()
        title = plan.title if plan else _("My plan")
        page = paper.sheet(title, self.sections(STEADY), people, self.help_lines(region))
        return paper.as_text(page)

    def copy_plan(self, region: str | None, after: "Record | None" = None) -> None:
        """Write the copy of the support plan that can be read without the app, where it differs.

        Args:
            region: Whose help lines stand at its end.
            after: What was kept just now; the copy stays when that is no part of the plan.
        """
        plans = self.days.plans
        if after is None or after.kind in ("plan", "person", "place"):  # type: ignore[attr-defined]
            written = plans.people() or any(part.lines for part in plans.parts.values())
            self.kept.copy_plan(self.plan_as_text(region) if written else "")

    def help_lines(self, region: str | None) -> "tuple[HelpLine, ...]":
        """The lines of a region, those that packs add among them."""
        from peercompanion.packs import help_lines

        return help_lines.help_lines(region, self._added_lines())

    def help_line(self, full: str) -> "HelpLine | None":
        """A line of any region by its full id; None when it cannot be read."""
        from peercompanion.packs.help_lines import line_of

        found = self.library.item("resources", full)
        return None if isinstance(found, list) else line_of(full, cast("Resource", found))

    def lines_for_a_talk(self, region: str | None, now: datetime.datetime) -> "list[HelpLine]":
        """A few lines to try one after the other: the person's own, then those for anyone.

        Warm lines come before crisis lines and lists; whatever is closed now comes last.
        """
        from peercompanion.packs.help_lines import TALK

        named = [line.link for line in lines_of(self.sections(STEADY), "lines") if line.link]
        here = self.help_lines(region)
        own = [line for link in named for line in here if link == f"resource:{line.id}"]
        usual = (line for role in TALK for line in here if line.role == role and line.for_anyone)
        return open_first({line.id: line for line in (*own, *usual)}.values(), now)

    def _added_lines(self) -> "list[tuple[str, Resource]]":
        full_ids = (full for full in self.library.ids("resources") if not full.startswith("core/"))
        opened = [(full, self.library.item("resources", full)) for full in full_ids]
        return [(full, cast("Resource", one)) for full, one in opened if not isinstance(one, list)]

    def steady_lines(self, items: Sequence[str], leave_out: "frozenset[Contains]") -> list[str]:
        """One steady thing to read at a glance: the small version of the first that fits.

        What just made it harder is passed over.
        """
        calm = [item for item in items if item not in self.harder] or list(items)
        item = self.first_that_fits(calm, leave_out)
        guide = self.exercise(item) if item else None
        steps = steps_for(guide, small=True, leave_out=leave_out) if guide else ()
        said = [words for step in steps if (words := getattr(step, "text", None))]
        return said or [_("Look at one thing near you, and name its color.")]

    def sentence(self, name: str) -> str:
        """A sentence of the walk through the plan; empty where it cannot be read."""
        try:
            said = cast("Walk", self.library.words("walk")).sentence
        except LookupError:
            return ""
        return next((each.text for each in said if each.id == name), "")

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

    def eased(self, most: int, leave_out: LeaveOut) -> list[suggestions.Suggestion]:
        """What has eased things before."""
        return suggestions.eased_before(list(self.heads.values()), self.records, leave_out, most)

    def named(self, kind: str, leave_out: LeaveOut) -> tuple[str, ...]:
        """What the person named of a kind, the latest first; a skill is what eased things most."""
        if kind == "skill":
            return tuple(each.head.title for each in self.eased(MOST_SKILLS, leave_out))
        if kind == "goal":
            goals = sorted(self.days.goals.values(), key=lambda each: each.id, reverse=True)
            return tuple(each.text for each in goals if not each.over)
        return self.days.texts(kind)

    def one_minute(self, leave_out: "frozenset[Contains]") -> suggestions.Suggestion | None:
        """What "One minute, now" begins."""
        return suggestions.one_minute(list(self.heads.values()), self.records, leave_out)

    def other_way(self, item: str, leave_out: "frozenset[Contains]") -> str | None:
        """Full id of the other way than this guide: an exercise."""
        if (head := self.heads.get(item)) is None:
            return self._instead(item, leave_out)
        way = head and suggestions.another_way(head, self.heads, leave_out)
        return way.id if way else None

    def _instead(self, item: str, leave_out: "frozenset[Contains]") -> str | None:
        guide, pack = self.guide(item), item.rpartition(":")[2].partition("/")[0]
        ref = guide and guide.instead
        full = self.library.full_id("exercises", ref, pack=pack) if ref else None
        return self.first_that_fits([full], leave_out) if full else None

    def first_that_fits(self, items: Sequence[str], leave_out: "frozenset[Contains]") -> str | None:
        """The first of some exercises that rests on nothing left out, else another way."""
        heads = [self.heads[item] for item in items if item in self.heads]
        fitting = (head.id for head in heads if not rests_on(head.contains, leave_out))
        return next(fitting, None) or (self.other_way(items[0], leave_out) if items else None)

    def pace(self, item: str) -> float:
        """The pace this exercise was last followed at, in seconds added to each breath."""
        return next((r.pace for r in reversed(self.records) if r.item == item), 0.0)

    def player(
        self,
        item: str,
        leave_out: "frozenset[Contains]",
        names: Mapping[str, str],
        *,
        small: bool = False,
        resume: bool = False,
    ) -> "Player | None":
        """A walk through a guide; None when it cannot be read.

        Args:
            item: Its id, as `guide` takes it.
            leave_out: What the person asked to leave out.
            names: What `{help_key}`, `{emergency}` and `{crisis}` stand for here.
            small: Its small version.
            resume: From where its draft was left.
        """
        from peercompanion.practice.player import Player
        from peercompanion.practice.records import from_file

        guide = self.guide(item)
        if guide is None:
            return None
        draft = self.draft(item) if resume else None
        small = draft.small if draft else small
        player = Player(guide, small, leave_out, self.pace(item), names)
        if draft:
            player.go_to(draft.step, from_file(draft.answers))
        return player

    def take_in(self, record: "Record") -> None:
        """Know of what was practised before it is on disk, so that nothing waits for the disk."""
        from peercompanion.practice.records import Practised

        if isinstance(record, Practised):
            others = [other for other in self.records if other.id != record.id]
            self.records[:] = [*others, Glimpse.of(record)]

    def keep(self, record: "Record", *, again: bool = False) -> None:
        """Keep a record; when this returns, it is on disk.

        Args:
            record: What happened.
            again: It is another version of a record kept before.

        Raises:
            NotKept: It could not be kept; this sitting knows of it all the same.

        """
        self.take_in(record)
        (self.kept.revise if again else self.kept.put)(record)
        self.days.take(record.model_dump())

    def title_of(self, item: str) -> str | None:
        """The title of a guide, as `guide` takes it, without the models."""
        kind, _colon, full = item.rpartition(":")
        head = self.heads.get(item)
        return head.title if head else self.library.title(GUIDES.get(kind, kind), full)

    def draft(self, item: str) -> Draft | None:
        """The draft of this guide, where it was left half-way."""
        return next((draft for draft in self.kept.drafts() if draft.item == item), None)

    def offered(self, step: "AnyStep", player: "Player") -> Sequence[tuple[str, str]]:
        """Id and words of what can be picked at a step, or was named before and may be again."""
        if step.kind in ("ask", "list"):
            from peercompanion.practice.produced import named_in

            named = self.named(step.asks_for, player.leave_out)
            names = (*named_in(player, step), *named)
            return [(name, name) for name in dict.fromkeys(names)]
        if step.kind != "pick":
            return ()
        if step.words:
            own = self.days.texts("strength") if step.words == "strengths" else ()
            return [(word, word) for word in dict.fromkeys((*own, *self._word_list(step.words)))]
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

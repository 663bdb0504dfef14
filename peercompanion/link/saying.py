"""What a console says to the supporter about a step: their words for it, and what comes next."""

from dataclasses import dataclass

from peercompanion.language import _
from peercompanion.link.guides import Guides
from peercompanion.link.messages import Scene
from peercompanion.link.slides import of_step, parts
from peercompanion.packs.help_lines import names
from peercompanion.packs.models.guides import Guide
from peercompanion.packs.models.steps import AnyStep, Open, Say
from peercompanion.practice.answers import filled
from peercompanion.practice.leaving_out import steps_for
from peercompanion.practice.pacer import Cue
from peercompanion.practice.player import View
from peercompanion.practice.words import about_minutes, cue_word

MOST_WORDS = 25
"""Words on one line of what is said."""


@dataclass(frozen=True)
class Place:
    """A step of a guide, as the console looks at it: on the stage, or where it browses."""

    guide: Guide | None
    steps: tuple[AnyStep, ...]
    at: int | None
    """Which step; None before the first."""
    names: dict[str, str]

    @property
    def step(self) -> AnyStep | None:
        """The step itself."""
        return self.steps[self.at] if self.at is not None and self.at < len(self.steps) else None

    @property
    def following(self) -> AnyStep | None:
        """The one after it."""
        after = 0 if self.at is None else self.at + 1
        return self.steps[after] if after < len(self.steps) else None


def place(guides: Guides, scene: Scene, step: str | None) -> Place:
    """Find where a step of the guide on the stage is."""
    guide = guides.guide(scene.item)
    known = dict(names(scene.regions[0] if scene.regions else None, help_key="h"))
    if guide is None:
        return Place(None, (), None, known)
    left_out = frozenset(scene.without)
    steps = steps_for(guide, small=scene.small, leave_out=left_out, group=scene.group)
    at = next((n for n, each in enumerate(steps) if each.id == step), None)
    return Place(guide, steps, at, known)


def said(here: Place, scene: Scene) -> list[str]:
    """Words to say now, at most 25 on a line."""
    if here.guide is None:
        return [_("Welcome. We begin in a moment.")]
    if here.step is None:
        minutes = here.guide.small_minutes if scene.small else here.guide.minutes
        told = _(
            "We can try “{title}”, if you like. It takes {minutes}. Eyes open is fine. "
            "Stop, or do something else, at any time. Camera on or off."
        )
        words = told.format(title=here.guide.title, minutes=about_minutes(minutes))
        caution = [here.guide.first_line] if here.guide.first_line else []
        return [filled(line, here.names, {}) for line in (*in_lines(words), *caution)]
    words = here.step.aloud or here.step.text or ""
    return in_lines(filled(words, here.names, {}))


def in_lines(words: str) -> list[str]:
    """Break words after sentences, and where a sentence is longer than 25 words."""
    lines: list[str] = []
    for sentence in words.replace("\n", " \n").replace(". ", ".\n").split("\n"):
        each = sentence.split()
        lines += [" ".join(each[at : at + MOST_WORDS]) for at in range(0, len(each), MOST_WORDS)]
    return lines


def private(here: Place) -> str:
    """What only the supporter sees here."""
    if here.step is not None:
        return filled(here.step.private or "", here.names, {})
    guide = here.guide
    return filled((guide.live or guide.more or "") if guide else "", here.names, {})


def next_part(here: Place, scene: Scene) -> str:
    """The next card of the same step; empty where there is none."""
    if here.step is None or scene.part + 1 >= scene.parts:
        return ""
    view = View(here.step, 1, 1, filled(here.step.text or "", here.names, {}), here.step.hint or "")
    cards = of_step(view, scene.noticed)
    return " ".join(cards[min(scene.part + 1, len(cards) - 1)])


def in_short(step: AnyStep | None, known: dict[str, str]) -> str:
    """A step in one line."""
    if step is None:
        return _("the end of it")
    first = parts(filled(step.title or step.text or step.kind, known, {}))[0]
    return " ".join(first)


def on_stage(scene: Scene, here: Place) -> str:
    """What others see right now, in a few words."""
    if scene.cover:
        return _("nothing, it is blank")
    cards = {
        "lines": _("help lines"),
        "board": _("the board"),
        "latecomer": _("the welcome for a latecomer"),
        "thanks": _("Thank you."),
    }
    if scene.card:
        return cards[scene.card]
    match scene.base:
        case "neutral":
            return _("the first card")
        case "consent":
            return _("what comes, “{title}”").format(title=here.guide.title if here.guide else "")
        case "rest":
            return _("the end of it")
    if scene.cue:
        return cue_word(Cue(scene.cue))
    return in_short(here.step, here.names)


def seconds_of(step: AnyStep | None) -> float | None:
    """Time set aside for a step, in seconds."""
    return step.seconds if isinstance(step, Say | Open) else None


def offered(step: AnyStep | None, guides: Guides) -> str | None:
    """What a part of an agenda offers to open on the stage."""
    return guides.full(step.item.partition("#")[0]) if isinstance(step, Open) else None


@dataclass(frozen=True)
class Words:
    """All a supporter reads at a step.

    Attributes:
        title: Of the guide; empty where there is none.
        number: Which step, such as 2 of 5; 0 before the first.
        of: How many there are.
        say: What to say, a line each.
        further: The next card of the same step; empty where there is none.
        private: What only the supporter sees.
        opens: The title of what this part of an agenda offers to open; empty for nothing.
        next: The next step, in a line.
    """

    title: str
    number: int
    of: int
    say: tuple[str, ...]
    further: str
    private: str
    opens: str
    next: str


def words(here: Place, scene: Scene, guides: Guides) -> Words:
    """What a supporter reads at a step."""
    offers = offered(here.step, guides)
    opened = guides.guide(offers)
    return Words(
        title=here.guide.title if here.guide else "",
        number=0 if here.at is None else here.at + 1,
        of=len(here.steps),
        say=tuple(said(here, scene)),
        further=next_part(here, scene),
        private=private(here),
        opens=(opened.title if opened else offers) or "",
        next=in_short(here.following, here.names) if here.guide else "",
    )

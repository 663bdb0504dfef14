"""What the console says to the supporter: their words for a step, what comes next, and cards."""

from collections.abc import Sequence
from dataclasses import dataclass

from peercompanion.language import _
from peercompanion.link.guides import Guides
from peercompanion.link.messages import Scene
from peercompanion.link.slides import of_step, parts
from peercompanion.packs.help_lines import first_lines, names, sentence
from peercompanion.packs.models.guides import Guide
from peercompanion.packs.models.steps import AnyStep, Open, Say
from peercompanion.practice.answers import filled
from peercompanion.practice.leaving_out import steps_for
from peercompanion.practice.pacer import Cue
from peercompanion.practice.player import View
from peercompanion.practice.words import about_minutes, cue_word

MOST_WORDS = 25
"""Words on one line of what is said."""
FEW_COLUMNS = 100
"""More than that, and the letters look small on a share."""


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
    for sentence_ in words.replace("\n", " \n").replace(". ", ".\n").split("\n"):
        each = sentence_.split()
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
            return _("what comes: {title}").format(title=here.guide.title if here.guide else "")
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


def preflight(columns: int | None, lead: str) -> list[str]:
    """Six lines before others see anything."""
    size = _("The stage has {n} columns. Good.").format(n=columns)
    if columns is None:
        size = _("The stage is not there yet: `peercompanion live` in another window.")
    elif columns > FEW_COLUMNS:
        size = _(
            "Text will look small. Make the letters bigger until this says 80. Now: {n}."
        ).format(n=columns)
    return [
        _("Share this window alone: “PeerCompanion - SHARE THIS WINDOW”."),
        size,
        _("Notifications and chats pop up on a share: switch them off."),
        _("{lead} leads. It can change at any time.").format(lead=leads()[lead]),
        _("Ask before recording. Let no be the usual answer."),
        _("A private spot is asked for by the word you agreed on, never on the screen."),
    ]


def leads() -> dict[str, str]:
    """Who leads, in words."""
    return {
        "screen": _("The screen"),
        "voice": _("Your voice"),
        "own": _("Everyone's own pace"),
    }


def serious(regions: Sequence[str], *, group: bool, agency: Sequence[str]) -> list[str]:
    """What to say and do when someone may be in danger. The stage is blank meanwhile."""
    lines = [
        _("The stage is blank. Say:"),
        _("“I am staying with you. I am worried because …"),
        _("Are you thinking about suicide? Where are you now?”"),
        "",
        _("My agency's steps:"),
        *(agency or [_("(write them into agency-steps.txt beside the settings)")]),
        "",
    ]
    for region in regions or (None,):
        first = [line for line in first_lines(region) if line.role in ("emergency", "crisis")]
        lines += [f"{region or ''}  {sentence(line)}  {line.title}".strip() for line in first]
    if not any(regions):
        lines.append(_("Emergency number where they are · findahelpline.com"))
    lines += ["", _("Bring them in together. Call your supervisor.")]
    if group:
        lines.append(_("One of you stays with the group, one with the person."))
    return lines


def after_the_call() -> list[str]:
    """Three minutes for oneself."""
    return [
        _("Three minutes for you."),
        "",
        _("What do I put down?"),
        _("Who do I tell?"),
        _("What is next for me?"),
    ]


def all_keys() -> list[tuple[str, str]]:
    """Every key of the console, with what it does."""
    return [
        ("→ ←", _("the next card or step, and back; PageUp and PageDown as well")),
        ("space", _("start, pause or go on with a pacer; one more thing noticed")),
        ("b .", _("blank the stage, and bring back the very same")),
        ("esc esc", _("hide the stage and pause")),
        ("h l", _("help lines on the stage, or away")),
        ("!", _("a serious moment: blank, and what to say")),
        ("+ -", _("longer or shorter breaths")),
        ("o s", _("the other way; the small version")),
        ("g a", _("open an exercise or tool; an agenda")),
        ("e u", _("open what this part offers; on with the agenda")),
        ("f enter", _("freeze the stage and look ahead; take the stage there")),
        ("w", _("who leads: the screen, your voice, everyone's own pace")),
        ("d", _("the board")),
        ("t z", _("welcome a latecomer; thank you")),
        ("p c", _("before the call; after the call")),
        ("T", _("take over from another console")),
        ("q", _("leave; the stage finishes the breath and holds its card")),
    ]

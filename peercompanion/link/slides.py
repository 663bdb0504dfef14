"""What one card on the stage holds: at most seven lines of forty cells, a word and a bar."""

from dataclasses import dataclass
from math import ceil
from typing import Literal

from peercompanion.language import _
from peercompanion.link.messages import MOST_LINES, WIDEST
from peercompanion.packs.models.steps import Breathe, Notice, Pick, Rate
from peercompanion.practice.pacer import Cue
from peercompanion.practice.player import View
from peercompanion.practice.words import cue_word
from peercompanion.text import width

BESIDE_A_BAR = 3
"""Lines of text beside a word and a bar."""


@dataclass(frozen=True)
class Slide:
    """One card.

    Attributes:
        lines: The text.
        word: What is asked for right now, in large letters where there is room.
        below: The word stands below the bar: phases differ by place as well.
        share: How much of the bar is filled, 0-1, changing once a second; None for no bar.
        said: The whole cue, where the word is short for it.
    """

    lines: tuple[str, ...] = ()
    word: str = ""
    below: bool = False
    share: float | None = None
    said: str = ""


def wrapped(text: str, widest: int = WIDEST) -> list[str]:
    """Break a text into lines of so many cells; a longer word is broken as well."""
    lines = []
    for paragraph in text.split("\n"):
        line = ""
        for word in paragraph.split():
            while width(word) > widest:
                cut = next(n for n in range(len(word), 0, -1) if width(word[:n]) <= widest)
                lines += [line, word[:cut]] if line else [word[:cut]]
                line, word = "", word[cut:]
            longer = f"{line} {word}" if line else word
            if width(longer) > widest:
                lines.append(line)
                line = word
            else:
                line = longer
        lines.append(line)
    return lines


def parts(*texts: str, most: int = MOST_LINES) -> list[tuple[str, ...]]:
    """Divide texts into cards; a text begins on a new card where it does not fit whole."""
    cards: list[list[str]] = [[]]
    for text in filter(None, texts):
        lines = wrapped(text)
        gap = 1 if cards[-1] else 0
        if len(cards[-1]) + gap + len(lines) <= most:
            cards[-1] += [""] * gap + lines
            continue
        if cards[-1]:
            cards.append([])
        evenly = ceil(len(lines) / ceil(len(lines) / most))
        chunks = [lines[at : at + evenly] for at in range(0, len(lines), evenly)]
        cards[-1:] = chunks
    return [tuple(card) for card in cards]


def short_word(cue: Cue) -> str:
    """The cue in one word that fits in large letters."""
    return {
        "count-in": _("Ready"),
        "in": _("In"),
        "top-up": _("More"),
        "hold": _("Hold"),
        "out": _("Out"),
        "rest": _("Rest"),
        "ready": _("Next"),
        "tense": _("Hold"),
        "release": _("Let go"),
    }[cue.value]


def of_step(view: View, noticed: int) -> list[tuple[str, ...]]:
    """The cards of a step that nothing moves in."""
    step = view.step
    more = view.hint
    if isinstance(step, Notice):
        dots = " ".join(["●"] * noticed + ["○"] * (step.n - noticed))
        more = f"{dots}\n{more}" if more else dots
    elif isinstance(step, Pick) and step.options:
        more = "\n".join(f"· {option.text}" for option in step.options)
    elif isinstance(step, Rate) and (step.low or step.high):
        more = f"0 {step.low or ''}\n10 {step.high or ''}".strip()
    return parts(view.text, more)


def of_pacer(
    view: View, *, started: bool, lead: Literal["screen", "voice", "own"], moving: bool
) -> Slide:
    """The card of a step with a pacer."""
    text = tuple(wrapped(view.text)[: MOST_LINES - 2]) if view.text else ()
    if lead != "screen":
        led = _("Follow the voice, or your own way.") if lead == "voice" else _own_pace(view)
        return Slide((*text, "", led) if text else (led,))
    if not started:
        return Slide((*text, "", _("We start together in a moment.")))
    if view.paused or view.cue is None:
        return Slide((_("Breathe any way you like."),), word=_("Paused"))
    beside = view.detail or view.text
    if view.two_more:
        beside = _("Two more breaths")
    elif view.cue is Cue.COUNT_IN:
        breath = isinstance(view.step, Breathe)
        beside = _("We start with an in-breath.") if breath else _("We start in a moment.")
    return Slide(
        tuple(wrapped(beside)[:BESIDE_A_BAR]),
        word=short_word(view.cue),
        said=cue_word(view.cue),
        below=view.cue in (Cue.OUT, Cue.RELEASE, Cue.REST),
        share=_share(view) if moving else None,
    )


def _own_pace(view: View) -> str:
    step = view.step
    if isinstance(step, Breathe) and step.in_ and step.out:
        said = _("About {in_} in and {out} out. Your own pace.")
        return said.format(in_=f"{step.in_:g}", out=f"{step.out:g}")
    return _("Your own pace, your own way.")


def _share(view: View) -> float:
    """How full the bar is: one block more, or less, each second.

    The block that stands for the second that has begun is filled, or gone, from its start on.
    """
    left = view.cue_seconds
    to_come = max(ceil(left - 1e-6) - 1, 0)
    change = (view.fills_to - view.fill) * to_come / left if left else 0.0
    return round(view.fills_to - change, 3)


def fits(slide: Slide) -> bool:
    """Whether a card keeps to its lines and cells."""
    return len(slide.lines) <= MOST_LINES and all(width(line) <= WIDEST for line in slide.lines)

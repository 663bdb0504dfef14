"""What only the supporter reads: before the call, in a serious moment, and after the call."""

from collections.abc import Iterable, Mapping, Sequence
from textwrap import shorten

from peercompanion.language import _
from peercompanion.link.guides import Guides
from peercompanion.link.saying import in_short
from peercompanion.link.timing import clock
from peercompanion.packs.help_lines import first_lines, sentence

FEW_COLUMNS = 100
"""More than that, and the letters look small on a share."""
FEW = 50
"""Letters of a step that are enough to know it by."""
FOR_ONESELF = 180.0
"""Seconds for oneself after a call. Nothing happens when they are over."""


def leads() -> Mapping[str, str]:
    """Who leads, in words."""
    return {
        "screen": _("The screen leads"),
        "voice": _("Your voice leads"),
        "own": _("Everyone at their own pace"),
    }


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
        _("{lead}. It can change at any time.").format(lead=leads()[lead]),
        _("Ask before recording. Let no be the usual answer."),
        _("A private spot is asked for by the word you agreed on, never on the screen."),
    ]


def serious(regions: Sequence[str], *, group: bool, agency: Sequence[str]) -> list[str]:
    """What to say and do when someone may be in danger. The stage is blank meanwhile."""
    lines = [
        _("The stage is blank. Say:"),
        _("“I am staying with you. I am worried because …"),
        _("Are you thinking about suicide? Where are you now?”"),
        "",
        _("My agency's steps:"),
        *(agency or [_("(none written yet)")]),
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


def after_the_call(seconds: float) -> list[str]:
    """Three minutes for oneself, on a soft clock.

    Args:
        seconds: How long it has been so far.

    """
    left = -int((seconds - FOR_ONESELF) // 60)
    said = _("Three minutes for you, about {n} left.").format(n=left)
    if left < 1:
        said = _("Three minutes for you, and as long as you like.")
    return [
        said,
        "",
        _("What do I put down?"),
        _("Who do I tell?"),
        _("What is next for me?"),
    ]


def times(spent: Mapping[tuple[str, str], float], guides: Guides) -> list[str]:
    """How long each step took, for the supporter alone and only afterwards.

    Args:
        spent: Seconds by guide and step, in the order they were led.
        guides: Where their names are.

    """
    lines: list[str] = []
    for item in dict.fromkeys(item for item, _step in spent):
        if guide := guides.guide(item):
            steps = {step.id: in_short(step, {}) for step in (*guide.step, *guide.small)}
            lines.append(guide.title)
            lines += _of_steps(steps, {s: n for (i, s), n in spent.items() if i == item})
    return lines


def _of_steps(steps: Mapping[str, str], spent: Mapping[str, float]) -> Iterable[str]:
    for step, name in steps.items():
        if spent.get(step, 0) >= 1:
            yield f"  {clock(spent[step])}  {shorten(name, FEW, placeholder=' …')}"

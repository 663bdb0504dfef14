"""Changing preferences: the rows that both faces show, and what choosing one makes of them."""

import dataclasses
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any, get_args

from peercompanion.language import SOURCE, _, ngettext
from peercompanion.packs.vocabulary import Contains
from peercompanion.practice.choice import Choice
from peercompanion.practice.words import region_name
from peercompanion.preferences import Motion, Preferences, Sound, Theme

if TYPE_CHECKING:
    from peercompanion.sitting import Sitting

ONE_OF: dict[str, Sequence[str]] = {
    "theme": get_args(Theme),
    "motion": get_args(Motion),
    "sound": get_args(Sound),
}
YES_OR_NO = ("letter_keys", "quiet_home", "clock", "plain", "cue_words")
ON, OFF = "●", "○"


def rows(preferences: Preferences, region: str | None, sitting: "Sitting") -> Iterable[Choice]:
    """All preferences, each with what it is now.

    Args:
        preferences: As they are.
        region: Whose help lines are shown, chosen or not.
        sitting: The exercises, to say how many a change touches.

    """
    said_of = _values()
    for name, title in _titles().items():
        value = getattr(preferences, name)
        if name == "region":
            said = region_name(region) if region else _("not chosen")
        elif name == "language":
            said = value or _("as this computer says")
        elif name in YES_OR_NO:
            said = _("on") if value else _("off")
        else:
            said = said_of[value]
        yield Choice(title, name, note=said)
    yield Choice(" ")
    yield Choice(_("Leave out, everywhere"))
    for what, title in _contained().items():
        mark = ON if what in preferences.leave_out else OFF
        yield Choice(title, f"leave_out:{what}", mark=mark, note=_changes(what, sitting))


def changed(preferences: Preferences, chosen: str, sitting: "Sitting") -> Preferences:
    """The preferences after the row with this id was chosen: the next value, or on and off."""
    name, _colon, what = chosen.partition(":")
    value = getattr(preferences, name)
    after: Any
    if name == "leave_out":
        after = value ^ {what}
    elif name in YES_OR_NO:
        after = not value
    else:
        languages = (None, SOURCE, *sitting.library.languages())
        choices: Sequence[str | None] = ONE_OF.get(name) or languages
        after = choices[(choices.index(value) + 1) % len(choices)]
    return dataclasses.replace(preferences, **{name: after})


def _changes(what: Contains, sitting: "Sitting") -> str:
    """What leaving this out changes."""
    if what == "hold":
        return _("breaths go on without it")
    n = sum(what in head.contains for head in sitting.heads.values() if not head.hidden)
    if not n:
        return _("single steps are left out")
    said = ngettext("{n} exercise gives way", "{n} exercises give way", n)
    return said.format(n=n)


def _titles() -> dict[str, str]:
    return {
        "region": _("Help lines of"),
        "language": _("Language"),
        "theme": _("Colors"),
        "motion": _("Motion"),
        "sound": _("Sound with breathing"),
        "letter_keys": _("Single letters are keys"),
        "quiet_home": _("Quiet Home, nothing personal"),
        "clock": _("Times of day on Home"),
        "plain": _("Plain mode: lines of text"),
        "cue_words": _("Plain mode: words for breaths"),
    }


def _values() -> dict[str, str]:
    return {
        "dusk": _("dusk, calm and dark"),
        "paper": _("paper, warm and light"),
        "contrast": _("highest contrast"),
        "ansi": _("the terminal's own"),
        "gentle": _("gentle: a bar that moves"),
        "none": _("none: only words"),
        "off": _("off"),
        "bell": _("one bell for in, two for out"),
    }


def _contained() -> dict[Contains, str]:
    return {
        "breath": _("Following the breath"),
        "hold": _("Holding the breath"),
        "eyes-closed": _("Closing the eyes"),
        "body": _("Attention inside the body"),
        "food": _("Food and drink"),
        "smell": _("Smell"),
        "cold": _("Cold"),
        "imagery": _("Pictures in the mind"),
    }

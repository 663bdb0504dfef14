"""Preferences: every one takes effect at once, and says what it changes."""

import dataclasses
from collections.abc import Iterable, Sequence
from typing import Any, ClassVar, get_args

from textual import on
from textual.binding import Binding, BindingType
from textual.widget import Widget

from peercompanion.language import SOURCE, _, ngettext
from peercompanion.packs.vocabulary import Contains
from peercompanion.practice.words import region_name
from peercompanion.preferences import Motion, Sound, Theme
from peercompanion.tui.page import Page, text
from peercompanion.tui.sitting import Sitting
from peercompanion.tui.widgets.choices import Choice, Choices

ONE_OF: dict[str, Sequence[str]] = {
    "theme": get_args(Theme),
    "motion": get_args(Motion),
    "sound": get_args(Sound),
}
YES_OR_NO = ("letter_keys", "quiet_home", "clock")
ON, OFF = "●", "○"


class PreferencesPage(Page):
    """Enter changes a row: the next value, or on and off."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "choose", "Change")]

    def __init__(self, sitting: Sitting) -> None:
        super().__init__()
        self.sitting = sitting

    def title_text(self) -> str:
        """Where this is."""
        return _("Preferences")

    def body(self) -> Iterable[Widget]:
        """All of them in one list."""
        yield Choices(list(self._rows()), id="rows")
        yield text(_("Every change holds at once, and for next time."), "quiet", id="below")

    def on_screen_resume(self) -> None:
        """The region may have been chosen meanwhile."""
        self._show()

    def _rows(self) -> Iterable[Choice]:
        preferences = self.app.preferences
        values = _values()
        for name, title in _titles().items():
            value = getattr(preferences, name)
            if name == "region":
                said = region_name(self.app.region) if self.app.region else _("not chosen")
            elif name == "language":
                said = value or _("as this computer says")
            elif name in YES_OR_NO:
                said = _("on") if value else _("off")
            else:
                said = values[value]
            yield Choice(title, name, note=said)
        yield Choice(" ")
        yield Choice(_("Leave out, everywhere"))
        for what, title in _contained().items():
            left_out = what in preferences.leave_out
            mark = ON if left_out else OFF
            yield Choice(title, f"leave_out:{what}", mark=mark, note=self._changes(what))

    def _changes(self, what: str) -> str:
        """What leaving this out changes."""
        if what == "hold":
            return _("breaths go on without it")
        heads = self.sitting.heads.values()
        n = sum(what in head.contains for head in heads if not head.hidden)
        if not n:
            return _("single steps are left out")
        said = ngettext("{n} exercise gives way", "{n} exercises give way", n)
        return said.format(n=n)

    def _show(self) -> None:
        choices = self.query_one("#rows", Choices)
        choices.show(list(self._rows()), choices.at)
        self._name_keys()

    @on(Choices.Chosen)
    def _chosen(self, chosen: Choices.Chosen) -> None:
        name, _colon, what = chosen.choice.id.partition(":")
        if name == "region":
            from peercompanion.tui.screens.region import RegionPage

            self.app.push_screen(RegionPage())
            return
        self.app.prefer(dataclasses.replace(self.app.preferences, **self._changed(name, what)))
        self._show()

    def _changed(self, name: str, what: str) -> dict[str, Any]:
        value = getattr(self.app.preferences, name)
        if name == "leave_out":
            return {name: value ^ {what}}
        if name in YES_OR_NO:
            return {name: not value}
        choices: Sequence[str | None] = ONE_OF.get(name) or (None, *self.languages())
        return {name: choices[(choices.index(value) + 1) % len(choices)]}

    def languages(self) -> Sequence[str]:
        """The languages that something is written in."""
        return (SOURCE, *self.sitting.library.languages())


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

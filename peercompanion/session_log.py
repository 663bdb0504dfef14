"""The session log of the console: what it holds, to be seen and taken off. It names nobody."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, ClassVar

from peercompanion.kept import Kept
from peercompanion.language import _
from peercompanion.link.guides import FOLDERS
from peercompanion.packs.library import Library

if TYPE_CHECKING:
    from peercompanion.practice.records import Led


@dataclass
class WhatILed:
    """What the session log holds, while it is on and from when it was."""

    typed: ClassVar[bool] = False
    kept: Kept
    library: Library
    _held: list[str] = field(default_factory=list, init=False)
    """Ids of the lines."""

    def title(self) -> str:
        """What it is called."""
        return _("What I led")

    def about(self) -> str:
        """What it holds, and what it never does."""
        return _("Noted while the log is on: day, exercise, length, one or a group. Never a name.")

    def lines(self) -> list[str]:
        """What was led, the latest first."""
        from peercompanion.practice.records import Led

        found = self.kept.every("led", Led)
        self._held = [led.id for led in found]
        return [" · ".join(self._facts(led)) for led in found]

    def _facts(self, led: "Led") -> Iterable[str]:
        titles = (self.library.title(folder, led.item) for folder in FOLDERS.values())
        yield f"{led.day:%d %b %Y}"
        yield next(filter(None, titles), led.item)
        yield _("{n} min").format(n=led.minutes)
        yield _("a group") if led.group else _("one person")

    def add(self, line: str) -> None:
        """Nothing is typed here: the console adds."""

    def take_off(self, at: int) -> None:
        """Delete one."""
        self.kept.forget(self._held[at])


def log_says(*, on: bool) -> tuple[str, str]:
    """What the session log is called, and how it stands."""
    on_ = _("on: day, exercise, length, one person or a group")
    return _("Session log of the console"), on_ if on else _("off")

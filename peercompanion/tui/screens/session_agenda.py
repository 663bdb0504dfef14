"""An agenda in the person's own app: any part skipped, in any order, resumed another day."""

import asyncio
from collections.abc import Iterable
from contextlib import suppress
from typing import ClassVar

from textual.binding import Binding, BindingType

from peercompanion.kept import Draft, NotKept
from peercompanion.language import _
from peercompanion.packs.models.guides import Session
from peercompanion.packs.models.steps import Open
from peercompanion.practice.player import Player
from peercompanion.practice.session import still
from peercompanion.practice.words import about_minutes
from peercompanion.sitting import Sitting
from peercompanion.tui.screens.asking import AskingPage
from peercompanion.tui.widgets.choices import Choice


class AgendaPage(AskingPage):
    """One part at a time; the others are a key away. The clock is soft and says only minutes."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "choose", "Open"),
        Binding("left", "part(-1)", "Part", key_display="← →"),
        Binding("right", "part(1)", show=False),
    ]

    def __init__(self, full: str, sitting: Sitting) -> None:
        super().__init__(sitting)
        self.item = f"session:{full}"
        agenda = sitting.library.item("sessions", full)
        assert isinstance(agenda, Session)
        self.agenda = agenda
        self.player = Player(still(agenda), names=self.app.names())
        self._began = self.app.clock.now()
        self._saving = asyncio.Lock()
        if draft := sitting.draft(self.item):
            self.player.go_to(draft.step, {})

    def title_text(self) -> str:
        """Which talk."""
        return self.agenda.title

    def fact(self) -> str:
        """How long it takes, about."""
        return about_minutes(self.agenda.minutes)

    def lead(self) -> str:
        """The part that is on."""
        if self.player.finished:
            return _("That was it. Who could hear how it went?")
        view = self.player.at(self.app.clock.monotonic())
        return view.text

    def rows(self) -> Iterable[Choice]:
        """What this part opens, then every part."""
        if not self.player.finished and isinstance(self.player.step, Open):
            yield Choice(_("Open it"), f"open:{self.player.step.item}", "o", mark="›")
            yield Choice(" ")
        for part in self.player.steps:
            here = not self.player.finished and part.id == self.player.step.id
            seconds = getattr(part, "seconds", None) or self._set_aside(part.id)
            note = about_minutes(round(seconds / 60)) if seconds else ""
            yield Choice(part.title or "", f"part:{part.id}", mark="●" if here else "○", note=note)

    def below(self) -> str:
        """How long it has been, in minutes, and nothing more about it."""
        passed = int((self.now - self._began).total_seconds() // 60)
        return _("{n} of {all} minutes").format(n=passed, all=self.agenda.minutes)

    def _set_aside(self, part: str) -> float:
        found = next((step for step in self.agenda.step if step.id == part), None)
        return getattr(found, "seconds", None) or 0.0

    async def chosen(self, what: str, which: str) -> None:
        """Go to a part, or open what it offers."""
        if what == "open":
            self.app.open_link(which)
            return
        self.player.finished = False
        self.player.go_to(which, {})
        self._moved()

    def action_part(self, by: int) -> None:
        """The next part, or the one before."""
        now = self.app.clock.monotonic()
        self.player.next(now) if by > 0 else self.player.back(now)
        self._moved()

    def _moved(self) -> None:
        self.fill()
        self.app.run_worker(self._save())  # the app's, so that leaving does not cut it short

    async def _save(self) -> None:
        """Write down where it is, one after the other and away from the screen."""
        async with self._saving:
            await asyncio.to_thread(self._write)

    def _write(self) -> None:
        kept = self.sitting.kept
        if self.player.finished:
            kept.drop_draft(self.item)
            return
        with suppress(NotKept):
            kept.save_draft(Draft(self.item, False, self._began, self.player.step.id))

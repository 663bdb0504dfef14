"""For a talk with a peer supporter, in lines of text: since last time, and an agenda."""

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from peercompanion.kept import Draft, NotKept
from peercompanion.language import _
from peercompanion.packs.models.guides import Session as Agenda
from peercompanion.packs.models.steps import Open
from peercompanion.plain.menus import exercises, rows_of
from peercompanion.practice.choice import Choice
from peercompanion.practice.player import Player
from peercompanion.practice.session import still
from peercompanion.practice.words import about_minutes
from peercompanion.printing import not_written
from peercompanion.session import FORMS, SUMMARY, Card

if TYPE_CHECKING:
    from peercompanion.plain.companion import Companion

TOGETHER = ("core/five-senses", "core/feet-floor", "core/three-breaths", "core/values-reminder")


def session(face: "Companion") -> None:
    """Offer the parts of a talk, in any order."""
    words = _("For a talk with your peer supporter: look back together, and try one thing.")
    face.talk.say(words)
    face.talk.room(_("Session"), lambda: list(_rows(face)), lambda chosen: _open(face, chosen))


def _rows(face: "Companion") -> Iterable[Choice]:
    library = face.sitting.library
    yield Choice(_("Since last time"), "since")
    waits = _("begun") if face.sitting.draft(SUMMARY) else ""
    yield Choice(_("A summary we agree on"), "summary", note=waits)
    for full in library.ids("sessions"):
        agenda = library.item("sessions", full)
        if isinstance(agenda, Agenda) and not (agenda.hidden or agenda.live_only):
            begun = face.sitting.draft(f"session:{full}") is not None
            note = _("begun") if begun else about_minutes(agenda.minutes)
            yield Choice(agenda.title, f"agenda:{full}", note=note)
    yield from exercises(face, TOGETHER)
    yield from rows_of(["supporter"])


def _open(face: "Companion", chosen: str) -> None:
    match chosen.split(":", 1):
        case ["since"]:
            since(face)
        case ["summary"]:
            from peercompanion.plain.summary import SummaryOf

            SummaryOf(face).run()
        case ["agenda", full]:
            OneAgenda(face, full).run()
        case ["supporter"]:
            face.go(chosen)
        case _:
            from peercompanion.plain.exercise import front_page

            front_page(face, chosen)


def since(face: "Companion") -> None:
    """Say what there is to look back on; each line can be taken off. Nothing of it is sent."""
    card = Card.of(face.sitting, face.today)
    if not card.lines:
        face.talk.say(_("Nothing is written down for these days, and that is all right."))

    def rows() -> Iterable[Choice]:
        for number, line in enumerate(card.lines):
            yield Choice(line, str(number), note=_("off") if line in card.off else "")
        yield Choice(_("Add a line"), "add")
        if card.shown:
            yield Choice(_("A page to print"), "page")
            yield Choice(_("Plain text"), "text")

    def chosen(row: str) -> None:
        if row in FORMS:
            _save(face, card, row)
        elif row != "add":
            card.turn(int(row))
        elif line := face.talk.line(_("One line, or Enter for none:")):
            card.own.append(line)

    face.talk.room(_("Since last time"), rows, chosen)


def _save(face: "Companion", card: Card, form: str) -> None:
    try:
        file = card.save(form, Path.home())
    except OSError as error:
        face.talk.say(not_written(error, Path.home()))
    else:
        face.talk.say(_("Whoever can open it can read it. It lies here:"))
        face.talk.voice.row(str(file))


class OneAgenda:
    """One part of a talk at a time; another day it goes on where it was."""

    def __init__(self, face: "Companion", full: str) -> None:
        self.face = face
        self.item = f"session:{full}"
        agenda = face.sitting.library.item("sessions", full)
        assert isinstance(agenda, Agenda)
        self.title = agenda.title
        self.player = Player(still(agenda), names=face.names())
        self._began = face.clock.now()
        if draft := face.sitting.draft(self.item):
            self.player.go_to(draft.step, {})

    def run(self) -> None:
        """Say the part that is on, and offer the others."""
        self._say()
        self.face.talk.room(self.title, lambda: list(self._rows()), self._chosen, enter="next")

    def _say(self) -> None:
        if self.player.finished:
            self.face.talk.say(_("That was it. Who could hear how it went?"))
        else:
            self.face.talk.say(self.player.at(0).text)

    def _rows(self) -> Iterable[Choice]:
        if not self.player.finished:
            yield Choice(_("The next part"), "next")
            if isinstance(self.player.step, Open):
                yield Choice(_("Open it"), "open")
        for part in self.player.steps:
            yield Choice(part.title or "", f"part:{part.id}")

    def _chosen(self, chosen: str) -> None:
        step = None if self.player.finished else self.player.step
        if chosen == "open" and isinstance(step, Open):
            from peercompanion.plain.guide import open_link

            open_link(self.face, step.item)
            return
        if chosen == "next":
            self.player.next(0)
        else:
            self.player.finished = False
            self.player.go_to(chosen.removeprefix("part:"), {})
        self._save()
        self._say()

    def _save(self) -> None:
        kept = self.face.sitting.kept
        if self.player.finished:
            kept.drop_draft(self.item)
            return
        try:
            kept.save_draft(Draft(self.item, False, self._began, self.player.step.id))
        except NotKept as problem:
            self.face.talk.say(str(problem))

"""For a talk with a peer supporter: since last time, an agenda, and a summary agreed on."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from peercompanion.kept import Draft, NotKept
from peercompanion.language import _
from peercompanion.packs.models.guides import Session as Agenda
from peercompanion.packs.models.steps import Open
from peercompanion.plain.menus import exercises, rows_of
from peercompanion.practice.choice import Choice
from peercompanion.practice.player import Player
from peercompanion.practice.session import (
    SINCE,
    SummaryLine,
    as_text,
    since_last_time,
    starters,
    still,
    summary,
    whose_words,
)
from peercompanion.practice.words import about_minutes

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
    yield Choice(_("A summary we agree on"), "summary")
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
            SummaryOf(face).run()
        case ["agenda", full]:
            OneAgenda(face, full).run()
        case ["supporter"]:
            face.go(chosen)
        case _:
            from peercompanion.plain.exercise import front_page

            front_page(face, chosen)


def since(face: "Companion") -> None:
    """Say what there is to look back on; nothing of it goes anywhere."""
    sitting = face.sitting
    hopes = [goal.text for goal in sitting.days.goals.values() if not goal.over]
    titles = {full: head.title for full, head in sitting.heads.items()}
    steps = sitting.days.steps.values()
    lines = since_last_time(sitting.records, steps, hopes, titles, face.today - SINCE)
    nothing = _("Nothing is written down for these days, and that is all right.")
    face.talk.say(*(lines or [nothing]))


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


class SummaryOf:
    """Nothing is written down before it is asked for, and then the agreed lines alone."""

    def __init__(self, face: "Companion") -> None:
        self.face = face
        self.talk = face.talk
        self.lines: list[SummaryLine] = []

    def run(self) -> None:
        """Offer the lines, and to keep those that are agreed on."""
        self.talk.say(_("Only if you want one. Line by line, in your words. It is yours."))
        self.talk.say(_("For example:"), *starters())
        self.talk.room(_("A summary"), lambda: list(self._rows()), self._chosen)

    def _rows(self) -> Iterable[Choice]:
        yield Choice(_("Add a line"), "add")
        for number, line in enumerate(self.lines):
            agreed = _("agreed") if line.kept else ""
            note = " · ".join(filter(None, [whose_words()[line.whose], agreed]))
            yield Choice(line.text, str(number), note=note)
        if any(line.kept for line in self.lines):
            yield Choice(_("Keep what we agreed on"), "keep")

    def _chosen(self, chosen: str) -> None:
        match chosen:
            case "add":
                if line := self.talk.line(_("One line, or Enter for none:")):
                    self.lines.append(SummaryLine(line))
            case "keep":
                self._keep()
            case number:
                self._change(int(number))

    def _change(self, at: int) -> None:
        line = self.lines[at]
        rows = [
            Choice(_("Not agreed after all") if line.kept else _("Agreed: keep it"), "agree"),
            Choice(_("Say it differently"), "reword"),
            Choice(_("Take it off"), "drop"),
            Choice(_("Whose words"), "whose", note=whose_words()[line.whose]),
        ]
        match self.talk.choose(rows):
            case "agree":
                self.lines[at] = SummaryLine(line.text, line.whose, not line.kept)
            case "whose":
                self.lines[at] = line.turned()
            case "drop":
                del self.lines[at]
            case _:
                if said := self.talk.line(_("Say it differently, or Enter to leave it:")):
                    self.lines[at] = line.reworded(said)

    def _keep(self) -> None:
        record = summary(self.lines, record_id=self.face.new_id(), at=self.face.clock.now())
        if not self.face.keep(record):
            return
        try:
            file = self.face.sitting.kept.copy_summary(record.day, as_text(record))
        except NotKept as problem:
            self.talk.say(str(problem))
        else:
            self.talk.say(_("A copy to read lies here:"))
            self.talk.voice.row(str(file))

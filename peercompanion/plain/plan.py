"""My plan, and what keeps me well: their parts, written one prompt at a time."""

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from peercompanion.language import _
from peercompanion.plain.guide import open_link
from peercompanion.plain.talk import Enough
from peercompanion.planning import links
from peercompanion.planning.on_paper import OnPaper
from peercompanion.planning.part import PartOfPlan
from peercompanion.planning.people import PART as PEOPLE
from peercompanion.planning.whole import WholePlan
from peercompanion.practice import writing
from peercompanion.practice.choice import Choice
from peercompanion.practice.plan import STEADY, WELL

if TYPE_CHECKING:
    from peercompanion.plain.companion import Companion


def plan(face: "Companion") -> None:
    """The support plan: one thing at a time first, then its parts, then what lies beside it."""
    OnePlan(face, STEADY).run()


def well(face: "Companion") -> None:
    """What keeps me well."""
    OnePlan(face, WELL).run()


def peer_support(face: "Companion") -> None:
    """A few short pages: what it is and is not, and finding someone."""
    face.talk.say(_("Someone who has been there, listens, and walks beside you for a while."))
    rows = [Choice(title, link) for link, title in links.titled(face.sitting, links.PEER_SUPPORT)]
    face.talk.room(_("Peer support"), lambda: rows, lambda link: open_link(face, link))


def _without_shapes(rows: Iterable[Choice]) -> Iterable[Choice]:
    """Rows whose marks are for the eye alone; what they say stands in their notes."""
    return (replace(row, mark="") for row in rows)


def say_examples(face: "Companion", part: PartOfPlan) -> None:
    """Say the tip, and what others wrote."""
    asks, examples = part.section.asks, part.examples()
    face.talk.say(asks.tip or "" if asks else "")
    face.talk.say(_("From others:") if examples else "", *examples)


class OnePlan:
    """The parts of one plan, in the person's own order."""

    def __init__(self, face: "Companion", full: str) -> None:
        self.face = face
        self.talk = face.talk
        self.plan = WholePlan(face.sitting, full)
        self.hidden = False

    def run(self) -> None:
        """Say what the plan is for, until something is written; then offer its parts."""
        self.talk.say(self.plan.title, self.plan.intro, *self.plan.notes(self.face.today))
        self.talk.room(self.plan.title, self._rows, self._chosen)

    def _rows(self) -> Iterable[Choice]:
        return _without_shapes(self.plan.rows(self.face.today, hidden=self.hidden))

    def _chosen(self, chosen: str) -> None:
        face, now = self.face, self.face.clock.now()
        what, _colon, which = chosen.partition(":")
        match what:
            case "section" if which == PEOPLE:
                from peercompanion.plain.people import people

                people(face)
            case "section":
                OnePart(face, self.plan.full, which).run()
            case "add":
                face.do(self.plan.add(face.new_id(), now))
            case "hidden":
                self.hidden = not self.hidden
            case "look":
                self._look_again()
            case "paper":
                on_paper(face, self.plan.full)
            case "plan":
                OnePlan(face, which).run()
            case "practise":
                from peercompanion.plain.walk import practise

                practise(face)
            case "after-care":
                face.sitting.after_care = False
                open_link(face, "checklist:after-care")
            case "contact":
                from peercompanion.plain.people import contact

                contact(face, which)
            case task:
                face.go(task)

    def _look_again(self) -> None:
        """Ask for the day; the plan says so on it, and nothing else happens."""
        rows = self.plan.look_again_rows(self.face.today)
        what, _colon, which = self.talk.choose(list(rows)).partition(":")
        self.face.do(self.plan.look_again_chosen(what, which, self.face.clock.now()))


class OnePart:
    """One part: its prompt, its lines. Whatever is changed is kept at once."""

    def __init__(self, face: "Companion", full: str, part: str) -> None:
        self.face = face
        self.talk = face.talk
        self.part = PartOfPlan(face.sitting, full, part, face.region, face.leave_out)

    def run(self) -> None:
        """Say the prompt and what the pack says to it, then offer what can be done."""
        section, asks = self.part.section, self.part.section.asks
        self.talk.say(f"{section.title}:", section.prompt, asks.note or "" if asks else "")
        say_examples(self.face, self.part)
        self.talk.room(section.title, lambda: _without_shapes(self.part.rows()), self._chosen)

    def _chosen(self, chosen: str) -> None:
        what, _colon, which = chosen.partition(":")
        match what:
            case "line":
                self._of_line(int(which))
            case "link":
                self._link(None)
            case "arrange":
                arrange(self.face, self.part)
            case _:
                self.face.do(self.part.chosen(what, which, self.face.clock.now()))

    def _of_line(self, at: int) -> None:
        line = self.part.section.lines[at]
        self.talk.say(line.text)
        what, _colon, which = self.talk.choose(list(self.part.line_rows(at))).partition(":")
        if what == "open":
            open_link(self.face, line.link)
        elif what == "link":
            self._link(at)
        else:
            self.face.do(self.part.of_line(at, what, which, self.face.clock.now()))

    def _link(self, at: int | None) -> None:
        """Ask what kind of thing a line leads to, then which."""
        sitting, region = self.face.sitting, self.face.region
        self.talk.say(_("What would you like to have at hand here?"))
        kind = self.talk.choose(list(links.kinds(sitting)))
        rows = links.targets(sitting, kind, region)
        link = self.talk.choose(rows)
        title = next(row.title for row in rows if row.id == link)
        self.face.do(self.part.linked(link, title, self.face.clock.now(), at))


def arrange(face: "Companion", part: PartOfPlan) -> None:
    """Offer what can be done with a part as a whole."""

    def chosen(row: str) -> None:
        what, _colon, which = row.partition(":")
        if what == "versions":
            versions(face, part)
        else:
            face.do(part.chosen(what, which, face.clock.now()))

    face.talk.room(part.section.title, part.arranging, chosen)


def versions(face: "Companion", part: PartOfPlan) -> None:
    """Say every version there ever was; one that is chosen can be brought back."""
    found = part.versions()
    rows = [Choice(when, str(number)) for number, (when, _part) in enumerate(found)]

    def chosen(which: str) -> None:
        before = found[int(which)][1]
        face.talk.say(*([line.text for line in before.lines] or [_("Nothing was written.")]))
        face.talk.choose([Choice(_("Bring this one back"), "back")])
        face.do((writing.part(before, face.clock.now()),))
        raise Enough

    face.talk.say(_("Nothing is ever lost here. Choose one to see it."))
    face.talk.room(part.section.title, lambda: rows, chosen)


def on_paper(face: "Companion", full: str) -> None:
    """Choose which parts go onto the page, and write it in one of its forms."""
    sheet = OnPaper(face.sitting, full, face.region)
    face.talk.say(_("What goes onto the page?"), sheet.where())

    def chosen(row: str) -> None:
        what, _colon, which = row.partition(":")
        face.talk.say(sheet.chosen(what, which))

    face.talk.room(_("On paper"), sheet.rows, chosen)

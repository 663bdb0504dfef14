"""My plan, and what keeps me well: their parts, written one prompt at a time."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from peercompanion.language import _, ngettext
from peercompanion.practice import writing
from peercompanion.practice.choice import Choice
from peercompanion.practice.plan import (
    SEASON,
    STEADY,
    WELL,
    Part,
    Section,
    Written,
    with_line,
    with_line_moved,
    without_line,
)

if TYPE_CHECKING:
    from peercompanion.plain.companion import Companion

PEER_SUPPORT = (
    "tool:what-peer-support-is",
    "tool:what-peer-support-is-not",
    "tool:peer-support-titles",
    "tool:find-peer-supporter",
    "checklist:choose-peer-supporter",
    "tool:find-resources",
)


def plan(face: "Companion") -> None:
    """The support plan: one thing at a time first, then its parts, then what lies beside it."""
    OnePlan(face, STEADY).run()


def well(face: "Companion") -> None:
    """What keeps me well."""
    OnePlan(face, WELL).run()


def peer_support(face: "Companion") -> None:
    """A few short pages: what it is and is not, and finding someone."""
    from peercompanion.plain.guide import open_link

    face.talk.say(_("Someone who has been there, listens, and walks beside you for a while."))
    library, rows = face.sitting.library, []
    for link in PEER_SUPPORT:
        kind, _colon, ref = link.partition(":")
        full = library.full_id(f"{kind}s", ref)
        item = library.item(f"{kind}s", full) if full else []
        if not isinstance(item, list):
            rows.append(Choice(item.title, link))
    face.talk.room(_("Peer support"), lambda: rows, lambda link: open_link(face, link))


class OnePlan:
    """The parts of one plan, in the person's own order."""

    def __init__(self, face: "Companion", full: str) -> None:
        self.face = face
        self.talk = face.talk
        self.full = full
        self.plan = face.sitting.plan(full)

    def run(self) -> None:
        """Say what the plan is for, until something is written; then offer its parts."""
        if not self.plan:
            self.talk.say(_("This one cannot be opened. The others are fine."))
            return
        plans = self.face.sitting.days.plans
        self.talk.say(self.plan.title)
        self.talk.say("" if plans.written(self.full) else self.plan.intro, self.plan.storage or "")
        about = plans.about(self.full)
        if about.look_again and about.look_again <= self.face.today:
            self.talk.say(self.plan.review or "")
        self.talk.room(self.plan.title, lambda: list(self._rows()), self._chosen)

    def _rows(self) -> Iterable[Choice]:
        plans = self.face.sitting.days.plans
        if self.full == STEADY:
            yield Choice(_("One thing at a time"), "walk")
            if plans.after_care:
                yield Choice(self.face.sitting.sentence("after-care-now"), "after-care")
        for section in self.face.sitting.sections(self.full, hidden=True):
            yield _section_row(section)
        yield Choice(_("A part of my own"), "add")
        yield Choice(_("Look again in a season"), "look")
        if self.full == STEADY:
            yield Choice(_("What keeps me well"), "well")
            for full in self.face.sitting.library.ids("plans"):
                other = self.face.sitting.plan(full)
                if other and full not in (STEADY, WELL):
                    yield Choice(other.title, f"plan/{full}")
            yield Choice(_("Help lines"), "lines")
            yield Choice(_("Finding a peer supporter"), "peer-support")

    def _chosen(self, chosen: str) -> None:
        now = self.face.clock.now()
        if chosen.startswith(("plan:", "wellness:")):
            self._open_part(chosen)
        elif chosen.startswith("plan/"):
            OnePlan(self.face, chosen.removeprefix("plan/")).run()
        elif chosen == "add":
            self._add()
        elif chosen == "look":
            about = self.face.sitting.days.plans.about(self.full)
            about = replace(about, look_again=self.face.today + SEASON)
            self.face.keep(writing.part(about, now))
        elif chosen == "after-care":
            from peercompanion.plain.guide import open_link

            self.face.keep(writing.after_care(offer=False, at=now))
            open_link(self.face, "checklist:after-care")
        else:
            self.face.go(chosen)

    def _open_part(self, part: str) -> None:
        sections = self.face.sitting.sections(self.full, hidden=True)
        section = next(one for one in sections if one.part.id == part)
        if section.asks and "asked" in section.asks.fields and self.full == STEADY:
            from peercompanion.plain.people import people

            people(self.face, section.asks)
        else:
            OnePart(self.face, self.full, part).run()

    def _add(self) -> None:
        title = self.talk.line(_("What is it called? Enter for none:"))
        if title:
            kind = "wellness" if self.full == WELL else "plan"
            part = Part(self.face.new_id(kind).replace(":", ":own-"), self.full, title)
            self.face.keep(writing.part(part, self.face.clock.now()))


def _section_row(section: Section) -> Choice:
    count = len(section.lines)
    written = ngettext("{n} line", "{n} lines", count).format(n=count) if count else ""
    notes = [written, _("private") * section.private, _("hidden") * section.part.hidden]
    return Choice(section.title, section.part.id, note=" · ".join(filter(None, notes)))


class OnePart:
    """One part: its prompt, its lines. Whatever is changed is kept at once."""

    def __init__(self, face: "Companion", full: str, part: str) -> None:
        self.face = face
        self.talk = face.talk
        self.full = full
        self.part_id = part

    @property
    def section(self) -> Section:
        """The part as it is now."""
        found = self.face.sitting.sections(self.full, hidden=True)
        return next(section for section in found if section.part.id == self.part_id)

    def run(self) -> None:
        """Say the prompt and what the pack says to it, then offer what can be done."""
        section, asks = self.section, self.section.asks
        self.talk.say(f"{section.title}:", section.prompt)
        if asks:
            self.talk.say(asks.note or "", asks.tip or "")
            self.talk.say(_("From others:") if asks.examples else "", *asks.examples)
        self.talk.room(section.title, lambda: list(self._rows()), self._chosen)

    def _rows(self) -> Iterable[Choice]:
        section, labels = self.section, self._labels()
        for level, words in (labels or {"": _("Write a line")}).items():
            yield Choice(words, f"write:{level}")
        for number, line in enumerate(section.lines):
            yield Choice(line.text, f"line:{number}", note=labels.get(line.level, ""))
        for link, title in self._offered():
            yield Choice(_("Add: {title}").format(title=title), f"add:{link}")
        shared = section.private
        yield Choice(
            _("Share this part when I print") if shared else _("Keep this part private"), "private"
        )
        yield Choice(_("Another name for it"), "rename")
        yield Choice(_("Show it again") if section.part.hidden else _("Hide it"), "hide")

    def _labels(self) -> dict[str, str]:
        plan, asks = self.face.sitting.plan(self.full), self.section.asks
        levels = asks.levels if asks else ()
        return {one.id: one.label for one in plan.level if one.id in levels} if plan else {}

    def _offered(self) -> Iterable[tuple[str, str]]:
        asks, library = self.section.asks, self.face.sitting.library
        there = {line.link for line in self.section.lines}
        for link in asks.links if asks else ():
            kind, _colon, ref = link.partition(":")
            full = library.full_id(f"{kind}s", ref)
            item = library.item(f"{kind}s", full) if full else []
            if full and not isinstance(item, list) and f"{kind}:{full}" not in there:
                yield f"{kind}:{full}", item.title

    def _chosen(self, chosen: str) -> None:
        what, _colon, which = chosen.partition(":")
        match what:
            case "write":
                if line := self.talk.line(_("Type it, or Enter for none:")):
                    self._change(lambda part: with_line(part, Written(line, level=which)))
            case "line":
                self._of_line(int(which))
            case "add":
                title = dict(self._offered())[which]
                self._change(lambda part: with_line(part, Written(title, link=which)))
            case "private":
                self._change(lambda part: replace(part, private=not self.section.private))
            case "rename":
                if title := self.talk.line(_("What is it called? Enter leaves it:")):
                    self._change(lambda part: replace(part, title=title))
            case "hide":
                self._change(lambda part: replace(part, hidden=not part.hidden))

    def _of_line(self, at: int) -> None:
        line = self.section.lines[at]
        self.talk.say(line.text)
        rows = [Choice(_("Open it"), "open")] if line.link else []
        rows += [
            Choice(_("Other words"), "change"),
            Choice(_("Move up"), "up"),
            Choice(_("Move down"), "down"),
        ]
        if line.level:
            mark = "●" if line.people else ""
            rows.append(Choice(self.face.sitting.sentence("show-people"), "people", mark=mark))
        rows.append(Choice(_("Take it out"), "drop"))
        match self.talk.choose(rows):
            case "open":
                from peercompanion.plain.guide import open_link

                open_link(self.face, line.link)
            case "change":
                if said := self.talk.line(_("In other words, or Enter to leave it:")):
                    changed = replace(line, text=said, unclear=False)
                    self._change(lambda part: with_line(part, changed, at))
            case "people":
                changed = replace(line, people=not line.people)
                self._change(lambda part: with_line(part, changed, at))
            case "drop":
                self._change(lambda part: without_line(part, at))
            case way:
                self._change(lambda part: with_line_moved(part, at, -1 if way == "up" else 1))

    def _change(self, change: Callable[[Part], Part]) -> None:
        self.face.keep(writing.part(change(self.section.part), self.face.clock.now()))

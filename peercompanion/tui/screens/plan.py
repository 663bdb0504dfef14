"""My plan, and what keeps me well: their parts, written one prompt at a time."""

import datetime
from collections.abc import Iterable
from typing import ClassVar

from textual.binding import Binding, BindingType

from peercompanion.language import _, ngettext
from peercompanion.practice import writing
from peercompanion.practice.plan import SEASON, STEADY, WELL, Part, Section, in_order
from peercompanion.sitting import Sitting
from peercompanion.tui.screens.asking import AskingPage
from peercompanion.tui.widgets.choices import Choice


class PlanPage(AskingPage):
    """The parts of one plan, in the person's own order.

    Args:
        sitting: What was read.
        full: The plan's full id.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("u", "move(-1)", "Move up"),
        Binding("d", "move(1)", "Move down"),
    ]

    def __init__(self, sitting: Sitting, full: str = WELL) -> None:
        super().__init__(sitting)
        self.full = full
        self.plan = sitting.plan(full)
        self.hidden = False

    def title_text(self) -> str:
        """The plan's name."""
        return self.plan.title if self.plan else _("My plan")

    def lead(self) -> str:
        """What the plan is for, until something is written."""
        written = self.days.plans.written(self.full)
        return "" if written or not self.plan else self.plan.intro

    @property
    def sections(self) -> list[Section]:
        """The parts that are shown."""
        return self.sitting.sections(self.full, hidden=self.hidden)

    def rows(self) -> Iterable[Choice]:
        """The parts, then what can be done with the whole."""
        for number, section in enumerate(self.sections, start=1):
            yield section_row(section, str(number) if number < 10 else "")
        yield Choice(" ")
        yield Choice(_("A part of my own"), "add", "n", mark="›")
        if self.hidden or len(self.sections) != len(self._all()):
            words = _("Show fewer parts") if self.hidden else _("Show the parts I hid")
            yield Choice(words, "hidden", "x")
        yield Choice(_("Look again"), "look", "v", note=self._look_again())
        yield Choice(_("Print it, or copy it"), "paper", "o", mark="›")

    def _all(self) -> list[Section]:
        return self.sitting.sections(self.full, hidden=True)

    def below(self) -> str:
        """When to look again, as an invitation; where it is kept."""
        about = self.days.plans.about(self.full)
        invited = about.look_again is not None and about.look_again <= self.today
        asked = self.plan.review if self.plan and invited else ""
        storage = self.plan.storage or "" if self.plan else ""
        return "\n\n".join(filter(None, [asked, storage]))

    def _look_again(self) -> str:
        day = self.days.plans.about(self.full).look_again
        if day is None:
            return _("in a season, if you like")
        return _("now, if you like") if day <= self.today else f"{day:%d %b %Y}"

    async def chosen(self, what: str, which: str) -> None:
        """Open a part, or do something with the whole."""
        match what:
            case "section":
                self.open_section(which)
            case "add":
                self.ask(_("What is it called?"), self._add)
            case "hidden":
                self.hidden = not self.hidden
                self.fill()
            case "look":
                self._set_look_again(self.today + SEASON)
            case "paper":
                from peercompanion.tui.screens.paper import PaperPage

                self.app.push_screen(PaperPage(self.sitting, self.full))

    def open_section(self, part: str) -> None:
        """Open one part."""
        from peercompanion.tui.screens.people import People
        from peercompanion.tui.screens.plan_section import SectionPage

        section = next(one for one in self._all() if one.part.id == part)
        if section.asks and "asked" in section.asks.fields and self.full == STEADY:
            self.app.push_screen(People(self.sitting, section.asks))
        else:
            self.app.push_screen(SectionPage(self.sitting, self.full, part))

    def _add(self, title: str) -> None:
        kind = "wellness" if self.full == WELL else "plan"
        part = Part(self.new_id(f"{kind}").replace(":", ":own-"), self.full, title)
        self.keep(writing.part(part, self.now))

    def _set_look_again(self, day: datetime.date) -> None:
        from dataclasses import replace

        about = replace(self.days.plans.about(self.full), look_again=day)
        self.keep(writing.part(about, self.now))

    def action_move(self, by: int) -> None:
        """Move the part at hand further up or down."""
        from peercompanion.tui.widgets.choices import Choices

        rows = self.query_one("#rows", Choices)
        row = rows.open_rows[rows.at] if rows.open_rows else None
        ids = [section.part.id for section in self.sections]
        part = row.id.partition(":")[2] if row else ""
        if part in ids:
            at = ids.index(part)
            for changed in in_order(self.sections, at, by):
                self.keep(writing.part(changed, self.now))
            rows.at += by


class MyPlan(PlanPage):
    """The support plan: one thing at a time first, then its parts, then what lies beside it."""

    def __init__(self, sitting: Sitting) -> None:
        super().__init__(sitting, STEADY)

    def rows(self) -> Iterable[Choice]:
        """The walk leads; what keeps me well and the lines lie at the end."""
        plans = self.days.plans
        yield Choice(_("One thing at a time"), "walk", "s", leads=True)
        if plans.after_care:
            words = self.sitting.sentence("after-care-now")
            yield Choice(words, "after-care", "c", mark="›")
        yield Choice(" ")
        for one in plans.to_ask_about(self.today)[:1]:
            said = _("Is all of this still so for {name}?").format(name=one.name)
            yield Choice(said, "people", "y", mark="›")
        yield from super().rows()
        yield Choice(" ")
        yield Choice(_("What keeps me well"), "well", "k", mark="›")
        for full in self._others():
            other = self.sitting.plan(full)
            if other:
                yield Choice(other.title, f"plan:{full}", mark="›")
        yield Choice(_("Practise it while it is calm"), "practise", "b", mark="›")
        yield Choice(_("Help lines"), "lines", "l", mark="›")
        yield Choice(_("Finding a peer supporter"), "find", "f", mark="›")

    def _others(self) -> list[str]:
        ids = self.sitting.library.ids("plans")
        return [full for full in ids if full not in (STEADY, WELL)]

    async def chosen(self, what: str, which: str) -> None:
        """Open what lies beside the parts."""
        match what:
            case "walk" | "practise":
                from peercompanion.tui.screens.walk import WalkPage

                self.app.push_screen(WalkPage(self.sitting, practising=what == "practise"))
            case "after-care":
                self.keep(writing.after_care(offer=False, at=self.now))
                self.app.open_link("checklist:after-care")
            case "people":
                self.open_section("plan:people-places")
            case "well":
                self.app.push_screen(PlanPage(self.sitting, WELL))
            case "plan":
                self.app.push_screen(PlanPage(self.sitting, which))
            case "lines":
                from peercompanion.tui.screens.lines import AllLines

                self.app.push_screen(AllLines(self.sitting))
            case "find":
                from peercompanion.tui.screens.peer_support import PeerSupport

                self.app.push_screen(PeerSupport(self.sitting))
            case _:
                await super().chosen(what, which)


def section_row(section: Section, key: str) -> Choice:
    """A part as a row: its mark says whether something is written there."""
    count = len(section.lines)
    written = ngettext("{n} line", "{n} lines", count).format(n=count) if count else ""
    notes = [written, _("private") if section.private else ""]
    if section.part.hidden:
        notes.append(_("hidden"))
    mark = "●" if count else "○"
    note = " · ".join(filter(None, notes))
    return Choice(section.title, f"section:{section.part.id}", key, note, mark=mark)

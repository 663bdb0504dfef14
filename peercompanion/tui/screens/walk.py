"""The walk through the plan, one thing at a time. `practice.support_plan` says where it leads."""

from collections.abc import Iterable
from dataclasses import replace
from functools import partialmethod
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Input, Static

from peercompanion.language import _
from peercompanion.planning.walking import INTO_THE_PLAN, Walking
from peercompanion.practice.answers import filled
from peercompanion.practice.choice import Choice
from peercompanion.practice.contacts import ways_to
from peercompanion.practice.support_plan import ASIDES, Walk
from peercompanion.sitting import Sitting
from peercompanion.tui import lines_shown
from peercompanion.tui.page import Page, text
from peercompanion.tui.widgets.choices import Choices
from peercompanion.tui.widgets.entry import Entry

if TYPE_CHECKING:
    from peercompanion.practice.records import Record

KEYS = ("tried", "another", "person", "lines", *ASIDES)
"""Answers that are keys while the one thing stands alone."""
ROOM_FOR_KEYS = 78
"""Columns in which the footer names the keys of the one thing."""


class WalkPage(Page):
    """One thing on the screen, and a few keys. Nothing of it is written down.

    Args:
        sitting: What was read.
        practising: It is calm: a line that confuses can be marked.
    """

    CSS_PATH = ["walk.tcss", "help_now.tcss"]
    FIRST = ""
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "tried", "I tried it"),
        Binding("right", "another", "Another", key_display="→"),
        Binding("p", "person", "A person"),
        Binding("l", "lines", "Lines"),
        Binding("m", "remember", "What I wrote to myself"),
        Binding("w", "weather", "My weather"),
        Binding("r", "rate", "How stormy"),
    ]

    def __init__(self, sitting: Sitting, *, practising: bool = False) -> None:
        super().__init__()
        self.sitting = sitting
        self._region = self.app.region
        self.walking = Walking(
            sitting,
            self.app.leave_out,
            self._region,
            now=self.app.clock.now(),
            at=self.app.clock.monotonic(),
            practising=practising,
        )
        self._writes_to = ""

    @property
    def walk(self) -> Walk:
        """Where it stands."""
        return self.walking.walk

    def title_text(self) -> str:
        """What this is."""
        return _("My steady plan")

    def fact(self) -> str:
        """How it goes."""
        return _("practicing") if self.walking.practising else _("one thing at a time")

    def body(self) -> Iterable[Widget]:
        """What is said, the one thing, what can be answered, and the numbers."""
        yield text("", "quiet", id="says")
        yield text("", "lead", id="thing")
        yield Static("", id="about", classes="line")
        yield lines_shown.HelpLines("lines")
        yield Entry(id="entry")
        yield Choices(id="rows")
        yield text("", "quiet", id="kept")
        yield text(self._danger(), "care", id="below")

    def _danger(self) -> str:
        return _("In danger? Call {emergency}. {crisis}.").format(**self.app.names())

    def on_mount(self) -> None:
        """Begin with one thing on the screen."""
        self.query_one(Entry).display = False
        self.show()

    def on_screen_resume(self) -> None:
        """Another country may have been chosen: its numbers are others."""
        if self.app.region != self._region:
            self._region = self.app.region
            self.walking.take_lines(self._region, self.app.clock.now())
            self.query_one("#below", Static).update(self._danger())
            self.show()

    def on_resize(self) -> None:
        """The answers are keys while the footer has room for them, and rows where it has none."""
        rows = self.query_one("#rows", Choices)
        if not self.typing and tuple(self._rows()) != rows.rows:
            self.show()

    # What is shown

    def show(self) -> None:
        """Show where the walk stands."""
        about = self._about()
        for name, shown in (
            ("#says", Content("\n".join(self.walking.says()))),
            ("#thing", Content("\n".join(self.walking.shown()))),
            ("#about", about),
            ("#kept", Content("")),
        ):
            self.query_one(name, Static).update(shown)
            self.query_one(name).display = bool(shown.plain)
        lines = self.query_one("#lines", lines_shown.HelpLines)
        lines.display = self.walk.state == "lines"
        if lines.display:
            lines.show(self.walking.lines, self.app.clock.now(), self.walk.line)
        rows = self.query_one("#rows", Choices)
        rows.show(list(self._rows()))
        rows.display = bool(rows.open_rows)
        self.set_class(self._alone, "-alone")
        self.set_focus(rows if rows.display and not self._alone else None, scroll_visible=False)
        self.query_one(".body").scroll_home(animate=False)
        self._name_keys()

    @property
    def _wide(self) -> bool:
        return self.app.size.width >= ROOM_FOR_KEYS

    @property
    def _alone(self) -> bool:
        """One thing stands on the screen, and its answers are keys."""
        return self.walk.state == "thing" and self._wide

    def _about(self) -> Content:
        person, now = self.walking.person(), self.app.clock.now()
        if person:
            what_for, how, best = ways_to(person, now)
            facts = [Content(what_for), lines_shown.how_to_reach(how), Content(best)]
            return Content("\n").join(fact for fact in facts if fact.plain)
        return Content("\n").join(map(Content, self.walking.about_thing()))

    def _rows(self) -> Iterable[Choice]:
        """The answers as rows; those of the one thing are keys, so that it stands alone.

        Where the footer has no room for them, they are rows too.
        """
        unlisted: set[str] = set()
        if self.walk.state == "thing":
            unlisted = {*(KEYS if self._wide else ASIDES)}
        number = 0
        for row in self.walking.rows():
            if row.id == "lines" and "lines" not in unlisted:
                yield replace(row, key="l", mark="›")
            elif row.id not in unlisted:
                number += 1
                yield replace(row, key=str(number) if number < 10 else "")

    # Answers

    def words_for(self, binding: Binding) -> str:
        """What a key does; while one thing stands alone, a person comes before long words."""
        return _("All") if self._alone and binding.action == "menu" else super().words_for(binding)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only what leads somewhere now has a key."""
        if action not in KEYS:
            return super().check_action(action, parameters)
        alone = self.walk.state == "thing" or action == "lines"
        return alone and action in self.walk.choices and not self.typing

    @on(Choices.Chosen)
    def _chosen(self, chosen: Choices.Chosen) -> None:
        match chosen.choice.id:
            case "message" | "guided" as exercise:
                self._play(exercise)
            case "open":
                self.app.open_link(self.walking.link)
            case "unclear":
                self._mark_unclear()
            case answer if answer in INTO_THE_PLAN:
                self._write(answer)
            case answer:
                self.answer(answer)

    def answer(self, choice: str) -> None:
        """Go where an answer leads; one that came twice was answered already."""
        if choice not in self.walk.choices:
            return
        now = self.app.clock.now()
        self.walking.answer(choice, self.app.clock.monotonic())
        if self.walk.state != "left":
            self.show()
            return
        if wish := self.walking.wish(now):
            self.app.keep(wish)
        self.app.pop_screen()

    action_tried = partialmethod(answer, "tried")
    action_another = partialmethod(answer, "another")
    action_person = partialmethod(answer, "person")
    action_lines = partialmethod(answer, "lines")
    action_remember = partialmethod(answer, "remember")
    action_weather = partialmethod(answer, "weather")
    action_rate = partialmethod(answer, "rate")

    def _play(self, choice: str) -> None:
        """Play an exercise within the walk; it comes back to the walk."""
        from peercompanion.tui.screens.walk_exercise import WithinWalk

        names = self.app.names()
        if self.app.screen is self and (item_player := self.walking.player(choice, names)):
            item, player = item_player
            first_line = filled(player.guide.first_line or "", names, {})

            def over(_none: None) -> None:
                if choice == "guided":
                    self.answer(choice)

            self.app.push_screen(
                WithinWalk(item, player, self.sitting, first_line=first_line), over
            )

    async def leave(self) -> None:
        """Leave at once; nothing is asked and nothing is kept."""
        self.app.pop_screen()

    # What helped goes into the plan, where the person says so

    def _write(self, section: str) -> None:
        entry = self.query_one(Entry)
        self._writes_to = section
        entry.display = True
        entry.focus()

    @on(Input.Submitted)
    def action_submit(self) -> None:
        """Put the line into the plan."""
        entry = self.query_one(Entry)
        section, line = self._writes_to, entry.line
        entry.display, entry.value = False, ""
        self.answer(section)
        if line:
            self._keep(self.walking.helped(section, line, self.app.clock.now()), "")

    def action_stop_typing(self) -> None:
        """Leave the field; nothing is kept."""
        self.query_one(Entry).display = False
        self.show()

    # Practising when it is calm

    def _mark_unclear(self) -> None:
        """Mark the line: it confused, and can be put in other words on a calm day."""
        if marked := self.walking.unclear(self.app.clock.now()):
            self._keep(marked, _("Marked. You can change it in the plan."))

    def _keep(self, record: "Record", words: str) -> None:
        def told(problem: str | None) -> None:
            for line in self.query("#kept").results(Static):
                line.display = True
                line.update(problem or words or self.sitting.kept.tick())

        self.app.keep(record, told)

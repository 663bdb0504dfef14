"""The walk through the plan, one thing at a time. `practice.support_plan` says where it leads."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Input, Static

from peercompanion.language import _
from peercompanion.packs.help_lines import HelpLine
from peercompanion.practice import writing
from peercompanion.practice.contacts import Contact, reachable, reachable_first
from peercompanion.practice.plan import STEADY, Part, Section, Written, lines_of, with_line
from peercompanion.practice.steadying import of_head, things
from peercompanion.practice.support_plan import ASIDES, Walk, begin
from peercompanion.practice.walk_words import label
from peercompanion.practice.words import times_of
from peercompanion.sitting import Sitting
from peercompanion.tui import lines_shown
from peercompanion.tui.page import Page, text
from peercompanion.tui.screens.lines import lines_here
from peercompanion.tui.widgets.choices import Choice, Choices
from peercompanion.tui.widgets.entry import Entry

ANSWERS = ("tried", "another", "person", "lines", "remember", "weather")
"""Answers that are keys while the one thing stands alone."""
ROOM_FOR_KEYS = 78
"""Columns in which the footer names the keys of the one thing."""
MOST_NAMES = 5
"""Names offered at the end; one is enough."""


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
        Binding("c", "unclear", "This confuses"),
    ]

    def __init__(self, sitting: Sitting, *, practising: bool = False) -> None:
        super().__init__()
        self.sitting = sitting
        self.practising = practising
        self.walk: Walk | None = None
        self._writes_to = ""

    def title_text(self) -> str:
        """What this is."""
        return _("My steady plan")

    def fact(self) -> str:
        """How it goes."""
        return _("practising") if self.practising else _("one thing at a time")

    @property
    def sections(self) -> list[Section]:
        """The plan."""
        return self.sitting.sections(STEADY)

    @property
    def lines(self) -> list[HelpLine]:
        """Who to talk with: warm lines first, crisis lines under them, then lists of lines."""
        here = lines_here(self.sitting, self.app.region)
        return [
            line for role in ("warm", "crisis", "directory") for line in here if role == line.role
        ]

    def body(self) -> Iterable[Widget]:
        """What is said, the one thing, what can be answered, and the numbers."""
        yield text("", "quiet", id="says")
        yield text("", "lead", id="thing")
        yield Static("", id="about", classes="line")
        yield Entry(id="entry")
        yield Choices(id="rows")
        danger = _("In danger? Call {emergency}. {crisis}.").format(**self.app.names())
        yield text(danger, "care", id="below")

    def on_mount(self) -> None:
        """Begin with one thing on the screen."""
        self.query_one(Entry).display = False
        clock, plans = self.app.clock, self.sitting.days.plans
        heads = self.sitting.heads
        self.walk = begin(
            things(self.sections, heads, self.app.leave_out),
            reachable_first(plans.people(), clock.now()),
            [line.id for line in self.lines],
            at=clock.monotonic(),
            written=plans.written(STEADY),
            harder=[of_head(heads[item]) for item in self.sitting.harder if item in heads],
        )
        self.show()

    # What is shown

    def show(self) -> None:
        """Show where the walk stands."""
        walk = self.walk
        assert walk
        said = [self.sitting.sentence(name) for name in walk.says]
        self.query_one("#says", Static).update("\n".join(filter(None, said)))
        thing, about = self._thing(walk), self._about(walk)
        self.query_one("#thing", Static).update(thing)
        self.query_one("#about", Static).update(about)
        self.query_one("#thing").display = bool(thing)
        self.query_one("#about").display = bool(about.plain)
        rows = self.query_one("#rows", Choices)
        rows.show(list(self._rows(walk)))
        rows.display = bool(rows.open_rows)
        self.set_focus(rows if rows.display else None, scroll_visible=False)
        self.query_one(".body").scroll_home(animate=False)
        self._name_keys()

    def _thing(self, walk: Walk) -> str:
        match walk.state:
            case "thing" if walk.thing:
                return walk.thing.words
            case "people" | "with-someone" if walk.person:
                return walk.person.name
            case "remember" | "weather":
                lines = lines_of(self.sections, walk.state)
                return "\n".join(line.text for line in lines) if walk.state == "remember" else ""
            case _:
                return ""

    def _about(self, walk: Walk) -> Content:
        match walk.state:
            case "thing" if walk.thing and walk.thing.item:
                small = self.sitting.steady_lines([walk.thing.item], self.app.leave_out)
                return Content("\n").join(map(Content, small))
            case "people" if walk.person:
                return self._about_person(walk.person)
            case "lines":
                return lines_shown.rows(self.lines, self.app.clock.now(), walk.line)
            case _:
                return Content("")

    def _about_person(self, person: Contact) -> Content:
        now = reachable(person, self.app.clock.now())
        times = "" if now else _("best: {times}").format(times=times_of(person.best_times))
        facts = [Content(person.what_for), lines_shown.how_to_reach(person.how), Content(times)]
        return Content("\n").join(fact for fact in facts if fact.plain)

    def _rows(self, walk: Walk) -> Iterable[Choice]:
        """The answers as rows; those of the one thing are keys, so that it stands alone.

        Where the footer has no room for them, they are rows too.
        """
        unlisted = {"lines", "leave"}
        if walk.state == "thing":
            if self.app.size.width >= ROOM_FOR_KEYS:
                return
            unlisted |= set(ASIDES)
        choices = [each for each in walk.choices if each not in unlisted]
        for number, choice in enumerate(self._in_rows(walk, choices), start=1):
            yield Choice(*choice, key=str(number) if number < 10 else "")
        if walk.state == "people":
            yield Choice(_("Write a message first"), "message", "m", mark="›")
        if "lines" in walk.choices:
            yield Choice(label(self.sitting.sentence, walk, "lines"), "lines", "l", mark="›")

    def _in_rows(self, walk: Walk, choices: Sequence[str]) -> Iterable[tuple[str, str]]:
        for choice in choices:
            if choice == "someone":
                for person in walk.people[:MOST_NAMES]:
                    yield person.name, "someone"
            elif walk.state == "weather" and choice == "person":
                for sign in lines_of(self.sections, "weather"):
                    yield sign.text, "person" if sign.people else "back"
            else:
                yield label(self.sitting.sentence, walk, choice), choice

    # Answers

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only what leads somewhere now has a key."""
        if action == "unclear":
            return self.practising and self._line_shown() is not None
        if action not in ANSWERS or self.walk is None:
            return super().check_action(action, parameters)
        alone = self.walk.state == "thing" or action == "lines"
        return alone and action in self.walk.choices and not self.typing

    def action_tried(self) -> None:
        """It was tried."""
        self.answer("tried")

    def action_another(self) -> None:
        """Another thing, without having tried this one."""
        self.answer("another")

    def action_person(self) -> None:
        """A person."""
        self.answer("person")

    def action_lines(self) -> None:
        """The lines."""
        self.answer("lines")

    def action_remember(self) -> None:
        """What the person wrote to themselves."""
        self.answer("remember")

    def action_weather(self) -> None:
        """The signs of the weather."""
        self.answer("weather")

    @on(Choices.Chosen)
    def _chosen(self, chosen: Choices.Chosen) -> None:
        if chosen.choice.id == "message":
            self.app.open_exercise("core/reach-out")
        elif chosen.choice.id in ("first-ten", "coming-back"):
            self._write(chosen.choice.id)
        else:
            self.answer(chosen.choice.id)

    def answer(self, choice: str) -> None:
        """Go where an answer leads."""
        assert self.walk
        if choice == "harder" and self.walk.thing and self.walk.thing.item:
            self.sitting.harder.append(self.walk.thing.item)
        self.walk = self.walk.after(choice, self.app.clock.monotonic())
        if self.walk.state != "left":
            self.show()
            return
        if self.walk.after_care:
            self.app.keep(writing.after_care(offer=True, at=self.app.clock.now()))
        self.app.pop_screen()

    async def leave(self) -> None:
        """Leave at once; nothing is asked and nothing is kept."""
        self.app.pop_screen()

    # What helped goes into the plan, where the person says so

    def _write(self, slug: str) -> None:
        entry = self.query_one(Entry)
        self._writes_to = slug
        entry.display = True
        entry.focus()

    @on(Input.Submitted)
    def action_submit(self) -> None:
        """Put the line into the plan."""
        entry = self.query_one(Entry)
        slug, line = self._writes_to, entry.line
        entry.display, entry.value = False, ""
        if line:
            part = self.part(slug)
            self.app.keep(writing.part(with_line(part, Written(line)), self.app.clock.now()))
        self.answer(slug)

    def action_stop_typing(self) -> None:
        """Leave the field; nothing is kept."""
        self.query_one(Entry).display = False
        self.show()

    def part(self, slug: str) -> Part:
        """One part of the plan."""
        found = (section.part for section in self.sections if section.part.slug == slug)
        return next(found, Part(f"plan:{slug}", STEADY))

    # Practising when it is calm

    def _line_shown(self) -> tuple[Part, int] | None:
        """The line of the plan that stands on the screen."""
        thing = self.walk.thing if self.walk and self.walk.state == "thing" else None
        slug, _colon, number = (thing.id if thing else "").partition(":")
        return (self.part(slug), int(number)) if number else None

    def action_unclear(self) -> None:
        """Mark the line: it confused, and can be put in other words on a calm day."""
        shown = self._line_shown()
        if shown:
            part, at = shown
            line = replace(part.lines[at], unclear=True)
            self.app.keep(writing.part(with_line(part, line, at), self.app.clock.now()))
            self.query_one("#about", Static).update(_("Marked. You can change it in the plan."))
            self.query_one("#about").display = True

"""The full screen: it wires the screens to what is kept and to the packs, and decides nothing."""

import asyncio
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from textual import events, work
from textual.app import SystemCommand
from textual.binding import Binding, BindingType

from peercompanion import language, preferences
from peercompanion.kept import LATER, Kept, NotKept
from peercompanion.language import _
from peercompanion.places import Places
from peercompanion.tui.memory import LettingGo, set_start_aside
from peercompanion.tui.quiet_app import QuietApp
from peercompanion.tui.themes import THEMES

if TYPE_CHECKING:
    from textual.screen import Screen

    from peercompanion.clock import Clock
    from peercompanion.packs.vocabulary import Contains
    from peercompanion.practice.records import Record
    from peercompanion.preferences import Preferences
    from peercompanion.sitting import Sitting
    from peercompanion.tui.screens.home import Home
    from peercompanion.tui.screens.now import NowPage

HERE = Path(__file__).parent
ELSEWHERE = 1.5
"""Seconds between two looks at whether somebody else wrote."""
HELP_FIRST = 0.005
"""Seconds after the first frame in which nothing is read: help has no rival then."""
FIRST_KEY = 0.1
"""Seconds after reading in which nothing else is done."""


class CompanionApp(QuietApp):
    """The app a person opens.

    Args:
        places: Where everything lies.
        play: Full id of an exercise to open at once, and whether in its small version.
        now: Begin with one steady thing instead of Home.
        clock: The clocks, where they are not the real ones.
    """

    home: "Home | NowPage"
    """What lies below everything."""
    CSS_PATH = [  # those of the first screens come too late by themselves
        HERE / "app.tcss",
        HERE / "screens" / "home.tcss",
        HERE / "screens" / "help_now.tcss",
    ]
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (78, "-normal"), (110, "-wide")]
    VERTICAL_BREAKPOINTS = [(0, "-short"), (22, "-tall")]
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f2", "help_now", show=False, priority=True),
        Binding("f3", "cover", show=False, priority=True),
        Binding("ctrl+c", "leave", show=False, priority=True),
        Binding("ctrl+q", "leave", show=False, priority=True),
        Binding("ctrl+z", "suspend_process", show=False),
    ]

    def __init__(
        self,
        places: Places,
        *,
        play: tuple[str, bool] | None = None,
        now: bool = False,
        clock: "Clock | None" = None,
    ) -> None:
        super().__init__()
        self.places = places
        self.preferences, self.notices = preferences.load(places)
        self.kept = Kept(places, now=clock.now if clock else None)
        self._first = play
        self._now = now
        self._given_clock = clock
        self._sitting: Sitting | None = None
        self._read = asyncio.Event()
        self._reading = False
        self._day = self.clock.now().date()
        self._keeping = asyncio.Lock()
        self.letting_go = LettingGo(self)
        for theme in THEMES:
            self.register_theme(theme)
        self.theme = self.theme_name(self.preferences)

    @staticmethod
    def theme_name(wanted: "Preferences") -> str:
        """The theme's name here; the terminal's own colours are one of Textual's."""
        return "ansi-dark" if wanted.theme == "ansi" else wanted.theme

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Name the two colours of ours for themes that are not ours."""
        return {"quiet": "ansi_default", "care": "ansi_default"}

    def get_default_screen(self) -> "Home | NowPage":
        """Home lies below everything, from the first frame on; or one steady thing.

        Help is at hand by then.
        """
        from peercompanion.packs.help_lines import help_lines
        from peercompanion.tui.screens import help_now  # noqa: F401

        help_lines(self.region)
        if self._now:
            from peercompanion.tui.screens.now import NowPage

            self.home = NowPage()
        else:
            from peercompanion.tui.screens.home import Home

            self.home = Home()
        return self.home

    def after_first_frame(self) -> None:
        """Read packs and records only now; open what was asked for."""
        self._begin_reading()
        self.set_interval(ELSEWHERE, self.look_elsewhere)
        self.set_timer(LATER, self._look_after)
        if self._first:
            self.open_exercise(*self._first)

    def size_classes(self) -> "Iterable[str]":
        """Name the breakpoints of the present size."""
        width, height = self.size
        for points, cells in (
            (self.HORIZONTAL_BREAKPOINTS, width),
            (self.VERTICAL_BREAKPOINTS, height),
        ):
            yield max(point for point in points if point[0] <= cells)[1]

    # What is read

    @property
    def clock(self) -> "Clock":
        """The clocks of this app."""
        if self._given_clock is None:
            from peercompanion.clock import Clock

            self._given_clock = Clock()
        return self._given_clock

    async def on_event(self, event: events.Event) -> None:
        """Begin to read at the first key, where it comes before the first frame is done.

        Whoever waits in a handler for what is read would keep the first frame from asking for it.
        """
        if isinstance(event, events.InputEvent):
            self._begin_reading()
        await super().on_event(event)

    def _begin_reading(self) -> None:
        if not self._reading:
            self._reading = True
            self.read()

    @work
    async def read(self) -> None:
        """Read the heads of all packs and what was practised lately, away from the screen."""
        await asyncio.sleep(HELP_FIRST)
        read = await asyncio.to_thread(self._read_all)
        if self._sitting:
            self._sitting.take(read.library)
        else:
            self._sitting = read
        self._read.set()
        await asyncio.sleep(FIRST_KEY)  # the right side is painted meanwhile
        if problem := await asyncio.to_thread(self.kept.usable):
            self._notice([problem])
        await asyncio.to_thread(self._make_ready)

    def _read_all(self) -> "Sitting":
        from peercompanion.sitting import Sitting

        today, chosen = self.clock.now().date(), self.preferences.language
        sitting = Sitting.begun(self.places, self.kept, chosen, today)
        sitting.library.heads()  # read now, away from the screen
        return sitting

    def _make_ready(self) -> None:
        """Read and import what the next key may need, while nothing is asked for."""
        _import_screens()
        if not self.is_headless:  # a process of its own
            set_start_aside()

    @work(exclusive=True, group="elsewhere")
    async def look_elsewhere(self) -> None:
        """Take up another day, and what another window, a command or another device wrote."""
        from peercompanion.tui.page import Page

        if self._sitting is None:
            return
        before, self._day = self._day, self.clock.now().date()
        changed = await asyncio.to_thread(self.kept.changed)
        if changed or before != self._day:
            await asyncio.to_thread(self._sitting.read_again, self._day)
            for screen in self.screen_stack:
                if isinstance(screen, Page):
                    screen.written_elsewhere()

    @work
    async def _look_after(self) -> None:
        """Back up, index and mend in a thread that nobody waits for, not even on the way out."""
        sitting = await self.sitting()

        def told(lines: list[str]) -> None:
            sitting.copy_plan(self.region)
            self.call_later(self._notice, lines)

        self.kept.look_after(told)

    def _notice(self, lines: "Iterable[str]") -> None:
        """Let Home say this; where it says it already, no screen is drawn anew."""
        if new := [line for line in lines if line not in self.notices]:
            self.notices += new
            self.home.fill()

    async def sitting(self) -> "Sitting":
        """What was read, as soon as it is."""
        await self._read.wait()
        assert self._sitting is not None
        return self._sitting

    @property
    def moving(self) -> bool:
        """Whether anything moves; Textual's own switch for it counts as well."""
        return self.preferences.motion == "gentle" and self.animation_level != "none"

    @property
    def leave_out(self) -> "frozenset[Contains]":
        """What the person asked to leave out."""
        return self.preferences.leave_out

    @property
    def region(self) -> str | None:
        """Whose help lines are shown: the chosen region, else the locale's country."""
        return self.preferences.region or preferences.default_region()

    def prefer(self, changed: "Preferences") -> None:
        """Take up changed preferences at once, and keep them."""
        before, self.preferences = self.preferences, changed
        self.theme = self.theme_name(changed)
        if changed.language != before.language:
            language.use(changed.language)
            self.read()
        try:
            preferences.save(changed, self.places)
        except OSError:
            said = _("This could not be kept for next time. It holds until you leave.")
            self.notices.append(said)

    # Where a person goes

    @work
    async def open_exercise(self, item: str, small: bool = False) -> None:
        """Open an exercise's front page."""
        from peercompanion.tui.screens.exercise import ExercisePage

        self.push_screen(ExercisePage(item, await self.sitting(), small=small))

    @work
    async def begin(
        self, item: str, *, small: bool = False, resume: bool = False, in_place: bool = False
    ) -> None:
        """Walk through a guide.

        Args:
            item: An exercise's full id; others as `tool:core/weighing`.
            small: Its small version.
            resume: From where its draft was left.
            in_place: Instead of the screen that is shown, not above it.
        """
        from peercompanion.practice.answers import filled
        from peercompanion.tui.screens.play import Play

        here = self.screen
        sitting, names = await self.sitting(), self.names()
        player = sitting.player(item, self.leave_out, names, small=small, resume=resume)
        if player is None:
            return
        first_line = filled(player.guide.first_line or "", names, {})
        play = Play(item, player, sitting, first_line=first_line)
        if in_place:
            self.replace(here, play)
        else:
            self.push_screen(play)

    @work
    async def open_link(self, link: str) -> None:
        """Open an item of any type: `exercise:feet-floor`."""
        from peercompanion.tui.routes import to_item

        kind, _colon, ref = link.partition(":")
        sitting = await self.sitting()
        if screen := to_item(kind, ref.partition("#")[0], sitting):
            self.push_screen(screen)

    def names(self) -> dict[str, str]:
        """What `{help_key}`, `{emergency}` and `{crisis}` stand for here."""
        from peercompanion.packs.help_lines import names

        return dict(names(self.region, help_key="F2"))

    def replace(self, shown: "Screen[Any]", by: "Screen[Any]") -> None:
        """Put a screen in the place of another, unless that has gone or been covered meanwhile."""
        if self.screen_stack[-1:] == [shown]:
            self.switch_screen(by)

    def go_home(self) -> None:
        """Back to Home, whatever lies above it.

        Nothing is awaited: a screen that waits in its own handler for its own end waits for ever.
        """
        from peercompanion.tui.page import Page

        while len(self.screen_stack) > 1:
            if isinstance(self.screen, Page):
                self.screen.passed_over()
            self.pop_screen()

    def action_command_palette(self) -> None:
        """Offer the tasks by their names, unless that lies open below help already."""
        from peercompanion.tui.palette import Palette

        if not any(isinstance(screen, Palette) for screen in self.screen_stack):
            self.push_screen(Palette(id="--command-palette"))

    def action_help_now(self) -> None:
        """Show the help lines, from wherever a person is; once more, come back."""
        from peercompanion.tui.screens.help_now import HelpNow

        if isinstance(self.screen, HelpNow):
            self.pop_screen()
        else:
            self.push_screen(HelpNow())

    def action_cover(self) -> None:
        """Cover everything with a page that says nothing, or uncover it."""
        from peercompanion.tui.screens.cover import Cover

        if isinstance(self.screen, Cover):
            self.pop_screen()
        else:
            self.push_screen(Cover())

    def get_system_commands(self, screen: "Screen[object]") -> "Iterable[SystemCommand]":
        """What the palette offers: the tasks, and nothing of Textual's own."""
        from peercompanion.practice.tasks import tasks
        from peercompanion.tui.routes import go

        for task in tasks():
            yield SystemCommand(task.title, task.help, partial(go, self, task.id))

    async def action_leave(self) -> None:
        """Leave what is on the screen, as Escape would."""
        await self.screen.run_action("screen.leave")

    # What is kept

    @work
    async def keep(
        self,
        record: "Record",
        told: "Callable[[str | None], None]" = lambda _problem: None,
        *,
        again: bool = False,
    ) -> None:
        """Keep a record, away from the screen and whatever screen is shown meanwhile.

        Args:
            record: What happened.
            told: Called once it is on disk with None, or with one sentence that says why not.
            again: It is another version of a record kept before.
        """
        sitting = await self.sitting()
        sitting.take_in(record)
        async with self._keeping:
            try:
                await asyncio.to_thread(self.kept.revise if again else self.kept.put, record)
            except NotKept as problem:
                told(str(problem))
            else:
                sitting.days.take(record.model_dump())
                told(None)
                if said := self.kept.first_words():  # no tick was there to say it beside
                    self._notice([" ".join(said)])
                await asyncio.to_thread(sitting.copy_plan, self.region, record)


def _import_screens() -> None:
    """Import what the next key may need, while nothing is asked for."""
    import peercompanion.tui.screens.afterwards
    import peercompanion.tui.screens.danger
    import peercompanion.tui.screens.exercise
    import peercompanion.tui.screens.play
    import peercompanion.tui.screens.right_now
    import peercompanion.tui.screens.walk  # noqa: F401

"""The stage as an app of its own: share-safe, since what must not be seen is never loaded.

It is handed what it shows and where its line lies, and knows no other folder.
"""

from collections.abc import Callable
from pathlib import Path
from typing import ClassVar, cast

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Center, Vertical
from textual.content import Content
from textual.driver import Driver
from textual.widgets import Static

from peercompanion.clock import Clock
from peercompanion.link import cards
from peercompanion.link.messages import Intent, Scene
from peercompanion.link.show import Show
from peercompanion.link.slides import Slide
from peercompanion.link.stage_end import Stage, StageEnd
from peercompanion.link.vocabulary import What
from peercompanion.text import width
from peercompanion.tui.quiet_app import QuietApp
from peercompanion.tui.stage.letters import ROWS, large
from peercompanion.tui.themes import THEMES

LOOKS_A_SECOND = 5
"""Never more updates than that; most seconds have one."""
REPEATS = 0.3
"""Seconds within which the same key counts once: remotes stutter."""
TWICE = 1.0
"""Seconds within which Escape twice hides."""
BAR = 40
"""Cells of the bar, where there are as many."""
ALWAYS: tuple[What, ...] = ("blank", "hide", "lines", "leave")
"""What the stage's own keys do while a console leads."""


class StageApp(QuietApp):
    """Shows the show.

    Args:
        show: What is on.
        run: The folder for the line's port and token; None for a stage that works alone.
        clock: The clocks, where they are not the real ones.
    """

    TITLE = "PeerCompanion"
    ENABLE_COMMAND_PALETTE = False
    ALLOW_SELECT = False
    AUTO_FOCUS = None
    CSS = """
    Screen { background: $background; color: $foreground; align: center middle; overflow: hidden; }
    #middle { width: 100%; height: auto; align: center middle; overflow: hidden; }
    Static { width: 100%; height: auto; text-align: center; text-style: bold; }
    #above { margin-bottom: 1; display: none; }
    #below { margin-top: 1; display: none; }
    #track { height: auto; }
    #bar { width: auto; background: $panel; display: none; }
    #lines { display: none; }
    .-paced #lines { margin-top: 1; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(keys, f"key('{what}')", show=False, priority=True)
        for keys, what in (
            ("pagedown,right,down,enter", "next"),
            ("pageup,left,up,backspace", "back"),
            ("space", "space"),
            ("b,full_stop", "blank"),
            ("escape", "escape"),
            ("h,f2", "lines"),
            ("plus,equals_sign", "slower"),
            ("minus", "faster"),
            ("o", "other-way"),
            ("s", "small"),
            ("q,ctrl+q,ctrl+c", "leave"),
        )
    ]

    def __init__(self, show: Show, run: Path | None, *, clock: Clock | None = None) -> None:
        super().__init__()
        self.show = show
        self.clock = clock or Clock()
        self.line = StageEnd(self._as_heard(), run) if run else None
        self._shown: Slide | None = None
        self._told: Scene | None = None
        self._troubled = False
        self._last_key: tuple[str, float] = ("", -1.0)
        for theme in THEMES:
            self.register_theme(theme)
        self.theme = show.scene.theme

    def compose(self) -> ComposeResult:
        """A word above or below a bar, and lines."""
        with Vertical(id="middle"):
            yield Static(id="above", markup=False)
            yield Center(Static(id="bar", markup=False), id="track")
            yield Static(id="below", markup=False)
            yield Static(id="lines", markup=False)

    async def on_mount(self) -> None:
        """Show the first card, then listen."""
        self.look()
        self.set_interval(1 / LOOKS_A_SECOND, self.look)
        if self.line:
            await self._open_line(self.line)

    async def on_unmount(self) -> None:
        """Listen no more."""
        if self.line:
            await self.line.close()

    async def _open_line(self, line: StageEnd) -> None:
        try:
            await line.open()
        except OSError:
            self.line = None  # it works alone; the console says that it finds no stage

    # Showing

    def look(self) -> None:
        """Show what is on now, and only what has changed; tell the console."""
        if self.is_ending:
            return
        try:
            now = self.clock.monotonic()
            slide = Slide(cards.moment()) if self._troubled else self.show.slide(now)
            if slide != self._shown:
                self.paint(slide)
            scene = self.show.at(now)
            if self.theme != scene.theme:
                self.theme = scene.theme
            if self.line and self._told != (told := scene.model_copy(update={"left": 0.0})):
                self._told = told
                self.line.tell()
        except Exception as error:
            self.fault(error)

    @property
    def is_ending(self) -> bool:
        """Whether the end was asked for from outside."""
        return bool(getattr(self._driver, "ending", False))

    def paint(self, slide: Slide) -> None:
        """Show a card at once, with nothing in between."""
        self._shown = slide
        word = self._word(slide)
        with self.batch_update():
            self.query_one("#middle").set_class(bool(word), "-paced")
            self._put("above", () if slide.below else word)
            self._put("below", word if slide.below else ())
            self._put("bar", () if slide.share is None else self._bar(slide.share))
            self._put("lines", self._lines(slide, bool(word)))

    def _word(self, slide: Slide) -> tuple[str, ...]:
        if not slide.word:
            return ()
        rows = large(slide.word)
        room = self.size.height >= ROWS + 3 + len(slide.lines) + 2
        if rows and room and width(rows[0]) <= self.size.width - 2:
            return rows
        return (slide.said or slide.word,)

    def _bar(self, share: float) -> tuple[str, ...]:
        cells = min(BAR, self.size.width - 4)
        full = round(share * cells)
        line = "█" * full + " " * (cells - full)
        rows = 2 if self.size.height >= 18 else 1
        return (line,) * rows

    def _lines(self, slide: Slide, paced: bool) -> tuple[str, ...]:
        """The lines; with an empty one between each two of a few, where there is room."""
        few = len(slide.lines) <= 3 and not paced and self.size.height >= 16
        return tuple("\n\n".join(slide.lines).split("\n")) if few else slide.lines

    def _put(self, name: str, rows: tuple[str, ...]) -> None:
        static = self.query_one(f"#{name}", Static)
        content = Content("\n".join(rows))
        if static.visual != content:
            static.update(content)
        static.display = bool(rows)

    def on_resize(self) -> None:
        """Fit the card to the window, and draw all of it: the window may have been away."""
        if self._shown:
            self.paint(self._shown)
        self.screen.refresh(layout=True)
        self.call_after_refresh(self.screen.refresh)

    # Keys

    def action_key(self, what: str) -> None:
        """Do what a key asks for, a stuttering one once."""
        now = self.clock.monotonic()
        before, at = self._last_key
        self._last_key = (what, now)
        if what == "escape":
            if before != "escape" or now - at > TWICE:
                return
            self._last_key = ("", now)
            what = "hide"
        elif before == what and now - at < REPEATS:
            return
        self.key(cast("What", what))

    def key(self, what: What) -> None:
        """Do what is asked for here, as far as no console leads."""
        if self.line and self.line.led and what not in ALWAYS:
            return
        covered = bool(self.show.scene.cover)
        if what == "leave":
            if self.show.scene.card == "thanks" and not covered:
                self.exit()
            else:
                self._do(self._say_thanks)
        elif covered and what == "hide":
            self._do(lambda: self.show.do("uncover", self.clock.monotonic()))
        elif not covered or what == "blank":
            self._do(lambda: self.show.do(what, self.clock.monotonic()))

    def _say_thanks(self) -> None:
        now = self.clock.monotonic()
        self.show.do("uncover", now)
        if self.show.scene.card != "thanks":
            self.show.do("thanks", now)

    def _do(self, act: Callable[[], None]) -> None:
        """Do something; whatever goes wrong shows one card and nothing of itself."""
        try:
            self._troubled = False
            act()
        except Exception as error:
            self.fault(error)
        self.look()

    # The line

    def _as_heard(self) -> Stage:
        return Stage(
            take=lambda intent: self._do(lambda: self._heard(intent)),
            scene=lambda: self.show.at(self.clock.monotonic()),
            version=lambda: self.show.guides.version(self.show.scene.item),
            fresh=lambda: self.show.fresh,
            columns=lambda: self.size.width,
            lost=lambda: self._do(self.show.lost_console),
            found=lambda: self._do(self.show.found_console),
            fault=self.fault,
        )

    def _heard(self, intent: Intent) -> None:
        if intent.kind == "do" and intent.what == "leave":
            self.exit()
        self.show.take(intent, self.clock.monotonic())

    # What goes wrong

    def fault(self, error: Exception) -> None:
        """Show one kind card, and tell the console what happened."""
        self._troubled = True
        try:
            if self._shown != Slide(cards.moment()):
                self.paint(Slide(cards.moment()))
            if self.line:
                self.line.tell_fault(error)
        except Exception:  # nothing is left but to end, quietly
            self.panic()

    def _handle_exception(self, error: Exception) -> None:
        """Take what Textual could not deal with: the app ends, and shows nothing of it."""
        if self.line:
            self.line.tell_fault(error)
        super()._handle_exception(error)

    def last_words(self) -> str:
        """Say nothing: the window is shared."""
        return ""

    def get_driver_class(self) -> type[Driver]:
        """Draw through a driver that clears behind itself."""
        from peercompanion.tui.stage.driver import StageDriver

        return StageDriver

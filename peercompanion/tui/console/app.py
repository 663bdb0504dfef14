"""The console as an app of its own: it shows what `Leading` knows, and hands keys to it."""

import asyncio
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import ClassVar

from textual import events, on, work
from textual.binding import Binding, BindingType
from textual.driver import Driver

from peercompanion.kept import NotKept
from peercompanion.link.leading import Leading
from peercompanion.supporter import Supporter
from peercompanion.tui import keys
from peercompanion.tui.console.board import BoardRoom, Leaving
from peercompanion.tui.console.cards import AfterTheCall, Preflight, Serious
from peercompanion.tui.console.frame import ConsoleFrame
from peercompanion.tui.console.lead import KEYS, AllKeys, Lead
from peercompanion.tui.console.opening import Agendas, Opening
from peercompanion.tui.console.own import Own
from peercompanion.tui.console.room import Room
from peercompanion.tui.themes import THEMES
from peercompanion.tui.widgets.choices import Choices
from peercompanion.tui.widgets.frame import KeysFooter

LOOKS_A_SECOND = 5
REPEATS = 0.3
"""Seconds within which the same key counts once: remotes stutter."""
TWICE = 1.0
"""Seconds within which Escape twice hides the stage."""
ACT_OF = {key: act for act, named in KEYS.items() for key in named}
IN_SERIOUS = ("blank", "lines")
"""What the stage's keys do in a serious moment."""
ROOMS: dict[str, Callable[["ConsoleApp"], Room]] = {
    "serious": Serious,
    "board": BoardRoom,
    "open": Opening,
    "agenda": Agendas,
    "before": Preflight,
    "after": AfterTheCall,
    "keys": AllKeys,
    "agency-steps": Own.agency,
    "helped": Own.helped,
}


class ConsoleApp(ConsoleFrame):
    """Leads the stage.

    Args:
        leading: What is led.
        supporter: The supporter's own place.
        save_to: The folder a board is saved to when the person asks for it.
        theme: Its colours.
        letter_keys: Whether single letters do anything.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+q,ctrl+c", "leave", show=False, priority=True),
        Binding("escape", "escape", show=False, priority=True),
        Binding("f4", "menu", show=False, priority=True),
        *(
            Binding(key, f"led('{key}')", show=False)
            for key in ACT_OF
            if len(key) > 1  # letters are looked at as they are typed, with their case
        ),
    ]

    def __init__(
        self,
        leading: Leading,
        supporter: Supporter,
        *,
        save_to: Path | None = None,
        theme: str = "dusk",
        letter_keys: bool = True,
    ) -> None:
        super().__init__()
        self.leading = leading
        self.clock = leading.clock
        self.supporter = supporter
        self.save_to = save_to or Path.home()
        self.letter_keys = letter_keys
        self.entered = self.clock.monotonic()
        """When the room was entered."""
        self.room: Room = Preflight(self)
        self._last_key: tuple[str, float] = ("", -1.0)
        leading.heard = self.look
        for each in THEMES:
            self.register_theme(each)
        self.theme = theme

    def on_mount(self) -> None:
        """Look for the stage."""
        self.set_interval(1 / LOOKS_A_SECOND, self.look)
        self.look()
        self.hold()

    @work
    async def hold(self) -> None:
        """Keep the line to the stage."""
        await self.leading.line.hold()

    def enter(self, room: Room, at: int = 0) -> None:
        """Go into a room, to one of its rows."""
        self.room, self.entered = room, self.clock.monotonic()
        self.query_one("#around").scroll_home(animate=False)
        self.set_focus(None)
        self.fill(at)

    def lead(self) -> None:
        """Back to leading."""
        self.enter(Lead(self))

    # Keys

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """The stage's keys work where nothing is typed or chosen."""
        return (self.room.leads and not self.typing) if action == "led" else True

    async def on_key(self, event: events.Key) -> None:
        """Take the room's own keys, then the stage's."""
        key = event.character or event.key
        if self.typing or (keys.is_letter(key) and not self.letter_keys):
            return
        own = {key: act for key, _does, act in self.room.key_names() if act}
        own |= {row.key: row.id for row in self.room.rows() if row.id.startswith("room ")}
        named = "full_stop" if key == "." else key
        if key in own and len(key) == 1:
            self.act(own[key])
        elif key == "?":
            self.action_menu()
        elif key == "!":
            self.act("serious")
        elif self.room.leads and named in ACT_OF:
            self.action_led(named)
        else:
            return
        event.stop()

    def action_led(self, key: str) -> None:
        """Do what a key of the stage stands for; a stuttering one counts once."""
        act, now = ACT_OF[key], self.clock.monotonic()
        before, at = self._last_key
        self._last_key = (act, now)
        if before == act and now - at < REPEATS:
            return
        if isinstance(self.room, Preflight):
            self.lead()
            if act == "here":
                return
        if not isinstance(self.room, Serious) or act in IN_SERIOUS:
            self.act(act)

    def act(self, act: str) -> None:
        """Do one of the acts, here or on the stage."""
        if act.startswith("room "):
            self.room.act(act)
        elif act == "leave":
            self.action_leave()
        else:
            self.leading.act(act)
            if make := ROOMS.get(act):
                self.enter(make(self))
        self.look()

    @on(KeysFooter.Pressed)
    def _key_clicked(self, pressed: KeysFooter.Pressed) -> None:
        if pressed.action:
            self.act(pressed.action)

    def action_menu(self) -> None:
        """Show every act."""
        self.act("keys")

    def action_escape(self) -> None:
        """Back to leading; there, twice within a second hides the stage."""
        if self.typing:
            self.stop_typing()
        elif not isinstance(self.room, Lead | Preflight):
            self.lead()
        else:
            now = self.clock.monotonic()
            before, at = self._last_key
            self._last_key = ("escape", now)
            if before == "escape" and now - at <= TWICE:
                self.act("hide")

    def action_leave(self) -> None:
        """Leave the console, by the board where it holds something that would be lost."""
        if self.leading.board.lines and not isinstance(self.room, Leaving):
            self.enter(Leaving(self))
        else:
            self._end()

    @work
    async def _end(self) -> None:
        """Write the log, and go. The stage finishes the breath and holds its card."""
        timing = self.leading.timing
        with suppress(NotKept):  # nobody is kept in a room for the sake of a log
            await asyncio.to_thread(self.supporter.log, timing.spent, timing.groups)
        self.exit()

    @on(Choices.Chosen)
    def _chosen(self, chosen: Choices.Chosen) -> None:
        self.room.chosen(chosen.choice, chosen.choices.at)

    def get_driver_class(self) -> type[Driver]:
        """Draw through a driver that names this window."""
        from peercompanion.tui.console.driver import ConsoleDriver

        return ConsoleDriver

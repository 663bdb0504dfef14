"""The console as an app of its own: it says what the stage acknowledged, and asks for the rest."""

import datetime
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, ClassVar

from textual import events, on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.driver import Driver
from textual.widgets import Input, Static

from peercompanion.clock import Clock
from peercompanion.language import _
from peercompanion.link.console_end import ConsoleEnd
from peercompanion.link.guides import FOLDERS, Guides
from peercompanion.link.messages import Choose, Do, Fault, Intent, Jump, Scene, Show, Snapshot, Take
from peercompanion.link.stage_end import LOST_AFTER
from peercompanion.practice.board import LONGEST, Board
from peercompanion.practice.words import about_minutes
from peercompanion.tui.console import notes
from peercompanion.tui.console.timing import Agenda, Timing
from peercompanion.tui.quiet_app import QuietApp
from peercompanion.tui.themes import THEMES
from peercompanion.tui.widgets.choices import Choice, Choices
from peercompanion.tui.widgets.entry import Entry
from peercompanion.tui.widgets.frame import KeyName, KeysFooter

LOOKS_A_SECOND = 5
REPEATS = 0.3
"""Seconds within which the same key counts once: remotes stutter."""
TWICE = 1.0
"""Seconds within which Escape twice hides the stage."""
LEADS = ("screen", "voice", "own")
REMOTE = {
    "pagedown": "next",
    "right": "next",
    "down": "next",
    "pageup": "back",
    "left": "back",
    "up": "back",
    "space": "space",
    "b": "blank",
    "full_stop": "blank",
    "plus": "slower",
    "equals_sign": "slower",
    "minus": "faster",
    "o": "other-way",
    "s": "small",
    "h": "lines",
    "l": "lines",
    "t": "latecomer",
    "z": "thanks",
}
"""Keys that the stage itself would take."""


class ConsoleApp(QuietApp):
    """Leads the stage.

    Args:
        guides: What can be opened.
        run: The folder the stage's port and token lie in.
        regions: Whose help lines the stage shows, where it was not told.
        agency: The steps of the supporter's own service, for a serious moment.
        save_to: The folder a board is saved to when the person asks for it.
        clock: The clocks, where they are not the real ones.
    """

    TITLE = "PeerCompanion"
    ENABLE_COMMAND_PALETTE = False
    AUTO_FOCUS = None
    CSS = """
    Screen { background: $background; color: $foreground; }
    #head { height: 1; dock: top; padding: 0 2; background: $panel; text-style: bold; }
    #state { height: 1; padding: 0 2; color: $secondary; }
    #around { height: 1fr; padding: 1 2 0 2; scrollbar-size-vertical: 1; }
    #body { height: auto; }
    #list { display: none; }
    Entry { display: none; margin: 0 2; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+q,ctrl+c", "leave", show=False, priority=True),
        *(Binding(key, f"remote('{key}')", show=False) for key in REMOTE),
        Binding("escape", "escape", show=False, priority=True),
        Binding("enter", "jump_here", show=False),
    ]

    def __init__(
        self,
        guides: Guides,
        run: Path,
        *,
        regions: Sequence[str] = (),
        agency: Sequence[str] = (),
        save_to: Path | None = None,
        theme: str = "dusk",
        clock: Clock | None = None,
    ) -> None:
        super().__init__()
        self.guides = guides
        self.regions = tuple(regions)
        self.agency = agency
        self.save_to = save_to or Path.home()
        self.clock = clock or Clock()
        self.line = ConsoleEnd(run, self.told)
        self.board = Board()
        self.mode = "preflight"
        self.timing = Timing()
        self.agenda: Agenda | None = None
        self.browsing: str | None = None
        """The step looked at while the stage is frozen."""
        self.frozen = False
        self.trouble = ""
        self._last_key: tuple[str, float] = ("", -1.0)
        self._typed: Callable[[str], None] = lambda _line: None
        for each in THEMES:
            self.register_theme(each)
        self.theme = theme

    def compose(self) -> ComposeResult:
        """Who sees this, what the stage does, what to say, and keys."""
        yield Static(id="head", markup=False)
        yield Static(id="state", markup=False)
        with VerticalScroll(id="around", can_focus=False):
            yield Static(id="body", markup=False)
            yield Choices(id="list")
        yield Entry(id="entry")
        yield KeysFooter()

    def on_mount(self) -> None:
        """Look for the stage."""
        self.query_one("#entry", Entry).max_length = LONGEST
        self.set_interval(1 / LOOKS_A_SECOND, self.look)
        self.look()
        self.hold()

    @work
    async def hold(self) -> None:
        """Keep the line to the stage."""
        await self.line.hold()

    # What is known

    @property
    def scene(self) -> Scene:
        """What the stage acknowledged last."""
        return self.line.last.scene if self.line.last else Scene()

    @property
    def here(self) -> notes.Place:
        """Where the stage is or, frozen, where this window browses."""
        return notes.place(self.guides, self.scene, self.browsing or self.scene.step)

    def told(self, told: Snapshot | Fault) -> None:
        """Take in what the stage says."""
        if isinstance(told, Fault):
            self.trouble = _("The stage shows one moment, please: {error} in {where}, line {line}.")
            self.trouble = self.trouble.format(
                **told.model_dump(include={"error", "where", "line"})
            )
        else:
            now = self.clock.monotonic()
            self.timing.at(told.scene, now)
            if self.agenda:
                self.agenda.at(told.scene, now)
            if self.regions and not told.scene.regions and told.driver:
                self.ask(Choose, regions=self.regions[:3])
        self.look()

    def ask(self, kind: type[Intent], **fields: Any) -> None:
        """Ask the stage for something; where nobody listens, the line of state says so."""
        self.trouble = ""
        self.line.ask(kind, **fields)

    # Showing

    def look(self) -> None:
        """Show what is so now."""
        if not self.query("#head"):
            return
        self.query_one("#head", Static).update(self._head())
        self.query_one("#state", Static).update(Content(self._state()))
        self.query_one("#body", Static).update(Content.assemble(*self._body()))
        listed = self.query_one("#list", Choices)
        listed.display = self.mode in ("list", "board")
        self.query_one(KeysFooter).keys = self._keys()

    def _head(self) -> Content:
        now = self.clock.now()
        facts = [_("{lead} leads").format(lead=notes.leads()[self.scene.lead])]
        if self.agenda:
            facts.append(self.agenda.said(self.guides, self.clock.monotonic()))
        facts.append(now.strftime("%H:%M"))
        return Content("PRIVATE  ·  " + "  ·  ".join(facts))

    def _state(self) -> str:
        age = self.line.age()
        if self.trouble:
            return self.trouble
        if age is None:
            return _("No stage yet. `peercompanion live` in another window opens it.")
        if not self.line.there:
            said = _("The stage does not answer ({n} s). Looking for it. Your voice leads.")
            return said.format(n=int(age)) if age >= LOST_AFTER - 1 else _("Looking for the stage.")
        shown = _("Shown {age} s ago: {what}")
        said = shown.format(age=f"{age:.1f}", what=notes.on_stage(self.scene, self._there()))
        if not self.line.leads:
            return said + "  ·  " + _("Another console leads. T takes over.")
        return said + (("  ·  " + _("frozen")) if self.frozen else "")

    def _there(self) -> notes.Place:
        return notes.place(self.guides, self.scene, self.scene.step)

    def _body(self) -> list[tuple[str, str]]:
        columns = self.line.last.columns if self.line.last else None
        match self.mode:
            case "preflight":
                return _listed(notes.preflight(columns, self.scene.lead))
            case "serious":
                regions = self.scene.regions or self.regions
                told = notes.serious(regions, group=self.scene.group, agency=self.agency)
                return _listed(told)
            case "after":
                return _listed(notes.after_the_call())
            case "list":
                return []
            case "keys":
                return [
                    part
                    for key, does in notes.all_keys()
                    for part in ((f"{key:>8}  ", "bold $secondary"), (f"{does}\n", ""))
                ]
            case "board":
                said = _("Nothing of this is kept. Others see it when you show it.")
                return [(said + "\n", "$quiet")]
        return self._leading()

    def _leading(self) -> list[tuple[str, str]]:
        here, scene = self.here, self.scene
        body: list[tuple[str, str]] = []
        if here.guide:
            at = "" if here.at is None else f"  {here.at + 1}/{len(here.steps)}"
            body.append((f"{here.guide.title}{at}   {self._times()}\n\n", "$quiet"))
        body += [(f"  {line}\n", "bold") for line in notes.said(here, scene)]
        if further := notes.next_part(here, scene):
            body.append((f"\n{_('then')}  {further}\n", "$foreground"))
        if told := notes.private(here):
            body.append((f"\n{told}\n", "$secondary"))
        if offered := notes.offered(here.step, self.guides):
            guide = self.guides.guide(offered)
            said = _("e  opens {title}").format(title=guide.title if guide else offered)
            body.append((f"\n{said}\n", "$foreground"))
        if here.guide:
            said = _("Next: {step}").format(step=notes.in_short(here.following, here.names))
            body.append((f"\n{said}\n", "$quiet"))
        return body

    def _times(self) -> str:
        guide = self.here.guide
        minutes = (guide.small_minutes if self.scene.small else guide.minutes) if guide else 0
        return self.timing.said(minutes, self.scene.left, self.clock.monotonic())

    def _keys(self) -> tuple[KeyName, ...]:
        named = {
            "board": [
                ("enter", _("Type a line")),
                ("g", _("Agreed")),
                ("w", _("Reword")),
                ("x", _("Take off")),
                ("v", _("Show")),
                ("y", _("Copy for them")),
                ("f", _("Save a file")),
                ("k", _("Wipe")),
                ("esc", _("Back")),
            ],
            "list": [("enter", _("Open on the stage")), ("esc", _("Back"))],
            "serious": [("esc", _("Back, the stage stays blank"))],
            "keys": [("esc", _("Back"))],
            "preflight": [("enter", _("Begin"))],
            "after": [("enter", _("Back")), ("q", _("Leave"))],
        }.get(
            self.mode,
            [
                ("h", _("Help lines")),
                ("q", _("Leave")),
                ("b", _("Blank")),
                ("!", _("Serious")),
                ("→ ←", _("Step")),
                ("space", _("Start")),
                ("?", _("All keys")),
            ],
        )
        return tuple(KeyName(key, does, "") for key, does in named)

    # Keys

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """The stage's keys work where nothing is typed or chosen."""
        if action == "remote":
            return self.mode in ("lead", "serious") and not self._typing
        if action == "jump_here":
            return self.mode in ("lead", "preflight", "after") and not self._typing
        return True

    @property
    def _typing(self) -> bool:
        return isinstance(self.focused, Input)

    def action_remote(self, key: str) -> None:
        """Do on the stage what this key would do there; frozen, browse here alone."""
        what = REMOTE[key]
        now = self.clock.monotonic()
        before, at = self._last_key
        self._last_key = (what, now)
        if before == what and now - at < REPEATS:
            return
        if self.mode == "serious" and what not in ("blank", "lines"):
            return
        if self.frozen and what in ("next", "back"):
            self._browse(1 if what == "next" else -1)
        else:
            self.ask(Do, what=what)
        self.look()

    def _browse(self, by: int) -> None:
        here = self.here
        if here.steps:
            at = min(max((-1 if here.at is None else here.at) + by, 0), len(here.steps) - 1)
            self.browsing = here.steps[at].id

    def action_escape(self) -> None:
        """Back to leading; there, twice within a second hides the stage."""
        if self._typing:
            self._stop_typing()
        elif self.mode not in ("lead", "preflight"):
            self._turn("lead")
        else:
            now = self.clock.monotonic()
            before, at = self._last_key
            self._last_key = ("escape", now)
            if before == "escape" and now - at <= TWICE:
                self.ask(Do, what="hide")

    def action_jump_here(self) -> None:
        """Begin to lead; frozen, take the stage to where this window is."""
        if self.mode != "lead":
            self._turn("lead")
        elif self.frozen and self.browsing and self.scene.item:
            self.ask(Jump, item=self.scene.item, small=self.scene.small, step=self.browsing)
            self._freeze(False)

    def action_leave(self) -> None:
        """Leave the console. The stage finishes the breath and holds its card."""
        self.exit()

    def _turn(self, mode: str) -> None:
        self.mode = mode
        if mode == "lead":
            self.set_focus(None)
        self.look()

    def _freeze(self, frozen: bool) -> None:
        self.frozen = frozen
        self.browsing = self.scene.step if frozen else None

    async def on_key(self, event: events.Key) -> None:
        """Take what belongs to this window alone."""
        if self._typing:
            return
        key = event.character or event.key
        handler = {"lead": self._lead_key, "board": self._board_key}.get(self.mode)
        if handler and handler(key):
            event.stop()
        elif key == "!" and self.mode != "serious":
            self.serious()
            event.stop()
        elif key == "q" and self.mode == "after":
            self.exit()
        self.look()

    def _lead_key(self, key: str) -> bool:
        match key:
            case "!":
                self.serious()
            case "d":
                self._open_board()
            case "g":
                self._offer(self._all_guides())
            case "a":
                self._offer(self._guides_of("session"))
            case "f":
                self._freeze(not self.frozen)
            case "w":
                after = (LEADS.index(self.scene.lead) + 1) % len(LEADS)
                self.ask(Choose, lead=LEADS[after])
            case "e":
                self._open_offered()
            case "u":
                if self.agenda:
                    self.ask(Jump, item=self.agenda.item, step=self.agenda.next_step(self.guides))
            case "p":
                self._turn("preflight")
            case "c":
                self._turn("after")
            case "?":
                self._turn("keys")
            case "T":
                self.ask(Take)
            case "q":
                self.exit()
            case _:
                return False
        return True

    def serious(self) -> None:
        """Blank the stage at once, and say here what to say."""
        self.ask(Do, what="hide")
        self._turn("serious")

    # What can be opened

    def _open_offered(self) -> None:
        if item := notes.offered(self.here.step, self.guides):
            self.ask(Jump, item=item)

    def _guides_of(self, kind: str) -> list[Choice]:
        rows = []
        for full in self.guides.library.ids(FOLDERS[kind]):
            item = f"{kind}:{full}"
            if (guide := self.guides.guide(item)) and not guide.hidden:
                rows.append(Choice(guide.title, item, note=about_minutes(guide.minutes)))
        return rows

    def _all_guides(self) -> list[Choice]:
        together = [Choice(_("For groups"))]
        rows = self._guides_of("exercise")
        group = [row for row in rows if _is_for_groups(self.guides, row.id)]
        others = [row for row in rows if row not in group]
        tools = [Choice(_("Tools")), *self._guides_of("tool")]
        return [*together, *group, Choice(_("Exercises")), *others, *tools]

    def _offer(self, rows: list[Choice]) -> None:
        self._turn("list")
        listed = self.query_one("#list", Choices)
        listed.show(rows)
        listed.display = True
        listed.focus()

    @on(Choices.Chosen)
    def _chosen(self, chosen: Choices.Chosen) -> None:
        if self.mode == "board":
            self._type(self._add_line)
            return
        item = chosen.choice.id
        if item.startswith("session:"):
            self.agenda = Agenda(item, self.clock.monotonic())
        self.ask(Jump, item=item)
        self._freeze(False)
        self._turn("lead")

    # The board

    def _open_board(self) -> None:
        self._turn("board")
        self._fill_board()

    def _fill_board(self) -> None:
        listed = self.query_one("#list", Choices)
        rows = [
            Choice(line.text, f"line:{n}", mark="●" if line.agreed else "○")
            for n, line in enumerate(self.board.lines)
        ]
        listed.show([*rows, Choice(_("Type a line"), "new")], min(listed.at, len(rows)))
        listed.display = True
        listed.focus()
        self.look()

    def _board_key(self, key: str) -> bool:
        at = self.query_one("#list", Choices).at
        on_line = at < len(self.board.lines)
        match key:
            case "g" if on_line:
                self.board.agree(at)
            case "x" if on_line:
                self.board.drop(at)
            case "w" if on_line:
                self._type(lambda line: self.board.reword(at, line), self.board.lines[at].text)
                return True
            case "v":
                self.ask(Show, lines=self.board.shown)
            case "y":
                self.copy_to_clipboard(self.board.as_text(self.clock.now().date()))
                self.trouble = _("Copied, as far as this terminal allows it.")
            case "f":
                self._save_board()
            case "k":
                self.board.wipe()
                self.ask(Do, what="wipe")
            case _:
                return False
        self._fill_board()
        return True

    def _save_board(self) -> None:
        """Write the agreed lines to a file of the person's, and nowhere else."""
        if not self.board.agreed:
            self.trouble = _("Each line first: agreed, reworded or taken off.")
            return
        day: datetime.date = self.clock.now().date()
        for number in range(1, 100):
            name = f"peer-session-{day}{'' if number == 1 else f'-{number}'}.txt"
            try:
                with (self.save_to / name).open("x", encoding="utf-8") as file:
                    file.write(self.board.as_text(day))
            except FileExistsError:
                continue
            except OSError as error:
                self.trouble = _("That could not be saved: {why}.").format(why=error.strerror)
                return
            self.trouble = _("Saved for them: {file}").format(file=self.save_to / name)
            return

    def _type(self, then: Callable[[str], Any], value: str = "") -> None:
        self._typed = then
        entry = self.query_one("#entry", Entry)
        entry.value = value
        entry.display = True
        entry.focus()

    def _add_line(self, line: str) -> None:
        if not self.board.add(line):
            self.trouble = _("Seven lines of forty letters is what a share can show.")

    @on(Input.Submitted)
    def _submitted(self) -> None:
        line = self.query_one("#entry", Entry).line
        self._stop_typing()
        many = len(self.board.lines)
        if line:
            self._typed(line)
        self._fill_board()
        if len(self.board.lines) > many:
            self.query_one("#list", Choices).at = many

    def _stop_typing(self) -> None:
        entry = self.query_one("#entry", Entry)
        entry.display = False
        entry.value = ""
        self._fill_board()

    def get_driver_class(self) -> type[Driver]:
        """Draw through a driver that names this window."""
        from peercompanion.tui.console.driver import ConsoleDriver

        return ConsoleDriver


def _listed(lines: Sequence[str]) -> list[tuple[str, str]]:
    return [(f"{line}\n", "bold") for line in lines]


def _is_for_groups(guides: Guides, item: str) -> bool:
    guide = guides.guide(item)
    return guide is not None and guide.group == "only"

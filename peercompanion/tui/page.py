"""What all screens share: the frame, help, the way out, and keys that are always named."""

from collections.abc import Iterable
from typing import ClassVar

from textual import events, getters, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Input

from peercompanion.language import _
from peercompanion.tui import keys
from peercompanion.tui.app import CompanionApp
from peercompanion.tui.widgets.choices import Choices
from peercompanion.tui.widgets.frame import KeysFooter, TitleBar
from peercompanion.tui.widgets.words import Words


class Page(Screen[None]):
    """One screen. Help is the first key and the way out the second, on every one of them.

    A screen says what it holds in `body`, and names its keys by its `BINDINGS`: those with a
    description stand in the footer, in their order.
    """

    AUTO_FOCUS = ""
    FIRST = "Choices"
    """What has the keys at first. It is not scrolled to: a screen begins at its top."""
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("h,f2", "help_now", "Help now"),
        Binding("escape,q", "leave", "Leave"),
        Binding("f3", "cover", "Cover"),
        Binding("question_mark,f4", "menu", "All keys"),
        Binding("down", "scroll_body(2)", show=False),
        Binding("up", "scroll_body(-2)", show=False),
        Binding("pagedown", "scroll_body(10)", show=False),
        Binding("pageup", "scroll_body(-10)", show=False),
    ]

    app = getters.app(CompanionApp)

    def __init__(self) -> None:
        # A size learnt only after the first frame would have it styled, laid out and drawn twice.
        super().__init__(classes=" ".join(self.app.size_classes()))

    def title_text(self) -> str:
        """What stands at the top left."""
        return "PeerCompanion"

    def fact(self) -> str:
        """What stands quietly at the top right."""
        return ""

    def body(self) -> Iterable[Widget]:
        """What the screen holds."""
        return ()

    def compose(self) -> ComposeResult:
        """Title, body, keys."""
        yield TitleBar(self.title_text(), self.fact())
        with VerticalScroll(classes="body", can_focus=False):
            yield from self.body()
        yield KeysFooter()

    def refresh_bindings(self) -> None:
        """Name the keys that work now."""
        super().refresh_bindings()
        self._name_keys()

    # The keys

    @property
    def typing(self) -> bool:
        """Whether letters are text right now."""
        return isinstance(self.focused, Input)

    def declared_bindings(self) -> Iterable[Binding]:
        """The keys this screen names, whether or not letters are switched off."""
        declared = self._merged_bindings
        every = declared.key_to_bindings.values() if declared else ()
        return (binding for each in every for binding in each if binding.show)

    def _heed_letters(self) -> None:
        """Take what letters do away while they are switched off, and bring it back after."""
        if self._merged_bindings:
            self._bindings = self._merged_bindings.copy()
        if not self.app.preferences.letter_keys:
            keys.without_letters(self._bindings)

    def names_key(self, action: str) -> bool:
        """Whether the footer has to name this key: there may be nothing to choose."""
        return action != "choose" or any(choices.open_rows for choices in self.query(Choices))

    def words_for(self, binding: Binding) -> str:
        """What a key does, in the person's language.

        Enter is named after the row that leads a list only while it takes that row.
        """
        another = isinstance(self.focused, Choices) and self.focused.takes_another
        return _("Choose") if another and binding.action == "choose" else _(binding.description)

    def _name_keys(self) -> None:
        self._heed_letters()
        for footer in self.query(KeysFooter):
            footer.keys = keys.names(self)

    def on_mount(self) -> None:
        """Name the keys from the first frame on."""
        for first in self.query(self.FIRST).results() if self.FIRST else ():
            first.focus(scroll_visible=False)
            break
        self._name_keys()
        for choices in self.query(Choices):
            self.watch(choices, "at", self._name_keys, init=False)

    @on(events.Unmount)
    def _leave_nothing_behind(self) -> None:
        self.app.letting_go.soon()

    def on_descendant_focus(self) -> None:
        """Name the keys anew: typing changes them, also those of the rows."""
        for choices in self.query(Choices):
            choices.refresh()
        self._name_keys()

    on_descendant_blur = on_descendant_focus

    async def on_key(self, event: events.Key) -> None:
        """Take the keys that rows of choices carry."""
        key = event.character or event.key
        if keys.is_letter(key) and not self.app.preferences.letter_keys:
            return
        shown = [choices for choices in self.query(Choices) if choices.display]
        if not self.typing and any(choices.choose_key(key) for choices in shown):
            event.stop()

    @on(KeysFooter.Pressed)
    async def _key_clicked(self, pressed: KeysFooter.Pressed) -> None:
        await self.run_action(pressed.action)

    # What every screen can do

    def action_help_now(self) -> None:
        """Show the help lines; Escape comes back to exactly here."""
        self.app.action_help_now()

    def action_cover(self) -> None:
        """Cover everything with a page that says nothing, or uncover it."""
        self.app.action_cover()

    def action_choose(self) -> None:
        """Take the row at hand, as Enter does, for whoever chose the name of that key."""
        if isinstance(self.focused, Choices):
            self.focused.action_choose()

    def action_menu(self) -> None:
        """Show all keys, as a menu."""
        from peercompanion.tui.screens.menu import Menu

        self.app.push_screen(Menu(keys.names(self, menu=True), self))

    def action_scroll_body(self, lines: int) -> None:
        """Show more of a page that is longer than the screen."""
        for body in self.query(".body").results(VerticalScroll):
            body.scroll_to(y=body.scroll_y + lines, animate=False, force=True)

    async def action_leave(self) -> None:
        """Leave this screen; while typing, leave the typing."""
        if self.typing:
            self.action_stop_typing()
        else:
            await self.leave()

    async def leave(self) -> None:
        """Go back to what lies below."""
        self.app.pop_screen()

    def written_elsewhere(self) -> None:
        """Show what is so now: another day began, or another window or a command wrote."""

    def passed_over(self) -> None:
        """Know that Home is next and this screen goes without having been left."""

    def action_stop_typing(self) -> None:
        """Leave the field; what was typed stays."""
        self.set_focus(None)


def text(words: str, *classes: str, id: str | None = None) -> Words:  # noqa: A002
    """A text for people, never read as markup, at most 60 columns wide."""
    return Words(words, classes=" ".join(("text", *classes)), id=id)

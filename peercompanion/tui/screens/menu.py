"""All that can be done on the screen below, with its keys: to read, or to choose from."""

from collections.abc import Iterable, Sequence
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.widget import Widget

from peercompanion.language import _
from peercompanion.tui.page import Page, text
from peercompanion.tui.widgets.choices import Choice, Choices
from peercompanion.tui.widgets.frame import KeyName

HOME = "home"


class Menu(Page):
    """The footer's own names, all of them. Choosing one does it, on the screen below.

    The last leads Home at once, however many screens lie below.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "choose", "Do it"),
        Binding("question_mark,f4", "leave", "Back", show=False),
    ]

    def __init__(self, names: Sequence[KeyName], below: Page) -> None:
        super().__init__()
        self._names = names
        self._below = below

    def title_text(self) -> str:
        """Where this is."""
        return _("All keys")

    def names_key(self, action: str) -> bool:
        """The menu is open already."""
        return action != "menu"

    def body(self) -> Iterable[Widget]:
        """A row for each, and the keys that work everywhere."""
        rows = [
            Choice(name.does, f"{number}", name.key)
            for number, name in enumerate(self._names)
            if not name.action.startswith("menu")
        ]
        yield Choices([*rows, Choice(_("Back to Home"), HOME, "0")], enter_word="")
        yield text(
            _("F2 is help, F3 covers the screen, F4 is this page, ctrl+c leaves: everywhere."),
            "quiet",
            id="below",
        )

    @on(Choices.Chosen)
    async def _chosen(self, chosen: Choices.Chosen) -> None:
        if chosen.choice.id == HOME:
            self.app.go_home()
            return
        action = self._names[int(chosen.choice.id)].action
        if action == "help_now":
            self.app.action_help_now()  # it comes back to here
            return
        self.app.pop_screen()
        self.app.call_later(self._below.run_action, action)

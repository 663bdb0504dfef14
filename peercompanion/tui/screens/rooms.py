"""More: everything that stands behind no other door."""

from collections.abc import Iterable
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.widget import Widget

from peercompanion.language import _
from peercompanion.sitting import Sitting
from peercompanion.tui.page import Page, text
from peercompanion.tui.routes import go
from peercompanion.tui.widgets.choices import Choice, Choices


class Room(Page):
    """One kind sentence, and a list of what is there."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "choose", "Open")]

    def __init__(self, sitting: Sitting) -> None:
        super().__init__()
        self.sitting = sitting

    def sentence(self) -> str:
        """What the room is for."""
        return ""

    def rows(self) -> Iterable[Choice]:
        """What is there."""
        return ()

    def body(self) -> Iterable[Widget]:
        """The sentence, then the rows."""
        yield text(self.sentence())
        yield Choices(list(self.rows()))

    @on(Choices.Chosen)
    async def _chosen(self, chosen: Choices.Chosen) -> None:
        what, _colon, which = chosen.choice.id.partition(":")
        match what:
            case "exercise":
                self.app.open_exercise(which)
            case "help":
                self.action_help_now()
            case "keys":
                self.action_menu()
            case task:
                await go(self.app, task)


class More(Room):
    """Everything else."""

    def title_text(self) -> str:
        """Where this is."""
        return _("More")

    def sentence(self) -> str:
        """What the room is for."""
        return _("Everything else is here.")

    def rows(self) -> Iterable[Choice]:
        """All exercises, the data, the keys, what this is."""
        yield Choice(_("All exercises"), "find", "1", mark="›")
        yield Choice(_("Preferences"), "preferences", "2", mark="›")
        yield Choice(_("Where is my data?"), "where", "3", mark="›")
        yield Choice(_("Help lines"), "lines", "4", mark="›")
        yield Choice(_("All keys"), "keys", "5", mark="›")
        yield Choice(_("What this is, and what it is not"), "about", "6", mark="›")


ROOMS: dict[str, type[Room]] = {
    "more": More,
}

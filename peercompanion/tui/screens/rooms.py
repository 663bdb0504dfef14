"""Session and More: what each is for, and what is there already."""

from collections.abc import Iterable
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.widget import Widget

from peercompanion.language import _
from peercompanion.practice.words import about_minutes
from peercompanion.tui.page import Page, text
from peercompanion.tui.routes import go
from peercompanion.tui.sitting import Sitting
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

    def exercises(self, items: Iterable[str], *, small: bool = False) -> Iterable[Choice]:
        """Rows that open exercises, those that fit what the person left out."""
        for item in items:
            head = self.sitting.heads.get(item)
            if head and not set(head.contains) & self.app.leave_out:
                minutes = head.small_minutes if small else head.minutes
                note = about_minutes(minutes)
                yield Choice(head.title, f"exercise:{item}", mark="›", note=note)

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


class Session(Room):
    """For a talk with a peer supporter."""

    def title_text(self) -> str:
        """Where this is."""
        return _("Session")

    def sentence(self) -> str:
        """What the room is for."""
        return _("For a talk with your peer supporter: look back together, and try one thing.")

    def rows(self) -> Iterable[Choice]:
        """What was practised lately, and what can be tried together."""
        lately = list(dict.fromkeys(record.item for record in reversed(self.sitting.records)))[:5]
        if lately:
            yield Choice(_("Practised lately"))
            yield from self.exercises(lately)
            yield Choice(" ")
        yield Choice(_("To try together"))
        yield from self.exercises(
            ("core/five-senses", "core/feet-floor", "core/three-breaths", "core/values-reminder")
        )
        yield Choice(_("All exercises"), "find", "a", mark="›")


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
    "session": Session,
    "more": More,
}

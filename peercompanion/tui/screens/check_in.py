"""The check-in: the weather inside in one key. Everything after that is only if wanted."""

from collections.abc import Iterable

from peercompanion.daily.check_in import CheckingIn
from peercompanion.language import _
from peercompanion.sitting import Sitting
from peercompanion.tui.screens.asking import AskingPage
from peercompanion.tui.widgets.choices import Choice


class CheckIn(AskingPage):
    """One key opens it, the next one keeps it; the same three rows follow for everyone."""

    PLACE = "check-in"

    def __init__(self, sitting: Sitting) -> None:
        super().__init__(sitting)
        self.checking = CheckingIn(sitting, self.app.leave_out)

    def title_text(self) -> str:
        """Where this is."""
        return _("Check in")

    def lead(self) -> str:
        """The question at hand."""
        return self.checking.lead()

    def rows(self) -> Iterable[Choice]:
        """The answers to it."""
        return self.checking.rows()

    def below(self) -> str:
        """What was said so far, in words."""
        return self.checking.said()

    async def chosen(self, what: str, which: str) -> None:
        """Take an answer, or go where a row leads."""
        match what:
            case "enough":
                self.app.go_home()
            case "help":
                self.action_help_now()
            case "right-now":
                from peercompanion.tui.screens.right_now import RightNow

                self.app.go_home()
                self.app.push_screen(RightNow(self.sitting))
            case _:
                before = self.checking.part
                self.follow(self.checking.chosen(f"{what}:{which}", self.now))
                self._show(before)

    def _show(self, before: str) -> None:
        """Show the part that is asked now."""
        if self.checking.part != before:
            self.turn()
        elif not self.typing:
            self.fill()

    def before_taking_up(self) -> None:
        """Go on with the check-in that was made."""
        self.checking.take_up(self.now)

    async def leave(self) -> None:
        """Go back by one part first."""
        before = self.checking.part
        if self.checking.back():
            self._show(before)
        else:
            await super().leave()

"""After a tool or a check-in: what was written is kept or goes, and lines find their place."""

from collections.abc import Iterable

from peercompanion.daily.after_tool import AfterTool as Room
from peercompanion.practice.player import Player
from peercompanion.practice.records import Record
from peercompanion.sitting import Sitting
from peercompanion.tui.page import Page
from peercompanion.tui.screens.asking import AskingPage
from peercompanion.tui.widgets.choices import Choice


class AfterTool(AskingPage):
    """Keeps the record first, and asks one thing at a time."""

    def __init__(self, record: Record, item: str, player: Player, sitting: Sitting) -> None:
        super().__init__(sitting)
        self.room = Room(record, item, player, sitting)

    def title_text(self) -> str:
        """What was walked through."""
        return self.room.player.guide.title

    def on_mount(self) -> None:
        """Keep what may be kept."""
        if self.room.worth_keeping:
            self.keep(self.room.record)

    def lead(self) -> str:
        """The question at hand."""
        return self.room.lead()

    def rows(self) -> Iterable[Choice]:
        """Its answers."""
        return self.room.rows()

    def below(self) -> str:
        """What the guide says at its end."""
        return self.room.last_words(self.app.names())

    async def chosen(self, what: str, which: str) -> None:
        """Take an answer, or go where a row leads."""
        match what:
            case "again":
                self.app.begin(self.room.item, small=self.room.player.small, in_place=True)
            case "help":
                self.action_help_now()
            case "right-now":
                from peercompanion.tui.screens.right_now import RightNow

                self.app.go_home()
                self.app.push_screen(RightNow(self.sitting))
            case "enough":
                await self.leave()
            case _:
                row, part = f"{what}:{which}", self.room.part
                self.follow(self.room.chosen(row, self.now), lambda: self._settled(row))
                self._show(part)

    def _settled(self, row: str) -> None:
        part = self.room.part
        self.room.kept(row)
        self._show(part)

    def _show(self, before: str) -> None:
        """Show what is asked now."""
        if self.room.part != before:
            self.turn()
        else:
            self.fill()

    def kept(self, well: bool) -> None:
        """What could not be kept can be tried again."""
        if not well:
            self.room.not_kept()

    async def leave(self) -> None:
        """Back to the guide this one was opened from, else to Home."""
        from peercompanion.tui.screens.play import Play

        while len(self.app.screen_stack) > 1 and not isinstance(self.app.screen, Play):
            if isinstance(self.app.screen, Page):
                self.app.screen.passed_over()
            self.app.pop_screen()

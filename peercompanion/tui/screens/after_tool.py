"""After a tool or a check-in: what was written is kept or goes, and lines find their place."""

from collections.abc import Iterable

from peercompanion.language import _
from peercompanion.practice import produced
from peercompanion.practice.answers import filled, in_words
from peercompanion.practice.player import Player
from peercompanion.practice.produced import Line
from peercompanion.practice.records import CheckIn, Record
from peercompanion.sitting import Sitting
from peercompanion.tui.page import Page
from peercompanion.tui.screens.asking import AskingPage
from peercompanion.tui.widgets.choices import Choice, Choices


class AfterTool(AskingPage):
    """Keeps the record first, and asks one thing at a time.

    Args:
        record: What the walk leaves, without what only the person can say to keep.
        item: The guide, as `tool:core/weighing`.
        player: The walk.
        sitting: What was read.
    """

    def __init__(self, record: Record, item: str, player: Player, sitting: Sitting) -> None:
        super().__init__(sitting)
        self.record = record
        self.item = item
        self.player = player
        self.part = "keep" if self._written() else "next"
        self.lines = produced.lines(player)
        self.placed: set[Line] = {line for line in self.lines if produced.known(line, self.days)}
        self._going: set[Line] = set()

    def title_text(self) -> str:
        """What was walked through."""
        return self.player.guide.title

    def on_mount(self) -> None:
        """Keep what may be kept."""
        if self.player.worth_keeping or self.player.finished:
            self.keep(self.record)
        if self.part == "next":
            self.sitting.kept.drop_draft(self.item)
            self._go("places" if self.lines else "next")

    def _written(self) -> bool:
        kept = self.player.kept_answers
        return kept(said_so=True) != kept(said_so=False)

    # What is asked

    def lead(self) -> str:
        """The question at hand."""
        return {
            "keep": _("Keep what you wrote?"),
            "places": _("Each of these can go where it belongs."),
            "next": _("And now?"),
        }[self.part]

    def rows(self) -> Iterable[Choice]:
        """Its answers."""
        if self.part == "keep":
            yield Choice(_("Keep it, on this computer"), "keep", "1")
            yield Choice(_("Let it go"), "let-go", "2")
        elif self.part == "places":
            for number, line in enumerate(self.lines, start=1):
                mark = "●" if line in self.placed else "○"
                key = str(number) if number < 10 else ""
                yield Choice(
                    line.text,
                    f"place:{number - 1}",
                    key,
                    produced.where(line, self.sitting.section_title),
                    mark=mark,
                )
            yield Choice(_("Go on"), "part:next", "g", mark="›")
        elif isinstance(self.record, CheckIn):
            yield Choice(_("Something for now"), "for-now", "1", mark="›")
            yield Choice(_("Someone to talk with"), "people", "2", mark="›")
            yield Choice(_("That is enough"), "enough", "3", mark="›")
        else:
            yield Choice(_("That is enough"), "enough", "1")
            yield Choice(_("Once more"), "again", "2")

    def below(self) -> str:
        """What the guide says at its end."""
        after = self.player.guide.after
        if not after or self.part == "keep":
            return ""
        return filled(after, self.app.names(), in_words(self.player.steps, self.player.answers))

    # Answers

    async def chosen(self, what: str, which: str) -> None:
        """Take an answer."""
        match what:
            case "keep":
                self.record = produced.left_by(
                    self.player,
                    self.item.rpartition(":")[2],
                    record_id=self.record.id,
                    at=self.record.at,
                    like=None,
                    said_so=True,
                )
                self.keep(self.record, self._kept_whole)
            case "let-go":
                self.sitting.kept.drop_draft(self.item)
                self._go("next")
            case "part":
                self._go(which)
            case "place":
                self._place(self.lines[int(which)])
            case "again":
                self.app.begin(self.item, small=self.player.small, in_place=True)
            case "people":
                self.action_help_now()
            case "for-now":
                self._something()
            case _:
                await self.leave()

    def _kept_whole(self) -> None:
        self.sitting.kept.drop_draft(self.item)
        self._go("places" if self.lines else "next")

    def _go(self, part: str) -> None:
        self.part = part
        self.query_one("#rows", Choices).at = 0
        self.fill()

    def _place(self, line: Line) -> None:
        """Put a line where it belongs, once."""
        if line in self.placed or line in self._going:
            return
        self._going.add(line)
        record = produced.record(
            line,
            self.player,
            self.days,
            new_id=self.new_id,
            at=self.now,
            plan_of=self.sitting.plan_of,
        )
        self.keep(record, lambda: self.placed.add(line))

    def kept(self, well: bool) -> None:
        """What could not be kept can be tried again."""
        if not well:
            self._going.clear()

    def _something(self) -> None:
        from peercompanion.tui.screens.right_now import RightNow

        self.app.go_home()
        self.app.push_screen(RightNow(self.sitting))

    async def leave(self) -> None:
        """Back to the guide this one was opened from, else to Home."""
        from peercompanion.tui.screens.play import Play

        while len(self.app.screen_stack) > 1 and not isinstance(self.app.screen, Play):
            if isinstance(self.app.screen, Page):
                self.app.screen.passed_over()
            self.app.pop_screen()

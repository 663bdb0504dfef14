"""What only the supporter reads: before the call, in a serious moment, and after the call."""

from typing import TYPE_CHECKING

from peercompanion.language import _
from peercompanion.link import for_supporter
from peercompanion.tui.console.room import Room, Styled, listed

if TYPE_CHECKING:
    from peercompanion.tui.console.app import ConsoleApp


class Preflight(Room):
    """Six lines before others see anything."""

    leads = True

    def text(self) -> Styled:
        """The lines, with what is so right now."""
        last = self.leading.line.last
        columns = last.columns if last else None
        return listed(for_supporter.preflight(columns, self.leading.scene.lead))

    def key_names(self) -> list[tuple[str, str, str]]:
        """Begin."""
        return [("enter", _("Begin"), "room back"), ("?", _("All keys"), "keys")]


class Serious(Room):
    """The stage is blank; what to say stands here."""

    leads = True

    def __init__(self, console: "ConsoleApp") -> None:
        super().__init__(console)
        self.agency = console.supporter.agency.lines()

    def text(self) -> Styled:
        """The words, one's own agency's steps, and the lines to call."""
        scene, regions = self.leading.scene, self.leading.regions
        agency = self.agency
        return listed(
            for_supporter.serious(scene.regions or regions, group=scene.group, agency=agency)
        )

    def key_names(self) -> list[tuple[str, str, str]]:
        """Back, and one's own steps."""
        return [
            ("esc", _("Back, the stage stays blank"), "room back"),
            ("y", _("My agency's steps"), "agency-steps"),
        ]


class AfterTheCall(Room):
    """Three minutes for oneself, on a clock that only tells; then how long each step was."""

    def text(self) -> Styled:
        """The questions, and quietly the times."""
        passed = self.console.clock.monotonic() - self.console.entered
        body = listed(for_supporter.after_the_call(passed))
        times = for_supporter.times(self.leading.timing.spent, self.leading.guides)
        if times:
            body.append((f"\n{_('How long it was')}\n", "$secondary"))
        return body + [(f"{line}\n", "$quiet") for line in times]

    def key_names(self) -> list[tuple[str, str, str]]:
        """Back to the call, or leave."""
        return [
            ("esc", _("Back"), "room back"),
            ("q", _("Leave"), "leave"),
            ("m", _("What has helped me"), "helped"),
        ]

"""Guided tools: worksheets and pages, walked through like any exercise."""

from collections.abc import Iterable

from peercompanion.language import _
from peercompanion.packs.models import Tool
from peercompanion.practice.leaving_out import rests_on
from peercompanion.practice.words import about_minutes
from peercompanion.tui.screens.asking import AskingPage
from peercompanion.tui.widgets.choices import Choice


class Tools(AskingPage):
    """All of them: those that ask something first, then those to read."""

    def title_text(self) -> str:
        """Where this is."""
        return _("Guided tools")

    def lead(self) -> str:
        """What they are."""
        return _("Work something out, a line at a time. You can stop after any line.")

    def rows(self) -> Iterable[Choice]:
        """One row each."""
        tools = [(full, self.sitting.guide(f"tool:{full}")) for full in self._ids()]
        open_ones = [
            (full, tool)
            for full, tool in tools
            if isinstance(tool, Tool)
            and not tool.hidden
            and not rests_on(tool.contains, self.app.leave_out)
        ]
        for asks in (True, False):
            if not asks:
                yield Choice(" ")
                yield Choice(_("To read"))
            for full, tool in open_ones:
                if any(step.kind != "say" for step in tool.step) is asks:
                    note = about_minutes(tool.minutes)
                    yield Choice(tool.title, f"tool:{full}", mark="›", note=note)

    def _ids(self) -> Iterable[str]:
        return self.sitting.library.ids("tools")

    async def chosen(self, what: str, which: str) -> None:
        """Open one."""
        self.app.open_link(f"tool:{which}")

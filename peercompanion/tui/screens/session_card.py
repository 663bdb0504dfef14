"""Since last time: one screen of what was practised, what helped, steps, and one hope."""

from collections.abc import Iterable

from peercompanion.language import _
from peercompanion.practice.session import SINCE, since_last_time
from peercompanion.sitting import Sitting
from peercompanion.tui.screens.asking import AskingPage
from peercompanion.tui.widgets.choices import Choice


class SinceLastTime(AskingPage):
    """The person decides what is on it. Nothing of it is sent anywhere."""

    def __init__(self, sitting: Sitting) -> None:
        super().__init__(sitting)
        today = self.today
        hopes = [goal.text for goal in sitting.days.goals.values() if not goal.over]
        titles = {full: head.title for full, head in sitting.heads.items()}
        steps = sitting.days.steps.values()
        self.lines = since_last_time(sitting.records, steps, hopes, titles, today - SINCE)
        self.off: set[int] = set()

    def title_text(self) -> str:
        """What this is."""
        return _("Since last time")

    def lead(self) -> str:
        """Whose it is."""
        if not self.lines:
            return _("Nothing is written down for these days, and that is all right.")
        return _("You decide what is on it. Enter takes a line off, or puts it back.")

    def rows(self) -> Iterable[Choice]:
        """One row each."""
        for n, line in enumerate(self.lines):
            yield Choice(line, f"line:{n}", mark="○" if n in self.off else "●")
        yield Choice(_("Add a line"), "add:", "a", mark="›")

    def below(self) -> str:
        """What others would see of it."""
        shown = [line for n, line in enumerate(self.lines) if n not in self.off]
        return "\n".join(f"· {line}" for line in shown) if self.off else ""

    async def chosen(self, what: str, which: str) -> None:
        """Take a line off or put it back; or add one."""
        if what == "add":
            self.ask(_("One more line:"), self._add)
        else:
            self.off ^= {int(which)}
            self.fill()

    def _add(self, line: str) -> None:
        self.lines.append(line)
        self.fill()

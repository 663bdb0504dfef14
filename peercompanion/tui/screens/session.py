"""For a talk with a peer supporter: the agendas, what was since last time, and a summary."""

from collections.abc import Iterable

from peercompanion.language import _
from peercompanion.packs.models.guides import Session as Agenda
from peercompanion.practice.words import about_minutes
from peercompanion.session import SUMMARY
from peercompanion.tui.screens.asking import AskingPage
from peercompanion.tui.widgets.choices import Choice

TOGETHER = ("core/five-senses", "core/feet-floor", "core/three-breaths", "core/values-reminder")


class SessionRoom(AskingPage):
    """Any of it, in any order."""

    def title_text(self) -> str:
        """Where this is."""
        return _("Session")

    def lead(self) -> str:
        """What the room is for."""
        return _("For a talk with your peer supporter: look back together, and try one thing.")

    def rows(self) -> Iterable[Choice]:
        """The card, the agendas, the summary; then what can be tried together."""
        yield Choice(_("Since last time"), "since:", "1", mark="›")
        waits = _("begun") if self.sitting.draft(SUMMARY) else ""
        yield Choice(_("A summary we agree on"), "summary:", "2", mark="›", note=waits)
        yield Choice(" ")
        yield Choice(_("Go through a talk together"))
        for full in self.sitting.library.ids("sessions"):
            agenda = self.sitting.library.item("sessions", full)
            if isinstance(agenda, Agenda) and not (agenda.hidden or agenda.live_only):
                begun = self.sitting.draft(f"session:{full}") is not None
                note = _("begun") if begun else about_minutes(agenda.minutes)
                yield Choice(agenda.title, f"agenda:{full}", mark="›", note=note)
        yield Choice(" ")
        yield Choice(_("To try together"))
        for item in TOGETHER:
            head = self.sitting.heads.get(item)
            if head and not set(head.contains) & self.app.leave_out:
                note = about_minutes(head.minutes)
                yield Choice(head.title, f"exercise:{item}", mark="›", note=note)
        yield Choice(" ")
        yield Choice(_("Being a peer supporter"), "supporter:", mark="›")

    async def chosen(self, what: str, which: str) -> None:
        """Open one."""
        from peercompanion.tui.screens.session_agenda import AgendaPage
        from peercompanion.tui.screens.session_card import SinceLastTime
        from peercompanion.tui.screens.session_summary import SummaryPage

        match what:
            case "since":
                self.app.push_screen(SinceLastTime(self.sitting))
            case "summary":
                self.app.push_screen(SummaryPage(self.sitting))
            case "agenda":
                self.app.push_screen(AgendaPage(which, self.sitting))
            case "supporter":
                from peercompanion.tui.screens.supporter import SupporterRoom

                self.app.push_screen(SupporterRoom(self.sitting))
            case "exercise":
                self.app.open_exercise(which)

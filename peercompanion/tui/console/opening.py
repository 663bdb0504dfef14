"""What can be opened on the stage: exercises and tools, or agendas."""

from peercompanion.language import _
from peercompanion.practice.words import about_minutes
from peercompanion.tui.console.room import Room
from peercompanion.tui.widgets.choices import Choice


class Opening(Room):
    """Exercises, those for groups first where it is one, and tools."""

    def rows(self) -> list[Choice]:
        """A row for each."""
        every = self.leading.openable("exercise")
        group = {item for item, guide in every if guide.group == "only"}
        rows = self._rows_of("exercise")
        parts = [
            [Choice(_("For groups")), *(row for row in rows if row.id in group)],
            [Choice(_("Exercises")), *(row for row in rows if row.id not in group)],
        ]
        first, second = parts if self.leading.scene.group else reversed(parts)
        return [*first, *second, Choice(_("Tools")), *self._rows_of("tool")]

    def key_names(self) -> list[tuple[str, str, str]]:
        """Open one, or go back."""
        return [("enter", _("Open on the stage"), ""), *super().key_names()]

    def chosen(self, row: Choice, at: int) -> None:
        """Open it on the stage."""
        self.leading.open(row.id)
        self.console.lead()

    def _rows_of(self, kind: str) -> list[Choice]:
        return [
            Choice(guide.title, item, note=about_minutes(guide.minutes))
            for item, guide in self.leading.openable(kind)
        ]


class Agendas(Opening):
    """The agendas of a talk."""

    def rows(self) -> list[Choice]:
        """A row for each."""
        return self._rows_of("session")

"""An exercise within the walk: played as anywhere else, and nothing of it is kept."""

from peercompanion.practice.player import Player
from peercompanion.sitting import Sitting
from peercompanion.tui.drafts import DraftKeeper
from peercompanion.tui.screens.play import Play


class NoDrafts(DraftKeeper):
    """Writes nothing, and leaves a draft of another time alone."""

    def save_soon(self) -> None:
        """Write nothing."""

    async def save(self) -> None:
        """Write nothing."""

    def drop(self) -> None:
        """Forget nothing."""


class WithinWalk(Play):
    """However it ends, the walk goes on with how it is now."""

    def __init__(self, item: str, player: Player, sitting: Sitting, *, first_line: str) -> None:
        super().__init__(item, player, sitting, first_line=first_line)
        self._drafts = NoDrafts(self, sitting.kept, item, self._draft)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Other versions and other ways are the walk's to offer."""
        if action in ("small", "other_way"):
            return False
        return super().check_action(action, parameters)

    def end(self) -> None:
        """Go back to the walk."""
        self.dismiss()

    async def leave(self) -> None:
        """Go back to the walk; leaving early is as good an end as any."""
        self.dismiss()

    def passed_over(self) -> None:
        """Keep nothing."""

"""What the app holds: the start is set aside, and what a closed screen held is let go soon."""

import gc

from textual.app import App

SOON = 0.3
"""Seconds after a screen closed until what it held is let go."""


def set_start_aside() -> None:
    """Look for what screens left behind often, and only in what came after the start: 4 MB.

    Python looks through everything once a quarter has been added to what the last look found, so
    the last look has to be one after the start was set aside.
    """
    gc.collect()
    gc.freeze()
    gc.collect()
    gc.set_threshold(700, 10, 1)


class LettingGo:
    """Lets go of closed screens: their parts refer to each other, and would wait for long.

    Args:
        app: Whose screens.
    """

    def __init__(self, app: App[None]) -> None:
        self._app = app
        self._waiting = False

    def soon(self) -> None:
        """Let go of what closed just now, once nothing holds it any more."""
        if not self._waiting:
            self._waiting = True
            self._app.set_timer(SOON, self._let_go)

    def _let_go(self) -> None:
        self._waiting = False
        if gc.get_freeze_count():  # else the start would be looked through as well, each time
            gc.collect()

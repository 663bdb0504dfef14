"""The stage's terminal: a fixed title, and nothing of the shell behind it when it goes.

Leaving the alternate screen bares what lies behind: a prompt, a name, old commands. So that is
cleared before the first card, and the cards are cleared the moment the end is asked for.
"""

import os
import select
from contextlib import suppress

from peercompanion.tui.driver import TerminalDriver

TITLE = "PeerCompanion - SHARE THIS WINDOW"
CLEARED = "\x1b[0m\x1b[H\x1b[2J"
_CUT_OFF = "\x18\x1b\\"
"""Ends whatever sequence was being written."""


class StageDriver(TerminalDriver):
    """Draws on a window that others see."""

    @property
    def ending(self) -> bool:
        """Whether the end was asked for from outside."""
        return self._status is not None

    def start_application_mode(self) -> None:
        """Clear what is behind, and say which window this is."""
        self._outlet.write(f"{CLEARED}\x1b[22;0t\x1b]2;{TITLE}\x07")
        self._outlet.flush()
        super().start_application_mode()

    def stop_application_mode(self) -> None:
        """Leave an empty screen, and the title as it was."""
        super().stop_application_mode()
        self._outlet.write(f"\x1b[23;0t{CLEARED}")
        self._outlet.flush()

    def _end(self, status: int) -> None:
        screen = self._outlet.fileno()
        with suppress(OSError, ValueError):
            if select.select([], [screen], [], 0)[1]:
                os.write(screen, f"{_CUT_OFF}{CLEARED}".encode())
        super()._end(status)

    def _stop(self) -> None:
        """Stay: stopping would bare the shell."""

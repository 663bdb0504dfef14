"""The card that is left when the stage is gone: it waits for a key before the shell shows."""

import os
import sys
import termios
import tty
from contextlib import suppress

from peercompanion.link.cards import moment
from peercompanion.tui.stage.driver import CLEARED


def hold() -> None:
    """Show "One moment, please." on an empty screen until a key is pressed."""
    with suppress(OSError, termios.error, ValueError):
        screen, keys = sys.__stderr__, sys.__stdin__
        assert screen is not None and keys is not None
        columns, rows = os.get_terminal_size(screen.fileno())
        (line,) = moment()
        before = termios.tcgetattr(keys.fileno())
        screen.write(f"{CLEARED}\x1b[{rows // 2};{max((columns - len(line)) // 2, 1)}H{line}")
        screen.flush()
        try:
            tty.setcbreak(keys.fileno())
            os.read(keys.fileno(), 1)
        finally:
            termios.tcsetattr(keys.fileno(), termios.TCSAFLUSH, before)
            screen.write(CLEARED)
            screen.flush()

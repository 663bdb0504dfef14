"""The console's terminal: a fixed title, so that it is not the window that is shared."""

from peercompanion.tui.driver import TerminalDriver

TITLE = "PeerCompanion - PRIVATE, do not share"


class ConsoleDriver(TerminalDriver):
    """Draws on the supporter's own window."""

    def start_application_mode(self) -> None:
        """Say which window this is."""
        self._outlet.write(f"\x1b[22;0t\x1b]2;{TITLE}\x07")
        self._outlet.flush()
        super().start_application_mode()

    def stop_application_mode(self) -> None:
        """Leave the title as it was."""
        super().stop_application_mode()
        self._outlet.write("\x1b[23;0t")
        self._outlet.flush()

"""The terminal around the app: what is set before it begins, and a truthful status after it."""

import os
import signal
import sys
from contextlib import suppress
from typing import TYPE_CHECKING

from peercompanion.language import _

if TYPE_CHECKING:
    from peercompanion.tui.quiet_app import QuietApp


def prepare() -> None:
    """Set what must be set before Textual is imported.

    The kitty protocol's key flags swallow accents in some terminals, and no key here needs them.
    An empty NO_COLOR asks for nothing, as its own words have it; Textual would heed it.
    """
    os.environ.setdefault("TEXTUAL_DISABLE_KITTY_KEY", "1")
    if not os.environ.get("NO_COLOR"):
        os.environ.pop("NO_COLOR", None)


FAULT, INTERRUPTED = 1, 130


def run(app: "QuietApp") -> int:
    """Run the app to its end.

    Returns:
        The exit status: 0, 1 after a fault of its own, 128 and the signal's number after one,
        129 when the terminal went away without one.

    """
    try:
        app.run()
        status = FAULT if app.failed else app.return_code or 0
    except KeyboardInterrupt:
        status = INTERRUPTED
    except BaseException:  # a traceback would print what the person wrote
        if sys.flags.dev_mode:
            raise
        with suppress(OSError):
            print(had_to_stop(), file=sys.stderr)  # noqa: T201
        status = FAULT
    _let_go()
    return status


def had_to_stop() -> str:
    """Say that a fault ended the app, and nothing of what was in it."""
    return _("PeerCompanion had to stop. What was kept is kept. You can open it again.")


def _let_go() -> None:
    """Let nothing change the status any more: no late Ctrl+C, no writing to what is gone."""
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP, signal.SIGQUIT):
        signal.signal(number, signal.SIG_IGN)
    for stream in filter(None, (sys.__stdout__, sys.__stderr__)):
        try:
            stream.flush()
        except OSError:
            os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())

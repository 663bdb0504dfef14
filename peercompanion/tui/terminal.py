"""The terminal, whatever happens to it: signals, a vanished window, and a truthful exit status.

Textual alone leaves a terminal broken on SIGTERM, spins when its window vanishes without a
signal, prints private text in tracebacks and ends a crash with status 0. None of them may reach
a person.
"""

import asyncio
import os
import select
import signal
import sys
import threading
from typing import TYPE_CHECKING

from peercompanion.language import _

if TYPE_CHECKING:
    from textual.app import App

GONE = 129
"""The exit status when the terminal went away."""
LAST_WAIT = 2.0
"""Seconds an app has to close by itself once its terminal is gone."""


def prepare() -> None:
    """Set what must be set before Textual is imported.

    The kitty protocol's key flags swallow accents in some terminals, and no key here needs them.
    """
    os.environ.setdefault("TEXTUAL_DISABLE_KITTY_KEY", "1")


def run(app: "App[None]") -> int:
    """Run the app to its end.

    Returns:
        The exit status: 0, 1 after a fault of its own, 128 and the signal's number after one.

    """
    try:
        app.run()
    except KeyboardInterrupt:
        return 130
    except Exception:  # a traceback would print what the person wrote
        print(_("PeerCompanion had to stop. What was kept is kept."), file=sys.stderr)  # noqa: T201
        return 1
    return app.return_code or 0


def guard(app: "App[None]") -> None:
    """Close the app cleanly on a signal or when its terminal is gone. Call it in the app's loop."""
    loop = asyncio.get_running_loop()
    if os.name != "posix":
        return
    for number in (signal.SIGTERM, signal.SIGHUP):
        loop.add_signal_handler(number, app.exit, None, 128 + number)
    threading.Thread(target=_watch, args=(app, loop), name="terminal", daemon=True).start()


def _watch(app: "App[None]", loop: asyncio.AbstractEventLoop) -> None:
    """Wait until the terminal hangs up; then close the app, or leave without it."""
    poll = select.poll()
    poll.register(sys.__stdin__.fileno() if sys.__stdin__ else 0, 0)
    while not any(event & (select.POLLHUP | select.POLLERR) for _fd, event in poll.poll(1000)):
        if loop.is_closed():
            return
    try:
        loop.call_soon_threadsafe(app.exit, None, GONE)
    except RuntimeError:
        return
    threading.Event().wait(LAST_WAIT)
    os._exit(GONE)

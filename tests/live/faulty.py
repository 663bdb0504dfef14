"""The real stage with one fault in it: F9 raises where a word says, with private text at hand.

python -c "from tests.live.faulty import begin; begin('key')"
"""

import time
from typing import NoReturn

from peercompanion.tui import terminal

terminal.prepare()

from textual.binding import Binding  # noqa: E402 - as the command line does

from peercompanion.cli import run  # noqa: E402
from peercompanion.tui.stage import app as app_module  # noqa: E402

PRIVATE = "what Maria said at /home/somebody"


def _fail() -> NoReturn:
    held = [PRIVATE]
    raise RuntimeError(f"{held} is in the message and in the locals")


class Faulty(app_module.StageApp):
    """Raises on F9."""

    BINDINGS = [Binding("f9", "fail", priority=True)]
    where = ""

    def action_fail(self) -> None:
        """Raise where it was asked for."""
        match self.where:
            case "key":
                self._do(_fail)
            case "show":
                self.show.slide = lambda _now: _fail()  # type: ignore[method-assign]
            case "handler":
                _fail()
            case "timer":
                self.set_timer(0.01, _fail)
            case "hangs":
                time.sleep(2.0)
            case "worker":
                self.run_worker(_fail, thread=True)


def begin(where: str) -> NoReturn:
    """Open the stage with the fault in it."""
    Faulty.where = where
    app_module.StageApp = Faulty  # type: ignore[misc]
    raise SystemExit(run(["live", "group-arrive"]))

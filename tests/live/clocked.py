"""Stage and console on a clock that a test moves: it lies in the file `PEER_TEST_CLOCK` names.

python -c "from tests.live.clocked import begin; begin('live', '--group')"
"""

import datetime
import os
from collections.abc import Callable
from pathlib import Path
from typing import NoReturn

from peercompanion.tui import terminal

terminal.prepare()

from peercompanion import clock as clocks  # noqa: E402
from peercompanion.cli import run  # noqa: E402 - as the command line does
from peercompanion.tui.stage import app as stage_module  # noqa: E402

Clock = stage_module.Clock
NAME = "PEER_TEST_CLOCK"
BEGAN = datetime.datetime(2026, 11, 21, 14, 0, tzinfo=datetime.UTC)


def _clock() -> Clock:
    file = Path(os.environ[NAME])

    def seconds() -> float:
        return float(file.read_text() or 0)

    return Clock(seconds, lambda: BEGAN + datetime.timedelta(seconds=seconds()))


def begin(*arguments: str) -> NoReturn:
    """Open one side."""
    made: Callable[[], Clock] = _clock
    stage_module.Clock = clocks.Clock = made  # type: ignore[misc, assignment]
    raise SystemExit(run(list(arguments)))

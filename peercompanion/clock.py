"""The clocks of the app, so that a test can hand in its own."""

import datetime
import time
from collections.abc import Callable
from dataclasses import dataclass


def _seconds() -> float:
    """Seconds that only go forward, and go on while the machine sleeps where it can tell."""
    if hasattr(time, "CLOCK_BOOTTIME"):
        return time.clock_gettime(time.CLOCK_BOOTTIME)
    return time.monotonic()


@dataclass(frozen=True)
class Clock:
    """The two clocks: seconds that only go forward, and the wall's."""

    monotonic: Callable[[], float] = _seconds
    now: Callable[[], datetime.datetime] = lambda: datetime.datetime.now().astimezone()

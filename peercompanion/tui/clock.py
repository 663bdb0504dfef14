"""The clocks of the app, so that a test can hand in its own."""

import datetime
import time
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Clock:
    """The two clocks: seconds that only go forward, and the wall's."""

    monotonic: Callable[[], float] = time.monotonic
    now: Callable[[], datetime.datetime] = lambda: datetime.datetime.now().astimezone()

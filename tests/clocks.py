"""Clocks that move when a test says so."""

import datetime

from peercompanion.clock import Clock

MORNING = datetime.datetime(2026, 11, 21, 8, 30, tzinfo=datetime.UTC)


class Time:
    """A clock that moves when a test says so."""

    def __init__(self) -> None:
        self.seconds = 0.0

    def now(self) -> datetime.datetime:
        """The wall's time."""
        return MORNING + datetime.timedelta(seconds=self.seconds)

    def clock(self) -> Clock:
        """Both clocks of the app."""
        return Clock(lambda: self.seconds, self.now)

"""The plain face in the test's own hands: what is typed, the clocks, and a fresh home."""

import io
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from peercompanion.kept import Kept
from peercompanion.places import Places, places
from peercompanion.plain.companion import Companion
from peercompanion.plain.talk import Talk
from peercompanion.plain.typed import Ended
from peercompanion.plain.voice import Voice
from peercompanion.preferences import Preferences

from ..clocks import MORNING as MORNING
from ..clocks import Time as Time


@dataclass
class Script:
    """Lines as a person would type them, seen beside what is said.

    A line is there at once when it is asked for; while something moves by itself it comes only
    where it begins with `~`, and the seconds after which it comes stand behind that: `~12 next`.
    """

    lines: list[str | BaseException]
    time: Time
    seen: io.StringIO
    echoes: bool = True
    waits: float = 0.0
    """Seconds a person takes for each line that is asked for."""
    _waited: float = field(default=0.0, init=False)

    def line(self, seconds: float | None = None) -> str | None:
        """Give the next line, or let the seconds pass."""
        following = self.lines[0] if self.lines else Ended()
        if isinstance(following, str) and following.startswith("~"):
            after, _space, words = following[1:].partition(" ")
            left = float(after) - self._waited
            if seconds is not None and seconds < left:
                return self._pass(seconds)
            self._pass(left)
            self._waited = 0.0
            return self._type(words)
        if seconds is not None and isinstance(following, str):
            return self._pass(seconds)
        self._pass(self.waits)
        self._waited = 0.0
        if isinstance(following, BaseException):
            raise following
        return self._type(following)

    def _pass(self, seconds: float) -> None:
        self.time.seconds += seconds
        self._waited += seconds

    def _type(self, words: str) -> str:
        self.lines.pop(0)
        self.seen.write(f"{words}\n")
        return words


@dataclass
class Sat:
    """One sitting that is over: how it ended and all that was seen."""

    status: int
    seen: str
    script: Script


Sit = Callable[..., Sat]


@pytest.fixture(autouse=True)
def someone_in_the_states(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANG", "en_US.UTF-8")
    for name in ("LC_ALL", "LC_MESSAGES", "LANGUAGE", "PEERCOMPANION_PLAIN", "ACCESSIBLE"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def time() -> Time:
    return Time()


@pytest.fixture
def home(tmp_path: Path) -> Places:
    return places({"PEERCOMPANION_HOME": str(tmp_path / "home")})


@pytest.fixture
def kept(home: Places, time: Time) -> Kept:
    """What is kept in that home, seen from outside."""
    return Kept(home, now=time.now)


@pytest.fixture
def sit(home: Places, time: Time) -> Sit:
    """Sit down, type some lines and see what was said: `sit("1", "q")`."""

    def run(
        *lines: str | BaseException,
        task: str = "",
        play: tuple[str, bool] | None = None,
        likes: Preferences | None = None,
        self_paced: bool = False,
        echoes: bool = True,
        waits: float = 0.0,
        at: Places | None = None,
    ) -> Sat:
        seen = io.StringIO()
        script = Script(list(lines), time, seen, echoes, waits)
        talk = Talk(Voice(seen), script)
        face = Companion(at or home, likes or Preferences(), talk, time.clock(), self_paced)
        status = face.run(task, play)
        return Sat(status, seen.getvalue(), script)

    return run

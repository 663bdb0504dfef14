"""The real program, in a pipe and in a terminal: the rules for what is said, and how it ends."""

import os
import pty
import select
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from .journeys import JOURNEYS, Journey
from .rules import broken

ROOT = Path(__file__).parents[2]
PATIENCE = 20.0
QUIET = 0.5
"""Seconds without a byte after which what is said waits for nothing but its own time."""
PROGRAM = [sys.executable, "-m", "peercompanion"]
FIRST = b"Plain mode: on (flag). Type help at any time."


def environment(home: Path, **more: str) -> dict[str, str]:
    unlike = ("PYTHON", "LC_", "LANG", "PEERCOMPANION", "ACCESSIBLE", "TERM")
    kept = {name: value for name, value in os.environ.items() if not name.startswith(unlike)}
    own = {"PEERCOMPANION_HOME": str(home), "LANG": "en_US.UTF-8", "TERM": "xterm-256color"}
    return {**kept, **own, **more}


def in_a_pipe(home: Path, typed: str, *arguments: str, **more: str) -> tuple[int, bytes, bytes]:
    ended = subprocess.run(
        [*PROGRAM, *arguments],
        input=typed.encode(),
        capture_output=True,
        env=environment(home, **more),
        cwd=ROOT,
        timeout=60,
        check=False,
    )
    return ended.returncode, ended.stdout, ended.stderr


class InATerminal:
    """The program with a terminal around it."""

    def __init__(self, home: Path, *arguments: str, **more: str) -> None:
        self.seen = b""
        self._typed_at = 0
        self.process, self.terminal = pty.fork()
        if self.process == 0:
            signal.signal(signal.SIGINT, signal.SIG_DFL)  # it may be ignored where tests run
            os.chdir(ROOT)
            os.execve(PROGRAM[0], [*PROGRAM, *arguments], environment(home, **more))

    def wait_for(self, words: bytes) -> None:
        """Read until the words are there."""
        until = time.monotonic() + PATIENCE
        while words not in self.seen:
            assert time.monotonic() < until, self.seen
            self._read(0.5)

    def _read(self, seconds: float) -> bool:
        ready, _, _ = select.select([self.terminal], [], [], seconds)
        try:
            read = os.read(self.terminal, 65536) if ready else b""
        except OSError:
            return False
        self.seen += read
        return bool(read) or not ready

    def wait_until_asked(self) -> None:
        """Read until something is asked, or nothing is said for a moment."""
        until = time.monotonic() + PATIENCE
        while not self.seen[self._typed_at :].endswith(b": ") and time.monotonic() < until:
            before = self.seen
            if not self._read(QUIET) or self.seen == before:
                return

    def type(self, words: str) -> None:
        """Type a line."""
        self._typed_at = len(self.seen)
        os.write(self.terminal, f"{words}\n".encode())

    def ended(self) -> int:
        """Read to the end, and tell the exit status."""
        until = time.monotonic() + PATIENCE
        while self._read(0.2):
            assert time.monotonic() < until, self.seen
        os.close(self.terminal)
        return os.waitstatus_to_exitcode(os.waitpid(self.process, 0)[1])


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "home"


# A guide that is no exercise has no command of its own; it is reached by its task.
OF_COMMANDS = [each for each in JOURNEYS if not each.command[-1].startswith("tool:")]


@pytest.mark.parametrize("journey", OF_COMMANDS, ids=lambda journey: journey.name)
def test_the_rules_hold_in_a_pipe(journey: Journey, home: Path) -> None:
    typed = "".join(f"{line}\n" for line in journey.typed)

    status, out, err = in_a_pipe(home, typed, *journey.command)

    assert (status, err) == (0, b"")
    assert out.startswith(FIRST + b"\n")
    assert broken(out, journey.typed) == []


@pytest.mark.parametrize("journey", OF_COMMANDS, ids=lambda journey: journey.name)
def test_the_rules_hold_in_a_terminal(journey: Journey, home: Path) -> None:
    terminal = InATerminal(home, *journey.command)
    terminal.wait_for(b"Enter")
    for line in journey.typed:
        terminal.wait_until_asked()
        terminal.type(line)
    terminal.wait_until_asked()
    os.write(terminal.terminal, b"\x04")

    assert terminal.ended() == 0
    assert terminal.seen.startswith(FIRST)
    assert broken(terminal.seen, journey.typed) == []


# How it ends


def test_an_empty_pipe_gets_the_whole_script_once(home: Path) -> None:
    status, out, err = in_a_pipe(home, "", "play", "long-exhale")

    assert (status, err) == (0, b"")
    assert b"Step 4 of 4." in out
    assert broken(out) == []
    assert not home.exists()


def test_ctrl_c_is_one_sentence_and_130(home: Path) -> None:
    terminal = InATerminal(home, "--plain")
    terminal.wait_for(b"Enter is 1:")
    os.write(terminal.terminal, b"\x03")

    assert terminal.ended() == 130
    assert terminal.seen.endswith(b"You left, and nothing that was kept is lost.\r\n")
    assert b"Traceback" not in terminal.seen


@pytest.mark.parametrize("how", [signal.SIGHUP, signal.SIGTERM])
def test_what_was_written_waits_when_the_terminal_goes(home: Path, how: signal.Signals) -> None:
    terminal = InATerminal(home, "--plain", "play", "values-reminder")
    terminal.wait_for(b"Enter goes on:")
    terminal.type("1")
    terminal.wait_for(b"Type a line")
    terminal.type("kind to my sister")
    terminal.wait_for(b"Step 3")
    os.kill(terminal.process, how)

    assert terminal.ended() == 0
    (draft,) = (home / "state").rglob("drafts/*.toml")
    assert "kind to my sister" in draft.read_text()


def test_a_reader_that_leaves_is_no_trouble(home: Path) -> None:
    process = subprocess.Popen(
        [*PROGRAM, "--plain"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment(home),
        cwd=ROOT,
    )
    assert process.stdout and process.stdin and process.stderr
    process.stdout.readline()
    process.stdout.close()
    process.stdin.write(b"1\n" * 30)
    process.stdin.close()

    assert process.wait(PATIENCE) == 0
    assert process.stderr.read() == b""
    process.stderr.close()


# The ways in


@pytest.mark.parametrize(
    ("more", "why"),
    [
        ({"PEERCOMPANION_PLAIN": "1"}, b"PEERCOMPANION_PLAIN"),
        ({"ACCESSIBLE": "1"}, b"ACCESSIBLE"),
        ({"TERM": "dumb"}, b"the terminal is dumb"),
    ],
)
def test_the_environment_is_a_way_in(home: Path, more: dict[str, str], why: bytes) -> None:
    terminal = InATerminal(home, **more)
    terminal.wait_for(b"Plain mode: on (" + why + b"). Type help at any time.")
    terminal.wait_for(b"Enter is 1:")
    terminal.type("q")

    assert terminal.ended() == 0
    assert b"\x1b" not in terminal.seen


def test_the_setting_is_a_way_in(home: Path) -> None:
    (home / "config").mkdir(parents=True)
    (home / "config" / "settings.toml").write_text("plain = true\n")
    terminal = InATerminal(home)
    terminal.wait_for(b"Plain mode: on (setting).")
    terminal.wait_for(b"Enter is 1:")
    terminal.type("stop")

    assert terminal.ended() == 0


def test_no_terminal_is_a_way_in(home: Path) -> None:
    _status, out, _err = in_a_pipe(home, "q\n")

    assert out.startswith(b"Plain mode: on (this is no terminal).")


def test_self_paced_moves_on_enter_alone(home: Path) -> None:
    typed = "\n" * 40
    status, out, _err = in_a_pipe(
        home, typed, "--plain", "--self-paced", "play", "long-exhale", "--small"
    )

    assert status == 0
    assert out.count(b"\nIn.\n") == 6 == out.count(b"\nOut.\n")
    assert b"How is it now?" in out

"""Many processes write to one journal, the app and the commands among them, and are killed.

A writer that is killed goes on in a new process with its next record. What a process had told to
be kept before it was killed has to be there once; what it was at may be there or not.
"""

import os
import random
import selectors
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path

from peercompanion.data.tending import tend
from peercompanion.journal.framing import Fragment
from peercompanion.kept import Kept
from peercompanion.places import places

from ..ends.terminal import ROOT, Terminal, environment

WRITER = """
import datetime, sys
from peercompanion.journal.journal import Journal
from peercompanion.places import places

here, name, number, many = places(), sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
now = lambda: datetime.datetime.now().astimezone()
journal = Journal(here.journal, here.state, now=now)
while number < many:
    told = {"id": f"{name}-{number}", "kind": "practised", "at": now(), "day": now().date()}
    try:
        journal.append([{**told, "item": "core/long-exhale", "note": "x" * (number * 37 % 900)}])
    except BlockingIOError:
        continue  # a disk under load may keep the others waiting for long: again, as one would
    print(number, flush=True)
    number += 1
"""
APP_LIVES = 3.0
"""Seconds until the app is killed and opened again."""
COMMANDS = (
    (("checkin",), "3\n\n"),
    (("data", "backup"), ""),
    (("data", "check"), ""),
    (("checkin",), "5\ntired\n\n\n\n\n"),
    (("steps",), ""),
)


@dataclass
class Outcome:
    """What a storm left behind."""

    acknowledged: int = 0
    kills: int = 0
    commands: int = 0
    checkins: int = 0
    """How many check-ins the command told to be kept."""
    by_app: int = 0
    """How often the app told that something is kept."""
    lost: list[str] = field(default_factory=list)
    twice: list[str] = field(default_factory=list)
    fragments: list[Fragment] = field(default_factory=list)


class Writer:
    """One that writes so many records, in as many processes as it takes."""

    def __init__(self, home: Path, name: str, many: int) -> None:
        self.name = name
        self.acknowledged: list[int] = []
        self._home = home
        self._many = many
        self._rest = b""
        self.start(0)

    @property
    def done(self) -> bool:
        """Whether it has come to its last record."""
        return self._first >= self._many or self.acknowledged[-1:] == [self._many - 1]

    def start(self, number: int) -> None:
        """Go on in a new process."""
        self._first = number
        self.process = subprocess.Popen(
            [sys.executable, "-c", WRITER, self.name, str(number), str(self._many)],
            cwd=ROOT,
            env=environment(self._home),
            stdout=subprocess.PIPE,
        )

    def read(self) -> None:
        """Take in what was told to be kept."""
        assert self.process.stdout
        *lines, self._rest = (self._rest + os.read(self.process.stdout.fileno(), 1 << 16)).split(
            b"\n"
        )
        self.acknowledged += [int(line) for line in lines]

    def kill(self) -> None:
        """End the process in the middle of whatever it does, and go on behind that record."""
        self.process.send_signal(signal.SIGKILL)
        assert self.process.stdout
        while rest := self.process.stdout.read():
            *lines, _ = (self._rest + rest).split(b"\n")
            self.acknowledged += [int(line) for line in lines]
        self.process.wait()
        self.process.stdout.close()
        self._rest = b""
        # The record it was at may be there; writing it again would make two of it.
        last = max([self._first - 1, *self.acknowledged[-1:]])
        if not self.done:
            self.start(last + 2)


def storm(
    home: Path,
    writers: int,
    appends: int,
    seed: int = 0,
    progress: Callable[[int], None] = lambda _done: None,
) -> Outcome:
    """Let them all write at once, and kill them at random until everything is written."""
    chance, outcome = random.Random(seed), Outcome()
    all_of_them = [Writer(home, f"w{number}", appends) for number in range(writers)]
    with ExitStack() as open_apps:
        _until_written(all_of_them, open_apps, home, chance, outcome, progress)
    outcome.acknowledged = sum(len(writer.acknowledged) for writer in all_of_them)
    _look(home, all_of_them, outcome)
    return outcome


def _until_written(
    writers: list[Writer],
    open_apps: ExitStack,
    home: Path,
    chance: random.Random,
    outcome: Outcome,
    progress: Callable[[int], None],
) -> None:
    """Read, kill, run commands and press keys in the app, in turns."""
    app, opened = open_apps.enter_context(Terminal(home)), time.monotonic()
    commands: list[subprocess.Popen[str]] = []
    next_kill = next_command = time.monotonic()
    while not all(writer.done for writer in writers):
        _read(writers, app)
        progress(sum(len(writer.acknowledged) for writer in writers))
        now = time.monotonic()
        if now > next_kill:
            next_kill = now + chance.uniform(0.1, 0.7)
            chance.choice([writer for writer in writers if not writer.done] or writers).kill()
            outcome.kills += 1
        if now > next_command:
            next_command = now + chance.uniform(0.3, 1.0)
            commands = [command for command in commands if not _ended(command, outcome)]
            if len(commands) < 2:
                commands.append(_command(home, chance, outcome))
            app.press(*chance.choice([("c", "4"), ("3",), ("escape",), ("c", "2", "3")]))
        if now > opened + APP_LIVES:
            outcome.by_app += app.written.count(b"Kept on this")
            app.send(signal.SIGKILL)
            open_apps.close()
            app, opened = open_apps.enter_context(Terminal(home)), now
            outcome.kills += 1
    for process in commands:
        process.wait()
        _ended(process, outcome)
    outcome.by_app += app.written.count(b"Kept on this")
    for writer in writers:
        writer.process.wait()
        if writer.process.stdout:
            writer.process.stdout.close()


def _read(writers: list[Writer], app: Terminal) -> None:
    with selectors.DefaultSelector() as ready:
        for writer in writers:
            if not writer.done and writer.process.stdout:
                ready.register(writer.process.stdout, selectors.EVENT_READ, writer)
        for key, _events in ready.select(0.02):
            key.data.read()
            if not key.data.done and key.data.process.poll() is not None:
                key.data.kill()  # it ended by itself, which it is not meant to
    app.read(0)


def _command(home: Path, chance: random.Random, outcome: Outcome) -> subprocess.Popen[str]:
    arguments, typed = chance.choice(COMMANDS)
    code = "import sys; from peercompanion.cli import run; sys.exit(run(sys.argv[1:]))"
    process = subprocess.Popen(
        [sys.executable, "-c", code, *arguments],
        cwd=ROOT,
        env=environment(home),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    assert process.stdin
    process.stdin.write(typed)
    process.stdin.close()
    if chance.random() < 0.4:
        time.sleep(chance.uniform(0, 0.6))
        process.send_signal(signal.SIGKILL)
        outcome.kills += 1
    outcome.commands += 1
    return process


def _ended(process: subprocess.Popen[str], outcome: Outcome) -> bool:
    if process.poll() is None:
        return False
    if process.stdout and not process.stdout.closed:
        with process.stdout as told:
            outcome.checkins += "Kept on this computer" in told.read()
    return True


def _look(home: Path, writers: list[Writer], outcome: Outcome) -> None:
    """Count what is there, before anything is mended and after it."""
    kept = Kept(places({"PEERCOMPANION_HOME": str(home)}))
    for _ in range(2):
        reading = kept.whole.journal.read()
        assert not reading.unreadable, reading.unreadable
        times = Counter(entry.id for entry in reading.entries)
        wanted = [f"{w.name}-{number}" for w in writers for number in w.acknowledged]
        outcome.lost += [id_ for id_ in wanted if times[id_] == 0]
        outcome.twice += [id_ for id_ in wanted if times[id_] > 1]
        seen = {entry.id for entry in reading.entries if entry.kind == "checkin"}
        if len(seen) < outcome.checkins + outcome.by_app:
            outcome.lost.append(f"{outcome.checkins + outcome.by_app - len(seen)} check-ins")
        assert not any(entry.by_hand for entry in reading.entries)
        outcome.fragments = [each for each in reading.fragments if not each.unfinished]
        tend(kept.whole)
    assert not kept.whole.journal.read().fragments

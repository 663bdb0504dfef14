"""How a console finds its stage: port and token in a file only this user can read."""

import json
import os
import stat
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path

from peercompanion.link.messages import nonce

NAME = "live.json"
_LARGEST = 400


@dataclass(frozen=True)
class Door:
    """Where the stage listens on this machine, and what one has to know to be let in."""

    port: int
    token: str


def set_up(run: Path, port: int) -> Door:
    """Write down a new door, in place of one that was left behind.

    Raises:
        OSError: The folder cannot be used, or others could read what lies in it.

    """
    run.mkdir(mode=0o700, parents=True, exist_ok=True)
    if not _ours_alone(run.lstat()):
        raise PermissionError(0, "others can read this folder", str(run))
    door = Door(port, nonce())
    part = run / f"{NAME}.{os.getpid()}"
    with suppress(FileNotFoundError):
        part.unlink()
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW
    with os.fdopen(os.open(part, flags, 0o600), "w", encoding="ascii") as file:
        json.dump(asdict(door), file)
    part.replace(run / NAME)
    return door


def find(run: Path) -> Door | None:
    """Read where the stage listens; None where none does, or the file is not this user's own."""
    try:
        with os.fdopen(os.open(run / NAME, os.O_RDONLY | os.O_NOFOLLOW), "rb") as file:
            if not _ours_alone(os.fstat(file.fileno())):
                return None
            told = json.loads(file.read(_LARGEST))
        return Door(int(told["port"]), str(told["token"]))
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return None


def take_down(run: Path, door: Door) -> None:
    """Remove a door; one that another stage has set up since stays."""
    if find(run) == door:
        with suppress(OSError):
            (run / NAME).unlink()


def _ours_alone(found: os.stat_result) -> bool:
    return found.st_uid == os.getuid() and not stat.S_IMODE(found.st_mode) & 0o077

"""Which device this is: a short id, bound to the machine, and the last revision it gave.

It lies in the state folder. A home folder copied to another machine brings the file along, but
the machine differs, so a new id is made and two devices never write one file.
"""

import hashlib
import os
import sys
import tomllib
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from peercompanion.journal.files import Files, opened, read_all, write_whole
from peercompanion.journal.ids import DEVICE_ID, as_rev, device_id

_MACHINE_IDS = (Path("/etc/machine-id"), Path("/var/lib/dbus/machine-id"))
_TEXT = """\
# The name of this computer in the journal's files. Made once; never copied between computers.
device = "{device}"
machine = "{machine}"
last_rev = {rev}
"""


class Device:
    """This device's id and last revision. Use it only while the lock is held."""

    def __init__(self, path: Path, id_: str, machine: str, last_rev: int) -> None:
        self.id = id_
        self.last_rev = last_rev
        self._path = path
        self._machine = machine

    def remember(self, rev: int, files: Files) -> None:
        """Write down a revision before it is used.

        Revisions only grow, so the text never gets shorter and is written in its own place:
        one small write that neither a crash nor a full disk can leave half done.
        """
        self.last_rev = rev
        with opened(files, self._path, os.O_WRONLY) as fd:
            files.write(fd, self.text())

    def text(self) -> bytes:
        """Write it as TOML."""
        text = _TEXT.format(device=self.id, machine=self._machine, rev=self.last_rev)
        return text.encode()


def this_device(
    path: Path, files: Files, machine: Callable[[], str], random: Callable[[int], bytes]
) -> Device:
    """Read the device's id, or make one: the first time, on another machine, or when broken."""
    here = machine()
    table: dict[str, object] = {}
    with suppress(FileNotFoundError, ValueError, RecursionError):
        table = tomllib.loads(read_all(files, path).decode())
    known, last = table.get("device"), as_rev(table.get("last_rev"))
    if isinstance(known, str) and DEVICE_ID.fullmatch(known) and table.get("machine") == here:
        return Device(path, known, here, last)
    device = Device(path, device_id(random(3)), here, last)
    write_whole(files, path, device.text())
    return device


def this_machine() -> str:
    """Tell this machine from others, without saying which it is: 16 hex digits."""
    import platform  # 3 ms, and only a first record asks

    known = ""
    for path in _MACHINE_IDS:
        with suppress(OSError, ValueError):
            known = known or path.read_text(encoding="ascii").strip()
    known = known or _windows_machine_id()
    return hashlib.sha256(f"{known}\n{platform.node()}".encode()).hexdigest()[:16]


def _windows_machine_id() -> str:
    if sys.platform == "win32":
        import winreg

        with (
            suppress(OSError),
            winreg.OpenKey(winreg.HKEY_LOCAL_MACHINE, r"SOFTWARE\Microsoft\Cryptography") as key,
        ):
            return str(winreg.QueryValueEx(key, "MachineGuid")[0])
    return ""

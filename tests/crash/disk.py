"""A disk in memory that can lose its power, and processes on it that can be killed.

What was written but not synced may be there after the power comes back, or be absent, cut off,
zeroed, or there in another order; so may names that were made, changed or removed in a folder
that was not synced. A kill loses nothing that a system call had taken.
"""

import copy
import errno
import os
import random
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from peercompanion.journal.files import Files, Stamp

SECTOR = 512


class Killed(BaseException):
    """The process is no more. No `except Exception` outlives it."""


@dataclass(slots=True)
class File:
    """A file: its bytes as processes see them, and those that are on the disk itself."""

    data: bytes = b""
    safe: bytes = b""
    changed: int = 0
    emptied: bool = False
    """Cut shorter since it was synced: its old bytes are no longer in the new ones' way."""


@dataclass(slots=True)
class Folder:
    """A folder: its names as processes see them, those on the disk, and what lies between."""

    names: dict[str, int] = field(default_factory=dict)
    safe: dict[str, int] = field(default_factory=dict)
    late: tuple[tuple[str | None, str | None, int], ...] = ()
    """A name that goes, a name that comes, and the node it is for."""


class Disk:
    """The nodes of a disk; number 0 is the root."""

    def __init__(self) -> None:
        self.nodes: dict[int, File | Folder] = {0: Folder()}
        self.time = 1

    def copy(self) -> "Disk":
        """A disk that is the same and goes its own way from here."""
        other = Disk()
        other.time = self.time
        for number, node in self.nodes.items():
            if isinstance(node, File):
                other.nodes[number] = copy.copy(node)
            else:
                other.nodes[number] = Folder(dict(node.names), dict(node.safe), node.late)
        return other

    def node(self, path: Path) -> int:
        """Find what lies at a path."""
        number = 0
        for name in path.parts[1:]:
            folder = self.nodes[number]
            if not isinstance(folder, Folder):
                raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR), str(path))
            if name not in folder.names:
                raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), str(path))
            number = folder.names[name]
        return number

    def file(self, path: Path) -> File:
        """Find the file at a path."""
        found = self.nodes[self.node(path)]
        if not isinstance(found, File):
            raise OSError(errno.EEXIST, "not a file", str(path))
        return found

    def folder(self, path: Path) -> Folder:
        """Find the folder at a path."""
        found = self.nodes[self.node(path)]
        if not isinstance(found, Folder):
            raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR), str(path))
        return found

    def files(self, top: Path = Path("/")) -> dict[Path, bytes]:
        """All files that have a name, with their bytes."""
        held: dict[Path, bytes] = {}
        for name, number in self.folder(top).names.items():
            node = self.nodes[number]
            if isinstance(node, File):
                held[top / name] = node.data
            else:
                held |= self.files(top / name)
        return held

    def without_power(self, names: str, data: str, chance: random.Random) -> "Disk":
        """What may be there when the power comes back.

        Args:
            names: `none`, `all` or `some` of the names that were not synced are there.
            data: What became of bytes that were not synced: `absent`, `all`, `cut`, `zeroed`
                or `reordered`.
            chance: Decides what is left open.

        """
        left = Disk()
        left.time = self.time
        for number, node in self.nodes.items():
            if isinstance(node, File):
                safe = _left_of(node, data, chance)
                left.nodes[number] = File(safe, safe, node.changed + 1)
            else:
                held = _left_of_names(node, names, chance)
                left.nodes[number] = Folder(dict(held), held)
        return left


def _left_of_names(folder: Folder, names: str, chance: random.Random) -> dict[str, int]:
    if names == "all":
        return dict(folder.names)
    held = dict(folder.safe)
    for goes, comes, node in folder.late if names == "some" else ():
        if chance.random() < 0.5:
            if goes is not None:
                held.pop(goes, None)
            if comes is not None:
                held[comes] = node
    return held


def _left_of(file: File, how: str, chance: random.Random) -> bytes:
    new, old = file.data, file.safe
    if new == old or how == "absent" or (file.emptied and chance.random() < 0.3):
        return old
    if how == "all":
        return new
    under = b"" if file.emptied else old
    same = len(old) if new.startswith(old) else 0
    if how == "cut":
        end = chance.randint(same, len(new))
        return new[:end] + under[end:]
    if how == "zeroed":
        return under[: len(new)].ljust(len(new), b"\0")
    size = max(len(under), chance.choice([len(new), chance.randint(same, len(new))]))
    parts = []
    for start in range(0, size, SECTOR):
        part = slice(start, min(start + SECTOR, size))
        parts.append(chance.choice([new[part], under[part]]).ljust(part.stop - start, b"\0"))
    return b"".join(parts)


@dataclass(frozen=True, slots=True)
class Operation:
    """Something that is about to change the disk."""

    what: str
    node: int = -1
    start: int = 0
    data: bytes = b""

    def half(self, disk: Disk, end: int) -> None:
        """Let only a part of the bytes reach the file."""
        file = disk.nodes[self.node]
        assert isinstance(file, File)
        put(file, self.start, self.data[:end], disk.time)


def put(file: File, start: int, data: bytes, now: int) -> None:
    """Write bytes to a place in a file."""
    file.data = file.data[:start] + data + file.data[start + len(data) :]
    file.changed = now


@dataclass(slots=True)
class _Open:
    node: int
    path: Path
    appends: bool


class Process(Files):
    """A process on a disk, from its start to its end.

    Args:
        disk: The disk.
        before: Is called before anything on the disk changes; it may raise `Killed`.

    """

    def __init__(
        self, disk: Disk, before: Callable[[Operation], None] = lambda _operation: None
    ) -> None:
        self.disk = disk
        self._before = before
        self._open: dict[int, _Open] = {}
        self._next = 3
        self._locked: dict[int, int] = {}
        self._alive = True

    def _about_to(self, what: str, node: int = -1, start: int = 0, data: bytes = b"") -> None:
        if not self._alive:
            raise Killed
        self.disk.time += 1
        try:
            self._before(Operation(what, node, start, data))
        except Killed:
            self._alive = False
            raise

    def _file(self, fd: int) -> File:
        if not self._alive:
            raise Killed
        node = self.disk.nodes[self._open[fd].node]
        assert isinstance(node, File)
        return node

    def _link(self, folder: Folder, goes: str | None, comes: str | None, node: int) -> None:
        if goes is not None:
            del folder.names[goes]
        if comes is not None:
            folder.names[comes] = node
        folder.late += ((goes, comes, node),)

    def _new(self, path: Path, node: File | Folder) -> None:
        number = max(self.disk.nodes) + 1
        self.disk.nodes[number] = node
        self._link(self.disk.folder(path.parent), None, path.name, number)

    def open(self, path: Path, flags: int) -> int:
        folder = self.disk.folder(path.parent)
        if flags & os.O_CREAT and path.name not in folder.names:
            self._about_to(f"create {path.name}")
            self._new(path, File(changed=self.disk.time))
        elif flags & os.O_EXCL:
            raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(path))
        file = self.disk.file(path)
        if flags & os.O_TRUNC and file.data:
            self._about_to(f"empty {path.name}")
            file.data, file.changed, file.emptied = b"", self.disk.time, True
        self._next += 1
        appends = bool(flags & os.O_APPEND)
        self._open[self._next] = _Open(self.disk.node(path), path, appends)
        return self._next

    def close(self, fd: int) -> None:
        self._locked = {node: by for node, by in self._locked.items() if by != fd}
        self._open.pop(fd, None)

    def size(self, fd: int) -> int:
        return len(self._file(fd).data)

    def take(self, fd: int) -> bool:
        return self._locked.setdefault(self._open[fd].node, fd) == fd

    def let_go(self, fd: int) -> None:
        self._locked.pop(self._open[fd].node, None)

    def read(self, fd: int, start: int, count: int) -> bytes:
        return self._file(fd).data[start : start + count]

    def write(self, fd: int, data: bytes) -> int:
        opened, file = self._open[fd], self._file(fd)
        start = len(file.data) if opened.appends else 0
        self._about_to(f"write {opened.path.name}", opened.node, start, data)
        put(file, start, data, self.disk.time)
        return len(data)

    def truncate(self, fd: int, size: int) -> None:
        self._about_to(f"cut {self._open[fd].path.name}")
        file = self._file(fd)
        file.data, file.changed, file.emptied = file.data[:size], self.disk.time, True

    def sync(self, fd: int) -> None:
        self._about_to(f"sync {self._open[fd].path.name}")
        file = self._file(fd)
        file.safe, file.emptied = file.data, False

    def sync_folder(self, folder: Path) -> None:
        self._about_to(f"sync folder {folder.name}")
        found = self.disk.folder(folder)
        found.safe, found.late = dict(found.names), ()

    def names(self, folder: Path) -> list[tuple[str, bool]]:
        found = self.disk.folder(folder).names.items()
        return [(name, isinstance(self.disk.nodes[node], Folder)) for name, node in found]

    def stamp(self, path: Path) -> Stamp:
        file = self.disk.file(path)
        return len(file.data), file.changed

    def real(self, path: Path) -> Path:
        return path

    def is_folder(self, path: Path) -> bool:
        try:
            self.disk.folder(path)
        except OSError:
            return False
        return True

    def make_folder(self, folder: Path) -> None:
        if folder.name in self.disk.folder(folder.parent).names:
            raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(folder))
        self._about_to(f"make folder {folder.name}")
        self._new(folder, Folder())

    def replace(self, new: Path, old: Path) -> None:
        assert new.parent == old.parent
        node = self.disk.node(new)
        self._about_to(f"replace {old.name}")
        self._link(self.disk.folder(old.parent), new.name, old.name, node)

    def remove(self, path: Path) -> None:
        node = self.disk.node(path)
        self._about_to(f"remove {path.name}")
        self._link(self.disk.folder(path.parent), path.name, None, node)

    def remove_folder(self, folder: Path) -> None:
        node = self.disk.node(folder)
        if self.disk.folder(folder).names:
            raise OSError(errno.ENOTEMPTY, os.strerror(errno.ENOTEMPTY), str(folder))
        self._about_to(f"remove folder {folder.name}")
        self._link(self.disk.folder(folder.parent), folder.name, None, node)

"""Reading the files of a journal: each once, and again only when it has changed."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from peercompanion.journal import framing
from peercompanion.journal.files import Files, Stamp, read_all
from peercompanion.journal.framing import Entry, Fragment, Loaded


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A file or folder that could not be read at all."""

    path: Path
    why: OSError


@dataclass(frozen=True, slots=True)
class Reading:
    """What was found: everything that could be read, and what could not."""

    entries: list[Entry] = field(default_factory=list)
    fragments: list[Fragment] = field(default_factory=list)
    unreadable: list[Unreadable] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Found:
    """The files there are, each with its stamp."""

    files: dict[Path, Stamp] = field(default_factory=dict)
    unreadable: list[Unreadable] = field(default_factory=list)

    def __bool__(self) -> bool:
        """Tell whether there is anything, or anything that cannot be looked at."""
        return bool(self.files or self.unreadable)


class Reader:
    """Reads what lies below a folder.

    Args:
        top: The folder.
        files: The disk.
        once_more: Reads a file again that seems torn, while nobody on this device writes; None
            when that cannot be had.

    """

    def __init__(self, top: Path, files: Files, once_more: Callable[[Path], Loaded | None]) -> None:
        self.top = top
        self._files = files
        self._once_more = once_more
        self._held: dict[Path, tuple[Stamp, Loaded]] = {}

    def found(self) -> Found:
        """Find the files, through links too; hidden ones belong to other programs."""
        found = Found()
        for path in self._below(found.unreadable):
            try:
                found.files[path] = self._files.stamp(path)
            except OSError as error:
                found.unreadable.append(Unreadable(path, error))
        return found

    def read(self, found: Found, chosen: Iterable[Path]) -> Reading:
        """Read the chosen files; what is read is held, so that reading again costs little."""
        reading = Reading(unreadable=list(found.unreadable))
        for path in set(self._held) - set(found.files):
            self._held.pop(path, None)
        for path in chosen:
            stamp, held = found.files[path], self._held.get(path)
            loaded = held[1] if held and held[0] == stamp else self.load(path)
            if isinstance(loaded, OSError):
                reading.unreadable.append(Unreadable(path, loaded))
                continue
            self._held[path] = (stamp, loaded)
            reading.entries.extend(loaded.entries)
            reading.fragments.extend(loaded.fragments)
        return reading

    def load(self, path: Path) -> Loaded | OSError:
        """Read one file; the error when it cannot be read."""
        try:
            loaded = framing.load(read_all(self._files, path), path)
            if any(fragment.unfinished for fragment in loaded.fragments):
                loaded = self._once_more(path) or loaded
        except OSError as error:
            return error
        return loaded

    def _below(self, unreadable: list[Unreadable]) -> Iterator[Path]:
        waiting, seen = [self.top], set()
        while waiting:
            folder = waiting.pop()
            if (real := self._files.real(folder)) in seen:
                continue
            seen.add(real)
            try:
                names = self._files.names(folder)
            except OSError as error:
                if folder != self.top or not isinstance(error, FileNotFoundError):
                    unreadable.append(Unreadable(folder, error))
                continue
            for name, is_folder in sorted(names):
                if name.startswith((".", "~")):
                    continue
                if is_folder:
                    waiting.append(folder / name)
                elif name.lower().endswith(".toml"):
                    yield folder / name

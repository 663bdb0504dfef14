"""What is in progress: one small file each, replaced whole and dropped when it is done."""

import os
import re
import tomllib
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any, TypeVar

import tomli_w

from peercompanion.journal.files import Files, half_written, make_folders, read_all, write_whole
from peercompanion.journal.lines import plain

T = TypeVar("T")

_UNSAFE = re.compile(r"[^A-Za-z0-9_-]")


class Drafts:
    """The drafts in a folder, which is made when the first is saved."""

    def __init__(self, folder: Path, files: Files | None = None) -> None:
        self._folder = folder
        self._files = files or Files()

    def save(self, name: str, table: Mapping[str, Any]) -> None:
        """Write a draft in place of the one before.

        Raises:
            OSError: The disk refused; the draft before is still there.

        """
        make_folders(self._files, self._folder)
        write_whole(self._files, self._file(name), tomli_w.dumps(plain(table)).encode())

    def read(self, understand: Callable[[dict[str, Any]], T]) -> list[T]:
        """Read all drafts; one that cannot be understood is set aside as `*.broken`.

        Args:
            understand: Makes something of a draft, or raises `ValueError`.

        """
        understood = []
        for path in self._paths(".toml"):
            try:
                table = tomllib.loads(read_all(self._files, path).decode())
                understood.append(understand(table))
            except (ValueError, RecursionError):
                with suppress(OSError):
                    self._files.replace(path, path.with_name(path.name + ".broken"))
            except OSError:
                continue
        return understood

    def drop(self, name: str) -> None:
        """Remove a draft, and what a process that ended while writing it may have left."""
        file = self._file(name)
        left = half_written(file).name.removesuffix(f"{os.getpid()}.tmp")
        for path in (file, *(path for path in self._paths(".tmp") if path.name.startswith(left))):
            with suppress(OSError):
                self._files.remove(path)

    def _paths(self, suffix: str) -> list[Path]:
        with suppress(OSError):
            names = sorted(name for name, _ in self._files.names(self._folder))
            return [self._folder / name for name in names if name.endswith(suffix)]
        return []

    def _file(self, name: str) -> Path:
        """Name a draft's file: `core/long-exhale` lies in `core.long-exhale.toml`."""
        parts = (_UNSAFE.sub(lambda c: f"%{ord(c[0]):x}", part) for part in name.split("/"))
        return self._folder / (".".join(parts) + ".toml")

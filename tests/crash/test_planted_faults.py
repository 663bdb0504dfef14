"""The crashes find what they are there to find: each of these faults, planted, is caught."""

import os
import zlib
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from peercompanion.journal import framing, own
from peercompanion.journal.files import Files, make_folders, opened
from peercompanion.journal.own import OwnFiles

from .crashes import run
from .disk import Process

ENOUGH = 2000
Plant = Callable[[pytest.MonkeyPatch], type[Process] | None]


def no_new_line_guard(patch: pytest.MonkeyPatch) -> None:
    """What follows a torn end is written right behind it."""
    patch.setattr(framing, "after_tail", lambda tail: b"" if tail else framing.HEADER)


def split_at_headers_only(patch: pytest.MonkeyPatch) -> None:
    """An entry ends where the next begins, so it goes down with what was torn behind it."""
    real = framing.split

    def split(data: bytes) -> Any:
        prelude, segments = real(data)
        return prelude, [
            replace(each, body=each.raw, end=zlib.crc32(each.raw), rest=b"")
            for each in segments
            if each.end is not None
        ]

    patch.setattr(framing, "split", split)


def no_sync(patch: pytest.MonkeyPatch) -> type[Process]:
    """A save is told before it is on the disk."""

    class NeverSyncs(Process):
        def sync(self, fd: int) -> None:
            pass

    return NeverSyncs


def no_sync_of_folders(patch: pytest.MonkeyPatch) -> type[Process]:
    """The bytes are on the disk, but not the name of the file they are in."""

    class NeverSyncsFolders(Process):
        def sync_folder(self, folder: Path) -> None:
            pass

    return NeverSyncsFolders


def unfinished_taken_for_whole(patch: pytest.MonkeyPatch) -> None:
    """An entry without its end is shown, if what there is of it can be read."""
    real = framing.split

    def split(data: bytes) -> Any:
        prelude, segments = real(data.replace(framing.NOT_FINISHED, b""))
        return prelude, [replace(each, last=False) for each in segments]

    patch.setattr(framing, "split", split)


def _in_its_place(files: Files, path: Path, data: bytes) -> None:
    with opened(files, path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC) as fd:
        files.write(fd, data)
        files.sync(fd)
    files.sync_folder(path.parent)


def _without_sync(files: Files, path: Path, data: bytes) -> None:
    half = path.with_name(f".{path.name}.tmp")
    with opened(files, half, os.O_WRONLY | os.O_CREAT | os.O_TRUNC) as fd:
        files.write(fd, data)
    files.replace(half, path)
    files.sync_folder(path.parent)


def mended_without_sync(patch: pytest.MonkeyPatch) -> None:
    """A file is mended, and the new one is not on the disk when it takes the old one's place."""
    patch.setattr(
        OwnFiles, "rewrite", lambda self, path, data: _without_sync(self._files, path, data)
    )


def mended_in_its_place(patch: pytest.MonkeyPatch) -> None:
    """A file is mended by emptying it first."""
    patch.setattr(
        OwnFiles, "rewrite", lambda self, path, data: _in_its_place(self._files, path, data)
    )


def a_month_begun_in_its_place(patch: pytest.MonkeyPatch) -> None:
    """A new month's file is there before the documents it carries on are in it."""

    def begin(self: OwnFiles, path: Path, blocks: bytes) -> None:
        make_folders(self._files, path.parent)
        _in_its_place(self._files, path, framing.HEADER + blocks)

    patch.setattr(OwnFiles, "begin", begin)


def told_before_it_is_written(patch: pytest.MonkeyPatch) -> None:
    """What is appended waits for the next append."""
    real = OwnFiles.append

    def append(self: OwnFiles, path: Path, blocks: bytes) -> None:
        real(self, path, getattr(self, "waiting", blocks))
        self.waiting = blocks  # type: ignore[attr-defined]

    patch.setattr(OwnFiles, "append", append)


@pytest.mark.parametrize(
    "plant",
    [
        no_new_line_guard,
        split_at_headers_only,
        no_sync,
        no_sync_of_folders,
        unfinished_taken_for_whole,
        mended_without_sync,
        mended_in_its_place,
        a_month_begun_in_its_place,
        told_before_it_is_written,
    ],
)
def test_it_is_caught(plant: Plant, monkeypatch: pytest.MonkeyPatch) -> None:
    process = plant(monkeypatch) or Process
    with pytest.raises(AssertionError, match=r"lost|half an entry|not found at start"):
        run(ENOUGH, process=process)


def test_nothing_else_is(monkeypatch: pytest.MonkeyPatch) -> None:
    """The ways of writing that the faults are made of find nothing when they are sound."""
    monkeypatch.setattr(
        OwnFiles, "rewrite", lambda self, path, data: own.write_whole(self._files, path, data)
    )
    run(300)

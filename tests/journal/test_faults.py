"""The disk fails at any touch: nothing that was said to be saved is lost, and the error is told."""

import errno
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from peercompanion.journal.files import Files

from .samples import ids, journal, record

TOUCHES = ("open", "read", "write", "sync", "sync_folder", "make_folder", "replace", "size")


class Failing(Files):
    """A disk on which the nth touch of a kind fails; later ones work again."""

    def __init__(self, touch: str, nth: int, error: int) -> None:
        self.failed = False
        count = 0
        real: Callable[..., Any] = getattr(super(), touch)

        def fail(*args: Any, **kwargs: Any) -> Any:
            nonlocal count
            count += 1
            if count == nth:
                self.failed = True
                raise OSError(error, os.strerror(error))
            return real(*args, **kwargs)

        setattr(self, touch, fail)


class Filling(Files):
    """A disk that takes a number of bytes more of a file's end, and then no byte."""

    def __init__(self, room: int, *, cuts_back: bool = True) -> None:
        self.room = room
        self.cuts_back = cuts_back

    def write(self, fd: int, data: bytes) -> int:
        if b"[[entry]]" not in data:
            return super().write(fd, data)
        if not self.room:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        taken, self.room = data[: self.room], 0
        return super().write(fd, taken)

    def truncate(self, fd: int, size: int) -> None:
        if not self.cuts_back:
            raise OSError(errno.EIO, os.strerror(errno.EIO))
        super().truncate(fd, size)


@pytest.mark.parametrize("error", [errno.EIO, errno.ENOSPC, errno.EROFS, errno.EACCES])
@pytest.mark.parametrize("touch", TOUCHES)
def test_one_failing_touch_loses_nothing_and_is_told(
    tmp_path: Path, touch: str, error: int
) -> None:
    for nth in range(1, 40):
        home = tmp_path / f"{nth}"
        files = Failing(touch, nth, error)
        kept = journal(home, files=files)
        saved = []
        for number in (1, 2, 3):
            try:
                kept.append([record(number)])
            except OSError:
                assert files.failed
                kept.append([record(number)])  # as a person would: the same again
            saved.append(record(number)["id"])

        reading = journal(home).read()
        assert sorted({entry.id for entry in reading.entries}) == saved
        assert reading.fragments == []
        if not files.failed:
            return
    pytest.fail("never came to an end")


@pytest.mark.parametrize("cuts_back", [True, False])
@pytest.mark.parametrize("room", [0, 1, 9, 60, 150])
def test_a_disk_that_fills_up_takes_all_of_an_entry_or_says_so(
    tmp_path: Path, room: int, cuts_back: bool
) -> None:
    (first,) = journal(tmp_path).append([record(1)])
    before = first.file.read_bytes()

    full = journal(tmp_path, files=Filling(room, cuts_back=cuts_back))
    for _ in range(2):
        with pytest.raises(OSError) as raised:
            full.append([record(2)])
        assert raised.value.errno == errno.ENOSPC

    if cuts_back:
        assert first.file.read_bytes() == before
    assert ids(full) == [record(1)["id"]]
    journal(tmp_path).append([record(2)])
    assert ids(full) == [record(1)["id"], record(2)["id"]]


def test_a_failed_sync_is_never_tried_again_on_the_same_bytes(tmp_path: Path) -> None:
    journal(tmp_path).append([record(1)])
    syncs = []

    class NeverSyncs(Files):
        def sync(self, fd: int) -> None:
            syncs.append(fd)
            raise OSError(errno.EIO, os.strerror(errno.EIO))

    with pytest.raises(OSError, match=os.strerror(errno.EIO)):
        journal(tmp_path, files=NeverSyncs()).append([record(2)])

    assert len(syncs) == 1


def test_it_is_synced_after_the_write_and_before_it_is_said(tmp_path: Path) -> None:
    done: list[str] = []

    class Watched(Files):
        def write(self, fd: int, data: bytes) -> int:
            done.append("write" if data.startswith(b"[[entry]]") else "other")
            return super().write(fd, data)

        def sync(self, fd: int) -> None:
            done.append("sync")
            super().sync(fd)

        def sync_folder(self, folder: Path) -> None:
            done.append(f"folder {folder.name}")
            super().sync_folder(folder)

    kept = journal(tmp_path, files=Watched())
    kept.append([record(1)])
    first = done[done.index("write") :]
    assert first[:2] == ["write", "sync"]
    assert set(first[2:]) >= {"folder 2026", "folder entries", "folder journal"}

    done.clear()
    kept.append([record(2), record(3)])
    # The revision; one write for both; and the copy, which nobody waits for.
    assert done == ["other", "write", "sync", "write"]


def test_a_reader_that_may_not_list_a_folder_says_so(tmp_path: Path) -> None:
    journal(tmp_path).append([record(1)])

    reading = journal(tmp_path, files=Failing("names", 2, errno.EACCES)).read()

    assert [unreadable.path.name for unreadable in reading.unreadable] == ["2026"]
    assert reading.entries == []

"""What others wrote is noticed by looking alone; what one wrote oneself is no news."""

from collections.abc import Callable
from pathlib import Path

from peercompanion.journal.files import Files

from .samples import journal, own_file, record


class Closed(Files):
    """A disk on which nothing can be opened."""

    def open(self, path: Path, flags: int) -> int:
        raise AssertionError(f"opened {path}")


class Watched(Files):
    """A disk that is looked at in the middle of every writing."""

    def __init__(self) -> None:
        self.looks: list[Callable[[], bool]] = []
        self.seen: list[bool] = []

    def sync(self, fd: int) -> None:
        self.seen += [look() for look in self.looks]
        super().sync(fd)


def test_ones_own_writing_is_no_news_while_it_is_under_way(tmp_path: Path) -> None:
    disk = Watched()
    one = journal(tmp_path, files=disk)
    one.append([record(1)])
    one.read()
    disk.looks.append(one.changed)
    one.append([record(2)])
    assert disk.seen
    assert not any(disk.seen)
    assert not one.changed()


def test_another_window_is_noticed_and_ones_own_writing_is_not(tmp_path: Path) -> None:
    one, two = journal(tmp_path), journal(tmp_path)
    assert not one.changed()
    two.append([record(1)])
    assert one.changed()
    one.read()
    assert not one.changed()

    one.append([record(2)])
    assert not one.changed()
    two.append([record(3)])
    one.append([record(4)])
    assert one.changed()  # though it wrote to the same file since

    one.read()
    own_file(tmp_path).with_name("a copy.toml").write_bytes(b"")
    assert one.changed()


def test_reading_for_other_ends_hides_nothing(tmp_path: Path) -> None:
    one, two = journal(tmp_path), journal(tmp_path)
    two.append([record(1)])

    one.at_start(one.now().date())

    assert one.changed()


def test_looking_opens_nothing(tmp_path: Path) -> None:
    journal(tmp_path).append([record(1)])

    assert journal(tmp_path, files=Closed()).changed()


def test_a_file_that_did_not_change_is_not_read_again(tmp_path: Path) -> None:
    here = journal(tmp_path)
    here.append([record(1)])
    first = here.read().entries
    here.reader.load = None  # type: ignore[method-assign, assignment]

    assert here.read().entries == first

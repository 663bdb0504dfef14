"""What stands in the way is found without writing, and said so that a person can act on it."""

import errno
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from types import SimpleNamespace

import pytest

from peercompanion.journal import trouble

posix = pytest.mark.skipif(os.name != "posix", reason="modes are POSIX's")
LOOK = """
import os, sys
from pathlib import Path
from peercompanion.journal.trouble import ahead
if os.geteuid() == 0:
    os.setuid(65534)  # root may write anywhere
found = ahead([Path(sys.argv[1])], [Path(sys.argv[2])])
print(found.errno if found else 0)
"""


def test_nothing_stands_in_the_way_of_folders_that_can_be_made(tmp_path: Path) -> None:
    assert trouble.ahead([tmp_path / "a" / "b"], [tmp_path / "a" / "lock"]) is None
    assert list(tmp_path.iterdir()) == []


def test_a_file_in_a_folders_place_is_found_however_far_above(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"garbage")

    found = trouble.ahead([tmp_path / "a" / "b" / "c"], [])

    assert found is not None
    assert (found.errno, found.filename) == (errno.EEXIST, str(tmp_path / "a"))


def test_a_folder_in_a_files_place_is_found(tmp_path: Path) -> None:
    (tmp_path / "lock").mkdir()

    found = trouble.ahead([tmp_path], [tmp_path / "lock"])

    assert found is not None
    assert found.errno == errno.EEXIST


@posix
@pytest.mark.parametrize(
    ("flag", "free", "number"),
    [(os.ST_RDONLY, 9_000, errno.EROFS), (0, 2, errno.ENOSPC), (0, 9_000, None)],
)
def test_a_read_only_or_full_disk_is_found(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, flag: int, free: int, number: int | None
) -> None:
    disk = SimpleNamespace(f_flag=flag, f_blocks=10_000, f_bavail=free, f_frsize=4096)
    monkeypatch.setattr(os, "statvfs", lambda _: disk)

    found = trouble.ahead([tmp_path / "a"], [])

    assert (found and found.errno) == number


@posix
@pytest.mark.parametrize("locked_away", ["folder", "file"])
def test_a_place_without_the_right_to_write_is_found(locked_away: str) -> None:
    with tempfile.TemporaryDirectory() as home:
        folder, file = Path(home) / "a", Path(home) / "lock"
        folder.mkdir(0o777)
        file.touch()
        Path(home).chmod(0o755)
        for path in (folder, file):
            path.chmod(0o777)
        (folder if locked_away == "folder" else file).chmod(0o444)
        looked = subprocess.run(
            [sys.executable, "-c", LOOK, str(folder), str(file)],
            capture_output=True,
            text=True,
            check=True,
            env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
        )

    assert int(looked.stdout) == errno.EACCES


@pytest.mark.parametrize(
    ("number", "says"),
    [
        (errno.ENOSPC, "disk is full"),
        (errno.EFBIG, "disk is full"),
        (errno.EROFS, "read but not written"),
        (errno.EACCES, "right to write"),
        (errno.EEXIST, "Something else lies"),
        (errno.ENOTDIR, "Something else lies"),
        (errno.EAGAIN, "Another window"),
        (errno.EMSGSIZE, "two parts"),
        (errno.EIO, "reported a problem"),
    ],
)
def test_each_trouble_is_one_plain_line(number: int, says: str) -> None:
    words = trouble.in_words(OSError(number, "x"), Path("/home/ana/journal"))

    assert says in words
    assert "\n" not in words
    assert words.endswith(".")


def test_a_path_cannot_speak_to_the_terminal() -> None:
    error = OSError(errno.EACCES, "x", "/home/\x1b[2J\nana")

    assert "/home/ ana" in trouble.in_words(error, Path("/"))

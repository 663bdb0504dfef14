"""`now` and the help key, whatever has become of the folders: the first instruction is there."""

import contextlib
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from .terminal import ROOT, Terminal, environment

APP = ("-m", "peercompanion")
FIRST = "Notice a door, a window, or any edge"
SMALLEST, USUAL = (40, 12), (80, 24)
GARBAGE = b"\x00\xff[[entry]]\n\x1b]52;c;x\x07 = = \xf0\x28\n" * 50


def absent(_home: Path) -> None:
    """Nothing is there yet."""


def a_file(home: Path) -> None:
    """A file stands where the folder was."""
    home.write_bytes(GARBAGE)


def files_for_folders(home: Path) -> None:
    """Every folder is a file."""
    home.mkdir()
    for name in ("journal", "packs", "config", "state", "cache", "run"):
        (home / name).write_bytes(GARBAGE)


def folders_for_files(home: Path) -> None:
    """Every file that is read is a folder."""
    for name in (
        "config/settings.toml",
        "journal/entries/2026/2026-11.aaaa.toml",
        "packs/x/pack.toml",
    ):
        (home / name).mkdir(parents=True)


def garbage(home: Path) -> None:
    """Every file holds nonsense."""
    names = ["config/settings.toml", "journal/entries/2026/2026-11.aaaa.toml", "state/device.toml"]
    names += ["packs/x/pack.toml", "packs/x/resources/y.toml", "packs/x/exercises/z.toml"]
    for name in names:
        (home / name).parent.mkdir(parents=True, exist_ok=True)
        (home / name).write_bytes(GARBAGE)


def a_loop(home: Path) -> None:
    """Every folder leads to itself: nothing below it can be read."""
    home.mkdir()
    for name in ("journal", "packs", "config", "state", "cache", "run"):
        (home / name).symlink_to(home / name)


def unreadable(home: Path) -> None:
    """The folders may not be opened."""
    for name in ("journal", "packs", "config", "state", "cache", "run"):
        (home / name).mkdir(parents=True)
        (home / name).chmod(0)


DISORDER = (absent, a_file, files_for_folders, folders_for_files, garbage, a_loop, unreadable)


@contextlib.contextmanager
def mounted(folder: Path, options: str) -> Iterator[None]:
    """Mount a small disk; only the administrator can."""
    folder.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", options, "tmpfs", str(folder)]
    if subprocess.run(command, check=False, capture_output=True).returncode:
        pytest.skip("no disk can be mounted here")
    try:
        yield
    finally:
        subprocess.run(["umount", "-l", str(folder)], check=False, capture_output=True)


def as_anyone(*arguments: str) -> tuple[str, ...]:
    """Arguments for Python that run the app without the administrator's right to open anything."""
    if os.geteuid() != 0:
        return (*APP, *arguments)
    if not shutil.which("setpriv"):
        pytest.skip("the administrator can open everything, and cannot do without it here")
    without = ["setpriv", "--bounding-set=-dac_override,-dac_read_search", sys.executable]
    return ("-c", f"import os; os.execvp('setpriv', {[*without, *APP, *arguments]!r})")


def tree(home: Path) -> list[str]:
    """Everything that is there, as far as it can be seen."""
    return sorted(str(path) for path in home.rglob("*")) if home.is_dir() else [str(home.exists())]


def seen_and_left(home: Path, size: tuple[int, int]) -> None:
    """Open it, go to the end and into help, and leave."""
    with Terminal(home, as_anyone("now"), size=size) as terminal:
        terminal.wait_for(FIRST, "Help")
        terminal.press("enter", "enter", "enter")
        terminal.wait_for("My plan, one thing")
        terminal.press("h")
        terminal.wait_for("Call 911")
        terminal.press("escape")
        terminal.wait_for("My plan, one thing")
        terminal.press("q")
        assert terminal.ended() == 0


@pytest.mark.parametrize("size", [SMALLEST, USUAL], ids=["40x12", "80x24"])
@pytest.mark.parametrize("disorder", DISORDER, ids=lambda each: each.__name__)
def test_the_first_instruction_is_there_and_nothing_is_written(
    disorder: object, size: tuple[int, int], tmp_path: Path
) -> None:
    home = tmp_path / "home"
    disorder(home)  # type: ignore[operator]
    before = tree(home)

    seen_and_left(home, size)

    assert tree(home) == before


@pytest.mark.parametrize("options", ["size=16k", "size=1m,ro"], ids=["full", "read-only"])
def test_a_full_or_read_only_disk_is_no_obstacle(options: str, tmp_path: Path) -> None:
    with mounted(tmp_path / "disk", options):
        if "ro" not in options:
            with contextlib.suppress(OSError):
                (tmp_path / "disk" / "full").write_bytes(b"x" * 64 * 1024)
        seen_and_left(tmp_path / "disk", SMALLEST)


@pytest.mark.parametrize("disorder", DISORDER, ids=lambda each: each.__name__)
def test_the_help_key_shows_the_numbers_from_the_first_frame_on(
    disorder: object, tmp_path: Path
) -> None:
    home = tmp_path / "home"
    disorder(home)  # type: ignore[operator]

    with Terminal(home, as_anyone(), size=SMALLEST) as terminal:
        terminal.wait_for("PeerCompanion")
        terminal.press("h")
        terminal.wait_for("Call 911")
        terminal.press("1")
        terminal.wait_for("Here is one thing")
        terminal.press("escape")
        terminal.wait_for("Call 911")


def in_lines(*arguments: str, home: Path) -> subprocess.CompletedProcess[str]:
    """Run Python without a screen."""
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=ROOT,
        env=environment(home),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


@pytest.mark.parametrize("disorder", DISORDER, ids=lambda each: each.__name__)
def test_without_a_screen_it_is_said_in_lines(disorder: object, tmp_path: Path) -> None:
    home = tmp_path / "home"
    disorder(home)  # type: ignore[operator]
    before = tree(home)

    ended = in_lines(*as_anyone("now"), home=home)

    assert ended.returncode == 0, ended.stderr
    assert ended.stdout.startswith(FIRST)
    assert "Call or text 988" in ended.stdout
    assert "Traceback" not in ended.stderr
    assert tree(home) == before


NO_HOME = """
import os, pwd
def nobody(user): raise KeyError(user)
pwd.getpwuid = nobody
del os.environ["PEERCOMPANION_HOME"]
os.environ.pop("HOME", None)
"""
NO_SUCH_HOME = """
import os
os.environ["PEERCOMPANION_HOME"] = "~nobody-of-this-name/x"
"""
NO_FOLDER = """
import os, tempfile
with tempfile.TemporaryDirectory() as folder:
    os.chdir(folder)
os.environ["PEERCOMPANION_HOME"] = "x"
"""
NO_CONTENT = """
import pathlib, peercompanion.places
peercompanion.places.content = lambda: pathlib.Path("/dev/null/content")
"""
BEGIN = """
import sys
sys.argv = ["peercompanion", "now"]
from peercompanion.cli import main
main()
"""


@pytest.mark.parametrize(
    "trouble",
    [NO_HOME, NO_SUCH_HOME, NO_FOLDER, NO_CONTENT],
    ids=["no home", "no such home", "no folder", "no content"],
)
def test_without_any_folder_there_is_a_first_thing_and_where_to_call(
    trouble: str, tmp_path: Path
) -> None:
    ended = in_lines("-c", trouble + BEGIN, home=tmp_path / "home")

    assert ended.returncode == 0, ended.stderr
    first, *others = ended.stdout.splitlines()
    assert first.startswith(("Notice a door", "Look at one thing near you"))
    assert any("988" in line or "findahelpline" in line for line in others)

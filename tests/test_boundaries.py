"""Who imports whom, and when: the contracts, and what each command really loads."""

import ast
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "peercompanion"


def python(code: str, home: Path, *arguments: str) -> list[str]:
    """Run Python in a process of its own.

    Returns:
        The lines it wrote to standard error that begin with `= `, without that.

    """
    ended = subprocess.run(
        [sys.executable, "-c", code, *arguments],
        cwd=ROOT,
        env={**os.environ, "PEERCOMPANION_HOME": str(home), "LANG": "C.UTF-8"},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    lines = [line[2:] for line in ended.stderr.splitlines() if line.startswith("= ")]
    assert lines, ended.stderr
    return lines


def test_the_contracts_are_kept() -> None:
    lint = Path(sys.executable).with_name("lint-imports")

    ended = subprocess.run([lint], cwd=ROOT, capture_output=True, text=True, check=False)

    assert ended.returncode == 0, ended.stdout


COMMAND = """
import sys
from peercompanion.cli import run
run(sys.argv[1:])
for name in sys.modules:
    print("=", name, file=sys.stderr)
"""

WHOLE_CHECK = "peercompanion.packs.checking.whole"
"""What is for packs; an item is opened without it."""


@pytest.mark.parametrize(
    ("arguments", "without"),
    [
        ([], ("click", "textual", "rich", "pydantic")),  # and no terminal either
        (["--version"], ("textual", "rich", "pydantic", "peercompanion.packs.library")),
        (["--help"], ("textual", "rich", "pydantic", "peercompanion.packs.library")),
        (["where"], ("textual", "rich", "pydantic", "peercompanion.packs.library")),
        (["exercises"], ("textual", "rich", "pydantic", "peercompanion.journal")),
        (["play", "nothing-like-it"], ("textual", "rich", "pydantic", "peercompanion.journal")),
        (["now"], ("click", "textual", "rich")),
        (["print", "plan"], ("textual", "rich")),
        (["live", "--help"], ("textual", "rich", "pydantic", "peercompanion.preferences")),
        (["console", "--help"], ("textual", "rich", "pydantic", "peercompanion.journal")),
        (["text", "long-exhale"], ("textual", "rich", "peercompanion.journal", WHOLE_CHECK)),
        (["packs", "list"], ("textual", "rich", "peercompanion.journal")),
        (["packs", "check"], ("textual", "rich", "peercompanion.journal")),
    ],
    ids=lambda value: "-".join(value) or "alone",
)
def test_a_command_loads_only_what_it_needs(
    arguments: list[str], without: tuple[str, ...], tmp_path: Path
) -> None:
    loaded = python(COMMAND, tmp_path, *arguments)

    assert set(without).isdisjoint(loaded)


OPEN = """
import sys
from peercompanion import cli
from peercompanion.plain import ways_in
ways_in.needed = lambda *_: ""  # as on a terminal
cli.open_app = lambda play: print("=", play[0], file=sys.stderr)
cli.run(sys.argv[1:])
for name in sys.modules:
    print("=", name, file=sys.stderr)
"""


@pytest.mark.parametrize("small", [[], ["--small"]], ids=["whole", "small"])
def test_an_exercise_is_opened_without_what_parses_commands(
    small: list[str], tmp_path: Path
) -> None:
    loaded = python(OPEN, tmp_path, "play", "long-exhale", *small)

    assert "core/long-exhale" in loaded
    assert {"click", "pydantic", "peercompanion.journal"}.isdisjoint(loaded)


IMPORT_ALL = """
import importlib, pkgutil, sys
import peercompanion
touched = []
sys.addaudithook(
    lambda event, given: touched.append(str(given[0])) if event in ("open", "os.mkdir") else None
)
for module in pkgutil.walk_packages(peercompanion.__path__, "peercompanion."):
    if not module.name.endswith("__main__"):
        importlib.import_module(module.name)
for name in touched:
    print("=", name, file=sys.stderr)
"""


def test_importing_reads_and_makes_nothing(tmp_path: Path) -> None:
    home = tmp_path / "home"

    touched = python(IMPORT_ALL, home)

    assert not home.exists()
    assert not [name for name in touched if name.endswith((".toml", ".tcss", ".mo"))]
    assert not [name for name in touched if "content" in Path(name).parts]


def _imported(file: Path) -> set[str]:
    found = set()
    for node in ast.walk(ast.parse(file.read_text())):
        if isinstance(node, ast.Import):
            found |= {name.name for name in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found |= {node.module, *(f"{node.module}.{name.name}" for name in node.names)}
    return found


NETWORK = ("socket", "ssl", "http", "urllib", "ftplib", "smtplib", "aiohttp", "requests", "httpx")


LISTENING = re.compile(r"\b(start_server|open_connection|create_server|create_connection)\b")


def test_stage_and_console_alone_speak_and_only_on_this_machine() -> None:
    found = {file.name for file in PACKAGE.rglob("*.py") if LISTENING.search(file.read_text())}

    assert found == {"stage_end.py", "console_end.py"}
    stage_end = (PACKAGE / "link" / "stage_end.py").read_text()
    assert 'HERE = "127.0.0.1"' in stage_end


@pytest.mark.parametrize("file", sorted(PACKAGE.rglob("*.py")), ids=lambda file: file.stem)
def test_nothing_here_can_open_a_connection(file: Path) -> None:
    assert not [name for name in _imported(file) if name.split(".")[0] in NETWORK]

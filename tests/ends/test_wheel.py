"""What is built holds everything, and works in an environment that has never seen the checkout."""

import os
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest
from hatchling import build

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built as pip builds it."""
    folder = tmp_path_factory.mktemp("dist")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(ROOT)
        return folder / build.build_wheel(str(folder))


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An environment that holds the wheel, and borrows what it depends on from this one."""
    folder = tmp_path_factory.mktemp("installed")
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", folder], check=True)
    (packages,) = folder.glob("lib/python*/site-packages")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(packages)
    borrowed = [path for path in sys.path if path.endswith("site-packages")]
    (packages / "borrowed.pth").write_text("\n".join(borrowed))
    return folder


def run(environment: Path, *arguments: str, home: Path) -> subprocess.CompletedProcess[str]:
    env = {key: value for key, value in os.environ.items() if not key.startswith("PYTHON")}
    return subprocess.run(
        [environment / "bin" / "python", "-m", "peercompanion", *arguments],
        cwd=home,
        env={**env, "PEERCOMPANION_HOME": str(home / "home")},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def test_the_wheel_holds_everything_and_nothing_else(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())
        (scripts,) = (archive.read(name) for name in names if name.endswith("/entry_points.txt"))

    def tree(folder: Path, below: str) -> set[str]:
        files = (file for file in folder.rglob("*") if file.is_file())
        kept = (file for file in files if "__pycache__" not in file.parts)
        return {f"{below}/{file.relative_to(folder).as_posix()}" for file in kept}

    package = tree(ROOT / "peercompanion", "peercompanion")
    content = tree(ROOT / "content", "peercompanion/content")
    about = {name for name in names if ".dist-info/" in name}
    assert names - about == package | content
    assert any(name.endswith("licenses/LICENSE") for name in about)
    assert any(name.endswith("licenses/content/core/LICENSE") for name in about)
    assert b"peercompanion = peercompanion.cli:main" in scripts


def test_the_wheel_finds_its_content_anywhere(installed: Path, tmp_path: Path) -> None:
    listed = run(installed, "exercises", home=tmp_path)
    packs = run(installed, "packs", "list", home=tmp_path)

    assert listed.returncode == 0, listed.stderr
    files = (ROOT / "content" / "core" / "exercises").glob("*.toml")
    ids = {line.split()[0] for line in listed.stdout.splitlines()}
    assert ids <= {f"core/{file.stem}" for file in files}
    assert len(ids) >= 40
    assert str(installed) in packs.stdout
    assert str(ROOT) not in packs.stdout


def test_the_packs_in_the_wheel_pass_their_check(installed: Path, tmp_path: Path) -> None:
    checked = run(installed, "packs", "check", home=tmp_path)

    assert checked.returncode == 0, checked.stdout


def test_the_source_archive_can_be_built_and_tested_from(tmp_path: Path) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(ROOT)
        archive = tmp_path / build.build_sdist(str(tmp_path))

    with tarfile.open(archive) as opened:
        names = {name.partition("/")[2] for name in opened.getnames()}
    wanted = ("pyproject.toml", "README.md", "LICENSE", "content/core/pack.toml")
    assert {*wanted, "peercompanion/cli/__init__.py", "tests/test_cli.py", "PKG-INFO"} <= names

"""What the papers of the project say is so."""

import re
import tomllib
from pathlib import Path

import pytest

import peercompanion
from peercompanion.cli.commands import commands

ROOT = Path(__file__).parents[1]
PAPERS = ["README.md", "CONTRIBUTING.md", "CHANGELOG.md", "content/README.md"]


def test_the_readme_has_two_commands_and_the_checks_run_the_second() -> None:
    lines = (ROOT / "README.md").read_text().splitlines()
    set_up = "python3 -m venv --without-pip .venv && python3 -m pip --python .venv install "
    checks = (ROOT / ".ci" / "run").read_text()

    found = [line for line in lines if line.startswith("python3 -m venv")]

    assert found == [
        f"{set_up}. && .venv/bin/peercompanion",
        f"{set_up}-e '.[dev]' && .venv/bin/pytest -n auto",
    ]
    (pattern,) = re.findall(r"grep -E '(.*)' README\.md", checks)
    assert [line for line in lines if re.search(pattern, line)] == found[1:]
    assert "pip " not in checks, "all set-up is the README's"


@pytest.mark.parametrize("paper", PAPERS)
def test_every_link_leads_somewhere(paper: str) -> None:
    text = (ROOT / paper).read_text()
    anchors = {
        re.sub(r"[^\w -]", "", title).strip().lower().replace(" ", "-")
        for title in re.findall(r"^#+ (.*)", text, re.MULTILINE)
    }

    for link in re.findall(r"\]\((?!https:)([^)]+)\)", text):
        if link.startswith("#"):
            assert link[1:] in anchors
        else:
            assert ((ROOT / paper).parent / link.partition("#")[0]).exists(), link


def test_every_command_the_readme_shows_is_one() -> None:
    text = (ROOT / "README.md").read_text()
    known = commands().commands

    shown = set(re.findall(r"peercompanion ([a-z]+)", text))

    assert shown <= set(known)
    assert shown >= {"play", "exercises", "packs", "where"}


def test_every_setting_the_readme_shows_is_one(tmp_path: Path) -> None:
    from peercompanion.places import places
    from peercompanion.preferences import Preferences, load

    (shown,) = re.findall(r"```toml\n(.*?)```", (ROOT / "README.md").read_text(), re.DOTALL)
    here = places({"PEERCOMPANION_HOME": str(tmp_path)})
    here.config.mkdir()
    here.settings.write_text(shown)

    _, notices = load(here)

    assert notices == []
    missing = set(Preferences.__dataclass_fields__) - set(tomllib.loads(shown))
    assert missing == {"language"}


def test_the_version_is_said_alike_everywhere() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]

    assert project["version"] == peercompanion.__version__
    assert f"## {peercompanion.__version__}" in (ROOT / "CHANGELOG.md").read_text()

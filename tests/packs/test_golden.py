"""Every kind of broken item, and exactly what is said about it.

The broken items lie in `broken/`, what is said in `golden/`, under the same names. After a change
of words, write the texts anew and read the difference:

    GOLDEN=write .venv/bin/pytest tests/packs/test_golden.py
"""

import datetime
import os
from collections import defaultdict
from pathlib import Path

import pytest

from peercompanion.packs.checking.whole import check
from peercompanion.packs.codes import CODES
from peercompanion.packs.diagnostics import Diagnostic
from peercompanion.packs.rendering import render

TODAY = datetime.date(2026, 11, 22)
HERE = Path(__file__).parent
FOLDERS = ("riverside", "manifests", "twins", "nothing-here")


@pytest.fixture(scope="module")
def found() -> dict[str, list[Diagnostic]]:
    """What is found in each broken file or folder, named from here."""
    by_file = defaultdict(list)
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(HERE)
        patch.setattr("peercompanion.places.content", lambda: HERE / "shelf")
        for folder in FOLDERS:
            for problem in check(Path("broken") / folder, TODAY):
                by_file[problem.file].append(problem)
    if os.environ.get("GOLDEN") == "write":
        _write(by_file)
    return dict(by_file)


def _write(by_file: dict[str, list[Diagnostic]]) -> None:
    for old in (HERE / "golden").rglob("*.txt"):
        old.unlink()
    for file, problems in by_file.items():
        golden = _golden(file)
        golden.parent.mkdir(parents=True, exist_ok=True)
        golden.write_text(render(problems) + "\n", encoding="utf-8", newline="\n")


def _golden(file: str) -> Path:
    return HERE / "golden" / Path(file).relative_to("broken").with_suffix(".txt")


def _names() -> list[str]:
    """Name everything that is broken: all but the files that only stand beside it."""
    whole = ("LICENSE", "README.md", "riverside/pack.toml", "look-near.toml", "one/pack.toml")
    files = [path for path in (HERE / "broken").rglob("*") if path.is_file()]
    translated = {path.name for path in files if "i18n" in path.parts}
    files = [path for path in files if "i18n" in path.parts or path.name not in translated]
    names = [file.relative_to(HERE).as_posix() for file in files]
    folders = ["broken/riverside/excercises", "broken/nothing-here"]
    return sorted(
        folders
        + [one for one in names if not one.endswith(whole) and not one.startswith(folders[0])]
    )


@pytest.mark.parametrize("name", _names())
def test_what_is_wrong_is_said_in_these_words(
    name: str, found: dict[str, list[Diagnostic]]
) -> None:
    assert (render(found[name]) + "\n").encode() == _golden(name).read_bytes()


@pytest.mark.parametrize("name", _names())
def test_each_names_the_place_and_what_would_be_right(
    name: str, found: dict[str, list[Diagnostic]]
) -> None:
    for problem in found[name]:
        assert f"╭─ {name}:{problem.line}:{problem.col}" in render([problem])
        assert problem.help
        if problem.at:
            assert problem.at.source in (HERE / name).read_bytes().decode(errors="replace")
            assert problem.col - 1 + problem.length <= len(problem.at.source) + 1


def test_there_are_many_kinds_and_nothing_else_is_found(
    found: dict[str, list[Diagnostic]],
) -> None:
    assert len(_names()) >= 30
    assert set(found) == set(_names())


def test_every_code_has_a_broken_item(found: dict[str, list[Diagnostic]]) -> None:
    shown = {problem.code for problems in found.values() for problem in problems}
    made_in_the_test = {"PC004", "PC007", "PC008", "PC009"}  # see test_hostile.py
    assert shown | made_in_the_test == set(CODES)


def test_a_whole_pack_has_nothing_to_say(here: Path) -> None:
    assert check(Path("shelf/core"), TODAY) == []


def test_one_file_is_checked_alone(here: Path, found: dict[str, list[Diagnostic]]) -> None:
    name = "broken/riverside/exercises/unknown-caution.toml"
    assert check(Path(name), TODAY) == found[name]
    folder = "broken/riverside/resources"
    assert {each.file for each in check(Path(folder), TODAY)} == {
        file for file in found if file.startswith(f"{folder}/")
    }

"""What `check` takes, and what it looks at."""

import datetime
from pathlib import Path

import pytest

from peercompanion.packs.checking.whole import check
from peercompanion.packs.codes import CODES, WARNINGS

TODAY = datetime.date(2026, 11, 22)


def _codes(path: str) -> list[str]:
    return [found.code for found in check(Path(path), TODAY)]


def test_a_file_is_found_in_its_pack_from_anywhere(
    here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert _codes("broken/riverside/exercises/bare-number.toml") == ["PC505"]
    assert _codes(str(here / "broken/riverside/exercises/bare-number.toml")) == ["PC505"]
    monkeypatch.chdir(here / "broken/riverside")
    assert _codes("exercises/bare-number.toml") == ["PC505"]
    assert len(_codes(".")) == len(check(here / "broken/riverside", TODAY))
    monkeypatch.chdir("exercises")
    assert _codes("bare-number.toml") == ["PC505"]
    assert _codes("look-near.toml") == []


@pytest.mark.parametrize(
    "path", ["broken/nothing-here", "nowhere", "broken/riverside/nowhere.toml"]
)
def test_where_no_pack_is_that_is_said(path: str, here: Path) -> None:
    assert _codes(path) == ["PC010"]


def test_packs_in_one_folder_know_each_other(here: Path, tmp_path: Path) -> None:
    manifest = (here / "shelf/core/pack.toml").read_text()
    exercise = (here / "shelf/core/exercises/feet-floor.toml").read_text()
    for name in ("one", "two"):
        (tmp_path / name / "exercises").mkdir(parents=True)
        (tmp_path / name / "LICENSE").touch()
        (tmp_path / name / "README.md").write_text("S1")
        (tmp_path / name / "pack.toml").write_text(manifest.replace('"core"', f'"{name}"'))
        text = f'instead = "two/look"\n{exercise}'
        (tmp_path / name / "exercises" / "look.toml").write_text(text)
    assert _codes(str(tmp_path)) == []
    assert _codes(str(tmp_path / "one")) == ["PC308"]


def test_a_folder_that_may_not_be_read_is_told(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    original = Path.iterdir

    def guarded(folder: Path) -> object:
        if folder.name == "exercises":
            raise PermissionError(13, "Permission denied")
        return original(folder)

    monkeypatch.setattr(Path, "iterdir", guarded)
    assert "PC009" in _codes("shelf/core")


def test_dates_are_compared_with_the_day_that_is_given(here: Path) -> None:
    later = TODAY + datetime.timedelta(days=200)
    assert [found.code for found in check(Path("shelf/core"), later)] == ["PC405"]
    earlier = datetime.date(2026, 1, 1)
    assert {found.code for found in check(Path("shelf/core"), earlier)} == {"PC406"}


def test_warnings_are_codes() -> None:
    assert set(CODES) > WARNINGS

"""Where everything lies: under one folder when asked, never made by looking."""

from pathlib import Path

import pytest

from peercompanion.places import content, places


def test_a_home_puts_all_six_under_it(tmp_path: Path) -> None:
    here = places({"PEERCOMPANION_HOME": str(tmp_path)})

    folders = [here.journal, here.packs, here.config, here.state, here.cache, here.run]
    assert all(folder.is_relative_to(tmp_path) for folder in folders)
    assert len(set(folders)) == 6
    assert here.settings == tmp_path / "config" / "settings.toml"
    assert here.drafts.parent == here.state


def test_looking_makes_nothing(tmp_path: Path) -> None:
    home = tmp_path / "home"

    places({"PEERCOMPANION_HOME": str(home)})

    assert not home.exists()


def test_two_journals_never_share_their_state(tmp_path: Path) -> None:
    one = places({"PEERCOMPANION_HOME": str(tmp_path / "one")})
    two = places({"PEERCOMPANION_HOME": str(tmp_path / "two")})

    assert one.state.name != two.state.name
    assert one.state.name == one.cache.name


def test_a_relative_home_stays_the_same_when_the_folder_changes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)

    here = places({"PEERCOMPANION_HOME": "home"})

    assert here.journal == tmp_path / "home" / "journal"


def test_without_a_home_the_systems_folders_are_used(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    for name in ("DATA", "CONFIG", "STATE", "CACHE"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(tmp_path / name.lower()))
    monkeypatch.delenv("XDG_RUNTIME_DIR", raising=False)

    here = places({})

    assert here.journal == tmp_path / "data" / "peercompanion" / "journal"
    assert here.config == tmp_path / "config" / "peercompanion"
    assert here.journal != here.packs


def test_the_content_that_ships_is_found() -> None:
    assert (content() / "core" / "words").is_dir()

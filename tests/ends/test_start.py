"""However it is started, Home or the exercise is there, and leaving ends with 0."""

from pathlib import Path

import pytest

from .terminal import Terminal

HOME = ("PeerCompanion", "Right now", "More", "Help now", "Leave")


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "home"


def leave(terminal: Terminal) -> None:
    terminal.press("q")

    assert terminal.ended() == 0


def test_looking_at_home_keeps_nothing(home: Path) -> None:
    with Terminal(home) as terminal:
        terminal.wait_for(*HOME)
        leave(terminal)

    assert not home.exists()


@pytest.mark.parametrize("name", ["long-exhale", "core/long-exhale"])
def test_an_exercise_opens_at_once(home: Path, name: str) -> None:
    with Terminal(home, ("-m", "peercompanion", "play", name)) as terminal:
        terminal.wait_for("Long exhale", "Help now")


def test_a_home_that_is_a_file_is_no_obstacle(home: Path) -> None:
    home.write_text("not a folder")

    with Terminal(home) as terminal:
        terminal.wait_for(*HOME)
        leave(terminal)


def test_nothing_in_the_settings_can_steer_the_terminal(home: Path) -> None:
    (home / "config").mkdir(parents=True)
    (home / "config" / "settings.toml").write_text(
        'theme = "\\u001b]52;c;x\\u0007"\n"\\u001b]0;motio" = 1\nregion = "\\u001b]0;x\\u0007"\n'
    )

    with Terminal(home) as terminal:
        terminal.wait_for(*HOME, "`theme`")
        leave(terminal)

        assert b"\x1b]52" not in terminal.written
        assert b"\x1b]0" not in terminal.written

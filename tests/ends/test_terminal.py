"""The real program in a real terminal: it opens, helps, ends truthfully and leaves no trace."""

import signal
from pathlib import Path

import pytest

from .terminal import Terminal

HOME = ("PeerCompanion", "Right now", "More", "Help now", "Leave")
RESTORED = b"\x1b[?1049l"
"""Back from the screen of its own to the shell's."""


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "home"


def test_home_opens_and_q_leaves(home: Path) -> None:
    with Terminal(home) as terminal:
        terminal.until(*HOME)
        terminal.press("q")

        assert terminal.status() == 0
        assert RESTORED in terminal.written
    assert not home.exists(), "nothing was worth keeping"


@pytest.mark.parametrize("key", ["h", "\x1bOQ"], ids=["h", "F2"])
def test_help_is_one_key_away_and_escape_comes_back(home: Path, key: str) -> None:
    (home / "config").mkdir(parents=True)
    (home / "config" / "settings.toml").write_text('region = "US"')

    with Terminal(home) as terminal:
        terminal.until(*HOME)
        terminal.press(key)
        terminal.until("911", "988", "Back")
        terminal.press("\x1b")
        terminal.until(*HOME)


def test_an_exercise_opens_at_once(home: Path) -> None:
    with Terminal(home, "play", "long-exhale") as terminal:
        terminal.until("Long exhale", "Help now")


@pytest.mark.parametrize("key", ["\x03", "q"])
def test_every_way_out_ends_with_0(home: Path, key: str) -> None:
    with Terminal(home) as terminal:
        terminal.until(*HOME)
        terminal.press(key)

        assert terminal.status() == 0


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_signal_ends_it_cleanly_and_the_status_says_so(
    home: Path, number: signal.Signals
) -> None:
    with Terminal(home) as terminal:
        terminal.until(*HOME)
        terminal.send(number)

        assert terminal.status() == 128 + number
        assert RESTORED in terminal.written


def test_a_window_that_is_closed_ends_it(home: Path) -> None:
    with Terminal(home) as terminal:
        terminal.until(*HOME)
        terminal.hang_up()

        assert terminal.status() == 129


@pytest.mark.parametrize(("columns", "rows"), [(60, 20), (40, 12), (120, 40)])
def test_the_way_out_is_there_in_any_size(home: Path, columns: int, rows: int) -> None:
    with Terminal(home, columns=columns, rows=rows) as terminal:
        terminal.until("Help now", "Leave")
        terminal.press("q")

        assert terminal.status() == 0


def test_a_home_that_cannot_be_written_is_no_obstacle(home: Path) -> None:
    home.write_text("a file where the folder would be")

    with Terminal(home) as terminal:
        terminal.until(*HOME)
        terminal.press("q")

        assert terminal.status() == 0


def test_nothing_of_the_settings_can_steer_the_terminal(home: Path) -> None:
    (home / "config").mkdir(parents=True)
    (home / "config" / "settings.toml").write_text(
        'theme = "\\u001b]52;c;x\\u0007"\n"\\u001b[2J" = 1'
    )

    with Terminal(home) as terminal:
        terminal.until(*HOME)
        terminal.press("q")

        assert terminal.status() == 0
        assert b"\x1b]52" not in terminal.written

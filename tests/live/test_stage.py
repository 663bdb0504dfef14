"""The stage in a terminal: what video makes of it, how fast it hides, and how it ends."""

import re
import signal
import time
from pathlib import Path

import pytest
from textual.color import Color

from peercompanion.link.vocabulary import StageTheme
from peercompanion.tui.stage.driver import CLEARED
from peercompanion.tui.stage.letters import ROWS, large
from peercompanion.tui.themes import THEMES
from tests.ends.terminal import Terminal

from .calls import live, page_down
from .faulty import PRIVATE

F9 = "\x1b[20~"
SHELL = "maria@laptop:~$ peercompanion live"
ENTER, LEAVE = b"\x1b[?1049h", b"\x1b[?1049l"
MOMENT = "One moment, please."


def at_pacer(stage: Terminal) -> None:
    """Go on to a pacer, and start it."""
    stage.wait_for("Welcome. We begin")
    for _ in range(8):
        page_down(stage)
        stage.watch(0.4)
        if "We start together" in stage.shown:
            break
    stage.type(" ")
    stage.watch(3.4)


@pytest.mark.parametrize("size", [(80, 24), (40, 12), (200, 60)])
def test_a_pacer_writes_little_and_seldom(tmp_path: Path, size: tuple[int, int]) -> None:
    with Terminal(tmp_path, live("box-breath"), size=size) as stage:
        at_pacer(stage)
        before, began = len(stage.pieces), time.perf_counter()
        written = stage.watch(5.0)
        at = [when for when, _piece in stage.pieces[before:]]
        assert stage.shown.count("█") > 0

    updates = [0.0, *at]
    frames = sum(later - earlier > 0.03 for earlier, later in zip(updates, at, strict=False))
    assert written / 5 < 3000, "bytes a second"
    assert frames / (time.perf_counter() - began) <= 5


@pytest.mark.parametrize("size", [(40, 12), (60, 20), (80, 24), (200, 60)])
def test_the_word_is_five_rows_tall_and_nothing_is_cut_off(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    with Terminal(tmp_path, live("box-breath"), size=size) as stage:
        at_pacer(stage)
        stage.watch(1.0)
        shown = stage.shown

    for row in large("In"):
        assert row.rstrip() in shown
    assert len(large("In")) == ROWS == 5
    assert "enough is fine." in shown, "the text is whole"


def test_blank_is_there_within_a_tenth_of_a_second(tmp_path: Path) -> None:
    with Terminal(tmp_path, live("box-breath")) as stage:
        at_pacer(stage)
        took = []
        for _ in range(5):
            before = stage.shown
            began = time.perf_counter()
            stage.type("b")
            stage.wait_for("A short pause.")
            took.append(time.perf_counter() - began)
            stage.watch(0.5)
            stage.type(".")
            stage.wait_until(lambda shown=before: stage.shown == shown)
            stage.watch(0.4)

    assert sorted(took)[2] < 0.1, took


@pytest.mark.parametrize("theme", StageTheme.__args__)  # type: ignore[attr-defined]
def test_letters_and_bar_have_seven_to_one(theme: str) -> None:
    from tests.tui.test_look import contrast

    (found,) = [each for each in THEMES if each.name == theme]
    ground = Color.parse(found.background)

    assert contrast(Color.parse(found.foreground), ground) >= 7


@pytest.mark.parametrize("theme", StageTheme.__args__)  # type: ignore[attr-defined]
def test_nothing_on_it_is_dim_slanted_red_or_blue(tmp_path: Path, theme: str) -> None:
    with Terminal(tmp_path, live("box-breath", "--theme", theme)) as stage:
        at_pacer(stage)
        stage.watch(1.0)
        written = bytes(stage.written)

    codes = set(re.findall(rb"\x1b\[([\d;]*)m", written))
    for code in codes:
        numbers = re.sub(rb"[34]8;2;\d+;\d+;\d+", b"", code).split(b";")
        assert not {b"2", b"3", b"5", b"31", b"34"} & set(numbers), code
    for red, green, blue in re.findall(rb"38;2;(\d+);(\d+);(\d+)", written):
        channels = [int(red), int(green), int(blue)]
        assert max(channels) - min(channels) < 40, "grey enough to live without its colour"


def test_the_title_is_fixed_and_nothing_is_copied_or_announced(tmp_path: Path) -> None:
    with Terminal(tmp_path, live()) as stage:
        stage.wait_for("Welcome. We begin")
        assert b"\x1b]2;PeerCompanion - SHARE THIS WINDOW\x07" in stage.written
        first = bytes(stage.written).partition(ENTER)[2]
        assert b"Welcome" in first
        for number in (b"52", b"9", b"777"):
            assert b"\x1b]" + number + b";" not in stage.written


def test_escape_twice_hides_and_once_does_nothing(tmp_path: Path) -> None:
    with Terminal(tmp_path, live("group-arrive")) as stage:
        stage.wait_for("Welcome. We begin")
        stage.press("escape")
        stage.watch(1.2)
        assert "Welcome" in stage.shown
        stage.press("escape", "escape")
        stage.wait_for("A short pause.")
        assert stage.process.poll() is None


def test_a_stuttering_remote_counts_once(tmp_path: Path) -> None:
    with Terminal(tmp_path, live("group-arrive")) as stage:
        stage.wait_for("Welcome. We begin")
        for _ in range(6):
            page_down(stage)
            stage.watch(0.03)
        stage.watch(0.3)
        assert "Arrive together" in stage.shown


def bared(stage: Terminal) -> str:
    """What the normal screen shows in the end, where a shell had written before."""
    import pyte

    screen = pyte.Screen(80, 24)
    stream = pyte.ByteStream(screen)
    stream.feed(SHELL.encode() + b"\r\n" * 3)
    first, *others = bytes(stage.written).split(ENTER)
    stream.feed(first + b"".join(other.partition(LEAVE)[2] for other in others))
    return "\n".join(screen.display).strip()


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT, signal.SIGQUIT])
def test_a_signal_clears_at_once_and_bares_nothing(tmp_path: Path, number: signal.Signals) -> None:
    with Terminal(tmp_path, live("box-breath")) as stage:
        at_pacer(stage)
        asked, seen = time.perf_counter(), len(stage.pieces)
        stage.send(number)
        assert stage.ended() == 128 + number
        cleared = next(w for w, piece in stage.pieces[seen:] if CLEARED.encode() in piece)

    assert cleared - asked < 0.2
    assert bared(stage) == ""
    assert stage.modes_left() == set()


def test_one_that_hangs_clears_at_once_too(tmp_path: Path) -> None:
    code = "from tests.live.faulty import begin; begin('hangs')"
    with Terminal(tmp_path, ("-c", code)) as stage:
        stage.wait_for("Welcome. We begin")
        stage.type(F9)
        stage.watch(0.2)
        asked, seen = time.perf_counter(), len(stage.pieces)
        stage.send(signal.SIGTERM)
        assert stage.ended() == 128 + signal.SIGTERM
        cleared = next(w for w, piece in stage.pieces[seen:] if CLEARED.encode() in piece)

    assert cleared - asked < 1.0, "and not when it is itself again"
    assert bared(stage) == ""


@pytest.mark.parametrize("where", ["key", "show", "handler", "timer", "worker"])
def test_whatever_goes_wrong_shows_one_kind_card(tmp_path: Path, where: str) -> None:
    code = f"from tests.live.faulty import begin; begin({where!r})"
    with Terminal(tmp_path, ("-c", code)) as stage:
        stage.wait_for("Welcome. We begin")
        stage.type(F9)
        stage.wait_until(lambda: MOMENT in stage.shown or MOMENT in stage.outside)
        stage.watch(0.5)
        for word in (PRIVATE, "Error", "Traceback", "/", ".py"):
            assert word not in stage.shown.replace(MOMENT, "")
            assert word.encode() not in stage.written.replace(b"/m", b"")
        stage.type(" ")
        stage.watch(0.5)


def test_the_end_is_quiet(tmp_path: Path) -> None:
    with Terminal(tmp_path, live()) as stage:
        stage.wait_for("Welcome. We begin")
        stage.type("q")
        stage.wait_for("Thank you.")
        stage.watch(0.4)
        stage.type("q")
        assert stage.ended() == 0

    assert bared(stage) == ""

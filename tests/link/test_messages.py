"""What stage and console say to each other is fixed; everything else is refused."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peercompanion.link import messages as m
from peercompanion.link.slides import Slide, fits
from peercompanion.practice.board import Board

SCENE = m.Scene(item="exercise:core/long-exhale", base="step", step="breathing", board=("one",))
INTENTS = [
    m.Do(n=1, what="next"),
    m.Jump(n=2, item="exercise:core/box-breath", step="square"),
    m.Choose(n=3, lead="voice", regions=("US", "US-CA"), without=("hold",)),
    m.Show(n=4, lines=("Walk to the end of the street",)),
    m.Take(n=5),
    m.Restore(n=6, scene=SCENE),
    m.Beat(n=7),
]


@pytest.mark.parametrize("intent", INTENTS, ids=lambda intent: intent.kind)
def test_what_is_said_is_heard(intent: Any) -> None:
    assert m.decoded(m.encoded(intent), m.FROM_CONSOLE) == intent


BAD: dict[str, dict[str, Any]] = {
    "an unknown kind": {"kind": "exec", "n": 1},
    "no number": {"kind": "beat"},
    "a number below nothing": {"kind": "beat", "n": -1},
    "a number as text": {"kind": "beat", "n": "1"},
    "an unknown field": {"kind": "beat", "n": 1, "note": "x"},
    "an unknown key": {"kind": "do", "n": 1, "what": "quit"},
    "a path for an id": {"kind": "jump", "n": 1, "item": "exercise:core/../../secret"},
    "a name for an id": {"kind": "jump", "n": 1, "item": "Maria"},
    "a region that is none": {"kind": "choose", "n": 1, "regions": ["Bakersfield"]},
    "a line too long": {"kind": "show", "n": 1, "lines": ["x" * 41]},
    "eight lines": {"kind": "show", "n": 1, "lines": ["x"] * 8},
    "an escape": {"kind": "show", "n": 1, "lines": ["\x1b]52;c;x\x07"]},
    "a line end": {"kind": "show", "n": 1, "lines": ["a\nb"]},
    "a scene with more in it": {"kind": "restore", "n": 1, "scene": {"name": "x"}},
    "nothing finite": {"kind": "restore", "n": 1, "scene": {"left": 1e308}},
}


@pytest.mark.parametrize("table", BAD.values(), ids=BAD.keys())
def test_what_is_no_message_is_refused(table: dict[str, Any]) -> None:
    with pytest.raises(m.Refused) as refused:
        m.decoded(json.dumps(table).encode() + b"\n", m.FROM_CONSOLE)

    assert "Maria" not in str(refused.value)


@given(st.lists(st.text(), max_size=9))
def test_whatever_the_board_takes_can_be_shown(typed: list[str]) -> None:
    board = Board()
    for line in typed:
        board.add(line)

    shown = m.Show(n=1, lines=board.shown)
    assert fits(Slide(shown.lines))


def test_a_board_counts_cells_since_a_share_is_so_wide() -> None:
    assert not Board().add("😀" * 21)
    assert Board().add("😀" * 20)


@given(st.binary(max_size=5000))
def test_any_bytes_are_a_message_or_refused(line: bytes) -> None:
    try:
        m.decoded(line + b"\n", m.FROM_CONSOLE)
    except m.Refused:
        return
    raise AssertionError("bytes at random were taken for a message")


def test_more_than_four_kilobytes_are_refused_whatever_they_say() -> None:
    line = m.encoded(m.Beat(n=1))[:-1] + b" " * m.MOST_BYTES + b"\n"

    with pytest.raises(m.Refused):
        m.decoded(line, m.FROM_CONSOLE)


def test_the_fullest_snapshot_fits() -> None:
    scene = SCENE.model_copy(update={"board": ("é" * m.WIDEST,) * m.MOST_LINES})
    fullest = m.Snapshot(
        n=2**50, stage="0" * 8, did=2**50, driver=True, fresh=False, version="a" * 16, scene=scene
    )

    assert len(m.encoded(fullest)) < m.MOST_BYTES / 2


def test_a_proof_is_worth_nothing_elsewhere() -> None:
    asked, token = m.nonce(), m.nonce()
    shown = m.proof(token, "console", asked)

    assert m.proven(shown, token, "console", asked)
    assert not m.proven(shown, token, "console", m.nonce())
    assert not m.proven(shown, token, "stage", asked)
    assert not m.proven(shown, m.nonce(), "console", asked)
    assert len(bytes.fromhex(token)) * 8 == 128

"""What a terminal sends is what a person did, and nothing else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual import events
from textual._ansi_sequences import ANSI_SEQUENCES_KEYS
from textual._xterm_parser import XTermParser
from textual.message import Message

from peercompanion.tui.typed import Typed

REPORTS = [
    "\x1b]11;rgb:1414/1919/1d1d\x07",
    "\x1b]11;rgb:1414/1919/1d1d\x1b\\",
    "\x1b]4;12;rgb:1414/1919/1d1d/1414/1919/1d1d/1414/1919/1d1d\x07",
    "\x1bP1$r0m\x1b\\",
    "\x1b_Gi=31;OK\x1b\\",
    "\x1b[48;t",
    "\x1b[?62;4;6;22c",
    "\x1b[27;5;49;7;1;1;1;1;1;1;1;1;1;1;1;1;1;1;1;1;1;1~",
]
"""Answers of terminals that nobody asked for, and keys nobody has."""


def told(parser: XTermParser, text: str) -> list[str]:
    """What it tells of a text, and of the silence after it."""
    found: list[Message] = list(parser.feed(text))
    if parser._timeout_time is not None:
        parser._timeout_time = 0.0
        found += parser.tick()
    return [repr(each) for each in found]


@pytest.mark.parametrize("report", REPORTS)
def test_a_report_nobody_asked_for_presses_no_key(report: str) -> None:
    assert told(XTermParser(), report), "Textual has learnt it: this can go"
    assert told(Typed(), report) == []
    assert told(Typed(), f"a{report}b") == told(XTermParser(), "ab")


@pytest.mark.parametrize("sequence", [each for each in ANSI_SEQUENCES_KEYS if each[:1] == "\x1b"])
def test_every_key_is_the_key_it_was(sequence: str) -> None:
    assert told(Typed(), sequence) == told(XTermParser(), sequence)


@given(st.text(st.characters(exclude_characters="\x1b", exclude_categories=["Cs"]), min_size=1))
def test_letters_and_pastes_are_what_they_were(text: str) -> None:
    assert told(Typed(), text) == told(XTermParser(), text)
    pasted = f"\x1b[200~{text}\x1b[201~x"
    (paste, *_) = Typed().feed(pasted)
    assert isinstance(paste, events.Paste)
    assert told(Typed(), pasted) == told(XTermParser(), pasted)


@pytest.mark.parametrize(
    "click", ["\x1b[<0;5;7M", "\x1b[<0;5;7m", "\x1b[<64;5;7M", "\x1b[<35;5;7M"]
)
def test_clicks_are_what_they_were(click: str) -> None:
    assert told(Typed(), click) == told(XTermParser(), click) != []

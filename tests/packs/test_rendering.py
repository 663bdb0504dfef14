"""Diagnostics as text, JSON and workflow commands."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peercompanion.packs.diagnostics import Diagnostic, Mark
from peercompanion.packs.rendering import cells, render
from peercompanion.text import unfit

UNKNOWN_KIND = Diagnostic(
    "PC103",
    "exercises/slow-breath.toml",
    "`breath` is not a kind of step",
    Mark(13, 8, 8, 'kind = "breath"', "not a known kind"),
    Mark(12, 1, 8, "[[step]]", "this step"),
    "did you mean `breathe`? Kinds: say, breathe, tense, notice, wait, rate, ask, list, pick, open",
)


def test_the_shape_of_a_diagnostic() -> None:
    assert render([UNKNOWN_KIND]) == (
        "error[PC103]: `breath` is not a kind of step\n"
        "  ╭─ exercises/slow-breath.toml:13:8\n"
        "12 │ [[step]]\n"
        "   │ -------- this step\n"
        '13 │ kind = "breath"\n'
        "   │        ^^^^^^^^ not a known kind\n"
        "   = help: did you mean `breathe`? Kinds: say, breathe, tense, notice, wait, rate, ask,"
        " list, pick, open"
    )


def test_several_stand_apart() -> None:
    assert render([UNKNOWN_KIND, UNKNOWN_KIND]).count("\n\n") == 1
    assert render([]) == ""


def _marked(source: str, col: int, length: int = 1) -> tuple[str, str]:
    found = Diagnostic("PC001", "x.toml", "message", Mark(1, col, length, source, "label"))
    line, below = render([found]).splitlines()[2:4]
    return line.removeprefix("1 │ "), below.removeprefix("  │ ")


@pytest.mark.parametrize(
    ("source", "col", "shown", "below"),
    [
        ("ab", 2, "ab", " ^ label"),
        ("\tab", 2, "    ab", "    ^ label"),
        ("深呼x", 3, "深呼x", "    ^ label"),
        ("深呼", 2, "深呼", "  ^^ label"),
        ("e\u0301x", 3, "e\u0301x", " ^ label"),
        ("a\u200dx", 3, "a\u200dx", " ^ label"),
        ("\x1bx", 2, "\ufffdx", " ^ label"),
        ("ab", 3, "ab", "  ^ label"),
        ("", 1, "", "^ label"),
    ],
)
def test_the_mark_stands_below_what_it_marks(source: str, col: int, shown: str, below: str) -> None:
    assert _marked(source, col) == (shown.rstrip() or "1 │", below)


def test_of_a_long_line_the_part_around_the_mark_is_shown() -> None:
    line, below = _marked("a" * 300 + "HERE" + "b" * 300, 301, 4)
    assert line.startswith("…aaa")
    assert line.endswith("bbb…")
    assert cells(line) <= 96
    assert line[below.index("^") :][:4] == "HERE"
    assert below.count("^") == 4


@given(
    st.text(st.characters(blacklist_categories=("Cs",)), max_size=300).filter(
        lambda text: "\n" not in text
    ),
    st.integers(1, 300),
    st.integers(1, 300),
)
def test_whatever_is_marked_fits_and_is_harmless(source: str, col: int, length: int) -> None:
    col = min(col, len(source) + 1)
    found = Diagnostic("PC001", source, source, Mark(1, col, length, source, source), help=source)
    for form in ("text", "json", "github"):
        assert unfit(render([found], form)) == []
    line, below = _marked(source, col, min(length, max(1, len(source) - col + 1)))
    assert cells(line) <= 97
    assert below.lstrip().startswith("^")


def test_json_has_everything() -> None:
    assert json.loads(render([UNKNOWN_KIND], "json")) == [
        {
            "code": "PC103",
            "severity": "error",
            "file": "exercises/slow-breath.toml",
            "line": 13,
            "col": 8,
            "length": 8,
            "message": "`breath` is not a kind of step",
            "label": "not a known kind",
            "help": UNKNOWN_KIND.help,
        }
    ]
    assert json.loads(render([], "json")) == []


def test_github_is_one_line_each_and_cannot_be_broken_out_of() -> None:
    found = Diagnostic(
        "PC602", "a,b:c\n::error::%.toml", "100%\r\n::error::no", Mark(3, 5, 2, "x"), help="so: do"
    )
    assert render([found], "github") == (
        "::warning file=a%2Cb%3Ac%0A%3A%3Aerror%3A%3A%25.toml,line=3,col=5,endColumn=7,title=PC602"
        "::100%25%0D%0A::error::no: so: do"
    )

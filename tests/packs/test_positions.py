"""The index of positions names what `tomllib` reads, and where it stands."""

import datetime
import tomllib
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peercompanion.packs.positions import Path, index

KEYS = st.one_of(
    st.from_regex(r"[A-Za-z0-9_-]{1,6}", fullmatch=True),
    st.text(st.characters(blacklist_categories=("Cs", "Cc")), max_size=5),
)
BLANKS = st.sampled_from(["", " ", "\t", "  "])
TEXTS = st.text(st.characters(blacklist_categories=("Cs",)), max_size=12)


def _escaped(text: str) -> str:
    return "".join(
        f"\\U{ord(char):08x}" if char in '"\\' or ord(char) < 32 or ord(char) == 127 else char
        for char in text
    )


@st.composite
def keys(draw: st.DrawFn, name: str) -> str:
    """Write a key bare, where it can be, or in quotes of either kind."""
    ways = [f'"{_escaped(name)}"']
    if name and name.isascii() and name.replace("-", "a").replace("_", "a").isalnum():
        ways += [name] * 3
    if "'" not in name and name.isprintable():
        ways.append(f"'{name}'")
    return draw(st.sampled_from(ways))


@st.composite
def scalars(draw: st.DrawFn) -> str:
    """Write a plain value in one of its forms."""
    text = draw(TEXTS)
    plain = text.replace("'", "").replace("\r", "")
    line = "".join(char for char in plain if char == "\t" or (ord(char) >= 32 and ord(char) != 127))
    literal = "".join(
        char for char in plain if char in "\t\n" or (ord(char) >= 32 and ord(char) != 127)
    )
    return draw(
        st.sampled_from(
            [
                f'"{_escaped(text)}"',
                f'"""{_escaped(text)}"""',
                f'"""\n{_escaped(text)}\\\n   more"""',
                '"""one "two" ""three"""""',
                f"'{line}'",
                f"'''{literal}'''",
                "'''it''s'''''",
                "17",
                "-1_000",
                "0xfF",
                "1.5e3",
                "true",
                "2026-11-21",
                "2026-11-21 07:32:00Z",
                "2026-11-21T07:32:00.5-08:00",
                "07:32:00",
            ]
        )
    )


@st.composite
def values(draw: st.DrawFn, depth: int = 2) -> str:
    """Write a value, a list or an inline table."""
    if depth == 0 or draw(st.integers(0, 2)):
        return draw(scalars())
    inner = draw(st.lists(values(depth - 1), max_size=3))
    if draw(st.booleans()):
        blank = draw(st.sampled_from(["", " ", "\n", "\n  # a note, [with] = signs\n "]))
        end = draw(st.sampled_from(["", ","])) if inner else ""
        return "[" + blank + f",{blank}".join(f"{one}{blank}" for one in inner) + end + blank + "]"
    names = draw(st.lists(KEYS, min_size=len(inner), max_size=len(inner), unique=True))
    pairs = [f"{draw(keys(name))} = {one}" for name, one in zip(names, inner, strict=True)]
    return "{ " + ", ".join(pairs) + " }"


@st.composite
def documents(draw: st.DrawFn) -> str:
    """Write a document with tables, lists of tables and dotted keys."""
    lines: list[str] = []
    before, inside = ["", "[a]", "[ e . 'f' ]"], ["[b.c]", "[[b.d]] # two", "[[b.d]]", "[b.'e e']"]
    headers = draw(st.lists(st.sampled_from(before), unique=True, max_size=3))
    for _ in range(draw(st.integers(0, 3))):
        headers += ["[[b]]", *draw(st.lists(st.sampled_from(inside), unique=True, max_size=4))]
    for header in headers if "" in headers[:1] else ["", *headers]:
        lines.append(draw(BLANKS) + header)
        for name in draw(st.lists(KEYS, max_size=3, unique=True)):
            dotted = draw(st.sampled_from(["", "", f"{draw(BLANKS)}.{draw(BLANKS)}x"]))
            equals = f"{draw(BLANKS)}={draw(BLANKS)}"
            key = draw(keys(name + "-" + str(len(lines))))
            lines.append(draw(BLANKS) + key + dotted + equals + draw(values()))
            lines.append(draw(st.sampled_from(["", "# a = 1", "\t"])))
    return "\n".join(lines) + draw(st.sampled_from(["", "\n"]))


def _walked(value: Any, path: Path = ()) -> Iterator[tuple[Path, Any]]:
    yield path, value
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from _walked(inner, (*path, key))
    elif isinstance(value, list):
        for place, inner in enumerate(value):
            yield from _walked(inner, (*path, place))


@given(documents())
def test_paths_and_values_are_those_of_tomllib(text: str) -> None:
    text = text.replace("\r\n", "\n")
    data = tomllib.loads(text)
    spans = index(text)
    walked = dict(_walked(data))
    assert spans.keys() == walked.keys() - {()}
    for path, span in spans.items():
        value = walked[path]
        written = text[slice(*span.value)]
        if isinstance(value, str | int | float | bool | datetime.date | datetime.time) or (
            isinstance(value, list) and not written.startswith("[[")
        ):
            assert tomllib.loads(f"k = {written}") == {"k": value}
        if isinstance(path[-1], str) and not written.startswith("[") and span.key != span.value:
            assert tomllib.loads(f"{text[slice(*span.key)]} = 1") == {path[-1]: 1}


@pytest.mark.parametrize(
    ("path", "key", "value"),
    [
        (("title",), "title", '"One"'),
        (("step", 0), "[[step]]", "[[step]]"),
        (("step", 0, "id"), "id", "'a'"),
        (("step", 1, "options", 1, "go"), "go", '"b"'),
        (("step", 1, "options", 0), "{ id = 1 }", "{ id = 1 }"),
        (("step", 1, "a"), "a", "a"),
        (("step", 1, "a", "b"), '"b"', "2026-11-21 10:00:00"),
    ],
)
def test_places(path: Path, key: str, value: str) -> None:
    text = """title = "One" # [not] a table
[[step]]
id = 'a'
[[step]]
options = [ # one
  { id = 1 },
  { go = "b" }, ]
a . "b" = 2026-11-21 10:00:00
"""
    span = index(text)[path]
    assert text[slice(*span.key)] == key
    assert text[slice(*span.value)] == value


def test_no_nesting_is_too_deep() -> None:
    depth = 300  # more than tomllib itself takes in a deep call
    text = "a = " + "[" * depth + "]" * depth
    assert len(index(text)) == depth

"""Entries survive their way to bytes and back, and damage stays where it is done."""

import datetime
import re
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from peercompanion.journal.framing import (
    FORMAT,
    HEADER,
    NOT_FINISHED,
    after_tail,
    block,
    format_of,
    load,
)

from .samples import entries, record, values

ENTRY = record(rev=5, dev="k7f2")


def as_kept(value: Any) -> Any:
    """Say what a value is after it was written down: lone surrogates and odd zones are not."""
    match value:
        case str():
            return re.sub("[\ud800-\udfff]", "\ufffd", value)
        case dict():
            return {as_kept(name): as_kept(held) for name, held in value.items()}
        case list() | tuple():
            return [as_kept(held) for held in value]
        case _:
            return value


@given(st.lists(entries, max_size=3))
def test_whatever_is_written_is_read_again(written: list[dict[str, Any]]) -> None:
    loaded = load(HEADER + b"".join(block(fields) for fields in written))

    assert [entry.fields for entry in loaded.entries] == [as_kept(fields) for fields in written]
    assert not any(entry.by_hand for entry in loaded.entries)
    assert loaded.fragments == []


@given(values)
def test_a_moment_keeps_its_moment_and_its_zone_to_the_minute(value: Any) -> None:
    (entry,) = load(block({**ENTRY, "value": value})).entries

    kept = entry.fields["value"]
    assert kept == as_kept(value)
    if isinstance(value, datetime.datetime):
        drift = kept.utcoffset() - value.utcoffset()
        assert abs(drift) <= datetime.timedelta(seconds=30)


@given(entries)
def test_every_key_has_one_line_and_the_note_is_the_last(fields: dict[str, Any]) -> None:
    lines = block({"note": "last", **fields}).decode().split("\n")

    assert lines[0] == "[[entry]]"
    assert lines[-4] == 'note = "last"' or "note" in fields
    assert lines[-3].startswith("# end ")
    assert lines[-2:] == ["", ""]
    assert all(" = " in line for line in lines[1:-3])


@given(
    st.binary()
    | st.lists(st.sampled_from([HEADER, block(ENTRY), b"[[entry]]\n", b"\0"])).map(b"".join)
)
@example(b"\xef\xbb\xbf" + block(ENTRY))
@example(b"[[entry]]\na = " + b"[" * 5000)
@example(b"[[entry]]\n" + b"a." * 60_000 + b"a = 1\n# end 00000000\n")
@example(b"[[entry]]\nid = 1" + b"0" * 5000 + b"\n")
@example(b"[[entry]]\n[[entry.entry]]\n[[entry]]\n")
@example(b"format = 99999999999999\n[[entry]]\nid = 7\nkind = 'x'\n# end 00000000\n")
def test_any_bytes_can_be_loaded(data: bytes) -> None:
    loaded = load(data)

    lines = data.count(b"\n") + 1
    assert all(1 <= found.line <= lines for found in (*loaded.entries, *loaded.fragments))
    assert format_of(data[:4096]) >= 0


@given(st.data())
def test_damage_stays_in_the_block_it_was_done_to(data: st.DataObject) -> None:
    blocks = [block({**ENTRY, "id": f"e{number}"}) for number in range(5)]
    hit = data.draw(st.integers(0, 4))
    inside = blocks[hit].removesuffix(b"\n\n")
    start = data.draw(st.integers(len("[[entry]]\n"), len(inside)))
    stop = data.draw(st.integers(start, len(inside)))
    blocks[hit] = inside[:start] + data.draw(st.binary(max_size=20)) + inside[stop:] + b"\n\n"

    found = {entry.id for entry in load(HEADER + b"".join(blocks)).entries}

    assert {f"e{number}" for number in range(5) if number != hit} <= found


def test_an_edit_by_hand_is_taken_and_marked() -> None:
    data = HEADER + block(ENTRY).replace(b"It rained.", b"It snowed.") + block(ENTRY)

    changed, untouched = load(data).entries

    assert changed.fields["note"] == "It snowed."
    assert changed.by_hand
    assert not untouched.by_hand


def test_an_entry_written_by_hand_needs_no_checksum_wherever_it_stands() -> None:
    by_hand = b"""[[ entry ]] # yesterday\r\nid = 'mine'\r\nkind = "checkin"\r\nnote = '''two
lines'''\r\n[entry.answers]\r\na = 1\r\n"""

    for data in (by_hand + block(ENTRY), block(ENTRY) + by_hand):
        loaded = load(data)
        mine = next(entry for entry in loaded.entries if entry.id == "mine")
        assert mine.by_hand
        assert mine.fields["note"] == "two\nlines"
        assert (mine.rev, mine.dev, mine.base) == (0, "", 0)
        assert len(loaded.entries) == 2
        assert loaded.fragments == []


def test_line_ends_that_a_sync_client_changed_are_no_edit() -> None:
    data = (HEADER + block(ENTRY) + block(ENTRY)).replace(b"\n", b"\r\n")

    loaded = load(data)

    assert [entry.by_hand for entry in loaded.entries] == [False, False]
    assert [entry.line for entry in loaded.entries] == [4, 14]
    assert loaded.fragments == []


@pytest.mark.parametrize("cut", range(len("[[entry]]\n"), len(block(ENTRY)) - 2))
def test_a_block_that_was_never_finished_is_never_taken_for_a_whole_one(cut: int) -> None:
    torn = block(ENTRY)[:cut]

    for data in (torn, torn + after_tail(torn) + block({**ENTRY, "id": "later"})):
        loaded = load(HEADER + data)
        assert [entry.id for entry in loaded.entries if entry.id != "later"] == []
        assert [fragment.unfinished for fragment in loaded.fragments] == [True]
        assert loaded.fragments[0].line == 4


def test_stray_lines_are_told_apart_from_entries() -> None:
    data = HEADER + b"oops\n" + block(ENTRY) + b"# a remark\n<<<<<<< HEAD\n" + block(ENTRY)

    loaded = load(data)

    assert len(loaded.entries) == 2
    assert [(fragment.line, fragment.unfinished) for fragment in loaded.fragments] == [
        (4, False),
        (16, False),
    ]


def test_what_comes_before_the_next_block() -> None:
    whole = HEADER + block(ENTRY)
    assert after_tail(b"") == HEADER
    assert after_tail(whole[-32:]) == b""
    assert after_tail(whole[:-1]) == b"\n"
    assert after_tail(whole.replace(b"\n", b"\r\n")[-32:]) == b"\n"
    assert after_tail(whole[:-3]) == b"\n" + NOT_FINISHED


def test_the_format_is_read_from_the_head() -> None:
    assert format_of(HEADER) == FORMAT
    assert format_of(b"") == FORMAT
    assert format_of(b"# later\r\nformat = 2\r\n\r\n[[entry]]\r\n") == 2
    assert format_of(block({**ENTRY, "format": 7})) == FORMAT


def test_what_toml_cannot_hold_is_refused() -> None:
    with pytest.raises(TypeError):
        block({**ENTRY, "nothing": None})

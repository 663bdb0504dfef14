"""Torn ends become comments and their bytes are kept; everything else stays as it was."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peercompanion.journal.framing import FORMAT, HEADER, block, load
from peercompanion.journal.mending import Forgotten, same, set_aside, to_forget, without
from peercompanion.journal.tending import mend

from .samples import entries, ids, journal, own_file, record

WHOLE = [block(record(number, rev=number, dev="k7f2")) for number in (1, 2, 3)]
TORN = WHOLE[2][:70]


def torn(home: Path, tail: bytes = TORN) -> Path:
    """Make a journal whose file has a torn end."""
    journal(home).append([record(1)])
    with own_file(home).open("ab") as file:
        file.write(tail)
    return own_file(home)


@pytest.mark.parametrize("tail", [TORN, b"\0" * 900, b"[[ent", TORN + b"\xff\xfe \x1b[2J"])
def test_a_torn_end_is_set_aside_and_nothing_else(tmp_path: Path, tail: bytes) -> None:
    file = torn(tmp_path, tail)
    before = file.read_bytes()

    assert mend(journal(tmp_path)) == [file]

    after = file.read_bytes()
    assert after.startswith(before[: len(before) - len(tail)])
    assert all(line.startswith(b"#! ") for line in after[len(before) - len(tail) :].splitlines())
    assert b"\0" not in after
    assert b"\x1b" not in after
    (kept,) = (tmp_path / "state" / "recovered").iterdir()
    assert kept.read_bytes().strip(b"\n") == tail.strip(b"\n")
    reading = journal(tmp_path).read()
    assert reading.fragments == []
    assert mend(journal(tmp_path)) == []
    journal(tmp_path).append([record(2)])
    assert ids(journal(tmp_path)) == [record(1)["id"], record(2)["id"]]


def test_several_torn_ends_one_behind_the_other(tmp_path: Path) -> None:
    file = torn(tmp_path)
    for number in (2, 3):
        journal(tmp_path).append([record(number)])
        with file.open("ab") as opened:
            opened.write(TORN[: 20 * number])

    mend(journal(tmp_path))

    assert journal(tmp_path).read().fragments == []
    assert ids(journal(tmp_path)) == [record(number)["id"] for number in (1, 2, 3)]


def test_bad_edits_by_hand_and_other_devices_files_are_left_alone(tmp_path: Path) -> None:
    file = torn(tmp_path)
    file.write_bytes(HEADER + b"[[entry]]\nid = oops\n# end 00000000\n\n" + WHOLE[0])
    other = file.with_name("2026-11.zzzz.toml")
    other.write_bytes(HEADER + TORN)
    before = file.read_bytes()

    assert mend(journal(tmp_path)) == []

    assert (file.read_bytes(), other.read_bytes()) == (before, HEADER + TORN)


def test_a_newer_format_is_never_rewritten(tmp_path: Path) -> None:
    file = torn(tmp_path)
    newer = file.read_bytes().replace(b"format = %d" % FORMAT, b"format = %d" % (FORMAT + 1))
    file.write_bytes(newer)

    assert mend(journal(tmp_path)) == []
    assert file.read_bytes() == newer


def test_nothing_is_mended_while_something_cannot_be_read(tmp_path: Path) -> None:
    file = torn(tmp_path)
    file.with_name("gone.toml").symlink_to(tmp_path / "nowhere")

    assert mend(journal(tmp_path)) == []
    assert b"#!" not in file.read_bytes()


pieces = st.lists(
    entries.map(block)
    | st.binary(max_size=40)
    | st.sampled_from([b"\n", b"# a remark\n", TORN, b"#! torn\n", b"\n# not finished\n"]),
    max_size=6,
)


@given(pieces)
def test_setting_aside_leaves_every_entry_as_it_was(parts: list[bytes]) -> None:
    data = HEADER + b"".join(parts)
    loaded = load(data)
    unfinished = [each for each in loaded.fragments if each.unfinished]

    mended = set_aside(data, unfinished)

    if same(mended, loaded.entries):  # else nobody would write it
        assert len(load(mended).fragments) <= len(loaded.fragments)


@given(pieces, st.integers(0, 5))
def test_what_is_forgotten_is_gone_and_the_rest_is_there(parts: list[bytes], which: int) -> None:
    data = HEADER + b"".join(parts)
    found = load(data).entries
    if not found:
        return
    end = found[which % len(found)]
    forgotten = to_forget({end.id: (end.rev + 1, "")}, [data])

    left = load(without(data, forgotten)).entries

    staying = [entry for entry in found if entry.id != end.id or entry.rev > end.rev]
    if same(without(data, forgotten), staying):  # else nobody would write it
        assert [entry.fields for entry in left] == [entry.fields for entry in staying]


def test_what_is_forgotten_is_gone_from_torn_lines_and_comments_too() -> None:
    secret = block(record(9, rev=9, dev="k7f2", note="a secret"))
    torn_secret = secret[:-20]
    data = HEADER + WHOLE[0] + secret + WHOLE[1] + torn_secret
    data = set_aside(data, [each for each in load(data).fragments if each.unfinished])
    data += b"\n# not finished\n" + WHOLE[2] + torn_secret

    left = without(data, Forgotten({record(9)["id"]: (10, "k7f2")}))

    assert b"secret" not in left
    assert len(load(left).entries) == 3


def test_only_what_is_older_than_the_deletion_is_forgotten() -> None:
    later = block(record(1, rev=7, dev="k7f2", note="written again"))
    end = block({"id": record(1)["id"], "rev": 6, "dev": "k7f2", "kind": "practised", "gone": True})
    data = HEADER + WHOLE[0] + end + later

    left = load(without(data, Forgotten({record(1)["id"]: (6, "k7f2")}))).entries

    assert [entry.rev for entry in left] == [6, 7]


def test_a_torn_piece_without_its_id_is_known_by_its_words() -> None:
    ends = {record(9)["id"]: (10, "k7f2")}
    secret = block(record(9, rev=9, dev="k7f2", note="something nobody is to read"))
    data = HEADER + secret + WHOLE[0] + b'\0\0\0dy is to read"\n# end 12345678\n' + WHOLE[1]

    left = without(data, to_forget(ends, [data]))

    assert b"to read" not in left
    assert same(left, load(HEADER + WHOLE[0] + WHOLE[1]).entries)

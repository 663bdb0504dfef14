"""A block cut at any byte, whatever came after it, costs nothing that was kept before."""

from pathlib import Path

import pytest

from peercompanion.journal.framing import HEADER, TAIL_BYTES, after_tail, block

from .samples import ids, journal, record

BEFORE = [block(record(number, rev=number, dev="k7f2")) for number in (1, 2, 3)]
LAST = block(
    record(4, rev=4, dev="k7f2", answers={"look": "a blue cup", "hear": ["rain", "a clock"]})
)
TAILS = {
    "nothing": b"",
    "zeros": b"\0" * 600,
    "noise": bytes(range(1, 256)) * 2,
    "a merge": b"\n<<<<<<< HEAD\n" + BEFORE[0],
    "half a character and a new line": b"\xe2\x80\n",
}


@pytest.mark.parametrize("tail", TAILS.values(), ids=TAILS)
def test_every_cut_leaves_all_that_was_kept_before(tmp_path: Path, tail: bytes) -> None:
    kept = journal(tmp_path)
    (first,) = kept.append([record(0)])
    whole = HEADER + b"".join(BEFORE)
    acknowledged = [record(number)["id"] for number in range(1, 4)]
    written = record(5)["id"]
    end_line = len(LAST) - len("\n\n")
    for cut in range(len(LAST) + 1):
        torn = whole + LAST[:cut] + tail
        first.file.write_bytes(torn)
        found = set(ids(kept))
        complete = (LAST[:cut] + tail[:1]).startswith(LAST[:-1]) or (cut >= end_line and not tail)
        assert found == {*acknowledged, *([record(4)["id"]] if complete else [])}, cut

        # What is written next stands on its own, and completes nothing that was torn.
        after = after_tail(torn[-TAIL_BYTES:]) + block(record(5, rev=5, dev="k7f2"))
        first.file.write_bytes(torn + after)
        assert set(ids(kept)) == {*found, written}, cut


def test_the_next_append_closes_off_a_torn_end(tmp_path: Path) -> None:
    kept = journal(tmp_path)
    (first,) = kept.append([record(1)])
    for number in (2, 3, 4):
        with first.file.open("ab") as file:
            file.write(LAST[: len(LAST) - 30 * number])
        kept.append([record(number)])

    reading = kept.read()

    assert ids(kept) == [record(number)["id"] for number in (1, 2, 3, 4)]
    assert [fragment.unfinished for fragment in reading.fragments] == [True] * 3

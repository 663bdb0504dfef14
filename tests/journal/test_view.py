"""Of all versions one stands, the same on every device; what was not taken up is kept beside it."""

from pathlib import Path
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from peercompanion.journal.framing import Entry
from peercompanion.journal.view import view


def version(rev: int, dev: str = "k7f2", **more: Any) -> Entry:
    fields = {"id": "a", "kind": "checkin", "rev": rev, "dev": dev, **more}
    return Entry(fields, Path("2026-11.toml"), 1)


versions = st.lists(
    st.builds(
        version,
        st.integers(0, 5),
        st.sampled_from(["k7f2", "m3x9"]),
        id=st.sampled_from(["a", "b"]),
        base=st.integers(0, 5),
        gone=st.booleans(),
        note=st.sampled_from(["x", "y"]),
    ),
    max_size=8,
)


@given(versions, st.randoms(use_true_random=False))
def test_the_order_of_files_and_doubles_change_nothing(held: list[Entry], random: Any) -> None:
    shuffled = held + held[: len(held) // 2]
    random.shuffle(shuffled)

    assert view(shuffled) == view(held)


@given(versions)
def test_the_highest_revision_stands_and_a_deletion_hides(held: list[Entry]) -> None:
    things = view(held)

    for id_ in {entry.id for entry in held}:
        mine = [entry for entry in held if entry.id == id_]
        newest = max((entry.rev, entry.dev) for entry in mine)
        newest_ones = [entry for entry in mine if (entry.rev, entry.dev) == newest]
        if id_ in things:
            assert things[id_].entry in newest_ones
            assert not things[id_].entry.gone
        else:
            assert any(entry.gone for entry in newest_ones)


def test_of_one_revision_the_device_decides() -> None:
    (thing,) = view([version(1, "m3x9", note="x"), version(1, "k7f2", note="y")]).values()

    assert thing.entry.dev == "m3x9"
    assert [other.fields["note"] for other in thing.others] == ["y"]


def test_what_was_edited_is_no_other_version_but_a_version_made_meanwhile_is() -> None:
    first = version(1, note="first")
    second = version(2, note="second", base=1)
    meanwhile = version(3, "m3x9", note="meanwhile", base=1)
    last = version(4, note="last", base=2)

    (thing,) = view([last, meanwhile, second, first]).values()

    assert thing.entry is last
    assert thing.others == (meanwhile,)


def test_the_same_said_twice_is_said_once() -> None:
    (thing,) = view(
        [version(1, note="x"), version(2, note="x"), version(3, "m3x9", note="x")]
    ).values()

    assert thing.others == ()


def test_one_revision_with_two_texts_keeps_both() -> None:
    by_hand = Entry({**version(1).fields, "note": "by hand"}, Path("copy.toml"), 1, by_hand=True)

    (thing,) = view([by_hand, version(1, note="as it was")]).values()

    assert thing.entry is by_hand
    assert [other.fields["note"] for other in thing.others] == ["as it was"]

"""Ids sort by time, and revisions never run backwards."""

from hypothesis import given
from hypothesis import strategies as st

from peercompanion.journal.ids import DEVICE_ID, MOST_REV, as_rev, device_id, next_rev, ulid

CROCKFORD = set("0123456789ABCDEFGHJKMNPQRSTVWXYZ")
times = st.integers(0, 2**48 - 1)
chance = st.binary(min_size=10, max_size=10)


@given(times, chance, times, chance)
def test_ids_sort_by_time_and_then_by_chance(a: int, x: bytes, b: int, y: bytes) -> None:
    assert (ulid(a, x) < ulid(b, y)) == ((a, x) < (b, y))
    assert len(ulid(a, x)) == 26
    assert set(ulid(a, x)) <= CROCKFORD


def test_an_id_is_a_ulid_as_others_make_them() -> None:
    assert ulid(1469918176385, bytes(10)) == "01ARYZ6S410000000000000000"
    assert ulid(2**48 - 1, b"\xff" * 10) == "7ZZZZZZZZZZZZZZZZZZZZZZZZZ"


@given(st.binary(min_size=3, max_size=3))
def test_a_device_id_is_four_small_letters_or_digits(random: bytes) -> None:
    assert DEVICE_ID.fullmatch(device_id(random))


@given(st.lists(times, min_size=2))
def test_each_revision_is_later_than_the_one_before_whatever_the_clock_does(
    clock: list[int],
) -> None:
    revs = [0]
    for shows in clock:
        revs.append(next_rev(shows, revs[-1]))

    assert revs == sorted(set(revs))
    assert all(rev >= shows for rev, shows in zip(revs[1:], clock, strict=True))


@given(st.integers() | st.text() | st.booleans() | st.none() | st.floats())
def test_a_slip_of_the_hand_is_no_revision(value: object) -> None:
    rev = as_rev(value)
    fits = type(value) is int and 0 <= value < MOST_REV
    assert rev == (value if fits else 0)

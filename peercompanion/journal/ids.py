"""Names of entries, and revisions that never run backwards."""

import re

_CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
RANDOM_BYTES = 10
MOST_REV = 2**62
"""Revisions beyond this are a slip of the hand: TOML's whole numbers end soon after."""
DEVICE_ID = re.compile(r"[0-9a-z]{4}")


def ulid(milliseconds: int, random: bytes) -> str:
    """Make an id that sorts by time: 48 bits of time, then 80 of chance, in Crockford base 32."""
    return _base32(milliseconds << 80 | int.from_bytes(random[:RANDOM_BYTES], "big"), 26)


def device_id(random: bytes) -> str:
    """Make the short name of a device, which is a part of the names of its files."""
    return _base32(int.from_bytes(random[:3], "big") >> 4, 4).lower()


def next_rev(milliseconds: int, highest_seen: int) -> int:
    """Make the next revision: the clock's time, or one more than any revision seen.

    So an edit is always newer than what it edits, whatever was done to the clock.
    """
    return max(milliseconds, highest_seen + 1)


def as_rev(value: object) -> int:
    """Take a value from a file for a revision; 0 when it cannot be one."""
    fits = isinstance(value, int) and not isinstance(value, bool) and 0 <= value < MOST_REV
    return value if fits else 0  # type: ignore[return-value]


def _base32(number: int, length: int) -> str:
    return "".join(_CROCKFORD[number >> 5 * place & 31] for place in reversed(range(length)))

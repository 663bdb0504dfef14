"""A start opens few files, and none that it needs stays closed."""

import datetime
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from peercompanion.journal.months import device_of, from_month_on, month_of, name

DAY = datetime.date(2026, 11, 21)
months = st.integers(2018 * 12, 2028 * 12).map(lambda n: f"{n // 12:04}-{n % 12 + 1:02}")
devices = st.sampled_from(["k7f2", "m3x9", "0000"])
names = st.builds(name, months, devices) | st.sampled_from(
    [
        "2020-01.k7f2.sync-conflict-20261121-081403-ABCDEF.toml",
        "2020-01.k7f2 (conflicted copy 2026-11-21).toml",
        "2020-01.k7f2 2.toml",
        "2020-01.k7f2-LAPTOP.toml",
        "from my old phone.toml",
        "2019-12.k7f2.f1.toml",
    ]
)


def test_a_name_tells_month_and_device_or_nothing() -> None:
    assert (month_of("2026-11.k7f2.toml"), device_of("2026-11.k7f2.toml")) == ("2026-11", "k7f2")
    assert device_of("2026-11.k7f2.f1.toml") == "k7f2"
    for other in ("2026-11.k7f2 2.toml", "2026-11.K7F2.toml", "2026-11.k7f2.toml.tmp", "x.toml"):
        assert (month_of(other), device_of(other)) == (None, None)


@given(st.lists(names, unique=True, max_size=12))
def test_what_a_start_leaves_closed_has_a_newer_file_of_its_device(files: list[str]) -> None:
    chosen = {path.name for path in from_month_on([Path(file) for file in files], DAY)}

    for file in files:
        month, device = month_of(file), device_of(file)
        newer = [other for other in chosen if device_of(other) == device and device]
        if file not in chosen:
            assert month is not None
            assert month < "2026-11"
            assert max(month_of(other) or "" for other in newer) > month
    assert chosen >= {file for file in files if (month_of(file) or "9") >= "2026-11"}

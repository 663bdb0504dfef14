"""Waiting for a line: what comes while it begins is not missed."""

import os
import select
import signal
from collections.abc import Iterator
from typing import Any

import pytest

from peercompanion.plain import typed


class Woken(Exception):  # noqa: N818 (says what happened)
    """It waits for the second time."""


@pytest.fixture
def nothing_typed() -> Iterator[int]:
    """A descriptor on which nothing comes."""
    here, there = os.pipe()
    yield here
    os.close(here)
    os.close(there)


def test_a_signal_just_before_it_waits_is_not_slept_through(
    nothing_typed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    found, begun = select.select, 0

    def waits(read: Any, write: Any, wrong: Any, _seconds: float | None) -> Any:
        nonlocal begun
        begun += 1
        if begun == 2:
            raise Woken
        signal.raise_signal(signal.SIGUSR1)
        return found(read, write, wrong, 1)

    monkeypatch.setattr(select, "select", waits)
    before = signal.signal(signal.SIGUSR1, lambda *_: None)
    try:
        with pytest.raises(Woken):
            typed.StandardInput(nothing_typed).line()
    finally:
        signal.signal(signal.SIGUSR1, before)

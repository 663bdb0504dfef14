"""Where a disk fails, it is said once and the exit status tells it, unless a later try is kept."""

from collections.abc import Callable

import pytest

from peercompanion.kept import Kept, NotKept

from .conftest import Sit

FULL = "The disk is full."


def fails(monkeypatch: pytest.MonkeyPatch, keeps: str, times: int) -> None:
    """Let one way to keep something fail so many times."""
    real: Callable[..., object] = getattr(Kept, keeps)
    left = iter(range(times))

    def perhaps(kept: Kept, *given: object, **named: object) -> object:
        if next(left, None) is None:
            return real(kept, *given, **named)
        raise NotKept(FULL)

    monkeypatch.setattr(Kept, keeps, perhaps)


STEP = ("a new step", "Walk", "a new step", "Walk", "b", "b")
SHELF = ("what has helped me", "type", "The river", "type", "The river", "b", "b")
SUMMARY = ("a summary", "add", "Walk", "2", "1", "keep", "b", "b", "b")


@pytest.mark.parametrize(
    ("task", "typed", "keeps"),
    [("steps", STEP, "put"), ("supporter", SHELF, "add")],
)
@pytest.mark.parametrize(("times", "status"), [(1, 0), (2, 1)])
def test_the_last_try_counts(
    sit: Sit,
    monkeypatch: pytest.MonkeyPatch,
    task: str,
    typed: tuple[str, ...],
    keeps: str,
    times: int,
    status: int,
) -> None:
    fails(monkeypatch, keeps, times)
    sat = sit(*typed, task=task)
    assert sat.status == status
    assert sat.seen.count(FULL) == times


@pytest.mark.parametrize(("times", "status"), [(0, 0), (1, 1)])
def test_a_copy_of_a_summary_that_could_not_be_written_counts(
    sit: Sit, monkeypatch: pytest.MonkeyPatch, times: int, status: int
) -> None:
    fails(monkeypatch, "copy_summary", times)
    sat = sit(*SUMMARY, task="session")
    assert sat.status == status
    assert sat.seen.count(FULL) == times
    assert ("A copy to read lies here:" in sat.seen) == (not times)

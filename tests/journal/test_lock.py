"""One at a time: threads and processes wait for each other, and not for ever."""

import threading
from pathlib import Path

import pytest

from peercompanion.journal.files import Files
from peercompanion.journal.lock import locked


def test_another_holder_is_waited_for_and_then_given_up_on(tmp_path: Path) -> None:
    path, slept = tmp_path / "lock", []

    def sleep(seconds: float) -> None:
        slept.append(seconds)

    with (
        locked(path, Files()),
        pytest.raises(BlockingIOError),
        locked(path, Files(), patience=2, clock=lambda: sum(slept), sleep=sleep),
    ):
        pytest.fail("two held it at once")

    assert sum(slept) == pytest.approx(2, abs=0.05)


def test_it_is_had_as_soon_as_it_is_free(tmp_path: Path) -> None:
    path = tmp_path / "lock"
    first = locked(path, Files())
    first.__enter__()

    with locked(path, Files(), sleep=lambda _: first.__exit__(None, None, None)):
        pass


def test_threads_exclude_each_other(tmp_path: Path) -> None:
    inside, most = 0, 0

    def work() -> None:
        nonlocal inside, most
        for _ in range(20):
            with locked(tmp_path / "lock", Files(), sleep=lambda _: None):
                inside += 1
                most = max(most, inside)
                inside -= 1

    threads = [threading.Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert (inside, most) == (0, 1)


def test_an_error_inside_frees_it_and_the_file_stays(tmp_path: Path) -> None:
    path = tmp_path / "lock"
    with pytest.raises(KeyError), locked(path, Files()):
        raise KeyError

    with locked(path, Files(), patience=0):
        assert path.exists()

"""Whatever ends or stops one side, both are in step within a second of its coming back.

Two hundred random moments: `python -m tests.live.moments 200`.
"""

from pathlib import Path

from .moments import WITHIN, Call


def test_either_side_killed_or_stopped_comes_back_in_step(tmp_path: Path) -> None:
    with Call(tmp_path) as call:
        call.stand_at(2)
        call.befall("stage", "stop", 2, 3.3)
        call.befall("stage", "kill", 2, 0.3)
        call.stand_at(1)
        call.befall("console", "kill", 1, 0.1)
        call.stand_at(3)
        call.befall("console", "stop", 3, 0.5)

    assert len(call.took) == 4
    assert max(seconds for _, _, seconds in call.took) < WITHIN, call.took

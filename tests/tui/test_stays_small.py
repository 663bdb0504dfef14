"""What screens leave behind is found soon, however much was there at the start."""

import gc
import subprocess
import sys
import weakref
from collections.abc import Iterator

import pytest

from peercompanion.tui import memory

from .conftest import Opened, press

PROGRAM = """
import gc
from collections import deque
from peercompanion.tui.memory import set_start_aside

class Node:
    def __init__(self):
        self.me = self

start = [[number] for number in range(400_000)]
set_start_aside()
shown, most = deque(maxlen=10), 0
for _ in range(400):
    shown.append([Node() for _ in range(500)])
    most = max(most, len(gc.get_objects()))
print(most)
"""


def test_what_screens_left_behind_is_found_soon() -> None:
    ran = subprocess.run(
        [sys.executable, "-c", PROGRAM], capture_output=True, text=True, check=True
    )
    shown = 10 * 500
    assert int(ran.stdout) < 4 * 2 * shown


@pytest.fixture
def set_aside(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """What was there before is set aside, and Python never looks of itself."""
    monkeypatch.setattr(memory, "SOON", 0.01)
    gc.freeze()
    gc.disable()
    yield
    gc.enable()
    gc.unfreeze()


@pytest.mark.usefixtures("set_aside")
async def test_what_a_closed_screen_held_is_let_go(opened: Opened) -> None:
    async with opened() as pilot:
        await press(pilot, "1")
        page = weakref.ref(pilot.app.screen)
        for _ in range(20):  # the last one closed may be held by what Textual has yet to do
            await press(pilot, "escape", "2")
            if page() is None:
                break
        assert page() is None

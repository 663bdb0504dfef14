"""What screens leave behind is found soon, however much was there at the start."""

import subprocess
import sys

PROGRAM = """
import gc
from collections import deque
from peercompanion.tui.app import _stay_small

class Node:
    def __init__(self):
        self.me = self

start = [[number] for number in range(400_000)]
_stay_small()
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

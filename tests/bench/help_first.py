"""How long until help: `now` beside a bare Textual app, and the help key until its numbers.

    .venv/bin/python tests/bench/help_first.py [--rounds 15]

`now` is timed as `first_frame.py` times Home, in order and with folders in disorder. The key is
timed in a running app from the byte that is sent to the bytes that bring the numbers; the first
press of a process, and later ones.
"""

import argparse
import os
import statistics
import sys
import tempfile
import time
from dataclasses import replace
from pathlib import Path

import first_frame
import pyte
from first_frame import Subject

sys.path.insert(0, str(Path(__file__).parents[2]))
from tests.ends.terminal import Terminal

GARBAGE = b"\x00\xff[[entry]]\n = =\n" * 50
SHOWS = ("Notice a door", "Next", "Help now")


def subjects(folder: Path) -> list[Subject]:
    """Lay out the bare app, and `now` with no folder, garbage, and a file in its place."""
    bare, empty, broken, file = (folder / name for name in ("bare.py", "empty", "broken", "file"))
    bare.write_text(first_frame.BARE)
    empty.mkdir()
    file.write_bytes(GARBAGE)
    for name in ("config/settings.toml", "journal/entries/2026/2026-11.aaaa.toml"):
        (broken / name).parent.mkdir(parents=True)
        (broken / name).write_bytes(GARBAGE)
    now = Subject("now, no folder", [sys.executable, "-m", "peercompanion", "now"], SHOWS, empty)
    return [
        Subject("bare app", [sys.executable, str(bare)], ("one static",), empty),
        now,
        replace(now, name="now, garbage", home=broken),
        replace(now, name="now, a file", home=file),
    ]


def key_times(home: Path, presses: int, at_once: bool) -> list[float]:
    """Seconds from the help key to the numbers, in one process.

    Args:
        home: The folder of the app.
        presses: How often it is pressed, with Escape between.
        at_once: Pressed as soon as Home is on the screen, not when it is still.
    """
    found = []
    with Terminal(home) as terminal:
        terminal.wait_for("Right now", "Help now")
        if not at_once:
            terminal.watch(1.5)
        for _ in range(presses):
            before, begun = len(terminal.pieces), time.perf_counter()
            os.write(terminal.master, b"h")
            terminal.wait_for("Call 911 if someone")
            found.append(_when(terminal, before) - begun)
            terminal.press("escape")
            terminal.wait_for("Right now")
            terminal.watch(0.2)
    return found


def _when(terminal: Terminal, before: int) -> float:
    """The moment of the bytes that brought the numbers."""
    screen = pyte.Screen(*terminal.size)
    stream = pyte.ByteStream(screen)
    for at, piece in terminal.pieces[before:]:
        stream.feed(piece)
        if "Call 911 if someone" in "\n".join(screen.display):
            return at
    return terminal.pieces[-1][0]


def main() -> None:
    """Time everything and print what came out."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rounds", type=int, default=15)
    rounds = parser.parse_args().rounds
    with tempfile.TemporaryDirectory() as folder:
        timed = subjects(Path(folder))
        for subject in timed:
            first_frame.start(subject)
        runs: dict[str, list[first_frame.Run]] = {subject.name: [] for subject in timed}
        for _ in range(rounds):
            for subject in timed:
                runs[subject.name].append(first_frame.start(subject))
        home = Path(folder) / "empty"
        still = [key_times(home, 4, at_once=False) for _ in range(max(rounds // 3, 3))]
        early = [key_times(home, 1, at_once=True)[0] for _ in range(max(rounds // 3, 3))]
    print(f"{rounds} rounds, medians:")
    print(first_frame.table(runs))
    first, later = [each[0] for each in still], [t for each in still for t in each[1:]]
    for name, times in (("first press", first), ("later", later), ("at the first frame", early)):
        told = f"{statistics.median(times) * 1000:6.1f} ms, least {min(times) * 1000:.1f} ms"
        print(f"help key, {name}: {told}")


if __name__ == "__main__":
    main()

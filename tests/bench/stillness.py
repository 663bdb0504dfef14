"""What it costs while nothing happens, and while breathing: bytes and CPU.

    .venv/bin/python tests/bench/stillness.py [--seconds 60]
    .venv/bin/python tests/bench/stillness.py --drift        # ten minutes of breathing, timed

The real program in a terminal of 80x24. A still screen is to write no byte; breathing is to take
at most 5 % of one core and 8 kB a second. Drift is how much later than at its start the breath
turns at its end, of what the pack's seconds say: at most 50 ms.
"""

import argparse
import statistics
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

import pyte

sys.path.insert(0, str(Path(__file__).parents[2]))
from tests.ends.every_kind import fill, play, stand_at
from tests.ends.terminal import Terminal

IN, OUT, MINUTES = 4.0, 6.0, 10
BREATHS = int(MINUTES * 60 / (IN + OUT))
MOST_BYTES, MOST_CPU, MOST_DRIFT = 8000, 0.05, 0.05
HOME = ("-m", "peercompanion")


def _keys(*keys: str) -> Callable[[Terminal], None]:
    def press(terminal: Terminal) -> None:
        terminal.wait_for("Right now", "Help now")
        for key in keys:
            terminal.press(key)
            terminal.watch(0.3)

    return press


def _at(kind: str) -> Callable[[Terminal], None]:
    return lambda terminal: stand_at(terminal, kind)


def _paused(terminal: Terminal) -> None:
    stand_at(terminal, "breathe")
    terminal.press("space")
    terminal.wait_for("Paused")


STILL: dict[str, tuple[tuple[str, ...], Callable[[Terminal], None]]] = {
    "Home": (HOME, _keys()),
    "help": (HOME, _keys("h")),
    "Today": (HOME, _keys("2")),
    "a front page": (HOME, _keys("p")),
    "covered": (HOME, _keys("f3")),
    "a step to read": (play("say"), _at("say")),
    "typing": (play("several"), _at("several")),
    "a choice": (play("pick"), _at("pick")),
    "breathing, paused": (play("breathe"), _paused),
}
MOVING = {name: (play(name), _at(name)) for name in ("breathe", "tense", "wait")}


def cost(
    folder: Path,
    arguments: tuple[str, ...],
    go: Callable[[Terminal], None],
    seconds: float,
) -> tuple[float, float]:
    """Bytes a second and the share of one core, at one place."""
    fill(folder)
    with Terminal(folder, arguments) as terminal:
        go(terminal)
        terminal.watch(4)  # a count-in and what is read in the background are over
        before = terminal.cpu()
        written = terminal.watch(seconds)
        return written / seconds, (terminal.cpu() - before) / seconds


def turns(terminal: Terminal) -> list[float]:
    """The moments at which the word for the breath changed, on the clock of the pieces."""
    screen = pyte.Screen(*terminal.size)
    stream = pyte.ByteStream(screen)
    found, word = [], ""
    for at, piece in terminal.pieces:
        stream.feed(piece)
        shown = "\n".join(screen.display)
        now = next((each for each in ("Breathe in", "Breathe out") if each in shown), "")
        if now and now != word:
            found.append(at)
        word = now or word
    return found


def drift(folder: Path) -> int:
    """Breathe for ten minutes and say how far the turns wander from the schedule."""
    home = fill(folder)
    file = home.packs / "kinds" / "exercises" / "breathe.toml"
    text = file.read_text().replace("rounds = 30", f"in = {IN}\nout = {OUT}\nrounds = {BREATHS}")
    file.write_text(text)
    with Terminal(folder, play("breathe")) as terminal:
        stand_at(terminal, "breathe")
        before = terminal.cpu()
        written = terminal.watch(MINUTES * 60 + 1)
        used = terminal.cpu() - before
        moments = turns(terminal)[: BREATHS * 2 - 1]
    late = []
    for number, moment in enumerate(moments):
        breaths, half = divmod(number, 2)
        late.append(moment - moments[0] - breaths * (IN + OUT) - half * IN)
    first, last = statistics.mean(late[:12]), statistics.mean(late[-12:])
    print(f"{len(moments)} turns in {moments[-1] - moments[0]:.2f} s")
    print(f"drift {(last - first) * 1000:+.1f} ms, any one turn {min(late) * 1000:+.1f} ", end="")
    print(f"to {max(late) * 1000:+.1f} ms beside the first")
    print(f"{written / MINUTES / 60:.0f} bytes a second, {used / MINUTES / 0.6:.1f} % of one core")
    return abs(last - first) > MOST_DRIFT


def main() -> int:
    """Measure everything and say what is over."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--drift", action="store_true")
    asked = parser.parse_args()
    if asked.drift:
        with tempfile.TemporaryDirectory() as folder:
            return drift(Path(folder))
    over = []
    for name, (arguments, go) in {**STILL, **MOVING}.items():
        with tempfile.TemporaryDirectory() as folder:
            bytes_a_second, share = cost(Path(folder), arguments, go, asked.seconds)
        print(f"{name:20}{bytes_a_second:8.0f} bytes/s{share * 100:7.2f} % of one core")
        most = 0 if name in STILL else MOST_BYTES
        if bytes_a_second > most or share > MOST_CPU:
            over.append(name)
    print(f"over: {', '.join(over) or 'none'}")
    return bool(over)


if __name__ == "__main__":
    sys.exit(main())

"""Every exercise on the stage of a real terminal, for what video makes of it."""

import contextlib
import os
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from peercompanion.link.guides import Guides
from peercompanion.link.messages import MOST_LINES, WIDEST
from peercompanion.packs.library import Library
from peercompanion.places import content
from peercompanion.tui.stage.letters import ROWS
from tests.ends.terminal import Terminal

from .calls import page_down
from .clocked import NAME

LIBRARY = Library([content()])
EXERCISES = [head.id for head in LIBRARY.heads()]
TITLES = {full: str(LIBRARY.title("exercises", full)) for full in EXERCISES}
MOST_CARDS = 40
PACED = 5
"""Seconds of a pacer that are looked at."""
LOOKS_A_SECOND = 8
"""Of this clock: more than there may be updates, so that more of them would be seen."""
MOST_UPDATES = 2
"""A second: a block of the bar, and a word. A share shows five at most."""
LOOK = 0.03
"""Seconds of the test's own in which the quick stage has shown what is on."""
QUICK = (
    "import peercompanion.tui.stage.app as a; a.LOOKS_A_SECOND = 60\n"
    "from tests.live.clocked import begin; begin('live', {ids})"
)
HALF_BRIGHT = re.compile(r"\x1b\[(?:\d+;)*(?:2|3|5|9)(?:;\d+)*m")


class Stage(Terminal):
    """A stage on a clock of the test's own, which looks at it more often than a real one."""

    seconds = 0.0

    def wait(self, seconds: float) -> int:
        """Let time go by; the bytes that came."""
        self.seconds += seconds
        clock = Path(os.environ[NAME])
        part = clock.with_suffix(".part")
        part.write_text(str(self.seconds))
        part.replace(clock)
        return self.watch(LOOK)

    def next(self) -> None:
        """Press next, a while after the last key, and wait for another card."""
        before = self.shown
        self.wait(1.0)
        page_down(self)
        self.wait_until(lambda: self.shown != before, "another card")
        self.settle(LOOK)


@contextlib.contextmanager
def staged(folder: Path, ids: list[str], patch: pytest.MonkeyPatch) -> Iterator[Stage]:
    (folder / "clock").write_text("0")
    patch.setenv(NAME, os.fspath(folder / "clock"))
    code = QUICK.format(ids=", ".join(map(repr, ids)))
    with Stage(folder / "home", ("-c", code)) as stage:
        stage.wait_for("Welcome. We begin")
        stage.settle()
        yield stage


def readable(stage: Stage) -> None:
    """What is on a card: few short lines, and no letter that video blurs."""
    rows = [row.strip() for row in stage.screen.display if row.strip()]
    text = [row for row in rows if "█" not in row]
    assert len(text) <= MOST_LINES, stage.shown
    assert len(rows) <= MOST_LINES + ROWS + 2, stage.shown
    assert all(len(row) <= WIDEST for row in text), stage.shown
    assert not re.search(r"[▁-▇▉-▟⠀-⣿─-╿]", stage.shown), stage.shown


@pytest.mark.parametrize("part", range(3))
def test_every_exercise_on_a_share(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, part: int
) -> None:
    ids = EXERCISES[part::3]
    with staged(tmp_path, ids, monkeypatch) as stage:
        for full in ids:
            stage.next()
            stage.wait_for(TITLES[full].split()[0])
            _walk(stage, Guides(LIBRARY), full)
    written = bytes(stage.written).decode(errors="replace")
    colours = re.sub(r"[34]8;2;\d+;\d+;\d+;?", "", written)
    assert not HALF_BRIGHT.search(colours)


def _walk(stage: Stage, guides: Guides, full: str) -> None:
    """To its last card, looking on at each pacer for a while."""
    guide = guides.guide(f"exercise:{full}")
    assert guide
    end = (guide.after or "That was it.").split()[:3]
    paced = {step.id for step in guide.step if step.kind in ("breathe", "tense")}
    for _ in range(MOST_CARDS):
        readable(stage)
        if " ".join(end) in " ".join(stage.shown.split()):
            return
        if "We start together" in stage.shown:
            assert paced
            stage.next()
            before, updates = len(stage.written), 0
            for _look in range(PACED * LOOKS_A_SECOND):
                updates += stage.wait(1 / LOOKS_A_SECOND) > 0
                readable(stage)
            assert updates / PACED <= MOST_UPDATES, f"{full}: updates a second"
            assert (len(stage.written) - before) / PACED < 3000, f"{full}: bytes a second"
        stage.next()
    raise AssertionError(f"{full} never came to its end\n{stage.shown}")

"""The ways a terminal, a process or the program itself comes to its end."""

import signal
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from peercompanion.data import looking
from peercompanion.kept import Kept
from peercompanion.places import Places
from peercompanion.tui.terminal import had_to_stop

from .every_kind import PRIVATE, drafts, fill, kept_answers, play, stand_at
from .terminal import Terminal

F9 = "\x1b[20~"
SOON = 5.0
"""Seconds in which all that ends has ended, on a busy machine."""
MUCH = 1.0
"""Seconds of CPU that no ending needs."""
FAULTS = (
    "handler",
    "later",
    "timer",
    "worker",
    "thread worker",
    "compose",
    "render",
    "two at once",
    "on the way out",
)


@dataclass(frozen=True)
class Death:
    """One way to end.

    Attributes:
        befall: Brings it about.
        status: What the process has to end with.
        warned: Whether the program can know, and so put back the terminal and write what waits.
        controlling: Whether the window's end is told by a signal.
        fault: Where the program itself fails.
    """

    befall: Callable[[Terminal], object]
    status: int
    warned: bool = True
    controlling: bool = True
    fault: str = ""


def _sent(number: signal.Signals, *, warned: bool = True) -> Death:
    status = 128 + number if warned else -number
    return Death(lambda terminal: terminal.send(number), status, warned)


DEATHS = {
    "killed": _sent(signal.SIGKILL, warned=False),
    "terminated": _sent(signal.SIGTERM),
    "hung up": _sent(signal.SIGHUP),
    "interrupted": _sent(signal.SIGINT),
    "quit": _sent(signal.SIGQUIT),
    "window closed": Death(Terminal.vanish, 129),
    "line lost": Death(Terminal.vanish, 129, controlling=False),
    "interrupt inside": Death(lambda t: t.type(F9), 130, fault="interrupt"),
    **{f"fault in {where}": Death(lambda t: t.type(F9), 1, fault=where) for where in FAULTS},
}


def die(death: Death, kind: str, folder: Path) -> None:
    """Let it happen at a step of this kind, and look at what is left."""
    home = fill(folder)
    with _begun(death, kind, folder) as terminal:
        stand_at(terminal, kind)
        if not death.warned:  # then a second of typing may be lost, and no more
            expected = kept_answers(kind)
            terminal.wait_until(lambda: [d.answers for d in drafts(home)] == [expected], "a draft")
        used = terminal.cpu()
        death.befall(terminal)
        assert terminal.ended(SOON) == death.status
        assert terminal.left_behind() == []
        assert terminal.cpu() - used < MUCH, "it span"
        if terminal.master >= 0 and death.warned:
            assert terminal.modes_left() == set()
            assert not terminal.settings_left()
        assert terminal.outside == (had_to_stop() if death.status == 1 else "")
    _is_all_there(home, kind)


def _begun(death: Death, kind: str, folder: Path) -> Terminal:
    arguments = play(kind)
    if death.fault:
        code = f"from tests.ends.faults import begin; begin({death.fault!r}, 'kinds/{kind}')"
        arguments = ("-c", code)
    return Terminal(folder, arguments, controlling=death.controlling)


def _is_all_there(home: Places, kind: str) -> None:
    """Look at the files: every record whole, and the draft as it was left."""
    kept = Kept(home)
    assert [record.answers for record in kept.practised()] == [{"first": PRIVATE}]
    assert looking.check(kept.whole)[1]
    (draft,) = drafts(home)
    assert draft.item == f"kinds/{kind}"
    assert draft.step == "second"
    assert draft.answers == kept_answers(kind), draft

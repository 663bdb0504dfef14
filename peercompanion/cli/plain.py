"""`--plain`, `--self-paced`, and the other ways into lines of text.

Nothing is parsed by click here: a screen reader's first line is not to wait for it.
"""

import os
import signal
import sys
from dataclasses import dataclass
from io import TextIOWrapper
from types import FrameType

from peercompanion import language, preferences
from peercompanion.places import places
from peercompanion.plain import ways_in
from peercompanion.plain.routes import BESIDE, ROUTES
from peercompanion.preferences import Preferences

FLAG, SELF_PACED = "--plain", "--self-paced"
SAME = {"exercises": "find", "checkin": "check-in", "mark": "today"}
"""Commands that lay out columns or ask in their own way, and the tasks that are the same."""


@dataclass(frozen=True)
class Wanted:
    """What is to be done in lines of text: one of two, or none for the opening menu."""

    task: str = ""
    play: tuple[str, bool] | None = None
    """The full id of a guide, and whether its small version is meant."""


def answer(arguments: list[str]) -> int | None:
    """Take the flags out of a command line, and do in lines of text what they ask for.

    Returns:
        The exit status; None where it is not for lines of text, or no such thing is known.

    """
    flag, self_paced = FLAG in arguments, SELF_PACED in arguments
    arguments[:] = [each for each in arguments if each not in (FLAG, SELF_PACED)]
    if arguments and arguments[0] not in (*ROUTES, *BESIDE, *SAME, "play"):
        return None
    likes, notices = preferences.load(places())
    language.use(likes.language)
    streams = (sys.__stdin__, sys.__stdout__, sys.__stderr__)
    said_so = ways_in.asked_for(flag=flag, environ=os.environ, preferred=likes.plain)
    why = said_so or ways_in.needed(os.environ, streams)
    if not why or (arguments and arguments[0] not in ("play", "console") and not said_so):
        return None
    if (wanted := _wanted(arguments, likes)) is None:
        return None
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")  # a terminal may know few letters
    try:
        sys.stdout.write(ways_in.first_line(why) + "\n")
        sys.stdout.flush()
        return _open(wanted, likes, notices, self_paced=self_paced)
    except BrokenPipeError:
        # Whoever read has gone; what is still to be said has nowhere to go.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0


def _wanted(arguments: list[str], likes: Preferences) -> Wanted | None:
    match arguments:
        case []:
            return Wanted()
        case [command] if command in BESIDE:
            return Wanted(task=command)
        case ["play", ref, *rest] if set(rest) <= {"--small"}:
            full = _full_id(ref, likes)
            return Wanted(play=(full, bool(rest))) if full else None
        case [task] if (task := SAME.get(task, task)) in ROUTES:
            return Wanted(task=task)
    return None


def _full_id(ref: str, likes: Preferences) -> str | None:
    from peercompanion.packs.library import Library
    from peercompanion.places import content

    language_tag = language.wanted(likes.language)[0]
    library = Library([places().packs, content()], language=language_tag)
    if not (full := library.full_id("exercises", ref)):
        return None
    return next((head.id for head in library.heads() if full in (head.id, head.replaces)), None)


def _open(wanted: Wanted, likes: Preferences, notices: list[str], *, self_paced: bool) -> int:
    from peercompanion.plain.typed import StandardInput
    from peercompanion.plain.voice import Voice

    voice = Voice(sys.stdout)
    if wanted.task == "now":
        from peercompanion.plain.now import first

        first(voice, likes)
    from peercompanion.plain.companion import Companion
    from peercompanion.plain.talk import Talk

    for name in ("SIGHUP", "SIGTERM"):
        signal.signal(getattr(signal, name), _gone)
    face = Companion(places(), likes, Talk(voice, StandardInput()), self_paced=self_paced)
    voice.say(*notices)
    return face.run(wanted.task, wanted.play)


def _gone(_number: int, _frame: FrameType | None) -> None:
    """The terminal is gone: what is under way is kept, as at the end of input."""
    from peercompanion.plain.typed import Ended

    raise Ended

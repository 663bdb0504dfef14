"""The way in: `peercompanion` alone opens the app, with words behind it it is a command.

Nothing is parsed to open the app, and click (40 ms) is not imported for it.
"""

import gc
import os
import sys
from io import TextIOWrapper
from typing import NoReturn, TextIO

from peercompanion.language import _
from peercompanion.text import clean, one_line

DONE, NOT_DONE, ASKED_WRONGLY, INTERRUPTED = 0, 1, 2, 130


def main() -> NoReturn:
    """Run the command line of this process and end it."""
    _travel_light()
    _have_a_home()
    raise SystemExit(run(sys.argv[1:]))


def _travel_light() -> None:
    """Leave OpenSSL out of the process, 6 MB and 10 ms, and what Pydantic would look for, 1 MB.

    Nothing here speaks to a network, and Python makes its digests without it as well. Pydantic
    would look through everything installed for plugins of its own.
    """
    for module in ("ssl", "_hashlib"):
        sys.modules.setdefault(module, None)  # type: ignore[arg-type]
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")


def _have_a_home() -> None:
    """Go on where the system knows of no home: nothing can be kept then, and all else works."""
    from pathlib import Path

    try:
        Path.home()
    except RuntimeError:
        os.environ["HOME"] = os.devnull


def run(arguments: list[str]) -> int:
    """Run one command.

    Returns:
        The exit status: `DONE`, `NOT_DONE`, `ASKED_WRONGLY`, `INTERRUPTED`, or what the app
        ended with. Every failure has been told in one line by then, never by a traceback
        (Python's development mode, `python -X dev`, shows those).

    """
    try:
        if arguments[:1] == ["live"]:  # the shared window: not even preferences are read for it
            from peercompanion.cli.live import answer as live

            return live(arguments)
        from peercompanion.cli import plain

        if (status := plain.answer(arguments)) is not None:
            return status
        if not arguments:
            return open_app()
        if arguments == ["now"]:
            from peercompanion.cli.now import now

            return now()
        match arguments:
            case ["play", name] | ["play", name, "--small"] if not name.startswith("-"):
                return _play(name, small=len(arguments) > 2)
        from peercompanion.cli.commands import answer

        if isinstance(sys.stdout, TextIOWrapper):
            sys.stdout.reconfigure(errors="replace")  # a terminal may know few letters
        status = answer(arguments)
        sys.stdout.flush()
        return status
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        # Whoever read has had enough; what is still in the buffer has nowhere to go.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return NOT_DONE
    except Exception as error:
        if sys.flags.dev_mode:
            raise
        what = getattr(error, "strerror", None) or str(error) or type(error).__name__
        told = _("That could not be done: {what}").format(what=one_line(what, most=300))
        if file := getattr(error, "filename", None):
            told = f"{told} ({one_line(str(file), most=300)})"
        tell(told)
        return NOT_DONE


def _play(name: str, *, small: bool) -> int:
    from peercompanion.cli.exercises import play
    from peercompanion.places import places
    from peercompanion.preferences import load

    preferences, _notices = load(places())  # the app itself says what is wrong with them
    return play(preferences, name, small=small)


def open_app(play: tuple[str, bool] | None = None, *, now: bool = False) -> int:
    """Open the full screen.

    Args:
        play: The full id of an exercise to begin with, and whether its small version is meant.
        now: Begin with one steady thing, before anything is read.

    Returns:
        What the app ended with.

    """
    if not has_screen():
        tell(
            _(
                "PeerCompanion draws on a terminal, and this is none. "
                "`peercompanion --help` lists what works without one."
            )
        )
        return ASKED_WRONGLY
    from peercompanion.tui import terminal

    terminal.prepare()
    gc.disable()  # what is imported stays; looking for garbage in it costs 20 ms
    from peercompanion.places import places
    from peercompanion.tui.app import CompanionApp

    app = CompanionApp(places(), play=play, now=now)
    gc.freeze()
    gc.enable()
    return terminal.run(app)


def tell(sentence: str) -> None:
    """Say one line beside the output of a command."""
    if sys.stderr:
        sys.stderr.write(f"peercompanion: {one_line(sentence)}\n")


def say(words: str, end: str = "\n") -> None:
    """Say what comes from packs and people, at once, and nothing in it that a terminal obeys."""
    sys.stdout.write(clean(words, most=len(words)) + end)
    sys.stdout.flush()


def has_screen() -> bool:
    """Whether keys can be read and a screen drawn; Textual reads stdin and draws on stderr."""
    streams: tuple[TextIO | None, ...] = (sys.__stdin__, sys.__stderr__)
    return os.environ.get("TERM") != "dumb" and all(
        stream is not None and not stream.closed and stream.isatty() for stream in streams
    )

"""When everything is said as lines of text, and why."""

from collections.abc import Mapping
from typing import TextIO

from peercompanion.language import _


def asked_for(*, flag: bool, environ: Mapping[str, str], preferred: bool) -> str:
    """Say by what a person asked for lines of text, in a word; empty where they did not.

    Args:
        flag: `--plain` was typed.
        environ: Where `PEERCOMPANION_PLAIN` and `ACCESSIBLE` are looked up.
        preferred: The person's setting.

    """
    if flag:
        return _("flag")
    for name in ("PEERCOMPANION_PLAIN", "ACCESSIBLE"):
        if environ.get(name, "") not in ("", "0"):
            return name
    return _("setting") if preferred else ""


def needed(environ: Mapping[str, str], streams: tuple[TextIO | None, ...]) -> str:
    """Say why a full screen cannot be, in a few words; empty where it can.

    Args:
        environ: Where `TERM` is looked up.
        streams: Where keys come from and what is drawn on.

    """
    if environ.get("TERM") == "dumb":
        return _("the terminal is dumb")
    if not all(stream and not stream.closed and stream.isatty() for stream in streams):
        return _("this is no terminal")
    return ""


def first_line(why: str) -> str:
    """The first line of all, which says that lines of text are on, and why."""
    return _("Plain mode: on ({why}). Type help at any time.").format(why=why)

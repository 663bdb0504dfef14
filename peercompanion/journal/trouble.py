"""What stands in the way of keeping things, found beforehand or met on the way, in plain words."""

import errno
import os
from collections.abc import Sequence
from pathlib import Path

from peercompanion.language import _
from peercompanion.text import one_line

ROOM = 64 * 1024
"""Bytes that have to be free on a disk for it not to count as full."""

_FULL = {errno.ENOSPC, errno.EFBIG, getattr(errno, "EDQUOT", errno.ENOSPC)}
_FORBIDDEN = {errno.EACCES, errno.EPERM}
_IN_THE_WAY = {errno.EEXIST, errno.ENOTDIR, errno.EISDIR, errno.ELOOP}


def ahead(folders: Sequence[Path], files: Sequence[Path]) -> OSError | None:
    """Look, without writing, for what would stand in the way of writing here."""
    for folder in folders:
        if trouble := _with_folder(folder):
            return trouble
    for file in files:
        if os.path.lexists(file) and not file.is_file():
            return OSError(errno.EEXIST, "not a file", str(file))
        if file.is_file() and not os.access(file, os.W_OK):
            return OSError(errno.EACCES, "cannot be written to", str(file))
    return None


def _with_folder(folder: Path) -> OSError | None:
    """Look at a folder or, where it is not there yet, at the one it would be made in."""
    while not os.path.lexists(folder) and folder != folder.parent:
        folder = folder.parent
    if not os.path.isdir(folder):  # noqa: PTH112 (Path.is_dir may raise)
        return OSError(errno.EEXIST, "not a folder", str(folder))
    room = os.statvfs(folder) if hasattr(os, "statvfs") else None
    if room and room.f_flag & os.ST_RDONLY:
        return OSError(errno.EROFS, "cannot be written to", str(folder))
    if not os.access(folder, os.W_OK | os.X_OK):
        return OSError(errno.EACCES, "cannot be written to", str(folder))
    if room and room.f_blocks and room.f_bavail * room.f_frsize < ROOM:
        return OSError(errno.ENOSPC, "no room", str(folder))
    return None


def in_words(trouble: OSError, near: Path) -> str:
    """Say what stood in the way and what can be done.

    Args:
        trouble: What was raised.
        near: The place to name when the trouble names none.

    """
    place = one_line(str(trouble.filename or near))
    number = trouble.errno
    if number == errno.EAGAIN:
        return _("Another window is saving right now. You can try again in a moment.")
    if number == errno.EMSGSIZE:
        return _("This is more text than one entry can hold. It fits when it is kept in two parts.")
    if number in _FULL:
        return _("The disk is full. After making some room on it, you can try again.")
    if number == errno.EROFS:
        return _(
            "This disk can be read but not written to: {place}. "
            "Everything here still works; PEERCOMPANION_HOME can name a folder on another disk."
        ).format(place=place)
    if number in _FORBIDDEN:
        return _(
            "This place does not let PeerCompanion write: {place}. "
            "Giving yourself the right to write there helps; until then everything else works."
        ).format(place=place)
    if number in _IN_THE_WAY:
        return _(
            "Something else lies where your journal belongs: {place}. "
            "Moving it away makes room; until then everything else works."
        ).format(place=place)
    return _(
        "The disk reported a problem at {place}, so this may not be saved. "
        "You can try again; if it stays, a copy of your journal on another disk keeps it safe."
    ).format(place=place)

"""A backup, made when it is asked for, and those that there are."""

import datetime
from pathlib import Path

from peercompanion.data.telling import place
from peercompanion.data.whole import NotDone, Whole
from peercompanion.journal.backup import NAMED
from peercompanion.language import _, day_in_words, ngettext
from peercompanion.practice.choice import Choice

MOST_LISTED = 8


def back_up(whole: Whole) -> list[str]:
    """Make a backup of the journal and the settings.

    Raises:
        NotDone: It could not be made, or not of everything.

    """
    try:
        contents = whole.contents()
        if not contents:
            raise NotDone(_("There is nothing to back up yet."))
        made = whole.backups.write(contents, whole.journal.now())
    except OSError as error:
        raise whole.not_done(error) from error
    said = ngettext("{n} file is in {file}", "{n} files are in {file}", len(contents))
    return [
        said.format(n=len(contents), file=place(made)),
        _("A copy of it on another disk keeps your journal when this disk breaks."),
    ]


def made(whole: Whole) -> list[Choice]:
    """List the newest backups, to be chosen from; the id of a row is the file."""
    newest = whole.backups.all()[::-1][:MOST_LISTED]
    return [
        Choice(when(path), str(path), f"{number}", mark="›")
        for number, path in enumerate(newest, start=1)
    ]


def when(backup: Path) -> str:
    """Say when a backup was made, as its name tells."""
    try:
        moment = datetime.datetime.strptime(backup.stem, NAMED)
    except ValueError:
        return place(Path(backup.name))
    return f"{day_in_words(moment.date())} {moment:%Y, %H:%M}"

"""A backup, made when it is asked for."""

from peercompanion.data.telling import place
from peercompanion.data.whole import NotDone, Whole
from peercompanion.language import _, ngettext


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

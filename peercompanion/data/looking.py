"""Where everything is and what there is."""

from peercompanion.data import checking
from peercompanion.data.telling import kinds, place
from peercompanion.data.whole import Whole, in_silence
from peercompanion.journal.index import Progress
from peercompanion.language import _


def summary(whole: Whole) -> list[str]:
    """Tell where everything lies and what there is; reads only what has changed."""
    here, backups = whole.places, whole.backups.all()
    counts = whole.history.ask(lambda index: index.counts())
    newest = _("The newest backup: {file}.")
    return [
        _("Your journal: {folder}").format(folder=place(here.journal)),
        _("In it: {kinds}.").format(kinds=kinds(counts)),
        _("They are text files. You can read them without PeerCompanion."),
        _("Settings: {file}").format(file=place(here.settings)),
        _("Drafts and backups: {folder}").format(folder=place(here.state)),
        newest.format(file=place(backups[-1])) if backups else _("There is no backup yet."),
        _("It is sent nowhere. It is not encrypted: who can use your account can read it."),
    ]


def check(whole: Whole, progress: Progress = in_silence) -> tuple[list[str], bool]:
    """Read every file anew, and every backup. Changes nothing.

    Returns:
        What was found, and whether all of it could be read.

    """
    from peercompanion.practice.records import KINDS

    checked = checking.check(whole.journal, whole.history, whole.backups, progress)
    return list(checking.in_words(checked, frozenset(KINDS))), not checked.damaged

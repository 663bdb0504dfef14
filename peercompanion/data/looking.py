"""Where everything is and what there is."""

from peercompanion.data import backing_up, checking
from peercompanion.data.telling import kinds, place
from peercompanion.data.whole import Whole, in_silence
from peercompanion.journal.index import Progress
from peercompanion.language import _
from peercompanion.practice.choice import Choice


def ways(whole: Whole) -> list[Choice]:
    """What can be done with all that is kept, to be chosen from."""
    made = whole.backups.all()
    last = _("the last one: {when}").format(when=backing_up.when(made[-1])) if made else ""
    return [
        Choice(_("Look it over"), "check", "1", _("is all of it there and whole?"), mark="›"),
        Choice(_("Back up now"), "backup", "2", last or _("there is none yet"), mark="›"),
        Choice(_("Bring something back"), "bring", "3", _("from a backup or a file"), mark="›"),
        Choice(_("Take a copy along"), "export", "4", _("to read, or for elsewhere"), mark="›"),
        Choice(_("Erase"), "erase", "5", _("one thing, or everything"), mark="›"),
    ]


def where(whole: Whole) -> list[str]:
    """Tell where everything lies."""
    here = whole.places
    return [
        _("Your journal: {folder}").format(folder=place(here.journal)),
        _("They are text files. You can read them without PeerCompanion."),
        _("Settings: {file}").format(file=place(here.settings)),
        _("Drafts and backups: {folder}").format(folder=place(here.state)),
        _("Packs you add: {folder}").format(folder=place(here.packs)),
        _("It is not encrypted. Someone who can open this computer can read it."),
    ]


def in_it(whole: Whole) -> list[str]:
    """Tell how much there is; reads only what has changed."""
    counts = whole.history.ask(lambda index: index.counts())
    return [_("In your journal: {kinds}.").format(kinds=kinds(counts))]


def check(whole: Whole, progress: Progress = in_silence) -> tuple[list[str], bool]:
    """Read every file anew, and every backup. Changes nothing.

    Returns:
        What was found, and whether all of it could be read.

    """
    from peercompanion.practice.records import KINDS

    checked = checking.check(whole.journal, whole.history, whole.backups, progress)
    return list(checking.in_words(checked, frozenset(KINDS))), not checked.damaged

"""What is done in the background at each start."""

from peercompanion.data.whole import Whole, in_silence
from peercompanion.journal import erasing, tending, trouble
from peercompanion.journal.index import Progress
from peercompanion.language import _


def tend(whole: Whole, progress: Progress = in_silence) -> list[str]:
    """Mend, index, take out what is to be erased, and back up once a day.

    Args:
        whole: What it is about.
        progress: Is told how many of how many changed files are read into the index.

    Returns:
        What a person may want to know of it; mostly nothing.

    """
    journal, moment, told = whole.journal, whole.journal.now(), []
    if not journal.is_begun():
        return []
    try:
        if tending.put_back(journal):
            told.append(
                _("Something had put an older file into your journal. What was newer is back.")
            )
        tending.mend(journal)
        if tending.damaged(journal):
            said = _("Something in your journal cannot be read. “Where is my data?” tells what.")
            told.append(said)
        whole.history.bring_up(progress)
        tending.carry_on(journal, whole.history)
        erasing.finish(journal, whole.history, whole.backups)
        if not whole.backups.made_on(moment.date()):
            contents = whole.contents()
            if whole.backups.wanted(contents):
                whole.backups.write(contents, moment)
    except OSError as error:
        told.append(trouble.in_words(error, whole.places.journal))
    return told

"""What all of this is about: the journal and whatever else is kept in these places."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from peercompanion.journal import trouble
from peercompanion.journal.backup import ENTRIES, SETTINGS, Backups
from peercompanion.journal.files import read_all
from peercompanion.journal.history import History
from peercompanion.journal.journal import Journal
from peercompanion.places import Places


class NotDone(Exception):  # noqa: N818 (says what happened, in the words a face uses)
    """It could not be done. `str()` of it is one plain sentence that says what can be done."""


@dataclass(frozen=True)
class Whole:
    """All that is kept in these places."""

    places: Places
    journal: Journal
    history: History
    forget: Callable[[str], tuple[int, str]]
    """Deletes a thing whose text is to leave the files, given its id; tells `(rev, dev)`."""
    backups: Backups = field(init=False)

    def __post_init__(self) -> None:
        folder = self.places.state / "backups"
        object.__setattr__(self, "backups", Backups(folder, self.journal.files))

    def contents(self) -> dict[str, bytes]:
        """Read everything that belongs into a backup, while nobody here writes.

        Raises:
            OSError: Some of it could not be read.

        """
        files, top = self.journal.files, self.journal.entries
        if not self.journal.is_begun():
            return {}
        with self.journal.writing():
            found = self.journal.reader.found()
            for unreadable in found.unreadable:
                raise unreadable.why
            contents = {
                ENTRIES + path.relative_to(top).as_posix(): read_all(files, path)
                for path in sorted(found.files)
            }
        if contents and self.places.settings.is_file():
            contents[SETTINGS] = read_all(files, self.places.settings)
        return contents

    def not_done(self, error: OSError, near: Path | None = None) -> NotDone:
        """Say in words what stood in the way."""
        return NotDone(trouble.in_words(error, near or self.places.journal))


def in_silence(_done: int, _of: int) -> None:
    """Tell nobody how far it is."""

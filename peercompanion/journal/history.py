"""Asking for years: the index, kept true to the files, whatever became of it."""

import sqlite3
import threading
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from peercompanion.journal.index import Index, Progress
from peercompanion.journal.journal import Journal

T = TypeVar("T")


def _in_silence(_done: int, _of: int) -> None:
    pass


class History:
    """All that was ever written in a journal.

    Args:
        journal: The journal.
        cache: A folder that may be deleted at any time. Without one, or where nothing can be
            kept in it, the index is made in memory, which takes its seconds in each process.

    """

    def __init__(self, journal: Journal, cache: Path | None) -> None:
        self._journal = journal
        self._index = Index(cache and cache / "index.sqlite", journal.entries)
        self._in_turns = threading.RLock()
        self.far = (0, 0)
        """How many of how many changed files are read, whoever asked for it."""

    def ask(self, question: Callable[[Index], T], progress: Progress = _in_silence) -> T:
        """Bring the index up to date, and ask it something.

        Args:
            question: Is handed the index; asked anew when that turns out to be broken. What it
                finds is to be used up before it returns.
            progress: Is told how many of how many changed files are read.

        """
        with self._in_turns:
            for _ in range(2):
                try:
                    return self._asked(question, progress)
                except sqlite3.OperationalError as error:
                    if "locked" in str(error):
                        break
                    self._index.forget()
                except sqlite3.DatabaseError:
                    self._index.forget()
            self._index = Index(None, self._journal.entries)
            return self._asked(question, progress)

    def bring_up(self, progress: Progress) -> None:
        """Bring the index up to date before anybody asks."""
        self.ask(lambda _index: None, progress)

    def forget(self) -> None:
        """Delete the index; it comes back when it is asked for."""
        with self._in_turns:
            self._index.forget()

    def _asked(self, question: Callable[[Index], T], progress: Progress) -> T:
        reader = self._journal.reader
        found = reader.found()
        if not found and not self._index.is_there():
            return question(Index(None, self._journal.entries))  # nothing is made for nothing

        def far(done: int, of: int) -> None:
            self.far = (done, of)
            progress(done, of)

        self._index.bring_up(found, reader.load, far)
        with self._index.unchanged():
            return question(self._index)

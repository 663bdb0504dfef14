"""Bringing back a backup, and taking in an export or another journal's file."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from peercompanion.data.telling import kinds, place
from peercompanion.data.whole import NotDone, Whole
from peercompanion.journal import tending
from peercompanion.journal.backup import SETTINGS, unpacked
from peercompanion.journal.export import imported
from peercompanion.journal.files import Files, make_folders, read_all, write_whole
from peercompanion.journal.restoring import Intake, compare, take_in
from peercompanion.language import _, ngettext


@dataclass(frozen=True)
class Coming:
    """What a file would bring, before anything is changed."""

    lines: list[str]
    """What would change, in words."""
    intake: Intake
    settings: bytes | None
    """Settings that would be put back, because there are none."""

    @property
    def anything(self) -> bool:
        """Whether anything would change."""
        return bool(self.intake.new) or self.settings is not None


def coming(whole: Whole, file: Path) -> Coming:
    """See what a backup, an export or a journal file would bring. Changes nothing.

    Raises:
        NotDone: It cannot be read, or is none of these.

    """
    contents = _contents(file)
    settings = contents.pop(SETTINGS, None)
    if whole.places.settings.exists():
        settings = None
    entries = {name: data for name, data in contents.items() if name.lower().endswith(".toml")}
    intake = compare(whole.journal, entries)
    if not (intake.entries or intake.known or intake.deleted or settings):
        raise NotDone(_("There are no entries in {file}.").format(file=place(file)))
    return Coming(list(_in_words(file, intake, settings)), intake, settings)


def bring(whole: Whole, what: Coming) -> list[str]:
    """Add what a file brings. Nothing that is there is changed.

    Raises:
        NotDone: Not all of it could be added; doing the same again adds the rest.

    """
    files, settings = whole.journal.files, whole.places.settings
    try:
        take_in(whole.journal, what.intake)
        tending.carry_on(whole.journal, whole.history)
        if what.settings is not None:
            make_folders(files, settings.parent)
            write_whole(files, settings, what.settings)
    except OSError as error:
        raise whole.not_done(error) from error
    added = len(what.intake.entries)
    said = ngettext("{n} entry was added.", "{n} entries were added.", added)
    back = [_("Your settings are back.")] if what.settings is not None else []
    return [said.format(n=f"{added:,}"), *back]


def _contents(file: Path) -> dict[str, bytes]:
    try:
        data = read_all(Files(), file)
    except FileNotFoundError as error:
        raise NotDone(_("There is no file {file}.").format(file=place(file))) from error
    except OSError as error:
        said = _("{file} cannot be read as a file.")
        raise NotDone(said.format(file=place(file))) from error
    try:
        if file.suffix.lower() == ".zip":
            return unpacked(data)
        if file.suffix.lower() == ".json":
            return {"export.toml": imported(data.decode())}
    except (ValueError, RecursionError, KeyError, TypeError) as error:
        said = _("{file} is not a backup or an export of PeerCompanion, or not a whole one.")
        raise NotDone(said.format(file=place(file))) from error
    return {file.name: data}


def _in_words(file: Path, intake: Intake, settings: bytes | None) -> Iterator[str]:
    new = intake.entries
    held = len(new) + intake.known + intake.deleted
    said = ngettext("{file} holds {n} entry.", "{file} holds {n} entries.", held)
    yield said.format(file=place(file), n=f"{held:,}")
    if intake.known:
        said = ngettext(
            "{n} is in your journal already.", "{n} are in your journal already.", intake.known
        )
        yield said.format(n=f"{intake.known:,}")
    if intake.deleted:
        said = ngettext(
            "{n} is of something you deleted since, and stays out.",
            "{n} are of something you deleted since, and stay out.",
            intake.deleted,
        )
        yield said.format(n=f"{intake.deleted:,}")
    if intake.damaged:
        said = ngettext(
            "{n} place in it is damaged and left out.",
            "{n} places in it are damaged and left out.",
            intake.damaged,
        )
        yield said.format(n=f"{intake.damaged:,}")
    if settings is not None:
        yield _("Your settings would come back: there are none now.")
    if new:
        counts = Counter({entry.id: entry.kind for entry in new}.values())
        said = _("New, and would be added: {kinds}. Nothing that is there is changed.")
        yield said.format(kinds=kinds(dict(sorted(counts.items()))))
    else:
        yield _("Nothing in it is new.")

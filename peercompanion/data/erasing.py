"""Taking things away for good: one of them, or everything."""

import datetime
from collections.abc import Iterator

from peercompanion.data.telling import at_most, kinds, place
from peercompanion.data.whole import NotDone, Whole
from peercompanion.journal import erasing
from peercompanion.journal.erasing import Erased
from peercompanion.journal.export import in_a_line
from peercompanion.journal.view import view
from peercompanion.language import _, ngettext


def things_of(whole: Whole, day: datetime.date) -> list[tuple[str, str]]:
    """List the things of a day: their ids, and what each is in one line."""
    entries = whole.history.ask(lambda index: list(index.newest((), day, day)))
    things = sorted(view(entries).values(), key=lambda thing: str(thing.entry.fields.get("at")))
    return [(thing.entry.id, in_a_line(thing.entry)) for thing in things]


def thing(whole: Whole, id_: str) -> str | None:
    """Say in one line what has this id; None when nothing has."""
    versions = whole.history.ask(lambda index: index.versions(id_))
    found = view(versions).get(id_)
    return in_a_line(found.entry) if found else None


def erase(whole: Whole, id_: str) -> list[str]:
    """Erase one thing: every version of its text, from everywhere this computer may change.

    Raises:
        NotDone: It could not be erased, or not from everywhere; it can be tried again.

    """
    if hidden := erasing.out_of_sight(whole.journal):
        said = _("Nothing was erased: {file} cannot be read, and may hold it too.")
        raise NotDone(said.format(file=place(hidden[0].path)))
    try:
        end = whole.forget(id_)
        erased = erasing.erase(whole.journal, whole.backups, {id_: end})
        whole.history.forget()
    except OSError as error:
        raise whole.not_done(error) from error
    if erased.unreadable:
        said = _("It is erased, but {file} cannot be read and may still hold it.")
        raise NotDone(said.format(file=place(erased.unreadable[0].path)))
    return list(_in_words(erased))


def erase_everything(whole: Whole) -> list[str]:
    """Erase the journal, drafts, backups, copies, the index and the settings.

    Raises:
        NotDone: Not all of it could be erased; it can be tried again.

    """
    here = whole.places
    try:
        left = erasing.erase_everything(whole.journal, here.state, (here.settings,))
        whole.history.forget()
    except OSError as error:
        raise whole.not_done(error) from error
    lines = [_("Everything is erased: entries, drafts, backups and settings.")]
    if left:
        lines.append(_("Not made by PeerCompanion, and left where it is:"))
        lines += at_most(f"  {place(path)}" for path in left)
    if any(here.packs.glob("*")):
        lines.append(_("Packs you added stay in {folder}.").format(folder=place(here.packs)))
    return [*lines, _beyond_reach()]


def everything(whole: Whole) -> str:
    """Say in one line what erasing everything would erase."""
    counts = whole.history.ask(lambda index: index.counts())
    backups = len(whole.backups.all())
    said = ngettext("{kinds}; {n} backup", "{kinds}; {n} backups", backups)
    return said.format(kinds=kinds(counts), n=backups)


def _in_words(erased: Erased) -> Iterator[str]:
    many = len(erased.files)
    said = ngettext(
        "It is erased, from {n} file on this computer.",
        "It is erased, from {n} files on this computer.",
        many,
    )
    yield said.format(n=many)
    if erased.elsewhere:
        yield _("Files that another computer writes still hold it, until the app is opened there:")
        yield from at_most(f"  {place(*where)}" for where in erased.elsewhere)
        yield _("Is that computer gone? Then you can take those lines out by hand.")
    yield _beyond_reach()


def _beyond_reach() -> str:
    return _(
        "Out of reach from here: copies you made elsewhere, and older versions that a sync "
        "program or git has kept."
    )

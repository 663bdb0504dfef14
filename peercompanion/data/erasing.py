"""Taking things away for good: one of them, or everything."""

import datetime
from collections.abc import Iterator

from peercompanion.data import telling
from peercompanion.data.telling import at_most, kinds, place
from peercompanion.data.whole import NotDone, Whole
from peercompanion.journal import erasing
from peercompanion.journal.erasing import Erased
from peercompanion.journal.framing import Entry
from peercompanion.journal.index import Index
from peercompanion.journal.view import view
from peercompanion.language import _, ngettext
from peercompanion.practice.choice import Choice
from peercompanion.text import one_line

MOST_LISTED = 99
ANOTHER_DAY, STANDING, EVERYTHING = "another-day", "standing", "everything"


def ways(today: datetime.date) -> list[Choice]:
    """What can be erased, to be chosen from; the id of a day's row is that day."""
    return [
        Choice(_("Something of today"), f"{today}", "1", mark="›"),
        Choice(_("Something of another day"), ANOTHER_DAY, "2", mark="›"),
        Choice(_("Of the plan, people, charts, goals or steps"), STANDING, "3", mark="›"),
        Choice(_("Everything"), EVERYTHING, "4", mark="›"),
    ]


def day_of(typed: str) -> datetime.date:
    """Understand a day that was typed.

    Raises:
        NotDone: It is none.

    """
    try:
        return datetime.date.fromisoformat(typed)
    except ValueError as error:
        said = _("I did not understand {said}. A day looks like 2026-11-21.")
        raise NotDone(said.format(said=one_line(typed, most=40))) from error


def things(whole: Whole, day: datetime.date | None) -> list[Choice]:
    """List what is kept of a day or, without one, what stands whatever the day, the newest first.

    Raises:
        NotDone: There is nothing.

    """

    def newest(index: Index) -> list[Entry]:
        of_day = index.newest((), day, day)
        return list(of_day if day else index.newest(whole.journal.documents))

    found = [thing.entry for thing in view(whole.history.ask(newest)).values()]
    if not found:
        nothing = _("Nothing is kept of {day}.") if day else _("There is nothing of these.")
        raise NotDone(nothing.format(day=day))
    found.sort(key=lambda entry: str(entry.fields.get("at")), reverse=True)
    return [
        Choice(telling.thing(entry), entry.id, f"{number}" if number < 10 else "", when)
        for number, entry in enumerate(found[:MOST_LISTED], start=1)
        for when in [_when(entry, timed=day is not None)]
    ]


def _when(entry: Entry, *, timed: bool) -> str:
    at = entry.fields.get("at")
    if not isinstance(at, datetime.datetime):
        return ""
    return f"{at:%H:%M}" if timed else f"{at:%Y-%m-%d}"


def thing(whole: Whole, id_: str) -> str | None:
    """Say in one line what has this id; None when nothing has."""
    versions = whole.history.ask(lambda index: index.versions(id_))
    found = view(versions).get(id_)
    return telling.thing(found.entry) if found else None


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
    if not any(path.exists() for path in (here.journal, here.state, here.settings)):
        raise NotDone(_("There is nothing to erase yet."))
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


def everything(whole: Whole) -> list[str]:
    """Say what erasing everything would erase."""
    counts = whole.history.ask(lambda index: index.counts())
    backups = len(whole.backups.all())
    said = ngettext(
        "This would go for good: {kinds}; {n} backup.",
        "This would go for good: {kinds}; {n} backups.",
        backups,
    )
    return [
        said.format(kinds=kinds(counts), n=backups),
        _("Settings and drafts too. Nothing brings it back."),
    ]


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

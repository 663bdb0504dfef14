"""`peercompanion data`: every command says in plain words what it did."""

import datetime
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import cast

import click

from peercompanion.cli import ASKED_WRONGLY, DONE, NOT_DONE, tell
from peercompanion.data import backing_up, erasing, exporting, looking, taking_in
from peercompanion.data.whole import NotDone, Whole
from peercompanion.journal.export import Form
from peercompanion.kept import Kept
from peercompanion.language import _, wanted
from peercompanion.places import content, places
from peercompanion.practice.choice import Choice
from peercompanion.preferences import Preferences
from peercompanion.text import one_line


def check() -> int:
    """Say what is there, what was merged and what is damaged."""
    lines, sound = looking.check(_whole())
    _say(lines)
    return DONE if sound else NOT_DONE


def back_up() -> int:
    """Make a backup."""
    return _told(lambda: backing_up.back_up(_whole()))


def restore(file: Path, *, sure: bool) -> int:
    """Show what a file would bring, then bring it."""
    whole = _whole()
    try:
        coming = taking_in.coming(whole, file)
    except NotDone as problem:
        tell(str(problem))
        return NOT_DONE
    _say(coming.lines)
    if not coming.anything:
        return DONE
    if not _agreed(_("Add it?"), sure):
        return NOT_DONE
    return _told(lambda: taking_in.bring(whole, coming))


def write_out(preferences: Preferences, form: str, folder: Path, *, private: bool) -> int:
    """Write what is kept into new files."""
    from peercompanion.packs.library import Library

    kept = Kept(places())
    library = Library([places().packs, content()], language=wanted(preferences.language)[0])
    plans = kept.lately(datetime.date.today()).plans
    left_out = None if private else exporting.private_parts(library, plans)
    return _told(lambda: exporting.export(kept.whole, cast("Form", form), folder, left_out))


def erase(id_: str | None, *, everything: bool, sure: bool) -> int:
    """Erase one thing, or everything; without either, ask which."""
    whole = _whole()
    if everything and id_:
        tell(_("Either one thing or everything: an id, or `--everything`."))
        return ASKED_WRONGLY
    if not everything and id_ is None:
        if sure:
            tell(_("`--yes` needs an id, or `--everything`."))
            return ASKED_WRONGLY
        if (id_ := _asked_which(whole)) is None:
            return NOT_DONE
        everything = id_ == ""
    if everything:
        _say(erasing.everything(whole))
        if not _agreed(_("Erase everything?"), sure):
            return NOT_DONE
        return _told(lambda: erasing.erase_everything(whole))
    return _erase_one(whole, id_ or "", sure=sure)


def _erase_one(whole: Whole, id_: str, *, sure: bool) -> int:
    about = erasing.thing(whole, id_)
    if about is None:
        said = _("Nothing here has the id `{id}`. `peercompanion data erase` asks for it.")
        tell(said.format(id=one_line(id_, most=80)))
        return ASKED_WRONGLY
    click.echo(about)
    if not _agreed(_("Erase it for good?"), sure):
        return NOT_DONE
    return _told(lambda: erasing.erase(whole, id_))


def _asked_which(whole: Whole) -> str | None:
    """Ask what is to be erased.

    Returns:
        An id; empty for everything; None when the person left it at that.

    """
    ways = erasing.ways(datetime.date.today())
    if (way := _picked(ways)) in (None, erasing.EVERYTHING):
        return "" if way else None
    try:
        if way == erasing.ANOTHER_DAY:
            way = f"{erasing.day_of(_ask(_('On which day? Like 2026-11-21')))}"
        day = None if way == erasing.STANDING else erasing.day_of(way or "")
        return _picked(erasing.things(whole, day))
    except NotDone as problem:
        tell(str(problem))
        return None


def _picked(rows: Sequence[Choice]) -> str | None:
    """Let one of some rows be picked by its number; None when the person left it at that."""
    for count, row in enumerate(rows, start=1):
        click.echo(f"{count}. {row.title}" + (f" ({row.note})" if row.note else ""))
    number = _number(len(rows))
    return rows[number - 1].id if number else None


def _number(most: int) -> int:
    """Ask for a number; 0 when none was given."""
    while True:
        said = _ask(_("A number, or enter to leave it"))
        if not said:
            click.echo(_("Nothing was changed."))
            return 0
        if said.isascii() and said.isdecimal() and 1 <= int(said) <= most:
            return int(said)
        told = _("I did not understand {said}. Type 1 to {most}.")
        click.echo(told.format(said=one_line(said, most=40), most=most))


def _ask(question: str) -> str:
    try:
        said: str = click.prompt(question, default="", show_default=False)
    except click.Abort:  # the end of what there is to read
        click.echo()
        return ""
    return said.strip()


def _agreed(question: str, sure: bool) -> bool:
    """Ask for a yes; no answer is a no, and nothing was changed."""
    if sure or _ask(f"{question} [y/N]").casefold() in (_("y"), _("yes"), "y", "yes"):
        return True
    click.echo(_("Nothing was changed."))
    return False


def _told(work: Callable[[], Iterable[str]]) -> int:
    """Do something and say what was done, or why not."""
    try:
        _say(work())
    except NotDone as problem:
        tell(str(problem))
        return NOT_DONE
    return DONE


def _say(lines: Iterable[str]) -> None:
    for line in lines:
        click.echo(line)


def _whole() -> Whole:
    return Kept(places()).whole

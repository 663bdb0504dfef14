"""`peercompanion data`: every command says in plain words what it did."""

import datetime
from collections.abc import Callable, Iterable
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
from peercompanion.preferences import Preferences
from peercompanion.text import one_line

MOST_LISTED = 99


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
    kept = Kept(places())
    left_out = None if private else _private_parts(kept, preferences)
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
        click.echo(_("This would go for good: {what}.").format(what=erasing.everything(whole)))
        click.echo(_("Settings and drafts too. Nothing brings it back."))
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
    click.echo(_("1. One thing."))
    click.echo(_("2. Everything."))
    number = _number(2)
    if number != 1:
        return "" if number == 2 else None
    said = _ask(_("On which day? Like 2026-11-21, or enter for today"))
    try:
        day = datetime.date.fromisoformat(said) if said else datetime.date.today()
    except ValueError:
        tell(_("I did not understand {said}. A day looks like 2026-11-21.").format(said=said))
        return None
    things = erasing.things_of(whole, day)[:MOST_LISTED]
    if not things:
        tell(_("Nothing is kept of {day}.").format(day=day))
        return None
    for count, (_id, about) in enumerate(things, start=1):
        click.echo(f"{count}. {about}")
    picked = _number(len(things))
    return things[picked - 1][0] if picked else None


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


def _private_parts(kept: Kept, preferences: Preferences) -> set[str]:
    """Find the parts of plans that are private, because the pack or the person says so."""
    from peercompanion.packs.library import Library
    from peercompanion.packs.models import Plan

    library = Library([places().packs, content()], language=wanted(preferences.language)[0])
    plans = kept.lately(datetime.date.today()).plans
    private = set()
    for full in {part.plan for part in plans.parts.values() if part.plan}:
        plan = library.item("plans", full)
        if isinstance(plan, Plan):
            sections = plans.sections(plan, full, hidden=True)
            private |= {section.part.id for section in sections if section.private}
        else:  # what cannot be looked up is not given away
            private |= {part.id for part in plans.parts.values() if part.plan == full}
    return private

"""`peercompanion packs list` and `peercompanion packs check`."""

import datetime
from pathlib import Path

import click

from peercompanion.cli import DONE, NOT_DONE, tell
from peercompanion.language import _, ngettext
from peercompanion.packs.diagnostics import Diagnostic, has_errors
from peercompanion.packs.finding import Pack, find_packs
from peercompanion.packs.rendering import Format, render
from peercompanion.places import content, places
from peercompanion.text import one_line


def show() -> int:
    """Name every pack and where it lies. Those that cannot be used are told beside the list."""
    packs, problems = find_packs([places().packs, content()])
    for pack in packs:
        click.echo(_line(pack))
    for problem in problems:
        tell(f"{problem.file}:{problem.line}: {problem.message}")
    return NOT_DONE if has_errors(problems) else DONE


def check(path: str | None, form: Format) -> int:
    """Check one pack, or a part of it; without a path, the person's packs and the app's own."""
    from peercompanion.packs.checking.whole import check as checked

    own = places().packs
    all_packs = [own, content()] if any(own.glob("*/pack.toml")) else [content()]
    paths = [Path(path)] if path else all_packs
    today = datetime.date.today()
    found = [each for one in paths for each in checked(one, today)]
    if shown := render(found, form):
        click.echo(shown)
    if form == "text":
        tell(_sum(found))
    return NOT_DONE if has_errors(found) else DONE


def _line(pack: Pack) -> str:
    from peercompanion.packs.models import ITEM_TYPES

    count = sum(len(pack.slugs(kind)) for kind in ITEM_TYPES)
    items = ngettext("{n} item", "{n} items", count).format(n=count)
    return one_line(f"{pack.id} {pack.version}: {pack.name}, {items}, {pack.folder}")


def _sum(found: list[Diagnostic]) -> str:
    """Say in one line how it stands."""
    errors = sum(each.severity == "error" for each in found)
    warnings = len(found) - errors
    if not found:
        return _("nothing to mend")
    said = [ngettext("{n} error", "{n} errors", errors).format(n=errors)] if errors else []
    if warnings:
        said.append(ngettext("{n} warning", "{n} warnings", warnings).format(n=warnings))
    return ", ".join(said)

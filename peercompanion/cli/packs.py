"""`peercompanion packs list` and `peercompanion packs check`."""

import click

from peercompanion.cli import DONE, NOT_DONE
from peercompanion.language import _, ngettext
from peercompanion.packs.finding import Pack
from peercompanion.packs.library import Library
from peercompanion.places import content, places
from peercompanion.text import one_line

KINDS = "exercises tools checkins sessions routines checklists plans resources".split()


def show() -> int:
    """Name every pack and where it lies; what is wrong with one is for `check` to say."""
    library = Library([places().packs, content()])
    for pack in library.packs:
        click.echo(_line(pack))
    ...
    return DONE


def _line(pack: Pack) -> str:
    count = sum(len(pack.slugs(kind)) for kind in KINDS)
    items = ngettext("{n} item", "{n} items", count).format(n=count)
    return one_line(f"{pack.id} {pack.version}: {pack.name}, {items}, {pack.folder}")

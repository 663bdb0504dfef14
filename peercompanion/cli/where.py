"""`peercompanion where`: every folder and file that is used, and which are there."""

from dataclasses import fields
from pathlib import Path

import click

from peercompanion.cli import DONE
from peercompanion.language import _, ngettext
from peercompanion.places import Places, content, places
from peercompanion.text import one_line


def show() -> int:
    """Name the places, one a line."""
    here = places()
    for name, path in _named(here):
        click.echo(one_line(f"{name}: {path} ({_state(path)})"))
    return DONE


def _named(here: Places) -> list[tuple[str, Path]]:
    """List everything with its name; the settings follow the folder they lie in."""
    named = [(field.name, Path(getattr(here, field.name))) for field in fields(here)]
    return [*named, ("settings", here.settings), ("drafts", here.drafts), ("content", content())]


def _state(path: Path) -> str:
    """Say in a word what is there."""
    if path.is_file():
        return _("a file")
    if not path.is_dir():
        return _("not there yet")
    count = sum(1 for each in path.rglob("*") if each.is_file())
    return ngettext("{n} file", "{n} files", count).format(n=count)

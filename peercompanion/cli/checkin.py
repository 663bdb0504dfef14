"""`peercompanion checkin`: the weather inside, asked line by line."""

from typing import cast

import click

from peercompanion.cli import DONE
from peercompanion.cli.daily import Day, ask
from peercompanion.kept import new_id
from peercompanion.language import _, wanted
from peercompanion.packs.help_lines import names
from peercompanion.packs.library import Library
from peercompanion.packs.models.words import Scale, Scales
from peercompanion.places import content, places
from peercompanion.practice.check_in import MOST_WORDS, questions_picked
from peercompanion.practice.records import CheckIn
from peercompanion.preferences import Preferences, default_region
from peercompanion.text import one_line


def check_in(preferences: Preferences) -> int:
    """Ask for the weather and keep it; then, if wanted, words, energy and questions."""
    day = Day(preferences)
    library = Library([places().packs, content()], language=wanted(preferences.language)[0])
    storm = _on_scale(_scale(library, "storm"))
    if storm is None:
        return DONE
    asked = list(questions_picked(day.days.checkins.values()))
    record = CheckIn(id=new_id(day.now), at=day.now, day=day.today, storm=storm, questions=asked)
    if status := day.keep(record):
        return status
    click.echo(day.kept.tick())
    said = ask(_("A word for it, or up to three with commas. Enter to leave it out"))
    words = [word.strip() for word in said.split(",") if word.strip()][:MOST_WORDS]
    energy = _on_scale(_scale(library, "energy")) if said else None
    answers = {question: line for question in asked if (line := ask(question))}
    if words or answers or energy is not None:
        more = {"words": words, "energy": energy, "answers": answers}
        if status := day.keep(record.model_copy(update=more)):
            return status
        click.echo(day.kept.tick())
    _end(preferences)
    return DONE


def _scale(library: Library, name: str) -> Scale:
    return next(s for s in cast("Scales", library.words("scales")).scale if s.id == name)


def _on_scale(scale: Scale) -> int | None:
    """Ask for one of the words of a scale; None where it is left out."""
    click.echo(one_line(scale.label))
    for number, anchor in enumerate(scale.anchors, start=1):
        click.echo(f"{number:>3} {one_line(anchor.text)}")
    said = ask(_("A number, or enter to leave it out"))
    number = int(said) if said.isascii() and said.isdecimal() else 0
    return scale.anchors[number - 1].at if 1 <= number <= len(scale.anchors) else None


def _end(preferences: Preferences) -> None:
    """The same three rows for everyone."""
    lines = names(preferences.region or default_region(), help_key="F2")
    click.echo(_("Something for now: `peercompanion now`"))
    click.echo(_("Someone to talk with: {lines}").format(lines=one_line(lines["crisis"])))
    click.echo(_("That is enough: nothing more to do"))

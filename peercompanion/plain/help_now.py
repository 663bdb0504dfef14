"""Help now: the same from everywhere. Nothing is asked before the lines are said."""

import dataclasses
import datetime
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from peercompanion.language import _
from peercompanion.packs import help_lines
from peercompanion.packs.help_lines import HelpLine
from peercompanion.planning.lines import about, last_checked, only_inside
from peercompanion.practice.choice import Choice
from peercompanion.practice.opening_hours import said as open_when
from peercompanion.practice.words import danger_words, region_name

if TYPE_CHECKING:
    from peercompanion.plain.companion import Companion


def help_now(face: "Companion") -> None:
    """Say the lines for danger and for talking, then offer the plan and more lines.

    It goes on until the person goes back: it never ends by itself.
    """
    if not _known(face):
        choose_country(face)
    _say_lines(face)
    face.talk.room(_("Help now"), _rows, lambda chosen: _open(face, chosen))


def _rows() -> Sequence[Choice]:
    return (
        Choice(_("One thing at a time"), "walk"),
        Choice(_("My whole plan"), "plan"),
        Choice(_("In danger, or not sure"), "danger"),
        Choice(_("Someone to talk with"), "talk"),
        Choice(_("All lines here, and what each is for"), "all"),
        Choice(_("Another country"), "country"),
    )


def _open(face: "Companion", chosen: str) -> None:
    match chosen:
        case "danger":
            from peercompanion.plain.danger import danger

            danger(face)
        case "talk":
            now = face.clock.now()
            talk = face.sitting.lines_for_a_talk(face.region, now)
            lines_room(face, _("Someone to talk with"), talk)
        case "all":
            all_lines(face)
        case "country":
            choose_country(face)
            _say_lines(face)
        case _:
            face.go(chosen)


def _known(face: "Companion") -> bool:
    return help_lines.has_lines(face.region)


def _say_lines(face: "Companion") -> None:
    face.talk.say(f"{region_name(face.region or '')}.", danger_words().format(**face.names()))
    talk = [line for line in help_lines.first_lines(face.region) if line.role != "emergency"]
    say_short(face, talk)
    face.talk.say(last_checked(talk))
    _say_people(face)
    face.talk.say(_("Nothing is called or sent for you. You choose."))


def say_short(face: "Companion", lines: Iterable[HelpLine]) -> None:
    """Say how to reach each line, what it is called and when it is there."""
    for line in lines:
        when = open_when(line, face.clock.now())
        said = f"{help_lines.sentence(line)}: {line.title}"
        face.talk.say(f"{said}, {when}" if when else said)


def choose_country(face: "Companion") -> None:
    """Say countries with their numbers beside them; the one chosen is remembered."""
    face.talk.say(_("Where are you? The numbers stand behind the names."))
    face.talk.say(_("Anywhere else: {directory}").format(directory=help_lines.DIRECTORY))
    region = face.talk.choose(_countries())
    face.prefer(dataclasses.replace(face.preferences, region=region))


def _countries() -> Iterable[Choice]:
    for region in help_lines.regions():
        names = help_lines.names(region, help_key="")
        note = f"{names['emergency']} · {names['crisis']}"
        yield Choice(region_name(region), region, note=note)


def all_lines(face: "Companion") -> None:
    """Offer all lines of the region, danger first."""
    lines_room(face, _("All lines here"), _here(face))


def lines_room(face: "Companion", title: str, lines: Sequence[HelpLine]) -> None:
    """Say how to reach each line; one that is chosen is told whole."""
    by_id = {line.id: line for line in lines}
    now = face.clock.now()
    rows = [
        Choice(line.title, line.id, note=f"{help_lines.sentence(line)} · {open_when(line, now)}")
        for line in lines
    ]
    face.talk.say(only_inside())
    face.talk.room(title, lambda: rows, lambda chosen: say_whole(face, [by_id[chosen]]))


def _here(face: "Companion") -> tuple[HelpLine, ...]:
    return face.sitting.help_lines(face.region)


def _say_people(face: "Companion") -> None:
    for one in face.sitting.days.plans.people():
        facts = ", ".join(filter(None, [one.what_for, one.how]))
        face.talk.say(f"{one.name}: {facts}" if facts else one.name)


def say_whole(face: "Companion", lines: Iterable[HelpLine]) -> None:
    """Say all there is to know of some lines."""
    for line in lines:
        face.talk.say(*_line(line, face.clock.now()))


def _line(line: HelpLine, now: datetime.datetime) -> Iterable[str]:
    yield f"{line.title}."
    for way in line.ways:
        said = way.said if way.link.startswith("https:") else way.said[:1].upper() + way.said[1:]
        yield f"{said}. {way.note}" if way.note else said
    for words, _quiet in about(line, now):
        yield words[:1].upper() + words[1:]

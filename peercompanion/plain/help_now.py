"""Help now: the same from everywhere. Nothing is asked before the lines are said."""

import dataclasses
from collections.abc import Iterable
from typing import TYPE_CHECKING

from peercompanion.language import _
from peercompanion.packs import help_lines
from peercompanion.packs.help_lines import HelpLine
from peercompanion.practice.choice import Choice
from peercompanion.practice.words import region_name

if TYPE_CHECKING:
    from peercompanion.plain.companion import Companion

STARTER = ("core/look-around", "core/feet-floor", "core/long-exhale")
"""The steadying things offered before a plan is written, the gentlest first."""


def help_now(face: "Companion") -> None:
    """Say the lines for danger and for talking, then one steady thing.

    It goes on until the person goes back: it never ends by itself.
    """
    if not _known(face):
        choose_country(face)
    _say_lines(face)
    while True:
        chosen = face.talk.choose(
            [
                Choice(_("One steady thing while I wait"), "steady"),
                Choice(_("All lines here, and what each is for"), "all"),
                Choice(_("Another country"), "country"),
            ]
        )
        if chosen == "steady":
            _steady(face)
        elif chosen == "all":
            all_lines(face)
        else:
            choose_country(face)
            _say_lines(face)


def _known(face: "Companion") -> bool:
    return any(line.role == "emergency" for line in help_lines.help_lines(face.region))


def _say_lines(face: "Companion") -> None:
    danger = _(
        "Call {emergency} if someone may die or is hurt. {crisis}. If you have already taken "
        "something or hurt yourself, call {emergency} now, even if you feel all right."
    )
    talk = [line for line in help_lines.first_lines(face.region) if line.role != "emergency"]
    face.talk.say(region_name(face.region or "") + ".", danger.format(**face.names()))
    for line in talk:
        face.talk.say(f"{help_lines.sentence(line)}: {line.title}", line.hours)
    checked = max((line.checked for line in talk if line.checked), default=None)
    if checked:
        said = _("Checked {date}. If nobody answers, try the next one.")
        face.talk.say(said.format(date=checked.strftime("%d %b %Y")))
    face.talk.say(_("Nothing is called or sent for you. You choose."))


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


def _steady(face: "Companion") -> None:
    from peercompanion.plain.guide import walk

    if item := face.sitting.first_that_fits(STARTER, face.leave_out):
        walk(face, item, small=True)


def all_lines(face: "Companion") -> None:
    """Say all lines of the region: what each is for, when, and what it is not."""
    for line in help_lines.help_lines(face.region):
        face.talk.say(*_line(line))


def _line(line: HelpLine) -> Iterable[str]:
    yield f"{line.title}:"
    for way in line.ways:
        yield f"{way.said[:1].upper()}{way.said[1:]}"
    yield line.hours or (_("Day and night.") if line.always else "")
    yield line.who
    yield line.not_for

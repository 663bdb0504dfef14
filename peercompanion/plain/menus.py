"""The menus: what can be done, and what lies behind each door."""

from collections.abc import Iterable
from contextlib import suppress
from typing import TYPE_CHECKING

from peercompanion.language import _
from peercompanion.plain.talk import Back, Stop
from peercompanion.practice.choice import Choice
from peercompanion.practice.tasks import tasks
from peercompanion.practice.words import about_minutes

if TYPE_CHECKING:
    from peercompanion.plain.companion import Companion

DOORS = ("one-minute", "pick", "right-now", "today", "plan", "session", "more")
COVERING = 60
"""Empty lines that carry what was said out of sight."""


def opening(face: "Companion") -> None:
    """Offer everything, again and again, until the person stops."""
    if face.sitting.after_care:
        after_care(face)
    while True:
        try:
            face.talk.room(_("The start"), lambda: rows_of(DOORS), face.go, enter="one-minute")
        except Back:
            continue


def after_care(face: "Companion") -> None:
    """Offer the after-care list, once, where it was wished for after a hard walk."""
    from peercompanion.plain.guide import open_link
    from peercompanion.practice import writing

    face.keep(writing.after_care(offer=False, at=face.clock.now()), again=True)
    face.sitting.after_care = False
    face.talk.say(face.sitting.sentence("after-care-now"))
    rows = [Choice(_("The after-care list"), "open"), Choice(_("Not today"), "no")]
    with suppress(Back):
        if face.talk.choose(rows, enter="no") == "open":
            open_link(face, "checklist:after-care")


def rows_of(ids: Iterable[str]) -> Iterable[Choice]:
    """Rows for tasks."""
    titles = {task.id: task.title for task in tasks()}
    for task in ids:
        yield Choice(titles[task], task)


def behind(door: str) -> list[str]:
    """The tasks behind a door."""
    return [task.id for task in tasks() if task.door == door]


def one_minute(face: "Companion") -> None:
    """Begin at once: one exercise of a minute."""
    from peercompanion.plain.guide import walk

    if found := face.sitting.one_minute(face.leave_out):
        walk(face, found.head.id, small=found.small)


def pick_one(face: "Companion") -> None:
    """Open one exercise that fits; another one each time."""
    from peercompanion.plain.exercise import front_page

    sitting = face.sitting
    if found := sitting.pick(sitting.suggest(face.leave_out)):
        front_page(face, found.head.id)


def more(face: "Companion") -> None:
    """Everything else."""
    door(face, "more", _("Everything else is here."), "cover")


def door(face: "Companion", name: str, says: str, *others: str) -> None:
    """Offer what lies behind a door."""
    face.talk.say(says)
    title = next(task.title for task in tasks() if task.id == name)
    face.talk.room(title, lambda: rows_of([*behind(name), *others]), face.go)


def exercises(face: "Companion", items: Iterable[str]) -> Iterable[Choice]:
    """Rows that open exercises, those that fit what the person left out."""
    for item in items:
        head = face.sitting.heads.get(item)
        if head and not set(head.contains) & face.leave_out:
            yield Choice(head.title, item, note=about_minutes(head.minutes))


def cover(face: "Companion") -> None:
    """Carry everything personal out of sight."""
    face.talk.voice.blank(COVERING)
    face.talk.enter(_("Enter goes on:"))


def leave(_face: "Companion") -> None:
    """Close PeerCompanion."""
    raise Stop

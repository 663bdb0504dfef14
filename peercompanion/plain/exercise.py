"""A guide's front page: what it is for, how long it takes, and the ways to begin."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from peercompanion.language import _
from peercompanion.plain.guide import walk
from peercompanion.plain.talk import Back
from peercompanion.practice.answers import filled
from peercompanion.practice.choice import Choice
from peercompanion.practice.leaving_out import rests_on, steps_for
from peercompanion.practice.suggestions import Suggestion, eased
from peercompanion.practice.words import about_minutes, reason

if TYPE_CHECKING:
    from peercompanion.packs.models.guides import Guide
    from peercompanion.plain.companion import Companion


def front_page(face: "Companion", item: str, *, small: bool = False) -> None:
    """Say when a guide may help, and begin it in one of its ways.

    Args:
        face: What it is done with.
        item: The guide's id, as `Sitting.guide` takes it.
        small: Enter begins its small version.

    """
    guide = face.sitting.guide(item)
    if guide is None:
        face.talk.say(_("This one cannot be opened. The others are fine."))
        return
    face.talk.say(*_about(face, guide, item))
    while True:
        rows = list(_rows(face, guide, item))
        enter = "small" if small and any(row.id == "small" for row in rows) else rows[0].id
        match face.talk.choose(rows, enter=enter):
            case "more":
                face.talk.say(*_more(face, guide))
            case "other":
                front_page(face, _other(face, item) or item)
                return
            case "back":
                raise Back
            case way:
                walk(face, item, small=way == "small", resume=way == "resume")
                return


def _about(face: "Companion", guide: "Guide", item: str) -> Iterable[str]:
    yield f"{guide.title}."
    yield about_minutes(guide.minutes).capitalize() + "."
    yield guide.helps
    if said := _reason(face, item):
        yield f"{said}."
    if _left_out(face, guide):
        yield _("It rests on something you asked to leave out.")


def _reason(face: "Companion", item: str) -> str:
    head, known = face.sitting.heads.get(item), eased(face.sitting.records).get(item)
    return reason(Suggestion(head, eased=known)).capitalize() if head and known else ""


def _left_out(face: "Companion", guide: "Guide") -> bool:
    leave_out = face.leave_out
    return rests_on(guide.contains, leave_out) or not steps_for(
        guide, small=False, leave_out=leave_out
    )


def _other(face: "Companion", item: str) -> str | None:
    return face.sitting.other_way(item, face.leave_out)


def _rows(face: "Companion", guide: "Guide", item: str) -> Iterable[Choice]:
    left_out = _left_out(face, guide)
    other = _other(face, item) if guide.instead or left_out else None
    way = (
        Choice(_("Another way: {title}").format(title=face.sitting.heads[other].title), "other")
        if other
        else None
    )
    if left_out:
        if way:
            yield way
    elif face.sitting.draft(item):
        yield Choice(_("Go on where you were"), "resume")
        yield Choice(_("Begin anew"), "begin")
    else:
        yield Choice(_("Begin"), "begin")
    if guide.small and not left_out:
        yield Choice(_("The small version"), "small", note=about_minutes(guide.small_minutes))
    if way and not left_out:
        yield way
    yield Choice(_("About it"), "more")


def _more(face: "Companion", guide: "Guide") -> Iterable[str]:
    names = face.names()
    notes = [*face.sitting.cautions(guide.cautions), guide.more or ""]
    for note in filter(None, notes):
        yield filled(note, names, {})
    if guide.evidence:
        yield _("What is known about it:")
        yield guide.evidence
    reviewed = ", ".join(guide.peer_reviewed) or _("not yet")
    by = guide.by or _("the authors of this pack")
    yield _("Written by {by}, reviewed by peers: {reviewed}").format(by=by, reviewed=reviewed) + "."

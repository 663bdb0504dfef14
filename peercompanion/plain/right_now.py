"""Right now: three questions, each of which Enter skips, and at most five suggestions."""

from typing import TYPE_CHECKING

from peercompanion.language import _
from peercompanion.plain.talk import Back
from peercompanion.practice.choice import Choice
from peercompanion.practice.words import about_minutes, likes, more_likes, reason, wheres

if TYPE_CHECKING:
    from collections.abc import Iterable

    from peercompanion.plain.companion import Companion
    from peercompanion.practice.suggestions import Suggestion

TIMES = (1, 3, 10)
"""Minutes that can be said."""
SKIP = "skip"


def right_now(face: "Companion") -> None:
    """Ask one thing at a time; back asks the one before."""
    said: dict[str, str] = {}
    questions = (_like, _minutes, _where)
    at = 0
    while at < len(questions):
        try:
            questions[at](face, said)
        except Back:
            if not at:
                raise
            at -= 1
        else:
            at += 1
    suggestions(
        face,
        minutes=int(said["minutes"]) if said["minutes"] else None,
        where=None if said["where"] in ("", "anywhere") else said["where"],
    )


def suggestions(face: "Companion", *, minutes: int | None = None, where: str | None = None) -> None:
    """Offer what might fit, until one was tried or the person goes back."""
    from peercompanion.plain.exercise import front_page

    face.talk.say(_("These might fit."))
    while True:
        found = face.sitting.suggest(face.leave_out, minutes=minutes, where=where)
        rows = [
            *_rows(found),
            Choice(_("Pick one for me"), "pick"),
            Choice(_("Find a title"), "find"),
        ]
        chosen = face.talk.choose(rows, enter="pick")
        try:
            if chosen == "find":
                face.go("find")
            elif one := _chosen(face, found, chosen):
                front_page(face, one.head.id, small=one.small)
        except Back:
            continue
        return


def _rows(found: "list[Suggestion]") -> "Iterable[Choice]":
    for each in found:
        facts = [about_minutes(each.minutes), _("small") if each.small else "", reason(each)]
        yield Choice(each.head.title, each.head.id, note=" · ".join(filter(None, facts)))


def _chosen(face: "Companion", found: "list[Suggestion]", chosen: str) -> "Suggestion | None":
    if chosen == "pick":
        return face.sitting.pick(found)
    return next((each for each in found if each.head.id == chosen), None)


def _like(face: "Companion", _said: dict[str, str]) -> None:
    face.talk.say(_("What is it like?"))
    every = {**likes(), **more_likes()}
    rows = [Choice(words, name or SKIP) for name, words in every.items()]
    skip = next(row for row in rows if row.id == SKIP)
    rows.remove(skip)  # Enter says the same
    chosen = face.talk.choose(rows, enter=SKIP, enter_says=_("is not sure"))
    face.sitting.like = None if chosen == SKIP else chosen


def _minutes(face: "Companion", said: dict[str, str]) -> None:
    face.talk.say(_("How much time is there?"))
    rows = [Choice(about_minutes(minutes).capitalize(), f"{minutes}") for minutes in TIMES]
    chosen = face.talk.choose(rows, enter=SKIP, enter_says=_("is any"))
    said["minutes"] = "" if chosen == SKIP else chosen


def _where(face: "Companion", said: dict[str, str]) -> None:
    face.talk.say(_("Where are you?"))
    rows = [Choice(words, name) for name, words in wheres().items()]
    said["where"] = face.talk.choose(rows, enter="anywhere")

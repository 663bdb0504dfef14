"""`peercompanion exercises` and `peercompanion play`: from the heads alone, without the models."""

import json
from collections.abc import Sequence

from peercompanion.cli import ASKED_WRONGLY, DONE, NOT_DONE, open_app, say, tell
from peercompanion.language import _, wanted
from peercompanion.packs.library import Library
from peercompanion.packs.models.head import Head
from peercompanion.places import content, places
from peercompanion.practice.leaving_out import rests_on
from peercompanion.preferences import Preferences
from peercompanion.text import one_line


def show(
    preferences: Preferences,
    like: str | None,
    minutes: int | None,
    where: str | None,
    *,
    as_json: bool,
) -> int:
    """List the exercises that fit, by title."""
    heads = [
        head
        for head in _library(preferences).heads()
        if not head.hidden
        and not rests_on(head.contains, preferences.leave_out)
        and (like is None or like in head.for_)
        and (minutes is None or min(head.minutes, head.small_minutes) <= minutes)
        and (where is None or where in head.where or "anywhere" in head.where)
    ]
    heads.sort(key=lambda head: head.title)
    if as_json:
        say(json.dumps([_plain(head) for head in heads], indent=2))
    elif heads:
        say("\n".join(_lines(heads)))
    else:
        tell(_("Nothing fits all of that. With fewer options there is more."))
    return DONE


def play(preferences: Preferences, exercise: str, *, small: bool) -> int:
    """Open the app on one exercise, given as `long-exhale` or `core/long-exhale`."""
    library = _library(preferences)
    full = library.full_id("exercises", exercise)
    head = next((head for head in library.heads() if full in (head.id, head.replaces)), None)
    if full and head:
        return open_app(play=(head.id, small))
    if full:
        said = _("`{id}` cannot be read. `peercompanion packs check` says why.")
        tell(said.format(id=full))
        return NOT_DONE
    from peercompanion.cli.one_of import did_you_mean

    names = [name for head in library.heads() for name in (head.slug, head.id)]
    near = did_you_mean(exercise, names)
    said = _("There is no exercise `{id}`.").format(id=exercise)
    tell(f"{said} {near or _('`peercompanion exercises` lists them all.')}")
    return ASKED_WRONGLY


def _library(preferences: Preferences) -> Library:
    return Library([places().packs, content()], language=wanted(preferences.language)[0])


def _plain(head: Head) -> dict[str, object]:
    return {
        "id": head.id,
        "title": head.title,
        "kind": head.kind,
        "minutes": head.minutes,
        "small_minutes": head.small_minutes,
        "for": head.for_,
        "where": head.where,
        "contains": head.contains,
    }


def _lines(heads: Sequence[Head]) -> list[str]:
    widest_id = max(len(head.id) for head in heads)
    widest_title = max(len(head.title) for head in heads)
    about = _("about {n} min, small {small}")
    return [
        f"{head.id:{widest_id}}  {one_line(head.title):{widest_title}}  "
        f"{about.format(n=head.minutes, small=head.small_minutes)}  {head.kind}"
        for head in heads
    ]

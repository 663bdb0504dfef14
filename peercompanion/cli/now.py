"""`peercompanion now`: one steady thing at once; then the plan and the lines. It writes nothing."""

from collections.abc import Iterator

from peercompanion.cli import DONE, has_screen, open_app, say
from peercompanion.language import _, use
from peercompanion.packs.first_cards import first_cards
from peercompanion.places import places
from peercompanion.preferences import Preferences, default_region, load


def now() -> int:
    """Show the first card at once: on the whole screen where there is one, else as lines."""
    if has_screen():
        return open_app(now=True)
    preferences, _notices = load(places())
    use(preferences.language)
    return show(preferences)


def show(preferences: Preferences) -> int:
    """Show it as lines, the first instruction before anything else is read."""
    for card in first_cards(preferences.leave_out):
        say(card.words)  # the first line waits for no import
    for line in (*_plan(), *_lines(preferences)):
        say(line)
    return DONE


def _plan() -> Iterator[str]:
    """The plan, as far as it can be read; a folder in disorder takes nothing else away."""
    from datetime import datetime
    from typing import cast

    try:
        from peercompanion.kept import Kept
        from peercompanion.packs.library import Library
        from peercompanion.packs.models import Plan
        from peercompanion.paper import without_private
        from peercompanion.places import content
        from peercompanion.practice.plan import STEADY

        plans = Kept(places()).lately(datetime.now().astimezone().date()).plans
        plan = Library([content()]).item("plans", STEADY)
        sections = plans.sections(cast("Plan", plan), STEADY) if plans.written(STEADY) else []
    except (OSError, ValueError, LookupError):
        return
    for section in without_private(sections, plans.people()):
        if section.lines and not section.private:
            yield f"\n{section.title}"
            yield from (f"- {line.text}" for line in section.lines)
    people = [one for one in plans.people() if not one.private]
    if people:
        yield "\n" + _("People and places")
    for one in people:
        yield f"- {one.name}: {', '.join(filter(None, [one.what_for, one.how]))}".removesuffix(": ")


def _lines(preferences: Preferences) -> Iterator[str]:
    from peercompanion.packs.help_lines import first_lines, names, sentence

    region = preferences.region or default_region()
    lines = first_lines(region)
    yield "\n" + _("Someone to call or write to")
    for line in lines:
        yield f"- {sentence(line)}: {line.title}"
    if not lines:
        yield _("In danger? Call {emergency}. {crisis}.").format(**names(region, help_key=""))

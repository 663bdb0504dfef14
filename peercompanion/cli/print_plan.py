"""`peercompanion print`: a plan on paper, in one of several forms."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from peercompanion.cli import ASKED_WRONGLY, DONE, NOT_DONE, say, tell
from peercompanion.kept import Kept
from peercompanion.language import _, wanted
from peercompanion.packs.library import Library
from peercompanion.paper import chosen_at_first
from peercompanion.places import content, places
from peercompanion.practice.plan import STEADY, WELL
from peercompanion.preferences import Preferences, default_region
from peercompanion.printing import rendered
from peercompanion.sitting import Sitting

PLANS = {"plan": STEADY, "well": WELL}


def show(
    preferences: Preferences,
    which: str,
    form: str,
    only: Sequence[str],
    also: Sequence[str],
    to: str,
) -> int:
    """Print a plan, or write it to a new file.

    Args:
        preferences: Whose region and language.
        which: One of `PLANS`.
        form: One of `printing.FORMS`.
        only: Names of the parts to print; none: all that are not private.
        also: Names of parts to print besides, private ones among them.
        to: A file; empty for standard output.
    """
    full = PLANS[which]
    here = places()
    library = Library([here.packs, content()], language=wanted(preferences.language)[0])
    kept = Kept(here)
    sitting = Sitting(library, kept, [], kept.lately(datetime.now().date()))
    plan = sitting.plan(full)
    if plan is None:
        tell(_("`{id}` cannot be read. `peercompanion packs check` says why.").format(id=full))
        return NOT_DONE
    sections = sitting.sections(full)
    names = [section.part.slug for section in sections]
    if unknown := [name for name in (*only, *also) if name not in names]:
        said = _("There is no part `{name}`. There are: {names}.")
        tell(said.format(name=unknown[0], names=", ".join(names)))
        return ASKED_WRONGLY
    chosen = {*(only or chosen_at_first(sections)), *also}
    lines = sitting.help_lines(preferences.region or default_region())
    people = sitting.days.plans.people()
    text = rendered(form, plan.title, sections, people, lines, chosen=chosen)
    if not to:
        say(text, end="")
        return DONE
    from peercompanion.printing import save

    file = save(text, Path(to).parent, Path(to).name)
    tell(_("Written to {file}.").format(file=file))
    return DONE

"""`peercompanion text ID`: an exercise as plain text, for someone who cannot see the share."""

from collections.abc import Iterator

from peercompanion.cli import ASKED_WRONGLY, DONE, say, tell
from peercompanion.cli.one_of import did_you_mean
from peercompanion.language import _, wanted
from peercompanion.link.guides import Guides
from peercompanion.packs.help_lines import names
from peercompanion.packs.library import Library
from peercompanion.packs.models.guides import Guide
from peercompanion.packs.models.steps import AnyStep, Breathe, ListLines, Notice, Pick, Tense
from peercompanion.places import content, places
from peercompanion.practice.answers import filled
from peercompanion.practice.leaving_out import steps_for
from peercompanion.practice.words import about_minutes
from peercompanion.preferences import Preferences, default_region


def show(preferences: Preferences, link: str, *, small: bool, group: bool) -> int:
    """Print it, without what the person asked to leave out."""
    library = Library([places().packs, content()], language=wanted(preferences.language)[0])
    guides = Guides(library)
    guide = guides.guide(guides.full(link))
    if guide is None:
        said = _("There is no exercise `{id}`.").format(id=link)
        near = did_you_mean(link, [head.slug for head in library.heads()])
        tell(f"{said} {near or _('`peercompanion exercises` lists them all.')}")
        return ASKED_WRONGLY
    steps = steps_for(guide, small=small, leave_out=preferences.leave_out, group=group)
    known = dict(names(preferences.region or default_region(), help_key="F2"))
    if not steps:
        tell(_("Nothing of it is left without what you asked to leave out."))
    for line in _lines(guide, steps, small=small):
        say(filled(line, known, {}))
    return DONE


def _lines(guide: Guide, steps: tuple[AnyStep, ...], *, small: bool) -> Iterator[str]:
    minutes = guide.small_minutes if small and guide.small else guide.minutes
    yield f"{guide.title} ({about_minutes(minutes)})"
    yield _("Eyes open is fine. Stop, or do something else, at any time.")
    if guide.first_line:
        yield guide.first_line
    for number, step in enumerate(steps, start=1):
        yield ""
        yield f"{number}. {' '.join(filter(None, [step.text, *_how(step)]))}"
        for more in filter(None, [step.hint, *_options(step)]):
            yield f"   {more}"
    if guide.after:
        yield ""
        yield guide.after


def _how(step: AnyStep) -> Iterator[str]:
    """What a screen would show, in words."""
    if isinstance(step, Breathe):
        yield from _breath(step)
    elif isinstance(step, Tense):
        said = _("Squeeze softly for {tense} seconds, let go for {release}: {groups}.")
        groups = "; ".join(step.groups)
        yield said.format(tense=f"{step.tense:g}", release=f"{step.release:g}", groups=groups)
    elif isinstance(step, Notice) and str(step.n) not in step.text:
        yield _("({n} in all)").format(n=step.n)


def _breath(step: Breathe) -> Iterator[str]:
    from peercompanion.practice.pacer import IN, OUT

    parts = [_("in for {n}").format(n=f"{IN if step.in_ is None else step.in_:g}")]
    if step.top_up:
        parts.append(_("a little more in for {n}").format(n=f"{step.top_up:g}"))
    if step.hold:
        parts.append(_("hold gently for {n}").format(n=f"{step.hold:g}"))
    parts.append(_("out for {n}").format(n=f"{OUT if step.out is None else step.out:g}"))
    if step.rest:
        parts.append(_("rest for {n}").format(n=f"{step.rest:g}"))
    said = _("Breathe {parts}, about {rounds} times. Your own pace is fine.")
    yield said.format(parts=", ".join(parts), rounds=step.rounds)


def _options(step: AnyStep) -> list[str]:
    if isinstance(step, Pick):
        return [f"- {option.text}" for option in step.options]
    return [f"- {starter}" for starter in step.starters] if isinstance(step, ListLines) else []

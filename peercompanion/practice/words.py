"""The words for cues, answers and reasons that every face says alike."""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from peercompanion.language import _, ngettext

if TYPE_CHECKING:
    from peercompanion.practice.pacer import Cue
    from peercompanion.practice.suggestions import Suggestion


def cue_word(cue: "Cue") -> str:
    """The word that says what to do now."""
    return {
        "count-in": _("Getting ready"),
        "in": _("Breathe in"),
        "top-up": _("A little more in"),
        "hold": _("Hold gently"),
        "out": _("Breathe out"),
        "rest": _("Rest"),
        "ready": _("Next"),
        "tense": _("Squeeze softly"),
        "release": _("Let go"),
    }[cue.value]


def likes() -> Mapping[str, str]:
    """What it can be like, by id, in the order it is asked; `""` is "not sure"."""
    return {
        "wound-up": _("Scared or wound up"),
        "angry": _("Angry"),
        "far-away": _("Far away or numb"),
        "worn-down": _("Low or worn out"),
        "alone": _("Alone"),
        "urge": _("An urge"),
        "": _("Not sure"),
    }


def more_likes() -> Mapping[str, str]:
    """What else it can be like."""
    return {
        "sleep": _("Can't sleep"),
        "hard-on-self": _("Hard on myself"),
        "practice": _("Just practicing"),
    }


def wheres() -> Mapping[str, str]:
    """Where a person can be, by id."""
    return {
        "anywhere": _("Anywhere"),
        "company": _("In company"),
        "desk": _("At a desk"),
        "lying": _("Lying down"),
    }


def eases() -> Mapping[str, str]:
    """How it can be afterwards, by id; `""` is no answer."""
    return {
        "easier": _("Easier"),
        "same": _("About the same"),
        "harder": _("Harder"),
        "": _("Rather not say"),
    }


def about_minutes(minutes: int) -> str:
    """A length of time as people say it."""
    return ngettext("about a minute", "about {n} minutes", minutes).format(n=minutes)


def when_like(like: str) -> str:
    """The end of a reason: when it was like this."""
    return {
        "wound-up": _("when wound up"),
        "angry": _("when angry"),
        "far-away": _("when far away"),
        "worn-down": _("when worn out"),
        "alone": _("when alone"),
        "urge": _("with an urge"),
        "sleep": _("when you couldn't sleep"),
        "hard-on-self": _("when hard on yourself"),
        "practice": _("when practicing"),
    }.get(like, "")


def reason(suggestion: "Suggestion") -> str:
    """Why it is suggested, told honestly when there is little to go by; empty when nothing is."""
    eased = suggestion.eased
    when = when_like(suggestion.like or "")
    if not eased.easier:
        return ""
    if eased.times == 1:
        return _("eased it once {when}").format(when=when).strip()
    said = _("eased it {easier} of {times} times {when}")
    return said.format(easier=eased.easier, times=eased.times, when=when).strip()


def region_name(region: str) -> str:
    """The name of a country with help lines; its code where it has no name here."""
    return {
        "US": _("United States"),
        "CA": _("Canada"),
        "GB": _("United Kingdom"),
        "IE": _("Ireland"),
        "AU": _("Australia"),
        "NZ": _("Aotearoa New Zealand"),
        "IN": _("India"),
        "ZA": _("South Africa"),
        "EU": _("European Union"),
        "LV": _("Latvia"),
        "ES": _("Spain"),
        "MX": _("Mexico"),
    }.get(region, region)


def times() -> Mapping[str, str]:
    """When people can be reached best, by id, as in `contacts.TIMES`."""
    return {
        "morning": _("mornings"),
        "afternoon": _("afternoons"),
        "evening": _("evenings"),
        "night": _("nights"),
        "weekdays": _("weekdays"),
        "weekends": _("weekends"),
    }


def times_of(best: Iterable[str]) -> str:
    """Best times as people say them."""
    names = times()
    return ", ".join(names[time] for time in best if time in names) or _("any time")


NOT_A_CRISIS_SERVICE = 3
"""Which sentence of `what_this_is` deserves care."""


def what_this_is() -> tuple[str, ...]:
    """What this is, and what it is not; `{help_key}` is filled in."""
    return (
        _("A place to practice coping skills between talks with a peer supporter."),
        _("You choose what to do, how long, and when to stop. Everyone's way is their own."),
        _("It does not judge, count or watch. It is not medical care."),
        _("It is not a crisis service and cannot call anyone. For who can: {help_key}."),
        _("It uses no network and no account. Nothing leaves this computer."),
    )


def danger_words() -> str:
    """What stands first wherever help is asked for; `{emergency}` and `{crisis}` are filled in."""
    return _(
        "Call {emergency} if someone may die or is hurt. {crisis}. If you have already taken "
        "something or hurt yourself, call {emergency} now, even if you feel all right."
    )

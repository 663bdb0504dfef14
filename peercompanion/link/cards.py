"""The cards that are the same in every session: what a person reads before, between and after."""

from collections.abc import Sequence

from peercompanion.language import _
from peercompanion.link.slides import parts, wrapped
from peercompanion.packs.help_lines import DIRECTORY, names
from peercompanion.packs.models.guides import Guide
from peercompanion.practice.answers import filled
from peercompanion.practice.words import about_minutes, region_name


def neutral() -> tuple[str, ...]:
    """What is there first, and between things."""
    return ("PeerCompanion", "", _("Welcome. We begin in a moment."))


def consent(guide: Guide, *, small: bool, names: dict[str, str]) -> list[tuple[str, ...]]:
    """What comes, how long it takes, and that everyone may do it their own way."""
    minutes = guide.small_minutes if small and guide.small else guide.minutes
    card = (
        *wrapped(guide.title),
        f"{_sentence(about_minutes(minutes))}.",
        "",
        _("Eyes open is fine."),
        _("Stop, or do something else, any time."),
        _("Camera on or off, as you like."),
    )
    caution = parts(filled(guide.first_line, names, {})) if guide.first_line else []
    return [card, *caution]


def rest(guide: Guide | None, names: dict[str, str]) -> list[tuple[str, ...]]:
    """After the last step."""
    said = filled(guide.after, names, {}) if guide and guide.after else ""
    return parts(said or _("That was it. Take a moment, move a little, look around."))


def help_card(regions: Sequence[str]) -> tuple[str, ...]:
    """Help lines of the regions that were chosen; without any, where to find them."""
    lines = [_("Help lines, at any hour")]
    if not regions:
        return (*lines, "", _("Emergency number where you are"), DIRECTORY)
    for region in regions:
        known = names(region, help_key="h")
        danger = _("{country}, in danger: {emergency}")
        said = danger.format(country=region_name(region), emergency=known["emergency"])
        lines += [*wrapped(said)[:1], *wrapped(known["crisis"])[:1]]
    return tuple(lines)


def latecomer(guide: Guide | None) -> tuple[str, ...]:
    """For someone who comes while something is going on."""
    if guide is None:
        return tuple(wrapped(_("You are welcome. We begin in a moment.")))
    said = _("You are welcome. We are doing “{title}”. Watching is fine.")
    return tuple(wrapped(said.format(title=guide.title)))


def thanks() -> tuple[str, ...]:
    """The last card."""
    return (_("Thank you."),)


def blank() -> tuple[str, ...]:
    """What is there while nothing is."""
    return (_("A short pause."),)


def moment() -> tuple[str, ...]:
    """What is there when something went wrong."""
    return (_("One moment, please."),)


def _sentence(words: str) -> str:
    return words[:1].upper() + words[1:]

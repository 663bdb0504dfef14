"""What a line of a plan can lead to: a person, an exercise, a help line, a chart."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from peercompanion.language import _
from peercompanion.practice.choice import Choice
from peercompanion.sitting import MOST_SKILLS

if TYPE_CHECKING:
    from peercompanion.practice.leaving_out import LeaveOut
    from peercompanion.practice.plan import Section
    from peercompanion.sitting import Sitting

PEER_SUPPORT = (
    "tool:what-peer-support-is",
    "tool:what-peer-support-is-not",
    "tool:peer-support-titles",
    "tool:find-peer-supporter",
    "checklist:choose-peer-supporter",
    "tool:find-resources",
)
"""Short pages: what peer support is and is not, and finding someone."""


def titled(sitting: "Sitting", links: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Those of some links that lead to an item that is there: by its full id, with its title."""
    library = sitting.library
    for link in links:
        kind, _colon, ref = link.partition(":")
        full = library.full_id(f"{kind}s", ref)
        item = library.item(f"{kind}s", full) if full else []
        if not isinstance(item, list):
            yield f"{kind}:{full}", item.title


def offered(
    sitting: "Sitting", section: "Section", region: str | None, leave_out: "LeaveOut"
) -> Iterator[tuple[str, str]]:
    """What can be put into a section and is not in it: links with their titles.

    Whom the person named and what eased things comes first, then what the pack offers.
    """
    from peercompanion.packs.help_lines import first_lines

    asks = section.asks
    if asks is None:
        return
    lines = first_lines(region) if asks.lines else ()
    there = {line.link for line in section.lines}
    for link, title in (
        *_mine(sitting, asks.named, leave_out),
        *titled(sitting, asks.links),
        *((f"resource:{line.id}", line.title) for line in lines),
    ):
        if link not in there:
            yield link, title


def _mine(
    sitting: "Sitting", named: str | None, leave_out: "LeaveOut"
) -> Iterator[tuple[str, str]]:
    if named == "skill":
        for one in sitting.eased(MOST_SKILLS, leave_out):
            yield f"exercise:{one.head.id}", one.head.title
    for contact in sitting.days.plans.people():
        if contact.id.startswith(f"{named}:"):
            yield contact.id, contact.name


def words_named(sitting: "Sitting", section: "Section") -> list[str]:
    """The strengths or goals a person has named that belong into a section and are not in it."""
    named = section.asks.named if section.asks else None
    if named not in ("strength", "goal"):
        return []
    there = {line.text for line in section.lines}
    return [words for words in sitting.named(named, frozenset()) if words not in there]


def kinds(sitting: "Sitting") -> Iterable[Choice]:
    """What there is to lead to."""
    if sitting.days.plans.contacts:
        yield Choice(_("A person or place of mine"), "people", "1", mark="›")
    yield Choice(_("An exercise"), "exercises", "2", mark="›")
    yield Choice(_("A help line"), "lines", "3", mark="›")
    yield Choice(_("A chart"), "charts", "4", mark="›")


def targets(sitting: "Sitting", kind: str, region: str | None) -> list[Choice]:
    """All of one of `kinds`; the id of a row is the link."""
    match kind:
        case "people":
            found = [(one.id, one.name) for one in sitting.days.plans.people()]
        case "exercises":
            heads = (head for head in sitting.heads.values() if not head.hidden)
            found = sorted(
                ((f"exercise:{head.id}", head.title) for head in heads), key=lambda each: each[1]
            )
        case "lines":
            found = [(f"resource:{line.id}", line.title) for line in sitting.help_lines(region)]
        case _:
            own = sorted(sitting.days.charts.values(), key=lambda chart: chart.title)
            found = [(f"chart:{chart.id}", chart.title) for chart in own]
            found += titled(
                sitting, (f"routine:{full}" for full in sitting.library.ids("routines"))
            )
    return [Choice(title, link, mark="›") for link, title in found]

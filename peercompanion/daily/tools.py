"""Guided tools: worksheets and pages, walked through like any exercise."""

from collections.abc import Iterable

from peercompanion.language import _
from peercompanion.packs.models import Tool
from peercompanion.practice.choice import Choice, digit
from peercompanion.practice.leaving_out import LeaveOut, rests_on
from peercompanion.practice.words import about_minutes
from peercompanion.sitting import Sitting


def lead() -> str:
    """What they are."""
    return _("Work something out, a line at a time. You can stop after any line.")


def rows(sitting: Sitting, leave_out: LeaveOut) -> Iterable[Choice]:
    """Those that ask something, then those to read."""
    ids = sitting.library.ids("tools")
    every = [(f"tool:{full}", sitting.guide(f"tool:{full}")) for full in ids]
    fit = [
        (link, tool)
        for link, tool in every
        if isinstance(tool, Tool) and not tool.hidden and not rests_on(tool.contains, leave_out)
    ]
    ask = [(link, tool) for link, tool in fit if any(step.kind != "say" for step in tool.step)]
    read = [each for each in fit if each not in ask]
    for number, (link, tool) in enumerate([*ask, *read], start=1):
        if number == len(ask) + 1:
            yield Choice(" ")
            yield Choice(_("To read"))
        yield Choice(tool.title, link, digit(number), about_minutes(tool.minutes), mark="›")

"""What is of use today, on the right side of Home: read after the first frame, without models."""

import datetime
from collections.abc import Iterable
from typing import TYPE_CHECKING

from peercompanion.kept import LINE
from peercompanion.language import _, ngettext
from peercompanion.practice import day_words, goals, routine
from peercompanion.tui.widgets.choices import Choice

if TYPE_CHECKING:
    from peercompanion.packs.vocabulary import Contains
    from peercompanion.practice.days import Days
    from peercompanion.practice.leaving_out import LeaveOut
    from peercompanion.practice.suggestions import Suggestion
    from peercompanion.sitting import Sitting

ITEMS = 6
"""Items of a chart that are shown at most: from the first one nothing is said of."""


def useful_rows(
    sitting: "Sitting", today: datetime.date, leave_out: "frozenset[Contains]"
) -> Iterable[Choice]:
    """What was left half-way, the chart of the day, the next step, what has eased things."""
    half_way = half_way_rows(sitting)
    after_care = after_care_rows(sitting)
    if not sitting.records and not sitting.days.began and not half_way and not after_care:
        yield from first_rows()
        return
    parts = [
        [Choice(_("Good to see you."))] if day_words.long_away(sitting.days, today) else [],
        after_care,
        half_way,
        chart_rows(sitting.days, today, leave_out),
        step_rows(sitting.days, today),
        [row for each in sitting.eased(1, leave_out) for row in eased_rows(each)],
    ]
    for number, part in enumerate(filter(None, parts)):
        if number:
            yield Choice(" ")
        yield from part


def after_care_rows(sitting: "Sitting") -> list[Choice]:
    """The after-care list, where it was wished for after a hard walk."""
    if not sitting.after_care:
        return []
    return [
        Choice(_("Last time was hard")),
        Choice(_("The after-care list"), "after-care:open", "a", mark="›"),
        Choice(_("Not today"), "after-care:", "x"),
    ]


def chart_rows(days: "Days", today: datetime.date, leave_out: "LeaveOut") -> list[Choice]:
    """The chart of the day with its shapes; on a day off, that and nothing else."""
    if off := days.off(today):
        return [Choice(day_words.off_in_words(*off, today))]
    kind = days.kind_of(today)
    chart = days.chart_of(today)
    if chart is None:
        return []
    marked = days.marked(chart.id, today)
    items = routine.items_for(chart, today, leave_out, marked)
    first = next((at for at, item in enumerate(items) if item.id not in marked), 0)
    first = max(min(first - 1, len(items) - ITEMS), 0)
    heading = _("{chart}, a small day").format(chart=chart.title) if kind.small else chart.title
    rows = [
        Choice(
            item.words(small=kind.small),
            f"item:{chart.id}/{item.id}",
            mark=day_words.SHAPES[day_words.said_of_item(days, chart, item.id, today, today)],
        )
        for item in items[first : first + ITEMS]
    ]
    return [Choice(heading), *rows] if rows else []


def step_rows(days: "Days", today: datetime.date) -> list[Choice]:
    """The next small step, if there is one."""
    step = goals.next_step(days.steps.values(), today)
    return [Choice(_("Next small step")), Choice(step.text, step.id, "t", mark="›")] if step else []


def first_rows() -> list[Choice]:
    """What a first start offers."""
    return [
        Choice(_("To begin, any of these")),
        Choice(" "),
        Choice(_("A one-minute exercise"), "one-minute", "a", mark="›"),
        Choice(_("Set up my day"), "today", "b", mark="›"),
        Choice(_("Write my plan"), "plan", "w", mark="›"),
    ]


def half_way_rows(sitting: "Sitting") -> list[Choice]:
    """The line or the guide that was left half-way last, if there is one."""
    for draft in sitting.kept.drafts():
        if isinstance(line := draft.answers.get(LINE), str) and draft.item.startswith(f"{LINE}:"):
            return [Choice(_("A line you began")), Choice(line, draft.item, "g", mark="›")]
        if title := sitting.title_of(draft.item):
            link = draft.item if ":" in draft.item else f"exercise:{draft.item}"
            return [Choice(_("Left half-way")), Choice(title, link, "g", mark="›")]
    return []


def eased_rows(suggestion: "Suggestion") -> list[Choice]:
    """What has eased things before, with how often."""
    minutes = ngettext("{n} min", "{n} min", suggestion.minutes).format(n=suggestion.minutes)
    note = f"{minutes} · {times(suggestion.eased.easier, suggestion.eased.times)}"
    row = Choice(suggestion.head.title, f"exercise:{suggestion.head.id}", "e", note, mark="›")
    return [Choice(_("Has eased things before")), row]


def times(easier: int, of: int) -> str:
    """How often it eased things, told honestly when there are few."""
    if of == 1:
        return _("the one time you said")
    return _("{easier} of {of} times").format(easier=easier, of=of)

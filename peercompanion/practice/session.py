"""A talk with a peer supporter: its agenda, what was since last time, and the agreed summary."""

import datetime
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal, get_args

from peercompanion.language import _, day_in_words, ngettext
from peercompanion.packs.models.guides import Guide
from peercompanion.packs.models.steps import AnyStep, Say, Wait
from peercompanion.practice import records
from peercompanion.practice.choice import Choice
from peercompanion.practice.glimpse import Glimpse
from peercompanion.practice.goals import Step

Whose = Literal["mine", "ours", "theirs"]
"""Whose words a line is: the person's own, both, or the supporter's."""
WHOSE: tuple[Whose, ...] = get_args(Whose)
SINCE = datetime.timedelta(days=14)
"""What counts as since last time."""
MOST_LINES = 12


def still(guide: Guide) -> Guide:
    """The guide with steps that wait for whoever leads, however long they last."""

    def step(each: AnyStep) -> AnyStep:
        if isinstance(each, Say):
            return each.model_copy(update={"seconds": None})
        if isinstance(each, Wait):
            return Say(kind="say", **each.model_dump(exclude={"kind", "seconds"}))
        return each

    return guide.model_copy(
        update={"step": tuple(map(step, guide.step)), "small": tuple(map(step, guide.small))}
    )


# Since last time


def since_last_time(
    practised: Sequence[Glimpse],
    steps: Iterable[Step],
    hopes: Sequence[str],
    titles: Mapping[str, str],
    since: datetime.date,
) -> list[str]:
    """What there is to look back on, one line each; the person decides what stays on it.

    Args:
        practised: What was practised, oldest first.
        steps: All small steps.
        hopes: What the person is working toward; one is plenty.
        titles: Titles of exercises by full id.
        since: The first day that counts.
    """
    lately = [each for each in practised if each.day >= since and each.item in titles]
    lines = []
    if days := len({each.day for each in lately}):
        said = ngettext("Practiced on one day", "Practiced on {n} days", days)
        lines.append(said.format(n=days))
    for item in dict.fromkeys(each.item for each in lately):
        easier = sum(each.item == item and each.ease == "easier" for each in lately)
        said = _("{title}, it eased things") if easier else _("{title}, tried")
        lines.append(said.format(title=titles[item]))
    landed = (step for step in steps if step.landed_on and step.landed in ("done", "some"))
    lines += [
        _("A step: {step}").format(step=step.text)
        for step in landed
        if step.landed_on and step.landed_on >= since
    ]
    lines += [_("A hope: {hope}").format(hope=hope) for hope in hopes[:1]]
    return lines[:MOST_LINES]


# The agreed summary


@dataclass(frozen=True)
class SummaryLine:
    """One line: what it says, whose words it is, and whether both agreed to keep it."""

    text: str
    whose: Whose = "mine"
    kept: bool = False

    def reworded(self, text: str) -> "SummaryLine":
        """Another wording; what was agreed was the old one."""
        return self if text == self.text else replace(self, text=text, kept=False)

    def turned(self) -> "SummaryLine":
        """Somebody else's words."""
        return replace(self, whose=WHOSE[(WHOSE.index(self.whose) + 1) % len(WHOSE)])


def whose_words() -> Mapping[Whose, str]:
    """Whose words a line is, as people say it."""
    return {
        "mine": _("my words"),
        "ours": _("our words"),
        "theirs": _("my supporter's words"),
    }


def at_line(line: SummaryLine) -> list[Choice]:
    """What can be done with a line."""
    agree = _("Not agreed after all") if line.kept else _("Agreed: keep it")
    return [
        Choice(agree, "agree", "1"),
        Choice(_("Say it differently"), "reword", "2"),
        Choice(_("Take it off"), "drop", "3"),
        Choice(_("Whose words"), "whose", "4", note=whose_words()[line.whose]),
    ]


def changed(lines: list[SummaryLine], at: int, what: str) -> None:
    """Do one of those that need no words: agree, whose, or drop."""
    match what:
        case "agree":
            lines[at] = replace(lines[at], kept=not lines[at].kept)
        case "whose":
            lines[at] = lines[at].turned()
        case "drop":
            del lines[at]


def starters() -> tuple[str, ...]:
    """What a summary may hold, in the person's words. There is no field that has to be filled."""
    return (
        _("What I wanted today: …"),
        _("What went okay: …"),
        _("What we tried, and how it felt: …"),
        _("A strength: …"),
        _("My next small step, and a smaller one: …"),
        _("Who or what can help: …"),
        _("When we talk next: …"),
    )


def summary(
    lines: Iterable[SummaryLine], *, record_id: str, at: datetime.datetime
) -> records.Summary:
    """The record: the lines that were agreed, and nothing else."""
    agreed = [records.AgreedLine(text=line.text, whose=line.whose) for line in lines if line.kept]
    return records.Summary(id=record_id, at=at, day=at.date(), lines=agreed)


def as_text(kept: records.Summary) -> str:
    """The same as a file that can be read without the app."""
    words = whose_words()
    lines = [f"- {line.text}  ({words[line.whose]})" for line in kept.lines]
    head = _("What we agreed on, {day}").format(day=day_in_words(kept.day))
    foot = _("This is yours. Nobody else has a copy unless you gave them one.")
    return "\n".join([head, "", *lines, "", foot, ""])

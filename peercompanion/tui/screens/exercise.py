"""A guide's front page: what it is, how long, and how to begin."""

from collections.abc import Iterable
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.widget import Widget

from peercompanion.language import _
from peercompanion.packs.models.guides import Guide, Tool
from peercompanion.practice.answers import filled
from peercompanion.practice.leaving_out import rests_on, steps_for
from peercompanion.practice.suggestions import Suggestion, eased
from peercompanion.practice.words import about_minutes, reason
from peercompanion.sitting import Sitting
from peercompanion.tui.page import Page, text
from peercompanion.tui.widgets.choices import Choice, Choices

ROW_OF = {"begin_small": "s", "other_way": "o", "more": "i"}
"""The keys of the rows that actions stand for."""


class ExercisePage(Page):
    """Says when it may help, and begins it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "choose", "Begin"),
        Binding("s", "begin_small", "Small"),
        Binding("o", "other_way", "Other way"),
        Binding("i", "more", "About it"),
    ]

    def __init__(self, item: str, sitting: Sitting, *, small: bool = False) -> None:
        super().__init__()
        self.item = item
        self.sitting = sitting
        self.small = small
        self.guide: Guide | None = sitting.guide(item)

    def title_text(self) -> str:
        """Its name."""
        return self.guide.title if self.guide else _("Not there")

    def fact(self) -> str:
        """How long it takes."""
        return about_minutes(self.guide.minutes) if self.guide else ""

    def body(self) -> Iterable[Widget]:
        """What it is for, one line of caution at most, and the ways to begin."""
        if self.guide is None:
            yield text(_("This one cannot be opened. The others are fine."))
            yield Choices([Choice(_("Back"), "back", "1")])
            return
        names = self.app.names()
        yield text(self.guide.helps, "lead")
        if eased_before := self._reason():
            yield text(eased_before, "quiet")
        if self._left_out():
            yield text(_("It rests on something you asked to leave out."))
        elif self.guide.first_line:
            yield text(filled(self.guide.first_line, names, {}), "care")
        if isinstance(self.guide, Tool) and self.guide.limits:
            yield text(filled(self.guide.limits, names, {}))
        yield Choices(list(self._rows()))
        yield text(_("You can stop, skip or change any part."), "quiet", id="below")

    def on_screen_resume(self) -> None:
        """It may have been left half-way meanwhile."""
        if self.guide:
            choices = self.query_one(Choices)
            choices.show(list(self._rows()), choices.at)

    def _reason(self) -> str:
        head = self.sitting.heads.get(self.item)
        known = eased(self.sitting.records).get(self.item)
        return reason(Suggestion(head, eased=known)).capitalize() if head and known else ""

    def _left_out(self) -> bool:
        assert self.guide is not None
        leave_out = self.app.leave_out
        return rests_on(self.guide.contains, leave_out) or not steps_for(
            self.guide, small=False, leave_out=leave_out
        )

    def _rows(self) -> Iterable[Choice]:
        assert self.guide is not None
        draft = self.sitting.draft(self.item)
        if draft and not self._left_out():
            yield Choice(_("Go on where you were"), "resume", leads=True)
            yield Choice(_("Begin anew"), "begin", "b")
        elif not self._left_out():
            yield Choice(
                _("Begin"), "begin", leads=not self.small, key="" if not self.small else "b"
            )
        if self.guide.small and not self._left_out():
            minutes = about_minutes(self.guide.small_minutes)
            yield Choice(_("The small version"), "small", "s", note=minutes, leads=self.small)
        if (self.guide.instead or self._left_out()) and (other := self._other()):
            words = _("Another way: {title}").format(title=self.sitting.heads[other].title)
            yield Choice(words, "other", "o", leads=self._left_out())
        yield Choice(_("About it"), "more", "i")

    def _other(self) -> str | None:
        return self.sitting.other_way(self.item, self.app.leave_out)

    @on(Choices.Chosen)
    async def _chosen(self, chosen: Choices.Chosen) -> None:
        match chosen.choice.id:
            case "begin":
                self.app.begin(self.item)
            case "small":
                self.app.begin(self.item, small=True)
            case "resume":
                self.app.begin(self.item, resume=True)
            case "other":
                self.app.open_exercise(self._other() or self.item)
            case "more":
                self.action_more()
            case _:
                await self.leave()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Name the keys of the rows that are there, and no others."""
        if key := ROW_OF.get(action):
            return any(row.key == key for choices in self.query(Choices) for row in choices.rows)
        return super().check_action(action, parameters)

    def action_begin_small(self) -> None:
        """Begin the small version."""
        self.query_one(Choices).choose_key(ROW_OF["begin_small"])

    def action_other_way(self) -> None:
        """Open another exercise that does the same another way."""
        self.query_one(Choices).choose_key(ROW_OF["other_way"])

    def action_more(self) -> None:
        """Show what else is good to know."""
        from peercompanion.tui.screens.about import About

        if self.guide:
            self.app.push_screen(About(self.guide, self.sitting))

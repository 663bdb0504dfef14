"""Right now: three questions, each of which can be skipped, and at most five suggestions."""

from collections.abc import Iterable, Mapping
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.widget import Widget
from textual.widgets import Static

from peercompanion.language import _, ngettext
from peercompanion.practice.suggestions import Suggestion
from peercompanion.practice.words import about_minutes, likes, more_likes, reason, wheres
from peercompanion.sitting import Sitting
from peercompanion.tui.page import Page, text
from peercompanion.tui.widgets.choices import Choice, Choices

TIMES = (1, 3, 10)
"""Minutes that can be said."""
QUESTIONS = ("like", "minutes", "where", "suggestions")


class RightNow(Page):
    """Asks one thing at a time; what was said is kept for this sitting only.

    Args:
        sitting: What was read.
        asked: The questions were answered before; begin with the suggestions.
    """

    FIRST = "#rows"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "choose", "Choose"),
        Binding("right", "skip", "Skip", key_display="→"),
        Binding("left", "back", "Back", key_display="←"),
        Binding("slash", "find", "Find a title"),
    ]

    def __init__(self, sitting: Sitting, *, asked: bool = False) -> None:
        super().__init__()
        self.sitting = sitting
        self.minutes: int | None = None
        self.where: str | None = None
        self._question = "suggestions" if asked else "like"

    def title_text(self) -> str:
        """Where this is."""
        return _("Right now")

    def body(self) -> Iterable[Widget]:
        """One question and its answers."""
        yield text("", "lead", id="question")
        yield Choices(id="rows")

    def on_mount(self) -> None:
        """Ask the first question."""
        self._ask()

    def on_screen_resume(self) -> None:
        """What was practised meanwhile may change what is suggested."""
        if self._question == "suggestions":
            self._ask()

    def _ask(self) -> None:
        question, rows = {
            "like": self._like,
            "minutes": self._minutes,
            "where": self._where,
            "suggestions": self._suggestions,
        }[self._question]()
        self.query_one("#question", Static).update(question)
        self.query_one("#rows", Choices).show(rows)
        self.query_one("#rows").focus(scroll_visible=False)
        self._name_keys()

    def _like(self) -> tuple[str, list[Choice]]:
        rows = _numbered("like", likes())
        return _("What is it like?"), [
            *rows,
            Choice(_("More words"), "more-likes", "m", mark="›"),
        ]

    def _minutes(self) -> tuple[str, list[Choice]]:
        rows = [
            Choice(about_minutes(minutes), f"minutes:{minutes}", str(number))
            for number, minutes in enumerate(TIMES, start=1)
        ]
        return _("How much time is there?"), [*rows, Choice(_("Any"), "minutes:", "4")]

    def _where(self) -> tuple[str, list[Choice]]:
        return _("Where are you?"), _numbered("where", wheres())

    def _suggestions(self) -> tuple[str, list[Choice]]:
        found = self._suggested()
        rows = [self._suggestion(number, each) for number, each in enumerate(found, start=1)]
        rows.append(Choice(" "))
        rows.append(Choice(_("Pick one for me"), "pick", "p"))
        rows.append(Choice(_("Find a title"), "find", "/"))
        return _("These might fit."), rows

    def _suggested(self) -> list[Suggestion]:
        return self.sitting.suggest(self.app.leave_out, minutes=self.minutes, where=self.where)

    def _suggestion(self, number: int, suggestion: Suggestion) -> Choice:
        minutes = ngettext("{n} min", "{n} min", suggestion.minutes).format(n=suggestion.minutes)
        facts = [minutes, _("small") if suggestion.small else "", reason(suggestion)]
        return Choice(
            suggestion.head.title,
            f"exercise:{suggestion.head.id}:{'small' if suggestion.small else ''}",
            str(number),
            note=" · ".join(filter(None, facts)),
        )

    @on(Choices.Chosen)
    async def _chosen(self, chosen: Choices.Chosen) -> None:
        what, _colon, which = chosen.choice.id.partition(":")
        match what:
            case "more-likes":
                self.query_one("#rows", Choices).show(_numbered("like", more_likes()))
            case "like":
                self.sitting.like = which or None
                self.action_skip()
            case "minutes":
                self.minutes = int(which) if which else None
                self.action_skip()
            case "where":
                self.where = None if which == "anywhere" else which
                self.action_skip()
            case "exercise":
                item, _colon, small = which.partition(":")
                self.app.open_exercise(item, small=bool(small))
            case "pick":
                self.pick()
            case "find":
                self.action_find()

    def pick(self) -> None:
        """Open one of the suggestions, another one each time."""
        if found := self.sitting.pick(self._suggested()):
            self.app.open_exercise(found.head.id, small=found.small)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Skipping ends at the suggestions, going back at the first question."""
        if action == "skip":
            return self._question != "suggestions"
        return self._question != "like" if action == "back" else True

    def action_skip(self) -> None:
        """Go to the next question; what was not said narrows nothing."""
        self._go(1)

    def action_back(self) -> None:
        """Go to the question before."""
        self._go(-1)

    def _go(self, by: int) -> None:
        self._question = QUESTIONS[QUESTIONS.index(self._question) + by]
        self._ask()

    def action_find(self) -> None:
        """Look through all titles."""
        from peercompanion.tui.screens.find import Find

        self.app.push_screen(Find(self.sitting))


def _numbered(what: str, words: Mapping[str, str]) -> list[Choice]:
    return [
        Choice(said, f"{what}:{name}", str(number))
        for number, (name, said) in enumerate(words.items(), start=1)
    ]

"""The check-in: the weather inside in one key. Everything after that is only if wanted."""

from collections.abc import Iterable
from typing import cast

from peercompanion.language import _
from peercompanion.packs.models.words import (
    Family,
    Feelings,
    QuestionGroup,
    Questions,
    Scale,
    Scales,
)
from peercompanion.practice import check_in
from peercompanion.practice.check_in import MOST_QUESTIONS, MOST_WORDS
from peercompanion.practice.records import CheckIn as Record
from peercompanion.sitting import Sitting
from peercompanion.tui.screens.asking import AskingPage
from peercompanion.tui.widgets.choices import Choice, Choices


class CheckIn(AskingPage):
    """One key opens it, the next one keeps it; the same three rows follow for everyone."""

    def __init__(self, sitting: Sitting) -> None:
        super().__init__(sitting)
        self.record: Record | None = None
        """What was said so far; None before the weather was."""
        self.part = "storm"
        """What is asked: storm, next, families, a family, energy, questions or a question."""

    def title_text(self) -> str:
        """Where this is."""
        return _("Check in")

    # What is asked

    def lead(self) -> str:
        """The question at hand."""
        match self.part:
            case "storm" | "energy":
                return self._scale(self.part).label
            case "families":
                return _("Is there a word for it? Up to three.")
            case "questions":
                return _("Which of these would you like to be asked? Up to three.")
            case "next":
                return _("And now?")
        return next((f.title for f in self._families() if f.id == self.part), "")

    def rows(self) -> Iterable[Choice]:
        """The answers to it."""
        match self.part:
            case "storm" | "energy":
                yield from self._anchors(self.part)
            case "families":
                yield from self._family_rows()
            case "questions":
                yield from self._question_rows()
            case "next":
                yield from self._next_rows()
            case family:
                yield from self._word_rows(family)

    def below(self) -> str:
        """What was said so far, in words."""
        if self.record is None or self.part == "storm":
            return ""
        said = [", ".join(self.record.words)]
        if self.record.energy is not None:
            said.append(self._nearest("energy", self.record.energy))
        said.insert(0, self._nearest("storm", self.record.storm or 0))
        return " · ".join(filter(None, said))

    def _anchors(self, name: str) -> Iterable[Choice]:
        for number, anchor in enumerate(self._scale(name).anchors, start=1):
            yield Choice(anchor.text, f"{name}:{anchor.at}", str(number))
        if name == "energy":
            yield Choice(_("Rather not say"), "part:next", "6")

    def _next_rows(self) -> Iterable[Choice]:
        """The three rows it ends in, the same for everyone, then what more can be said."""
        yield Choice(_("Something for now"), "for-now", "1", mark="›")
        yield Choice(_("Someone to talk with"), "people", "2", mark="›")
        yield Choice(_("That is enough"), "enough", "3", mark="›")
        yield Choice(" ")
        yield Choice(_("If you like"))
        yield Choice(_("A word for it"), "part:families", "w", mark="›")
        yield Choice(_("Energy"), "part:energy", "e", mark="›")
        for number, question in enumerate(self._asked()):
            answer = str(self.record.answers.get(question, "")) if self.record else ""
            yield Choice(question, f"ask:{question}", "abd"[number], note=answer, mark="›")
        yield Choice(_("Questions to be asked"), "part:questions", "o", mark="›")

    def _family_rows(self) -> Iterable[Choice]:
        for number, family in enumerate(self._families(), start=1):
            yield Choice(
                family.title,
                f"part:{family.id}",
                str(number),
                ", ".join(family.words[:3]),
                mark="›",
            )
        yield Choice(_("Words of my own"), "own-word", "t", mark="›")
        yield Choice(_("Go on"), "part:next", "g", mark="›")

    def _word_rows(self, family: str) -> Iterable[Choice]:
        words = next((each.words for each in self._families() if each.id == family), ())
        picked = self.record.words if self.record else []
        for number, word in enumerate(words, start=1):
            mark = "●" if word in picked else "○"
            yield Choice(word, f"word:{word}", str(number), mark=mark)
        yield Choice(_("Other words"), "part:families", "o", mark="›")
        yield Choice(_("Go on"), "part:next", "g", mark="›")

    def _question_rows(self) -> Iterable[Choice]:
        picked = self._asked()
        for group in self._questions():
            yield Choice(group.title)
            for question in group.items:
                mark = "●" if question in picked else "○"
                yield Choice(question, f"question:{question}", mark=mark)
        yield Choice(_("Go on"), "part:next", "g", mark="›")

    # What the packs say

    def _scale(self, name: str) -> Scale:
        scales = cast("Scales", self.sitting.library.words("scales")).scale
        return next(scale for scale in scales if scale.id == name)

    def _nearest(self, name: str, value: int) -> str:
        anchors = self._scale(name).anchors
        return min(anchors, key=lambda anchor: abs(anchor.at - value)).text

    def _families(self) -> tuple[Family, ...]:
        return cast("Feelings", self.sitting.library.words("feelings")).family

    def _questions(self) -> tuple[QuestionGroup, ...]:
        return cast("Questions", self.sitting.library.words("questions")).group

    def _asked(self) -> tuple[str, ...]:
        """The questions the person picked, now or at an earlier check-in."""
        if self.record and self.record.questions:
            return tuple(self.record.questions)
        return check_in.questions_picked(self.days.checkins.values())

    # Answers

    async def chosen(self, what: str, which: str) -> None:
        """Take an answer; the first one is kept at once, and each later one with it."""
        match what:
            case "storm":
                self._begin(int(which))
            case "energy":
                self._say(energy=int(which))
                self._go("next")
            case "part":
                self._go(which)
            case "word":
                self._words(which)
            case "own-word":
                self.ask(_("A word, a color, a kind of weather:"), self._words)
            case "question":
                self._pick(which)
            case "ask":
                answers = self.record.answers if self.record else {}
                self.ask(which, lambda line: self._answer(which, line), str(answers.get(which, "")))
            case "people":
                self.action_help_now()
            case "for-now":
                self._something()
            case "enough":
                self.app.go_home()

    def _go(self, part: str) -> None:
        self.part = part
        self.query_one("#rows", Choices).at = 0
        self.fill()

    def _begin(self, storm: int) -> None:
        asked = list(check_in.questions_picked(self.days.checkins.values()))
        self.record = Record(
            id=self.new_id(), at=self.now, day=self.today, storm=storm, questions=asked
        )
        self.keep(self.record)
        self._go("next")

    def _say(self, **said: object) -> None:
        if self.record:
            self.record = self.record.model_copy(update=said)
            self.keep(self.record)

    def _words(self, word: str) -> None:
        if self.record:
            self._say(words=list(check_in.toggled(self.record.words, word, MOST_WORDS)))

    def _pick(self, question: str) -> None:
        self._say(questions=list(check_in.toggled(self._asked(), question, MOST_QUESTIONS)))

    def _answer(self, question: str, line: str) -> None:
        if self.record:
            self._say(answers={**self.record.answers, question: line})

    def _something(self) -> None:
        from peercompanion.tui.screens.right_now import RightNow

        self.app.go_home()
        self.app.push_screen(RightNow(self.sitting))

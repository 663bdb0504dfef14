"""Checking in: the weather inside first, then whatever is wanted; one record grows with it all.

Nothing said here sets anything off. It ends in the same three rows for everyone.
"""

import datetime
from collections.abc import Iterable
from typing import cast

from peercompanion.kept import new_id
from peercompanion.language import _
from peercompanion.packs.models.words import Family, Feelings, Question, Questions, Scale, Scales
from peercompanion.practice import check_in
from peercompanion.practice.check_in import MOST_QUESTIONS, MOST_WORDS, CheckedIn
from peercompanion.practice.choice import Choice, Outcome, digit
from peercompanion.practice.choice import Question as Asked
from peercompanion.practice.leaving_out import LeaveOut
from peercompanion.practice.records import CheckIn as Record
from peercompanion.sitting import Sitting

NEXT = "next"
"""The part everyone comes to after the weather, and goes back to."""
NO_CHANGE = ()


class CheckingIn:
    """One check-in.

    Attributes:
        record: What was said so far; None before the weather was.
        part: What is asked: `storm`, `next`, `families`, `family:<id>`, `energy`, `questions` or
            `question:<its words>`.
    """

    def __init__(self, sitting: Sitting, leave_out: LeaveOut) -> None:
        self.sitting = sitting
        self.leave_out = leave_out
        self.record: Record | None = None
        self.part = "storm"

    # What is asked

    def lead(self) -> str:
        """The question at hand."""
        what, _colon, which = self.part.partition(":")
        match what:
            case "families":
                return _("Is there a word for it? Up to three.")
            case "family":
                return next((each.title for each in self._families() if each.id == which), "")
            case "questions":
                return _("Which of these would you like to be asked? Up to three.")
            case "question":
                return which
            case "next":
                return _("And now?")
        return self._scale(what).label

    def rows(self) -> Iterable[Choice]:
        """The answers to it."""
        what, _colon, which = self.part.partition(":")
        match what:
            case "families":
                return self._family_rows()
            case "family":
                return self._word_rows(which)
            case "questions":
                return self._question_rows()
            case "question":
                return self._named_rows(which)
            case "next":
                return self._next_rows()
        return self._anchors(what)

    def said(self) -> str:
        """What was said so far, in words."""
        if self.record is None or self.part == "storm":
            return ""
        said = (self._nearest("storm", self.record.storm or 0), ", ".join(self.record.words))
        return " · ".join(filter(None, (*said, self._energy())))

    def _energy(self) -> str:
        said = self.record.energy if self.record else None
        return "" if said is None else self._nearest("energy", said)

    def _anchors(self, name: str) -> Iterable[Choice]:
        for number, anchor in enumerate(self._scale(name).anchors, start=1):
            words = anchor.text[:1].upper() + anchor.text[1:]
            yield Choice(words, f"{name}:{anchor.at}", str(number))
        if name == "energy":
            yield Choice(_("Rather not say"), f"part:{NEXT}", "6")

    def _next_rows(self) -> Iterable[Choice]:
        yield Choice(_("Something for now"), "right-now", "1", mark="›")
        yield Choice(_("Someone to talk with"), "help", "2", mark="›")
        yield Choice(_("That is enough"), "enough", "3", mark="›")
        yield Choice(" ")
        yield Choice(_("If you like"))
        words = ", ".join(self.record.words) if self.record else ""
        yield Choice(_("A word for it"), "part:families", "w", words, mark="›")
        yield Choice(_("Energy"), "part:energy", "e", self._energy(), mark="›")
        for key, question in zip("abd", self._asked(), strict=False):
            yield Choice(question, f"ask:{question}", key, self._answer_to(question), mark="›")
        yield Choice(_("Questions to be asked"), "part:questions", "o", mark="›")

    def _family_rows(self) -> Iterable[Choice]:
        for number, family in enumerate(self._families(), start=1):
            some = ", ".join(family.words[:3])
            yield Choice(family.title, f"part:family:{family.id}", str(number), some, mark="›")
        yield Choice(_("Words of my own"), "own-word", "t", mark="›")
        yield _go_on()

    def _word_rows(self, family: str) -> Iterable[Choice]:
        words = next((each.words for each in self._families() if each.id == family), ())
        picked = self.record.words if self.record else []
        for number, word in enumerate(words, start=1):
            mark = "●" if word in picked else "○"
            yield Choice(word, f"word:{word}", str(number), mark=mark)
        yield Choice(_("Other words"), "part:families", "o", mark="›")
        yield _go_on()

    def _question_rows(self) -> Iterable[Choice]:
        picked, words = self._asked(), self._words()
        for group in words.group:
            held = [one for one in self._questions() if one.group == group.id]
            if held:
                yield Choice(group.title)
            for one in held:
                mark = "●" if one.text in picked else "○"
                yield Choice(one.text, f"question:{one.text}", mark=mark)
        yield _go_on()

    def _named_rows(self, question: str) -> Iterable[Choice]:
        given = self._answer_to(question)
        for number, name in enumerate(self._named_for(question), start=1):
            mark = "●" if name == given else "○"
            key = digit(number)
            yield Choice(name, f"answer:{name}", key, mark=mark)
        own = given if given not in self._named_for(question) else ""
        yield Choice(_("Words of my own"), f"own-answer:{question}", "t", own, mark="›")
        yield _go_on()

    # What the packs say

    def _scale(self, name: str) -> Scale:
        scales = cast("Scales", self.sitting.library.words("scales")).scale
        return next(scale for scale in scales if scale.id == name)

    def _nearest(self, name: str, value: int) -> str:
        anchors = self._scale(name).anchors
        return min(anchors, key=lambda anchor: abs(anchor.at - value)).text

    def _families(self) -> tuple[Family, ...]:
        return cast("Feelings", self.sitting.library.words("feelings")).family

    def _words(self) -> Questions:
        return cast("Questions", self.sitting.library.words("questions"))

    def _questions(self) -> list[Question]:
        return check_in.fitting(self._words().question, self.leave_out)

    def _asked(self) -> tuple[str, ...]:
        """The questions the person picked, now or at an earlier check-in."""
        if self.record and self.record.questions:
            picked = tuple(self.record.questions)
        else:
            picked = check_in.questions_picked(self.sitting.days.checkins.values())
        return check_in.without(picked, self._words().question, self.leave_out)

    def _answer_to(self, question: str) -> str:
        return str(self.record.answers.get(question, "")) if self.record else ""

    def _named_for(self, question: str) -> tuple[str, ...]:
        """Whom or what the person named before and may name in answer to it."""
        kinds = (one.named for one in self._words().question if one.text == question)
        return self.sitting.named(next(kinds, None) or "", self.leave_out)

    # Answers

    def chosen(self, row: str, now: datetime.datetime) -> Outcome:
        """Take an answer: the first one is kept at once, and each later one with it.

        `right-now`, `help` and `enough` are ways out, and for the face to go.
        """
        what, _colon, which = row.partition(":")
        match what:
            case "storm":
                return self._begin(int(which), now)
            case "energy":
                self.part = NEXT
                return self._say(energy=int(which))
            case "part":
                self.part = which
            case "word":
                return self._word(which)
            case "own-word":
                return Asked(_("A word, a color, a kind of weather:"), self._word)
            case "question":
                picked = check_in.toggled(self._asked(), which, MOST_QUESTIONS)
                return self._say(questions=list(picked))
            case "ask" if self._named_for(which):
                self.part = f"question:{which}"
            case "ask" | "own-answer":
                return self._ask(which)
            case "answer":
                return self._answer(self.part.partition(":")[2], which)
        return NO_CHANGE

    def back(self) -> bool:
        """Go back to what everyone comes to; False where that is all there is."""
        if self.part in ("storm", NEXT):
            return False
        self.part = NEXT
        return True

    def take_up(self, now: datetime.datetime) -> None:
        """Go on with the latest check-in, where something ended it half-way."""
        latest = max(self.sitting.days.checkins.values(), key=_when, default=None)
        if latest:
            self.record = Record(
                id=latest.id,
                at=now,
                day=latest.day,
                storm=latest.storm,
                words=list(latest.words),
                energy=latest.energy,
                questions=list(latest.questions),
                answers=dict(latest.answers),
            )
            self.part = NEXT

    def _begin(self, storm: int, now: datetime.datetime) -> Outcome:
        asked = list(self._asked())
        self.record = Record(id=new_id(now), at=now, day=now.date(), storm=storm, questions=asked)
        self.part = NEXT
        return (self.record,)

    def _say(self, **said: object) -> Outcome:
        if self.record is None:
            return NO_CHANGE
        self.record = self.record.model_copy(update=said)
        return (self.record,)

    def _word(self, word: str) -> Outcome:
        picked = self.record.words if self.record else []
        return self._say(words=list(check_in.toggled(picked, word, MOST_WORDS)))

    def _ask(self, question: str) -> Outcome:
        given = self._answer_to(question)
        return Asked(question, lambda line: self._answer(question, line), given)

    def _answer(self, question: str, line: str) -> Outcome:
        self.part = NEXT
        before = self.record.answers if self.record else {}
        return self._say(answers={**before, question: line})


def _go_on() -> Choice:
    return Choice(_("Go on"), f"part:{NEXT}", "g", mark="›")


def _when(each: CheckedIn) -> tuple[datetime.date, str]:
    return (each.day, each.id)

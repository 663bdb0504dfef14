"""The check-in: the weather inside in one answer. Everything after that is only if wanted."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, cast

from peercompanion.language import _
from peercompanion.packs.models.words import Feelings, Questions, Scale, Scales
from peercompanion.plain.talk import Enough
from peercompanion.practice import check_in as checking_in
from peercompanion.practice.check_in import MOST_QUESTIONS, MOST_WORDS
from peercompanion.practice.choice import Choice
from peercompanion.practice.records import CheckIn as Record

if TYPE_CHECKING:
    from peercompanion.plain.companion import Companion


def check_in(face: "Companion") -> None:
    """Ask for the weather and keep it; then offer the same rows to everyone."""
    checking = CheckIn(face)
    checking.ask_weather()
    face.talk.say(_("And now?"))
    face.talk.room(_("Check in"), lambda: list(checking.rows()), checking.chosen, enter="enough")


class CheckIn:
    """One check-in: its record grows with each answer."""

    def __init__(self, face: "Companion") -> None:
        self.face = face
        self.talk = face.talk
        now = face.clock.now()
        before = face.sitting.days.checkins.values()
        asked = list(checking_in.questions_picked(before))
        self.record = Record(id=face.new_id(), at=now, day=now.date(), questions=asked)
        self._first = True

    def ask_weather(self) -> None:
        """Ask on the scale of storms; every answer is as good as another."""
        self._say(storm=self._on_scale("storm"))

    def rows(self) -> Iterable[Choice]:
        """The three rows it ends in, then what more can be said."""
        yield Choice(_("Something for now"), "right-now")
        yield Choice(_("Someone to talk with"), "help")
        yield Choice(_("That is enough"), "enough")
        yield Choice(_("A word for it"), "words", note=", ".join(self.record.words))
        yield Choice(_("Energy"), "energy")
        for question in self.record.questions:
            yield Choice(
                question, f"ask:{question}", note=str(self.record.answers.get(question, ""))
            )
        yield Choice(_("Questions to be asked"), "questions")

    def chosen(self, chosen: str) -> None:
        """Take one more answer, or lead on."""
        what, _colon, which = chosen.partition(":")
        match what:
            case "enough":
                raise Enough
            case "words":
                self.talk.room(_("A word for it"), lambda: list(self._families()), self._family)
            case "energy":
                self._say(energy=self._on_scale("energy"))
            case "ask":
                self.talk.say(which)
                if line := self.talk.line(_("Type it, or Enter for none:")):
                    self._say(answers={**self.record.answers, which: line})
            case "questions":
                self.talk.room(_("Questions"), lambda: list(self._questions()), self._pick)
            case task:
                self.face.go(task)

    def _say(self, **said: object) -> None:
        self.record = self.record.model_copy(update=said)
        self.face.keep(self.record, again=not self._first)
        self._first = False

    # What the packs say

    def _on_scale(self, name: str) -> int:
        scale = self._scale(name)
        self.talk.say(scale.label)
        words = [(each.text[:1].upper() + each.text[1:], each.at) for each in scale.anchors]
        return int(self.talk.choose([Choice(said, str(at)) for said, at in words]))

    def _scale(self, name: str) -> Scale:
        scales = cast("Scales", self.face.sitting.library.words("scales")).scale
        return next(scale for scale in scales if scale.id == name)

    def _families(self) -> Iterable[Choice]:
        for family in cast("Feelings", self.face.sitting.library.words("feelings")).family:
            yield Choice(family.title, family.id, note=", ".join(family.words[:3]))
        yield Choice(_("Words of my own"), "own")

    def _family(self, chosen: str) -> None:
        if chosen == "own":
            line = self.talk.line(_("A word, a color, a kind of weather, or Enter for none:"))
            self._word(line)
            return
        families = cast("Feelings", self.face.sitting.library.words("feelings")).family
        words = next(family.words for family in families if family.id == chosen)
        picked = self.record.words
        rows = [Choice(word, word, mark="●" if word in picked else "") for word in words]
        self._word(self.talk.choose(rows))

    def _word(self, word: str) -> None:
        if word:
            self._say(words=list(checking_in.toggled(self.record.words, word, MOST_WORDS)))

    def _questions(self) -> Iterable[Choice]:
        for group in cast("Questions", self.face.sitting.library.words("questions")).group:
            for question in group.items:
                mark = "●" if question in self.record.questions else ""
                yield Choice(question, question, mark=mark)

    def _pick(self, question: str) -> None:
        asked = checking_in.toggled(self.record.questions, question, MOST_QUESTIONS)
        self._say(questions=list(asked))

"""After a guide: it is kept first, then how it is now, then what next."""

from typing import TYPE_CHECKING

from peercompanion.language import _
from peercompanion.plain.talk import Back, Stop
from peercompanion.practice.answers import filled, in_words
from peercompanion.practice.choice import Choice
from peercompanion.practice.records import plain
from peercompanion.practice.words import eases

if TYPE_CHECKING:
    from peercompanion.plain.companion import Companion
    from peercompanion.practice.player import Player
    from peercompanion.practice.records import Practised


class Afterwards:
    """Keeps the record first, and asks afterwards: what was practised is never at stake."""

    def __init__(self, face: "Companion", record: "Practised", player: "Player") -> None:
        self.face = face
        self.talk = face.talk
        self.sitting = face.sitting
        self.record = record
        self.player = player

    def run(self) -> None:
        """Ask one thing after the other; stopping asks nothing more."""
        self.face.keep(self.record)
        try:
            if self._written():
                self._ask_to_keep()
            self.sitting.kept.drop_draft(self.record.item)
            self._ask_how_it_is()
            self._ask_what_next()
        except (Back, Stop):
            return

    def _written(self) -> bool:
        """Whether something was typed that is kept only when the person says so."""
        wanted = self.player.kept_answers(said_so=True)
        return wanted != self.player.kept_answers(said_so=False)

    def _ask_to_keep(self) -> None:
        self.talk.say(_("Keep what you wrote?"))
        rows = [Choice(_("Keep it, on this computer"), "keep"), Choice(_("Let it go"), "let-go")]
        if self.talk.choose(rows, enter="keep") == "keep":
            self._change(answers=plain(self.player.kept_answers(said_so=True)))

    def _change(self, **changed: object) -> None:
        self.record = self.record.model_copy(update=changed)
        self.face.keep(self.record, again=True)

    def _ask_how_it_is(self) -> None:
        if self.player.guide.after:
            said = in_words(self.player.steps, self.player.answers)
            self.talk.say(filled(self.player.guide.after, self.face.names(), said))
        self.talk.say(_("How is it now?"))
        rows = [Choice(words, f"ease:{ease}") for ease, words in eases().items()]
        ease = self.talk.choose(rows, enter="ease:").removeprefix("ease:")
        if ease:
            self._change(ease=ease)
        if ease == "harder":
            self.sitting.harder.append(self.record.item)

    def _ask_what_next(self) -> None:
        from peercompanion.plain.exercise import front_page
        from peercompanion.plain.guide import walk

        if self.record.ease == "harder":
            self.talk.say(_("Harder is a real answer. That one may not be for today."))
            rows = self._after_harder()
        else:
            self.talk.say(_("And now?"))
            rows = [
                Choice(_("That is enough"), "enough"),
                Choice(_("Once more"), "again"),
                Choice(_("Something else"), "else"),
            ]
        what, _colon, which = self.talk.choose(rows, enter="enough").partition(":")
        match what:
            case "again":
                walk(self.face, self.record.item, small=self.record.small)
            case "else":
                from peercompanion.plain.right_now import suggestions

                suggestions(self.face)
            case "exercise":
                front_page(self.face, which)
            case "people":
                self.talk.get_help()

    def _after_harder(self) -> list[Choice]:
        others = self.sitting.suggest(self.face.leave_out)[:2]
        return [
            *(Choice(other.head.title, f"exercise:{other.head.id}") for other in others),
            Choice(_("Someone to talk with"), "people"),
            Choice(_("That is enough"), "enough"),
        ]

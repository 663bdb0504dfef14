"""What the pages of a plan share: what a choice leads to is asked, kept or said."""

from collections.abc import Callable, Iterable

from peercompanion.language import _
from peercompanion.planning import Outcome, Question
from peercompanion.tui.screens.asking import AskingPage


class WritingPage(AskingPage):
    """Rows of `peercompanion.planning`, and what choosing one makes of them."""

    def do(self, outcome: Outcome, then: Callable[[], None] | None = None) -> None:
        """Ask, keep or say.

        Args:
            outcome: What a choice leads to.
            then: Called once it is kept.
        """
        match outcome:
            case Question():
                question = outcome
                self.ask(
                    question.words, lambda said: self.do(question.then(said), then), question.before
                )
            case str():
                self.say(outcome)
                self.fill()
            case records:
                for number, record in enumerate(records, start=1):
                    self.keep(record, then if number == len(records) else None)

    def close(self) -> None:
        """Go back to what lies below."""
        self.app.pop_screen()


def from_others(examples: Iterable[str]) -> str:
    """Examples at hand, under a heading; nothing where there are none."""
    lines = [f"· {each}" for each in examples]
    return "\n".join([_("From others:"), *lines]) if lines else ""

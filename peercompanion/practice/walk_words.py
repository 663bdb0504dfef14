"""The words of what can be answered on the walk: the pack's where it has them, for every face."""

from collections.abc import Callable

from peercompanion.language import _
from peercompanion.practice.support_plan import Walk
from peercompanion.practice.words import eases

FROM_THE_PACK = {
    "with-them": "with-them",
    "did-not-help": "did-not-help",
    "no-answer": "no-answer",
    "no": "offer-after-care-no",
}
"""Answers whose words are sentences of the walk."""


Sentence = Callable[[str], str]
"""A sentence of the pack by its id; empty where it cannot be read."""


def label(sentence: Sentence, walk: Walk, choice: str) -> str:
    """What an answer is called."""
    state = walk.state
    if choice in ("easier", "same", "harder", "unsaid"):
        return eases()["" if choice == "unsaid" else choice]
    if state == "lines" and choice == "with-them":
        return sentence("on-a-call") or _("I am with someone or on a call")
    if (state, choice) == ("thing", "another"):
        return _("Another one")
    said = sentence(FROM_THE_PACK.get(choice, ""))
    return said or _own()[choice]


def _own() -> dict[str, str]:
    return {
        "with-them": _("I am with them now"),
        "did-not-help": _("They answered and it did not help"),
        "no-answer": _("No answer"),
        "tried": _("I tried it"),
        "guided": _("Step by step"),
        "remember": _("What I wrote to myself"),
        "weather": _("My weather"),
        "rate": _("How stormy it is, 0 to 10"),
        "no": _("No, keep nothing"),
        "yes": _("Yes"),
        "helped": _("Write down what helped a bit"),
        "stay": _("Stay with it"),
        "more": _("One more thing"),
        "another": _("Someone else"),
        "enough": _("That is enough"),
        "talked": _("We have talked"),
        "next": _("No answer: next line"),
        "person": _("A person"),
        "no-one": _("No one today"),
        "back": _("Back to the one thing"),
        "lines": _("Lines where a person listens"),
        "first-ten": _("Into my first ten minutes"),
        "coming-back": _("Into coming back"),
    }

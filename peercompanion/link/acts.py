"""What a supporter can do with the stage: the one list both consoles are held to."""

from dataclasses import dataclass

from peercompanion.language import _


@dataclass(frozen=True)
class Act:
    """One thing to do.

    Attributes:
        id: Its name; where the stage itself does it, the word for that (`vocabulary.What`).
        title: What it is called.
        help: What it does, in a few words.
    """

    id: str
    title: str
    help: str


def acts() -> tuple[Act, ...]:
    """All of them, those needed most first."""
    return (
        Act("next", _("Next"), _("the next card or step")),
        Act("back", _("Step back"), _("the card or step before")),
        Act("space", _("Start or pause"), _("a pacer, or one thing noticed")),
        Act("blank", _("Blank the stage"), _("and bring back the very same")),
        Act("lines", _("Help lines"), _("on the stage, or away")),
        Act("serious", _("A serious moment"), _("blank, and what to say")),
        Act("board", _("Board"), _("lines typed together")),
        Act("here", _("Take the stage here"), _("to the step you look at")),
        Act("offered", _("Open what this part offers"), _("an exercise or a tool")),
        Act("on", _("On with the agenda"), _("its next part")),
        Act("open", _("Exercises and tools"), _("open one on the stage")),
        Act("agenda", _("Agendas"), _("open one on the stage")),
        Act("freeze", _("Freeze the stage"), _("look ahead alone, or follow")),
        Act("lead", _("Who leads"), _("the screen, you, or everyone")),
        Act("slower", _("Longer breaths"), _("from the next breath on")),
        Act("faster", _("Quicker breaths"), _("from the next breath on")),
        Act("other-way", _("Another way"), _("the one that is not breathing")),
        Act("small", _("Small version"), _("or the whole one again")),
        Act("latecomer", _("Welcome a latecomer"), _("a card, or away")),
        Act("thanks", _("Thank you card"), _("the last one")),
        Act("hide", _("Hide and pause"), _("everything waits")),
        Act("before", _("Before the call"), _("six lines to go through")),
        Act("after", _("After the call"), _("three minutes for you")),
        Act("agency-steps", _("My agency's steps"), _("for a serious moment")),
        Act("helped", _("What has helped me"), _("your own lines, for you alone")),
        Act("take", _("Take over"), _("from another console")),
    )

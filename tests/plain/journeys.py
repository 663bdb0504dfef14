"""Ten whole journeys: where each begins, and what is typed. `~12 next` is typed after 12 seconds."""

from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class Journey:
    """One sitting from beginning to end."""

    name: str
    lines: tuple[str, ...]
    begin: dict[str, Any] = field(default_factory=dict)


JOURNEYS = (
    Journey("one-minute", ("", "2", "1", "q")),
    Journey("long-exhale", ("1", "2"), {"play": ("core/long-exhale", False)}),
    Journey(
        "pausing-and-changing",
        ("~8 ", "slower", "~9 help", "b", "", "~6 next", "4", ""),
        {"play": ("core/long-exhale", True)},
    ),
    Journey(
        "right-now", ("1", "2", "", "1", "1", "~5 n", "~5 n", "~5 n", "~5 n", "3", "3", "q", "q")
    ),
    Journey("help-without-a-region", ("2", "2", "b"), {"task": "help"}),
    Journey(
        "check-in",
        ("3", "words", "2", "1", "back", "9", "That is"),
        {"task": "check-in"},
    ),
    Journey(
        "a-chart-and-a-day",
        ("choose a chart", "6", "1", "b", "mark", "1", "1", "2", "2", "b", "q"),
        {"task": "today"},
    ),
    Journey(
        "a-small-step",
        ("a new step", "Call the clinic", "where did", "some", "how sure", "12", "7", "b", "b"),
        {"task": "steps"},
    ),
    Journey(
        "weighing-a-choice",
        ("", "", "Rest on Sunday", "", "", "", "help", "b", "stop", "1", "", "1"),
        {"play": ("tool:core/weighing", False)},
    ),
    Journey(
        "the-plan-and-its-walk",
        ("2", "1", "Sit on the back step", "b", "1", "1", "1", "3", "q", "b"),
        {"task": "plan"},
    ),
)

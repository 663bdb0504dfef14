"""Ten whole journeys: where each begins, and what is typed; `~12 next` after twelve seconds."""

from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class Journey:
    """One sitting from beginning to end."""

    name: str
    lines: tuple[str, ...]
    begin: dict[str, Any] = field(default_factory=dict)

    @property
    def typed(self) -> list[str]:
        """The lines without the seconds after which they come."""
        return [line.partition(" ")[2] if line.startswith("~") else line for line in self.lines]

    @property
    def command(self) -> list[str]:
        """What is typed after `peercompanion` to begin it."""
        if play := self.begin.get("play"):
            item, small = play
            return ["--plain", "play", item, *(["--small"] if small else [])]
        task = self.begin.get("task")
        return ["--plain", *([task] if task else [])]


JOURNEYS = (
    Journey("one-minute", ("", "2", "1", "q")),
    Journey("long-exhale", ("1", "1"), {"play": ("core/long-exhale", False)}),
    Journey(
        "pausing-and-changing",
        ("~8 ", "slower", "~9 help", "b", "", "~6 next", "4", ""),
        {"play": ("core/long-exhale", True)},
    ),
    Journey("right-now", ("3", "2", "", "1", "1", "1", "~5 n", "~5 n", "3", "4", "q")),
    Journey("help-without-a-region", ("2", "3", "2", "1", "b", "9", "b"), {"task": "help"}),
    Journey("check-in", ("3", "a word", "2", "1", "b", "8", "that is"), {"task": "check-in"}),
    Journey(
        "a-chart-and-a-day",
        ("choose a chart", "6", "1", "mark", "1", "1", "2", "2", "b", "q"),
        {"task": "today"},
    ),
    Journey(
        "a-small-step",
        ("a new step", "Call the clinic", "some", "how sure", "12", "7", "b", "b"),
        {"task": "steps"},
    ),
    Journey(
        "weighing-a-choice",
        ("Rest on Sunday", "Work", "Quiet", "", "", "help", "b", "stop", "1", "1", "", "1"),
        {"play": ("tool:core/weighing", False)},
    ),
    Journey(
        "the-plan-and-its-walk",
        ("2", "1", "Sit on the back step", "b", "1", "1", "3", "1", "2", "q", "b"),
        {"task": "plan"},
    ),
)

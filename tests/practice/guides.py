"""Any guide a pack could hold, and anything a person could do while it plays."""

from dataclasses import dataclass
from itertools import combinations
from typing import Any, get_args

from hypothesis import strategies as st

from peercompanion.packs.models.guides import Guide
from peercompanion.packs.models.steps import AnyStep, Ask, ListLines, Notice, Pick, Rate
from peercompanion.packs.vocabulary import Contains
from peercompanion.practice.answers import Answer
from peercompanion.practice.player import Player, View

ALL_CONTAINS = get_args(Contains)
MOST_STEPS = 5

lengths = st.floats(0, 9)
paces = st.floats(-2, 3)
leave_outs = st.sampled_from(
    [frozenset(some) for n in (0, 1, 2, 8) for some in combinations(ALL_CONTAINS, n)]
)
contains = st.lists(st.sampled_from(ALL_CONTAINS), max_size=1)
keeps = st.sampled_from(["never", "end", "draft"])
TEXTS = ("Look around.", "You said {s0} and {s1}.", "Call {emergency}. {s2}")

SET_APART: list[dict[str, Any]] = [
    *[{}] * len(ALL_CONTAINS),
    *[{"contains": [each]} for each in ALL_CONTAINS],
    {"group": False},
    {"group": "only"},
]
"""What may leave a step out: it holds something, or is not for this many."""

OF_KIND: dict[str, st.SearchStrategy[dict[str, Any]]] = {
    "say": st.fixed_dictionaries({}, optional={"seconds": lengths}),
    "breathe": st.fixed_dictionaries(
        {"rounds": st.integers(1, 6)},
        optional={
            "in": lengths,
            "out": lengths,
            "top_up": lengths,
            "hold": lengths,
            "rest": lengths,
        },
    ),
    "tense": st.fixed_dictionaries(
        {"groups": st.lists(st.sampled_from(["hands", "jaw"]), min_size=1, max_size=3)},
        optional={"ready": lengths, "tense": lengths, "release": lengths},
    ),
    "notice": st.fixed_dictionaries({"n": st.integers(1, 5)}, optional={"keep": keeps}),
    "wait": st.fixed_dictionaries({"seconds": st.floats(0.01, 30)}),
    "rate": st.fixed_dictionaries({}, optional={"keep": keeps}),
    "ask": st.fixed_dictionaries({}, optional={"keep": keeps}),
    "list": st.fixed_dictionaries({"most": st.integers(1, 4)}, optional={"keep": keeps}),
    "pick": st.fixed_dictionaries(
        {"most": st.integers(1, 2)}, optional={"keep": keeps, "own": st.booleans()}
    ),
    "open": st.just({"item": "exercise:feet-floor"}),
}


@st.composite
def step_tables(draw: st.DrawFn, kinds: tuple[str, ...] = tuple(OF_KIND)) -> list[dict[str, Any]]:
    """Draw the tables of a guide's steps, as a pack writes them."""
    drawn = draw(st.lists(st.sampled_from(kinds), min_size=2, max_size=MOST_STEPS))
    return [
        {
            "id": f"s{number}",
            "kind": kind,
            "text": TEXTS[number % len(TEXTS)],
            **draw(st.sampled_from(SET_APART)),
            **draw(OF_KIND[kind]),
            **(draw(leads(number, len(drawn))) if kind == "pick" else {}),
        }
        for number, kind in enumerate(drawn)
    ]


def leads(number: int, of: int) -> st.SearchStrategy[dict[str, Any]]:
    """Draw the options of a pick, which may lead on to a later step."""
    later = [f"s{after}" for after in range(number + 1, of)]
    goes = st.sampled_from([None, *later])
    options = st.lists(goes, min_size=1, max_size=3).map(
        lambda drawn: [
            {"id": f"o{index}", "text": f"option {index}", "go": go}
            for index, go in enumerate(drawn)
        ]
    )
    earlier = st.sampled_from([f"s{before}" for before in range(number)] or [None])
    return st.fixed_dictionaries({"options": options}, optional={"from": earlier})


def guide(*steps: dict[str, Any], **said: Any) -> Guide:
    """Make a guide of step tables; ids may be left to be counted."""
    tables = [{"id": f"s{number}", **table} for number, table in enumerate(steps)]
    return Guide.model_validate(
        {"title": "Try", "minutes": 1, "helps": "Any time.", "step": tables, **said}
    )


@st.composite
def guides(draw: st.DrawFn, kinds: tuple[str, ...] = tuple(OF_KIND)) -> Guide:
    """Draw a guide, whole, with a small version or without."""
    small = draw(step_tables(kinds)) if draw(st.integers(0, 3)) == 3 else []
    return guide(*draw(step_tables(kinds)), small=small, contains=draw(contains))


@st.composite
def players(draw: st.DrawFn, kinds: tuple[str, ...] = tuple(OF_KIND)) -> Player:
    """Draw a player at the start of a guide of which something is left to walk through."""
    return Player(
        draw(guides(kinds).filter(lambda found: not found.contains)),
        small=draw(st.booleans()),
        leave_out=draw(st.one_of(st.just(frozenset()), leave_outs)),
        pace=draw(paces),
        names={"emergency": "112", "help_key": "h"},
    )


ticks = st.floats(0.01, 1.99)
sleeps = st.floats(2.01, 90_000)
THINGS_TO_DO = (
    *["look", "next", "answer"] * 3,
    *["back", "pause", "resume", "notice"] * 2,
    *["sleep", "slower", "faster"],
)
actions = st.integers(0, len(THINGS_TO_DO) * 1000 - 1).map(
    lambda drawn: (THINGS_TO_DO[drawn % len(THINGS_TO_DO)], drawn // len(THINGS_TO_DO) / 1000)
)
"""What a person does, or that some time goes by; and how much, or which, as a share."""
walks = st.lists(actions, min_size=8, max_size=25)


def reply(step: AnyStep, share: float) -> Answer | None:
    """Think of an answer that fits the step; None where nothing is asked."""
    number = round(share * 100)
    words = ("", "the chair", "{emergency}", "{s0}", "my sister")
    match step:
        case Rate():
            return number % 11
        case Ask():
            return words[number % len(words)]
        case Notice():
            return number % (step.n + 1) if number % 2 else words[1 : 1 + number % (step.n + 1)]
        case Pick(options=options) if options:
            ids = tuple(option.id for option in options)
            return ids[number % len(ids) :][: step.most]
        case ListLines() | Pick():
            return words[number % len(words) :][: step.most]
        case _:
            return None


@dataclass
class Walk:
    """A player in someone's hands, with the clock they live by."""

    player: Player
    now: float = 86_400.0

    def __post_init__(self) -> None:
        self.player.at(self.now)

    def wait(self, seconds: float) -> View:
        """Look again after some seconds."""
        self.now += seconds
        return self.player.at(self.now)

    def watch(self, seconds: float, every: float = 0.5) -> View:
        """Look again and again for some seconds."""
        until = self.now + seconds
        while until - self.now > every:
            self.wait(every)
        return self.wait(until - self.now)

    def do(self, action: tuple[str, float]) -> None:
        """Do one thing."""
        name, share = action
        match name:
            case "look":
                self.wait(0.01 + share * 1.98)
            case "sleep":
                self.wait(2.01 + share * 90_000)
            case "notice":
                self.player.notice_one()
            case "answer":
                value = reply(self.player.step, share)
                if value is not None:
                    self.player.answer(value)
            case _:
                getattr(self.player, name)(self.now)

    @property
    def view(self) -> View:
        """What is seen right now."""
        return self.player.at(self.now)

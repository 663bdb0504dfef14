"""How the full screen does each task of `practice.tasks`."""

from collections.abc import Callable, Mapping
from importlib import import_module
from typing import TYPE_CHECKING, cast

from textual.screen import Screen

if TYPE_CHECKING:
    from peercompanion.sitting import Sitting
    from peercompanion.tui.app import CompanionApp

Show = Callable[["Sitting"], "Screen[None]"]


def _right_now(sitting: "Sitting") -> Screen[None]:
    from peercompanion.tui.screens.right_now import RightNow

    return RightNow(sitting)


def _room(name: str) -> Show:
    def show(sitting: "Sitting") -> Screen[None]:
        from peercompanion.tui.screens.rooms import ROOMS

        return ROOMS[name](sitting)

    return show


def _session(sitting: "Sitting") -> Screen[None]:
    from peercompanion.tui.screens.session import SessionRoom

    return SessionRoom(sitting)


def _supporter(sitting: "Sitting") -> Screen[None]:
    from peercompanion.tui.screens.supporter import SupporterRoom

    return SupporterRoom(sitting)


DAILY: Mapping[str, tuple[str, str]] = {
    "today": ("today", "Today"),
    "check-in": ("check_in", "CheckIn"),
    "charts": ("charts", "Charts"),
    "steps": ("steps", "Steps"),
    "checklists": ("checklists", "Checklists"),
    "tools": ("tools", "Tools"),
    "good-days": ("good_days", "GoodDays"),
    "calendar": ("calendar", "Calendar"),
    "away": ("away", "Away"),
}
"""What is daily: the module among the screens, and the screen in it."""


def _daily(task: str) -> Show:
    def show(sitting: "Sitting") -> Screen[None]:
        module, name = DAILY[task]
        screen = getattr(import_module(f"peercompanion.tui.screens.{module}"), name)
        return cast("Screen[None]", screen(sitting))

    return show


def _find(sitting: "Sitting") -> Screen[None]:
    from peercompanion.tui.screens.find import Find

    return Find(sitting)


def _plan(sitting: "Sitting") -> Screen[None]:
    from peercompanion.tui.screens.plan import PlanPage

    return PlanPage(sitting)


def _well(sitting: "Sitting") -> Screen[None]:
    from peercompanion.practice.plan import WELL
    from peercompanion.tui.screens.plan import PlanPage

    return PlanPage(sitting, WELL)


def _walk(sitting: "Sitting") -> Screen[None]:
    from peercompanion.tui.screens.walk import WalkPage

    return WalkPage(sitting)


def _peer_support(sitting: "Sitting") -> Screen[None]:
    from peercompanion.tui.screens.peer_support import PeerSupport

    return PeerSupport(sitting)


def _lines(sitting: "Sitting") -> Screen[None]:
    from peercompanion.tui.screens.lines import AllLines

    return AllLines(sitting)


def _preferences(sitting: "Sitting") -> Screen[None]:
    from peercompanion.tui.screens.preferences import PreferencesPage

    return PreferencesPage(sitting)


def _where(sitting: "Sitting") -> Screen[None]:
    from peercompanion.tui.screens.where import Where

    return Where(sitting)


def _about(_sitting: "Sitting") -> Screen[None]:
    from peercompanion.tui.screens.what_this_is import WhatThisIs

    return WhatThisIs()


def _summary(sitting: "Sitting") -> Screen[None]:
    from peercompanion.tui.screens.session_summary import SummaryPage

    return SummaryPage(sitting)


def _since(sitting: "Sitting") -> Screen[None]:
    from peercompanion.tui.screens.session_card import SinceLastTime

    return SinceLastTime(sitting)


SCREENS: Mapping[str, Show] = {
    "right-now": _right_now,
    **{task: _daily(task) for task in DAILY},
    "plan": _plan,
    "walk": _walk,
    "well": _well,
    "peer-support": _peer_support,
    "session": _session,
    "supporter": _supporter,
    "more": _room("more"),
    "find": _find,
    "lines": _lines,
    "preferences": _preferences,
    "where": _where,
    "about": _about,
}
"""Tasks that open a screen."""


def to_item(kind: str, ref: str, sitting: "Sitting") -> "Screen[None] | None":
    """The screen of an item of any type, given as in `kind:ref`; None where there is none.

    People and charts of the person's own are given the same way.
    """
    from peercompanion.packs.models import ITEM_TYPES

    if kind in ("person", "place", "chart"):
        return _own(kind, ref, sitting)
    folder = next((each for each in ITEM_TYPES if each.removesuffix("s") == kind), "")
    full = sitting.library.full_id(folder, ref) if folder else None
    if not full:
        return None
    if kind in ("exercise", "tool", "checkin"):
        from peercompanion.tui.screens.exercise import ExercisePage

        return ExercisePage(full if kind == "exercise" else f"{kind}:{full}", sitting)
    if kind == "session":
        from peercompanion.tui.screens.session_agenda import AgendaPage

        return AgendaPage(full, sitting)
    if kind == "routine":
        from peercompanion.tui.screens.charts import ChartOffered

        return ChartOffered(full, sitting)
    if kind == "checklist":
        from peercompanion.tui.screens.checklists import ChecklistPage

        return ChecklistPage(full, sitting)
    if kind == "resource" and (line := sitting.help_line(full)):
        from peercompanion.tui.screens.lines import LineShown

        return LineShown(line)
    return _plan(sitting) if kind == "plan" else None


def _own(kind: str, ref: str, sitting: "Sitting") -> "Screen[None] | None":
    if kind == "chart":
        from peercompanion.tui.screens.chart import ChartPage

        return ChartPage(ref, sitting) if ref in sitting.days.charts else None
    from peercompanion.tui.screens.lines import ContactShown

    contact = sitting.days.plans.contacts.get(f"{kind}:{ref}")
    return ContactShown(contact) if contact else None


def to_place(place: str, sitting: "Sitting", region: str | None) -> "Screen[None] | None":
    """The screen on which a line was left half-way, as that screen names itself."""
    kind, _colon, ref = place.partition(":")
    if kind in ("plan", "part", "arrange", "people", "contact"):
        return _to_place_of_plan(kind, ref, sitting, region)
    chart, _slash, item = ref.partition("/")
    if kind in ("step", "goal"):
        from peercompanion.tui.screens.steps import StepPage, Steps

        return StepPage(place, sitting) if kind == "step" else Steps(sitting, place)
    if kind == "chart" and item:
        from peercompanion.tui.screens.chart import ItemPage

        return ItemPage(chart, item, sitting)
    within = {**SCREENS, "summary": _summary, "since": _since}
    return within[kind](sitting) if kind in within else to_item(kind, ref, sitting)


def _to_place_of_plan(
    kind: str, ref: str, sitting: "Sitting", region: str | None
) -> "Screen[None]":
    from peercompanion.planning.part import PartOfPlan
    from peercompanion.tui.screens import people, plan, plan_section

    full, _slash, part = ref.rpartition("/")
    known = {section.part.id for section in sitting.sections(full, hidden=True)}
    match kind:
        case "people":
            return people.People(sitting, region)
        case "contact":
            return people.ContactPage(sitting, ref)
        case "part" if part in known:
            return plan_section.SectionPage(sitting, full, part, region)
        case "arrange" if part in known:
            return plan_section.ArrangePage(PartOfPlan(sitting, full, part, region))
    return plan.PlanPage(sitting, ref if kind == "plan" else full)


ACTIONS: Mapping[str, str] = {
    "one-minute": "one_minute",
    "pick": "pick_one",
    "help": "app.help_now",
    "cover": "app.cover",
    "leave": "app.quit",
}
"""Tasks that do something at once: actions of Home, or of the app."""


async def go(app: "CompanionApp", task: str) -> None:
    """Do a task, from wherever the person is."""
    if task in ACTIONS:
        await app.home.run_action(ACTIONS[task])
    else:
        app.push_screen(SCREENS[task](await app.sitting()))

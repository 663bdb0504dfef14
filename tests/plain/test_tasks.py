"""Every task has a route in lines of text, and on the full screen; no route is without a task."""

from collections.abc import Callable
from importlib import import_module

import pytest

from peercompanion.kept import Kept
from peercompanion.plain.routes import ROUTES
from peercompanion.practice import keeping
from peercompanion.practice.tasks import tasks
from peercompanion.tui.routes import ACTIONS, SCREENS

from .conftest import Script, Sit, Time


def test_both_faces_do_every_task_and_nothing_else() -> None:
    every = {task.id for task in tasks()}

    assert set(ROUTES) == every
    assert set(ACTIONS) | set(SCREENS) == every


@pytest.mark.parametrize("task", sorted(ROUTES))
def test_every_route_leads_somewhere(task: str) -> None:
    module, name = ROUTES[task]

    assert callable(getattr(import_module(f"peercompanion.plain.{module}"), name))


@pytest.mark.parametrize("task", sorted(ROUTES))
def test_every_task_says_something_and_lets_go(sit: Sit, task: str) -> None:
    sat = sit("b", "b", "q", "q", task=task)

    assert sat.status == 0
    assert sat.seen.strip()


def test_a_talk_goes_on_another_day_and_its_summary_is_kept(sit: Sit, kept: Kept) -> None:
    sit("first", "", "b", "q", task="session")
    (draft,) = kept.drafts()
    assert draft.item.startswith("session:")

    sat = sit("2", "add", "We tried it slowly", "2", "1", "keep", "b", "b", task="session")

    assert "Kept on this computer." in sat.seen
    assert "We tried it slowly" in "".join(
        str(entry.fields) for entry in kept._journal.read().entries
    )


def test_what_another_window_kept_is_said_without_a_restart(
    sit: Sit, kept: Kept, time: Time, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Script, "line", _elsewhere(kept, time))
    sat = sit("small steps", "b", "good days", "", "b", "q", task="today")
    assert "The river" in sat.seen


def _elsewhere(kept: Kept, time: Time) -> Callable[..., str | None]:
    """Lines are typed as ever; before the good days box opens, another window fills it."""
    as_ever = Script.line

    def line(script: Script, seconds: float | None = None) -> str | None:
        typed = as_ever(script, seconds)
        if typed == "good days":
            kept.put(keeping.line("The river", record_id="elsewhere", at=time.now()))
        return typed

    return line

"""A while after the start, what is kept is looked after, and nobody waits for it."""

import time as real
from collections.abc import Callable

import pytest

from peercompanion.kept import Kept
from peercompanion.places import Places
from peercompanion.practice import records
from peercompanion.tui.app import CompanionApp

from .conftest import Opened, Time, settle, shown


async def until(holds: Callable[[], bool]) -> None:
    """Wait for a thread."""
    for _ in range(1000):
        if holds():
            return
        real.sleep(0.01)
    raise AssertionError("never")


async def test_there_is_a_backup_an_index_and_a_plan_to_read(
    opened: Opened, kept: Kept, home: Places, time: Time
) -> None:
    now = time.now()
    when = {"at": now, "day": now.date()}
    lines = [{"text": "The garden"}]
    plan = {"kind": "plan", "plan": "core/steady-plan", "lines": lines, **when}
    kept.add(records.PlanPart(id="plan:remember", **plan))
    kept.add(records.PlanPart(id="plan:care-wishes", **{**plan, "lines": [{"text": "A secret"}]}))
    async with opened() as pilot:
        assert isinstance(pilot.app, CompanionApp)
        pilot.app._look_after()
        await settle(pilot)
        await until(lambda: (home.journal / "plan.txt").exists())
        assert len(kept.whole.backups.all()) == 1
        assert (home.cache / "index.sqlite").exists()
        text = (home.journal / "plan.txt").read_text("utf-8")
        assert "The garden" in text
        assert "A secret" not in text


async def test_what_was_put_back_is_said_on_home(opened: Opened, kept: Kept, time: Time) -> None:
    now = time.now()
    when = {"at": now, "day": now.date()}
    kept.add(records.CheckIn(id="a", storm=3, **when))
    (file,) = kept.whole.journal.reader.found().files
    older = file.read_bytes()
    kept.add(records.CheckIn(id="b", storm=3, **when))
    file.write_bytes(older)
    async with opened() as pilot:
        assert isinstance(pilot.app, CompanionApp)
        for _ in range(2):
            pilot.app._look_after()
            await settle(pilot)
            await until(lambda: bool(pilot.app.notices))  # type: ignore[attr-defined]
            await settle(pilot)
        assert shown(pilot).count("older file") == 1
        assert {"a", "b"} == set(kept.days().checkins)


async def test_no_screen_is_drawn_anew_where_there_is_nothing_to_say(
    opened: Opened, kept: Kept, home: Places, time: Time, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = time.now()
    kept.add(records.CheckIn(id="a", at=now, day=now.date(), storm=3))
    async with opened() as pilot:
        assert isinstance(pilot.app, CompanionApp)
        await pilot.press("h")
        await settle(pilot)
        drawn: list[object] = []
        monkeypatch.setattr(pilot.app, "_display", lambda *given: drawn.append(given))
        pilot.app._look_after()
        await settle(pilot)
        await until(lambda: len(kept.whole.backups.all()) == 1)
        await settle(pilot)
        assert drawn == []

"""*Where is my data?* in lines of text does what the full screen and the commands do."""

import io
from pathlib import Path

import pytest

from peercompanion.kept import Kept
from peercompanion.places import Places
from peercompanion.plain.companion import Companion
from peercompanion.plain.talk import Talk
from peercompanion.plain.voice import Voice
from peercompanion.practice import records
from peercompanion.preferences import Preferences

from .conftest import Script, Sit, Time
from .rules import broken


@pytest.fixture(autouse=True)
def a_home_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Copies go into the person's own folder."""
    folder = tmp_path / "person"
    folder.mkdir()
    monkeypatch.setenv("HOME", str(folder))
    return folder


def live(kept: Kept, time: Time) -> None:
    """Keep a few things."""
    now = time.now()
    when = {"at": now, "day": now.date()}
    kept.put(records.CheckIn(id="c", storm=3, words=["tired"], **when))
    plan = {"kind": "plan", "plan": "core/steady-plan", **when}
    kept.put(records.PlanPart(id="plan:remember", lines=[{"text": "The sea"}], **plan))
    kept.put(records.PlanPart(id="plan:space", lines=[{"text": "A secret"}], **plan))


def test_it_is_looked_over_and_backed_up(sit: Sit, kept: Kept, home: Places, time: Time) -> None:
    live(kept, time)
    sat = sit("1", "2", "b", task="where")

    assert sat.status == 0
    assert f"Your journal: {home.journal}" in " ".join(sat.seen.split())
    assert "In your journal: 1 check-in, 2 parts of the plan." in sat.seen
    assert "Nothing is damaged." in sat.seen
    assert len(kept.whole.backups.all()) == 1
    assert broken(sat.seen.encode(), ["1", "2", "b"]) == []


def test_what_was_erased_comes_back_from_a_backup(
    sit: Sit, kept: Kept, time: Time, a_home_folder: Path
) -> None:
    live(kept, time)
    sit("2", "b", task="where")
    moved = a_home_folder / "moved.zip"
    moved.write_bytes(kept.whole.backups.all()[0].read_bytes())

    left = sit("5", "4", "", "4", "1", "b", "b", task="where")
    assert "This would go for good: 1 check-in, 2 parts of the plan; 1 backup." in left.seen
    assert kept.days().checkins
    gone = sit("5", "4", "2", "b", "b", task="where")
    assert "Everything is erased" in gone.seen
    assert kept.days().checkins == {}

    back = sit("3", "1", "moved.zip", "2", "b", task="where")
    assert "New, and would be added: 1 check-in, 2 parts of the plan." in " ".join(
        back.seen.split()
    )
    assert "3 entries were added." in back.seen
    assert set(kept.days().checkins) == {"c"}
    again = sit("3", "1", "nowhere.zip", "b", task="where")
    assert "nowhere.zip" in again.seen


def test_one_thing_is_found_and_erased(sit: Sit, kept: Kept, time: Time) -> None:
    live(kept, time)
    sat = sit("5", "2", "soon", "2", "2026-11-21", "check-in", "2", "b", "b", task="where")

    assert "A day looks like 2026-11-21." in sat.seen
    assert "It is erased, from 1 file on this computer." in sat.seen
    assert kept.days().checkins == {}
    assert "Nothing is kept of 2001-01-01." in sit("5", "2", "2001-01-01", task="where").seen
    assert sit("5", "2", "", "b", "b", task="where").status == 0


@pytest.mark.parametrize(("private", "secrets"), [("", 0), ("2", 1)])
def test_a_copy_is_taken_along(
    sit: Sit, kept: Kept, time: Time, a_home_folder: Path, private: str, secrets: int
) -> None:
    live(kept, time)
    sit("4", "3", private, "copy", "b", task="where")
    sat = sit("4", "1", "", "", "b", task="where")

    assert f"It goes into {a_home_folder / 'peercompanion-2026-11-21'}." in " ".join(
        sat.seen.split()
    )
    assert "1 private part was left out." in sat.seen
    text = (a_home_folder / "copy" / "peercompanion.json").read_text("utf-8")
    assert text.count("A secret") == secrets * 2  # once as the journal has it
    assert "The sea" in text


def test_looking_makes_nothing_and_erasing_nothing_is_told(sit: Sit, home: Places) -> None:
    sat = sit("1", "2", "3", "b", "5", "1", "3", "b", "b", task="where")

    assert "There is nothing in your journal yet." in sat.seen
    assert "There is nothing to back up yet." in sat.seen
    assert "There is nothing of these." in sat.seen
    assert not home.journal.parent.exists()


def test_a_plan_to_read_lies_beside_the_journal(home: Places, time: Time) -> None:
    talk = Talk(Voice(io.StringIO()), Script([], time, io.StringIO()))
    face = Companion(home, Preferences(), talk, time.clock())
    now = time.now()
    plan = {"kind": "plan", "plan": "core/steady-plan", "at": now, "day": now.date()}
    assert face.keep(records.PlanPart(id="plan:remember", lines=[{"text": "The sea"}], **plan))
    assert face.keep(records.PlanPart(id="plan:space", lines=[{"text": "A secret"}], **plan))

    text = (home.journal / "plan.txt").read_text("utf-8")
    assert "The sea" in text
    assert "A secret" not in text

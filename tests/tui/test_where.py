"""*Where is my data?* does what the commands do: it shows first, asks plainly, and tells."""

import datetime
from pathlib import Path

import pytest
from textual.pilot import Pilot

from peercompanion.kept import Kept
from peercompanion.places import Places
from peercompanion.practice import records

from .conftest import Opened, Time, press, settle, shown


def live(kept: Kept, time: Time) -> None:
    """Keep a few things."""
    now = time.now()
    when = {"at": now, "day": now.date()}
    kept.put(records.CheckIn(id="c", storm=3, words=["tired"], **when))
    kept.put(records.Named(id="person:ana", kind="person", name="Ana", **when))
    plan = {"kind": "plan", "plan": "core/steady-plan", **when}
    kept.put(records.PlanPart(id="plan:remember", lines=[{"text": "The sea"}], **plan))
    kept.put(records.PlanPart(id="plan:care-wishes", lines=[{"text": "A secret"}], **plan))


def said(pilot: Pilot[None]) -> str:
    """The words on the screen, however they were broken into lines."""
    return " ".join(shown(pilot).split())


async def where(pilot: Pilot[None], *keys: str) -> str:
    """Go there, and on by these keys."""
    await press(pilot, "5", "3", *keys)
    await settle(pilot)
    return said(pilot)


async def test_it_says_where_and_how_much(
    opened: Opened, kept: Kept, home: Places, time: Time
) -> None:
    live(kept, time)
    async with opened(size=(120, 40)) as pilot:
        told = await where(pilot)
        assert "In your journal: 1 check-in, 1 person, 2 parts of the plan." in told
        assert str(home.journal) in told.replace(" ", "")
        assert "there is none yet" in told


async def test_looking_at_it_makes_nothing(opened: Opened, home: Places) -> None:
    async with opened() as pilot:
        assert "In your journal: nothing." in await where(pilot)
        await press(pilot, "1")
        assert "There is nothing in your journal yet." in said(pilot)
        await press(pilot, "escape", "2")
        assert "There is nothing to back up yet." in said(pilot)
    assert not home.journal.parent.exists()


async def test_what_is_damaged_is_named_by_its_place(
    opened: Opened, kept: Kept, time: Time
) -> None:
    live(kept, time)
    (file,) = kept.whole.journal.reader.found().files
    file.write_bytes(file.read_bytes().replace(b"kind =", b"kind", 1))
    async with opened(size=(200, 40)) as pilot:
        told = await where(pilot, "1")
        assert "".join(f"{file}:4".split()) in "".join(told.split())
        assert "A backup may hold what is damaged." in told


async def test_a_backup_is_made_and_brings_back_what_was_erased(
    opened: Opened, kept: Kept, home: Places, time: Time
) -> None:
    live(kept, time)
    async with opened(size=(120, 40)) as pilot:
        assert "1 file is in" in await where(pilot, "2")
        moved = home.journal.parent.parent / "moved.zip"
        moved.write_bytes(kept.whole.backups.all()[0].read_bytes())
        await press(pilot, "escape", "5", "4")
        assert "This would go for good: 1 check-in" in said(pilot)
        await press(pilot, "1")
        assert kept.days().checkins, "Enter and 1 leave it as it is"
        await press(pilot, "4", "2")
        assert "Everything is erased" in said(pilot)
        assert kept.days().checkins == {}
        await press(pilot, "escape", "escape", "3", "f", *moved.as_posix(), "enter")
        assert "New, and would be added: 1 check-in, 1 person, 2 parts of the plan." in said(pilot)
        assert kept.days().checkins == {}
        await press(pilot, "1")
        assert "4 entries were added." in said(pilot)
        assert set(kept.days().checkins) == {"c"}
        assert pilot.app._sitting.days.plans.people()[0].name == "Ana"  # type: ignore[attr-defined]


async def test_a_backup_is_chosen_from_a_list(opened: Opened, kept: Kept, time: Time) -> None:
    live(kept, time)
    async with opened() as pilot:
        await where(pilot, "2")
        await press(pilot, "escape", "3")
        assert "Saturday 21 November 2026, 08:30" in said(pilot)
        await press(pilot, "1")
        assert "4 are in your journal already." in said(pilot)
        assert "Nothing in it is new." in said(pilot)


@pytest.mark.parametrize(
    ("name", "data"), [("a.zip", b"no zip"), ("a.toml", b"x = 1"), ("gone.json", None)]
)
async def test_a_file_that_holds_nothing_of_ours_is_one_sentence(
    opened: Opened, person: Path, name: str, data: bytes | None
) -> None:
    if data:
        (person / name).write_bytes(data)
    async with opened(size=(200, 40)) as pilot:
        told = await where(pilot, "3", "f", *f"~/{name}", "enter")
        assert name in told
        assert "Add it" not in told


@pytest.mark.parametrize(("key", "files"), [("1", {"2026.md"}), ("3", {"peercompanion.json"})])
async def test_a_copy_leaves_private_parts_out_unless_they_are_wanted(
    opened: Opened, kept: Kept, time: Time, person: Path, key: str, files: set[str]
) -> None:
    live(kept, time)
    async with opened(size=(200, 40)) as pilot:
        told = await where(pilot, "4", key)
        first = person / "peercompanion-2026-11-21"
        assert "1 private part was left out." in told
        assert {path.name for path in first.iterdir()} == files
        assert not any("A secret" in path.read_text() for path in first.iterdir())
        assert "The sea" in "".join(path.read_text() for path in first.iterdir())
        await press(pilot, "4", "5", *"~/mine", "enter", key)
        assert f"in{person / 'mine'}." in said(pilot).replace(" ", "")
        assert any("A secret" in path.read_text() for path in (person / "mine").iterdir())


async def test_a_copy_where_there_is_no_room_for_one_is_one_sentence(
    opened: Opened, kept: Kept, time: Time, person: Path
) -> None:
    live(kept, time)
    (person / "taken").write_text("a file")
    async with opened(size=(200, 40)) as pilot:
        told = await where(pilot, "4", "5", *"taken", "enter", "1")
        assert "is there already, and stays as it is. Another folder has room." in told
    assert (person / "taken").read_text() == "a file"


async def test_one_thing_is_found_and_erased(
    opened: Opened, kept: Kept, home: Places, time: Time
) -> None:
    live(kept, time)
    kept.copy_plan("Ana, The sea\n")
    async with opened(size=(120, 40)) as pilot:
        told = await where(pilot, "5", "1")
        assert "check-in: tired" in told
        await press(pilot, "escape", "3")
        assert "person: Ana" in said(pilot)
        row = next(line for line in shown(pilot).splitlines() if "person: Ana" in line)
        key = row.split()[0] if row.split()[0] != "enter" else "1"
        await press(pilot, key)
        assert "Erase it for good?" in said(pilot)
        await press(pilot, "enter")
        assert "person: Ana" in said(pilot)
        await press(pilot, key, "2")
        assert "It is erased, from 1 file on this computer." in said(pilot)
        assert "Out of reach from here" in said(pilot)
        await press(pilot, "escape")
        assert "Ana" not in said(pilot)
    assert b"Ana" not in b"".join(
        path.read_bytes() for path in home.journal.rglob("*") if path.is_file()
    )
    assert "The sea" in (home.journal / "plan.txt").read_text("utf-8"), "the copy is made anew"


async def test_another_day_is_typed(opened: Opened, kept: Kept, time: Time) -> None:
    day = datetime.date(2026, 11, 1)
    kept.put(records.CheckIn(id="old", storm=3, words=["calm"], at=time.now(), day=day))
    async with opened(size=(120, 40)) as pilot:
        told = await where(pilot, "5", "2", *"tomorrow", "enter")
        assert "A day looks like 2026-11-21." in told
        await press(pilot, "2", *"2026-11-01", "enter")
        assert "check-in: calm" in said(pilot)
        await press(pilot, "escape", "2", *"2026-11-02", "enter")
        assert "Nothing is kept of 2026-11-02." in said(pilot)


async def test_nothing_is_erased_while_something_cannot_be_read(
    opened: Opened, kept: Kept, home: Places, time: Time
) -> None:
    live(kept, time)
    (home.journal / "entries" / "gone.toml").symlink_to(home.journal / "nowhere")
    async with opened(size=(120, 40)) as pilot:
        told = await where(pilot, "5", "1", "1", "2")
        assert "Nothing was erased:" in told
        assert "gone.toml" in told

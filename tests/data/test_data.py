"""What is done with all that is kept, and how it is told: plain lines, the same for every face."""

import datetime
import errno
import os
from pathlib import Path
from typing import Any

import pytest

from peercompanion.data import backing_up, erasing, exporting, looking, taking_in
from peercompanion.data.telling import MOST_LINES, at_most, kinds
from peercompanion.data.tending import tend
from peercompanion.data.whole import NotDone, Whole
from peercompanion.journal.files import Files
from peercompanion.journal.framing import FORMAT, HEADER, block
from peercompanion.kept import Kept
from peercompanion.places import Places, places
from peercompanion.practice.records import CheckIn, Mark, Named, PlanPart, Practised

MORNING = datetime.datetime(2026, 11, 21, 8, 14, 3, tzinfo=datetime.UTC)


class Home:
    """A home, and a clock for it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.now = MORNING
        self.places: Places = places({"PEERCOMPANION_HOME": str(folder)})

    def kept(self, files: Files | None = None) -> Kept:
        return Kept(self.places, now=lambda: self.now, files=files)

    @property
    def whole(self) -> Whole:
        return self.kept().whole

    def file(self) -> Path:
        (file,) = self.places.journal.glob("entries/*/2026-11.*.toml")
        return file

    def practise(self, number: int = 1, **more: Any) -> Practised:
        told = {"item": "core/long-exhale", "answers": {"see": "a secret walrus"}, **more}
        at = self.now
        record = Practised(id=f"{number:026}", at=at, day=at.date(), **told)
        self.kept().add(record)
        return record


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return Home(tmp_path / "home")


def holds(folder: Path, words: bytes) -> list[str]:
    return [
        path.name for path in folder.rglob("*") if path.is_file() and words in path.read_bytes()
    ]


# What is there


def test_what_is_there_is_told_with_its_places(home: Home) -> None:
    assert "there is none yet" in [row.note for row in looking.ways(home.whole)]
    assert looking.in_it(home.whole) == ["In your journal: nothing."]
    assert backing_up.made(home.whole) == []
    assert not home.folder.exists(), "nothing is made for looking"
    home.practise()
    made = backing_up.back_up(home.whole)

    assert str(home.places.journal) in "\n".join(looking.where(home.whole))
    assert looking.in_it(home.whole) == ["In your journal: 1 exercise practiced."]
    (backup,) = home.whole.backups.all()
    assert backup.name in made[0]
    (row,) = backing_up.made(home.whole)
    assert (row.id, row.title) == (str(backup), "Saturday 21 November 2026, 08:14")
    assert f"the last one: {row.title}" in [row.note for row in looking.ways(home.whole)]


def test_a_backup_with_an_impossible_day_is_told_by_its_name(tmp_path: Path) -> None:
    assert backing_up.when(tmp_path / "2026-99-99T000000.zip") == "2026-99-99T000000.zip"


def test_a_sound_journal_is_told_to_be_sound(home: Home) -> None:
    assert looking.check(home.whole) == (["There is nothing in your journal yet."], True)
    home.practise()

    lines, sound = looking.check(home.whole)

    assert sound
    assert lines == [
        "1 thing in 1 file, 2026-11-21.",
        "There are: 1 exercise practiced.",
        "Nothing is damaged.",
    ]


def test_every_kind_of_damage_is_named_with_its_place(home: Home) -> None:
    home.practise(1)
    home.practise(2)
    backing_up.back_up(home.whole)
    file = home.file()
    file.write_bytes(file.read_bytes().replace(b"small", b"sm\0ll", 1) + b"[[entry]]\nid = 't")
    newer = file.with_name("2026-10.zzzz.toml")
    unknown = {"id": "u", "rev": 1, "dev": "zzzz", "kind": "of-a-later-version", "day": "x"}
    newer.write_bytes(HEADER.replace(b"%d" % FORMAT, b"9") + block(unknown))
    by_hand = b"[[entry]]\nid = 'by hand'\nkind = 'checkin'\n"
    file.with_name("2026-11 (conflicted copy).toml").write_bytes(by_hand)
    file.with_name("gone.toml").symlink_to(home.folder / "nowhere")
    home.whole.backups.all()[0].write_bytes(b"broken")
    before = {path: path.read_bytes() for path in home.places.journal.rglob("*") if path.is_file()}

    lines, sound = looking.check(home.whole)

    told = "\n".join(lines)
    assert not sound
    assert f"  {file}:4" in lines
    data = file.read_bytes()
    torn = data[: data.rindex(b"[[entry]]")].count(b"\n") + 1
    assert f"  {file}:{torn}" in lines
    assert f"{newer} was written by a newer version" in told
    assert "1 × of-a-later-version" in told
    assert "  " + str(file.with_name("2026-11 (conflicted copy).toml")) in lines
    assert f"  {file.with_name('2026-11 (conflicted copy).toml')}:1" in lines
    assert "gone.toml" in told
    assert "These backups cannot be used:" in lines
    after = {path: path.read_bytes() for path in home.places.journal.rglob("*") if path.is_file()}
    assert after == before


def test_what_was_written_in_two_places_at_once_is_named(home: Home, tmp_path: Path) -> None:
    record = home.practise()
    home.kept().revise(record.model_copy(update={"after": 3}))
    copy = home.file().with_name("2026-11.zzzz.toml")
    fields = {**record.model_dump(), "like": None, "before": None, "after": 9, "ease": None}
    told = {name: value for name, value in fields.items() if value is not None}
    copy.write_bytes(HEADER + block({**told, "rev": 9, "dev": "zzzz"}))

    lines, sound = looking.check(home.whole)

    assert sound
    assert f"  {copy}:4" in lines
    assert any("Merged from 2 computers" in line for line in lines)


def test_long_lists_of_places_end() -> None:
    assert len(at_most(str(n) for n in range(500))) == MOST_LINES + 1
    assert at_most(["a"]) == ["a"]
    assert kinds({"mark": 1200, "{x}": 2}) == "1,200 marks on charts, 2 × {x}"


# In the background


def test_tending_backs_up_once_a_day_and_only_what_is_new(home: Home) -> None:
    assert tend(home.whole) == []
    assert not home.folder.exists()
    home.practise()
    for _ in range(3):
        assert tend(home.whole) == []
    assert len(home.whole.backups.all()) == 1
    home.now += datetime.timedelta(days=1)
    tend(home.whole)
    assert len(home.whole.backups.all()) == 1
    home.practise(2)
    steps: list[tuple[int, int]] = []
    tend(home.whole, lambda done, of: steps.append((done, of)))
    assert len(home.whole.backups.all()) == 2
    assert steps[-1][0] == steps[-1][1]


def test_tending_mends_and_puts_back_and_says_what_a_person_may_want_to_know(home: Home) -> None:
    home.practise(1)
    older = home.file().read_bytes()
    home.practise(2)
    home.file().write_bytes(older + b"[[entry]]\nid = 'to")

    (said,) = tend(home.whole)

    assert "older file" in said
    assert tend(home.whole) == []
    assert len(home.kept().practised()) == 2
    assert looking.check(home.whole)[1]


def test_tending_says_that_something_cannot_be_read(home: Home) -> None:
    home.practise(1)
    home.practise(2)
    home.file().write_bytes(home.file().read_bytes().replace(b"small", b"sm\0ll", 1))

    (said,) = tend(home.whole)

    assert said.startswith("Something in your journal cannot be read.")
    assert len(home.kept().practised()) == 1
    assert len(home.whole.backups.all()) == 1


def test_tending_never_raises(home: Home) -> None:
    home.practise()

    class Broken(Files):
        def sync(self, fd: int) -> None:
            raise OSError(errno.EIO, os.strerror(errno.EIO))

    (said,) = tend(home.kept(Broken()).whole)
    assert "reported a problem" in said


# Backups, exports, and back


def test_a_backup_brings_back_everything_and_the_settings(home: Home, tmp_path: Path) -> None:
    home.places.config.mkdir(parents=True)
    home.places.settings.write_text('region = "US"\n')
    home.practise(1)
    home.kept().put(
        PlanPart(
            id="plan:remember", at=MORNING, day=MORNING.date(), kind="plan", plan="core/steady-plan"
        )
    )
    backing_up.back_up(home.whole)
    (backup,) = home.whole.backups.all()
    moved = tmp_path / "elsewhere.zip"
    moved.write_bytes(backup.read_bytes())
    before = home.kept().practised()
    erasing.erase_everything(home.whole)
    assert home.kept().practised() == []

    coming = taking_in.coming(home.whole, moved)
    assert home.kept().practised() == []
    assert coming.lines[0] == f"{moved} holds 2 entries."
    assert "1 part of the plan, 1 exercise practiced" in coming.lines[-1]
    said = taking_in.bring(home.whole, coming)

    assert said == ["2 entries were added.", "Your settings are back."]
    assert home.kept().practised() == before
    assert home.places.settings.read_text() == 'region = "US"\n'
    again = taking_in.coming(home.whole, moved)
    assert not again.anything
    assert again.lines[-1] == "Nothing in it is new."


def test_settings_that_are_there_stay(home: Home) -> None:
    home.places.config.mkdir(parents=True)
    home.places.settings.write_text("motion = 'none'\n")
    home.practise()
    backing_up.back_up(home.whole)
    home.places.settings.write_text("motion = 'gentle'\n")

    coming = taking_in.coming(home.whole, home.whole.backups.all()[0])

    assert coming.settings is None


@pytest.mark.parametrize("name", ["a.zip", "a.json", "a.toml", "a.txt"])
@pytest.mark.parametrize(
    "data", [b"", b"PK\x03\x04 broken", b'{"what": "x"}', b"[" * 9000, b"\xff\0", b"x = 1"]
)
def test_a_file_that_holds_nothing_of_ours_is_told(home: Home, name: str, data: bytes) -> None:
    file = home.folder.parent / name
    file.write_bytes(data)

    with pytest.raises(NotDone, match=name):
        taking_in.coming(home.whole, file)


def test_an_export_is_taken_in_on_another_computer(home: Home, tmp_path: Path) -> None:
    home.practise(1)
    home.practise(2)
    exporting.export(home.whole, "json", tmp_path / "out")
    other = Home(tmp_path / "other")

    coming = taking_in.coming(other.whole, tmp_path / "out" / "peercompanion.json")
    taking_in.bring(other.whole, coming)

    assert other.kept().practised() == home.kept().practised()


def test_private_parts_stay_out_unless_they_are_wanted(home: Home, tmp_path: Path) -> None:
    home.practise(1, private=True)
    home.practise(2)
    home.practise(3)
    only = exporting.export(home.whole, "json", tmp_path / "a", {f"{2:026}"})
    every = exporting.export(home.whole, "json", tmp_path / "b", None)

    assert only[0].startswith("1 thing was written to 1 file")
    assert only[1] == "2 private parts were left out."
    assert every[0].startswith("3 things were written to 1 file")
    with pytest.raises(NotDone, match="there already"):
        exporting.export(home.whole, "json", tmp_path / "a")


def test_a_copy_of_nothing_is_told_and_leaves_nothing(home: Home, tmp_path: Path) -> None:
    for _ in range(2):
        with pytest.raises(NotDone, match="nothing to take along"):
            exporting.export(home.whole, "json", tmp_path / "out")
        home.practise()
        erasing.erase(home.whole, f"{1:026}")
    assert list((tmp_path / "out").iterdir()) == []


def test_a_backup_of_nothing_or_of_what_cannot_be_read_is_told(home: Home) -> None:
    with pytest.raises(NotDone, match="nothing to back up"):
        backing_up.back_up(home.whole)
    home.practise()
    home.file().with_name("gone.toml").symlink_to(home.folder / "nowhere")
    with pytest.raises(NotDone):
        backing_up.back_up(home.whole)
    assert home.whole.backups.all() == []


# Erasing


def test_one_thing_is_found_by_its_day_and_erased_from_everywhere(home: Home) -> None:
    record = home.practise()
    home.kept().revise(record.model_copy(update={"answers": {"see": "another secret walrus"}}))
    looking.in_it(home.whole)
    backing_up.back_up(home.whole)
    (row,) = erasing.things(home.whole, MORNING.date())
    id_ = row.id
    assert (row.title, row.note) == ("exercise practiced: core/long-exhale", "08:14")
    assert erasing.thing(home.whole, id_) == row.title
    with pytest.raises(NotDone, match="Nothing is kept of 2001-01-01"):
        erasing.things(home.whole, datetime.date(2001, 1, 1))
    with pytest.raises(NotDone, match="nothing of these"):
        erasing.things(home.whole, None)

    lines = erasing.erase(home.whole, id_)

    assert lines[0] == "It is erased, from 2 files on this computer."
    assert "Out of reach" in lines[-1]
    assert holds(home.folder, b"walrus") == []
    assert erasing.thing(home.whole, id_) is None
    assert home.kept().practised() == []
    assert looking.check(home.whole)[0][0].startswith("0 things")
    assert erasing.erase(home.whole, id_)[0] == "It is erased, from 0 files on this computer."


def test_what_is_of_no_day_is_found_by_what_it_says(home: Home) -> None:
    when = {"at": MORNING, "day": MORNING.date()}
    home.kept().put(Named(id="person:ana", kind="person", name="Ana", **when))
    plan = {"kind": "plan", "plan": "core/steady-plan", **when}
    home.now += datetime.timedelta(days=90)
    home.kept().put(PlanPart(id="plan:remember", lines=[{"text": "The sea"}], **plan))

    found = erasing.things(home.whole, None)

    assert {row.title for row in found} == {"person: Ana", "part of the plan: The sea"}
    assert {row.note for row in found} == {"2026-11-21"}


def test_a_day_that_is_typed_is_understood_or_told() -> None:
    assert erasing.day_of("2026-11-21") == MORNING.date()
    for typed in ("", "yesterday", "2026-13-01", "\x1b[31m"):
        with pytest.raises(NotDone, match="A day looks like"):
            erasing.day_of(typed)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("~", ""), ("~/a b", "a b"), ("copy", "copy"), ("/mnt/copy", "/mnt/copy")],
)
def test_a_folder_that_is_typed_is_near_home(tmp_path: Path, typed: str, meant: str) -> None:
    assert exporting.folder_of(typed, tmp_path) == tmp_path / meant


def test_a_copy_gets_a_folder_that_is_not_there_yet(tmp_path: Path) -> None:
    first = exporting.new_folder(tmp_path, MORNING.date())
    first.mkdir()
    assert first.name == "peercompanion-2026-11-21"
    assert exporting.new_folder(tmp_path, MORNING.date()).name == "peercompanion-2026-11-21-2"


def test_what_another_computer_still_holds_is_named(home: Home) -> None:
    record = home.practise()
    copy = home.file().with_name("2026-11.zzzz.toml")
    home.file().rename(copy)

    lines = erasing.erase(home.whole, record.id)

    assert f"  {copy}:4" in lines
    assert any("another computer" in line for line in lines)


def test_nothing_is_erased_while_something_cannot_be_read(home: Home) -> None:
    record = home.practise()
    home.file().with_name("gone.toml").symlink_to(home.folder / "nowhere")
    before = home.file().read_bytes()

    with pytest.raises(NotDone, match=r"gone\.toml"):
        erasing.erase(home.whole, record.id)

    assert home.file().read_bytes() == before


def test_a_disk_that_refuses_is_told(home: Home) -> None:
    record = home.practise()

    class Full(Files):
        def write(self, fd: int, data: bytes) -> int:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    full = home.kept(Full()).whole
    for attempt in (
        lambda: erasing.erase(full, record.id),
        lambda: backing_up.back_up(full),
    ):
        with pytest.raises(NotDone, match="disk is full"):
            attempt()
    assert home.kept().practised() == [record]


def test_the_days_count_though_what_was_done_on_them_is_erased(home: Home) -> None:
    days = [MORNING + datetime.timedelta(days=number) for number in range(4)]
    for number, at in enumerate(days[:3]):
        home.kept().put(
            Mark(
                id=f"mark:weekday/walk:{at.date()}",
                at=at,
                day=at.date(),
                chart="weekday",
                item="walk",
                state=("done", "left", "small")[number],
            )
        )
    done = Mark(
        id=f"mark:weekday/walk:{days[2].date()}",
        at=days[2],
        day=days[2].date(),
        chart="weekday",
        item="walk",
        state="clear",
    )
    home.kept().put(done)
    home.kept().add(CheckIn(id="c", at=days[3], day=days[3].date(), storm=3))
    counted = home.kept().days().shown_up
    assert counted == {days[0].date(), days[2].date(), days[3].date()}

    for at in days[:3]:
        erasing.erase(home.whole, f"mark:weekday/walk:{at.date()}")
    home.kept().forget("c")
    home.now += datetime.timedelta(days=40)
    tend(home.whole)

    assert home.kept().days().shown_up == counted
    assert holds(home.places.journal, b'weekday"\n') == []


def test_everything_is_told_before_it_goes(home: Home) -> None:
    home.practise()
    told = erasing.everything(home.whole)
    assert told[0] == "This would go for good: 1 exercise practiced; 0 backups."
    (home.places.packs / "mine").mkdir(parents=True)

    lines = erasing.erase_everything(home.whole)

    assert str(home.places.packs) in lines[1]
    left = [path.name for path in home.folder.rglob("*") if path.is_file()]
    assert left == ["lock"]


def test_a_readable_plan_lies_beside_the_entries_and_is_written_when_it_differs(home: Home) -> None:
    home.practise()
    home.kept().copy_plan("Call Ana.\n")
    file = home.places.journal / "plan.txt"
    written = file.stat().st_mtime_ns
    home.kept().copy_plan("Call Ana.\n")
    assert file.stat().st_mtime_ns == written
    home.kept().copy_plan("Call Jo.\n")
    assert file.read_text("utf-8") == "Call Jo.\n"
    home.kept().copy_plan("")
    assert not file.exists()

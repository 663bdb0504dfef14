"""What a person did is there the next time, and what could not be kept is said kindly."""

import datetime
import errno
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from peercompanion.journal.files import Files
from peercompanion.journal.framing import HEADER, block
from peercompanion.journal.journal import Journal
from peercompanion.journal.view import view
from peercompanion.kept import Draft, Kept, NotKept, new_id
from peercompanion.places import Places, places
from peercompanion.practice.records import CheckIn, Line, Practised
from peercompanion.text import unfit

MORNING = datetime.datetime(2026, 11, 21, 8, 14, 3, tzinfo=datetime.UTC)
DRAFT = Draft(
    "core/five-senses", small=True, at=MORNING, step="see", answers={"see": ["cup", "rain"], "n": 3}
)


def home(folder: Path) -> Places:
    return places({"PEERCOMPANION_HOME": str(folder)})


def kept(folder: Path, **more: Any) -> Kept:
    return Kept(home(folder), now=lambda: MORNING, **more)


def practised(number: int = 1, at: datetime.datetime = MORNING, **more: Any) -> Practised:
    told = {"item": "core/long-exhale", "before": 7, "ease": "easier", "answers": {"a": ["x", "y"]}}
    return Practised(id=f"{number:026}", at=at, day=at.date(), **{**told, **more})


class Refusing(Files):
    """A disk that refuses to open anything for writing."""

    def __init__(self, error: int) -> None:
        self.error = error

    def open(self, path: Path, flags: int) -> int:
        if flags & (os.O_WRONLY | os.O_RDWR):
            raise OSError(self.error, os.strerror(self.error), str(path))
        return super().open(path, flags)


def test_importing_and_asking_needs_neither_pydantic_nor_textual(tmp_path: Path) -> None:
    code = f"""
import sys
import peercompanion.kept as kept
from peercompanion.places import places
heavy = {{"pydantic", "textual", "rich", "tomllib", "peercompanion.journal.journal"}}
first = sorted(heavy & set(sys.modules))
here = kept.Kept(places({{"PEERCOMPANION_HOME": {str(tmp_path)!r}}}))
answers = here.usable(), here.practised(), here.drafts()
print(first, answers, sorted({{"pydantic", "textual"}} & set(sys.modules)))
"""
    told = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
    )
    assert told.stdout.strip() == "[] (None, [], []) []"


def test_nothing_is_made_before_something_is_kept(tmp_path: Path) -> None:
    here = kept(tmp_path / "home")

    assert here.usable() is None
    assert (here.practised(), here.recent(MORNING.date()), here.drafts()) == ([], [], [])
    here.drop_draft("core/five-senses")
    assert list(tmp_path.iterdir()) == []


def test_a_record_is_there_next_time(tmp_path: Path) -> None:
    record = practised()
    kept(tmp_path).add(record)

    assert kept(tmp_path).practised() == [record]


def test_records_come_oldest_first_and_from_the_days_asked_for(tmp_path: Path) -> None:
    here = kept(tmp_path)
    days = [datetime.timedelta(days=days) for days in (3, 0, 80, 1, 200)]
    for number, ago in enumerate(days):
        here.add(practised(number, MORNING - ago))

    assert [record.at for record in here.practised()] == sorted(MORNING - ago for ago in days)
    since = (MORNING - days[3]).date()
    assert [record.day for record in here.practised(since)] == [since, MORNING.date()]
    assert here.recent(MORNING.date())[0].day == datetime.date(2026, 9, 2)


@pytest.mark.parametrize(
    ("today", "first"), [((2026, 1, 31), (2025, 11, 1)), ((2026, 3, 1), (2026, 1, 1))]
)
def test_recent_is_this_month_and_the_two_before(
    tmp_path: Path, today: tuple[int, int, int], first: tuple[int, int, int]
) -> None:
    here = kept(tmp_path)
    begins = datetime.datetime(*first, tzinfo=datetime.UTC)
    here.add(practised(1, begins))
    here.add(practised(2, begins - datetime.timedelta(days=1)))

    assert [record.day for record in here.recent(datetime.date(*today))] == [begins.date()]


def test_an_edit_takes_the_place_of_what_it_edits(tmp_path: Path) -> None:
    here = kept(tmp_path)
    record = practised(before=None, ease=None)
    here.add(record)
    for after in (3, 4):
        here.revise(record := record.model_copy(update={"after": after}))
    another_window = kept(tmp_path)
    another_window.revise(last := record.model_copy(update={"ease": "same"}))

    assert here.practised() == [last]
    (thing,) = view(
        Journal(home(tmp_path).journal, tmp_path, now=lambda: MORNING).read().entries
    ).values()
    assert thing.others == ()  # each edit says which version it edits


def test_keys_of_a_later_version_are_carried_along(tmp_path: Path) -> None:
    here = kept(tmp_path)
    here.add(practised(weather={"sky": ["grey"]}))
    (record,) = here.practised()
    here.revise(record.model_copy(update={"ease": "same"}))

    (again,) = kept(tmp_path).practised()
    assert again.model_extra == {"weather": {"sky": ["grey"]}}
    assert again.ease == "same"


@settings(deadline=None, max_examples=50)
@given(st.text(st.characters(), max_size=40))
def test_words_come_back_fit_for_a_terminal(
    tmp_path_factory: pytest.TempPathFactory, text: str
) -> None:
    here = kept(tmp_path_factory.mktemp("home"))
    here.add(practised(answers={"a": text, "b": [text]}))

    (record,) = here.practised()
    assert unfit(str(record.answers["a"])) == []
    assert record.answers["b"] == [record.answers["a"]]
    if not unfit(text):
        assert record.answers["a"] == text


def test_what_cannot_be_read_is_left_out_and_never_an_error(tmp_path: Path) -> None:
    here = kept(tmp_path)
    here.add(practised(1))
    here.add(practised(2))
    folder = home(tmp_path).journal / "entries"
    more: dict[str, Any] = {"rev": 9, "dev": "m3x9", "at": MORNING, "day": MORNING.date()}
    (folder / "another.toml").write_bytes(
        HEADER
        + block({**more, "id": "x", "kind": "practised", "item": "core/a", "before": 11})
        + block({**more, "id": "y", "kind": "of-a-later-version"})
        + block({**more, "id": "z", "kind": "practised", "item": "core/b", "at": 5})
        + b"[[entry]]\nid = 'torn"
    )
    (folder / "gone.toml").symlink_to(folder / "nowhere")

    assert len(here.practised()) == 2


@pytest.mark.parametrize(
    ("error", "says"),
    [
        (errno.ENOSPC, "disk is full"),
        (errno.EROFS, "read but not written"),
        (errno.EACCES, "right to write"),
        (errno.EAGAIN, "Another window"),
        (errno.EIO, "reported a problem"),
    ],
)
def test_what_cannot_be_kept_is_said_in_one_sentence(tmp_path: Path, error: int, says: str) -> None:
    here = kept(tmp_path, files=Refusing(error))
    attempts: list[Callable[[], None]] = [
        lambda: here.add(practised()),
        lambda: here.revise(practised()),
        lambda: here.save_draft(DRAFT),
    ]
    for attempt in attempts:
        with pytest.raises(NotKept, match=says):
            attempt()
    assert (here.practised(), here.drafts()) == ([], [])

    kept(tmp_path).add(practised())  # the same again, once the disk is well
    assert kept(tmp_path).practised() == [practised()]


def test_a_book_is_not_kept_as_one_entry(tmp_path: Path) -> None:
    with pytest.raises(NotKept, match="two parts"):
        kept(tmp_path).add(practised(answers={"a": "x" * 300_000}))


@pytest.mark.parametrize("in_the_way", ["journal", "journal/entries", "state"])
def test_a_file_in_a_folders_place_is_said_once_and_the_rest_goes_on(
    tmp_path: Path, in_the_way: str
) -> None:
    path = tmp_path / in_the_way
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(b"\0garbage")
    here = kept(tmp_path)

    said = here.usable()
    assert said is not None
    assert str(path) in said
    with pytest.raises(NotKept, match="Something else lies"):
        here.add(practised())
    assert (here.practised(), here.drafts()) == ([], [])
    assert path.read_bytes() == b"\0garbage"


def test_a_folder_full_of_garbage_still_takes_records(tmp_path: Path) -> None:
    folder = home(tmp_path).journal / "entries" / "2026"
    folder.mkdir(parents=True)
    for name in ("2026-11.k7f2.toml", "2026-10.toml", "photo.toml"):
        (folder / name).write_bytes(bytes(range(256)) * 20)
    here = kept(tmp_path)

    assert here.usable() is None
    assert here.practised() == []
    here.add(practised())
    assert here.practised() == [practised()]


def test_a_draft_is_taken_up_where_it_was_left(tmp_path: Path) -> None:
    here = kept(tmp_path)
    earlier = Draft("core/long-exhale", small=False, at=MORNING, step="breathe")
    later = Draft(
        "core/five-senses",
        small=True,
        at=MORNING + datetime.timedelta(hours=1),
        step="see",
        answers={"see": ["cup", "rain"], "text": "two\nlines", "n": 3},
    )
    for draft in (earlier, DRAFT, later):
        here.save_draft(draft)

    assert kept(tmp_path).drafts() == [later, earlier]
    here.drop_draft("core/five-senses")
    assert kept(tmp_path).drafts() == [earlier]


@settings(deadline=None, max_examples=50)
@given(st.text(st.characters(), max_size=40))
def test_a_draft_holds_what_was_typed_fit_for_a_terminal(
    tmp_path_factory: pytest.TempPathFactory, text: str
) -> None:
    here = kept(tmp_path_factory.mktemp("home"))
    here.save_draft(Draft("core/a", small=False, at=MORNING, step="s", answers={"a": text}))

    (draft,) = here.drafts()
    assert unfit(str(draft.answers["a"])) == []
    if not unfit(text):
        assert draft.answers["a"] == text


@pytest.mark.parametrize(
    "text",
    [
        "",
        "item = 'a'",
        "item='a'\nsmall=0\nat=2026-11-21T08:00:00Z\nstep='s'\n[answers]",
        "item='a'\nsmall=true\nat=2026-11-21T08:00:00\nstep='s'\n[answers]",
        "item='a'\nsmall=true\nat=2026-11-21T08:00:00Z\nstep='s'\n[answers]\nx=[1]",
        "item='a'\nsmall=true\nat=2026-11-21T08:00:00Z\nstep='s'\n[answers.x]\ny=1",
    ],
)
def test_a_draft_that_is_none_is_set_aside(tmp_path: Path, text: str) -> None:
    here = kept(tmp_path)
    here.save_draft(DRAFT)
    (home(tmp_path).drafts / "broken.toml").write_text(text)

    assert here.drafts() == [DRAFT]
    assert (home(tmp_path).drafts / "broken.toml.broken").read_text() == text


def test_new_ids_sort_by_time_and_differ() -> None:
    ids = [new_id(MORNING + datetime.timedelta(seconds=seconds)) for seconds in range(50)]

    assert ids == sorted(ids)
    assert new_id(MORNING) != new_id(MORNING)


def test_a_year_of_long_ago_is_read_with_what_is_one_each(tmp_path: Path) -> None:
    here = kept(tmp_path)
    for year in (2019, 2020, 2021):
        at = MORNING.replace(year=year)
        here.add(CheckIn(id=f"{year}", at=at, day=at.date(), storm=year % 10))
    here.add(Line(id="strength:1", at=MORNING, day=MORNING.date(), kind="strength", text="Patient"))
    here.forget("2021")

    days = kept(tmp_path).days(datetime.date(2020, 1, 1), datetime.date(2020, 12, 31))

    assert [each.storm for each in days.checkins.values()] == [0]
    assert days.texts("strength") == ("Patient",)
    assert days.shown_up == {datetime.date(2020, 11, 21)}
    ever = kept(tmp_path).days()
    assert (len(ever.checkins), len(ever.shown_up)) == (2, 3)


def test_every_version_of_a_thing_is_there_the_latest_first(tmp_path: Path) -> None:
    here = kept(tmp_path)
    for text in ("one", "two", "three"):
        line = Line(id="strength:1", at=MORNING, day=MORNING.date(), kind="strength", text=text)
        here.put(line)

    assert [each["text"] for each in kept(tmp_path).versions("strength:1")] == [
        "three",
        "two",
        "one",
    ]
    assert kept(tmp_path).versions("nothing") == []


def test_what_is_deleted_is_hidden_and_cannot_be_deleted_twice(tmp_path: Path) -> None:
    here = kept(tmp_path)
    here.add(practised())
    end = here.forget(practised().id)

    assert here.practised() == []
    assert here.forget(practised().id) == end
    with pytest.raises(LookupError):
        here.forget("nothing")
    assert here.forget(practised().id, erased=True) > end


def test_another_window_is_noticed(tmp_path: Path) -> None:
    one, two = kept(tmp_path), kept(tmp_path)
    one.practised()
    assert not one.changed()
    two.add(practised())
    assert one.changed()
    assert one.practised() == [practised()]
    assert not one.changed()


def test_what_keeping_means_is_said_once_and_only_of_the_first_thing(tmp_path: Path) -> None:
    here = kept(tmp_path)
    assert here.first_words() == []
    here.add(practised(1))
    here.add(practised(2))
    first = here.tick()
    assert first.startswith("● Kept on this computer.\nSomeone who can open this computer")
    assert "not a medical record" in first
    here.add(practised(3))
    assert here.tick() == "● Kept on this computer."
    again = kept(tmp_path)
    again.add(practised(4))
    assert again.first_words() == []


def test_it_is_looked_after_in_a_thread_that_can_be_called_off(tmp_path: Path) -> None:
    here = kept(tmp_path)
    here.add(practised())
    told: list[list[str]] = []
    never = here.look_after(told.append, after=60)
    never.cancel()
    here.look_after(told.append).join()

    assert told == [[]]
    assert len(here.whole.backups.all()) == 1


def test_a_fault_while_it_is_looked_after_is_nobodys_trouble(tmp_path: Path) -> None:
    here = kept(tmp_path)
    here.add(practised())

    def broken(_lines: list[str]) -> None:
        raise ValueError("boo")

    here.look_after(broken).join()

"""A person's days on a disk, told as a script, and what has to be true after any crash of it."""

import datetime
import random
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from peercompanion.journal import erasing, tending
from peercompanion.journal.backup import ENTRIES, Backups, unpacked
from peercompanion.journal.drafts import Drafts
from peercompanion.journal.files import opened, read_all
from peercompanion.journal.history import History
from peercompanion.journal.journal import Journal
from peercompanion.journal.restoring import compare, take_in
from peercompanion.journal.view import newest_of_each

from .disk import Disk, Process

BEGIN = datetime.datetime(2026, 11, 27, 8, 0, tzinfo=datetime.UTC)
HOME = Path("/home")
DOCUMENTS = frozenset({"plan", "goal"})
Fields = dict[str, Any]


@dataclass
class Told:
    """What was begun and what was said to be done, in the order it happened."""

    begun: list[tuple[str, Any]] = field(default_factory=list)
    done: list[tuple[str, Any]] = field(default_factory=list)

    def copy(self) -> "Told":
        """What has been told up to now."""
        return Told(list(self.begun), list(self.done))

    @contextmanager
    def act(self, what: str, about: Any) -> Iterator[None]:
        """Something a person does; at the end of the block it is said to be done."""
        self.begun.append((what, about))
        yield
        self.done.append((what, about))

    def of(self, what: str, *, begun: bool = False) -> list[Any]:
        """List what was done, or begun, of one sort."""
        return [about for sort, about in (self.begun if begun else self.done) if sort == what]


class Life:
    """A process that keeps what a person does."""

    def __init__(self, files: Process, told: Told, now: datetime.datetime, seed: int = 0) -> None:
        self.files = files
        self.told = told
        self.now = now
        self.chance = random.Random(seed)
        self.restart()

    def restart(self) -> None:
        """Go on in a new process."""
        state = HOME / "state"
        self.journal = Journal(
            HOME / "journal",
            state,
            now=lambda: self.now,
            documents=DOCUMENTS,
            random=lambda count: b"\1\2\3\4"[:count],
            machine=lambda: "here",
            files=self.files,
        )
        self.history = History(self.journal, None)
        self.drafts = Drafts(state / "drafts", self.files)
        self.backups = Backups(state / "backups", self.files)

    def add(self, id_: str, kind: str, **more: Any) -> None:
        """Keep a new record, or a new version of a document."""
        self.now += datetime.timedelta(minutes=7)
        word = f"word{len(self.told.begun)}x"
        note = f"{word} " + "so it was " * self.chance.randrange(60)
        fields = {"id": id_, "kind": kind, "at": self.now, "day": self.now.date(), "note": note}
        fields |= more
        with self.told.act("kept", fields):
            (entry,) = self.journal.append([fields])
            fields |= entry.fields

    def forget(self, id_: str) -> None:
        """Erase something for good."""
        self.now += datetime.timedelta(minutes=1)
        fields = {"id": id_, "kind": "practised", "day": self.now.date(), "gone": True}
        fields |= {"erased": True}
        with self.told.act("erased", id_):
            with self.told.act("kept", fields):
                (entry,) = self.journal.append([fields])
                fields |= entry.fields
            end = entry.rev, entry.dev
            erased = erasing.erase(self.journal, self.backups, {id_: end})
            assert not erased.unreadable

    def draft(self, number: int) -> None:
        """Write down a guide in progress."""
        with self.told.act("draft", number):
            self.drafts.save("core/long-exhale", {"step": number, "said": "x" * number * 9})

    def drop(self) -> None:
        """Forget the guide in progress."""
        with self.told.act("draft", None):
            self.drafts.drop("core/long-exhale")

    def tend(self) -> None:
        """Do what is done in the background."""
        tending.put_back(self.journal)
        tending.mend(self.journal)
        tending.carry_on(self.journal, self.history)

    def back_up(self) -> None:
        """Make a backup."""
        self.now += datetime.timedelta(minutes=1)
        with self.told.act("backup", f"{self.now:%Y-%m-%dT%H%M%S}.zip"):
            found = self.journal.reader.found().files
            top = self.journal.entries
            contents = {
                ENTRIES + path.relative_to(top).as_posix(): read_all(self.files, path)
                for path in found
            }
            self.backups.write(contents, self.now)

    def restore(self) -> None:
        """Take in the newest backup."""
        if made := self.backups.all():
            contents = unpacked(read_all(self.files, made[-1]))
            take_in(self.journal, compare(self.journal, contents))

    def tear(self, tail: bytes) -> None:
        """Let this device's newest file have an end that is torn, as after an earlier crash."""
        path = max(self.journal.reader.found().files)
        with opened(self.files, path, 0o2) as fd:
            file = self.files._file(fd)
            file.data += tail
            file.safe = file.data


def script(seed: int) -> Iterator[tuple[str, tuple[Any, ...]]]:
    """Tell some days: what is done, and with what."""
    chance = random.Random(seed)
    yield "add", ("r0", "practised")
    yield "add", ("plan:people", "plan")
    yield "draft", (1,)
    yield "add", ("goal:bread", "goal")
    yield "drop", ()
    for number in range(1, 5):
        doing = chance.sample(
            [
                ("add", (f"r{number}", "practised")),
                ("add", ("plan:people", "plan")),
                ("add", (f"r{number}b", "of-a-later-version")),
                ("draft", (number + 5,)),
                ("back_up", ()),
                ("tend", ()),
                ("restart", ()),
                ("tear", (TAILS[chance.randrange(len(TAILS))],)),
                ("month", ()),
                ("forget", (f"r{number - 1}",)),
                ("restore", ()),
            ],
            k=9,
        )
        yield from doing


TAILS = (
    b'[[entry]]\nid = "torn"\nrev = 5\ndev = "081g"\nkind = "practised"\nnote = "ha',
    b"\0" * 700,
    b"[[ent",
    b'[[entry]]\nid = "zeros"\nrev = 5\nkind = "practised"\n'
    + b"\0" * 90
    + b"\n# end 00000000\n\n",
)


def live(life: Life, seed: int) -> None:
    """Do what the script tells, to its end or until the process is killed."""
    for what, given in script(seed):
        if what == "month":
            life.now += datetime.timedelta(days=16)
        else:
            getattr(life, what)(*given)


def check(disk: Disk, life: Life, told: Told) -> None:
    """See that nothing that was said to be kept is missing, and nothing is there by halves."""
    reading = life.journal.read()
    assert not reading.unreadable, reading.unreadable
    there = {(entry.id, entry.rev, entry.dev): entry.fields for entry in reading.entries}
    begun = [_said(fields) for fields in told.of("kept", begun=True)]
    for fields in there.values():
        assert _said(fields) in begun, f"half an entry: {fields}"
    going = set(told.of("erased", begun=True))
    for fields in told.of("kept"):
        if fields["id"] not in going or fields.get("erased"):
            key = fields["id"], fields["rev"], fields["dev"]
            assert key in there, f"lost: {fields}"
            assert _said(there[key]) == _said(fields)
    _check_start(life, told)
    _check_drafts(life, told)
    _check_backups(disk, told)
    _check_erased(disk, told)


def _check_start(life: Life, told: Told) -> None:
    start = newest_of_each(life.journal.at_start(life.now.date()).entries)
    latest = {fields["id"]: fields for fields in told.of("kept") if fields["kind"] in DOCUMENTS}
    for id_, fields in latest.items():
        assert id_ in start, f"not found at start: {fields}"
        assert start[id_].rev >= fields["rev"], f"an older one at start: {fields}"


def _check_drafts(life: Life, told: Told) -> None:
    drafts: list[Any] = [None, *told.of("draft")]
    coming: list[Any] = [None, *told.of("draft", begun=True)]
    found = [draft["step"] for draft in life.drafts.read(lambda table: table)]
    allowed = {drafts[-1], coming[-1]}
    if coming[-1] is None or drafts[-1] is None:
        # A draft that was dropped may come back; it is never half a draft.
        allowed |= set(coming)
    assert (found or [None])[0] in allowed, f"draft {found}, but {allowed}"


def _check_backups(disk: Disk, told: Told) -> None:
    files = disk.files(HOME)
    for path, data in files.items():
        if path.suffix == ".zip":
            assert unpacked(data)
    names = {path.name for path in files}
    done = told.of("backup")
    assert not done or done[-1] in names, "the backup is gone"


def _check_erased(disk: Disk, told: Told) -> None:
    words = {
        fields["note"].split()[0].encode()
        for id_ in told.of("erased")
        for fields in told.of("kept", begun=True)
        if fields["id"] == id_ and "note" in fields
    }
    if not words:
        return
    for path, data in disk.files(HOME).items():
        held = b"".join(unpacked(data).values()) if path.suffix == ".zip" else data
        assert not any(word + b" " in held for word in words), f"not erased from {path}"


def _said(fields: Any) -> Fields:
    return {name: value for name, value in fields.items() if name not in ("rev", "dev", "base")}

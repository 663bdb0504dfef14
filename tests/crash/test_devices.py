"""Two or three devices, a sync program between them, and calendars that jump: all end equal.

Nothing that was kept on any of them is lost, and every document is found at a start that reads
few files. The long form: `python -m tests.crash devices`.
"""

import datetime
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from peercompanion.journal import erasing, tending
from peercompanion.journal.backup import Backups
from peercompanion.journal.files import make_folders, write_whole
from peercompanion.journal.framing import Entry
from peercompanion.journal.history import History
from peercompanion.journal.journal import Journal
from peercompanion.journal.view import newest_of_each, view

from .crashes import new_disk
from .disk import Process

DOCUMENTS = frozenset({"plan", "goal"})
BERLIN, SYDNEY = ZoneInfo("Europe/Berlin"), ZoneInfo("Australia/Sydney")
BEGIN = datetime.datetime(2026, 10, 25, 0, 40, tzinfo=datetime.UTC)
"""Twenty minutes before the clocks go back in Berlin."""
COPIES = (
    "{stem}.sync-conflict-20261025-{n:06}-ABCDEF.toml",
    "{stem} (conflicted copy 2026-10-25 {n}).toml",
    "{stem} {n}.toml",
    "{stem}-LAPTOP{n}.toml",
)
"""How four sync programs name the file that lost."""
JOURNAL = Path("/home/journal")


class Device:
    """A computer: its disk, its clock, and what a sync program last saw on it."""

    def __init__(self, number: int, machine: str) -> None:
        self.disk = new_disk()
        self.number = number
        self.ahead = datetime.timedelta()
        self.zone: datetime.tzinfo = BERLIN
        self.seen: dict[Path, tuple[bytes, dict[int, int]]] = {}
        """What a sync program knows of each file: its bytes, and how often who changed it."""
        self._machine = machine
        self.world = BEGIN
        self.restart()

    def restart(self) -> None:
        """Begin a new process; nothing but the disk is left."""
        self.files = Process(self.disk)
        self.journal = Journal(
            JOURNAL,
            Path("/home/state"),
            now=self.now,
            documents=DOCUMENTS,
            random=lambda count: (self._machine.encode() * 9)[:count],
            machine=lambda: self._machine,
            files=self.files,
        )
        self.history = History(self.journal, None)
        self.backups = Backups(Path("/home/state/backups"), self.files)

    def now(self) -> datetime.datetime:
        """The time as this computer's clock has it."""
        return (self.world + self.ahead).astimezone(self.zone)

    def shared(self) -> dict[Path, bytes]:
        """The files that a sync program carries."""
        if not self.files.is_folder(JOURNAL):
            return {}
        return self.disk.files(JOURNAL)

    def receive(self, path: Path, data: bytes) -> None:
        """Have a file from elsewhere put in place."""
        make_folders(self.files, path.parent)
        write_whole(self.files, path, data)

    def look(self) -> None:
        """Let the sync program notice what has changed here."""
        for path, data in self.shared().items():
            known, changes = self.seen.get(path, (None, {}))
            if data != known:
                changes = {**changes, self.number: changes.get(self.number, 0) + 1}
                self.seen[path] = (data, changes)

    def tend(self) -> None:
        """Do what is done in the background at a start."""
        if self.journal.reader.found().files:
            tending.put_back(self.journal)
            tending.mend(self.journal)
            tending.carry_on(self.journal, self.history)
            erasing.finish(self.journal, self.history, self.backups)


def said(fields: Mapping[str, Any]) -> dict[str, Any]:
    """What an entry says; in the hour that comes twice, moments of two zones are never equal."""
    return {**fields, "at": fields["at"].isoformat()}


def key(entry: Entry) -> tuple[str, int, str]:
    return entry.id, entry.rev, entry.dev


class Devices(RuleBasedStateMachine):
    """What people and sync programs do, in any order."""

    def __init__(self) -> None:
        super().__init__()
        self.devices: list[Device] = []
        self.kept: dict[tuple[str, int, str], list[dict[str, Any]]] = {}
        """By version; two computers with one id may give one revision to two texts."""
        self.cloned = False
        self.copies = 0

    @initialize(many=st.integers(2, 3), cloned=st.booleans())
    def begin(self, many: int, cloned: bool) -> None:
        """Start with so many computers; two may have been set up from one image."""
        self.cloned = cloned
        names = ["aaa", "aaa" if cloned else "bbb", "ccc"]
        self.devices = [Device(number, names[number]) for number in range(many)]

    def _device(self, number: int) -> Device:
        return self.devices[number % len(self.devices)]

    def _keep(self, device: Device, fields: dict[str, Any]) -> None:
        for each in self.devices:
            each.world += datetime.timedelta(seconds=37)
        day = device.now().date()
        told = {
            "at": device.now(),
            "day": day,
            "note": f"{sum(map(len, self.kept.values()))}",
            **fields,
        }
        (entry,) = device.journal.append([told])
        texts = self.kept.setdefault(key(entry), [])
        assert self.cloned or not texts, "one revision was given twice"
        texts.append(said(entry.fields))

    @rule(device=st.integers(0, 2), number=st.integers(0, 20))
    def add(self, device: int, number: int) -> None:
        """Keep something new."""
        self._keep(self._device(device), {"id": f"r{number}", "kind": "practised"})

    @rule(device=st.integers(0, 2), name=st.sampled_from(["people", "remember"]))
    def write_plan(self, device: int, name: str) -> None:
        """Write a document, on top of what is known of it there."""
        here = self._device(device)
        known = newest_of_each(here.journal.at_start(here.now().date()).entries)
        base = {"base": known[f"plan:{name}"].rev} if f"plan:{name}" in known else {}
        self._keep(here, {"id": f"plan:{name}", "kind": "plan", **base})

    @rule(device=st.integers(0, 2), number=st.integers(0, 20))
    def delete(self, device: int, number: int) -> None:
        """Delete something, if it is known there."""
        here = self._device(device)
        known = view(here.journal.read().entries).get(f"r{number}")
        if known:
            base = known.entry.rev
            told = {"id": f"r{number}", "kind": "practised", "gone": True, "base": base}
            self._keep(here, told)

    @rule(device=st.integers(0, 2), number=st.integers(0, 20))
    def erase(self, device: int, number: int) -> None:
        """Erase something for good, if it is known there."""
        here = self._device(device)
        known = view(here.journal.read().entries).get(f"r{number}")
        if known:
            told = {"id": f"r{number}", "kind": "practised", "gone": True, "erased": True}
            self._keep(here, {**told, "base": known.entry.rev})
            erasing.finish(here.journal, here.history, here.backups)

    @rule(device=st.integers(0, 2))
    def restart(self, device: int) -> None:
        """Close the app and open it again."""
        self._device(device).restart()
        self._device(device).tend()

    @rule(device=st.integers(0, 2), days=st.sampled_from([-365, -31, -1, 0, 0, 1, 365]))
    def set_the_clock(self, device: int, days: int) -> None:
        """Set one computer's clock, right or wrong."""
        self._device(device).ahead = datetime.timedelta(days=days)

    @rule(device=st.integers(0, 2), zone=st.sampled_from([BERLIN, SYDNEY, datetime.UTC]))
    def travel(self, device: int, zone: datetime.tzinfo) -> None:
        """Take one computer to another zone."""
        self._device(device).zone = zone

    @rule(minutes=st.sampled_from([5, 30, 60, 24 * 60]))
    def wait(self, minutes: int) -> None:
        """Let time pass; the clocks go back in the first of these hours."""
        for device in self.devices:
            device.world += datetime.timedelta(minutes=minutes)

    @rule(months=st.integers(1, 14))
    def leave_it_alone(self, months: int) -> None:
        """Let months pass without use."""
        for device in self.devices:
            device.world += datetime.timedelta(days=30 * months)

    @rule(
        one=st.integers(0, 2),
        other=st.integers(0, 2),
        name=st.sampled_from(COPIES),
        first_wins=st.booleans(),
    )
    def sync(self, one: int, other: int, name: str, first_wins: bool) -> None:
        """Bring two folders together, as sync programs do."""
        pair = (self._device(one), self._device(other))
        if pair[0] is not pair[1]:
            self._sync(*(pair if first_wins else pair[::-1]), name)

    def _sync(self, winner: Device, loser: Device, name: str) -> None:
        for device in (winner, loser):
            device.look()
        for path in sorted({*winner.seen, *loser.seen}):
            won, by_winner = winner.seen.get(path, (b"", {}))
            lost, by_loser = loser.seen.get(path, (b"", {}))
            together = {n: max(by_winner.get(n, 0), by_loser.get(n, 0)) for n in range(3)}
            together = {n: count for n, count in together.items() if count}
            if together == by_winner:
                self._bring(loser, path, won, together)
            elif together == by_loser:
                self._bring(winner, path, lost, together)
            else:
                self._copy_aside(winner, loser, path, lost, name)
                self._bring(winner, path, won, together)
                self._bring(loser, path, won, together)

    def _bring(self, device: Device, path: Path, data: bytes, changes: dict[int, int]) -> None:
        if device.seen.get(path) != (data, changes):
            device.receive(path, data)
            device.seen[path] = (data, changes)

    def _copy_aside(
        self, winner: Device, loser: Device, path: Path, lost: bytes, name: str
    ) -> None:
        """Keep both, where both changed what the other has not seen."""
        if path.suffix == ".toml":
            self.copies += 1
            copy = path.with_name(name.format(stem=path.stem, n=self.copies))
            for device in (winner, loser):
                self._bring(device, copy, lost, {loser.number: 1})

    @rule(device=st.integers(0, 2), which=st.integers(0, 1), noticed=st.booleans())
    def put_an_older_file_back(self, device: int, which: int, noticed: bool) -> None:
        """Let a sync program undo the last entry of one of a device's two newest files."""
        here = self._device(device)
        copied = here.journal.own.copied()[::-1]
        if len(copied) <= which or not here.journal.own.as_left(copied[which]):
            return
        data = here.shared()[copied[which]]
        start = data.rfind(b"[[entry]]")
        if start > 0:
            here.receive(copied[which], data[:start])
            if noticed:
                here.tend()

    @invariant()
    def what_was_kept_here_is_here(self) -> None:
        """Nobody loses what they kept themselves."""
        for device in self.devices:
            found = device.journal.reader.found()
            assert not found.unreadable

    def teardown(self) -> None:
        """Bring all together, and compare."""
        if not self.devices:
            return
        for device in self.devices:
            device.ahead = datetime.timedelta()
        for _ in range(3):
            for device in self.devices:
                device.restart()
                device.tend()
            for one in self.devices:
                for other in self.devices:
                    if one is not other:
                        self._sync(one, other, COPIES[0])
        self._all_equal()
        self._nothing_lost()
        self._documents_at_start()

    def _all_equal(self) -> None:
        first = view(self.devices[0].journal.read().entries)
        for device in self.devices[1:]:
            there = view(device.journal.read().entries)
            assert there.keys() == first.keys()
            for id_, thing in there.items():
                assert thing.entry.fields == first[id_].entry.fields
                others = [other.fields for other in first[id_].others]
                assert [other.fields for other in thing.others] == others

    def _nothing_lost(self) -> None:
        entries = self.devices[0].journal.read().entries
        there = [(key(entry), said(entry.fields)) for entry in entries]
        standing = view(entries)
        for id_ in {id_ for id_, _rev, _dev in self.kept}:
            versions = {version: texts for version, texts in self.kept.items() if version[0] == id_}
            newest = max(versions, key=lambda version: version[1:])
            if any(text.get("gone") for texts in versions.values() for text in texts):
                # What was erased or deleted is gone; what came after it counts.
                stands = standing[id_].entry if id_ in standing else None
                assert (stands is None) == all(text.get("gone") for text in versions[newest])
            else:
                assert all((v, text) in there for v, texts in versions.items() for text in texts)
                assert key(standing[id_].entry) == newest

    def _documents_at_start(self) -> None:
        for device in self.devices:
            every = newest_of_each(device.journal.read().entries)
            start = newest_of_each(
                device.journal.at_start(device.now().date() + datetime.timedelta(days=400)).entries
            )
            for id_, entry in every.items():
                if entry.kind in DOCUMENTS:
                    assert id_ in start, f"not found at start: {id_}"
                    assert start[id_].fields == entry.fields
        for id_ in {id_ for id_, _rev, _dev in self.kept if id_.startswith("plan:")}:
            assert id_ in newest_of_each(self.devices[0].journal.read().entries)


def lives(many: int, steps: int) -> settings:
    """Try so many lives of so many steps."""
    return settings(
        deadline=None,
        max_examples=many,
        stateful_step_count=steps,
        suppress_health_check=list(HealthCheck),
    )


TestDevices = Devices.TestCase
TestDevices.settings = lives(150, 30)

"""A device keeps its name for as long as it is the same machine."""

import re
from pathlib import Path

from peercompanion.journal.device import this_device, this_machine
from peercompanion.journal.files import Files


def device(path: Path, machine: str = "here", chance: bytes = b"abc"):
    return this_device(path, Files(), lambda: machine, lambda count: chance[:count])


def test_the_name_is_made_once_and_the_revision_remembered(tmp_path: Path) -> None:
    path = tmp_path / "device.toml"
    made = device(path)
    made.remember(1795245243123, Files())

    again = device(path, chance=b"xyz")

    assert (again.id, again.last_rev) == (made.id, 1795245243123)
    assert path.read_text("utf-8").startswith("# ")


def test_another_machine_gets_another_name_and_goes_on_counting(tmp_path: Path) -> None:
    path = tmp_path / "device.toml"
    made = device(path)
    made.remember(1795245243123, Files())

    copied = device(path, machine="there", chance=b"xyz")

    assert copied.id != made.id
    assert copied.last_rev == 1795245243123


def test_remembering_leaves_one_whole_file_behind(tmp_path: Path) -> None:
    path = tmp_path / "device.toml"
    made = device(path)
    for rev in (7, 8, 99, 1795245243123):
        made.remember(rev, Files())
        assert device(path).last_rev == rev

    assert [file.name for file in tmp_path.iterdir()] == ["device.toml"]


def test_the_machine_is_told_apart_without_naming_it() -> None:
    assert re.fullmatch("[0-9a-f]{16}", this_machine())
    assert this_machine() == this_machine()

"""What is in progress is whole or not there; a broken draft is nobody's error."""

import os
import stat
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from peercompanion.journal.drafts import Drafts
from peercompanion.journal.files import Files

from .samples import texts


def as_it_is(table: dict[str, Any]) -> dict[str, Any]:
    return table


def test_a_draft_is_replaced_and_dropped(tmp_path: Path) -> None:
    drafts = Drafts(tmp_path / "state" / "drafts")
    assert drafts.read(as_it_is) == []
    assert list(tmp_path.iterdir()) == []

    drafts.save("core/long-exhale", {"step": "one"})
    drafts.save("core/long-exhale", {"step": "two"})
    drafts.save("core/five-senses", {"step": "look", "answers": {"look": ["a cup"]}})

    assert drafts.read(as_it_is) == [
        {"step": "look", "answers": {"look": ["a cup"]}},
        {"step": "two"},
    ]
    drafts.drop("core/long-exhale")
    drafts.drop("core/never-begun")
    assert len(drafts.read(as_it_is)) == 1
    files = list((tmp_path / "state" / "drafts").iterdir())
    assert [file.name for file in files] == ["core.five-senses.toml"]
    if os.name == "posix":
        assert stat.S_IMODE(files[0].stat().st_mode) == 0o600
        assert stat.S_IMODE(files[0].parent.stat().st_mode) == 0o700


@settings(deadline=None, max_examples=50)
@given(name=st.text(st.characters(), min_size=1, max_size=8), text=texts)
def test_no_name_leads_out_of_the_folder(
    tmp_path_factory: pytest.TempPathFactory, name: str, text: str
) -> None:
    folder = tmp_path_factory.mktemp("drafts")
    drafts = Drafts(folder)
    drafts.save(name, {"text": text})

    (file,) = folder.iterdir()
    assert file.suffix == ".toml"
    assert len(drafts.read(as_it_is)) == 1
    drafts.drop(name)
    assert list(folder.iterdir()) == []
    folder.rmdir()


@pytest.mark.parametrize("broken", [b"\xff\0", b"a = [", b"a = " + b"[" * 9000, b"unfit = 1"])
def test_a_broken_draft_is_set_aside(tmp_path: Path, broken: bytes) -> None:
    drafts = Drafts(tmp_path)
    drafts.save("good", {"step": "one"})
    (tmp_path / "bad.toml").write_bytes(broken)

    def understand(table: dict[str, Any]) -> dict[str, Any]:
        if "unfit" in table:
            raise ValueError
        return table

    assert drafts.read(understand) == [{"step": "one"}]
    assert (tmp_path / "bad.toml.broken").read_bytes() == broken
    assert drafts.read(understand) == [{"step": "one"}]


def test_a_disk_that_fills_up_leaves_the_draft_before(tmp_path: Path) -> None:
    class Filling(Files):
        def write(self, fd: int, data: bytes) -> int:
            return super().write(fd, data[:5])

    Drafts(tmp_path).save("a", {"step": "one"})
    with pytest.raises(OSError, match="only a part"):
        Drafts(tmp_path, Filling()).save("a", {"step": "two"})

    assert Drafts(tmp_path).read(as_it_is) == [{"step": "one"}]
    assert [file.name for file in tmp_path.iterdir()] == ["a.toml"]


def test_dropping_takes_along_what_a_killed_process_left(tmp_path: Path) -> None:
    drafts = Drafts(tmp_path)
    drafts.save("a", {"step": "one"})
    (tmp_path / ".a.toml.4711.tmp").write_bytes(b"half")

    drafts.drop("a")

    assert list(tmp_path.iterdir()) == []

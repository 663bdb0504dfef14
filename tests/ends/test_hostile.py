"""Words made to do harm are only words, wherever they come from."""

import datetime
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from peercompanion.kept import Kept
from peercompanion.packs import reading
from peercompanion.packs.library import Library
from peercompanion.packs.models import ITEM_TYPES, WORDS_TYPES
from peercompanion.places import places
from peercompanion.planning.on_paper import OnPaper
from peercompanion.practice import writing
from peercompanion.practice.plan import STEADY, Part, Written
from peercompanion.practice.tasks import tasks
from peercompanion.printing import FORMS
from peercompanion.session import Card
from peercompanion.sitting import Sitting
from peercompanion.text import unfit

from .every_kind import drafts, fill, play, stand_at
from .hostile import AS_TEXT, BEGIN, HOSTILE, content, is_harmless, make
from .terminal import Terminal, environment

BEGINNING = AS_TEXT[:24]
"""As much as stands on one line everywhere."""
WAYS = (("1", "1"), ("2",), ("3",), ("p", "i"), ("n", "right", "right", "right"), ("h", "5"))
"""Some of every kind; `tests/tui/test_hostile.py` goes everywhere, without a terminal."""
TASKS = [task.id for task in tasks() if task.id not in ("cover", "leave")]
"""What the plain face does; the other two are of the screen."""
COMMANDS = [
    *(("print", which, "--as", form) for which in ("plan", "well") for form in FORMS),
    *(("--plain", *task) for task in [[], *([task] for task in TASKS)]),
    *(("--plain", "play", f"core/{name}") for name in ("long-exhale", "look-around")),
    *(("text", link) for link in ("exercise:core/long-exhale", "tool:core/weighing")),
    *(("exercises",), ("exercises", "--json"), ("packs", "list"), ("now",), ("where",)),
    *(("today",), ("mark", "1"), ("checkin",), ("steps",), ("data", "erase")),
    *(("data", "export", "--format", form, f"as-{form}") for form in ("json", "csv", "md")),
]


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The program with hostile content."""
    yield make(tmp_path_factory.mktemp("hostile") / "root")


def test_the_check_refuses_every_file_of_it(tmp_path: Path) -> None:
    folder = content(tmp_path / "content")
    files = list(folder.rglob("*.toml"))
    assert len(files) > 150
    for file in files:
        found = reading.read(file, root=folder, file=file.name)
        assert isinstance(found, list), file
        assert found[0].code == "PC201", file
    assert Library([folder]).packs == ()


def test_without_the_check_nothing_of_it_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading, "unfit", lambda text: [])
    library = Library([content(tmp_path / "content")])
    items = [library.item(kind, full) for kind in ITEM_TYPES for full in library.ids(kind)]
    assert len(items) > 100
    assert all(BEGINNING in str(item) for item in items if not isinstance(item, list))
    assert all(BEGINNING in str(library.words(name)) for name in WORDS_TYPES)
    assert library.problems == []


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_no_command_says_what_a_terminal_obeys(
    command: tuple[str, ...], root: Path, tmp_path: Path
) -> None:
    ended = subprocess.run(
        [sys.executable, "-c", BEGIN, *command],
        input=f"1\n{HOSTILE}\n1\n1\n{HOSTILE}\n".encode(),
        capture_output=True,
        cwd=root,
        env={**environment(fill(tmp_path / "home").journal.parent), "HOME": str(tmp_path)},
        timeout=60,
        check=False,
    )
    said = ended.stdout + ended.stderr
    assert said.strip()
    assert b"Traceback" not in said
    assert not unfit(said.replace(b"\r\n", b"\n").decode()), command


def test_content_that_was_never_checked_is_shown_as_text(tmp_path: Path, root: Path) -> None:
    seen = 0
    with Terminal(tmp_path / "home", ("-c", BEGIN), root=root) as terminal:
        terminal.wait_for("Right now", "Help now")
        for way in WAYS:
            for key in way:
                terminal.press(key)
                terminal.settle(0.1)
                seen += BEGINNING in terminal.shown
                is_harmless(terminal)
            while "One minute, now" not in terminal.shown:
                terminal.press("escape")
                terminal.settle(0.1)
        terminal.press("q")
        assert terminal.ended() == 0
        assert terminal.outside == ""
    assert seen > len(WAYS)


def test_what_is_typed_and_pasted_is_kept_as_text(tmp_path: Path) -> None:
    for name in ("ask", "list"):
        home = fill(tmp_path / name)
        with Terminal(tmp_path / name, play(name)) as terminal:
            stand_at(terminal, name)
            terminal.paste(f"{HOSTILE}\n{HOSTILE}")
            terminal.type("[/] [$x] [@click=app.quit]y[/]\r")
            terminal.wait_for("[$x]")
            terminal.settle(0.1)
            is_harmless(terminal)
            terminal.send(signal.SIGTERM)
            terminal.ended()
        (draft,) = drafts(home)
        lines = str(draft.answers["second"]) if name == "ask" else "".join(draft.answers["second"])
        assert "[$x]" in lines
        assert not unfit(lines)


def test_no_file_holds_what_a_terminal_obeys(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading, "unfit", lambda text: [])
    library = Library([content(tmp_path / "content")])
    kept = Kept(places({"PEERCOMPANION_HOME": str(tmp_path / "home")}))
    now = datetime.datetime.now().astimezone()
    lines = (Written("[/] [$x]"),)
    for name in ("first-ten", "others"):
        kept.put(writing.part(Part(f"plan:{name}", STEADY, lines=lines), now))
    sitting = Sitting(library, kept, [], kept.lately(now.date()))
    sitting.copy_plan("US")
    (tmp_path / "person").mkdir()
    paper = OnPaper(sitting, STEADY, "US", tmp_path / "person")
    for form in FORMS:
        assert "Written to" in paper.chosen("form", form)
    Card.of(sitting, now.date()).save("text", tmp_path / "person")

    copy = tmp_path / "home" / "journal" / "plan.txt"
    files = [*copy.parent.glob("*.txt"), *(tmp_path / "person").iterdir()]
    assert len(files) == len(FORMS) + 3
    for file in files:
        assert not unfit(file.read_text()), file
    assert BEGINNING in copy.read_text()
    assert "[$x]" in copy.read_text()

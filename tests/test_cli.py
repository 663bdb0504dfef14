"""The commands: what they print, what they answer to a slip of the hand, how they end."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from peercompanion import __version__, cli
from peercompanion.cli import commands
from peercompanion.packs.library import Library
from peercompanion.places import content


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home of its own for each test, in English."""
    for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("PEERCOMPANION_HOME", str(tmp_path / "home"))
    return tmp_path / "home"


@pytest.fixture
def settings(home: Path) -> Path:
    (home / "config").mkdir(parents=True)
    return home / "config" / "settings.toml"


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, bool]]:
    """What the app was opened with, in place of opening it."""
    calls: list[tuple[str, bool]] = []

    def open_app(play: tuple[str, bool]) -> int:
        calls.append(play)
        return 7

    monkeypatch.setattr(cli, "open_app", open_app)
    monkeypatch.setattr("peercompanion.plain.ways_in.needed", lambda *_: "")  # as on a terminal
    sys.modules.pop("peercompanion.cli.exercises", None)
    return calls


def run(*arguments: str, env: dict[str, str] | None = None) -> subprocess.CompletedProcess[str]:
    """Run the real program without a terminal."""
    return subprocess.run(
        [sys.executable, "-m", "peercompanion", *arguments],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        env={**os.environ, **(env or {})},
        cwd=Path(__file__).parents[1],
        timeout=60,
        check=False,
    )


WRONG = [
    (["wher"], "No such command 'wher'. Did you mean 'where'?"),
    (["--vershun"], "No such option '--vershun'. Did you mean '--version'?"),
    (["where", "now"], "Got unexpected extra argument (now)"),
    (["packs"], "`peercompanion packs` goes on with one of: check, list."),
    (["packs", "chek"], "No such command 'chek'. Did you mean 'check'?"),
    (["packs", "check", "--format", "jsn"], "Did you mean `json`?"),
    (["packs", "check", "/no/such/place"], "Path '/no/such/place' does not exist."),
    (["exercises", "--for", "woundup"], "Did you mean `wound-up`?"),
    (["exercises", "--wher", "desk"], "'--where'?"),
    (["exercises", "--minutes", "soon"], "'soon' is not a valid number."),
    (["exercises", "--minutes", "0"], "0 is not in the range x>=1."),
    (["play"], "Missing argument 'ID'."),
    (["play", "long-exhale", "--smal"], "Did you mean '--small'?"),
    (["play", "long-exhal"], "There is no exercise `long-exhal`. Did you mean `long-exhale`?"),
    (["play", "core/long-exhal"], "Did you mean `core/long-exhale`?"),
    (["play", "zzzz"], "There is no exercise `zzzz`. `peercompanion exercises` lists them all."),
    (["play", "x\x1b]0;y\x07\nz"], "There is no exercise `x z`."),
]


@pytest.mark.parametrize(("arguments", "said"), WRONG)
def test_a_slip_of_the_hand_gets_one_line_and_ends_with_2(
    arguments: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    status = cli.run(arguments)

    out, err = capsys.readouterr()
    assert status == 2
    assert out == ""
    assert err.count("\n") == 1
    assert err.startswith("peercompanion: ")
    assert said in err


def test_the_program_itself_ends_with_the_same_status() -> None:
    ended = run("play", "long-exhal")

    assert ended.returncode == 2
    assert ended.stdout == ""
    assert ended.stderr.endswith("Did you mean `long-exhale`?\n")


@pytest.mark.parametrize("arguments", [[], ["play", "long-exhale"]])
def test_without_a_terminal_everything_is_said_as_lines(arguments: list[str]) -> None:
    ended = run(*arguments)

    assert ended.returncode == 0
    assert ended.stdout.startswith("Plain mode: on (this is no terminal). Type help at any time.\n")
    assert ended.stderr == ""
    assert "\x1b" not in ended.stdout


@pytest.mark.parametrize("arguments", [["--version"], ["where"], ["exercises"], ["packs", "list"]])
def test_looking_makes_nothing(arguments: list[str], home: Path) -> None:
    assert cli.run(arguments) == 0
    assert not home.exists()


def test_the_version_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["--version"]) == 0
    assert capsys.readouterr().out == f"PeerCompanion {__version__}\n"


def test_help_names_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["--help"]) == 0

    out = capsys.readouterr().out
    assert all(name in out for name in ("play", "exercises", "packs", "where", "--version"))
    assert "Not a crisis service" in out


def test_every_command_explains_itself() -> None:
    for command in [*commands.commands().commands.values()]:
        assert command.help


def test_exercises_are_listed_by_title(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["exercises"]) == 0

    lines = capsys.readouterr().out.splitlines()
    heads = {head.id: head for head in Library([content()]).heads() if not head.hidden}
    ids = [line.split()[0] for line in lines]
    assert set(ids) == set(heads)
    assert [heads[id_].title for id_ in ids] == sorted(head.title for head in heads.values())
    long_exhale = next(line for line in lines if line.startswith("core/long-exhale "))
    assert long_exhale.split("  ")[-1] == "breathing"
    assert "about 5 min, small 1" in long_exhale


def test_what_is_listed_fits_what_was_asked(capsys: pytest.CaptureFixture[str]) -> None:
    asked = ["--for", "wound-up", "--minutes", "1", "--where", "desk", "--json"]

    assert cli.run(["exercises", *asked]) == 0

    found = json.loads(capsys.readouterr().out)
    assert found
    for exercise in found:
        assert "wound-up" in exercise["for"]
        assert min(exercise["minutes"], exercise["small_minutes"]) <= 1
        assert {"desk", "anywhere"} & set(exercise["where"])


def test_what_is_left_out_is_not_listed(settings: Path, capsys: pytest.CaptureFixture[str]) -> None:
    settings.write_text('leave_out = ["breath"]\n')

    assert cli.run(["exercises", "--json"]) == 0

    found = json.loads(capsys.readouterr().out)
    assert found
    assert not any("breath" in exercise["contains"] for exercise in found)


def test_settings_that_cannot_be_used_are_told_beside_the_output(
    settings: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    settings.write_text('\ntheme = "pink"\n')

    assert cli.run(["exercises", "--json"]) == 0

    out, err = capsys.readouterr()
    assert json.loads(out)
    assert f"{settings}:2: `theme` can be" in err


@pytest.mark.parametrize("name", ["long-exhale", "core/long-exhale"])
def test_an_exercise_is_opened_by_its_id(name: str, opened: list[tuple[str, bool]]) -> None:
    assert cli.run(["play", name]) == 7
    assert cli.run(["play", name, "--small"]) == 7

    assert opened == [("core/long-exhale", False), ("core/long-exhale", True)]


@pytest.fixture
def riverside(home: Path) -> Path:
    """A pack of the person's, with one exercise that stands in for one of core's."""
    pack = home / "packs" / "riverside"
    (pack / "exercises").mkdir(parents=True)
    (pack / "pack.toml").write_text(
        'format = 1\nid = "riverside"\nname = "Riverside"\nversion = "1"\nlanguage = "en"\n'
        'license = "CC-BY-4.0"\nauthors = [{ name = "Riverside" }]\nreviewed = 2026-10-01\n'
    )
    original = (content() / "core" / "exercises" / "long-exhale.toml").read_text()
    (pack / "exercises" / "river-breath.toml").write_text(
        'replaces = "core/long-exhale"\n' + original
    )
    return pack


@pytest.mark.usefixtures("riverside")
def test_an_adapted_exercise_is_opened_in_the_place_of_the_original(
    opened: list[tuple[str, bool]],
) -> None:
    assert cli.run(["play", "long-exhale"]) == 7
    assert cli.run(["play", "river-breath"]) == 7

    assert opened == [("riverside/river-breath", False)] * 2


def test_an_exercise_that_cannot_be_read_is_told(
    riverside: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (riverside / "exercises" / "broken.toml").write_text("title = 3\n")

    assert cli.run(["play", "riverside/broken"]) == 1

    err = capsys.readouterr().err
    assert err == (
        "peercompanion: `riverside/broken` cannot be read. `peercompanion packs check` says why.\n"
    )


def test_packs_are_listed_with_where_they_lie(
    riverside: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.run(["packs", "list"]) == 0

    first, *ours = capsys.readouterr().out.splitlines()
    assert first == f"riverside 1: Riverside, 1 item, {riverside}"
    for name, told in zip(("core", "supporter"), ours, strict=True):
        assert told.startswith(f"{name} ")
        assert told.endswith(str(content() / name))


def test_a_pack_that_cannot_be_used_is_told_and_the_others_are_listed(
    riverside: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (riverside / "pack.toml").write_text("format = 1\n")

    assert cli.run(["packs", "list"]) == 1

    out, err = capsys.readouterr()
    assert out.startswith("core ")
    assert f"{riverside / 'pack.toml'}:" in err


def test_the_packs_that_ship_have_no_errors(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["packs", "check"]) == 0
    assert "error" not in capsys.readouterr().out


@pytest.mark.parametrize("form", ["text", "json", "github"])
def test_an_error_in_a_pack_is_told_with_its_place(
    riverside: Path, form: str, capsys: pytest.CaptureFixture[str]
) -> None:
    broken = riverside / "exercises" / "broken.toml"
    shutil.copy(content() / "core" / "exercises" / "feet-floor.toml", broken)
    broken.write_text(broken.read_text() + '\n[[small]]\nid = "x"\nkind = "breath"\n')
    line = broken.read_text().splitlines().index('kind = "breath"') + 1

    assert cli.run(["packs", "check", str(riverside), "--format", form]) == 1

    out = capsys.readouterr().out
    if form == "text":
        assert f"{broken}:{line}:8" in out
    elif form == "json":
        assert [(row["line"], row["col"]) for row in json.loads(out) if row["code"] == "PC103"] == [
            (line, 8)
        ]
    else:
        assert f"file={broken},line={line},col=8" in out


def test_where_names_every_place_and_whether_it_is_there(
    settings: Path, home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    settings.write_text("")

    assert cli.run(["where"]) == 0

    lines = dict(line.split(": ", 1) for line in capsys.readouterr().out.splitlines())
    assert list(lines) == [
        *("journal", "packs", "config", "state", "cache", "run"),
        *("settings", "drafts", "content"),
    ]
    assert lines["journal"] == f"{home / 'journal'} (not there yet)"
    assert lines["config"] == f"{home / 'config'} (1 file)"
    assert lines["settings"] == f"{settings} (a file)"


def test_whoever_stops_reading_hears_no_complaint() -> None:
    with subprocess.Popen(
        [sys.executable, "-m", "peercompanion", "exercises", "--json"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=Path(__file__).parents[1],
    ) as process:
        assert process.stdout
        assert process.stderr
        process.stdout.close()
        said = process.stderr.read()

    assert said == b""
    assert process.returncode == 1


@pytest.mark.parametrize(
    ("error", "status", "said"),
    [
        (KeyboardInterrupt(), 130, ""),
        (
            PermissionError(13, "Permission denied", "/a/b"),
            1,
            "peercompanion: That could not be done: Permission denied (/a/b)\n",
        ),
        (ValueError("a\nb\x1b[31m"), 1, "peercompanion: That could not be done: a b\n"),
        (RecursionError(), 1, "peercompanion: That could not be done: RecursionError\n"),
    ],
)
def test_what_goes_wrong_is_one_line_and_never_a_traceback(
    error: BaseException,
    status: int,
    said: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    def fail(arguments: list[str]) -> int:
        raise error

    monkeypatch.setattr(commands, "answer", fail)

    assert cli.run(["where"]) == status
    assert capsys.readouterr().err == said


def test_output_survives_a_terminal_of_few_letters(riverside: Path) -> None:
    exercise = riverside / "exercises" / "river-breath.toml"
    exercise.write_text(exercise.read_text().replace("Long exhale", "Flow – 川"))
    few = {"PYTHONIOENCODING": "latin-1", "PYTHONUTF8": "0"}

    ended = run("exercises", env=few)

    assert ended.returncode == 0
    assert ended.stderr == ""
    assert "Flow ? ?" in ended.stdout

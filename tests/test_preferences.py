"""Settings: what is right counts, what is wrong is told and falls back alone."""

import stat
import tomllib
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import tomli_w
from hypothesis import given
from hypothesis import strategies as st

from peercompanion.places import Places, places
from peercompanion.preferences import Preferences, default_region, load, save


@pytest.fixture
def here(tmp_path: Path) -> Places:
    return places({"PEERCOMPANION_HOME": str(tmp_path)})


def written(here: Places, text: str | bytes) -> Places:
    here.config.mkdir(parents=True, exist_ok=True)
    here.settings.write_bytes(text if isinstance(text, bytes) else text.encode())
    return here


def test_without_a_file_everything_is_calm_and_nothing_is_made(here: Places) -> None:
    assert load(here) == (Preferences(), [])
    assert not here.config.exists()


def test_what_is_set_counts(here: Places) -> None:
    written(
        here,
        'region = "US-CA"\nlanguage = "pt-BR"\nmotion = "none"\nsound = "bell"\n'
        'letter_keys = false\nleave_out = ["breath", "food"]\ntheme = "contrast"\n'
        "quiet_home = true\nclock = true\n",
    )

    assert load(here) == (
        Preferences(
            region="US-CA",
            language="pt-BR",
            motion="none",
            sound="bell",
            letter_keys=False,
            leave_out=frozenset({"breath", "food"}),
            theme="contrast",
            quiet_home=True,
            clock=True,
        ),
        [],
    )


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ('motion = "gentel"', '`motion` can be: "none" or "gentle". Using the usual one.'),
        ("sound = 1", '`sound` can be: "off" or "bell". Using the usual one.'),
        ('clock = "yes"', "`clock` can be: true or false. Using the usual one."),
        ("quiet_home = 1", "`quiet_home` can be: true or false. Using the usual one."),
        ('region = "usa"', '`region` can be: a code such as "US". Using the usual one.'),
        ('language = "../../x"', '`language` can be: a code such as "en". Using the usual one.'),
        ("theme = []", '`theme` can be: "dusk" or "paper" or "contrast" or "ansi".'),
        ("moton = 3", "`moton` is not a setting. Did you mean `motion`?"),
    ],
)
def test_a_bad_value_falls_back_alone(here: Places, line: str, said: str) -> None:
    written(here, f"# mine\nletter_keys = false\n{line}\n")

    preferences, notices = load(here)

    assert preferences == Preferences(letter_keys=False)
    assert len(notices) == 1
    assert notices[0].startswith(f"{here.settings}:3: {said}")


def test_one_bad_word_never_brings_back_what_the_others_leave_out(here: Places) -> None:
    written(here, 'leave_out = ["breath", "foot"]')

    preferences, notices = load(here)

    assert preferences.leave_out == {"breath"}
    assert "`leave_out` can hold: breath, hold," in notices[0]


def test_a_key_of_another_version_is_no_news(here: Places) -> None:
    assert load(written(here, "stage_columns = 60\n")) == (Preferences(), [])


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("theme = ", "Invalid value"),
        (b"theme = '\xff'", "not saved as UTF-8"),
        ("#" * 70_000, "larger than 64 KB"),
        ("x = " + "[" * 5000, "recursion"),
    ],
)
def test_an_unreadable_file_is_told_in_one_line(here: Places, text: str | bytes, why: str) -> None:
    preferences, notices = load(written(here, text))

    assert preferences == Preferences()
    assert len(notices) == 1
    assert why in notices[0]
    assert "\n" not in notices[0]


def test_a_folder_in_the_files_place_is_told(here: Places) -> None:
    here.settings.mkdir(parents=True)

    assert "Is a directory" in load(here)[1][0]


def test_windows_line_ends_and_byte_order_marks_are_read(here: Places) -> None:
    written(here, b'\xef\xbb\xbfclock = true\r\nmotion = "nine"\r\n')

    preferences, notices = load(here)

    assert preferences.clock
    assert notices[0].startswith(f"{here.settings}:2: ")


words = st.sampled_from(
    ["breath", "hold", "eyes-closed", "body", "food", "smell", "cold", "imagery"]
)
any_preferences: st.SearchStrategy[Preferences] = st.builds(
    Preferences,
    region=st.none() | st.sampled_from(["US", "US-CA", "DE"]),
    language=st.none() | st.sampled_from(["en", "pt-BR"]),
    motion=st.sampled_from(["none", "gentle"]),
    sound=st.sampled_from(["off", "bell"]),
    letter_keys=st.booleans(),
    leave_out=st.frozensets(words),
    theme=st.sampled_from(["dusk", "paper", "contrast", "ansi"]),
    quiet_home=st.booleans(),
    clock=st.booleans(),
)
any_value: st.SearchStrategy[Any] = st.one_of(
    st.booleans(), st.integers(-9, 9), st.sampled_from(["none", "US", "a\nb"]), st.lists(words)
)
any_table = st.dictionaries(
    st.sampled_from(["region", "motion", "leave_out", "clock", "theme", "later", "a b"]), any_value
)


@given(any_table, any_preferences)
def test_what_is_saved_is_what_is_read(
    tmp_path_factory: pytest.TempPathFactory, table: dict[str, Any], preferences: Preferences
) -> None:
    here = places({"PEERCOMPANION_HOME": str(tmp_path_factory.mktemp("home"))})
    written(here, tomli_w.dumps(table))

    save(preferences, here)

    assert load(here) == (preferences, [])
    kept = tomllib.loads(here.settings.read_text())
    unknown = {key: table[key] for key in table if key in ("later", "a b")}
    assert unknown.items() <= kept.items()


def test_saving_keeps_comments_and_touches_only_what_changed(here: Places) -> None:
    text = (
        '# Mine.\nlater = 3 # a newer one\n\nmotion = "none" # calm\nclock = true\n\n[x]\ny = 1\n'
    )
    written(here, text)
    preferences, _ = load(here)

    save(replace(preferences, clock=False, region="US"), here)

    changed = text.replace("clock = true", "clock = false")
    assert here.settings.read_text() == 'region = "US"\n' + changed
    assert here.settings.with_name("settings.toml.bak").read_text() == text


def test_a_setting_goes_when_it_is_taken_back(here: Places) -> None:
    written(here, '# a\nregion = "US"\n')

    save(Preferences(), here)

    assert here.settings.read_text() == "# a\n"


def test_the_file_is_its_owners_alone_and_nothing_half_is_left(here: Places) -> None:
    save(Preferences(clock=True), here)
    save(Preferences(clock=False), here)

    files = sorted(file.name for file in here.config.iterdir())
    assert files == ["settings.toml", "settings.toml.bak"]
    assert {stat.S_IMODE(file.stat().st_mode) for file in here.config.iterdir()} == {0o600}
    assert stat.S_IMODE(here.config.stat().st_mode) == 0o700


def test_what_cannot_be_read_lies_beside_what_replaces_it(here: Places) -> None:
    written(here, "not settings")

    save(Preferences(clock=True), here)

    assert load(here)[0].clock
    assert here.settings.with_name("settings.toml.bak").read_text() == "not settings"


def test_a_link_to_a_synced_file_stays_a_link(here: Places, tmp_path: Path) -> None:
    real = tmp_path / "dotfiles.toml"
    real.write_text("clock = false\n")
    here.config.mkdir()
    here.settings.symlink_to(real)

    save(Preferences(clock=True), here)

    assert here.settings.is_symlink()
    assert real.read_text() == "clock = true\n"


@pytest.mark.parametrize(
    ("environ", "region"),
    [
        ({}, None),
        ({"LANG": "C"}, None),
        ({"LANG": "C.UTF-8"}, None),
        ({"LANG": "POSIX"}, None),
        ({"LANG": "en_US.UTF-8"}, "US"),
        ({"LANG": "de_AT@euro"}, "AT"),
        ({"LANG": "eo"}, None),
        ({"LANG": "en_US.UTF-8", "LC_MESSAGES": "en_GB.UTF-8"}, "GB"),
        ({"LANG": "en_US.UTF-8", "LC_ALL": "C.UTF-8"}, None),
        ({"LANG": "en_US.UTF-8", "LC_ALL": ""}, "US"),
    ],
)
def test_the_region_is_the_locales_country(environ: dict[str, str], region: str | None) -> None:
    assert default_region(environ) == region

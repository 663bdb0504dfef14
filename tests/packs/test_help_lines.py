"""The help lines that are shown: whose, in which order, and how to reach them."""

import ast
import datetime
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peercompanion.packs import help_lines as lines
from peercompanion.packs.library import Library
from peercompanion.packs.models import ITEM_TYPES, Resource
from peercompanion.places import content
from peercompanion.practice.opening_hours import said

NOON = datetime.datetime(2026, 11, 20, 12, tzinfo=datetime.timezone(datetime.timedelta(hours=-5)))
REGIONS = (*lines.regions(), "US-CA", None)


@pytest.mark.parametrize("region", REGIONS)
def test_every_line_has_a_source_a_date_and_a_way(region: str | None) -> None:
    found = lines.help_lines(region)
    assert found
    for line in found:
        assert line.checked, line.id
        assert line.source, line.id
        assert line.ways, line.id
        assert line.who, line.id
        for way in line.ways:
            assert way.said
            assert way.link.startswith(("tel:", "sms:", "https://")) or "WhatsApp" in way.said


@pytest.mark.parametrize("region", REGIONS)
def test_a_number_behind_a_link_is_the_number_that_is_written_out(region: str | None) -> None:
    for line in lines.help_lines(region):
        for way in line.ways:
            scheme, _colon, to = way.link.partition(":")
            if scheme in ("tel", "sms"):
                assert to
                written = "".join(each for each in way.said if each.isdigit() or each == "+")
                assert to in written


def test_all_that_ship_are_read() -> None:
    shipped = {f"core/{file.stem}" for file in (content() / "core" / "resources").glob("*.toml")}
    read = {line.id for region in REGIONS for line in lines.help_lines(region)}
    assert shipped <= read | {line.id for line in lines.help_lines("EU")}


def test_lines_for_anyone_come_before_lines_for_some() -> None:
    crisis = [line.title for line in lines.help_lines("US") if line.role == "crisis"]
    assert crisis[:2] == ["988 Suicide & Crisis Lifeline", "Crisis Text Line"]
    assert crisis.index("Crisis Text Line") < crisis.index("Childhelp National Child Abuse Hotline")


def test_times_are_shown_with_their_zone() -> None:
    nami = next(line for line in lines.help_lines("US") if line.id == "core/us-nami-helpline")
    assert said(nami, NOON) == "open now, Mon-Fri 10:00-22:00 (New York time)"
    late = NOON + datetime.timedelta(hours=11)
    assert said(nami, late) == "not now, Mon-Fri 10:00-22:00 (New York time)"


def test_a_part_of_a_country_has_its_own_lines_first() -> None:
    warm = [line.id for line in lines.help_lines("US-CA") if line.role == "warm"]
    assert warm[0] == "core/us-ca-warm-line"
    assert "core/us-nami-helpline" in warm


def test_somewhere_without_lines_has_the_directories_of_the_world() -> None:
    assert {line.role for line in lines.help_lines("JP")} == {"directory"}
    assert lines.names("JP", help_key="F2")["crisis"].endswith("findahelpline.com")


PACK = """format = 1
id = "{pack}"
name = "Near here"
version = "1"
language = "en"
license = "CC0-1.0"
authors = [{{ name = "Ana" }}]
reviewed = 2026-11-20
"""
LINE = """title = "{title}"
region = "{region}"
role = "{role}"
main = true
general = true
ways = [{{ call = "555 0100" }}]
always = true
who = "Anyone near here."
checked = 2026-11-20
status = "owner"
source = ["example.org"]
"""


def library(folder: Path, pack: str, files: dict[str, str]) -> Library:
    (folder / pack / "resources").mkdir(parents=True)
    (folder / pack / "LICENSE").write_text("Anyone may use it.")
    (folder / pack / "pack.toml").write_text(PACK.format(pack=pack))
    for name, text in files.items():
        (folder / pack / "resources" / f"{name}.toml").write_text(text)
    return Library([folder, content()])


def test_a_pack_adds_lines_after_the_apps_own_of_the_same_role(tmp_path: Path) -> None:
    files = {
        "here": LINE.format(title="A line near here", region="US", role="warm"),
        "first": LINE.format(title="0 first of all", region="US", role="crisis"),
    }
    more = library(tmp_path, "near", files).resources()
    found = lines.help_lines("US", more)
    own = [line for line in found if line.id.startswith("core/")]
    assert own == list(lines.help_lines("US"))
    crisis = [line.id for line in found if line.role == "crisis"]
    assert crisis[0] == "core/us-988"
    assert crisis[-1] == "near/first"
    assert "near/here" in [line.id for line in found]


@given(st.sampled_from(lines.regions()), st.sampled_from(("emergency", "crisis", "warm")))
def test_whatever_a_pack_adds_the_first_line_stays_the_apps_own(region: str, role: str) -> None:
    model = ITEM_TYPES["resources"].model_validate(
        {
            "title": "!",
            "region": region,
            "role": role,
            "main": True,
            "ways": [{"call": "1"}],
            "who": "All",
            "checked": datetime.date(2026, 11, 20),
            "status": "owner",
            "source": ("x",),
        }
    )
    assert isinstance(model, Resource)
    before = {line.role: line for line in reversed(lines.help_lines(region))}
    after = lines.help_lines(region, [("other/x", model), ("core/us-988", model)])
    assert [line for line in after if line.id != "other/x"] == list(lines.help_lines(region))
    for kind, line in before.items():
        assert next(each for each in after if each.role == kind) == line


def test_a_pack_that_calls_itself_core_hides_nothing(tmp_path: Path) -> None:
    files = {"us-988": LINE.format(title="Not it", region="US", role="crisis")}
    more = library(tmp_path, "core", files).resources()
    assert lines.help_lines("US", more) == lines.help_lines("US")


NUMBERS = re.compile(r"\b(911|988|112|999|000|111|116 ?123|14416|741741|\d{3}-\d{3,4})\b")
KEYS = re.compile(r"\b(press|hit) `?([a-z0-9]|F\d|enter|escape)\b|\bF2\b", re.IGNORECASE)
PACKAGE = Path(lines.__file__).parents[1]
CORE = content() / "core"
TEXTS = [
    file for file in sorted(CORE.rglob("*.toml")) if file.parent.name not in ("resources", "words")
] + [CORE / "words" / f"{name}.toml" for name in ("danger", "walk", "cautions")]


def said_in_code(file: Path) -> Iterator[str]:
    """The words a module says to people."""
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") in ("_", "ngettext"):
            for said_text in node.args[:2]:
                if isinstance(said_text, ast.Constant):
                    yield str(said_text.value)


@pytest.mark.parametrize("file", sorted(PACKAGE.rglob("*.py")), ids=lambda file: file.stem)
def test_no_words_of_the_app_hold_a_number_or_name_a_key(file: Path) -> None:
    for words in said_in_code(file):
        assert not NUMBERS.search(words), words
        assert file.stem == "menu" or not KEYS.search(words), words  # the page of all keys


@pytest.mark.parametrize("file", TEXTS, ids=lambda file: file.stem)
def test_no_text_of_a_pack_holds_a_number_or_names_a_key(file: Path) -> None:
    bare = re.sub(r"(?m)^(source|evidence|seen|reviewed|#).*$", "", file.read_text("utf-8"))
    assert not NUMBERS.search(bare)
    assert not KEYS.search(bare)

"""On paper: what was chosen and nothing else, on one side, as a page any browser can read."""

import datetime
import re
import resource
import shutil
import subprocess
from html.parser import HTMLParser
from pathlib import Path

import html5lib
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from peercompanion import paper
from peercompanion.packs.help_lines import first_lines
from peercompanion.packs.library import Library
from peercompanion.packs.models import Plan
from peercompanion.places import content
from peercompanion.practice import writing
from peercompanion.practice.contacts import Contact
from peercompanion.practice.plan import STEADY, WELL, Part, Plans, Section, Written
from peercompanion.printing import FORMS, rendered, save

NOW = datetime.datetime(2026, 11, 21, 20, tzinfo=datetime.UTC)
LIBRARY = Library([content()])
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
VOID = {"meta"}


def pack_plan(full: str) -> Plan:
    plan = LIBRARY.item("plans", full)
    assert isinstance(plan, Plan)
    return plan


def sections(full: str, lines: dict[str, list[str]]) -> list[Section]:
    plans, kind = Plans(), "wellness" if full == WELL else "plan"
    for slug, texts in lines.items():
        part = Part(f"{kind}:{slug}", full, lines=tuple(map(Written, texts)))
        plans.take(writing.part(part, NOW).model_dump())
    return plans.sections(pack_plan(full), full)


def every(full: str, texts: int, length: int) -> list[Section]:
    """A plan with so many lines of such a length in every part."""
    words = ("the steady thing I do when it gets loud in here and " * 9)[:length].strip()
    return sections(full, {one.id: [words] * texts for one in pack_plan(full).section})


ANA = Contact("person:ana", "Ana", "talk", "555 0100", ("evening",))
SECRET = Contact("person:x", "Somebody private", private=True)
LINES = first_lines("US")

# What is on it

MARKED = {section.id: [f"words of {section.id}"] for section in pack_plan(STEADY).section}
PRIVATE = {section.id for section in pack_plan(STEADY).section if section.private}


@pytest.mark.parametrize("form", FORMS)
def test_no_private_part_is_on_paper_unless_chosen(form: str) -> None:
    assert {"space", "care-wishes"} == PRIVATE
    whole = sections(STEADY, MARKED)
    text = rendered(form, "My plan", whole, [ANA, SECRET], LINES)
    for slug in PRIVATE:
        assert f"words of {slug}" not in text.replace("\\", "")
    assert "Somebody private" not in text


@given(st.sets(st.sampled_from(sorted(MARKED))))
def test_what_is_chosen_is_there_and_nothing_else(chosen: set[str]) -> None:
    whole = sections(STEADY, MARKED)
    for form in ("page", "text"):
        text = rendered(form, "My plan", whole, [ANA], LINES, chosen=chosen)
        found = set(re.findall(r"words of ([a-z-]+)", text))
        assert found == chosen
        assert ("Ana" in text) == ("people-places" in chosen)


def test_a_part_the_person_made_private_stays_out_and_one_they_share_is_there() -> None:
    plans = Plans()
    for slug, private in (("remember", True), ("space", False)):
        part = Part(f"plan:{slug}", STEADY, private=private, lines=(Written(f"words of {slug}"),))
        plans.take(writing.part(part, NOW).model_dump())
    text = rendered("text", "x", plans.sections(pack_plan(STEADY), STEADY), [], ())
    assert "words of space" in text
    assert "words of remember" not in text


def test_the_helpers_page_holds_what_helps_and_nothing_else() -> None:
    text = rendered("helpers", "My plan", sections(STEADY, MARKED), [ANA], LINES)
    assert "words of others" in text
    assert set(re.findall(r"words of ([a-z-]+)", text)) == {"others"}
    assert "Ana" not in text


def test_the_numbers_are_on_it() -> None:
    for form in ("page", "text", "wallet"):
        assert "Call or text 988" in rendered(form, "x", sections(STEADY, MARKED), [], LINES)


def test_what_a_line_leads_to_is_written_out_and_whoever_is_private_is_not() -> None:
    linked = (
        Written("call her", link="person:ana"),
        Written("Ana", link="person:ana"),
        Written("somebody", link="person:x"),
        Written("988 Suicide & Crisis Lifeline", link="resource:core/us-988"),
    )
    plans = Plans()
    for slug in ("lighter", "lines"):
        plans.take(writing.part(Part(f"plan:{slug}", STEADY, lines=linked), NOW).model_dump())
    text = rendered("text", "x", plans.sections(pack_plan(STEADY), STEADY), [ANA, SECRET], LINES)
    assert "  - call her · Ana: talk, 555 0100, evenings\n" in text
    assert "  - Ana: talk, 555 0100, evenings\n" in text
    assert "somebody" not in text.lower()
    assert text.count("Lines I can call") == 1, "one list of lines, the person's own first"
    own, usual = text.partition("Lines I can call")[2].split("  - ")[1:3]
    assert "call her" in own
    assert "Ana: talk" in usual
    assert text.count("Call or text 988: 988 Suicide & Crisis Lifeline") == 2


@pytest.mark.parametrize("form", FORMS)
def test_a_line_that_leads_to_somebody_private_is_on_no_page(form: str) -> None:
    lines = (Written("call Somebody private", link="person:x"), Written("call her", "person:ana"))
    plans = Plans()
    for slug in ("remember", "lighter", "others"):
        plans.take(writing.part(Part(f"plan:{slug}", STEADY, lines=lines), NOW).model_dump())
    text = rendered(form, "x", plans.sections(pack_plan(STEADY), STEADY), [ANA, SECRET], LINES)
    assert "call her" in text
    assert "Somebody private" not in text


def test_a_contact_is_told_in_one_line() -> None:
    text = rendered("text", "x", sections(STEADY, {}), [ANA], ())
    assert "  - Ana: talk, 555 0100, evenings" in text


# What kind of page it is


class Strict(HTMLParser):
    """Refuses tags that do not close, attributes that run, and anything fetched."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.seen: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        known = {"html", "head", "meta", "title", "style", "body", "h1", "main", "section"}
        known |= {"div", "h2", "ul", "li", "footer", "p"}
        assert tag in known
        assert {name for name, _value in attrs} <= {"lang", "charset", "class"}
        self.seen.append(tag)
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


TEXT = st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1, max_size=60)


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(st.sampled_from(sorted(FORMS)), st.lists(TEXT, min_size=1, max_size=3), TEXT)
def test_whatever_is_written_the_page_is_whole_and_runs_nothing(
    form: str, texts: list[str], name: str
) -> None:
    whole = sections(STEADY, {"remember": texts, "others": texts})
    text = rendered(form, name, whole, [Contact("person:a", name, how=texts[0])], LINES)
    if FORMS[form].endswith(".html"):
        parser = Strict()
        parser.feed(text)
        parser.close()
        assert parser.open == []
        assert parser.seen[:5] == ["html", "head", "meta", "title", "style"]
        assert not re.search(r"url\(|@import|<script|https?://", text.split("<body")[0])


@pytest.mark.parametrize("form", [form for form in FORMS if FORMS[form].endswith(".html")])
def test_a_validator_finds_nothing(form: str) -> None:
    whole = sections(STEADY, {**MARKED, "remember": ["<b>&amp;", "a < b & c", '"x"']})
    text = rendered(form, "My <plan> & I", whole, [ANA], LINES)
    html5lib.HTMLParser(strict=True).parse(text)
    with pytest.raises(html5lib.html5parser.ParseError):
        html5lib.HTMLParser(strict=True).parse(text.replace("</ul>", "", 1))


def test_markdown_shows_what_was_written_and_not_what_it_could_mean() -> None:
    whole = sections(STEADY, {"remember": ["# not [a](link) *at* `all`"]})
    text = rendered("markdown", "x", whole, [], ())
    assert r"- \# not \[a\](link) \*at\* \`all\`" in text


# On one side


def pages(html: str, folder: Path, paper_size: str) -> int:
    """Print a page and count its sides."""
    page, printed = folder / "page.html", folder / "page.pdf"
    page.write_text(html.replace("@page {", f"@page {{ size: {paper_size};"), encoding="utf-8")
    profile = f"--user-data-dir={folder / 'profile'}"
    switches = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking"]
    switches += ["--disable-sync", "--no-first-run", "--disable-component-update", profile]
    subprocess.run(
        [CHROMIUM or "", *switches, "--no-pdf-header-footer", f"--print-to-pdf={printed}", page],
        check=True,
        capture_output=True,
        timeout=120,
    )
    return len(re.findall(rb"/Type\s*/Page\b(?!s)", printed.read_bytes()))


FULL = {"short": (2, 30), "usual": (4, 40), "long lines": (3, 90), "as many as asked": (5, 60)}


@pytest.mark.skipif(not CHROMIUM, reason="chromium is not installed: nothing to print with")
@pytest.mark.parametrize("paper_size", ["A4", "Letter"])
@pytest.mark.parametrize("full", [STEADY, WELL], ids=["plan", "well"])
@pytest.mark.parametrize("how_full", FULL)
def test_a_plan_fits_on_one_side(full: str, how_full: str, paper_size: str, tmp_path: Path) -> None:
    whole = every(full, *FULL[how_full])
    people = [ANA] * 8
    text = rendered(
        "page", "My plan", whole, people, LINES, chosen=[one.part.slug for one in whole]
    )
    assert pages(text, tmp_path, paper_size) == 1


@pytest.mark.skipif(not CHROMIUM, reason="chromium is not installed: nothing to print with")
@pytest.mark.parametrize("paper_size", ["A4", "Letter"])
@pytest.mark.parametrize(
    "letters", ["W", "窗外的树", "TAKE YOUR TIME "], ids=["W", "wide", "capitals"]
)
def test_wide_letters_fit_too(letters: str, paper_size: str, tmp_path: Path) -> None:
    lines = {one.id: [(letters * 40)[:40].strip()] * 3 for one in pack_plan(STEADY).section}
    whole = sections(STEADY, lines)
    text = rendered("page", "My plan", whole, [ANA] * 8, LINES, chosen=list(lines))
    assert pages(text, tmp_path, paper_size) == 1


@pytest.mark.skipif(not CHROMIUM, reason="chromium is not installed: nothing to print with")
@pytest.mark.parametrize("form", ["wallet", "helpers"])
@pytest.mark.parametrize("paper_size", ["A4", "Letter"])
def test_the_small_ones_fit_too(form: str, paper_size: str, tmp_path: Path) -> None:
    text = rendered(form, "My plan", every(STEADY, 8, 90), [ANA] * 8, LINES)
    assert pages(text, tmp_path, paper_size) == 1


def test_a_sign_says_which_weather_it_is_of() -> None:
    plans = Plans()
    lines = (Written("I skip lunch.", level="breezy"), Written("Any day", level="gone"))
    plans.take(writing.part(Part("plan:weather", STEADY, lines=lines), NOW).model_dump())
    text = rendered("text", "My plan", plans.sections(pack_plan(STEADY), STEADY), [], ())
    assert "  - Breezy: I skip lunch.\n  - Any day\n" in text


# As a file


def test_a_file_is_new_and_only_its_owner_reads_it(tmp_path: Path) -> None:
    first, second = (save(text, tmp_path, "my-plan.html") for text in ("one", "two"))
    assert (first.read_text(), second.read_text()) == ("one", "two")
    assert second.name == "my-plan-2.html"
    assert {file.stat().st_mode & 0o777 for file in (first, second)} == {0o600}


def test_a_page_the_disk_has_no_room_for_leaves_no_half_of_it(tmp_path: Path) -> None:
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (100, before[1]))
    try:
        with pytest.raises(OSError):
            save("words " * 100, tmp_path, "my-plan.txt")
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)

    assert list(tmp_path.iterdir()) == []


def test_the_smaller_letters_begin_before_the_side_is_full() -> None:
    sizes = [paper.size(paper.sheet("x", every(STEADY, n, 60), [], ())) for n in range(1, 9)]
    assert sizes == sorted(sizes, reverse=True)

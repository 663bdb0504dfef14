"""A plan as it is written: what is put in comes out, in the person's own order."""

import datetime
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peercompanion.kept import Kept
from peercompanion.packs.library import Library
from peercompanion.packs.models.items import Plan
from peercompanion.places import content, places
from peercompanion.practice import writing
from peercompanion.practice.contacts import TIMES, Contact
from peercompanion.practice.plan import (
    STEADY,
    WELL,
    Part,
    Plans,
    Written,
    in_order,
    with_line,
    with_line_moved,
    without_line,
)
from peercompanion.practice.told import Told

NOW = datetime.datetime(2026, 11, 21, 20, tzinfo=datetime.UTC)
TEXT = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs")), min_size=1)
LINES = st.builds(Written, TEXT, TEXT, TEXT, st.booleans(), st.booleans())
PARTS = st.builds(
    Part,
    st.sampled_from(("plan:first-ten", "plan:own-x", "wellness:toward")),
    st.sampled_from((STEADY, WELL)),
    TEXT,
    st.none() | st.integers(0, 20),
    st.booleans(),
    st.none() | st.booleans(),
    st.none() | st.dates(),
    st.lists(LINES, max_size=4).map(tuple),
)
CONTACTS = st.builds(
    Contact,
    st.sampled_from(("person:a", "place:b")),
    TEXT,
    TEXT,
    TEXT,
    st.sets(st.sampled_from(TIMES)).map(tuple),
    st.booleans(),
    st.booleans(),
    st.integers(0, 9),
    st.none() | st.dates(),
)


def pack_plan(slug: str = STEADY) -> Plan:
    plan = Library([content()]).item("plans", slug)
    assert isinstance(plan, Plan)
    return plan


@given(PARTS)
def test_a_part_is_read_as_it_was_written(part: Part) -> None:
    told = writing.part(part, NOW).model_dump(exclude_none=True)
    assert Part.read(Told(told)) == part


@given(CONTACTS)
def test_a_contact_is_read_as_it_was_written(contact: Contact) -> None:
    told = writing.contact(contact, NOW).model_dump(exclude_none=True)
    assert Contact.read(Told(told)) == contact


def test_what_is_kept_is_there_again(tmp_path: object) -> None:
    home = places({"PEERCOMPANION_HOME": str(tmp_path)})
    part = Part("plan:first-ten", STEADY, lines=(Written("Sit with the dog", level="rough"),))
    ana = Contact("person:ana", "Ana", "talk", best_times=("evening",))
    kept = Kept(home, now=lambda: NOW)
    kept.put(writing.part(part, NOW))
    kept.put(writing.contact(ana, NOW))
    kept.put(writing.after_care(offer=True, at=NOW))
    plans = Kept(home, now=lambda: NOW).lately(NOW.date()).plans
    assert plans.parts == {"plan:first-ten": part}
    assert plans.people() == [ana]
    assert plans.after_care
    kept.put(writing.contact_gone(ana, NOW))
    kept.put(writing.after_care(offer=False, at=NOW))
    plans = Kept(home, now=lambda: NOW).lately(NOW.date()).plans
    assert plans.people() == []
    assert not plans.after_care


def test_a_plan_of_years_ago_is_there(tmp_path: object) -> None:
    home = places({"PEERCOMPANION_HOME": str(tmp_path)})
    part = Part("plan:first-ten", STEADY, lines=(Written("Sit with the dog"),))
    Kept(home, now=lambda: NOW).put(writing.part(part, NOW))
    for months in (2, 5, 30):
        later = NOW + datetime.timedelta(days=31 * months)
        kept = Kept(home, now=lambda later=later: later)  # type: ignore[misc]
        assert kept.lately(later.date()).plans.parts == {"plan:first-ten": part}
        kept.put(writing.after_care(offer=False, at=later))


@pytest.mark.parametrize("full", [STEADY, WELL])
def test_unwritten_every_section_asks_what_the_pack_asks(full: str) -> None:
    plan = pack_plan(full)
    found = Plans().sections(plan, full)
    assert [section.title for section in found] == [section.title for section in plan.section]
    assert [section.private for section in found] == [each.private for each in plan.section]


@given(st.data())
def test_sections_stand_where_they_were_moved_to(data: st.DataObject) -> None:
    plan, plans = pack_plan(), Plans()
    plans.take(writing.part(Part("plan:own-1", STEADY, "My own"), NOW).model_dump())
    for _ in range(data.draw(st.integers(1, 4))):
        sections = plans.sections(plan, STEADY)
        at = data.draw(st.integers(0, len(sections) - 1))
        by = data.draw(st.integers(-12, 12))
        wanted = [section.part.id for section in sections]
        wanted.insert(min(max(at + by, 0), len(wanted) - 1), wanted.pop(at))
        for part in in_order(sections, at, by):
            plans.take(writing.part(part, NOW).model_dump())
        assert [section.part.id for section in plans.sections(plan, STEADY)] == wanted


def test_a_section_can_be_renamed_hidden_and_kept_private() -> None:
    plan, plans = pack_plan(), Plans()
    part = plans.sections(plan, STEADY)[0].part
    changed = replace(part, title="For me", private=True)
    plans.take(writing.part(changed, NOW).model_dump())
    first = plans.sections(plan, STEADY)[0]
    assert (first.title, first.private) == ("For me", True)
    plans.take(writing.part(replace(changed, hidden=True), NOW).model_dump())
    assert plans.sections(plan, STEADY)[0].title != "For me"
    assert plans.sections(plan, STEADY, hidden=True)[0].title == "For me"


@given(PARTS, LINES, st.integers(-9, 9))
def test_lines_are_changed_and_never_lost(part: Part, line: Written, by: int) -> None:
    more = with_line(part, line)
    last = len(more.lines) - 1
    assert more.lines == (*part.lines, line)
    assert sorted(map(repr, with_line_moved(more, last, by).lines)) == sorted(map(repr, more.lines))
    assert without_line(more, last) == part
    assert with_line(more, line, 0).lines[0] == line


@pytest.mark.parametrize(
    "table",
    [
        {"kind": "plan"},
        {"kind": "plan", "id": "plan:x", "lines": "y"},
        {"kind": "plan", "id": "plan:x", "lines": [{}]},
        {"kind": "person", "id": "person:x", "name": 3},
        {"kind": "after-care", "offer": "yes"},
        {"kind": 7, "id": 8, "gone": "x"},
    ],
)
def test_what_makes_no_sense_is_left_out_and_takes_nothing_away(table: dict[str, object]) -> None:
    plans = Plans()
    part = Part("plan:x", STEADY, lines=(Written("a"),))
    plans.take(writing.part(part, NOW).model_dump())
    plans.take(table)
    assert plans.parts == {"plan:x": part}
    assert plans.people() == []
    assert not plans.after_care


def test_once_a_season_it_is_asked_whether_it_still_holds() -> None:
    plans = Plans()
    looked = NOW.date()
    for name, day in (("new", None), ("known", looked)):
        known = Contact(f"person:{name}", name, looked_at=day)
        plans.take(writing.contact(known, NOW).model_dump())
    assert plans.to_ask_about(looked + datetime.timedelta(days=90)) == []
    asked = plans.to_ask_about(looked + datetime.timedelta(days=91))
    assert [one.name for one in asked] == ["known"]

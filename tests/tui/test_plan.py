"""The plan on the screen: written one prompt at a time, walked one thing at a time."""

import datetime
from pathlib import Path

import pytest

from peercompanion import preferences
from peercompanion.kept import Draft, Kept
from peercompanion.places import Places
from peercompanion.practice import writing
from peercompanion.practice.contacts import Contact
from peercompanion.practice.plan import STEADY, WELL, Part, Written
from peercompanion.preferences import Preferences
from peercompanion.tui.page import Page
from peercompanion.tui.screens.charts import ChartOffered
from peercompanion.tui.screens.checklists import ChecklistPage
from peercompanion.tui.screens.danger import DangerPage
from peercompanion.tui.screens.help_now import HelpNow
from peercompanion.tui.screens.plan import PlanPage
from peercompanion.tui.screens.walk import WalkPage
from peercompanion.tui.screens.walk_exercise import WithinWalk
from peercompanion.tui.widgets.choices import Choices

from .conftest import Opened, Time, press, settle, shown

DOG = Written("Sit on the back step with the dog")


def plans(kept: Kept, time: Time) -> dict[str, Part]:
    return kept.lately(time.now().date()).plans.parts


def write(kept: Kept, time: Time, slug: str = "first-ten", *lines: Written) -> None:
    kept.put(writing.part(Part(f"plan:{slug}", STEADY, lines=lines or (DOG,)), time.now()))


async def type_(pilot: object, words: str) -> None:
    await press(pilot, *("space" if each == " " else each for each in words))  # type: ignore[arg-type]


# Writing


async def test_a_line_is_written_with_examples_at_hand_and_kept(
    opened: Opened, kept: Kept, time: Time
) -> None:
    async with opened(size=(80, 40)) as pilot:
        await press(pilot, "3", "3")
        assert "What do you do first?" in shown(pilot)
        assert "Sit on the back step with the dog." in shown(pilot), "an example"
        await press(pilot, "t")
        await type_(pilot, "tea")
        await press(pilot, "enter")
        assert "● Kept on this computer." in shown(pilot)
    assert plans(kept, time)["plan:first-ten"].lines == (Written("tea"),)


async def test_the_tick_is_in_sight_whatever_stands_below_the_rows(opened: Opened) -> None:
    async with opened(size=(80, 24)) as pilot:
        await press(pilot, "3", "3", "t", *"tea", "enter")
        assert "● Kept on this computer." in shown(pilot)


async def test_lines_are_changed_moved_and_taken_out(
    opened: Opened, kept: Kept, time: Time
) -> None:
    write(kept, time, "first-ten", DOG, Written("tea"))
    async with opened(size=(80, 40)) as pilot:
        await press(pilot, "3", "3", "2", "u", "b")
        assert plans(kept, time)["plan:first-ten"].lines == (Written("tea"), DOG)
        await press(pilot, "1", "t", "s", "enter")
        assert plans(kept, time)["plan:first-ten"].lines == (Written("teas"), DOG)
        await press(pilot, "x")
        assert plans(kept, time)["plan:first-ten"].lines == (DOG,)


async def test_a_part_is_renamed_hidden_made_private_and_shown_again(
    opened: Opened, kept: Kept, time: Time
) -> None:
    async with opened(size=(80, 50)) as pilot:
        await press(pilot, "3", "1", "a", "p", "x", "escape", "escape")
        part = plans(kept, time)["plan:remember"]
        assert part.private
        assert part.hidden
        assert "What I want to remember" not in shown(pilot)
        await press(pilot, "x")
        assert "What I want to remember" in shown(pilot)


async def test_a_part_of_ones_own_can_be_added_and_moved(
    opened: Opened, kept: Kept, time: Time
) -> None:
    async with opened(size=(80, 50)) as pilot:
        await press(pilot, "3", "n")
        await type_(pilot, "songs")
        await press(pilot, "enter")
        assert "songs" in shown(pilot)
        await press(pilot, "1", "a", "d", "escape", "escape")
        text = shown(pilot)
        assert text.index("My weather signs") < text.index("What I want to remember")
    own = [part for part in plans(kept, time).values() if part.slug.startswith("own-")]
    assert [part.title for part in own] == ["songs"]


async def test_every_earlier_version_can_be_seen_and_brought_back(
    opened: Opened, kept: Kept, time: Time
) -> None:
    for words in ("alpha", "beta", "gamma"):
        time.seconds += 60
        write(kept, time, "first-ten", Written(words))
    async with opened(size=(80, 50)) as pilot:
        await press(pilot, "3", "3", "a", "v")
        text = shown(pilot)
        assert text.index("gamma") < text.index("beta") < text.index("alpha")
        await press(pilot, "3")
        assert "· alpha" in shown(pilot)
        await press(pilot, "1", "escape")
        assert "alpha" in shown(pilot)
    assert plans(kept, time)["plan:first-ten"].lines == (Written("alpha"),)
    assert len(kept.versions("plan:first-ten")) == 4


async def test_a_person_is_entered_and_asked_about_once_a_season(
    opened: Opened, kept: Kept, time: Time
) -> None:
    async with opened(size=(80, 50)) as pilot:
        await press(pilot, "3", "6", "t")
        await type_(pilot, "Ana")
        await press(pilot, "enter", "5", "4", "3", "g")
        assert "evenings" in shown(pilot)
    (ana,) = kept.lately(time.now().date()).plans.people()
    assert (ana.name, ana.asked, ana.best_times) == ("Ana", True, ("evening",))
    time.seconds += datetime.timedelta(days=92).total_seconds()
    async with opened(size=(80, 50)) as pilot:
        await press(pilot, "3")
        assert "Is all of this still so for Ana?" in shown(pilot)
        await press(pilot, "y", "1", "y", "escape", "escape")
        assert "Is all of this still so" not in shown(pilot)


async def test_people_stand_in_the_persons_own_order(
    opened: Opened, kept: Kept, time: Time
) -> None:
    for number, name in enumerate(("Ana", "Ben", "Cai")):
        kept.put(writing.contact(Contact(f"person:{number}", name, order=number), time.now()))
    async with opened(size=(80, 50)) as pilot:
        await press(pilot, "3", "6", "3", "f", "escape", "3", "f", "escape")
    assert [one.name for one in kept.lately(time.now().date()).plans.people()] == [
        *("Ben", "Cai", "Ana")
    ]


async def test_what_keeps_me_well_lies_beside_it(opened: Opened, kept: Kept, time: Time) -> None:
    async with opened(size=(80, 50)) as pilot:
        await press(pilot, "3", "k", "1", "t")
        await type_(pilot, "sing")
        await press(pilot, "enter")
    part = plans(kept, time)["wellness:okay-day"]
    assert (part.plan, part.lines) == (WELL, (Written("sing"),))


async def test_the_plan_invites_to_look_again_and_does_not_press(
    opened: Opened, kept: Kept, time: Time
) -> None:
    async with opened(size=(80, 50)) as pilot:
        await press(pilot, "3")
        assert "when you like" in shown(pilot)
        await press(pilot, "v", "2")
        assert "20 Feb 2027" in shown(pilot), "a season from now"
        assert "Look again after you use it" not in shown(pilot)
    time.seconds += datetime.timedelta(days=92).total_seconds()
    async with opened(size=(80, 60)) as pilot:
        await press(pilot, "3")
        assert "now, if you like" in shown(pilot)
        assert "Look again after you use it" in shown(pilot)
        await press(pilot, "v", "x")
        assert "Look again after you use it" not in shown(pilot)
        assert "when you like" in shown(pilot)


async def test_any_day_to_come_can_be_named_for_looking_again(
    opened: Opened, kept: Kept, time: Time
) -> None:
    async with opened(size=(80, 60)) as pilot:
        await press(pilot, "3", "v", "d", *"2026-11-01", "enter")
        assert "A day to come, as in 2026-12-21." in shown(pilot)
        await press(pilot, "ctrl+u", *"soon", "enter")
        assert "A day to come" in shown(pilot)
        await press(pilot, "ctrl+u", *"2027-03-01", "enter")
        assert "01 Mar 2027" in shown(pilot)
    about = kept.lately(time.now().date()).plans.about(STEADY)
    assert about.look_again == datetime.date(2027, 3, 1)


async def test_a_readable_copy_lies_beside_the_entries_without_what_is_private(
    opened: Opened, home: Places
) -> None:
    async with opened(size=(80, 50)) as pilot:
        await press(pilot, "3", "3", "t", "t", "e", "a", "enter", "escape")
        await press(pilot, "7", "t", "k", "e", "y", "enter")
    copy = (home.journal / "plan.txt").read_text()
    assert "  - tea" in copy
    assert "key" not in copy
    assert "Call or text 988" in copy
    assert (home.journal / "plan.txt").stat().st_mode & 0o777 == 0o600


# Walking


async def test_one_thing_first_and_no_question(opened: Opened, kept: Kept, time: Time) -> None:
    write(kept, time)
    async with opened() as pilot:
        await press(pilot, "h", "1")
        text = shown(pilot)
        assert "Here is one thing. Only this." in text
        assert DOG.text in text
        assert "?" not in text.replace("In danger?", "").replace("? All", "")
        assert "enter I tried it   → Another   p A person" in text
        (row,) = [line for line in text.split("\n") if DOG.text in line]
        left, _right = row.split(DOG.text)
        assert abs(len(left) - (80 - len(left) - len(DOG.text))) <= 1, "it stands in the middle"
        assert "In danger? Call 911. Call or text 988." in text


async def test_lines_and_help_are_one_key_away_wherever_the_walk_stands(
    opened: Opened, kept: Kept, time: Time
) -> None:
    write(kept, time)
    write(kept, time, "remember", Written("it passed before"))
    write(kept, time, "weather", Written("shaking", level="storm"))
    kept.put(writing.contact(Contact("person:a", "Ana", how="555 0100"), time.now()))
    ways = {
        "thing": (),
        "how": ("enter",),
        "eased": ("enter", "1"),
        "people": ("p",),
        "with-someone": ("p", "1"),
        "remember": ("m",),
        "weather": ("w",),
        "rate": ("r",),
        "who-knows": ("enter", "1", "3"),
        "closing": ("enter", "1", "3", "1"),
        "helped": ("enter", "1", "3", "1", "1"),
        "after-care": ("enter", "2", "l", "5", "1", "2"),
    }
    for state, keys in ways.items():
        async with opened(size=(80, 40)) as pilot:
            await press(pilot, "3", "s", *keys)
            walk = pilot.app.screen
            assert isinstance(walk, WalkPage)
            assert walk.walk
            assert walk.walk.state == state
            await press(pilot, "h")
            assert isinstance(pilot.app.screen, HelpNow)
            await press(pilot, "escape")
            assert pilot.app.screen is walk
            assert walk.walk.state == state
            await press(pilot, "l")
            assert "NAMI HelpLine" in shown(pilot)
            assert walk.walk.state == "lines"


async def test_after_harder_another_kind_and_never_that_one_again(opened: Opened) -> None:
    async with opened() as pilot:
        await press(pilot, "3", "s", "enter", "3")
        assert "Harder is a real answer." in shown(pilot)
        assert "Listen closely" in shown(pilot)
        await press(pilot, "escape", "h", "1")
        assert "Look around the room" not in shown(pilot)


async def test_nothing_is_written_by_a_walk(
    opened: Opened, home: Places, kept: Kept, time: Time
) -> None:
    async with opened() as pilot:
        await press(pilot, "3", "s", "enter", "1", "2", "enter", "3", "l", "escape")
        assert isinstance(pilot.app.screen, PlanPage)
    assert not home.journal.exists()
    assert not home.state.exists()


async def test_after_a_hard_walk_the_after_care_list_is_offered_once_where_wanted(
    opened: Opened, kept: Kept, time: Time
) -> None:
    async with opened(size=(80, 40)) as pilot:
        await press(pilot, "3", "s", "enter", "2", "l")
        walk = pilot.app.screen
        assert isinstance(walk, WalkPage)
        for answer in ("enough", "no-one", "enough"):
            walk.answer(answer)
            await settle(pilot)
        text = shown(pilot)
        assert "Next time, shall I offer the after-care list?" in text
        assert text.index("No, keep nothing") < text.index("Yes"), "enter keeps nothing"
        await press(pilot, "2", "escape")
        assert kept.lately(time.now().date()).plans.after_care
        assert "Last time was hard" not in shown(pilot), "next time, not now"
    async with opened(size=(80, 40)) as pilot:
        assert "Last time was hard" in shown(pilot)
        await press(pilot, "a")
        assert isinstance(pilot.app.screen, ChecklistPage)
        await press(pilot, "escape")
        assert "Last time was hard" not in shown(pilot)
    async with opened(size=(80, 40)) as pilot:
        assert "Last time was hard" not in shown(pilot), "once"


async def test_the_offer_goes_by_itself_and_a_quiet_home_keeps_it_for_later(
    opened: Opened, home: Places, kept: Kept, time: Time
) -> None:
    kept.put(writing.after_care(offer=True, at=time.now()))
    preferences.save(Preferences(quiet_home=True), home)
    async with opened(size=(80, 40)) as pilot:
        assert "Last time was hard" not in shown(pilot)
    preferences.save(Preferences(), home)
    async with opened(size=(80, 40)) as pilot:
        assert "Last time was hard" in shown(pilot)
    async with opened(size=(80, 40)) as pilot:
        assert "Last time was hard" not in shown(pilot)


async def test_by_itself_a_hard_walk_keeps_nothing(opened: Opened, home: Places) -> None:
    async with opened(size=(80, 40)) as pilot:
        await press(pilot, "3", "s", "l")
        walk = pilot.app.screen
        assert isinstance(walk, WalkPage)
        for answer in ("enough", "no-one", "enough"):
            walk.answer(answer)
            await settle(pilot)
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, PlanPage)
    assert not home.journal.exists()


# What a line leads to


async def test_a_line_that_is_an_exercise_is_played_and_comes_back_to_how_it_is(
    opened: Opened, home: Places, kept: Kept, time: Time
) -> None:
    write(kept, time, "first-ten", Written("feet", link="exercise:core/feet-floor"))
    before = len(kept.lately(time.now().date()).plans.parts)
    async with opened(size=(80, 30)) as pilot:
        await press(pilot, "h", "1")
        assert "feet" in shown(pilot)
        await press(pilot, "1")
        assert isinstance(pilot.app.screen, WithinWalk)
        for _ in range(9):
            if isinstance(pilot.app.screen, WalkPage):
                break
            await press(pilot, "right")
        assert "How is it now?" in shown(pilot)
        await press(pilot, "2", "1", "escape")
        assert "How is it now?" in shown(pilot), "left early, the walk goes on all the same"
    assert kept.practised() == []
    assert kept.drafts() == []
    assert len(kept.lately(time.now().date()).plans.parts) == before


@pytest.mark.parametrize(("choice", "then"), [("guided", WithinWalk), ("tried", WalkPage)])
async def test_a_row_of_the_walk_that_is_taken_twice_is_taken_once(
    opened: Opened, kept: Kept, time: Time, choice: str, then: type[Page]
) -> None:
    write(kept, time, "first-ten", Written("feet", link="exercise:core/feet-floor"))
    async with opened(size=(40, 40)) as pilot:
        await press(pilot, "h", "1")
        walk = pilot.app.screen
        rows = walk.query_one(Choices)
        (row,) = [row for row in rows.open_rows if row.id == choice]
        for _ in range(2):
            walk.post_message(Choices.Chosen(rows, row))
        await settle(pilot)
        assert type(pilot.app.screen) is then
        if then is WithinWalk:
            await press(pilot, "escape")
        assert pilot.app.screen is walk
        assert "How is it now?" in shown(pilot)


async def test_a_message_written_within_the_walk_goes_with_it(
    opened: Opened, home: Places, kept: Kept, time: Time
) -> None:
    draft = Draft("core/reach-out", False, time.now(), "who", {"who": "Jo"})
    kept.save_draft(draft)
    async with opened(size=(80, 30)) as pilot:
        await press(pilot, "h", "1", "p", "2")
        assert isinstance(pilot.app.screen, WithinWalk)
        await press(pilot, "1", "enter", *"Ana", "enter", "escape")
        assert isinstance(pilot.app.screen, WalkPage)
        assert "No names here yet" in shown(pilot), "back where it was"
    assert kept.drafts() == [draft], "what was begun elsewhere is still there"
    assert not home.journal.exists()


async def test_a_line_leads_to_a_person_entered_once(
    opened: Opened, kept: Kept, time: Time
) -> None:
    ana = Contact("person:a", "Ana", "talk", "555 0100", ("evening",))
    kept.put(writing.contact(ana, time.now()))
    async with opened(size=(80, 60)) as pilot:
        await press(pilot, "3", "4", "l", "1", "enter")
        assert "Ana" in shown(pilot)
        await press(pilot, "1", "o")
        for words in ("555 0100", "best: evenings"):
            assert words in shown(pilot)
        await press(pilot, "escape", "escape", "escape", "s")
        for words in ("Ana", "555 0100", "best: evenings"):
            assert words in shown(pilot)
    (line,) = plans(kept, time)["plan:lighter"].lines
    assert line == Written("Ana", link="person:a")


async def test_a_line_in_ones_own_words_leads_to_a_help_line_or_a_chart(
    opened: Opened, kept: Kept, time: Time
) -> None:
    write(kept, time, "first-ten", Written("call them"), Written("the gentle one"))
    async with opened(size=(80, 60)) as pilot:
        await press(pilot, "3", "3", "1", "l", "3", "down", "enter")
        await press(pilot, "o")
        assert "988 Suicide & Crisis Lifeline" in shown(pilot)
        await press(pilot, "escape", "b", "2", "l", "4", "enter", "o")
        assert isinstance(pilot.app.screen, ChartOffered)
        await press(pilot, "escape", "escape", "escape", "s")
        assert "Call or text 988" in shown(pilot)
        await press(pilot, "right", "1")
        assert isinstance(pilot.app.screen, ChartOffered)
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, WalkPage)
    first, second = plans(kept, time)["plan:first-ten"].lines
    assert first == Written("call them", link="resource:core/us-988")
    assert second.text == "the gentle one"
    assert second.link.startswith("routine:core/")


async def test_at_night_a_line_that_is_there_is_the_first_to_try(
    opened: Opened, time: Time
) -> None:
    time.seconds = -5.5 * 3600  # three in the morning, and NAMI opens at ten
    async with opened(size=(80, 24)) as pilot:
        await press(pilot, "h", "1", "l")
        text = shown(pilot)
        assert "› Call or text 988" in text
        assert text.index("988 Suicide") < text.index("NAMI HelpLine")
        assert "No answer: next line" in text, "the answers are in sight"


async def test_the_line_put_first_in_the_plan_is_the_first_to_try(
    opened: Opened, kept: Kept, time: Time
) -> None:
    write(
        kept,
        time,
        "lines",
        Written("my county line, evenings"),
        Written("Crisis Text Line", link="resource:core/us-crisis-text-line"),
    )
    async with opened(size=(100, 60)) as pilot:
        await press(pilot, "h", "1", "l")
        text = shown(pilot)
        assert "› Text HOME to 741741" in text
        assert "my county line, evenings" in text


async def test_what_helped_goes_where_the_person_says(
    opened: Opened, kept: Kept, time: Time
) -> None:
    write(kept, time, "first-ten", DOG)
    async with opened(size=(80, 40)) as pilot:
        await press(pilot, "3", "s", "enter", "1", "3", "1")
        walk = pilot.app.screen
        assert isinstance(walk, WalkPage)
        walk.answer("helped")
        await settle(pilot)
        await press(pilot, "1")
        await type_(pilot, "rain")
        await press(pilot, "enter")
    assert plans(kept, time)["plan:first-ten"].lines == (DOG, Written("rain"))


async def test_while_it_is_calm_a_line_that_confuses_can_be_marked(
    opened: Opened, kept: Kept, time: Time
) -> None:
    write(kept, time)
    async with opened(size=(80, 40)) as pilot:
        await press(pilot, "3", "s", "1")
        assert plans(kept, time)["plan:first-ten"].lines == (DOG,), "not in a hard hour"
        await press(pilot, "escape", "b", "1")
        assert "Marked. You can change it in the plan." in shown(pilot)
        await press(pilot, "escape", "3")
        assert plans(kept, time)["plan:first-ten"].lines[0].unclear
        assert "confused while practicing" in shown(pilot)


async def test_a_sign_can_show_people(opened: Opened, kept: Kept, time: Time) -> None:
    signs = (
        Written("jaw is tight", level="breezy"),
        Written("shaking", level="storm", people=True),
    )
    write(kept, time, "weather", *signs)
    kept.put(writing.contact(Contact("person:a", "Ana"), time.now()))
    async with opened() as pilot:
        await press(pilot, "3", "s", "w")
        assert "jaw is tight" in shown(pilot)
        await press(pilot, "3")
        assert "Ana" in shown(pilot)


@pytest.mark.parametrize("size", [(80, 24), (60, 20), (40, 12)])
async def test_the_walk_has_its_keys_at_every_size(opened: Opened, size: tuple[int, int]) -> None:
    async with opened(size=size) as pilot:
        await press(pilot, "h", "1")
        assert "Look around the room" in shown(pilot)
        await press(pilot, "enter")
        assert "How is it now?" in shown(pilot)


# Danger


@pytest.mark.parametrize("size", [(80, 24), (40, 12)])
async def test_danger_stays_whatever_is_answered(opened: Opened, size: tuple[int, int]) -> None:
    async with opened(size=size) as pilot:
        await press(pilot, "h", "3")
        page = pilot.app.screen
        assert isinstance(page, DangerPage)
        for key in ("1", "2", "2", "2", "2", "3", "4", "3", "0", "1", "enter", "space", "right"):
            await press(pilot, key)
            assert pilot.app.screen is page
            assert "Call 911 · Call or text 988" in shown(pilot)
        await press(pilot, "h", "escape")
        assert pilot.app.screen is page
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, HelpNow)


async def test_the_other_kinds_of_danger_are_there(opened: Opened) -> None:
    async with opened(size=(80, 40)) as pilot:
        await press(pilot, "h", "3", "4")
        text = shown(pilot)
        for kind in ("overdose", "Stopping alcohol", "Body alarm", "Not safe", "someone else"):
            assert kind in text
        await press(pilot, "3")
        assert "naloxone" in shown(pilot)
        assert "Call or text 988" in shown(pilot)


async def test_wanting_to_talk_is_not_danger(opened: Opened) -> None:
    async with opened(size=(80, 40)) as pilot:
        await press(pilot, "h", "4")
        text = shown(pilot)
        assert text.index("NAMI HelpLine") < text.index("988 Suicide")
        assert "danger" not in text.lower()
        assert "die" not in text.replace("Crisis", "")


# Lines


async def test_a_line_shows_all_there_is_to_know(opened: Opened) -> None:
    async with opened(size=(80, 40)) as pilot:
        await press(pilot, "h", "5", "down", "enter")
        text = shown(pilot)
        for words in ("988", "day and night", "Spanish", "A first sentence", "Checked 21 Nov 2026"):
            assert words in text
        assert "Source: 988lifeline.org" in text


async def test_numbers_are_links_and_written_out(opened: Opened) -> None:
    async with opened(size=(80, 40)) as pilot:
        await press(pilot, "h")
        strips = pilot.app.screen._compositor.render_strips()
        links = {
            segment.style.link: segment.text
            for strip in strips
            for segment in strip
            if segment.style and segment.style.link
        }
        assert "988" in links["tel:988"]


# Paper


async def test_a_page_is_written_only_when_asked_for(
    opened: Opened, kept: Kept, time: Time, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    write(kept, time)
    write(kept, time, "space", Written("my brother keeps it"))
    async with opened(size=(60, 20)) as pilot:
        await press(pilot, "3", "o")
        assert not list(tmp_path.glob("steady-plan*"))
        await press(pilot, "a")
        assert "Written to" in shown(pilot), "in sight, however many parts there are"
        page = (tmp_path / "steady-plan.html").read_text()
        assert DOG.text in page
        assert "my brother" not in page
        await press(pilot, "7", "b")
        assert "my brother" in (tmp_path / "steady-plan.txt").read_text()

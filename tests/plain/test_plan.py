"""The plan in lines of text: everything that can be done to it on the full screen."""

import datetime
import random
from pathlib import Path

import pytest

from peercompanion import preferences
from peercompanion.kept import Kept
from peercompanion.packs import help_lines
from peercompanion.places import Places
from peercompanion.practice import writing
from peercompanion.practice.contacts import Contact
from peercompanion.practice.plan import STEADY, WELL, Part, Written

from .conftest import Sit, Time
from .rules import broken

DOG = Written("Sit on the back step with the dog")


def write(kept: Kept, time: Time, slug: str, *lines: Written) -> None:
    kept.put(writing.part(Part(f"plan:{slug}", STEADY, lines=lines), time.now()))


def plans(kept: Kept, time: Time) -> dict[str, Part]:
    return kept.lately(time.now().date()).plans.parts


# Writing


def test_a_line_is_written_reworded_put_first_and_taken_out(
    sit: Sit, kept: Kept, time: Time
) -> None:
    first_ten = "My first"
    sit(first_ten, "Write", "tea", "Write", "rain", "2", "Put it", "b", "b", task="plan")
    assert plans(kept, time)["plan:first-ten"].lines == (Written("rain"), Written("tea"))

    sit(first_ten, "1", "Other", "rain sounds", "2", "Take", "b", "b", task="plan")

    assert plans(kept, time)["plan:first-ten"].lines == (Written("rain sounds"),)


def test_the_weather_is_written_by_its_kind_and_a_sign_can_show_people(
    sit: Sit, kept: Kept, time: Time
) -> None:
    sit("My weather", "Storm", "shaking", "1", "Show me people", "b", "b", task="plan")

    (sign,) = plans(kept, time)["plan:weather"].lines
    assert (sign.text, sign.level, sign.people) == ("shaking", "storm", True)


def test_a_part_is_renamed_moved_made_private_and_hidden_and_comes_back(
    sit: Sit, kept: Kept, time: Time
) -> None:
    sat = sit(
        *("What I want", "Its name", "Another name", "For me", "Keep this", "Further down"),
        *("Hide", "b", "b", "list", "Show the parts", "b"),
        task="plan",
    )

    part = plans(kept, time)["plan:remember"]
    assert (part.title, part.private, part.hidden, part.order) == ("For me", True, True, 1)
    after_hiding = sat.seen.rpartition("Hide")[2]
    assert "For me. Private. Hidden." in after_hiding
    assert "after My weather signs" in sat.seen.replace("After", "after")


def test_a_part_of_ones_own_is_added_to_either_plan(sit: Sit, kept: Kept, time: Time) -> None:
    sit("A part of my own", "songs", "b", task="plan")
    sit("A part of my own", "mornings", "b", task="well")

    own = {part.title: part for part in plans(kept, time).values()}
    assert own["songs"].plan == STEADY
    assert own["mornings"].plan == WELL
    assert own["mornings"].kind == "wellness"


def test_every_earlier_version_is_said_and_can_be_brought_back(
    sit: Sit, kept: Kept, time: Time
) -> None:
    for words in ("alpha", "beta"):
        time.seconds += 60
        write(kept, time, "first-ten", Written(words))

    sat = sit("My first", "Its name", "Earlier", "2", "1", "b", "b", "b", task="plan")

    assert "alpha" in sat.seen
    assert plans(kept, time)["plan:first-ten"].lines == (Written("alpha"),)
    assert len(kept.versions("plan:first-ten")) == 3


def test_a_day_to_look_again_is_chosen_or_typed_and_invites_once_it_has_come(
    sit: Sit, kept: Kept, time: Time
) -> None:
    sat = sit("Look again", "Another day", "soon", "b", task="plan")
    assert "A day to come" in sat.seen
    sit("Look again", "Another day", "2027-03-01", "b", task="plan")
    sit("Look again", "In a month", "b", task="plan")

    invitation = "Look again after you use it"
    assert invitation not in sit("b", task="plan").seen
    time.seconds += datetime.timedelta(days=30).total_seconds()
    assert invitation in sit("b", task="plan").seen
    sit("Look again", "No day", "b", task="plan")
    assert invitation not in sit("b", task="plan").seen


def test_a_person_is_entered_once_led_to_from_a_line_and_asked_about_once_a_season(
    sit: Sit, kept: Kept, time: Time
) -> None:
    sit(
        *("People and", "A person", "Ana", "How to", "555 0100", "Good times", "evenings", "b"),
        *("b", "b", "Make the", "Add a person", "A person", "Ana", "b", "b"),
        task="plan",
    )
    (line,) = plans(kept, time)["plan:lighter"].lines
    (ana,) = kept.lately(time.now().date()).plans.people()
    assert line == Written("Ana", link=ana.id)

    walked = sit("q", task="walk").seen
    assert "555 0100" in walked
    assert "best: evenings" in walked
    time.seconds += datetime.timedelta(days=92).total_seconds()
    asked = sit("Is all of this", "All of this", "b", "b", task="plan").seen
    assert "Is all of this still so for Ana?" in asked
    assert "Is all of this still so" not in sit("b", task="plan").seen


def test_a_line_leads_to_an_exercise_a_help_line_or_a_chart(
    sit: Sit, kept: Kept, time: Time
) -> None:
    write(kept, time, "first-ten", Written("a"), Written("b"), Written("c"))
    for line, kind, title in (
        ("1", "An exercise", "Feet on the floor"),
        ("2", "A help line", "988 Suicide"),
        ("3", "A chart", "Steady weekday"),
    ):
        sit("My first", line, "Let it lead", kind, title, "b", "b", task="plan")

    assert [line.link for line in plans(kept, time)["plan:first-ten"].lines] == [
        "exercise:core/feet-floor",
        "resource:core/us-988",
        "routine:core/steady-weekday",
    ]
    opened = sit("My first", "2", "Open it", "b", "b", task="plan").seen
    assert "Call or text 988" in opened.replace("Call 988", "Call or text 988")


def test_the_page_holds_the_parts_that_were_chosen(
    sit: Sit, kept: Kept, time: Time, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    write(kept, time, "first-ten", DOG)
    write(kept, time, "space", Written("my brother keeps it"))

    sit("Print it", "Plain text", "My first", "Safer", "Plain text", "b", "b", task="plan")

    usual, chosen = ((tmp_path / name).read_text() for name in FILES)
    assert DOG.text in usual
    assert "my brother" not in usual
    assert "my brother" in chosen
    assert DOG.text not in chosen


FILES = ("steady-plan.txt", "steady-plan-2.txt")


# Walking


def test_an_exercise_is_gone_through_within_the_walk_and_nothing_is_kept(
    sit: Sit, home: Places
) -> None:
    sat = sit("Step by step", "next", "next", "next", "next", "1", "q", task="walk")

    assert "Step 1 of" in sat.seen
    assert sat.seen.count("How is it now?") == 1
    assert not home.journal.exists()
    assert not home.state.exists()


def test_a_message_written_within_the_walk_goes_with_it(sit: Sit, home: Places) -> None:
    sat = sit("A person", "Write a message", "1", "Ana", "1", "1", "Hi", "stop", "q", task="walk")

    assert "A first name or a letter is enough." in sat.seen
    assert sat.seen.count("No names here yet") == 2, "it comes back to where it was"
    assert not home.state.exists()
    assert not home.journal.exists()


def test_while_it_is_calm_a_line_that_confuses_is_marked(sit: Sit, kept: Kept, time: Time) -> None:
    write(kept, time, "first-ten", DOG)

    assert "This confuses" not in sit("list", "q", task="walk").seen
    sat = sit("Practice", "This confuses", "q", "My first", "1", "It is clear", "b", task="plan")

    assert "Confused while practicing" in sat.seen
    assert not plans(kept, time)["plan:first-ten"].lines[0].unclear
    assert len(kept.versions("plan:first-ten")) == 3


def test_after_a_hard_walk_enter_keeps_nothing_and_yes_is_offered_once(
    sit: Sit, kept: Kept, time: Time, home: Places
) -> None:
    hard = ("Lines where", "That is enough", "No one", "That is enough")
    sit(*hard, "", task="walk")
    assert not home.journal.exists()

    sit(*hard, "Yes", task="walk")
    assert kept.lately(time.now().date()).plans.after_care
    offered = "Last time was hard."
    assert offered in sit("2", "q").seen
    assert offered not in sit("q").seen


@pytest.mark.parametrize("seed", range(12))
def test_whatever_is_answered_help_is_there_and_only_the_wish_is_kept(
    seed: int, sit: Sit, kept: Kept, time: Time
) -> None:
    chance = random.Random(seed)
    if seed % 2:
        write(kept, time, "first-ten", DOG, Written("feet", link="exercise:core/feet-floor"))
        write(kept, time, "weather", Written("shaking", level="storm", people=True))
        kept.put(writing.contact(Contact("person:a", "Ana", how="555 0100"), time.now()))
    before = len(kept._journal.read().entries)
    some = (chance.choice(("1", "2", "3", "4", "5", "", "list", "help")) for _ in range(60))
    typed = ["help", *some]
    lines = [each for line in typed for each in ((line, "b") if line == "help" else (line,))]

    sat = sit(*lines, "q", "q", task="walk")

    assert sat.status == 0
    assert "In danger?" in sat.seen.splitlines()[0]
    assert "Call 911 if someone may die" in sat.seen
    assert broken(sat.seen.encode(), lines) == []
    kinds = {entry.kind for entry in kept._journal.read().entries[before:]}
    assert kinds <= {"after-care", "plan"}
    assert kept.drafts() == []


# Danger and lines


def test_danger_is_left_by_going_back_and_by_nothing_else(sit: Sit) -> None:
    answers = ("", "1", "2", "3", "4", "3", "nonsense", "", "list", "help", "b", "", "b")

    sat = sit("In danger", *answers, "b", task="help")

    assert sat.status == 0
    assert sat.script.lines == []
    prompts = [line for line in sat.seen.splitlines() if "Enter is 2:" in line]
    assert len(prompts) == 11, "every answer but the last leads back to the same question"
    assert "naloxone" in sat.seen
    assert "Put this down and talk." in sat.seen


def test_every_line_is_there_and_told_whole_with_its_source_and_when_it_was_checked(
    sit: Sit,
) -> None:
    lines = help_lines.help_lines("US")
    for line in lines:
        seen = " ".join(sit(line.title, "b", task="lines").seen.split())
        told = seen.rpartition(f"{line.title}.")[2]
        assert "Checked 21 Nov 2026." in told, line.title
        assert line.source[0].split()[0] in told


def test_at_night_a_line_that_is_there_is_said_first(sit: Sit, time: Time) -> None:
    time.seconds = -5.5 * 3600
    sat = sit("Someone to talk", "1", "b", "b", task="help")
    assert "1. 988 Suicide & Crisis Lifeline. Call or text 988. Day and night." in sat.seen
    assert sat.seen.rindex("NAMI") > sat.seen.rindex("1. 988")


def test_another_country_is_said_at_once_and_for_next_time(sit: Sit, home: Places) -> None:
    said = sit("Another country", "Australia", "b", task="help").seen
    assert "Call 000 if someone may die" in said.rpartition("Australia")[2]
    assert preferences.load(home)[0].region == "AU"


@pytest.mark.parametrize(
    ("page", "told"),
    [
        ("What peer support is not", ("do not give medicine", "licensed health care provider")),
        ("What peer supporters are called", ("(CPSS)", "Peer Recovery Coach", "same")),
        ("Finding a peer supporter", ("Medicaid", "privacy policy")),
    ],
)
def test_the_pages_about_peer_support_are_said(page: str, told: tuple[str, ...], sit: Sit) -> None:
    sat = sit(page, "1", *[""] * 14, "b", "b", "b", task="peer-support")
    for words in told:
        assert words in " ".join(sat.seen.split())

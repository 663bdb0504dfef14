"""What the stage shows: every card of every guide, at every second, and what keys do to it."""

from collections.abc import Iterator

import pytest

from peercompanion.link import slides
from peercompanion.link.guides import FOLDERS, Guides
from peercompanion.link.messages import Choose, Jump, Restore, Scene
from peercompanion.link.messages import Show as ShowBoard
from peercompanion.link.show import Show
from peercompanion.link.slides import Slide
from peercompanion.packs.library import Library
from peercompanion.places import content

GUIDES = Guides(Library([content()]))
ALL = [f"{kind}:{full}" for kind, folder in FOLDERS.items() for full in GUIDES.library.ids(folder)]
A_BREATH = "exercise:core/box-breath"
LONGEST_WALK = 400
"""More presses than any guide has cards."""


def opened(item: str, **scene: object) -> Show:
    show = Show(GUIDES, [item], Scene.model_validate(scene))
    show.do("next", 0.0)
    return show


def at_pacer(item: str = A_BREATH) -> tuple[Show, float]:
    """A show whose pacer runs, three seconds after its count-in."""
    show, now = opened(item), 0.0
    while not show.at(now).playing:
        now += 0.4
        show.do("next", now)
    for _ in range(15):
        now += 0.2
        show.slide(now)
    return show, now


def walked(show: Show) -> Iterator[Slide]:
    """Every card, pacers looked at five times a second."""
    now = 0.0
    for _ in range(LONGEST_WALK):
        yield show.slide(now)
        if show.scene.base == "rest":
            return
        show.do("next", now)
        while show.at(now).playing:
            now += 0.2
            yield show.slide(now)
    raise AssertionError("it does not end")


@pytest.mark.parametrize("item", ALL)
@pytest.mark.parametrize("group", [False, True])
def test_every_card_of_every_guide_can_be_read_on_a_share(item: str, group: bool) -> None:
    show = opened(item, group=group, regions=("US", "GB", "MX"))
    if show.scene.item is None:
        pytest.skip("nothing of it is for so many")

    cards = list(walked(show))

    assert all(slides.fits(card) for card in cards)
    assert any(card.lines for card in cards)


@pytest.mark.parametrize("item", ALL)
def test_a_pacer_changes_a_few_times_a_second_at_most_and_nothing_else_moves(item: str) -> None:
    show, now = opened(item), 0.0
    for _ in range(LONGEST_WALK):
        if show.scene.base == "rest":
            return
        before = show.slide(now)
        assert show.slide(now + 1.9) == before or show.at(now).playing
        now += 1.9
        show.do("next", now)
        changes: list[float] = []
        while show.at(now).playing:
            if (card := show.slide(now)) != before:
                before, changes = card, [*changes, now]
            now += 0.2
            assert len([at for at in changes if at > now - 1.0001]) <= 4


def test_phases_differ_by_word_and_by_place_and_the_bar_says_the_way() -> None:
    show, now = at_pacer()
    seen: dict[str, list[Slide]] = {}
    for tick in range(160):
        card = show.slide(now + tick * 0.2)
        if tick < 80:  # the breath that had begun
            continue
        seen.setdefault(card.word, []).append(card)

    assert set(seen) >= {"In", "Hold", "Out"}
    assert {card.below for card in seen["In"]} == {False}
    assert {card.below for card in seen["Out"]} == {True}
    assert {card.share for card in seen["In"]} == {0.25, 0.5, 0.75, 1.0}, "one block a second"
    assert {card.share for card in seen["Out"]} == {0.75, 0.5, 0.25, 0.0}


def test_blank_and_back_is_the_very_same() -> None:
    show, now = at_pacer()
    before, scene = show.slide(now), show.at(now)

    show.do("blank", now)
    assert show.slide(now + 100).lines == ("A short pause.",)
    show.do("blank", now + 200)

    assert show.slide(now + 200) == before
    assert show.at(now + 200) == scene
    assert show.at(now + 200.5).playing


def test_hiding_pauses_and_never_closes() -> None:
    show, now = at_pacer()

    show.do("hide", now)
    show.do("uncover", now + 5)

    assert not show.at(now + 5).playing
    assert show.slide(now + 5).word == "Paused"


def test_nothing_moves_while_a_voice_leads() -> None:
    show, now = at_pacer()

    show.take(Choose(n=1, lead="voice"), now)

    assert {show.slide(now + seconds) for seconds in range(30)} == {show.slide(now)}
    assert show.slide(now).share is None


def test_a_lost_console_lets_the_breath_end_and_holds_the_card() -> None:
    show, now = at_pacer()

    show.lost_console()
    seen = [show.slide(now + tick * 0.2).word for tick in range(150)]

    assert seen[-1] == "Paused"
    assert seen[seen.index("Paused") - 1] in ("Out", "Rest")
    assert show.at(now + 40).alone


def test_a_jump_lands_at_its_step_whatever_lay_between() -> None:
    show, now = at_pacer()

    show.take(Jump(n=1, item="exercise:core/group-arrive", step="color"), now)
    assert show.at(now).base == "consent", "a new exercise opens with its consent card"
    show.take(Jump(n=2, item="exercise:core/long-exhale"), now)
    show.do("next", now)
    show.take(Jump(n=3, item="exercise:core/nothing"), now)

    assert show.at(now).item == "exercise:core/long-exhale"


def test_a_restarted_stage_stands_where_it_stood() -> None:
    show, now = at_pacer()
    show.take(ShowBoard(n=1, lines=("one", "two")), now)
    scene = show.at(now)
    again = Show(GUIDES, [A_BREATH])

    again.take(Restore(n=1, scene=scene), 7.0)

    found = again.at(7.0).model_copy(update={"left": scene.left, "cue": scene.cue})
    assert found == scene
    assert again.slide(7.0).lines == ("one", "two")


def test_a_restarted_pacer_begins_with_a_count_in() -> None:
    show, now = at_pacer()
    again = Show(GUIDES, [A_BREATH])

    again.take(Restore(n=1, scene=show.at(now)), 7.0)

    words = [again.slide(7.0 + tick * 0.2).word for tick in range(18)]
    assert (words[0], words[-1]) == ("Ready", "In")


def test_what_is_left_out_gives_way_to_what_is_not() -> None:
    show = opened(A_BREATH, without=("breath",))

    guide = GUIDES.guide(show.scene.item)

    assert guide is None or "breath" not in guide.contains


def test_the_help_card_names_several_regions_or_none() -> None:
    show = opened(A_BREATH)
    show.do("lines", 0.0)
    assert "findahelpline.com" in show.slide(0.0).lines

    show.take(Choose(n=1, regions=("US", "GB")), 0.0)

    text = " ".join(show.slide(0.0).lines)
    assert "911" in text
    assert "999" in text


def test_the_latecomer_is_told_what_is_on() -> None:
    show = opened(A_BREATH)

    show.do("latecomer", 0.0)

    assert "You are welcome." in " ".join(show.slide(0.0).lines)

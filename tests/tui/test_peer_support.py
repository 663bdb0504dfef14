"""Peer support: what it is and is not, what it is called, and finding someone."""

import pytest

from peercompanion.tui.screens.checklists import ChecklistPage
from peercompanion.tui.screens.exercise import ExercisePage
from peercompanion.tui.screens.peer_support import PeerSupport

from .conftest import Opened, press, settle, shown

TITLES = (
    "Certified Peer Specialist (CPS)",
    "Certified Peer Support Specialist (CPSS)",
    "Peer Support Worker",
    "Peer Supporter",
    "Peer Recovery Coach",
    "recovery coach",
    "Recovery Support Specialist",
    "recovery support leader",
)


async def read(pilot: object, steps: int = 14) -> str:
    """All that a page says from its beginning to its end."""
    seen = []
    await press(pilot, "enter")  # type: ignore[arg-type]
    for _ in range(steps):
        seen.append(shown(pilot))  # type: ignore[arg-type]
        if "How is it now" in seen[-1] or "And now?" in seen[-1]:
            break
        await press(pilot, "right")  # type: ignore[arg-type]
    return " ".join(" ".join(seen).split())


async def test_it_lies_behind_my_plan_with_all_its_pages(opened: Opened) -> None:
    async with opened(size=(80, 50)) as pilot:
        await press(pilot, "3", "f")
        assert isinstance(pilot.app.screen, PeerSupport)
        text = shown(pilot)
        assert "Someone who has been there, listens" in text
        for title in ("is not", "called", "Finding a peer supporter", "Choosing"):
            assert title in text
        for key in "123456":
            await press(pilot, key)
            assert isinstance(pilot.app.screen, ExercisePage | ChecklistPage)
            await press(pilot, "escape")


async def test_the_titles_are_all_there(opened: Opened) -> None:
    async with opened(size=(80, 50)) as pilot:
        await press(pilot, "3", "f", "3")
        said = await read(pilot)
        for title in TITLES:
            assert title in said
        assert "The work is the same" in said


@pytest.mark.parametrize(
    ("key", "told"),
    [
        ("1", ("listen", "share")),
        (
            "2",
            (
                "do not give medicine",
                "They do not replace doctors",
                "licensed health care provider",
            ),
        ),
    ],
)
async def test_what_it_is_and_is_not(opened: Opened, key: str, told: tuple[str, ...]) -> None:
    async with opened(size=(80, 50)) as pilot:
        await press(pilot, "3", "f", key)
        said = await read(pilot)
        for words in told:
            assert words in said


async def test_finding_one_says_where_what_to_search_for_and_what_to_look_for(
    opened: Opened,
) -> None:
    async with opened(size=(80, 50)) as pilot:
        pilot.app.begin("tool:core/find-peer-supporter")  # type: ignore[attr-defined]
        await settle(pilot)
        seen = ""
        for _ in range(6):
            seen += shown(pilot)
            await press(pilot, "right")
        said = " ".join(seen.split())
        for words in (
            "community mental health centers",
            "Medicaid",
            "Certified peer specialist near me",
            "privacy policy",
        ):
            assert words in said
        assert "Where would you like to look?" in shown(pilot)
        await press(pilot, "1")
        assert "The Peer Network" in shown(pilot)
        assert "Checked" in shown(pilot)

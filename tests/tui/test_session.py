"""A talk in the person's own app: an agenda in any order, the card, and the agreed summary."""

from peercompanion.kept import Kept
from peercompanion.places import Places
from peercompanion.tui.routes import go

from .conftest import Opened, press, settle, shown


async def opened_at(pilot: object, *keys: str) -> None:
    await go(pilot.app, "session")  # type: ignore[attr-defined]
    await settle(pilot)  # type: ignore[arg-type]
    await press(pilot, *keys)  # type: ignore[arg-type]


async def test_a_summary_is_agreed_line_by_line_and_is_the_persons(
    opened: Opened, home: Places
) -> None:
    async with opened() as pilot:
        await opened_at(pilot, "2")
        assert "Keep what we agreed on" not in shown(pilot)
        await press(pilot, "a", *"walk", "enter", "a", *"river", "enter")
        await press(pilot, "up", "up", "enter")
        assert "Agreed: keep it" in shown(pilot)
        await press(pilot, "1")
        assert not (home.journal / "summaries").exists(), "nothing before it is asked for"
        await press(pilot, "k")
        await settle(pilot)
        assert "Kept on this computer" in shown(pilot)

    (file,) = (home.journal / "summaries").iterdir()
    told = file.read_text()
    assert ("walk" in told) is not ("river" in told), "the agreed line alone"
    assert "my words" in told


async def test_words_are_offered_for_a_supporters_words_alone(opened: Opened) -> None:
    async with opened() as pilot:
        await opened_at(pilot, "2", "a", *"homework", "enter")
        assert "practice" not in shown(pilot)
        await press(pilot, "up", "enter", "4")
        assert "practice" in shown(pilot)
        await press(pilot, "1", "k")
        await settle(pilot)
        assert "Kept on this computer" in shown(pilot), "it offers and never blocks"


async def test_an_agenda_is_gone_through_in_any_order_and_resumed(
    opened: Opened, kept: Kept
) -> None:
    async with opened() as pilot:
        pilot.app.open_link("session:drop-in-20")  # type: ignore[attr-defined]
        await settle(pilot)
        await press(pilot, "right", "right")
        assert "next kind, small thing" in shown(pilot)
        await press(pilot, "left")
        assert "What feels hardest right now?" in shown(pilot)
        assert "of 20 minutes" in shown(pilot)

    async with opened() as pilot:
        pilot.app.open_link("session:drop-in-20")  # type: ignore[attr-defined]
        await settle(pilot)
        assert "What feels hardest right now?" in shown(pilot)
    assert kept.practised() == []


async def test_the_card_is_empty_without_blame_and_the_person_decides(opened: Opened) -> None:
    async with opened() as pilot:
        await opened_at(pilot, "1")
        assert "Nothing is written down for these days" in shown(pilot)
        await press(pilot, "a", *"slept", "enter")
        await press(pilot, "up", "enter")
        assert "○ slept" in shown(pilot)

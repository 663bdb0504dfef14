"""The console on the full screen: every act by key and by menu, the supporter's own cards."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Static

from peercompanion.journal.view import view
from peercompanion.kept import Kept
from peercompanion.link.acts import acts
from peercompanion.link.guides import Guides
from peercompanion.link.leading import Leading
from peercompanion.link.messages import Intent, Scene, Snapshot
from peercompanion.packs.library import Library
from peercompanion.places import Places, content
from peercompanion.supporter import Supporter
from peercompanion.tui.console.app import ConsoleApp
from peercompanion.tui.console.lead import KEYS
from peercompanion.tui.widgets.choices import Choices
from peercompanion.tui.widgets.frame import KeysFooter

from .conftest import Time

GUIDES = Guides(Library([content()]))
ARRIVE = "exercise:core/group-arrive"
STEPS = [step.id for step in GUIDES.guide(ARRIVE).step]  # type: ignore[union-attr]
AT_A_STEP = Scene(base="step", item=ARRIVE, step=STEPS[1], group=True)


class Asked:
    """A line that notes what it is asked for."""

    def __init__(self, run: Path, told: Callable[..., None]) -> None:
        self.last: Snapshot | None = None
        self.there = self.leads = self.answered = True
        self.asked: list[str] = []

    def age(self) -> float:
        return 0.2

    async def hold(self) -> None:
        """Hold nothing."""

    def ask(self, kind: type[Intent], **fields: object) -> bool:
        self.asked.append(str(fields.get("what", kind.__name__.lower())))
        return True


@pytest.fixture
def consoled(
    home: Places, time: Time, kept: Kept, monkeypatch: pytest.MonkeyPatch
) -> Callable[..., object]:
    """A console, and a stage that only the test knows of."""
    monkeypatch.setattr("peercompanion.link.leading.ConsoleEnd", Asked)

    @asynccontextmanager
    async def open_console(
        scene: Scene = AT_A_STEP, *, logs: bool = False, letter_keys: bool = True
    ) -> AsyncIterator[Pilot[None]]:
        leading = Leading(GUIDES, home.run, time.clock())
        supporter = Supporter(home, kept, time.now, logs=logs)
        app = ConsoleApp(leading, supporter, letter_keys=letter_keys)
        async with app.run_test(size=(80, 24)) as pilot:
            tell(pilot, scene)
            await pilot.press("enter")
            await pilot.pause()
            yield pilot

    return open_console


def tell(pilot: Pilot[None], scene: Scene) -> None:
    """Let the stage say what is on it."""
    leading = pilot.app.leading  # type: ignore[attr-defined]
    told = Snapshot(n=1, stage="0" * 8, did=0, driver=True, fresh=False, version="", scene=scene)
    leading.line.last = told
    leading.told(told)


def asked(pilot: Pilot[None]) -> list[str]:
    return pilot.app.leading.line.asked  # type: ignore[attr-defined, no-any-return]


def read(pilot: Pilot[None]) -> str:
    """All that is on the console."""
    texts = [str(each.render()) for each in pilot.app.screen.query(Static) if each.display]
    listed = pilot.app.screen.query_one("#list", Choices)
    footer = str(pilot.app.screen.query_one(KeysFooter).render())
    return "\n".join([*texts, str(listed.render()) if listed.display else "", footer])


def test_every_act_has_a_key_or_is_escape_twice() -> None:
    assert {act.id for act in acts()} == {*KEYS, "hide"}
    every = [key for named in KEYS.values() for key in named]
    assert len(set(every)) == len(every)


ASKS = {
    "next": ("right", "down", "pagedown"),
    "back": ("left", "up", "pageup"),
    "blank": ("b", "."),
    "lines": ("h", "l", "f2"),
    "other-way": ("o",),
    "small": ("s",),
    "latecomer": ("t",),
    "thanks": ("z",),
    "slower": ("plus",),
    "faster": ("minus",),
    "choose": ("w",),
    "take": ("T",),
    "hide": ("exclamation_mark",),
}


@pytest.mark.parametrize(("act", "key"), [(act, key) for act, keys in ASKS.items() for key in keys])
async def test_a_key_asks_the_stage(consoled: Callable[..., object], act: str, key: str) -> None:
    async with consoled() as pilot:  # type: ignore[attr-defined]
        await pilot.press(key)

        assert asked(pilot) == [act]


async def test_with_letters_off_the_menu_does_it_all(consoled: Callable[..., object]) -> None:
    async with consoled(letter_keys=False) as pilot:  # type: ignore[attr-defined]
        await pilot.press("b", "h", "d")
        assert asked(pilot) == []
        await pilot.press("f4")
        assert "Welcome a latecomer" in read(pilot)
        await pilot.press("down", "down", "down", "enter")
        assert asked(pilot) == ["blank"]


async def test_a_line_of_the_board_is_agreed_and_shown_without_letters(
    consoled: Callable[..., object],
) -> None:
    async with consoled(letter_keys=False) as pilot:  # type: ignore[attr-defined]
        board = pilot.app.leading.board
        await pilot.press("f4", *["down"] * 6, "enter", "enter", *"walk", "enter")
        await pilot.press("up", "enter", "enter")
        assert board.agreed
        await pilot.press("down", "down", "enter")
        assert asked(pilot) == ["show"]
        await pilot.press("up", "up", "enter", "down", "down", "enter")
        assert board.shown == ()


async def test_a_line_too_long_for_a_share_stays_to_be_made_shorter(
    consoled: Callable[..., object],
) -> None:
    async with consoled() as pilot:  # type: ignore[attr-defined]
        board = pilot.app.leading.board
        await pilot.press("d", "enter", *"x" * 42, "enter")
        pilot.app.look()
        assert "2 fewer" in read(pilot)
        assert "enter Keep the line   esc Never mind" in read(pilot)
        assert board.shown == ()
        await pilot.press("backspace", "backspace", "enter")
        assert board.shown == ("x" * 40,)
        await pilot.press("up", "w", *"yy", "enter", "backspace", "backspace", "y", "escape")
        assert board.shown == ("x" * 40,)


async def test_a_full_board_takes_no_more_and_keeps_its_keys(
    consoled: Callable[..., object],
) -> None:
    async with consoled() as pilot:  # type: ignore[attr-defined]
        await pilot.press("d", *["enter", "a", "enter"] * 7)
        assert "Type a line" not in read(pilot)
        await pilot.press("v")
        assert asked(pilot) == ["show"]


async def test_a_line_that_others_see_with_a_slip_in_it_is_known_to_be_old(
    consoled: Callable[..., object],
) -> None:
    shown = AT_A_STEP.model_copy(update={"card": "board", "board": ("wlak",)})
    async with consoled(shown) as pilot:  # type: ignore[attr-defined]
        await pilot.press("d")
        assert "Others still see" not in read(pilot)
        await pilot.press("up", "w", *["backspace"] * 3, *"alk", "enter")
        assert "Others still see it as it was." in read(pilot)
        tell(pilot, shown.model_copy(update={"board": ("walk",)}))
        assert "Others still see" not in read(pilot)


async def test_what_cannot_be_saved_is_said_and_stays_on_the_board(
    consoled: Callable[..., object], tmp_path: Path
) -> None:
    async with consoled() as pilot:  # type: ignore[attr-defined]
        pilot.app.save_to = tmp_path / "not there"
        await pilot.press("d", "enter", *"walk", "enter", "up", "g", "f")
        pilot.app.look()
        assert f"not be written to {pilot.app.save_to}: No such file" in read(pilot)
        assert pilot.app.leading.board.agreed
        pilot.app.save_to = tmp_path
        await pilot.press("f")
    (file,) = tmp_path.glob("peer-session-*.txt")
    assert "walk" in file.read_text()


async def test_the_way_out_leads_by_a_board_that_would_be_lost(
    consoled: Callable[..., object],
) -> None:
    async with consoled() as pilot:  # type: ignore[attr-defined]
        await pilot.press("d", "enter", *"walk", "enter", "escape", "q")
        assert "These lines go when you leave." in read(pilot)
        await pilot.press("escape", "q", "ctrl+c")
        await pilot.app.workers.wait_for_complete()
        assert not pilot.app.is_running


async def test_opened_again_it_knows_the_agenda_and_the_lines_all_have_seen(
    consoled: Callable[..., object],
) -> None:
    agenda = "session:core/drop-in-20"
    on = Scene(base="step", item=agenda, step="arrive", board=("walk",), card="board")
    async with consoled(on) as pilot:  # type: ignore[attr-defined]
        leading = pilot.app.leading
        assert leading.board.shown == ("walk",)
        assert not leading.board.agreed
        assert "of 20 min" in read(pilot)
        await pilot.press("d", "k")
        tell(pilot, on)
        assert leading.board.shown == (), "wiped is wiped, whatever the stage still says"
        tell(pilot, AT_A_STEP)
        await pilot.press("escape", "u")
        assert asked(pilot) == ["wipe", "jump"]


async def test_frozen_it_looks_ahead_alone_until_the_stage_is_taken_there(
    consoled: Callable[..., object],
) -> None:
    async with consoled() as pilot:  # type: ignore[attr-defined]
        await pilot.press("f", "right")
        assert asked(pilot) == []
        assert "held up" in read(pilot)
        await pilot.press("enter")
        assert asked(pilot) == ["jump"]


async def test_times_are_told_afterwards_alone_and_the_clock_is_soft(
    consoled: Callable[..., object], time: Time
) -> None:
    async with consoled() as pilot:  # type: ignore[attr-defined]
        time.seconds += 65
        tell(pilot, AT_A_STEP.model_copy(update={"step": STEPS[2]}))
        assert "1:05 " not in read(pilot).replace("1:05 passed", "")
        await pilot.press("c")
        await pilot.pause()
        assert "about 3 left" in read(pilot)
        assert "1:05  Look around your own space" in read(pilot)
        time.seconds += 200
        pilot.app.look()
        assert "as long as you like" in read(pilot)


@pytest.mark.parametrize("logs", [False, True])
async def test_a_log_names_what_was_led_and_nobody_where_it_is_on(
    consoled: Callable[..., object], time: Time, kept: Kept, logs: bool
) -> None:
    async with consoled(logs=logs) as pilot:  # type: ignore[attr-defined]
        time.seconds += 125
        tell(pilot, AT_A_STEP)
        await pilot.press("q")
        await pilot.app.workers.wait_for_complete()

    entries = [thing.entry.fields for thing in view(kept._journal.read().entries).values()]
    known = {"id", "kind", "at", "day", "rev", "dev", "item", "minutes", "group"}
    assert len(entries) == logs
    for fields in entries:
        assert fields["item"] == "core/group-arrive"
        assert (fields["minutes"], fields["group"]) == (2, True)
        assert set(fields) <= known, "there is no field for a name"


async def test_ones_own_agencys_steps_are_written_here_and_stand_on_the_card(
    consoled: Callable[..., object], home: Places
) -> None:
    async with consoled() as pilot:  # type: ignore[attr-defined]
        await pilot.press("exclamation_mark")
        await pilot.pause()
        assert "(none written yet)" in read(pilot)
        await pilot.press("y", "enter", *"call", "enter")
        await pilot.app.workers.wait_for_complete()
        await pilot.press("escape", "exclamation_mark")
        await pilot.pause()
        assert "My agency's steps:\ncall" in read(pilot)

    assert (home.config / "agency-steps.txt").read_text() == "call\n"


async def test_what_has_helped_is_kept_and_taken_off(
    consoled: Callable[..., object], kept: Kept, time: Time
) -> None:
    async with consoled() as pilot:  # type: ignore[attr-defined]
        await pilot.press("m", "enter", *"tea", "enter")
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
        assert kept.lately(time.now().date()).texts("helped") == ("tea",)
        await pilot.press("up", "x")
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()

    assert kept.lately(time.now().date()).texts("helped") == ()
    assert asked(pilot) == [], "nothing of it goes to the stage"

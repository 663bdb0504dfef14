"""The line between stage and console: who is let in, who leads, and how they find each other."""

import asyncio
import stat
from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path
from typing import Any

import pytest

from peercompanion.link import door, stage_end
from peercompanion.link import messages as m
from peercompanion.link.console_end import ConsoleEnd
from peercompanion.link.messages import Fault, Intent, Scene, Snapshot
from peercompanion.link.stage_end import HERE, Stage, StageEnd

SOON = 5.0
"""Seconds until something that does not come is a failure; what is promised is measured apart."""


class Theatre:
    """A stage without a show: it remembers what it was asked for."""

    def __init__(self, run: Path) -> None:
        self.asked: list[Intent] = []
        self.faults: list[Exception] = []
        self.scene = Scene()
        self.fresh = True
        self.led: list[bool] = []
        self.end = StageEnd(
            Stage(
                take=self.take,
                scene=lambda: self.scene,
                version=lambda: "",
                fresh=lambda: self.fresh,
                columns=lambda: 80,
                lost=lambda: self.led.append(False),
                found=lambda: self.led.append(True),
                fault=self.faults.append,
            ),
            run,
        )

    def take(self, intent: Intent) -> None:
        self.asked.append(intent)
        self.fresh = False
        if isinstance(intent, m.Restore):
            self.scene = intent.scene
        elif isinstance(intent, m.Jump):
            self.scene = Scene(item=intent.item, base="consent")


@pytest.fixture
async def run(tmp_path: Path) -> Path:
    return tmp_path / "run"


Open = Callable[[], Awaitable[Any]]


@pytest.fixture
async def theatre(run: Path) -> AsyncIterator[Theatre]:
    theatre = Theatre(run)
    await theatre.end.open()
    yield theatre
    await theatre.end.close()


@pytest.fixture
async def console(run: Path) -> AsyncIterator[Callable[[], ConsoleEnd]]:
    tasks = []

    def opened() -> ConsoleEnd:
        end = ConsoleEnd(run, lambda _told: None)
        tasks.append(asyncio.create_task(end.hold()))
        return end

    yield opened
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)


async def until(holds: Callable[[], object]) -> float:
    """Wait until something holds; the seconds it took."""
    loop = asyncio.get_running_loop()
    began = loop.time()
    while not holds():
        assert loop.time() - began < SOON, "never came"
        await asyncio.sleep(0.005)
    return loop.time() - began


async def shaken(run: Path, token: str | None = None) -> tuple[Any, Any]:
    """A line of one's own, after the handshake."""
    found = door.find(run)
    assert found
    reader, writer = await asyncio.open_connection(HERE, found.port)
    asked = m.decoded(await reader.readline(), m.GREETING).nonce
    shown = m.proof(token or found.token, "console", asked)
    writer.write(m.encoded(m.Hello(nonce=m.nonce(), proof=shown)))
    return reader, writer


async def hung_up(reader: asyncio.StreamReader) -> bool:
    """Whether the other side closes, whatever it says before."""
    try:
        async with asyncio.timeout(SOON):
            while await reader.readline():
                pass
    except ConnectionError:
        return True
    return True


async def test_a_stage_is_found_again_when_another_has_come_and_gone(
    theatre: Theatre, run: Path, console: Callable[[], ConsoleEnd]
) -> None:
    other = Theatre(run)
    await other.end.open()
    theirs = console()
    await until(lambda: theirs.leads)
    assert theatre.led == []

    await other.end.close()
    ours = console()

    await until(lambda: ours.there)
    await until(lambda: theatre.led == [True])


async def test_only_this_user_can_read_the_token(theatre: Theatre, run: Path) -> None:
    file = run / door.NAME

    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert stat.S_IMODE(run.stat().st_mode) == 0o700
    assert not [name for name in run.iterdir() if name != file]


async def test_a_door_others_could_have_written_is_none(theatre: Theatre, run: Path) -> None:
    (run / door.NAME).chmod(0o644)

    assert door.find(run) is None


async def test_the_door_is_gone_when_the_stage_is(run: Path) -> None:
    theatre = Theatre(run)
    await theatre.end.open()
    await theatre.end.close()

    assert door.find(run) is None


async def test_what_is_asked_is_done_and_what_is_shown_is_told(
    theatre: Theatre, console: Callable[[], ConsoleEnd]
) -> None:
    end = console()
    await until(lambda: end.leads)

    end.ask(m.Jump, item="exercise:core/box-breath")
    await until(lambda: end.last and end.last.scene.item)

    assert [intent.kind for intent in theatre.asked] == ["jump"]


async def test_who_does_not_know_the_token_hears_nothing(theatre: Theatre, run: Path) -> None:
    reader, writer = await shaken(run, token="0" * 32)
    writer.write(m.encoded(m.Do(n=1, what="blank")))

    assert await reader.read() == b""
    assert theatre.asked == []
    writer.close()


BAD = {
    "oversized": b"x" * (m.MOST_BYTES + 1) + b"\n",
    "malformed": b"{}\n",
    "no text": b"\xff\xfe\x00\n",
    "a pickle": b"cos\nsystem\n(S'true'\ntR.\n",
    "an unknown field": b'{"kind":"beat","n":9,"note":"x"}\n',
    "sent before": m.encoded(m.Do(n=1, what="next")) * 2,
    "older": m.encoded(m.Do(n=5, what="next")) + m.encoded(m.Do(n=4, what="next")),
}


@pytest.mark.parametrize("line", BAD.values(), ids=BAD.keys())
async def test_whoever_sends_what_is_no_message_is_hung_up_on(
    theatre: Theatre, run: Path, line: bytes
) -> None:
    reader, writer = await shaken(run)
    writer.write(line)

    assert await hung_up(reader)
    assert len(theatre.asked) <= 1
    assert theatre.faults == []
    writer.close()


async def test_what_was_recorded_opens_no_second_line(theatre: Theatre, run: Path) -> None:
    found = door.find(run)
    assert found
    reader, writer = await asyncio.open_connection(HERE, found.port)
    asked = m.decoded(await reader.readline(), m.GREETING).nonce
    recorded = m.encoded(m.Hello(nonce=m.nonce(), proof=m.proof(found.token, "console", asked)))
    writer.write(recorded)
    await until(lambda: theatre.led)

    again, writer_again = await asyncio.open_connection(HERE, found.port)
    writer_again.write(recorded)
    await again.readline()

    assert await again.read() == b""
    for each in (writer, writer_again):
        each.close()


async def test_a_second_console_looks_on_until_it_takes_over(
    theatre: Theatre, console: Callable[[], ConsoleEnd]
) -> None:
    first = console()
    await until(lambda: first.leads)
    second = console()
    await until(lambda: second.there)

    second.ask(m.Do, what="blank")
    await until(lambda: second.last and second.last.did >= 1)
    assert theatre.asked == []
    assert not second.leads

    second.ask(m.Take)
    await until(lambda: second.leads and not first.leads)
    second.ask(m.Do, what="blank")
    await until(lambda: theatre.asked)


async def test_a_restarted_stage_is_given_back_what_it_showed_within_a_second(
    theatre: Theatre, run: Path, console: Callable[[], ConsoleEnd]
) -> None:
    end = console()
    await until(lambda: end.leads)
    end.ask(m.Jump, item="exercise:core/box-breath")
    await until(lambda: end.last and end.last.scene.item)
    await theatre.end.close()
    await until(lambda: not end.there)

    again = Theatre(run)
    await again.end.open()
    took = await until(lambda: again.scene.item == "exercise:core/box-breath")
    await until(lambda: end.there and end.last and end.last.scene == again.scene)
    await again.end.close()

    assert took < 1


async def test_a_silent_console_is_lost_in_three_seconds_and_found_again(
    theatre: Theatre, run: Path
) -> None:
    _reader, writer = await shaken(run)
    await until(lambda: theatre.led == [True])

    took = await until(lambda: theatre.led == [True, False])
    writer.write(m.encoded(m.Beat(n=1)))
    await until(lambda: theatre.led == [True, False, True])

    assert took < 3.2
    writer.close()


async def test_an_error_is_told_without_any_words_of_it(theatre: Theatre, run: Path) -> None:
    reader, writer = await shaken(run)
    await reader.readline()
    await reader.readline()

    try:
        raise ValueError("Maria's plan in /home/somebody")
    except ValueError as error:
        theatre.end.tell_fault(error)
    line = b""
    while b"fault" not in line:
        line = await reader.readline()

    assert b"Maria" not in line
    assert b"/home" not in line
    told = m.decoded(line, m.FROM_STAGE)
    assert isinstance(told, Fault)
    assert told.error == "ValueError"
    writer.close()


async def test_it_listens_on_this_machine_alone(theatre: Theatre) -> None:
    (address,) = {name.getsockname()[0] for name in theatre.end._server.sockets}

    assert address == "127.0.0.1"


async def test_snapshots_come_as_signs_of_life(
    theatre: Theatre, console: Callable[[], ConsoleEnd]
) -> None:
    end = console()
    await until(lambda: end.leads)
    assert isinstance(end.last, Snapshot)
    before = end.last.n

    took = await until(lambda: end.last and end.last.n > before + 1)

    assert took < 2 * stage_end.BEAT

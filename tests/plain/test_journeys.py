"""Whole journeys, byte for byte, as files that can be read.

`PEERCOMPANION_WRITE_JOURNEYS=1 pytest tests/plain/test_journeys.py` writes them anew; the
difference is then for a person to read.
"""

import os
from pathlib import Path

import pytest

from peercompanion.plain.ways_in import first_line

from .conftest import Sit
from .journeys import JOURNEYS, Journey
from .rules import broken

TRANSCRIPTS = Path(__file__).parent / "transcripts"


@pytest.fixture(autouse=True)
def a_home_without_a_path(monkeypatch: pytest.MonkeyPatch) -> None:
    """In the journey for help, no country is known."""
    monkeypatch.setenv("LANG", "en_US.UTF-8")


@pytest.mark.parametrize("journey", JOURNEYS, ids=lambda journey: journey.name)
def test_a_journey_is_as_it_is_written_down(
    journey: Journey, sit: Sit, monkeypatch: pytest.MonkeyPatch
) -> None:
    if journey.name == "help-without-a-region":
        monkeypatch.setenv("LANG", "C.UTF-8")

    sat = sit(*journey.lines, **journey.begin)
    seen = f"{first_line('flag')}\n{sat.seen}"

    file = TRANSCRIPTS / f"{journey.name}.txt"
    if os.environ.get("PEERCOMPANION_WRITE_JOURNEYS"):
        file.parent.mkdir(exist_ok=True)
        file.write_text(seen, encoding="utf-8")
    assert sat.status == 0
    assert seen == file.read_text(encoding="utf-8")


@pytest.mark.parametrize("journey", JOURNEYS, ids=lambda journey: journey.name)
def test_a_journey_keeps_the_rules(journey: Journey) -> None:
    seen = (TRANSCRIPTS / f"{journey.name}.txt").read_bytes()

    assert broken(seen, journey.typed) == []


def test_every_file_is_of_a_journey() -> None:
    assert {file.stem for file in TRANSCRIPTS.glob("*.txt")} == {each.name for each in JOURNEYS}

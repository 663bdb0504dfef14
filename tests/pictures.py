"""The pictures of the README: `python tests/pictures.py` draws them into docs/.

They come from the real app with a clock that stands still and a home of its own, so that the
same code draws the same pictures.
"""

import asyncio
import dataclasses
import datetime
import os
import sys
import tempfile
from pathlib import Path

DOCS = Path(__file__).parent.parent / "docs"
NOW = datetime.datetime(2026, 11, 21, 8, 30, tzinfo=datetime.UTC)
SIZE = (88, 26)
PICTURES = {
    "home": (),
    "right-now": ("1", "1", "right", "right"),
    "breathing": ("5", "1", "slash", *"long", "enter", "enter", "enter", "right", "right", "~7"),
    "senses": ("5", "1", "slash", *"five", "enter", "enter", "enter", "right", "space", "space"),
    "today": ("2",),
    "plan": ("h", "enter"),
    "afterwards": ("n", *["right"] * 6),
    "help": ("h",),
}
CHART = "steady-weekday"
DAYS = ("done", "done", "small", "done", "clear", "small", "done", "done")
"""How the days of a week went, for one item after the other in turn."""


def _home(folder: Path) -> None:
    """Fill a home with a few weeks of practice, a chart, a step and a plan."""
    from peercompanion.kept import Kept, new_id
    from peercompanion.packs.library import Library
    from peercompanion.packs.models import Routine
    from peercompanion.places import content, places
    from peercompanion.practice import keeping, routine
    from peercompanion.practice.goals import Step
    from peercompanion.practice.records import PlanPart, Practised

    kept = Kept(places({"PEERCOMPANION_HOME": str(folder)}), now=lambda: NOW)
    eases = ["easier", "easier", "same", "easier", "easier", "easier", "same", "easier", "easier"]
    for number, ease in enumerate(eases):
        at = NOW - datetime.timedelta(days=2 * number + 1)
        fields = {"item": "core/long-exhale", "like": "wound-up", "ease": ease}
        kept.add(Practised(id=new_id(at), at=at, day=at.date(), **fields))
    offered = Library([content()]).item("routines", f"core/{CHART}")
    assert isinstance(offered, Routine)
    since = NOW.date() - datetime.timedelta(days=30)
    chart = routine.own(offered, CHART, since, lambda ref: f"core/{ref}")
    shown = dataclasses.replace(chart, items=chart.items[:5])
    kept.add(keeping.chart(shown, NOW - datetime.timedelta(days=30)))
    for back in range(6):
        at = NOW - datetime.timedelta(days=back)
        for number, item in enumerate(shown.items[: 2 if back == 0 else None]):
            state = DAYS[(number + 3 * back) % len(DAYS)]
            kept.add(keeping.mark(shown.id, item.id, state, day=at.date(), at=at))
    kept.add(keeping.step(Step("step:clinic", "Call the clinic", when="After lunch"), NOW))
    lines = [{"text": "Sit on the back step with the dog"}]
    plan = {"id": "plan:first-ten", "kind": "plan", "plan": "core/steady-plan", "lines": lines}
    kept.add(PlanPart.model_validate({**plan, "at": NOW, "day": NOW.date()}))


async def draw(name: str, keys: tuple[str, ...], theme: str, size: tuple[int, int]) -> str:
    """Press keys in a fresh app and draw what is then on the screen; `~7` lets seconds pass."""
    from peercompanion.clock import Clock
    from peercompanion.places import places
    from peercompanion.tui.app import CompanionApp

    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        _home(home)
        seconds = [0.0]
        clock = Clock(lambda: seconds[0], lambda: NOW)
        app = CompanionApp(places({"PEERCOMPANION_HOME": str(home)}), clock=clock)
        app.theme = theme
        async with app.run_test(size=size) as pilot:
            await app.workers.wait_for_complete()
            for key in keys:
                if key.startswith("~"):
                    for _tick in range(int(key[1:])):
                        seconds[0] += 1.0
                        app.screen.look()
                else:
                    await pilot.press(key)
                await app.workers.wait_for_complete()
                await pilot.pause()
            await app.workers.wait_for_complete()
            await pilot.pause()
            return app.export_screenshot(title="PeerCompanion")


PICTURES_AND_THEMES = [*((name, "dusk") for name in PICTURES), ("home", "paper")]


def file_of(name: str, theme: str) -> Path:
    """Where a picture lies; those in the dark theme go without its name."""
    return DOCS / (f"{name}.svg" if theme == "dusk" else f"{name}-{theme}.svg")


async def main() -> None:
    """Draw every picture in the dark theme, and Home in the light one as well."""
    os.environ["LANG"] = "en_US.UTF-8"
    DOCS.mkdir(exist_ok=True)
    for name, theme in PICTURES_AND_THEMES:
        file_of(name, theme).write_text(await draw(name, PICTURES[name], theme, SIZE))


if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).parent.parent))
    asyncio.run(main())

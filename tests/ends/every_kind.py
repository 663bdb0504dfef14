"""A home with a pack that has every kind of step, and the way to stand at one of them.

Each of its exercises begins with a question, which is answered with `PRIVATE`, and then has one
step of its kind: so there is something to lose wherever a person stands.
"""

import datetime
from pathlib import Path

from peercompanion.kept import Draft, Kept, new_id
from peercompanion.places import Places, places
from peercompanion.practice.records import Practised

from .terminal import Terminal

PRIVATE = "thesecret"
"""What the person wrote, today and before: it may stand in files and on the alternate screen."""
HALF = "halfway"
"""What was being typed when it ended."""
STEPS = {
    "say": "",
    "breathe": "rounds = 30",
    "tense": 'groups = ["hands", "arms", "face"]',
    "notice": "n = 5",
    "wait": "seconds = 600",
    "rate": "",
    "ask": "",
    "several": "several = true",
    "list": "",
    "pick": 'options = [{ id = "one", text = "One" }, { id = "two", text = "Two" }]',
    "own": 'options = [{ id = "one", text = "One" }]\nown = true',
    "open": 'item = "exercise:core/long-exhale"',
}
KIND_OF = {"several": "ask", "own": "pick"}
TYPES = ("ask", "several", "list", "own")
"""The steps that are left in the middle of a line."""
_EXERCISE = """
title = "One of {name}"
kind = "words"
minutes = 1
for = ["practice"]
turns = "inward"
where = ["anywhere"]
helps = "When a program ends."

[[step]]
id = "first"
kind = "ask"
text = "What is first?"

[[step]]
id = "second"
kind = "{kind}"
text = "This is second."
{more}
"""
_PACK = """
format = 1
id = "kinds"
name = "Kinds"
version = "1"
language = "en"
license = "CC0-1.0"
authors = [{ name = "The tests" }]
"""


def fill(folder: Path) -> Places:
    """Make a home with the pack and one record in it."""
    home = places({"PEERCOMPANION_HOME": str(folder)})
    exercises = home.packs / "kinds" / "exercises"
    exercises.mkdir(parents=True)
    (exercises.parent / "pack.toml").write_text(_PACK)
    for name, more in STEPS.items():
        kind = KIND_OF.get(name, name)
        text = _EXERCISE.format(name=name, kind=kind, more=more)
        (exercises / f"{name}.toml").write_text(text)
    Kept(home).add(_record())
    return home


def _record() -> Practised:
    at = datetime.datetime.now(datetime.UTC)
    fields = {"item": "kinds/ask", "ease": "easier", "answers": {"first": PRIVATE}}
    return Practised(id=new_id(at), at=at, day=at.date(), **fields)


def play(name: str) -> tuple[str, ...]:
    """Begin the program at the exercise with this kind of step."""
    return ("-m", "peercompanion", "play", f"kinds/{name}")


def stand_at(terminal: Terminal, name: str) -> None:
    """Answer the first step and go to the second, to the middle of a line where one is typed."""
    terminal.wait_for(f"One of {name}", "Begin")
    terminal.press("enter")
    terminal.wait_for("What is first?")
    terminal.press("enter")
    terminal.wait_for("Done typing")
    terminal.type(PRIVATE + "\r")
    terminal.wait_until(lambda: PRIVATE in terminal.shown and "Done typing" not in terminal.shown)
    terminal.press("right")
    terminal.wait_for("This is second.")
    if name in TYPES:
        terminal.press("t" if name == "own" else "enter")
        terminal.wait_for("Done typing")
        terminal.type(HALF)
        terminal.wait_for(HALF)


def kept_answers(name: str) -> dict[str, str | list[str]]:
    """What the draft holds after `stand_at`."""
    halves: dict[str, str | list[str]] = {"ask": HALF, "several": HALF}
    halves |= {"list": [HALF], "own": [HALF]}
    return {"first": PRIVATE, **({"second": halves[name]} if name in halves else {})}


def drafts(home: Places) -> list[Draft]:
    """What would be offered on opening again."""
    return Kept(home).drafts()

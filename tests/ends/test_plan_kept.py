"""What was said to be saved in the plan is there, however the program ended."""

import datetime
import json
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

from peercompanion.kept import Kept
from peercompanion.places import places
from peercompanion.practice.plan import STEADY, Part, Written
from peercompanion.practice.told import Told

from .terminal import ROOT, Terminal, environment

EDITS = 50
WRITER = """
import datetime, json, sys
from peercompanion.kept import Kept
from peercompanion.places import places
from peercompanion.practice import writing
from peercompanion.practice.plan import Part, Written, STEADY
kept = Kept(places())
now = datetime.datetime.now().astimezone()
kept.lately(now.date())
for line in sys.stdin:
    slug, *texts = json.loads(line)
    part = Part("plan:" + slug, STEADY, lines=tuple(map(Written, texts)))
    kept.put(writing.part(part, datetime.datetime.now().astimezone()))
    print("kept", flush=True)
"""
SLUGS = ("first-ten", "remember", "worse")


def edited(lines: list[str], chance: random.Random, number: int) -> list[str]:
    """Some lines after a random edit: one more, one less, other words, another order."""
    after = list(lines)
    while after == lines:
        after = _edited(list(lines), chance, number)
    return after


def _edited(after: list[str], chance: random.Random, number: int) -> list[str]:
    kind = chance.choice(("add", "add", "drop", "change", "shuffle"))
    if kind == "add" or not after:
        after.insert(chance.randint(0, len(after)), f"line {number}")
    elif kind == "drop":
        after.pop(chance.randrange(len(after)))
    elif kind == "change":
        after[chance.randrange(len(after))] = f"other words {number} " + "x" * chance.randint(
            0, 400
        )
    else:
        chance.shuffle(after)
    return after


def shown(home: Path) -> dict[str, list[str]]:
    """The plan as the app would show it."""
    kept = Kept(places({"PEERCOMPANION_HOME": str(home)}))
    parts = kept.lately(datetime.datetime.now().astimezone().date()).plans.parts
    return {part.slug: [line.text for line in part.lines] for part in parts.values()}


def test_fifty_edits_each_ended_by_kill(tmp_path: Path) -> None:
    home, chance = tmp_path / "home", random.Random(6)
    plan: dict[str, list[str]] = {slug: [] for slug in SLUGS}
    history: dict[str, list[list[str]]] = {slug: [] for slug in SLUGS}
    number = 0
    while number < EDITS:
        writer = subprocess.Popen(
            [sys.executable, "-c", WRITER],
            cwd=ROOT,
            env=environment(home),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        assert writer.stdin
        assert writer.stdout
        for _ in range(chance.randint(1, 3)):
            slug = chance.choice(SLUGS)
            wanted = edited(plan[slug], chance, number)
            writer.stdin.write(json.dumps([slug, *wanted]) + "\n")
            writer.stdin.flush()
            assert writer.stdout.readline() == "kept\n"
            plan[slug] = wanted
            history[slug].append(wanted)
            number += 1
        slug = chance.choice(SLUGS)  # one more, under way while it is killed
        wanted = edited(plan[slug], chance, number)
        writer.stdin.write(json.dumps([slug, *wanted]) + "\n")
        writer.stdin.flush()
        time.sleep(chance.random() * 0.02)
        writer.send_signal(signal.SIGKILL)
        with writer:
            pass
        there = shown(home)
        if there.get(slug, []) == wanted != plan[slug]:
            plan[slug] = wanted
            history[slug].append(wanted)
            number += 1
        assert there == {slug: plan[slug] for slug in SLUGS if history[slug]}
    kept = Kept(places({"PEERCOMPANION_HOME": str(home)}))
    for slug in SLUGS:
        versions = [Part.read(Told(each)) for each in kept.versions(f"plan:{slug}")]
        texts = [[line.text for line in part.lines] for part in reversed(versions)]
        assert texts == history[slug], "every version can be seen, in order"
        assert all(part.plan == STEADY for part in versions)
        assert versions[0].lines == tuple(map(Written, plan[slug]))


def test_a_line_that_was_said_to_be_kept_outlasts_the_program(tmp_path: Path) -> None:
    home, words = tmp_path / "home", ["tea", "rain", "the dog"]
    for number, word in enumerate(words, start=1):
        with Terminal(home, size=(80, 40)) as terminal:
            terminal.wait_for("Right now", "Help now")
            terminal.press("3")
            terminal.wait_for("My first ten minutes")
            terminal.press("3")
            terminal.wait_for("What do you do first?", *words[: number - 1])
            terminal.press("t")
            terminal.wait_for("Keep the line")
            terminal.type(word)
            terminal.wait_for(word)
            terminal.press("enter")
            terminal.wait_for("● Kept on this computer.")
            terminal.send(signal.SIGKILL)
            terminal.ended()
    assert shown(home) == {"first-ten": words}

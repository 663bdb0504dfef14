"""PC507-PC512: what people are promised of every exercise."""

from collections.abc import Iterator, Mapping
from typing import Any

from peercompanion.packs.checking.inside import steps
from peercompanion.packs.checking.pack import PackRead
from peercompanion.packs.diagnostics import Diagnostic
from peercompanion.packs.document import Document
from peercompanion.packs.models.steps import Breathe, Tense

LONGEST_TEXT = 150
"""Characters of a step's text: two lines of a terminal."""
MOST_WORDS = 50
FIRST_LINE_WORDS = 20
MINUTES_APART = 1.5
IN_SECONDS, OUT_SECONDS = 4, 6
"""A breath where a pack says nothing."""

_GUIDES = ("exercises", "tools", "checkins", "sessions")


def problems(pack: PackRead) -> Iterator[Diagnostic]:
    """Find guides that ask too much at once, or leave no choice."""
    for _, document in pack.of(*_GUIDES):
        yield from _long(document)
        yield from _held(document)
        yield from _minutes(document, "step", "minutes")
        yield from _minutes(document, "small", "small_minutes")
        yield from _first_line(document)
    for _, document in pack.of("exercises"):
        yield from _choices(document, pack)


def _long(document: Document) -> Iterator[Diagnostic]:
    for path, step in steps(document.data):
        text = step.get("text", "")
        words = len(text.split())
        if len(text) > LONGEST_TEXT or words > MOST_WORDS:
            yield document.problem(
                "PC507",
                (*path, "text"),
                f"this text has {len(text)} characters and {words} words",
                label="long for one screen",
                help_=f"at most {LONGEST_TEXT} characters; a second step, or `hint`, has more room",
            )


def _held(document: Document) -> Iterator[Diagnostic]:
    for path, step in steps(document.data):
        said = (*step.get("contains", ()), *document.data.get("contains", ()))
        if step.get("kind") == "breathe" and step.get("hold") and "hold" not in said:
            yield document.problem(
                "PC508",
                (*path, "hold"),
                "this breath is held, and the step does not say so",
                label="a hold",
                help_='add to the step: contains = ["hold"]',
            )


def _choices(document: Document, pack: PackRead) -> Iterator[Diagnostic]:
    data = document.data
    if not data.get("small"):
        yield document.problem(
            "PC509",
            (),
            "this exercise has no small version",
            help_="add one or more [[small]] steps; it counts like the whole one",
        )
    if data["kind"] != "breathing":
        return
    if "instead" not in data:
        yield document.problem(
            "PC510",
            ("kind",),
            "breathing is not for everyone, and this names no other way",
            label="breathing",
            help_='add: instead = "…", the id of an exercise that is not breathing',
        )
    else:
        other = pack.items.get(("exercises", data["instead"]))
        if other and other.data["kind"] == "breathing":
            yield document.problem(
                "PC510",
                ("instead",),
                f"`{data['instead']}` is breathing as well",
                label="not another way",
                help_="name an exercise that is not breathing",
            )


def _minutes(document: Document, version: str, key: str) -> Iterator[Diagnostic]:
    """Compare the minutes a guide gives with its steps, where all of them have a length."""
    data = document.data
    lengths = [_seconds(step) for step in data.get(version, ()) if step.get("group") != "only"]
    if not lengths or None in lengths:
        return
    total = sum(length for length in lengths if length is not None) / 60
    minutes = data.get(key, 1)
    if abs(total - minutes) > MINUTES_APART:
        yield document.problem(
            "PC512",
            (key,) if key in data else (),
            f"`{key}` is {minutes}, and the steps take {total:.1f} minutes",
            label="not the sum of the steps",
            help_=f"write: {key} = {max(1, round(total))}",
        )


def _seconds(step: Mapping[str, Any]) -> float | None:
    """Reckon how long a step takes; None where the person decides."""

    def said(key: str, default: float) -> float:
        return float(step.get(key, default))

    if step["kind"] == "breathe":
        rest = said("rest", 0)
        breath = said("in", IN_SECONDS) + said("top_up", 0) + said("hold", 0)
        breath += said("out", OUT_SECONDS) + rest
        return breath * said("rounds", Breathe.model_fields["rounds"].default) - rest
    if step["kind"] == "tense":
        parts = ("ready", "tense", "release")
        group = sum(said(key, Tense.model_fields[key].default) for key in parts)
        return group * len(step["groups"])
    return step.get("seconds")


def _first_line(document: Document) -> Iterator[Diagnostic]:
    words = len(document.data.get("first_line", "").split())
    if words > FIRST_LINE_WORDS:
        yield document.problem(
            "PC511",
            ("first_line",),
            f"this has {words} words",
            label="more than 20 words",
            help_="the rest has room in `cautions` and `more`, and at the step it concerns",
        )

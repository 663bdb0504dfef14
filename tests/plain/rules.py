"""What holds for all that is said in lines of text, whoever says it."""

import re
import unicodedata
from collections.abc import Iterable

WIDTH = 72
CUES = (
    "In.",
    "Out.",
    "Hold.",
    "Rest.",
    "Getting ready.",
    "A little more in.",
    "Squeeze softly.",
    "Let go.",
)
"""Said again and again on purpose: they lead."""
ANSWERS = ("Kept on this computer.",)
"""Said after each thing that is kept: leaving it out would leave a doubt."""


def broken(seen: bytes, typed: Iterable[str] = ()) -> list[str]:
    """Find what breaks the rules in what was said.

    Args:
        seen: The bytes a terminal or pipe was sent.
        typed: What the person typed, which stands among them on a terminal.

    Returns:
        A sentence for each thing, with the line it is in.

    """
    found = []
    if b"\x1b" in seen:
        found.append("an escape byte")
    if re.search(rb"\r(?!\n)", seen):
        found.append("a carriage return by itself")
    text = seen.decode().replace("\r\n", "\n").replace("\a", "")
    lines = text.split("\n")
    for number, line in enumerate(lines, start=1):
        if len(line) > WIDTH and " " in line.strip():
            found.append(f"{number}: {len(line)} characters: {line}")
        if bad := [each for each in line if _is_no_letter(each)]:
            found.append(f"{number}: {bad}: {line}")
        if re.search(r"\S {2,}\S", line):
            found.append(f"{number}: columns: {line}")
    return found + _twice(lines, set(typed))


def _is_no_letter(char: str) -> bool:
    shape = unicodedata.category(char) in ("So", "Sk", "Cc", "Cf", "Co", "Cs")
    return (shape and char not in "^`") or "\u2500" <= char <= "\u27bf"


def _twice(lines: list[str], typed: set[str]) -> list[str]:
    """Find what is said twice although nothing was typed in between."""
    found, since = [], set()
    for number, line in enumerate(lines, start=1):
        prompt = re.search(r": .*$|: ?$", line) and re.match(r"(Type|Enter|Paused|I did not)", line)
        if prompt or line in typed or line.startswith("Step "):
            since = set()
        elif line and line not in CUES + ANSWERS and line in since:
            found.append(f"{number}: said twice: {line}")
        since.add(line)
    return found

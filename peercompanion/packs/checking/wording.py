"""PC501-PC506: words in texts for people: unkind, clinical or hard, keys and bare numbers."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from peercompanion.packs.checking.inside import NAME
from peercompanion.packs.checking.pack import PackRead
from peercompanion.packs.checking.readability import grade
from peercompanion.packs.diagnostics import Diagnostic, first_few
from peercompanion.packs.document import Document
from peercompanion.packs.positions import Path
from peercompanion.packs.texts import texts

HIGHEST_GRADE = 6
_FEW_WORDS = 25
"""Below this many words a grade says little."""

_KEY = re.compile(
    r"\b(?:press|hit|tap|push|pulsa|oprime|presiona|presione|teclea)\s+(?:the\s+|la\s+|el\s+)?"
    r"(?:(?:enter|return|escape|esc|space(?:\s?bar)?|tab|backspace|any key|f\d{1,2}|ctrl\S*)\b"
    r"|(?:key|tecla)\s+\w+|[\"'`‘“]\w[\"'`’”]|(?![ai]\b)[a-z]\b(?!['’]))",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"(?<![\w.,:/-])(?:911|988|9-8-8|112|999|000)(?![\w/:-]|[.,]\d)")


@dataclass(frozen=True)
class WordLists:
    """The words to look for, by code, and kinder ones for some of them."""

    words: Mapping[str, tuple[str, ...]]
    swaps: Mapping[str, str]


def word_lists(*wordings: Mapping[str, Any]) -> WordLists:
    """Put the wordings of several packs together."""
    keys = {"stop": "PC501", "rather_not": "PC502", "clinical": "PC503"}
    words = {
        code: tuple(dict.fromkeys(word for one in wordings for word in one.get(key, ())))
        for key, code in keys.items()
    }
    swaps = {swap["word"]: swap["say"] for one in wordings for swap in one.get("swap", ())}
    return WordLists(words, swaps)


def problems(pack: PackRead, lists: WordLists) -> Iterator[Diagnostic]:
    """Look at every text for people in a pack.

    Texts for danger, and signs that call for help, are plain on purpose: words are not held
    against them. Resources give numbers and say what services call themselves.
    """
    for (kind, slug), document in pack.items.items():
        if (kind, slug) != ("words", "wording"):
            yield from first_few(_document(document, kind, slug, lists))
            if pack.language.startswith("en"):
                yield from first_few(_hard(document))
    for document in pack.overlays.values():
        yield from first_few(
            found
            for path, text in texts(document.data)
            for found in keys_and_numbers(document, path, text)
        )


def _document(document: Document, kind: str, slug: str, lists: WordLists) -> Iterator[Diagnostic]:
    for path, text in texts(document.data):
        if kind != "resources":
            yield from keys_and_numbers(document, path, text)
        yield from _listed(document, path, text, _codes(kind, slug, path), lists)


def keys_and_numbers(document: Document, path: Path, text: str) -> Iterator[Diagnostic]:
    """Find keys' names and bare emergency numbers: both differ from person to person."""
    for found in _KEY.finditer(text):
        yield document.within(
            "PC504",
            path,
            found[0],
            f"`{found[0]}` names a key, and keys differ",
            label="names a key",
            help_="leave it to the footer; for help write {help_key}",
        )
    for found in _NUMBER.finditer(text):
        name = "crisis" if found[0] in ("988", "9-8-8") else "emergency"
        yield document.within(
            "PC505",
            path,
            found[0],
            f"{found[0]} is not the number everywhere",
            label="a bare number",
            help_=f"write {{{name}}}: it becomes the right one where the person is",
        )


def _codes(kind: str, slug: str, path: Path) -> Iterable[str]:
    """Say which lists a text is held against."""
    is_plain_on_purpose = (kind, slug) == ("words", "danger") or "red_flags" in path
    return ["PC501"] if is_plain_on_purpose or kind == "resources" else _WHY


def _listed(
    document: Document, path: Path, text: str, codes: Iterable[str], lists: WordLists
) -> Iterator[Diagnostic]:
    for code in codes:
        for found in _any_of(lists.words[code]).finditer(text):
            word = " ".join(found[0].lower().split())
            kinder = lists.swaps.get(word, "")
            yield document.within(
                code,
                path,
                found[0],
                f"`{found[0]}` {_WHY[code]}",
                label="this",
                help_=f"perhaps: {kinder}" if kinder else "say it another way, or leave it out",
            )


_WHY = {
    "PC501": "does not belong in a pack",
    "PC502": "could be kinder",
    "PC503": "is a clinical word",
}


@cache
def _any_of(words: tuple[str, ...]) -> re.Pattern[str]:
    """Match any of some words as whole words, the longest first; nothing where there are none."""
    longest_first = sorted(words, key=len, reverse=True)
    either = "|".join(r"\s+".join(map(re.escape, word.split())) for word in longest_first)
    return re.compile(rf"(?<![\w-])(?:{either or '(?!)'})(?![\w-])", re.IGNORECASE)


def _hard(document: Document) -> Iterator[Diagnostic]:
    """Find an item that is hard to read as a whole, or long texts in it that are."""
    said = [(path, NAME.sub("it", text)) for path, text in texts(document.data)]
    whole: tuple[Path, str] = ((), "\n".join(text for _, text in said))
    for path, text in (whole, *said):
        reached = grade(text)
        if reached > HIGHEST_GRADE and len(text.split()) >= _FEW_WORDS:
            yield document.problem(
                "PC506",
                path,
                f"{'this' if path else 'the whole'} reads at grade {reached:.0f}",
                label="hard to read",
                help_="shorter sentences and plainer words; grade 6 at most",
            )

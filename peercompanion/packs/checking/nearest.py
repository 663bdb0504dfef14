"""Finding the word somebody may have meant."""

import difflib
from collections.abc import Iterable


def nearest(word: str, words: Iterable[str]) -> str:
    """Find the word most like another one; empty where none is much like it."""
    found = difflib.get_close_matches(word.lower(), list(words), n=1, cutoff=0.7)
    return found[0] if found else ""


def did_you_mean(word: str, words: Iterable[str], name: str) -> str:
    """Offer the nearest word, and all of them under a name; empty where there are none."""
    words = list(dict.fromkeys(words))
    known = f"{name}: {', '.join(words)}" if words else ""
    near = nearest(word, words)
    return f"did you mean `{near}`? {known[:1].upper()}{known[1:]}" if near else known

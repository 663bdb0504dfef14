"""Finding the word somebody may have meant."""

import difflib
from collections.abc import Iterable


def nearest(word: str, words: Iterable[str]) -> str:
    """Find the word most like another one; empty where none is much like it."""
    found = difflib.get_close_matches(word.lower(), list(words), n=1, cutoff=0.6)
    return found[0] if found else ""


def did_you_mean(word: str, words: Iterable[str], name: str) -> str:
    """Offer the nearest word, and all of them under a name."""
    words = list(words)
    near = nearest(word, words)
    offer = f"did you mean `{near}`? " if near else ""
    return f"{offer}{name}: {', '.join(words)}" if words else offer.strip()

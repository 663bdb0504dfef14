"""The note guard: everyday words for clinical ones, offered to whoever writes about another.

It is off for a person's own words. It offers and never blocks, and tells nobody.
"""

import re
from dataclasses import dataclass

from peercompanion.language import _
from peercompanion.packs.models.words import Wording

SHORT = 2
"""Words of so few letters count only in capitals: "SI" is a term, "si" is Spanish."""


@dataclass(frozen=True)
class Offer:
    """A word that was found, and a kinder one; empty where leaving it out is all there is."""

    word: str
    say: str


def offers(text: str, wording: Wording, *, own_words: bool) -> list[Offer]:
    """Look for words that belong to the clinic, or to nobody else.

    Args:
        text: What was written.
        wording: The words to look for.
        own_words: They are the person's own; then nothing is offered.

    Returns:
        Each word once, in the order of the text.

    """
    if own_words:
        return []
    swaps = {swap.word: swap.say for swap in wording.swap}
    groups = (wording.stop, wording.clinical, wording.private, wording.opinion, tuple(swaps))
    found = {
        word: at for group in groups for word in group if (at := _where(word, text)) is not None
    }
    longest = [
        word for word in found if not any(word != other and word in other for other in found)
    ]
    return [Offer(word, swaps.get(word, "")) for word in sorted(longest, key=lambda w: found[w])]


def in_words(offer: Offer) -> str:
    """An offer as a sentence."""
    if offer.say:
        return _("“{word}” could be “{say}”.").format(word=offer.word, say=offer.say)
    return _("“{word}” could be left out, or said in everyday words.").format(word=offer.word)


def _where(word: str, text: str) -> int | None:
    looked_for = word.upper() if len(word) <= SHORT else word
    flags = 0 if len(word) <= SHORT else re.IGNORECASE
    match = re.search(rf"(?<![\w-]){re.escape(looked_for)}(?![\w-])", text, flags)
    return match.start() if match else None

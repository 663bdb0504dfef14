"""PC302-PC305 within one item: what a model cannot say about keys that belong together.

The player relies on these: ids that name one step each, and ways that only lead forward, so
that every guide ends.
"""

from peercompanion.packs.diagnostics import Diagnostic
from peercompanion.packs.reading import Document


def problems(document: Document) -> list[Diagnostic]:
    """Say what does not hold together in one item."""
    return []

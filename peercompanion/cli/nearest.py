"""The nearest right word, for whoever mistyped one."""

from collections.abc import Iterable
from difflib import get_close_matches
from typing import Any

import click

from peercompanion.language import _


def did_you_mean(word: str, words: Iterable[str]) -> str:
    """Ask about the nearest word, as a sentence that follows another; empty without one."""
    near = get_close_matches(word.lower(), list(words), n=1, cutoff=0.5)
    return " " + _("Did you mean `{near}`?").format(near=near[0]) if near else ""


class OneOf(click.Choice[str]):
    """A choice that answers a wrong word with the nearest right one."""

    def get_invalid_choice_message(self, value: Any, ctx: click.Context | None) -> str:
        """Say what was typed, what is nearest, and what there is."""
        said = _("`{word}` is not one of: {words}.")
        words = list(self.choices)
        return said.format(word=value, words=", ".join(words)) + did_you_mean(str(value), words)

"""A choice between words that answers a wrong one with the nearest right one."""

from collections.abc import Iterable
from difflib import get_close_matches
from typing import Any

import click

from peercompanion.language import _


def did_you_mean(word: str, words: Iterable[str]) -> str:
    """Ask about the nearest word, as a sentence; empty where none is near."""
    near = get_close_matches(word.lower(), list(words), n=1)
    return _("Did you mean `{near}`?").format(near=near[0]) if near else ""


class OneOf(click.Choice[str]):
    """One of some words."""

    def get_invalid_choice_message(self, value: Any, ctx: click.Context | None) -> str:
        """Say what was typed, what there is, and what is nearest."""
        said = _("`{word}` is not one of: {words}.").format(
            word=value, words=", ".join(self.choices)
        )
        return f"{said} {did_you_mean(str(value), self.choices)}"

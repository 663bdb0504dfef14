"""What this is, and what it is not."""

from collections.abc import Iterable

from textual.widget import Widget

from peercompanion.language import _
from peercompanion.practice import words
from peercompanion.tui.page import Page, text


class WhatThisIs(Page):
    """A few plain sentences."""

    FIRST = ".body"

    def title_text(self) -> str:
        """Where this is."""
        return _("What this is, and what it is not")

    def body(self) -> Iterable[Widget]:
        """One idea a paragraph."""
        for number, said in enumerate(words.what_this_is()):
            care = ["care"] if number == words.NOT_A_CRISIS_SERVICE else []
            yield text(said.format(**self.app.names()), *care)

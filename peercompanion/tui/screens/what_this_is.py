"""What this is, and what it is not."""

from collections.abc import Iterable

from textual.widget import Widget

from peercompanion.language import _
from peercompanion.tui.page import Page, text


class WhatThisIs(Page):
    """A few plain sentences."""

    FIRST = ".body"

    def title_text(self) -> str:
        """Where this is."""
        return _("What this is, and what it is not")

    def body(self) -> Iterable[Widget]:
        """One idea a paragraph."""
        yield text(_("A place to practice coping skills between talks with a peer supporter."))
        yield text(_("You choose what to do, how long, and when to stop. Everyone's way is their own."))
        yield text(_("It does not judge, count or watch. It is not medical care."))
        yield text(
            _(
                "It is not a crisis service and cannot call anyone. {help_key} shows who can."
            ).format(**self.app.names()),
            "care",
        )
        yield text(_("It uses no network and no account. Nothing leaves this computer."))

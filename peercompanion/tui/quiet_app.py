"""What every app here is: whatever befalls it or is given to it to show, the terminal is safe."""

import sys
from collections.abc import Sequence
from functools import lru_cache, partial

from rich.cells import cell_len
from rich.segment import Segment
from rich.text import Text
from textual._styles_cache import StylesCache
from textual.app import App
from textual.color import Color
from textual.driver import Driver
from textual.filter import LineFilter

from peercompanion.text import unfit
from peercompanion.tui import terminal
from peercompanion.tui.driver import TerminalDriver


def _hold_no_drawings() -> None:
    """Let go of the drawings of screens that are gone.

    Textual's cache of two colours is keyed by the widget's drawings too, and so keeps those of a
    thousand widgets: 40 MB. Two colours do not depend on them.
    """
    if made := getattr(StylesCache.get_inner_outer, "__wrapped__", None):
        colours = lru_cache(1024)(partial(made, None))
        StylesCache.get_inner_outer = lambda _self, *given: colours(*given)  # type: ignore


class QuietApp(App[None]):
    """Ends without a word of what was in it, and draws nothing that a terminal would obey."""

    failed = False
    """Whether a fault of its own has ended it."""

    def __init__(self) -> None:
        super().__init__()
        _hold_no_drawings()

    def get_driver_class(self) -> type[Driver]:
        """Draw through a driver that outlasts its terminal."""
        return TerminalDriver

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Put the last gate behind what Textual filters."""
        return [*super().get_line_filters(), _HARMLESS]

    def last_words(self) -> str:
        """What is left on the terminal after a fault."""
        return terminal.had_to_stop()

    def panic(self, *renderables: object) -> None:
        """End without a traceback: Textual's own prints what the person wrote."""
        self.failed = True
        if sys.flags.dev_mode:
            super()._fatal_error()
        elif not self._exit_renderables and (words := self.last_words()):
            self._exit_renderables.append(Text(words))
        self._close_messages_no_wait()

    def _fatal_error(self) -> None:
        self.panic()


class _Harmless(LineFilter):
    """Takes out what a terminal would obey. `text.py` is the gate; this stands behind it."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """Look at every piece of a line; nearly always there is nothing to do."""
        if all(map(_is_harmless, segments)):
            return segments
        return [
            Segment(_drawn(text), style and style.update_link(None), control)
            for text, style, control in segments
        ]


def _is_harmless(segment: Segment) -> bool:
    link = segment.style and segment.style.link
    return segment.text.isprintable() and (not link or link.isprintable())


def _drawn(text: str) -> str:
    """A text of the same width without what a terminal would obey."""
    bad = {offset for offset, _ in unfit(text)}
    return "".join(
        " " * cell_len(char) if offset in bad else " " if char in "\n\t" else char
        for offset, char in enumerate(text)
    )


_HARMLESS = _Harmless()

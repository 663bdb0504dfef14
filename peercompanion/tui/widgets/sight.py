"""Keeping what is at hand in sight, in whatever scrolls around it."""

from collections.abc import Sequence

from textual.containers import ScrollableContainer
from textual.geometry import Region
from textual.widget import Widget


def keep_in_sight(widget: Widget, lines: Sequence[int]) -> None:
    """Scroll so far that some lines of a widget are seen.

    Where things lie is added up from the widgets themselves: what is known of the screen is one
    frame old while keys come fast.

    Args:
        widget: What holds the lines.
        lines: Their numbers, one after the other; nothing happens where there are none.
    """
    above = list(widget.ancestors_with_self)
    around = next((each for each in above if isinstance(each, ScrollableContainer)), None)
    if around is None or not lines:
        return
    within = above[: above.index(around)]
    x = sum(each.virtual_region.x for each in within if isinstance(each, Widget))
    y = sum(each.virtual_region.y for each in within if isinstance(each, Widget))
    region = Region(x, y + lines[0], widget.size.width, len(lines))
    around.scroll_to_region(region, spacing=widget.dock_gutter, animate=False)

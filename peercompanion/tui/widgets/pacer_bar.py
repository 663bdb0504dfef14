"""The bar that fills on the in-breath, stays on a hold and empties on the out-breath."""

from textual.app import RenderResult
from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

EIGHTHS = " ▏▎▍▌▋▊▉"


class PacerBar(Widget):
    """A bar with a visible track. It redraws only when an eighth of a cell has changed."""

    DEFAULT_CSS = """
    PacerBar {
        width: 44;
        max-width: 100%;
        height: 3;
        background: $panel;
        color: $primary;
    }
    """

    eighths: reactive[int] = reactive(0)
    """How much is filled, in eighths of a cell."""

    def show(self, fill: float) -> None:
        """Fill the bar to a share from 0 to 1."""
        self.eighths = round(fill * self.content_size.width * 8)

    def render(self) -> RenderResult:
        """The same line as often as the bar is tall."""
        full, part = divmod(self.eighths, 8)
        line = "█" * full + (EIGHTHS[part] if part else "")
        width = self.content_size.width
        return Content("\n".join([line.ljust(width)[:width]] * self.content_size.height))

"""Words for people: never read as markup, no room taken without them, and columns that hold."""

from textual.content import Content
from textual.geometry import Size
from textual.visual import VisualType
from textual.widgets import Static

BULLET = "· "


class Words(Static):
    """A text. A line that begins with `· ` is one of a list: it goes on below its own words.

    In the middle of a screen lines are about as long as each other: no last word stands alone.
    """

    def __init__(
        self,
        words: str | Content = "",
        *,
        classes: str = "",
        id: str | None = None,  # noqa: A002 - Textual's own name
    ) -> None:
        super().__init__(words, markup=False, classes=classes, id=id)
        self.display = bool(str(words))

    def update(self, content: VisualType = "", *, layout: bool = True) -> None:
        """Show other words; without any, nothing stands there, not even an empty line."""
        super().update(content, layout=layout)
        self.display = bool(str(content))

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many lines as the words take at this width."""
        return len(self._lines(width))

    def render(self) -> Content:
        """All lines."""
        return Content("\n").join(self._lines(self.content_size.width))

    def _lines(self, width: int) -> list[Content]:
        words = self.visual
        assert isinstance(words, Content)  # what a string or Content is shown as
        balanced = self.styles.text_align == "center"
        return [
            line
            for each in words.split("\n")
            for line in _wrapped(each, _narrowest(each, width) if balanced else width)
        ]


def _narrowest(line: Content, width: int) -> int:
    """The least width at which a line takes no more lines than it does at this one."""
    taken = len(_wrapped(line, width))
    narrower = range(max(line.cell_length // taken, 1), width)
    return next((each for each in narrower if len(_wrapped(line, each)) == taken), width)


def _wrapped(line: Content, width: int) -> list[Content]:
    """A line in as many as it takes; those of a list keep their column."""
    before = BULLET if line.plain.startswith(BULLET) else ""
    first, *more = line[len(before) :].wrap(max(width - len(before), 1)) or [Content("")]
    return [Content(before) + first, *(Content(" " * len(before)) + each for each in more)]

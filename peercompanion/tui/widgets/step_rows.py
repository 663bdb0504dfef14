"""What a step shows of its answer: dots, a scale, lines."""

from collections.abc import Sequence

from textual.content import Content

from peercompanion.practice.answers import Answer, lines_of

NOTICED, OPEN = "●", "○"


def dots(n: int, given: Answer) -> Content:
    """A shape for each thing to notice, and below what was typed about them."""
    noticed = given if isinstance(given, int) else len(given)
    row = "  ".join([NOTICED] * noticed + [OPEN] * (n - noticed))
    typed = "\n".join(lines_of(given)) if isinstance(given, tuple) else ""
    return Content.assemble((row, "$primary"), f"\n\n{typed}" if typed else "")


def scale(rating: int | None, ends: tuple[str, str]) -> Content:
    """The numbers from 0 to 10, the chosen one marked by shape and weight, words at the ends."""
    numbers: list[tuple[str, str] | str] = []
    for number in range(11):
        chosen = number == rating
        shown = f"[{number}]" if chosen else f" {number} "
        numbers.append((shown, "bold $primary" if chosen else "$foreground"))
    low, high = ends
    longest = max(map(len, ends))  # both begin in one column, also where they stand in the middle
    words = f"\n\n 0  {low:<{longest}}\n10  {high:<{longest}}" if longest else ""
    return Content.assemble(*numbers, (words, "$quiet"))


def lines(given: Answer, starters: Sequence[str]) -> Content:
    """What was typed so far; before that, beginnings that can be taken up."""
    typed = "\n".join(lines_of(given))
    if typed:
        return Content.styled(typed, "$primary")
    return Content.styled("\n".join(f"· {starter}" for starter in starters), "$quiet")

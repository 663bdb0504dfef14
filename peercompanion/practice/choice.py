"""A row of something that can be chosen, for every face."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Choice:
    """One row: its key, what it is and, quietly, what is to be known about it.

    A row without an id is a heading; without a title, an empty line.
    """

    title: str = ""
    id: str = ""
    key: str = ""
    note: str = ""
    leads: bool = False
    """The default: it stands on a ground of its own."""
    mark: str = ""
    """A shape in front of the title, such as `●`."""


def digit(number: int) -> str:
    """The key of a row by its number, counted from 1; those after the ninth have none."""
    return str(number) if number < 10 else ""

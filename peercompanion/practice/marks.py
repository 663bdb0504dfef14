"""Marks that a line can carry: "Ana (talk, company)" is Ana, for talk and company.

They stand in brackets at the end of the line, so that they are read, typed, kept and copied as
any words are.
"""

from collections.abc import Collection


def split(line: str, marks: Collection[str]) -> tuple[str, tuple[str, ...]]:
    """Take a line apart into its words and the marks it carries.

    Args:
        line: What was typed or picked.
        marks: What a line can carry here; other brackets are words like any.
    """
    words, _bracket, said = line.rpartition(" (")
    carried = tuple(said.removesuffix(")").split(", ")) if said.endswith(")") else ()
    return (words, carried) if words and carried and set(carried) <= set(marks) else (line, ())


def joined(words: str, marks: Collection[str]) -> str:
    """Put a line together again."""
    return f"{words} ({', '.join(marks)})" if marks else words


def toggled(line: str, mark: str, marks: Collection[str]) -> str:
    """Give a line a mark, or take it back; they keep the order they are offered in."""
    words, carried = split(line, marks)
    return joined(words, [each for each in marks if (each in carried) != (each == mark)])

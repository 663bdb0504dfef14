"""Whatever ends the writing, and wherever: what was said to be kept is there, once and whole.

The long form, with as many crashes as one likes: `python -m tests.crash simulate`.
"""

from .crashes import run


def test_two_thousand_crashes_lose_nothing() -> None:
    assert run(2000) > 250  # at so many different operations
